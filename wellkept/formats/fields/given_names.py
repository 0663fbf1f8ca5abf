"""Given names by which a line is known as somebody's name, folded. Both lists are our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wellkept.formats.given_names import usual_given
from wellkept.formats.names import fold


@cache
def known_given() -> frozenset[str]:
    lines = (Path(__file__).parent / "given-names.txt").read_text(encoding="utf-8").splitlines()
    return usual_given() | {name for line in lines if not line.startswith("#") for name in line.split()}


def is_given(word: str) -> bool:
    """Whether a word is a given name we know; of 'Anne-Marie' the first part will do."""
    plain = fold(word.strip(".,;:"))
    return plain in known_given() or plain.split("-")[0] in known_given()
