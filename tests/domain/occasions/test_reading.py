"""Occasions are read for the contacts in sight, in a query a kind."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from wellkept.domain.contacts.models import ContactDate, Organization, Position
from wellkept.domain.history.acting import acting
from wellkept.domain.occasions.reading import new_positions, occasions_between


def dated(ada, network, person, month, day, kind="birthday", year=None):
    with acting(ada, network, "edit", summary="date") as act:
        act.add(ContactDate(contact=person, kind=kind, month=month, day=day, year=year))


def test_a_week_has_the_occasions_of_its_days(ada, network, ana, bruno, chen, django_assert_num_queries):
    dated(ada, network, ana, 12, 31, year=1980)
    dated(ada, network, bruno, 1, 2, kind="anniversary")
    dated(ada, network, chen, 1, 9)
    with django_assert_num_queries(3):
        found = occasions_between(network=network, start=date(2026, 12, 28), end=date(2027, 1, 3))
    assert [(o.contact, o.kind, o.turning) for o in found] == [
        (ana.pk, "birthday", 46),
        (bruno.pk, "anniversary", None),
    ]


def test_the_29th_of_february_is_found_in_the_week_of_its_stand_in(ada, network, ana):
    dated(ada, network, ana, 2, 29)
    week = {"start": date(2027, 3, 1), "end": date(2027, 3, 7)}
    assert occasions_between(network=network, **week) == []
    network.birthday_29_february = "03-01"
    assert [o.on for o in occasions_between(network=network, **week)] == [date(2027, 3, 1)]


def test_the_archived_and_the_strangers_have_none(ada, ben, network, ana):
    dated(ada, network, ana, 11, 20)
    with acting(ada, network, "archive", summary="x") as act:
        act.edit(ana, archived_at=timezone.now())
    assert occasions_between(network=network, start=date(2026, 11, 16), end=date(2026, 11, 22)) == []


def test_a_whole_year_is_read_at_once(ada, network, ana, bruno):
    dated(ada, network, ana, 3, 4)
    dated(ada, network, bruno, 9, 1)
    found = occasions_between(network=network, start=date(2026, 11, 1), end=date(2027, 10, 31), contacts=[bruno.pk])
    assert [o.on for o in found] == [date(2027, 9, 1)]


def of_work(ada, person, name="Hooli", **columns):
    with acting(ada, person.network, "edit", summary="job") as act:
        organization = act.add(Organization(name=name, key=name.lower()))
        return act.add(Position(contact=person, organization=organization, title="Engineer", **columns))


WEEK = {"start": date(2026, 11, 30), "end": date(2026, 12, 6)}


def test_the_day_of_the_first_meeting_comes_round_where_it_is_known_whole(ada, network, ana, bruno, chen):
    with acting(ada, network, "edit", summary="met") as act:
        act.edit(ana, met_on_year=2024, met_on_month=12, met_on_day=2)
        act.edit(bruno, met_on_year=2026, met_on_month=12, met_on_day=2)  # the day itself is no anniversary
        act.edit(chen, met_on_year=2020, met_on_month=12)
    assert [(o.contact, o.kind, o.turning) for o in occasions_between(network=network, **WEEK)] == [(ana.pk, "met", 2)]


def test_years_in_the_present_position_are_counted_from_its_month(ada, network, ana, bruno, chen):
    of_work(ada, ana, started_year=2021, started_month=12)
    of_work(ada, bruno, "Initech", started_year=2021, started_month=12, current=False)
    of_work(ada, chen, "Globex", started_year=2021)
    assert [(o.contact, o.kind, o.label, o.turning) for o in occasions_between(network=network, **WEEK)] == [
        (ana.pk, "work", "Hooli", 5)
    ]


def test_a_position_that_an_import_has_shown_is_news(ada, network, ana, bruno):
    of_work(ada, ana, since=date(2026, 11, 20))
    of_work(ada, bruno, "Initech", since=date(2026, 9, 1))
    lately = {"since": date(2026, 11, 1), "until": date(2026, 11, 22)}
    (news,) = new_positions(network=network, **lately)
    assert (news.contact, news.kind, news.label, news.on) == (ana.pk, "job", "Engineer · Hooli", date(2026, 11, 20))
    network.occasion_kinds = ["birthday"]
    assert new_positions(network=network, **lately) == []


def test_only_the_kinds_that_the_user_wants_are_shown(ada, network, ana):
    dated(ada, network, ana, 12, 1)
    dated(ada, network, ana, 12, 2, kind="anniversary")
    dated(ada, network, ana, 12, 3, kind="other")
    of_work(ada, ana, started_year=2021, started_month=12)
    network.occasion_kinds = ["anniversary", "work"]
    assert [o.kind for o in occasions_between(network=network, **WEEK)] == ["work", "anniversary"]
    network.occasion_kinds = []
    assert occasions_between(network=network, **WEEK) == []
