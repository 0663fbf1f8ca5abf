"""The search page and the palette, which also acts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django_scopes import scope

from tests.cast import contact, network_of
from wellkept.domain.cadence.models import Decision, Snooze
from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.adding import add_event
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


@pytest.fixture
def do(page, ana):
    return lambda **form: page.post(reverse("palette-do"), {"contact": ana.pk} | form, follow=True)


def test_the_page_finds_and_teaches(page, ana):
    assert "Find anybody" in page.get(reverse("search")).content.decode()
    found = page.get(reverse("search"), {"q": "souz"}).content.decode()
    assert reverse("contact", args=[ana.pk]) in found
    assert "Nothing found for" in page.get(reverse("search"), {"q": "qqqq"}).content.decode()


def test_while_typing_only_what_was_found_is_sent(page, ana):
    answer = page.get(reverse("search"), {"q": "souz"}, headers={"HX-Request": "true"}).content.decode()
    assert 'id="found"' in answer and "<html" not in answer


def test_the_palette_offers_people_pages_and_commands(page, ana):
    assert "Ana Souza" in page.get(reverse("palette"), {"q": "ana"}).content.decode()
    assert reverse("imports") in page.get(reverse("palette"), {"q": "imp"}).content.decode()
    assert 'value="snooze"' in page.get(reverse("palette"), {"q": "snooze ana 2 weeks"}).content.decode()


@pytest.fixture
def fairs(network, ada):
    """One that is on, one that comes."""
    today = network.today()
    fair = add_event(network=network, name="Paper fair", place="Graz", starts_on=today, series="Fairs", by=ada)
    later = add_event(network=network, name="Supper", starts_on=today + timedelta(days=9), by=ada)
    return fair, later


def test_events_are_found_on_the_page_and_in_the_palette(page, fairs):
    fair, later = fairs
    for name in ("search", "palette"):
        said = page.get(reverse(name), {"q": "graz"}).content.decode()
        assert reverse("event", args=[fair.pk]) in said and reverse("event", args=[later.pk]) not in said
    assert "Nothing found for" not in page.get(reverse("search"), {"q": "fairs"}).content.decode()


def test_the_palette_goes_to_events_and_to_event_mode(page, fairs, ada):
    fair, later = fairs
    for typed in ("", "event mode", "even paper"):
        said = page.get(reverse("palette"), {"q": typed}).content.decode()
        assert reverse("event-here", args=[fair.pk]) in said and reverse("event-here", args=[later.pk]) not in said
    assert (
        reverse("event-here", args=[fair.pk]) not in page.get(reverse("palette"), {"q": "mode supper"}).content.decode()
    )
    assert reverse("events") in page.get(reverse("palette"), {"q": "event"}).content.decode()
    assert reverse("event-add") in page.get(reverse("palette"), {"q": "add an event"}).content.decode()


def test_where_no_event_is_on_event_mode_is_that_of_the_next_one(page, network, ada):
    assert "/here" not in page.get(reverse("palette"), {"q": "event mode"}).content.decode()
    later = add_event(network=network, name="Supper", starts_on=network.today() + timedelta(days=9), by=ada)
    assert reverse("event-here", args=[later.pk]) in page.get(reverse("palette"), {"q": "event mode"}).content.decode()
    assert "/here" not in page.get(reverse("palette")).content.decode()


def test_a_command_is_done_for_whom_it_was_picked_and_can_be_undone(do, network, ana, ada):
    until = network.today() + timedelta(days=14)
    assert "Snoozed Ana Souza" in do(verb="snooze", when=until.isoformat()).content.decode()
    assert Snooze.objects.get(contact=ana).until == until
    undo(act=Act.objects.get(verb="snooze"), by=ada)
    assert not Snooze.objects.exists()


def test_a_cadence_and_never_are_decided(do, ana):
    do(verb="every", days="90")
    assert Decision.objects.get(contact=ana).days == 90
    do(verb="never")
    assert Decision.objects.get(contact=ana).kind == "never"


@pytest.mark.parametrize(
    "form",
    [{"verb": "snooze"}, {"verb": "delete"}, {"verb": "every", "days": "x"}, {"verb": "next", "when": "2026-02-31"}],
)
def test_an_order_that_is_none_is_refused_and_nothing_is_done(do, form):
    before = Act.objects.count()
    assert do(**form).status_code == 200
    assert Act.objects.count() == before


def test_a_stranger_finds_and_does_nothing(client, ben, ada, ana, fairs):
    client.force_login(ben.user)
    assert "Paper fair" not in client.get(reverse("palette"), {"q": "paper"}).content.decode()
    assert "/here" not in client.get(reverse("palette"), {"q": "event mode"}).content.decode()
    assert "Souza" not in client.get(reverse("palette"), {"q": "souza"}).content.decode()
    assert client.post(reverse("palette-do"), {"contact": ana.pk, "verb": "never"}).status_code == 404
    with scope(network=network_of(ben)):
        assert not Contact.objects.filter(pk=ana.pk).exists()


def test_the_page_takes_few_queries(page, network, ada, django_assert_max_num_queries):
    for number in range(30):
        contact(network, ada, "Ana", f"Souza {number}")
    with django_assert_max_num_queries(20):
        answer = page.get(reverse("search"), {"q": "ana"})
    assert answer.content.decode().count("Souza ") >= 10
