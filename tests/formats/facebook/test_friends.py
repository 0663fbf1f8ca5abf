"""Friends, and the names that Facebook spells byte by byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.facebook import conversation_of, read_friends, which_entry
from wellkept.formats.facebook.mended import mended
from wellkept.formats.person import PartialDate, Person


def as_facebook_writes(text: str) -> str:
    return text.encode().decode("latin-1")


def friends(*entries: object, key: str = "friends_v2") -> bytes:
    return json.dumps({key: entries}).encode()


@pytest.mark.parametrize("key", ["friends_v2", "friends"])
def test_friends_are_read_with_the_day_of_the_friendship(key: str) -> None:
    [ana] = read_friends(friends({"name": as_facebook_writes("Ana Kovač"), "timestamp": 1433152800}, key=key))
    assert (ana.row, ana.name.display, ana.name.given, ana.name.family) == (1, "Ana Kovač", "Ana", "Kovač")
    assert ana.connected_on == PartialDate(2015, 6, 1)
    assert ana.source_key == "facebook:ana kovac|1433152800"


def test_two_friends_of_one_name_are_two() -> None:
    one, other = read_friends(
        friends({"name": "Ana Lee", "timestamp": 1433152800}, {"name": "Ana Lee", "timestamp": 1433152801})
    )
    assert one.source_key != other.source_key


def test_what_is_no_moment_is_reported() -> None:
    [ana] = read_friends(friends({"name": "Ana Lee", "timestamp": 12, "contact_info": "ana@example.org"}))
    assert ana.connected_on == PartialDate()
    assert [problem.field for problem in ana.problems] == ["timestamp"]
    assert ana.extras == ["contact_info: ana@example.org"]


def test_an_entry_without_a_name_names_nobody() -> None:
    found = list(read_friends(friends({"timestamp": 1433152800}, 7, None)))
    assert [person.empty for person in found] == [True] * 3
    assert [person.problems[0].row for person in found] == [1, 2, 3]


@pytest.mark.parametrize(("data", "words"), [(b"{}", "friends_v2"), (b"<html>", "damaged"), (b"[]", "friends_v2")])
def test_what_is_no_list_of_friends_is_refused_in_words(data: bytes, words: str) -> None:
    [person] = read_friends(data)
    assert words in person.problems[0].message


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_name_is_mended_and_a_mended_one_stays(name: str) -> None:
    assert mended(as_facebook_writes(name)) == name
    if not name.isascii() and any(ord(char) > 255 for char in name):
        assert mended(name) == name


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "timestamp", "friends_v2"]), inner),
    max_leaves=8,
)  # fmt: skip


@given(JSON)
def test_nothing_makes_the_reader_raise(tree: object) -> None:
    for said in (tree, {"friends_v2": [tree]}):
        assert all(isinstance(one, Person) for one in read_friends(json.dumps(said).encode()))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("connections/friends/your_friends.json", "friends"),
        ("friends_and_followers/friends.json", "friends"),
        ("your_facebook_activity/messages/inbox/anakovac_1/message_1.json", "thread"),
        ("messages/e2ee_cutover/anakovac_1/message_12.json", "thread"),
        ("messages/message_requests/x_1/message_1.json", ""),
        ("connections/friends/your_friends.html", "html"),
        ("friends_and_followers/removed_friends.json", ""),
        ("friends_and_followers/friend_requests_sent.json", ""),
        ("messages/autofill_information.json", ""),
    ],
)
def test_files_of_the_archive_are_known_by_their_names(name: str, kind: str) -> None:
    assert which_entry(name) == kind


def test_the_files_of_one_thread_are_one_conversation() -> None:
    assert (
        conversation_of("a/messages/inbox/ana_1/message_1.json")
        == conversation_of("messages/inbox/ana_1/message_2.json")
        == "ana_1"
    )
    assert conversation_of("messages/Ana Kovač_2.json") == "Ana Kovač"
