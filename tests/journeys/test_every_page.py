"""Every page there is, in the states it has: at 390 and 1280 px, light and dark, looked at by axe and by a ruler."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from time import sleep
from typing import Any, NamedTuple

import pytest
from django.apps import apps

from tests.domain.exchange.linkedin.export import export
from tests.interfaces.web.routes import OF_A_RECORD, address_of, names
from tests.journeys.conftest import SIGHTS
from tests.journeys.houses import House, Visitor

pytestmark = pytest.mark.journey
SMALLEST = 44  # px: a control under a thumb


class Page(NamedTuple):
    """A page in one of its states. ``of`` names the record where the usual one will not do."""

    name: str
    query: str = ""
    of: str = ""
    status: int = 200
    seat: str = "sample"  # 'own': in the own network, where nothing is yet; 'stranger': not signed in

    def __str__(self) -> str:
        parts = (self.name, self.query and f"({self.query.replace('#', '')})", self.of and f":{self.of}")
        return "".join(parts) + (f" {self.seat}" if self.seat != "sample" else "")


PAGES = [
    Page("week"), Page("week", seat="own"), Page("week-relief"), Page("week-review"), Page("week-on", of="past"), Page("week-on", of="ahead"),
    Page("contacts"), Page("contacts", "words=nobodyatall"), Page("contacts", "due=now&sort=next&page=2"), Page("contacts", seat="own"),
    Page("contact"), Page("contact", of="imported"), Page("contact", of="nobody", status=404),
    Page("contact-edit"), Page("contact-add"), Page("own-card"), Page("contact-as-of"), Page("contact-as-of", of="today"),
    Page("contact-merge"), Page("contact-merge", of="words"), Page("contact-merge", of="both"),
    Page("contact-forget"), Page("contact-forget", "look=1"), Page("forgotten"), Page("forgotten", "address=nobody@example.org", seat="own"),
    Page("organizations"), Page("organization"), Page("organization-edit"), Page("organizations", seat="own"),
    Page("organization-merge"), Page("organization-merge", of="both"),
    Page("duplicates"), Page("duplicates", seat="own"), Page("duplicates-merged"), Page("duplicates-merged", seat="own"),
    Page("duplicates-organizations"), Page("duplicates-organizations", seat="own"),
    Page("events"), Page("events", seat="own"), Page("events-worth"), Page("events-worth", seat="own"), Page("event-add"), Page("events-take"),
    Page("event"), Page("event", of="on"), Page("event", of="over"), Page("event-edit"), Page("event-list"), Page("event-list", "words=zzzz"), Page("event-debrief"),
    Page("event-debrief", of="on"), Page("event-here"),
    Page("log"), Page("log", of="somebody"), Page("timeline"), Page("timeline", "only=notes"), Page("interaction"), Page("note"),
    Page("promise"), Page("promise-add"),
    Page("capture"), Page("capture", "line=met+Otto+Lind+yesterday,+plays+chess,+send+him+the+plans+next+week,+via+Tom"),
    Page("inbox"), Page("inbox", seat="own"), Page("inbox-item"), Page("inbox-item", of="details"), Page("inbox-item", of="card"), Page("inbox-item", of="kept"), Page("inbox-item", of="dropped"),
    Page("cards"), Page("cards", seat="own"), Page("who-else"), Page("fact"), Page("fact-add"),
    Page("triage"), Page("triage-groups"), Page("triage-groups", "by=connected"), Page("triage", seat="own"),
    Page("search"), Page("search", "q=workshop"), Page("search", "q=zzzzzz"),
    Page("history"), Page("act"), Page("undo"), Page("trash"), Page("trash-empty"), Page("trash", seat="own"),
    Page("imports"), Page("imports", seat="own"), Page("import-run", of="report"), Page("import-run", "show=refused", of="report"),
    Page("import-run", of="preview"), Page("import-run", of="mapping"),
    Page("export"), Page("restore"), Page("restore", seat="own"),
    Page("status"), Page("reminders"), Page("settings"), Page("settings", seat="own"), Page("keys"), Page("phone"), Page("offline"),
    Page("own-page"), Page("own-page", seat="own"), Page("own-page-preview"), Page("own-page-preview", seat="own"), Page("own-code"), Page("own-code", "show=page", seat="own"),
    Page("public-page", of="open", seat="stranger"), Page("public-page", "thanks=1", of="open", seat="stranger"), Page("public-page", status=404, seat="stranger"),
    Page("interview"), Page("interview", "enough=1"), Page("interview", seat="own"), Page("interview-source"), Page("interview-cadences"), Page("interview-end"), Page("interview-end", seat="own"),
    Page("paste"), Page("paste", seat="own"),
    Page("welcome", seat="stranger"), Page("sign-in", seat="stranger"), Page("pair", status=404, seat="stranger"),
]  # fmt: skip


class Furnished(NamedTuple):
    house: House
    state: Any  # the cookies of ada, who sits in the sample network
    addresses: dict[str, str]  # by the page's name in the tests


@pytest.fixture(scope="module")
def furnished(chromium: Any, tmp_path_factory: Any) -> Iterator[Furnished]:
    """The sample network, with an import that was run and two that wait for a word."""
    house = House(tmp_path_factory.mktemp("house"), WELLKEPT_SIGN_UP="on")
    ada = Visitor(chromium, house)
    ada.create_account()
    ada.page.goto("/settings")
    ada.page.get_by_role("button", name="Look around in a sample").click()
    ada.page.get_by_role("button", name="Leave it and begin with your own").wait_for()
    ada.bring("export.zip", export())
    report = ada.page.url
    ada.choose("Connections.csv", export_of_strangers())
    preview = ada.page.url
    ada.choose("people.csv", "Who;Where;Reach\nMoss Fern;Blue Kettle;moss@example.org\n")
    mapping = ada.page.url
    assert ada.wrong == []
    house.furnish()
    runs = {"import-run:report": report, "import-run:preview": preview, "import-run:mapping": mapping}
    yield Furnished(house, ada.context.storage_state(), addresses(house) | runs)
    ada.close()
    house.close()


def export_of_strangers() -> str:
    from tests.domain.exchange.conftest import connections

    return connections(
        "Moss,Fern,https://www.linkedin.com/in/moss-fern,,Blue Kettle GmbH,Engineer,04 Mar 2019", ",,,,,,"
    )


def addresses(house: House) -> dict[str, str]:
    """The address of each page, of a record that shows much."""
    sample = house.row("SELECT id FROM accounts_network WHERE kind = 'sample'")
    keys = {}
    for label in set(OF_A_RECORD.values()):
        model = apps.get_model(label)
        column = "network_id" if any(field.name == "network" for field in model._meta.fields) else ""
        where = f"WHERE {column} = {sample}" if column else ""
        keys[label] = house.row(f"SELECT max(id) FROM {model._meta.db_table} {where}") or 0
    busiest = "SELECT contact_id FROM timeline_{} WHERE network_id = ? GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    biggest = (
        "SELECT organization_id FROM contacts_position WHERE network_id = ? GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    )
    imported, nobody = dict(keys), {**keys, "contacts.Contact": 10**9}
    keys["contacts.Contact"] = house.row(busiest.format("promise"), sample)
    keys["contacts.Organization"] = house.row(biggest, sample)
    found = {name: address_of(name, keys) for name in names()}
    found |= {"contact:imported": address_of("contact", imported), "contact:nobody": address_of("contact", nobody)}
    one, other = (
        house.row(f"SELECT {side}_id FROM contacts_likeness WHERE network_id = ?", sample) for side in ("one", "other")
    )
    found |= {"contact-merge": f"/contacts/{one}/merge", "contact-merge:words": f"/contacts/{one}/merge?words=br"}
    found["contact-merge:both"] = f"/contacts/{one}/merge?with={other}"
    house_one, house_other = (
        house.row(f"SELECT {side}_id FROM contacts_organizationlikeness WHERE network_id = ?", sample)
        for side in ("one", "other")
    )
    found["organization-merge:both"] = f"/organizations/{house_one}/merge?with={house_other}"
    for of in ("details", "card", "kept", "dropped"):
        row = house.row("SELECT id FROM capture_captured WHERE network_id = ? AND key = ?", sample, f"captured-{of}")
        found[f"inbox-item:{of}"] = f"/inbox/{row}"
    questions = house.row("SELECT id FROM capture_captured WHERE network_id = ? AND key = 'captured-questions'", sample)
    found["inbox-item"] = f"/inbox/{questions}"
    found["public-page:open"] = "/p/ada-quill"
    by_name = "SELECT id FROM events_event WHERE network_id = ? AND name LIKE ? ORDER BY starts_on DESC LIMIT 1"
    for of, name in (("", "Harvest%"), ("on", "Lantern%"), ("over", "Wickham%")):
        keys["events.Event"] = house.row(by_name, sample, name)
        pages = ("event", "event-edit", "event-list", "event-debrief", "event-here")
        found |= {f"{page}:{of}" if of else page: address_of(page, keys) for page in pages}
    found["log:somebody"] = f"{found['log']}?contact={keys['contacts.Contact']}"
    today = date.today()
    found["contact-as-of:today"] = f"{found['contact-as-of']}?on={today}"
    for of, days in (("past", -28), ("ahead", 28)):
        found[f"week-on:{of}"] = f"/week/{today + timedelta(days=days)}"
    return found


@pytest.fixture(scope="module")
def browsers(chromium: Any, furnished: Furnished) -> Iterator[Any]:
    """One browser for each width and seat; made when first asked for."""
    made: dict[tuple[int, str], Visitor] = {}

    def browser(width: int, seat: str) -> Visitor:
        if (width, seat) not in made:
            state = {"storage_state": furnished.state} if seat == "sample" else {}
            visitor = made[width, seat] = Visitor(chromium, furnished.house, width=width, **state)
            if seat == "own":
                visitor.sign_in()
        return made[width, seat]

    yield browser
    for visitor in made.values():
        visitor.close()


PAINTED = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let left = 120; left && (left > 118 || document.getAnimations().length); left -= 1) await frame();
}"""
RULER = """smallest => {
    const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const controls = "button:not(.button-link), .button:not(.button-link), select, .bar-link, .nav-link, .tab, " +
        "input:not([type=checkbox], [type=radio], [type=hidden], .sr-only)";
    return [...document.querySelectorAll(controls)].filter(shown)
        .filter(element => !element.closest(".sr-only"))
        .map(element => [element, element.getBoundingClientRect()])
        .filter(([, box]) => box.width && box.height && box.height < smallest - 0.5)
        .map(([element, box]) => `${Math.round(box.height)} px high: ${element.outerHTML.slice(0, 120)}`);
}"""


def eventually(look: Callable[[], list[str]], times: int = 4) -> list[str]:
    """What is still wrong when the browser had time to paint: a theme does not change in one frame on a busy machine."""
    while (found := look()) and (times := times - 1):
        sleep(0.5)
    return found


@pytest.mark.parametrize("width", sorted({width for width, _theme in SIGHTS}))
@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_page_is_sound(furnished, browsers, axe, page, width):
    """Light first, by all rules; then dark, where nothing but the colours differs."""
    visitor = browsers(width, page.seat)
    visitor.wrong.clear()
    visitor.page.emulate_media(color_scheme="light")
    address = furnished.addresses[f"{page.name}:{page.of}" if page.of else page.name]
    answer = visitor.page.goto(f"{address}?{page.query}" if page.query else address)

    assert answer.status == page.status
    assert visitor.page.title().removesuffix(" · Wellkept") not in ("", "Wellkept")
    assert visitor.page.locator("h1").count() == 1
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(visitor.page) == []
    if width == 390:
        assert visitor.page.evaluate(RULER, SMALLEST) == []
    visitor.page.emulate_media(color_scheme="dark")
    visitor.page.evaluate(PAINTED)
    assert eventually(lambda: axe(visitor.page, "color-contrast")) == []
    assert [wrong for wrong in visitor.wrong if page.status == 200 or "Failed to load resource" not in wrong] == []


def test_no_page_is_left_out(furnished, browsers):
    """A route that is not listed above shows no page: it takes a form, or gives a file or a fragment."""
    listed = {page.name for page in PAGES}
    ask = browsers(1280, "sample").context.request
    shown = []
    for name in sorted(names() - listed - {"sign-out"}):
        answer = ask.get(furnished.house.url + furnished.addresses[name], max_redirects=0)
        if answer.status == 200 and "<html" in answer.text():
            shown.append(name)

    assert shown == [], "list these pages in PAGES"


def test_the_server_met_no_error(furnished):
    """Stands last: nothing that was shown above left a word of an error in the log."""
    assert "ERROR" not in furnished.house.log
