"""What the user settles about reminders, and what is refused."""

from datetime import timedelta

import pytest

from tests.cast import network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.reminders.models import Reminders
from wellkept.domain.reminders.settling import (
    end_links,
    end_pause,
    pause,
    paused_until,
    reminders_of,
    settle,
    stop_mail,
)

USUAL = {"by_mail": True, "often": "morning", "days": [0, 4], "weekday": 0, "at": 450}


def test_nothing_is_sent_to_anybody_who_did_not_ask(network):
    row = reminders_of(network)

    assert row.pk is None
    assert not row.by_mail


def test_what_is_settled_is_the_timetable(network):
    settle(network=network, **USUAL, quiet_from=22 * 60, quiet_until=7 * 60)

    table = reminders_of(network).timetable
    assert table.days == {0, 4}
    assert (table.at.hour, table.at.minute) == (7, 30)
    assert (table.quiet_from.hour, table.quiet_until.hour) == (22, 7)


def test_once_a_week_only_its_day_counts(network):
    settle(network=network, **USUAL | {"often": "weekly", "weekday": 6, "days": []})

    assert reminders_of(network).timetable.days == {6}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"often": "hourly"}, "often"),
        ({"days": []}, "days"),
        ({"days": [7]}, "days"),
        ({"weekday": 9}, "days"),
        ({"at": 1440}, "at"),
        ({"quiet_from": 600}, "quiet_from"),
        ({"quiet_from": 600, "quiet_until": 600}, "quiet_until"),
        ({"quiet_from": -1, "quiet_until": 600}, "quiet_from"),
        ({"quiet_from": 420, "quiet_until": 480}, "at"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(network, wrong, field):
    with pytest.raises(Refusal) as refused:
        settle(network=network, **USUAL | wrong)

    assert refused.value.field == field
    assert not Reminders.objects.filter(network=network).exists()


def test_a_pause_ends_on_its_day_and_can_be_ended(network, today):
    until = today + timedelta(days=49)
    pause(network=network, until=until, today=today)

    assert paused_until(network, until - timedelta(days=1)) == until
    assert paused_until(network, until) is None
    end_pause(network=network)
    assert paused_until(network, today) is None


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_pause_is_for_days_to_come_and_a_year_at_most(network, today, days):
    with pytest.raises(Refusal):
        pause(network=network, until=today + timedelta(days=days), today=today)


def test_stopping_the_mail_and_ending_links_makes_old_links_dead(network):
    settle(network=network, **USUAL)
    keys = [reminders_of(network).link_key]
    stop_mail(network=network)
    keys.append(reminders_of(network).link_key)
    end_links(network=network)
    keys.append(reminders_of(network).link_key)

    assert len(set(keys)) == 3
    assert not reminders_of(network).by_mail


def test_a_strangers_reminders_stay_as_they_are(network, ben, today):
    settle(network=network, **USUAL)
    pause(network=network, until=today + timedelta(days=5), today=today)

    with inside(network_of(ben)):
        assert paused_until(network_of(ben), today) is None
        assert reminders_of(network_of(ben)).pk is None
