"""vCards in JSON: what the standard's examples say, and the law that nothing is lost on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.vcard.test_writing import PEOPLE, _comparable
from wellkept.formats import jcard
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Person, Position
from wellkept.formats.vcard import people as people_of_vcards

# After the example of RFC 7095 appendix B.1, with invented particulars.
EXAMPLE = [
    "vcard",
    [
        ["version", {}, "text", "4.0"],
        ["fn", {}, "text", "Ana Souza"],
        ["n", {}, "text", ["Souza", "Ana", "", "", ["ing. jr", "M.Sc."]]],
        ["bday", {}, "date-and-or-time", "--02-03"],
        ["anniversary", {}, "date-and-or-time", "2009-08-08T14:30:00-05:00"],
        ["gender", {}, "text", "F"],
        ["lang", {"pref": "1"}, "language-tag", "pt"],
        ["org", {"type": "work"}, "text", ["Wells", "Research"]],
        ["adr", {"type": "work"}, "text", ["", "Suite D2-630", "Road 2875", "Town", "QC", "G1V 2M2", "Canada"]],
        ["tel", {"type": ["work", "voice"], "pref": "1"}, "uri", "tel:+1-555-0100;ext=102"],
        ["email", {"type": "work"}, "text", "ana@example.org"],
        ["geo", {"type": "work"}, "uri", "geo:46.772673,-71.282945"],
        ["tz", {}, "utc-offset", "-05:00"],
        ["url", {"group": "item1", "type": "home"}, "uri", "https://example.org/a,b"],
        ["categories", {}, "text", "choir", "a,b"],
        ["x-odd", {}, "unknown", "as\\, it stood"],
        ["rev", {}, "timestamp", "2026-01-02T03:04:05Z"],
    ],
]


def test_the_example_of_the_standard_is_read() -> None:
    [person] = jcard.people(json.dumps(EXAMPLE).encode())
    assert person.name == Name("Ana Souza", "Ana", "", "Souza", "", "ing. jr, M.Sc.")
    assert person.dates == [
        DatedOccasion("birthday", PartialDate(None, 2, 3)),
        DatedOccasion("anniversary", PartialDate(2009, 8, 8)),
    ]
    assert person.positions == [Position("Wells", department="Research")]
    assert person.phones == [Labelled("+1-555-0100 ext. 102", "work")]
    assert person.addresses == [Address("work", "", "Suite D2-630", "Road 2875", "Town", "QC", "G1V 2M2", "Canada")]
    assert person.links == [Labelled("https://example.org/a,b", "home")]
    assert person.groups == ["choir", "a,b"]
    assert "LANG;PREF=1:pt" in person.extras
    assert "TZ;VALUE=utc-offset:-0500" in person.extras
    assert "X-ODD:as\\, it stood" in person.extras
    assert "REV:20260102T030405Z" in person.extras


def test_a_list_of_cards_is_read_and_what_is_no_card_is_reported() -> None:
    found = jcard.read(json.dumps([EXAMPLE, ["vcard", [["fn", {}, "text", "B"], ["bad"]]], 7]).encode())
    assert [card.row for card in found.cards] == [1, 2]
    assert found.cards[1].unread == ['["bad"]']
    assert [problem.message for problem in found.problems] == ["an entry is no jCard: 7"]


def test_a_card_read_and_written_is_the_same_jcard() -> None:
    [card] = jcard.read(json.dumps(EXAMPLE).encode()).cards
    assert jcard.of_card(card) == EXAMPLE


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(person=PEOPLE)
def test_reading_gives_back_what_was_written(person: Person) -> None:
    # Quoted-printable is of 2.1 and has no place in JSON.
    person.extras = [line for line in person.extras if "QUOTED-PRINTABLE" not in line]
    [again] = jcard.people(jcard.write([person]))
    assert _comparable(again) == _comparable(person)


def test_the_people_of_the_corpus_survive(corpora: Path) -> None:
    for path in sorted(path for path in (corpora / "vcard").rglob("*") if path.is_file()):
        for person in people_of_vcards(path.read_bytes()):
            [first] = jcard.people(jcard.write([person]))
            [again] = jcard.people(jcard.write([first]))
            assert first.name == person.name, path
            assert first.emails == person.emails, path
            assert first.phones == person.phones, path
            assert first.addresses == person.addresses, path
            assert first.positions == person.positions, path
            assert first.dates == person.dates, path
            assert first.notes == person.notes, path
            assert first.photo == person.photo, path
            assert len(first.extras) == len(
                [line for line in person.extras if not line.upper().startswith("PRODID")]
            ), path
            assert _comparable(again) == _comparable(first), path


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "damaged"), (b"{}", "no jCard"), (b"[]", "no jCard"), (b'["vcard"]', "no jCard"), (b'"x"', "no jCard")],
)
def test_what_is_no_jcard_is_refused_in_words(data: bytes, words: str) -> None:
    found = jcard.read(data)
    assert found.cards == []
    assert words in found.problems[0].message


def test_jcards_are_known_by_their_beginning() -> None:
    assert jcard.looks_like(json.dumps(EXAMPLE).encode())
    assert jcard.looks_like(b' [\n ["vcard", []]]')
    assert not jcard.looks_like(b'{"friends_v2": []}')


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10))
NAMES = st.sampled_from(
    [
        "fn",
        "n",
        "bday",
        "tel",
        "x-a",
        "photo",
        "adr",
        "org",
        "agent",
        "kind",
        "geo",
        "x-ablabel",
        "item1.fn",
        "a\nb",
        "end",
    ]
)
KINDS = st.sampled_from(["text", "uri", "unknown", "date", "timestamp", "utc-offset", "boolean", "x\n"])
VALUES = st.one_of(LEAVES, st.lists(st.one_of(LEAVES, st.lists(LEAVES, max_size=2)), max_size=3))
PARAMS = st.dictionaries(
    st.sampled_from(["type", "group", "pref", "label", "value", "a\n", "encoding"]), VALUES, max_size=3
)
ENTRIES = st.tuples(NAMES, PARAMS, KINDS, VALUES).map(list) | st.recursive(LEAVES, st.lists, max_leaves=6)


@settings(deadline=None, max_examples=300)
@given(st.lists(ENTRIES, max_size=5))
def test_nothing_makes_the_reader_raise_and_what_it_read_can_be_written(entries: list[object]) -> None:
    for person in jcard.people(json.dumps([["vcard", entries]]).encode()):
        assert len(list(jcard.people(jcard.write([person])))) <= 1
