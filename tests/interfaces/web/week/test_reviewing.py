"""The page that looks back on a week."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.timeline.recording import record_interaction


def test_the_review_names_who_was_touched_and_leads_to_the_next_week(page, network, ada, ana, today):
    record_interaction(network=network, contacts=[ana], kind="call", on=today, by=ada, today=today)
    text = page.get("/week/review").content.decode()
    assert "Looking back" in text and "Ana Souza" in text and "first time, now" in text
    assert "See next week’s plan" in text


def test_an_empty_week_reproaches_nobody(page, network):
    assert "That is all right" in page.get("/week/review").content.decode()


def test_a_week_gone_by_can_be_reviewed_and_one_to_come_cannot(page, network, today):
    assert page.get(f"/week/review?on={today - timedelta(days=30)}").status_code == 200
    assert page.get(f"/week/review?on={today + timedelta(days=30)}").status_code == 404


def test_a_week_gone_by_leads_to_the_plan_of_today_and_not_to_another_week_gone_by(page, network, ada, ana, today):
    on = today - timedelta(days=21)
    record_interaction(network=network, contacts=[ana], kind="call", on=on, by=ada, today=today)
    text = page.get(f"/week/review?on={on}").content.decode()
    assert "See this week’s plan" in text and "next week’s plan" not in text and "As it looks now" not in text
    assert "first time, then" in text and ">now</text>" not in text


@pytest.mark.parametrize("on", ["yesterday", "2026-13-01"])
def test_what_is_no_day_is_not_found(page, network, on):
    assert page.get(f"/week/review?on={on}").status_code == 404


def test_the_chart_of_the_past_weeks_comes_after_the_page_and_by_itself_leads_to_the_review(page, network, ada, ana, today):  # fmt: skip
    for weeks in range(1, 4):
        on = today - timedelta(weeks=weeks)
        record_interaction(network=network, contacts=[ana], kind="call", on=on, by=ada, today=today)
    week = page.get("/").content.decode()
    assert 'hx-get="/week/past"' in week and 'href="/week/review"' in week and '<svg class="chart' not in week
    chart = page.get("/week/past", headers={"HX-Request": "true"}).content.decode()
    assert "Of the last 3 weeks" in chart and "<html" not in chart
    assert page.get("/week/past")["Location"] == "/week/review"
