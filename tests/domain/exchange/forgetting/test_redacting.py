from __future__ import annotations

import json

import pytest

from wellkept.domain.exchange.forgetting.redacting import Words

WORDS = Words(["Ána Souza", "ana@example.org", "+43 1 234"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask Ána Souza.", "Ask …."),
        ("ÁNA  SOUZA said", "… said"),
        ("ána\nsouza", "…"),
        ("Ánna Souza, Ána Souzak", "Ánna Souza, Ána Souzak"),
        ("write to Ana@Example.org!", "write to …!"),
        ("xana@example.org", "xana@example.org"),
        ("call +43 1 234 now", "call … now"),
        ("", ""),
    ],
)
def test_whole_words_go_whatever_their_case_and_spacing(text, left):
    assert WORDS.taken_out_of(text) == left
    assert WORDS.are_in(text) == (text != left)


def test_in_json_the_texts_go_and_the_names_of_columns_stay():
    said = {"body": "Ána Souza", "list": ["x", "ana@example.org"], "n": 3, "none": None, "Ána Souza": 1}
    assert WORDS.taken_out_of(said) == {"body": "…", "list": ["x", "…"], "n": 3, "none": None, "Ána Souza": 1}


@pytest.mark.parametrize("text", ["Ána Souza", "ÁNA SOUZA", "ána souza", "Ána\nSouza", "ana@example.org"])
def test_no_stored_json_that_holds_a_word_is_passed_over(text):
    assert WORDS.may_be_in(json.dumps({"a": [text]}))
    assert WORDS.may_be_in(json.dumps({"a": text}, ensure_ascii=False))
    assert not WORDS.may_be_in(json.dumps({"a": "Bruno Keller"})) and not WORDS.may_be_in(None)


def test_without_words_nothing_is_touched():
    none = Words(["", " "])
    assert not none and none.taken_out_of("x") == "x" and not none.are_in({"a": "x"}) and not none.may_be_in("x")


def test_the_longer_word_goes_first():
    assert Words(["Ana", "Ana Souza"]).taken_out_of("Ana Souza and Ana") == "… and …"


def test_an_excerpt_shows_where_it_stands():
    assert WORDS.excerpt("a" * 60 + " Ána Souza " + "b" * 60).strip("… ").startswith("a")
    assert "Ána Souza" in WORDS.excerpt("a" * 60 + " Ána Souza " + "b" * 60)
