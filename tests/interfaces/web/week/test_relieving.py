"""The page that relieves who promised too much."""

from __future__ import annotations

import pytest

from tests.cast import contact
from wellkept.domain.cadence.counting import count
from wellkept.domain.cadence.deciding import decide


@pytest.fixture
def crowd(ada, network, today):
    people = [contact(network, ada, f"P{number}", "Test") for number in range(30)]
    decide(contacts=people, kind="own", days=30, by=ada, today=today)
    return people


def test_the_week_says_by_how_much_it_is_too_much_and_leads_to_the_relief(page, crowd):
    text = page.get("/").content.decode()
    assert "needs 7.0 touches a week" in text and 'href="/week/relief"' in text


def test_the_page_shows_who_would_get_which_cadence_and_does_it_at_one_word(page, network, crowd):
    text = page.get("/week/relief").content.decode()
    assert "every month → every six weeks" in text and "and " in text
    assert count(network=network).load.words != ""

    assert page.post("/week/relief/ease").status_code == 302
    assert count(network=network).load.words == ""
    assert "Longer cadences for" in page.get("/").content.decode()


def test_the_goal_offered_instead_carries_what_was_promised(page, network, ada):
    people = [contact(network, ada, f"P{number}", "Test") for number in range(43)]
    decide(contacts=people, kind="own", days=60, by=ada, today=network.today())  # 5.02 a week, shown as 5.0
    text = page.get("/week/relief").content.decode()
    assert "<strong>5.0</strong>" in text and "Plan 5 touches a week instead" in text


def test_where_all_fits_the_page_says_so(page, network):
    assert "It fits" in page.get("/week/relief").content.decode()
