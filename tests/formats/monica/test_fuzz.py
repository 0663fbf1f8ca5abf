"""Nothing that comes in makes the reader raise."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.monica.account import account
from tests.formats.monica.as_json import to_json
from tests.formats.monica.as_sql import to_sql
from wellkept.formats.monica import read
from wellkept.formats.monica.exported import read_tree
from wellkept.formats.monica.reading import _built

SQL, JSON = to_sql(account()), to_json(account())
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just("2021-05-06T07:08:09Z")
)
WORDS = st.sampled_from(
    ["data", "values", "type", "properties", "uuid", "contact", "activity", "call", "instance", "birthdate", "date", "tags",
     "messages", "conversation", "is_age_based", "created_at", "avatar", "dataUrl", "photo", "journal_entries", "user"]
)  # fmt: skip
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=30
)


@settings(deadline=None, max_examples=200)
@given(
    st.integers(0, len(SQL)),
    st.integers(0, 40),
    st.binary(max_size=8) | st.sampled_from([b"'", b"\\", b"(", b")", b",", b";", b"NULL"]),
)
def test_a_dump_with_some_bytes_changed_never_raises(at: int, gone: int, put: bytes) -> None:
    read(SQL[:at] + put + SQL[at + gone :])


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_an_export_with_one_value_replaced_never_raises(data: st.DataObject) -> None:
    tree = json.loads(JSON)
    at = tree
    while isinstance(at, dict | list) and at:
        key = data.draw(st.sampled_from(sorted(at)) if isinstance(at, dict) else st.integers(0, len(at) - 1))
        if not isinstance(at[key], dict | list) or data.draw(st.integers(0, 5)) == 0:
            at[key] = data.draw(TREES)
            break
        at = at[key]
    _built(read_tree(tree))


@settings(deadline=None, max_examples=200)
@given(TREES)
def test_any_tree_never_raises(tree: object) -> None:
    _built(read_tree(tree))
    _built(read_tree({"account": tree}))
    _built(
        read_tree({"account": {"data": [{"type": "contact", "values": [tree]}], "instance": tree, "properties": tree}})
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "neither"),
        (b"\xff\xfe\x00", "neither"),
        (b'{"account": {', "damaged or cut off"),
        (b'{"account": {"a":' + b"[" * 200_000, "nested too deeply"),
        (b'{"app_version": 1}', "no “account”"),
        (JSON[: len(JSON) // 2], "damaged or cut off"),
    ],
)
def test_what_is_no_export_is_refused_in_words(data: bytes, words: str) -> None:
    export = read(data)
    assert export.people == []
    assert words in export.problems[0].message


def test_a_truncated_dump_gives_what_was_whole_and_says_so() -> None:
    export = read(SQL[: SQL.index(b"INSERT IGNORE INTO `notes`") + 120])
    assert len(export.people) == 5
    assert any("cut off" in problem.message for problem in export.problems)


def test_pictures_that_cannot_be_decoded_are_reported() -> None:
    export = read(JSON.replace(b"base64,", b"base64,%%"))
    assert export.people[0].photo is None
    assert [problem.message for problem in export.problems] == ["“a.png” cannot be decoded"]


def test_halves_of_characters_become_question_marks() -> None:
    assert read(JSON.replace(b"Aninha", rb"A\ud800")).people[0].name.nickname == "A?"
