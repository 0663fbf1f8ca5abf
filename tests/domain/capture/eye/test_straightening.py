from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2", reason="the engine that reads cards is not installed: make setup-cards")
np = pytest.importorskip("numpy")

from wellkept.domain.capture.eye.straightening import WIDE, find_card, straightened

CORNERS = [(240, 180), (980, 240), (950, 690), (210, 640)]


@pytest.fixture
def table():
    """A light card that lies askew on a dark table."""
    picture = np.full((900, 1200, 3), 60, dtype=np.uint8)
    cv2.fillConvexPoly(picture, np.array(CORNERS), (235, 240, 240))
    return cv2.GaussianBlur(picture, (5, 5), 0)


def test_the_card_is_found_by_its_corners(table):
    found = find_card(table)

    assert found is not None
    assert np.abs(found - np.array(CORNERS)).max() < 12


def test_an_empty_table_has_no_card():
    assert find_card(np.full((900, 1200, 3), 60, dtype=np.uint8)) is None


def test_the_card_is_straightened_to_a_rectangle_of_its_own(table):
    card = straightened(table, np.array(CORNERS, dtype=np.float32))

    assert max(card.shape[:2]) == WIDE
    assert card[20:-20, 20:-20].min() > 200
