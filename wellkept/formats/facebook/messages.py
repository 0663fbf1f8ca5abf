"""message_N.json of one thread, and the chats that Messenger gives out on their own since they are encrypted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from wellkept.formats.facebook.mended import mended
from wellkept.formats.jsons import BadJson, load
from wellkept.formats.names import fold, tidy
from wellkept.formats.person import Problem

_NEWEST = 4_102_444_800_000
# People who come and go are no messages.
_NOTICES = {"subscribe", "unsubscribe"}


@dataclass(frozen=True, slots=True)
class Message:
    sender: str
    at: datetime
    text: str
    call: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """One file of a thread; ``conversation`` is what the archive's folder is called. Messages are the oldest first."""

    conversation: str
    title: str
    members: tuple[str, ...]
    messages: tuple[Message, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def is_group(self) -> bool:
        return len(self.members) > 2


@dataclass(frozen=True, slots=True)
class Day:
    """What passed on one day of a thread. ``members`` are all but me; ``call`` when somebody was reached by phone."""

    conversation: str
    day: date
    members: tuple[str, ...]
    is_group: bool
    sent: int
    received: int
    text: str
    call: bool
    first_at: datetime
    last_at: datetime

    @property
    def source_key(self) -> str:
        return f"facebook:{self.conversation[:150]}:{self.day.isoformat()}"


def read_thread(data: bytes, conversation: str) -> Thread:
    """A thread of either shape. Never raises: a file that is none has no messages and a problem."""
    try:
        tree = load(data)
    except BadJson as bad:
        return Thread(conversation, "", (), (), (Problem(0, "", bad.message),))
    if not isinstance(tree, dict) or not isinstance(tree.get("messages"), list):
        return Thread(conversation, "", (), (), (Problem(0, "", "this is no thread of Facebook's messages"),))
    problems: list[Problem] = []
    messages = []
    for row, entry in enumerate(tree["messages"], 1):
        read = _message(entry)
        if isinstance(read, Message):
            messages.append(read)
        elif read:
            problems.append(Problem(row, "", read))
    messages.sort(key=lambda message: message.at)
    named = tree.get("participants")
    members = [_name(each) for each in named] if isinstance(named, list) else []
    members += [message.sender for message in messages]
    title = tidy(mended(tree.get("title")) or mended(tree.get("threadName")))
    everybody = tuple(dict.fromkeys(name for name in members if name))
    return Thread(conversation, title, everybody, tuple(messages), tuple(problems))


def _name(value: object) -> str:
    return tidy(mended(value.get("name") if isinstance(value, dict) else value))[:1000]


def _message(entry: object) -> Message | str:
    """The message, or why it is none: '' when there is nothing to say about it."""
    if not isinstance(entry, dict):
        return "an entry is no message"
    stamp = entry.get("timestamp_ms", entry.get("timestamp"))
    if isinstance(stamp, bool) or not isinstance(stamp, int) or not 0 < stamp < _NEWEST:
        return "a message without a moment was left out"
    kind = mended(entry.get("type")).lower()
    if kind in _NOTICES or entry.get("is_unsent") is True or entry.get("isUnsent") is True:
        return ""
    if kind == "call" and (entry.get("missed") is True or not entry.get("call_duration")):
        return ""
    share = entry.get("share")
    link = mended(share.get("link")) if isinstance(share, dict) else ""
    text = mended(entry.get("content")) or mended(entry.get("text")) or link
    sender = tidy(mended(entry.get("sender_name")) or mended(entry.get("senderName")))[:1000]
    return Message(sender, datetime.fromtimestamp(stamp / 1000, UTC), text.replace("\0", ""), kind == "call")


def own_name(threads: Iterable[Thread]) -> str:
    """Who takes part in every conversation; '' when that is nobody or more than one, and with a single conversation."""
    by_conversation: dict[str, set[str]] = {}
    for thread in threads:
        by_conversation.setdefault(thread.conversation, set()).update(thread.members)
    seen = Counter(name for members in by_conversation.values() for name in members)
    always = [name for name, count in seen.items() if count == len(by_conversation)]
    return always[0] if len(always) == 1 and len(by_conversation) > 1 else ""


def days(threads: Iterable[Thread], me: str) -> Iterator[Day]:
    """One day after the other, conversation by conversation; the files of one conversation are one thread.

    The same message in two files (a chat before and after it was encrypted) counts once.
    """
    mine = fold(me)
    by_conversation: dict[str, list[Thread]] = {}
    for thread in threads:
        by_conversation.setdefault(thread.conversation, []).append(thread)
    for conversation, parts in sorted(by_conversation.items()):
        members = dict.fromkeys(name for part in parts for name in part.members)
        others = tuple(name for name in members if fold(name) != mine)
        messages = sorted(
            {message: None for part in parts for message in part.messages}, key=lambda message: message.at
        )
        for day, group in groupby(messages, key=lambda message: message.at.date()):
            of_day = list(group)
            sent = sum(fold(message.sender) == mine for message in of_day)
            yield Day(
                conversation,
                day,
                others,
                len(others) > 1,
                sent,
                len(of_day) - sent,
                "\n\n".join(f"{message.sender}: {message.text}" for message in of_day if message.text),
                any(message.call for message in of_day),
                of_day[0].at,
                of_day[-1].at,
            )
