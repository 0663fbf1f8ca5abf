from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2", reason="the engine that reads cards is not installed: make setup-cards")
np = pytest.importorskip("numpy")

from wellkept.domain.capture.eye.spacing import STEPS, with_spaces

HEIGHT = 48


def line(widths: list[int]):
    """Letters as bars, with these gaps before them; and at which of its steps the engine sees each."""
    picture = np.full((HEIGHT, sum(widths) + 12 * len(widths) + 20, 3), 255, dtype=np.uint8)
    x, places = 4, []
    for gap in widths:
        x += gap
        picture[8:40, x : x + 12] = 0
        places.append(int((x + 6) / (HEIGHT / STEPS)))
        x += 12
    return picture, places


def test_a_space_that_is_as_wide_as_the_others_is_seen():
    picture, places = line([2, 2, 2, 14, 2, 2, 14, 2])

    assert with_spaces("abc defgh", places, picture) == ("abc def gh", False)


def test_letters_close_together_stay_one_word():
    picture, places = line([2, 2, 3, 2, 14, 2, 2, 2])

    assert with_spaces("abcd efgh", places, picture) == ("abcd efgh", False)


def test_a_gap_that_is_nearly_a_space_is_told():
    picture, places = line([2, 2, 2, 11, 2, 2, 14, 2])

    assert with_spaces("abcdef gh", places, picture) == ("abcdef gh", True)


def test_letters_set_wide_are_no_words():
    picture, places = line([12] * 8)

    assert with_spaces("abcdefgh", places, picture) == ("abcdefgh", False)


def test_an_address_never_gets_a_space():
    picture, places = line([2, 2, 14, 2, 2, 2])

    assert with_spaces("ab@c.de", [*places, 50], picture) == ("ab@c.de", False)
