"""Words that would like to be code, or to break the page: in every field of a contact, on every page that shows them."""

from __future__ import annotations

import csv
import io

import pytest

from tests.journeys.conftest import SIGHTS
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.organizations import Organization
from wellkept.domain.exchange.importing import import_file
from wellkept.domain.plan.models import Answer
from wellkept.domain.search.indexing import rebuild
from wellkept.domain.timeline.models import Interaction, Note
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction

pytestmark = pytest.mark.journey

PAYLOADS = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "\" autofocus onfocus=alert(1) x=\"", "' onmouseover='alert(1)", "<iframe src=javascript:alert(1)>", "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>",
    "--><script>alert(1)</script>", "<a href=javascript:alert(1)>press</a>", "[press](javascript:alert(1))",
    "[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "![x](javascript:alert(1))",
    "<form action=https://evil.example><button>press</button></form>", "<base href=https://evil.example/>", "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<style>*{display:none}</style>", "{{ 7*7 }}{% debug %}", "${alert(1)}",
    "<div hx-get=/trash-empty hx-trigger=load>", "javascript:alert(1)", "\u202e\u2066<script>alert(1)</script>", "<ScRiPt\x0b>alert(1)</sCrIpT >",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "<x data-undo data-complete data-open onclick=alert(1)>",
]  # fmt: skip
AWKWARD = [
    "W" * 300,
    "Donaudampfschifffahrtsgesellschaft" * 4,
    "محمد بن سلمان الطويل",
    "שלום עולם",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "Z̸̡̢a̵l̴g̶o̷" * 8,
    "a\u00adb\u200b" * 20,
    "孫中山",
    "'; DROP TABLE contacts_contact; --",
]
HEADER = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]


@pytest.fixture
def evil(network, ada, tmp_path):
    """One contact a payload, brought by LinkedIn's file and by vCard, with a note, a talk, a promise, a tag and a photo's name."""
    words = [*PAYLOADS, *AWKWARD]
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(HEADER)
    for number, word in enumerate(words):
        rows.writerow(
            [
                word,
                "Q",
                f"https://www.linkedin.com/in/evil-{number}",
                f"e{number}@example.org",
                word,
                word,
                "04 Mar 2024",
            ]
        )
    bring(network, ada, tmp_path, "Connections.csv", out.getvalue())
    bring(network, ada, tmp_path, "evil.vcf", "".join(card(word) for word in words))
    today = network.today()
    people = list(Contact.objects.filter(is_me=False))
    for person, word in zip(people, words, strict=False):
        add_note(contact=person, body=word, on=today, by=ada, today=today)
        record_interaction(
            network=network, contacts=[person], kind="call", on=today, body=word, place=word[:100], by=ada, today=today
        )
        make_promise(contact=person, by_whom="me", text=word, due_on=today, by=ada)
    rebuild(network=network)
    return people


def bring(network, by, folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return import_file(network=network, path=path, name=name, by=by)


def card(word):
    said = word.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{said} vCard\r\nORG:{said}\r\nTITLE:{said}\r\nNICKNAME:{said}\r\nCATEGORIES:{said}\r\n"
        f"URL:{said}\r\nX-ODD:{said}\r\nADR:;;{said};{said};;;\r\nNOTE:{said}\r\nEND:VCARD\r\n"
    )


@pytest.mark.parametrize(("width", "theme"), [SIGHTS[0], SIGHTS[3]])
def test_hostile_words_stay_words(chromium_page, network, evil, width, theme):
    page = chromium_page("/offline", width=width, theme=theme)
    wrong: list[str] = []
    page.on("dialog", lambda dialog: (wrong.append(f"dialog at {page.url}"), dialog.dismiss()))
    page.on("console", lambda said: said.type == "error" and wrong.append(f"{said.text} at {page.url}"))
    page.on("request", lambda request: "evil.example" in request.url and wrong.append(f"reached {request.url}"))
    some = [evil[0], evil[8], evil[19], evil[26], evil[-1], evil[-8], *evil[len(PAYLOADS) : len(PAYLOADS) + 4]]
    firm = Organization.objects.filter(name__contains="script").first()
    addresses = [
        "/", "/contacts/", "/contacts/?page=2", "/contacts/?words=script", "/organizations/", f"/organizations/{firm.pk}", f"/organizations/{firm.pk}/edit",
        "/triage", "/triage/groups", "/triage/groups?by=connected", "/search?q=script", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/history", "/log",
        "/imports/", "/settings", "/me",
        *(f"/contacts/{one.pk}" for one in some), *(f"/contacts/{one.pk}/edit" for one in some[:3]), f"/contacts/{some[-4].pk}/edit",
        f"/contacts/{some[-4].pk}/forget?look=1", f"/contacts/{some[-4].pk}/merge", f"/log?contact={some[-4].pk}", "/search?q=WWW", "/contacts/?words=WWW",
        f"/interactions/{Interaction.objects.latest('pk').pk}", f"/notes/{Note.objects.latest('pk').pk}", f"/contacts/{some[0].pk}/timeline",
        f"/contacts/add?display={PAYLOADS[5]}", f"/log?body={PAYLOADS[5]}",
    ]  # fmt: skip
    for address in addresses:
        answer = page.goto(address)
        if answer.status != 200:
            wrong.append(f"{answer.status} at {address}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"wider than the window: {address}")
        strange = "main script:not([src]), main iframe, main [onerror], main [onload], main [onclick], main [onfocus], main form[action^=http], base, main a[href^='javascript' i], main a[href^=data]"
        if count := page.locator(strange).count():
            wrong.append(
                f"{count} strange elements at {address}: {page.locator(strange).first.evaluate('e => e.outerHTML')[:100]}"
            )

    assert wrong == []


def test_the_palette_and_the_flash_say_hostile_words_as_words(chromium_page, evil):
    page = chromium_page("/contacts/?words=script")
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page.keyboard.press("Control+k")
    page.keyboard.type("<script>alert(1)")
    page.locator("#palette-results a").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("tbody [data-open]").first.click()
    page.wait_for_load_state()
    name = page.locator("h1").inner_text()
    page.locator("summary[aria-label='More acts']").click()
    page.get_by_role("button", name="Archive").click()
    page.locator(".flash", has_text=name).wait_for()

    assert "script" in name
    assert not Answer.objects.exists()
