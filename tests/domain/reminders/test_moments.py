"""Laws of when a reminder goes out, over every zone there is and the years 1970 to 2100."""

import os
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from wellkept.domain.reminders.moments import (
    Timetable,
    due,
    first_instant,
    is_quiet,
    moment_of,
    next_moment,
)

EXAMPLES = int(os.environ.get("WELLKEPT_EXAMPLES", "300"))
ZONES = sorted(zoneinfo.available_timezones())
EVERY_DAY = frozenset(range(7))
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)

zones = st.sampled_from(ZONES).map(zoneinfo.ZoneInfo)
days = st.dates(date(1970, 1, 2), date(2100, 12, 30))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
nows = st.datetimes(datetime(1970, 1, 12), datetime(2100, 12, 1)).map(lambda at: at.replace(microsecond=0, tzinfo=UTC))
weekdays = st.frozensets(st.integers(0, 6), min_size=1)


def wall(moment, zone):
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


@st.composite
def around_a_jump(draw):
    """A zone and a day on which its clock jumps, where it does within a year of a day drawn."""
    zone, day = draw(zones), draw(days)
    at = datetime.combine(day, time(), UTC)
    offset = at.astimezone(zone).utcoffset()
    for ahead in range(0, 366, 5):
        if (at + DAY * ahead).astimezone(zone).utcoffset() != offset:
            day += DAY * ahead - DAY * draw(st.integers(0, 5))
            break
    assume(date(1970, 1, 5) < day < date(2100, 12, 20))
    return zone, day


@st.composite
def timetables(draw, zone=zones):
    quiet = draw(st.one_of(st.none(), st.tuples(times, times)))
    if quiet and (quiet[1].hour * 60 + quiet[1].minute - quiet[0].hour * 60 - quiet[0].minute) % 1440 > 720:
        quiet = quiet[1], quiet[0]
    start, end = quiet or (None, None)
    return Timetable(draw(zone), draw(weekdays), draw(times), start, end)


def there_was(day, zone):
    """Whether any moment has this date."""
    middle = datetime.combine(day, time(12), UTC)
    return any(wall(middle + HOUR / 4 * step, zone).date() == day for step in range(-4 * 40, 4 * 40))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.one_of(around_a_jump(), st.tuples(zones, days)), times)
def test_it_is_the_first_moment_at_which_the_clock_shows_the_time_or_has_gone_past_it(where, at):
    zone, day = where
    wanted, found = datetime.combine(day, at), first_instant(day, at, zone)

    if found is None:
        assert not there_was(day, zone)
        return
    assert wall(found, zone) >= wanted
    assert wall(found - SECOND, zone) < wanted
    if wall(found, zone) != wanted:  # the clock skipped it
        assert (found - SECOND).astimezone(zone).utcoffset() != found.astimezone(zone).utcoffset()


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.one_of(around_a_jump(), st.tuples(zones, days)), timetables(), st.integers(1, 9))
def test_each_day_that_was_has_one_moment_and_they_come_in_order(where, table, length):
    zone, start = where
    table = Timetable(zone, table.days, table.at, table.quiet_from, table.quiet_until)
    moments = [moment_of(start + DAY * offset, table) for offset in range(length)]

    for offset, found in enumerate(moments):
        day = start + DAY * offset
        if found is None:
            assert day.weekday() not in table.days or not there_was(day, zone)
        else:
            assert found.on == day
            assert not is_quiet(wall(found.at, zone).time(), table)
    at = [found.at for found in moments if found is not None]
    assert at == sorted(set(at))


@settings(max_examples=EXAMPLES, deadline=None)
@given(timetables(), nows)
def test_the_next_moment_is_ahead_and_nothing_lies_between(table, now):
    found = next_moment(table, now)

    assert found is not None and found.at > now
    assert due(table, found.at - SECOND, since=now) is None
    assert due(table, found.at, since=now) == found


@settings(max_examples=EXAMPLES, deadline=None)
@given(timetables(), nows, st.lists(st.integers(1, 96), min_size=1, max_size=25))
def test_however_long_it_was_down_one_reminder_goes_and_none_goes_twice(table, now, naps):
    """A worker that looks after naps of up to four days: what it sends is what was latest, once, in order."""
    since, last, sent = now, None, []
    for hours in naps:
        before, now = now, now + HOUR * hours
        expected = next_moment(table, before)
        found = due(table, now, since=since, last=last)
        assert (found is not None) == (expected.at <= now)
        if found is not None:
            assert before < found.at <= now
            following = next_moment(table, found.at)
            assert following.at > now
            last = found.on
            sent.append(found.on)

    assert sent == sorted(set(sent))


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    st.lists(zones, min_size=2, max_size=4), timetables(), nows, st.lists(st.integers(1, 40), min_size=4, max_size=20)
)
def test_whoever_moves_gets_at_most_one_for_each_date_and_goes_on_in_the_new_zone(moved, table, now, naps):
    since, last, sent = now, None, []
    for turn, hours in enumerate(naps):
        now += HOUR * hours
        here = moved[turn * len(moved) // len(naps)]
        table = Timetable(here, EVERY_DAY, table.at, table.quiet_from, table.quiet_until)
        found = due(table, now, since=since, last=last)
        if found is not None:
            last = found.on
            sent.append((found.on, now))

    assert [on for on, _at in sent] == sorted({on for on, _at in sent})
    settled = now + 3 * DAY  # within three days the new zone has its rhythm
    assert due(table, settled, since=since, last=last) is not None


@settings(max_examples=EXAMPLES, deadline=None)
@given(timetables(), nows, st.integers(0, 400))
def test_nothing_goes_on_a_pause_and_after_it_goes_on(table, now, length):
    until = wall(now, table.zone).date() + DAY * length
    paused = Timetable(table.zone, table.days, table.at, table.quiet_from, table.quiet_until, until)

    found = next_moment(paused, now)

    assert found is not None and found.on >= until
    assert moment_of(until - DAY, paused) is None


VIENNA, NEW_YORK = zoneinfo.ZoneInfo("Europe/Vienna"), zoneinfo.ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        ("Europe/Vienna", date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 0)),  # skipped: 03:00 it is
        ("Europe/Vienna", date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30)),  # twice: the first
        ("America/New_York", date(2026, 3, 8), time(2, 0), datetime(2026, 3, 8, 7, 0)),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 10), datetime(2026, 10, 3, 15, 30)),  # half an hour
        ("America/Sao_Paulo", date(2018, 11, 4), time(0, 0), datetime(2018, 11, 4, 3, 0)),  # no midnight
        ("Africa/Casablanca", date(2026, 2, 15), time(2, 30), datetime(2026, 2, 15, 1, 30)),
        ("Asia/Kathmandu", date(2024, 2, 29), time(7, 30), datetime(2024, 2, 29, 1, 45)),
    ],
)
def test_jumps_that_are_known(zone, day, at, utc):
    assert first_instant(day, at, zoneinfo.ZoneInfo(zone)) == utc.replace(tzinfo=UTC)


def test_samoa_had_no_30_december_2011():
    samoa = zoneinfo.ZoneInfo("Pacific/Apia")

    assert first_instant(date(2011, 12, 30), time(7, 30), samoa) is None
    assert wall(first_instant(date(2011, 12, 31), time(7, 30), samoa), samoa) == datetime(2011, 12, 31, 7, 30)


def test_what_falls_into_the_quiet_hours_waits_for_their_end():
    table = Timetable(VIENNA, EVERY_DAY, time(5, 0), time(22, 0), time(7, 15))

    assert moment_of(date(2026, 11, 18), table).at == datetime(2026, 11, 18, 6, 15, tzinfo=UTC)


def test_after_three_days_of_downtime_there_is_one_and_it_is_todays():
    table = Timetable(VIENNA, EVERY_DAY, time(7, 30))
    now = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)

    found = due(table, now, since=now - 10 * DAY, last=date(2026, 11, 14))

    assert found.on == date(2026, 11, 18)
    assert due(table, now, since=now - 10 * DAY, last=found.on) is None


def test_what_was_settled_just_now_sends_nothing_of_before():
    table = Timetable(VIENNA, EVERY_DAY, time(7, 30))
    now = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)

    assert due(table, now, since=now) is None
    assert due(table, now + DAY, since=now).on == date(2026, 11, 19)
