from datetime import date

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.interfaces.web.triage.choosing import Decided, cadence_buttons, day_of, days_in_words, snooze_choices


def test_the_digits_stand_for_the_cadences_and_zero_for_never():
    said = {button.key: Decided.of(button.value) for button in cadence_buttons()}

    assert [said[str(key)].days for key in range(1, 8)] == [7, 14, 30, 45, 90, 180, 365]
    assert said["0"].kind == "never"


def test_undecided_takes_a_decision_back():
    assert Decided.of("undecided").kind is None


@pytest.mark.parametrize("value", ["", "weekly", "-7", "7.5", "123456"])
def test_a_value_that_is_no_cadence_is_refused(value):
    with pytest.raises(Refusal):
        Decided.of(value)


def test_what_is_put_off_comes_back_tomorrow_in_a_week_in_two_or_in_a_month():
    assert [choice.on for choice in snooze_choices(date(2026, 11, 18))] == [
        date(2026, 11, 19), date(2026, 11, 25), date(2026, 12, 2), date(2026, 12, 18),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["soon", "2026-02-30", "18.11.2026", "2026-11-18T10:00"])
def test_a_day_that_is_none_is_refused_with_the_name_of_its_field(text):
    with pytest.raises(Refusal) as refused:
        day_of({"on": text}, "on")
    assert refused.value.field == "on"


def test_an_empty_field_is_no_day():
    assert day_of({"on": " "}, "on") is None


@pytest.mark.parametrize(
    ("days", "words"), [(1, "1 day"), (13, "13 days"), (42, "6 weeks"), (90, "3 months"), (800, "2 years")]
)
def test_a_length_of_time_is_told_in_the_unit_one_would_use(days, words):
    assert days_in_words(days) == words
