"""Letters to contacts of a network, from what is recorded of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Email, Organization, Position, PostalAddress
from wellkept.domain.correspondence.facts import gather
from wellkept.domain.correspondence.writing import letter, letters
from wellkept.domain.history.acting import acting
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction

from ...cast import contact, network_of


def talked(
    network, ada, people, today, body="Talked about the **move** to [Linz](https://example.org).", back=60, kind="lunch"
):
    return record_interaction(
        network=network, contacts=people, kind=kind, on=today - timedelta(days=back), by=ada, today=today, body=body
    )


def test_everything_known_is_gathered_with_as_many_queries_for_many_as_for_one(
    network, ada, today, django_assert_max_num_queries
):
    people = [contact(network, ada, f"P{number}", "Many") for number in range(25)]
    talked(network, ada, people, today)
    with django_assert_max_num_queries(14):
        known = gather(network=network, contacts=[person.pk for person in people])
    assert len(known) == 25 and all(person.said for person in known.values())


def test_a_letter_begins_with_what_was_last_talked_about(network, ada, ana, today):
    talked(network, ada, [ana], today)
    written = letter(network=network, contact=ana, today=today)
    assert "the move to Linz" in written.opening and written.purpose == "keep"
    assert written.last == "Talked about the move to Linz." and written.last_kind == "lunch"
    assert written.body.startswith("Hi Ana,") and written.body.endswith("Ada")


def test_guests_of_one_table_get_different_lines_even_when_asked_for_one_by_one(network, ada, today):
    table = [contact(network, ada, f"P{number}", "Guest") for number in range(5)]
    talked(network, ada, table, today)
    lines = [letter(network=network, contact=guest, today=today).opening for guest in table]
    assert len(set(lines)) == 5
    together = letters(network=network, wanted={guest.pk: None for guest in table}, today=today)
    assert [together[guest.pk].opening for guest in table] == lines


def test_the_newest_job_the_city_and_the_shared_employer_are_known(network, ada, ana, today):
    with acting(ada, network, "add", summary="x") as act:
        hooli, acme = act.add_all([Organization(name="Hooli", key="hooli"), Organization(name="Acme", key="acme")])
        act.add(
            Position(
                contact=ana,
                organization=hooli,
                title="Engineer",
                started_year=2015,
                ended_year=2020,
                current=False,
                position=1,
            )
        )
        act.add(Position(contact=ana, organization=acme, title="Head of Data", started_year=2020))
        act.add(
            Position(
                contact=own_card(network=network), organization=hooli, started_year=2018, ended_year=2022, current=False
            )
        )
        act.add(PostalAddress(contact=ana, city="Graz", street="1 Well Lane"))
        act.add(Email(contact=ana, address="ana@example.org", key="ana@example.org"))
    known = gather(network=network, contacts=[ana.pk])[ana.pk]
    assert (known.title, known.organization, known.city) == ("Head of Data", "Acme", "Graz")
    assert [(shared.name, shared.together) for shared in known.shared] == [("Hooli", True)]
    written = letter(network=network, contact=ana, today=today)
    assert written.headline == "Head of Data · Acme" and [way.kind for way in written.channels] == ["email", "letter"]


def test_a_new_job_is_news(network, ada, ana, today):
    with acting(ada, network, "add", summary="x") as act:
        acme = act.add(Organization(name="Acme", key="acme"))
        act.add(Position(contact=ana, organization=acme, title="Head of Data", since=today - timedelta(days=20)))
    talked(network, ada, [ana], today, body="")
    written = letter(network=network, contact=ana, today=today)
    assert (
        "ongratulations" in written.opening and "Head of Data at Acme" in written.opening and written.fact == "position"
    )


def test_an_open_promise_is_the_line_of_its_card(network, ada, ana, today):
    talk = talked(network, ada, [ana], today, back=8)
    make_promise(contact=ana, by_whom="me", text="Send her the plan", by=ada, interaction=talk)
    written = letter(network=network, contact=ana, today=today, purpose="promise_mine")
    assert "send you the plan" in written.opening and "10 November" in written.opening


def test_long_silence_makes_it_a_reconnection_and_no_history_an_introduction(network, ada, ana, bruno, today):
    talked(network, ada, [ana], today, back=700)
    assert letter(network=network, contact=ana, today=today).purpose == "reconnect"
    assert letter(network=network, contact=bruno, today=today).purpose == "introduce"


def test_what_the_stranger_knows_is_not_gathered(network, ada, ben, ana):
    theirs = network_of(ben)
    with inside(theirs):
        assert gather(network=theirs, contacts=[ana.pk]) == {}


def test_nobody_writes_to_themselves_or_to_a_strangers_contact(network, ada, ben, today):
    zoe = contact(network_of(ben), ben, "Zoe", "Far")
    for nobody in (own_card(network=network), zoe):
        with pytest.raises(Refusal):
            letter(network=network, contact=nobody, today=today)


def test_the_date_of_a_letter_is_the_users_today(network, ada, ana, today):
    talked(network, ada, [ana], today, back=1)
    assert "yesterday" in letter(network=network, contact=ana, today=today).opening
    assert "yesterday" not in letter(network=network, contact=ana, today=today + timedelta(days=1)).opening
    assert (
        date(2026, 11, 17).strftime("%A")
        in letter(network=network, contact=ana, today=today + timedelta(days=2)).opening
    )
