"""What a silence means is learned from those who came back and from those who have not yet."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.rhythm.gaps import Gap
from wellkept.domain.rhythm.silence import AT_RISK, DORMANT, Bands, Limits, Silence, Survival, bands_of, limits_of


def silences(number, spread, seed=1, gap=30.0):
    chance = random.Random(seed)
    found = []
    for _ in range(number):
        days = max(1, round(gap * 2.718281828 ** chance.gauss(0, spread)))
        found.append(Silence(days, True, Gap(gap, 1.4, 5), 4000))
    return found


def test_the_states_follow_each_other():
    limits = Limits()
    told = [limits.state(elapsed, 30) for elapsed in (0, 29, 30, 89, 90, 240, 241)]
    assert told == ["resting", "resting", "due", "due", "at risk", "at risk", "dormant"]


@given(st.integers(0, 4000), st.integers(1, 400), st.floats(1, 300))
def test_a_longer_silence_is_never_a_better_state(elapsed, more, gap):
    order = ["resting", "due", "at risk", "dormant"]
    assert order.index(Limits().state(elapsed, gap)) <= order.index(Limits().state(elapsed + more, gap))


def test_with_nothing_known_the_limits_are_the_ones_to_start_from():
    assert limits_of([]) == Limits(AT_RISK, DORMANT)


def test_where_the_silent_never_come_back_dormant_comes_sooner():
    gone = [Silence(900, False, Gap(30.0, 1.4, 5), 900)] * 200
    stayed = silences(400, 0.5)
    assert limits_of([*stayed, *gone]).dormant < limits_of(stayed).dormant


def test_the_windows_cover_four_of_five_that_they_were_not_learned_from():
    for spread in (0.4, 1.0, 1.6):
        bands = bands_of(silences(1500, spread))
        fresh = silences(1500, spread, seed=2)
        held = sum(low <= each.days <= high for each in fresh for low, high in [bands.window(each.gap)])
        assert 0.74 <= held / len(fresh) <= 0.86


def test_who_keeps_time_gets_a_narrower_window():
    gap = Gap(30.0, 1.4, 5)
    narrow, wide = bands_of(silences(500, 0.2)).window(gap), bands_of(silences(500, 1.6)).window(gap)
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


@given(st.floats(0.5, 3000), st.floats(0.25, 3), st.integers(0, 50))
def test_a_window_is_whole_days_from_one_to_ten_years(days, spread, known):
    low, high = Bands().window(Gap(days, spread, known))
    assert 1 <= low <= high <= 3650


@given(st.lists(st.tuples(st.floats(0, 100), st.booleans()), min_size=1, max_size=50))
def test_the_share_that_lasts_only_falls(told):
    shares = [share for _at, share in Survival(told).steps]
    assert shares == sorted(shares, reverse=True)


def test_open_silences_count_as_lasting_at_least_so_long():
    lasting = Survival([(1, True), (2, False), (3, True), (4, False)])
    assert lasting.beyond(1) == 0.75
    assert lasting.beyond(3) == 0.375
    assert lasting.quantile(0.9) is None
