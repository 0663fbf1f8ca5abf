import re

import pytest
from django.test import Client

from tests.cast import network_of
from tests.domain.contacts.own_card import MARKS
from wellkept.domain.accounts.limits import forget
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.publishing import choose_address, new_address, settle_page
from wellkept.interfaces.web.own_page.public import LOOKS

SECRETS = ("SECRET-CUSTOM", "SECRET-WHERE", "SECRET-EXTRA", "Nickname-Secret", "1984", "ada@example.org")


def squeezed(answer):
    """Without blanks and the way phones are spelt, so that a mark is found however it is set."""
    return re.sub(r"\s+", "", answer.content.decode())


@pytest.mark.parametrize("field", sorted(MARKS))
def test_what_is_ticked_is_shown_and_nothing_else(publish, field):
    publish(field)
    for address in ("/p/quill", "/p/quill/card.vcf"):
        seen = squeezed(Client().get(address))
        if field == "phone:+4312345678":
            assert "+4312345678" in seen
        elif not (address == "/p/quill" and field == "link:linkedin:example-quill"):
            assert MARKS[field] in seen
        for other, mark in MARKS.items():
            assert other == field or mark not in seen, f"{other} at {address}"
        for secret in SECRETS:
            assert secret not in seen


def test_all_of_it_is_shown_when_all_is_ticked(publish):
    publish(*MARKS, "photo")
    seen = squeezed(Client().get("/p/quill"))

    for mark in MARKS.values():
        assert mark in seen
    assert '/p/quill/photo"' in seen
    assert "PHOTO" in Client().get("/p/quill/card.vcf").content.decode()


def test_the_picture_is_given_only_where_it_is_ticked(publish):
    publish("name")
    assert Client().get("/p/quill/photo").status_code == 404
    assert "PHOTO" not in Client().get("/p/quill/card.vcf").content.decode()

    publish("photo")
    answer = Client().get("/p/quill/photo")
    assert (answer.status_code, answer["Content-Security-Policy"]) == (200, "default-src 'none'; sandbox")


@pytest.mark.parametrize("rest", ["", "/card.vcf", "/photo"])
def test_a_page_that_is_off_answers_as_one_that_never_was(publish, rest):
    publish("name", "photo", on=False)
    off, unknown = Client().get(f"/p/quill{rest}"), Client().get(f"/p/never-was{rest}")

    assert (off.status_code, off.content) == (404, unknown.content)
    assert dict(off.headers) == dict(unknown.headers)
    assert Client().post("/p/quill", {"name": "Ana"}).status_code == 404


def test_an_old_address_leads_nowhere(publish, network, ada):
    publish("name")
    new = new_address(network=network, by=ada).address

    assert Client().get("/p/quill").status_code == 404
    assert Client().get(f"/p/{new}").status_code == 200


def test_nobody_is_led_from_it_indexes_it_or_gets_a_cookie(publish):
    publish("name", leave_details=True)
    for address in ("/p/quill", "/p/quill/card.vcf", "/p/never-was"):
        answer = Client().get(address)
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
        assert answer["Cache-Control"] == "no-store"
    page = Client().get("/p/quill")
    assert '<meta name="robots" content="noindex' in page.content.decode()
    assert "script-src" not in page["Content-Security-Policy"]
    assert "<script" not in page.content.decode()


def test_the_address_is_not_logged(publish, caplog):
    publish("name", on=False)
    Client().get("/p/quill")

    assert "quill" not in caplog.text


def test_another_user_sees_what_all_see_and_changes_nothing(publish, ben):
    page = publish("name", "email:ada.work@example.org")
    client = Client()
    client.force_login(ben.user)

    assert "ada.work@example.org" in client.get("/p/quill").content.decode()
    client.post("/me/page", {"page": ["name"]})
    client.post("/me/page/address", {"do": "choose", "address": "quill"})
    client.post("/me/page/address", {"do": "new"})
    page.refresh_from_db()
    assert (page.address, page.on, page.fields) == ("quill", True, ["name", "email:ada.work@example.org"])
    assert "ada.work" not in client.get("/me/page").content.decode()


def test_a_page_shows_its_own_users_card_to_somebody_signed_in_with_one_of_theirs(publish, ben):
    publish("name")
    theirs = network_of(ben)
    with inside(theirs):
        choose_address(network=theirs, address="marsh", by=ben)
        settle_page(network=theirs, on=True, fields=["name"], code_fields=[], leave_details=False, by=ben)
    client = Client()
    client.force_login(ben.user)

    assert "Ada Quill" in client.get("/p/quill").content.decode()
    assert "Ben Marsh" not in client.get("/p/quill").content.decode()


def test_it_is_read_with_few_queries(publish, django_assert_max_num_queries):
    publish(*MARKS, leave_details=True)
    with django_assert_max_num_queries(12):
        assert Client().get("/p/quill").status_code == 200


def test_trying_addresses_is_told_to_wait(publish):
    publish("name")
    client = Client()
    answers = {client.get(f"/p/guess-{number}").status_code for number in range(LOOKS[0])}
    last = client.get("/p/quill")

    assert answers == {404}
    assert (last.status_code, int(last["Retry-After"]) > 0) == (429, True)
    forget("own-page:127.0.0.1")


def test_an_about_that_holds_html_does_no_harm(publish, network, card, ada):
    card.about = "<script>alert(1)</script> **tides**"
    card.save()
    publish("about")

    seen = Client().get("/p/quill").content.decode()
    assert "<script" not in seen
    assert "<strong>tides</strong>" in seen


def test_a_link_that_no_browser_may_follow_is_words(publish, network, card):
    card.links.filter(kind="website").update(url="javascript:alert(1)")
    publish("link:javascript:alert(1)")

    seen = Client().get("/p/quill").content.decode()
    assert "javascript:alert(1)" in seen
    assert 'href="javascript' not in seen


def test_the_preview_shows_the_page_while_it_is_off(page, publish):
    publish("name", "photo", on=False, leave_details=True)
    seen = page.get("/me/page/preview").content.decode()

    assert "Ada Quill" in seen
    assert "It is off." in seen
    assert "head of charts" not in seen.lower()
    assert page.get("/me/page/photo").status_code == 200
