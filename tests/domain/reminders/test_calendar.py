"""The private calendar: what is in it, and how entries keep their names and count their changes."""

from datetime import date, timedelta

import icalendar
import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.models import ContactDate, Organization, Position
from wellkept.domain.history.acting import acting
from wellkept.domain.reminders.calendar import address_of, begin, calendar_of, choose, end, network_at
from wellkept.domain.timeline.promising import edit_promise, make_promise, settle_promise
from wellkept.domain.timeline.recording import record_interaction
from wellkept.domain.timeline.thanking import owe_thanks


@pytest.fixture
def birthday(network, ada, ana):
    with acting(ada, network, "edit", summary="Edited") as act:
        return act.add(
            ContactDate(network=network, contact=ana, kind="birthday", year=None, month=2, day=29, position=0)
        )


def events(network, now):
    return {
        str(event["SUMMARY"]): event
        for event in icalendar.Calendar.from_ical(calendar_of(network=network, now=now)).walk("VEVENT")
    }


def test_promises_of_both_sides_next_steps_and_occasions_are_in_it(
    network, ada, ana, bruno, birthday, promised, today, now
):
    owe_thanks(contacts=[bruno], what="Say thank you for the lamp", on=today, by=ada)
    make_promise(contact=ana, by_whom="them", text="Lend me the book", due_on=today + timedelta(days=3), by=ada)
    record_interaction(network=network, contacts=[bruno], kind="met", on=today, body="At the fair", by=ada, today=today)

    found = events(network, now)

    assert found["Promised to Ana Souza: Send the paper on wells"].start == today
    assert "Ana Souza promised: Lend me the book" in found
    assert "Owed to Bruno Keller: Say thank you for the lamp" in found
    assert found["Birthday: Ana Souza"]["RRULE"] == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}
    assert found["Follow up with Bruno Keller"].start > today


def test_29_february_is_on_the_day_the_user_chose(network, birthday, now):
    network.birthday_29_february = "03-01"
    network.save()

    assert events(network, now)["Birthday: Ana Souza"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYYEARDAY=60"


def test_who_is_never_to_be_kept_in_touch_with_has_no_birthday_in_it(network, ada, ana, birthday, today, now):
    decide(contacts=[ana], kind="never", by=ada, today=today)

    assert events(network, now) == {}


def test_whoever_falls_due_by_cadence_is_in_it_only_if_asked(network, ada, ana, today, now):
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)
    assert events(network, now) == {}

    choose(network=network, cadence=True)

    assert list(events(network, now)) == ["Keep in touch with Ana Souza"]


def test_what_did_not_change_is_the_same_to_the_octet(network, promised, birthday, now):
    assert calendar_of(network=network, now=now) == calendar_of(network=network, now=now + timedelta(days=2))


def test_a_change_keeps_the_name_and_counts(network, ada, promised, birthday, now):
    before = events(network, now)
    edit_promise(promise=promised, by=ada, due_on=date(2026, 12, 1))
    after = events(network, now + timedelta(hours=1))

    name = "Promised to Ana Souza: Send the paper on wells"
    assert after[name]["UID"] == before[name]["UID"]
    assert (before[name]["SEQUENCE"], after[name]["SEQUENCE"]) == (0, 1)
    assert after[name]["LAST-MODIFIED"].dt == after[name]["DTSTAMP"].dt == now + timedelta(hours=1)
    assert after["Birthday: Ana Souza"]["SEQUENCE"] == 0


def test_what_is_kept_is_in_it_no_more(network, ada, promised, today, now):
    settle_promise(promise=promised, on=today, by=ada)

    assert events(network, now) == {}


def test_names_of_entries_tell_nothing_of_the_installation(network, promised, now):
    (event,) = events(network, now).values()

    assert str(event["UID"]).endswith("@wellkept")
    assert str(promised.pk) not in str(event["UID"]).split("-")


def test_a_stranger_has_a_calendar_of_their_own(network, ben, promised, now):
    other = network_of(ben)
    with inside(other):
        contact(other, ben, "Chen", "Wei")
        assert events(other, now) == {}


def test_the_address_leads_to_its_user_and_a_new_one_kills_it(network):
    first = begin(network=network)
    assert network_at(first) == network
    assert first in address_of(network)

    second = begin(network=network)

    assert network_at(first) is None
    assert network_at(second) == network


def test_without_a_calendar_no_address_leads_anywhere(network):
    secret = begin(network=network)
    end(network=network)

    assert network_at(secret) is None
    assert network_at("") is None
    assert address_of(network) == ""


def test_the_database_alone_does_not_give_the_address_away(network, settings):
    secret = begin(network=network)
    settings.SECRET_KEY = "another installation's secret key, long enough"

    assert secret not in address_of(network)
    assert address_of(network) == ""


def test_it_takes_few_queries(network, ada, birthday, promised, now, django_assert_max_num_queries):
    calendar_of(network=network, now=now)
    for number in range(30):
        one = contact(network, ada, f"Person{number}", "Reed")
        make_promise(contact=one, by_whom="me", text="Write", due_on=date(2026, 11, 30), by=ada)
    calendar_of(network=network, now=now)

    with django_assert_max_num_queries(6):
        assert calendar_of(network=network, now=now).count(b"BEGIN:VEVENT") > 30


def test_first_met_and_years_in_a_position_are_in_it_of_those_kept_in_touch_with(network, ada, ana, bruno, today, now):
    with acting(ada, network, "edit", summary="Edited") as act:
        for person in (ana, bruno):
            act.edit(person, met_on_year=today.year - 3, met_on_month=today.month, met_on_day=today.day)
        acme = act.add(Organization(network=network, name="Acme"))
        began = {"started_year": today.year - 1, "started_month": today.month, "position": 0}
        act.add(Position(network=network, contact=ana, organization=acme, current=True, **began))
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)

    found = events(network, now)

    assert {"3 years since you met: Ana Souza", "1 year at Acme: Ana Souza"} <= set(found)
    assert not [summary for summary in found if "Bruno" in summary]

    network.occasion_kinds = ["birthday"]
    network.save()
    assert not [summary for summary in events(network, now) if "year" in summary]
