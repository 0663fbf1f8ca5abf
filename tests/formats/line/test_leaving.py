"""What the reading leaves out is asked about, and what is no part of a record is let go."""

from datetime import date

import pytest

from wellkept.formats.line import parse

TUESDAY = date(2026, 11, 24)


def asked(line):
    return parse(line, today=TUESDAY).unsure


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("met Ana Souza through the Orlando Circle, two kids", "Orlando Circle"),
        ("Lunch with Ana Souza on Monday, two kids, went to the Zanzibar Expo", "Zanzibar Expo"),
    ],
)
def test_a_name_that_is_nowhere_in_the_record_is_asked_about(line, words):
    assert asked(line) == (words,)


@pytest.mark.parametrize(
    "fact", ["went to Zanzibar Rooms", "wrote a book with Ole Dahlgren", "her son got into medical school"]
)
def test_what_a_fact_says_is_kept_in_its_words(fact):
    line = parse(f"Met Ana Souza, {fact}", today=TUESDAY)

    assert [one.words for one in line.facts] == [fact] and [one.name for one in line.contacts] == ["Ana Souza"]


@pytest.mark.parametrize(
    "line",
    [
        "Lunch with Ana Souza at Le Gavroche, two kids",
        "Bumped into Ana Souza on the train to Bern",
        "Gave Ana Souza a Leuchtturm notebook",
        "met the Larsson twins (Erik and Nils)",
    ],
)
def test_places_to_eat_towns_on_the_way_and_presents_are_let_go(line):
    assert asked(line) == ()


def test_an_invented_weekday_is_never_the_day_of_a_lunch_that_may_be_to_come():
    line = parse("lunch with Ana Souza on Thursday, she's vegan", today=TUESDAY)

    assert (line.interaction.kind, line.interaction.on, line.unsure) == ("lunch", None, ("Thursday",))
    assert line.doubts[0].candidates == ("2026-11-19", "2026-11-26")


def test_what_was_told_as_past_is_the_last_one():
    assert parse("had lunch with Ana Souza on Thursday", today=TUESDAY).interaction.on == date(2026, 11, 19)
