from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from wellkept.interfaces.web.week.chart import LEFT, RIGHT, chart_of


class Counted(NamedTuple):
    starts: date
    touches: int
    new: int


def weeks(*counts):
    return [Counted(date(2026, 5, 25) + timedelta(weeks=at), *pair) for at, pair in enumerate(counts)]


def test_the_bar_of_a_week_that_kept_the_goal_reaches_its_line():
    chart = chart_of(weeks((4, 0), (2, 0), (0, 0)), touch_goal=4, new_goal=4)

    assert chart.touches.bars[0].y == chart.touches.goal_y
    assert float(chart.touches.bars[1].height) * 2 == float(chart.touches.bars[0].height)


def test_weeks_before_anything_was_recorded_are_not_counted_as_missed():
    chart = chart_of(weeks((0, 0), (0, 0), (5, 1), (3, 4), (9, 9)), touch_goal=4, new_goal=4)

    assert (chart.past, chart.kept_touches, chart.kept_new) == (2, 1, 1)


def test_this_week_is_marked_and_not_judged():
    chart = chart_of(weeks((4, 4), (0, 0)), touch_goal=4, new_goal=4)

    assert [bar.now for bar in chart.touches.bars] == [False, True]
    assert (chart.past, chart.kept_touches) == (1, 1)


def test_one_import_of_thousands_does_not_flatten_the_other_weeks():
    chart = chart_of(weeks((0, 3000), (0, 4), (0, 0)), touch_goal=4, new_goal=4)

    assert float(chart.new.bars[1].height) * 4 == float(chart.new.bars[0].height)


@given(
    counts=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=1, max_size=60),
    touch_goal=st.integers(0, 50),
    new_goal=st.integers(0, 50),
)
def test_every_bar_and_line_stays_within_the_picture(counts, touch_goal, new_goal):
    chart = chart_of(weeks(*counts), touch_goal=touch_goal, new_goal=new_goal)

    tall = float(chart.box.split()[-1])
    for band in (chart.touches, chart.new):
        assert 0 <= float(band.goal_y) <= float(band.foot) <= tall
        for bar in band.bars:
            assert float(bar.x) >= LEFT and float(bar.x) + float(bar.width) <= RIGHT + 0.2
            assert float(bar.y) >= 0 and abs(float(bar.y) + float(bar.height) - float(band.foot)) < 0.2
