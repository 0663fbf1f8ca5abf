"""Occasions are read for the contacts in sight, in one query."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from wellkept.domain.contacts.models import ContactDate
from wellkept.domain.history.acting import acting
from wellkept.domain.occasions.reading import occasions_between


def dated(ada, network, person, month, day, kind="birthday", year=None):
    with acting(ada, network, "edit", summary="date") as act:
        act.add(ContactDate(contact=person, kind=kind, month=month, day=day, year=year))


def test_a_week_has_the_occasions_of_its_days(ada, network, ana, bruno, chen, django_assert_num_queries):
    dated(ada, network, ana, 12, 31, year=1980)
    dated(ada, network, bruno, 1, 2, kind="anniversary")
    dated(ada, network, chen, 1, 9)
    with django_assert_num_queries(1):
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
