"""What a line in the palette asks for; whom it is about is looked up, never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import contact
from wellkept.domain.search.commanding import understand


@pytest.fixture
def read(network, today, ana, bruno):
    return lambda line: understand(network=network, line=line, today=today)


@pytest.mark.parametrize(
    "line", ["snooze ana 2 weeks", "snooze 2 weeks ana", "Snooze Ana Souza for 2 weeks", "later ana in 2 weeks"]
)
def test_a_snooze_names_who_and_until_when_in_either_order(read, ana, line):
    command = read(line)
    assert (command.verb, command.contacts, command.when) == ("snooze", [ana], date(2026, 12, 2))
    assert command.ready


def test_a_snooze_without_a_time_is_for_two_weeks(read, ana):
    assert read("snooze ana").when == date(2026, 12, 2)


def test_every_gives_a_cadence_in_days(read, bruno):
    command = read("every 3 months bruno")
    assert (command.verb, command.contacts, command.days) == ("every", [bruno], 92)


def test_next_without_a_day_is_not_ready(read, ana):
    command = read("next ana")
    assert command.contacts == [ana] and not command.ready


def test_never_and_skip_need_no_time(read, bruno):
    assert read("never bruno").ready and read("skip bruno").ready


def test_two_of_one_name_are_both_given(read, network, ada, ana):
    other = contact(network, ada, "Ana", "Nowak")
    assert set(read("never ana").contacts) == {ana, other}


def test_what_is_logged_is_what_follows_the_name(read, ana):
    command = read("log Ana Souza lunch at the harbour")
    assert (command.contacts, command.text) == ([ana], "lunch at the harbour")


def test_somebody_new_is_added_by_name(read):
    assert (read("add Zoë Frost").verb, read("add Zoë Frost").text) == ("add", "Zoë Frost")


@pytest.mark.parametrize("line", ["ana", "snooze", "snoozer ana", "", "   "])
def test_a_plain_search_is_no_command(read, line):
    assert read(line) is None


def test_nobody_of_that_name_is_said_and_not_ready(read):
    command = read("never xylophone")
    assert command.contacts == [] and not command.ready
