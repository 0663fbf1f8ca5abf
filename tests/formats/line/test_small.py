"""Names in small letters: where a word is one, and that what is kept stays as it was typed."""

from datetime import date

import pytest

from wellkept.formats.line import parse
from wellkept.formats.line.small import enlarged

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ping gus theodorou in may", "ping Gus Theodorou in may"),
        ("send nico the samples", "send Nico the samples"),
        ("met mark and grace", "met Mark and Grace"),
        ("lunch w/ tessa van 't hoff", "lunch w/ Tessa van 't Hoff"),
        ("thx to jae-won", "thx to Jae-Won"),
        ("dinner w/ manu & caro, caro hates crowds", "dinner w/ Manu & Caro, Caro hates crowds"),
        ("benny's new cell", "Benny's new cell"),
    ],
)
def test_a_name_in_small_letters_is_known_by_what_stands_beside_it_and_by_lists(typed, read):
    assert enlarged(typed, typed, []) == read


@pytest.mark.parametrize(
    "typed",
    [
        "call w/ procurement",
        "the iris report",
        "email legal about the contract",
        "will send the slides",
        "hope to grant access in may",
        "benny@example.org",
    ],
)
def test_words_and_addresses_are_no_names(typed):
    assert enlarged(typed, typed, []) == typed


def test_a_day_is_no_name():
    assert enlarged("met may", "met may", [(4, 7)]) == "met may"


def test_facts_and_promises_keep_their_letters():
    line = parse("lunch w/ manu & caro, caro hates crowds, send manu the deck", today=MONDAY)

    assert [one.name for one in line.contacts] == ["Manu", "Caro"]
    assert [said.words for said in line.facts] == ["caro hates crowds"]
    assert [one.text for one in line.promises] == ["send manu the deck"]
    assert line.text == "lunch w/ manu & caro, caro hates crowds, send manu the deck"
