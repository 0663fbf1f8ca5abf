"""JSON from strangers."""

from __future__ import annotations

import pytest

from wellkept.formats.jsons import BadJson, load


def test_json_is_read_with_or_without_a_byte_order_mark() -> None:
    assert load(b'{"a": [1]}') == load(b'\xef\xbb\xbf{"a": [1]}') == {"a": [1]}


def test_halves_of_characters_become_question_marks_and_pairs_stay() -> None:
    assert load(rb'{"a\ud800": ["x\udc00", {"b": "\ud83d\ude00"}]}') == {"a?": ["x?", {"b": "😀"}]}
    assert load(rb'"\ud800"') == "?"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "damaged or cut off"),
        (b"[1,", "damaged or cut off"),
        (b"[" * 200_000, "nested too deeply"),
        (b'"\xff"', "not in UTF-8"),
        (b"1" * 10_000, "damaged or cut off"),
    ],
)
def test_what_is_no_json_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(BadJson) as refused:
        load(data)
    assert words in refused.value.message
