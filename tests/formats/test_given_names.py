from __future__ import annotations

from wellkept.formats.given_names import usual_given
from wellkept.formats.names import fold


def test_given_names_are_folded_for_comparing_and_hold_no_comment():
    names = usual_given()

    assert {"ana", "jurgen", "agneta"} <= names
    assert all(name == fold(name) and "#" not in name for name in names)
