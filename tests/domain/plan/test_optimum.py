"""The week's cards are the best there are: held against every subset of small cases."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.domain.plan.optimum import FINE, Group, Item, best
from wellkept.domain.plan.worth import EXTRA

lengths_and_points = st.tuples(st.integers(1, 9), st.integers(1, 400))
cards = st.lists(lengths_and_points, max_size=4)


def items(of: list[tuple[int, int]], start: int) -> list[Item]:
    return [Item(start + number, minutes, worth) for number, (minutes, worth) in enumerate(of)]


def groups_of(dated, due, dormant, undecided, new, *, touches, decide, meet) -> list[Group]:
    starts = [0, *(100 * number for number in range(1, 5))]
    of = [items(each, start) for each, start in zip((dated, due, dormant, undecided, new), starts, strict=True)]
    keeping = Group(of[1], touches, EXTRA, (Group(of[2], 1), Group(of[3], decide)))
    return [Group(of[0], 10), keeping, Group(of[4], meet, EXTRA)]


def worth_of(taken: tuple[Item, ...], groups: list[Group]) -> int | None:
    """By the definition alone; None for what must not be."""
    total = sum(FINE * item.worth - item.place for item in taken)
    for group in groups:
        everything = [*group.items, *(item for part in group.parts for item in part.items)]
        number = sum(item in everything for item in taken)
        if number > group.most or any(sum(item in part.items for item in taken) > part.most for part in group.parts):
            return None
        total += FINE * sum(group.extra[:number])
    return total


@settings(max_examples=150, deadline=None)
@given(
    cards,
    cards,
    cards,
    cards,
    cards,
    st.integers(0, 4),
    st.integers(0, 4),
    st.integers(0, 4),
    st.integers(0, 30),
    st.integers(0, 6),
)
def test_no_subset_is_worth_more(dated, due, dormant, undecided, new, touches, decide, meet, minutes, most):  # fmt: skip
    groups = groups_of(dated[:3], due, dormant[:2], undecided[:2], new[:3], touches=touches, decide=decide, meet=meet)
    everything = [
        item for group in groups for item in [*group.items, *(item for part in group.parts for item in part.items)]
    ]
    by_place = {item.place: item for item in everything}
    found = tuple(by_place[place] for place in best(groups, most=most, minutes=minutes))

    assert len(found) <= most and sum(item.minutes for item in found) <= minutes
    ours = worth_of(found, groups)
    others = [
        worth
        for number in range(min(most, len(everything)) + 1)
        for taken in combinations(everything, number)
        if sum(item.minutes for item in taken) <= minutes and (worth := worth_of(taken, groups)) is not None
    ]
    assert ours == max(others)


def test_a_long_card_gives_way_to_two_short_ones_that_are_worth_more():
    long, short, shorter = Item(0, 10, 60), Item(1, 5, 50), Item(2, 5, 40)
    assert best([Group([long, short, shorter], 10)], most=10, minutes=10) == (1, 2)
    assert best([Group([long, short, shorter], 10)], most=1, minutes=10) == (0,)


def test_a_week_full_of_dates_still_meets_somebody_and_keeps_one_tie_warm():
    dated = Group([Item(number, 5, 360) for number in range(10)], 10)
    due, new = Group([Item(20, 3, 50)], 4, EXTRA), Group([Item(30, 3, 50)], 4, EXTRA)
    taken = best([dated, due, new], most=10, minutes=20)
    assert {20, 30} <= set(taken) and len(taken) == 4


def test_of_equals_the_first_is_taken():
    assert best([Group([Item(number, 3, 50) for number in (4, 2, 9)], 2)], most=10, minutes=60) == (2, 4)


def test_nothing_fits_into_no_minutes():
    assert best([Group([Item(0, 1, 1)], 5)], most=10, minutes=0) == ()
    assert best([Group([Item(0, 1, 1)], 5)], most=10, minutes=-5) == ()
