"""The small words of a letter: when it was, where it was, what we did. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from wellkept.domain.correspondence.known import Known, Said
from wellkept.domain.correspondence.topics import WORD, Topic

_VERBS = frozenset(
    "send share introduce write call mail email forward look find check ask put connect recommend bring give lend return invite read "
    "review prepare help show tell pass get set arrange book organize organise come visit let make draft meet talk speak follow "
    "suggest provide post point report order pay keep think try fix test sign update join host plan pick drop answer reply".split()
)


def pick(options: Sequence[str], key: str, *salt: object) -> int:
    """Where to begin among options: always the same for one contact and occasion."""
    digest = hashlib.blake2s(repr((key, *salt)).encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % len(options)


def written(on: date) -> str:
    """'12 May 2026'."""
    return f"{on.day} {on:%B %Y}"


def when(on: date, today: date) -> str:
    """'yesterday', 'on Tuesday', 'on 12 May', 'on 12 May 2024'."""
    days = (today - on).days
    if days == 0:
        return "today"
    if days == 1:
        return "yesterday"
    if 1 < days < 7:
        return f"on {on:%A}"
    return f"on {on.day} {on:%B}" if 0 <= days < 330 else f"on {on.day} {on:%B %Y}"


def place(where: str) -> str:
    """'at Café Central', 'in Linz' for what the user wrote so, '' for nothing."""
    where = " ".join(where.split()).rstrip(".,")
    if not where or len(where) > 60:
        return ""
    return where if re.match(r"(?i)(?:at|in|on|during|near)\s", where) else f"at {where}"


_NOUNS = {
    "call": "call",
    "video": "video call",
    "lunch": "lunch",
    "coffee": "coffee",
    "met": "meeting",
    "event": "meeting",
}
_BEFORE = {"call": "On", "video": "On", "lunch": "Over", "coffee": "Over"}
_WRITTEN = {"email": "e-mail", "message": "message", "letter": "letter"}


def spot(said: Said, today: date) -> str:
    """The last time as a noun: 'our lunch at Café Central on 12 May', 'my e-mail on 3 June 2024'."""
    day = when(said.on, today)
    if said.kind in _WRITTEN:
        whose = {"mine": "my", "theirs": "your"}.get(_writer(said), "our")
        return f"{whose} {_WRITTEN[said.kind]}{'s' if whose == 'our' else ''} {day}"
    if said.kind in _NOUNS:
        return " ".join(filter(None, ["our", _NOUNS[said.kind], place(said.place), day]))
    return f"our last exchange, {day},"


def told(said: Said, today: date) -> str:
    """The last time, to go before 'about …': 'Over our lunch on 12 May we talked', 'In your letter on 3 June you wrote'."""
    if said.kind in _WRITTEN:
        who = {"mine": "I", "theirs": "you"}.get(_writer(said), "we")
        return f"In {spot(said, today)} {who} wrote"
    if said.kind in _NOUNS:
        return f"{_BEFORE.get(said.kind, 'At')} {spot(said, today)} we talked"
    return f"When we were in touch {when(said.on, today)}, it was"


def _writer(said: Said) -> str:
    """Who wrote, where only one side did."""
    if said.sent and said.received:
        return "both"
    if said.sent or said.received:
        return "mine" if said.sent else "theirs"
    return said.direction


def about(topic: Topic | None) -> str:
    """' about the move to Linz', ' (“…”)' for a quotation, ''."""
    if topic is None:
        return ""
    return f" (“{topic.words}”)" if topic.quoted else f" about {topic.words}"


def would(text: str) -> str:
    """A promise to follow 'I said I would' or 'you said you would': 'send you the plan'; '' when it is not put as a deed."""
    words = " ".join(text.split()).rstrip(".!; ")
    words = re.sub(r"(?i)^(?:i(?:'|’)ll|(?:i|you|she|he|they) will|will|to)\s+", "", words)
    head = words.split(" ", 1)[0].lower() if words else ""
    if head not in _VERBS or len(words) > 120:
        return ""
    return yours(head + words[len(head) :])


def yours(words: str) -> str:
    """What was noted of them in words to them: 'the seat at her table' as 'the seat at your table'; '' where it cannot be."""
    words = re.sub(
        r"(?i)\b(?:him|them)\b|\bher\b(?=\s+(?:the|a|an|my|our|some|to|in|at|on|by|about|with|for|back|next)\b|\W*$)",
        "you",
        words,
    )
    words = re.sub(r"(?i)\b(?:her|his|their)\b", "your", words)
    return "" if re.search(r"(?i)\b(?:she|he|they)\b", words) else words


def nameless(line: str, known: Known) -> str:
    """The line without any way of naming the contact: what must not be equal for two of them."""
    text = f" {' '.join(WORD.findall(line.casefold()))} "
    for name in known.names:
        text = text.replace(f" {' '.join(WORD.findall(name.casefold()))} ", " ")
    return text.strip()
