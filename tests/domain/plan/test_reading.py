"""Occasions come into their week with a reason and words of their own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.models import Organization, Position
from wellkept.domain.exchange.importing import import_file
from wellkept.domain.history.acting import acting
from wellkept.domain.plan.answering import done
from wellkept.domain.plan.week import this_week


@pytest.fixture
def known(ada, ana, today):
    decide(contacts=[ana], kind="never", by=ada, today=today)
    decide(contacts=[ana], kind="own", days=365, by=ada, today=today)
    return ana


def occasions(network, on):
    return [card for card in this_week(network=network, on=on).proposals if card.kind == "occasion"]


def works(ada, person, **columns):
    with acting(ada, person.network, "edit", summary="job") as act:
        hooli = act.add(Organization(name="Hooli", key="hooli"))
        act.add(Position(contact=person, organization=hooli, title="Engineer", **columns))


def test_a_year_more_in_a_position_is_congratulated(ada, network, known, today):
    first = today.replace(day=1)
    works(ada, known, started_year=first.year - 3, started_month=first.month)
    (card,) = occasions(network, first)
    assert "3 years at Hooli" in card.why
    assert card.opening.startswith("Congratulations on another year at Hooli!")


def test_the_day_we_first_met_is_recalled(ada, network, known, today):
    met = date(today.year - 2, today.month, today.day)
    with acting(ada, network, "edit", summary="met") as act:
        act.edit(known, met_on_year=met.year, met_on_month=met.month, met_on_day=met.day)
    (card,) = occasions(network, today)
    assert card.why == "You first met 2 years ago"
    assert "2 years this week since we first met" in card.opening


def test_a_new_position_that_an_import_shows_comes_into_the_week_and_goes_when_it_was_answered(ada, network, today, tmp_path):  # fmt: skip
    file = tmp_path / "Connections.csv"
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    line = "Dora,Lind,https://www.linkedin.com/in/dora-lind,,{},{},01 Feb 2021\n"
    file.write_text(header + line.format("Initech", "Analyst"))
    import_file(network=network, path=file, by=ada)
    dora = network_contact(network, "Dora Lind")
    decide(contacts=[dora], kind="own", days=365, by=ada, today=today)
    assert occasions(network, network.today()) == []

    file.write_text(header + line.format("Hooli", "Head of Data"))
    import_file(network=network, path=file, by=ada)
    (card,) = occasions(network, network.today())
    assert "New position: Head of Data" in card.why and "Hooli" in card.why
    assert "Head of Data at Hooli" in card.opening

    done(contact=dora, proposal="occasion", subject=card.subject, note="", kind="message", by=ada, today=network.today())  # fmt: skip
    assert occasions(network, network.today()) == []
    assert occasions(network, network.today() + timedelta(days=7)) == []


def network_contact(network, name):
    from wellkept.domain.contacts.models import Contact

    return Contact.objects.get(network=network, display=name)


def test_the_card_of_somebody_due_says_how_often_it_is_in_fact(ada, network, ana, today):
    from wellkept.domain.timeline.recording import record_interaction

    for weeks in (8, 14, 21, 27, 33, 40, 46):
        on = today - timedelta(weeks=weeks)
        record_interaction(network=network, contacts=[ana], kind="call", on=on, by=ada, today=today)
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today - timedelta(weeks=47))
    (card,) = [card for card in this_week(network=network, on=today).proposals if card.kind == "cadence"]
    assert "every month, as a rule it is about every 8 weeks" in card.why


def test_whom_the_user_is_close_to_comes_before_others_due_as_long(ada, network, ana, bruno, chen, today):
    from wellkept.domain.contacts.closeness import set_closeness
    from wellkept.domain.timeline.recording import record_interaction

    people = [ana, bruno, chen]
    for person in people:
        record_interaction(network=network, contacts=[person], kind="call", on=today - timedelta(days=60), by=ada, today=today)  # fmt: skip
    decide(contacts=people, kind="own", days=30, by=ada, today=today - timedelta(days=60))
    network.touch_goal = 1
    assert [card.contact for card in this_week(network=network, on=today).proposals] == [ana.pk]
    set_closeness(contact=chen, closeness=5, by=ada)
    assert [card.contact for card in this_week(network=network, on=today).proposals] == [chen.pk]
