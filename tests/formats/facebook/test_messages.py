"""Messenger's threads, and their days."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.facebook import days, own_name, read_thread

NOON = int(datetime(2024, 6, 2, 12, tzinfo=UTC).timestamp() * 1000)
DAY = 86_400_000


def message(sender: str, at: int, content: str = "", **more: object) -> dict[str, object]:
    return {
        "sender_name": sender.encode().decode("latin-1"),
        "timestamp_ms": at,
        "content": content,
        "type": "Generic",
        **more,
    }


def thread(*messages: object, members: tuple[str, ...] = ("Ana Kovač", "Ada Lee")) -> bytes:
    named = [{"name": name.encode().decode("latin-1")} for name in members]
    return json.dumps({"participants": named, "messages": messages, "title": "Ana"}).encode()


TALK = read_thread(
    thread(
        message("Ana Kovač", NOON + DAY, "See you"),
        message("Ana Kovač", NOON + 2000, "Hello"),
        message("Ada Lee", NOON + 1000, "Hi"),
    ),
    "ana_1",
)


def test_messages_are_the_oldest_first() -> None:
    assert [(one.sender, one.text) for one in TALK.messages] == [
        ("Ada Lee", "Hi"),
        ("Ana Kovač", "Hello"),
        ("Ana Kovač", "See you"),
    ]
    assert TALK.members == ("Ana Kovač", "Ada Lee")
    assert not TALK.is_group


def test_a_day_of_a_thread_counts_what_each_side_wrote() -> None:
    first, second = days([TALK], "Ada Lee")
    assert (first.day, first.sent, first.received, first.members) == (date(2024, 6, 2), 1, 1, ("Ana Kovač",))
    assert first.text == "Ada Lee: Hi\n\nAna Kovač: Hello"
    assert first.source_key == "facebook:ana_1:2024-06-02"
    assert (second.sent, second.received) == (0, 1)


def test_a_message_in_two_files_of_a_conversation_counts_once() -> None:
    assert list(days([TALK, TALK], "Ada Lee")) == list(days([TALK], "Ada Lee"))


def test_the_chats_that_are_given_out_on_their_own_are_read() -> None:
    tree = {"participants": ["Ana Kovač", "Ada Lee"], "threadName": "Ana", "messages": [
        {"senderName": "Ana Kovač", "text": "Plans?", "timestamp": NOON, "type": "Generic", "isUnsent": False},
        {"senderName": "Ana Kovač", "text": "", "timestamp": NOON, "isUnsent": True},
    ]}  # fmt: skip
    found = read_thread(json.dumps(tree).encode(), "Ana")
    assert [(one.sender, one.text) for one in found.messages] == [("Ana Kovač", "Plans?")]


def test_calls_count_when_somebody_answered_and_notices_never() -> None:
    found = read_thread(
        thread(
            message("Ana Kovač", NOON, type="Call", call_duration=192),
            message("Ana Kovač", NOON + 1, type="Call", call_duration=0, missed=True),
            message("Ana Kovač", NOON + 2, "left", type="Unsubscribe"),
            message("Ana Kovač", NOON + 3, share={"link": "https://example.org/a"}),
            message("Ana Kovač", 0, "when?"),
            "odd",
        ),
        "x",
    )
    assert [(one.call, one.text) for one in found.messages] == [(True, ""), (False, "https://example.org/a")]
    assert [problem.row for problem in found.problems] == [5, 6]


def test_three_are_a_group_also_when_one_has_left() -> None:
    found = read_thread(thread(message("Chen Wei", NOON, "Bye")), "g")
    assert found.is_group
    [day] = days([found], "Ada Lee")
    assert day.is_group and day.members == ("Ana Kovač", "Chen Wei")


def test_i_am_who_is_in_every_conversation() -> None:
    other = read_thread(thread(members=("Bruno Lima", "Ada Lee")), "bruno_1")
    assert own_name([TALK, other]) == "Ada Lee"
    assert own_name([TALK]) == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["messages", "participants", "name", "timestamp_ms", "content", "share", "type", "title"]), inner),
    max_leaves=10,
)  # fmt: skip


@given(JSON)
def test_nothing_makes_the_reader_raise(tree: object) -> None:
    found = [
        read_thread(json.dumps(each).encode(), "x") for each in (tree, {"messages": [tree], "participants": [tree]})
    ]
    assert all(day.source_key for day in days(found, own_name(found)))
