"""messages.csv: who wrote whom; and the days on which something passed."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from wellkept.formats.csvs.columns import Cells, rows_of
from wellkept.formats.csvs.table import read_table
from wellkept.formats.dates import parse_timestamp
from wellkept.formats.linkedin.recipients import Member, pair
from wellkept.formats.linkedin.slugs import slug_of, slugs_of
from wellkept.formats.linkedin.words import column_places, is_hidden, outgoing
from wellkept.formats.names import fold
from wellkept.formats.person import Problem

_TAG = re.compile(r"<(?:br|/p|/div|/li)\b[^>]*>|(<[^<>]{1,400}>)", re.IGNORECASE)
_YES = frozenset({"yes", "true", "1", "y", "ja", "oui", "si", "sim"})


@dataclass(frozen=True, slots=True)
class Message:
    """One row. ``at`` is in UTC, None when it could not be read. ``outgoing`` is known only of the oldest files.

    ``to`` holds (name, slug); a slug is '' where the file gives none. Files without conversation ids get one made
    of the names. ``row`` counts from 1.
    """

    row: int
    conversation: str
    title: str
    from_name: str
    from_slug: str
    to: tuple[Member, ...]
    at: datetime | None
    subject: str
    text: str
    folder: str = ""
    is_draft: bool = False
    is_sponsored: bool = False
    outgoing: bool | None = None
    attachments: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationDay:
    """What passed in one conversation on one day (UTC). ``others`` are the (name, slug) of all but me."""

    conversation: str
    day: date
    title: str
    others: tuple[Member, ...]
    began: Member
    began_by_me: bool
    sent: int
    received: int
    text: str
    first_at: datetime
    last_at: datetime

    @property
    def source_key(self) -> str:
        """Stable between exports of the same account."""
        return f"linkedin:{self.conversation}:{self.day.isoformat()}"

    @property
    def is_group(self) -> bool:
        """Three or more took part: nobody was addressed alone."""
        return len(self.others) > 1

    @property
    def known(self) -> tuple[Member, ...]:
        """Those of ``others`` who can be told from one another: without the 'LinkedIn Member' that anybody may be."""
        return tuple(member for member in self.others if not is_hidden(*member))


def read_messages(data: bytes) -> Iterator[Message]:
    """Every row of messages.csv of any era, drafts and advertisements marked. Never raises."""
    table = read_table(data)
    for cells in rows_of(table, column_places(table.header)):
        yield _read_row(cells)


def _read_row(cells: Cells) -> Message:
    take = cells.take
    name, slug = take("from"), slug_of(take("sender profile url"))
    to = pair(take("to"), slugs_of(cells.take_text("recipient profile urls")))
    written = take("date")
    at = parse_timestamp(written, "mdy" if "/" in written and not written[:4].isdecimal() else "")
    if at is None:
        cells.refuse("date", f"“{written[:40]}” is no date" if written else "the message has no date")
    content = cells.take_text("content")
    sponsored = "spinmail" in content or "%FIRSTNAME%" in content or take("folder").upper() == "SPONSORED"
    direction = take("direction")
    conversation = take("conversation id")
    if not conversation:
        conversation = "|".join(sorted({fold(name), *(fold(each) for each, _ in to)}))
    drafts = take("is message draft"), take("is conversation draft")
    return Message(
        row=cells.number,
        conversation=conversation,
        title=take("conversation title"),
        from_name=name,
        from_slug=slug,
        to=to,
        at=at,
        subject=take("subject"),
        text=_plain(content),
        folder=take("folder").upper(),
        is_draft=any(fold(draft) in _YES for draft in drafts),
        is_sponsored=sponsored,
        outgoing=outgoing(direction),
        attachments=tuple(part for part in re.split(r"[\s,;]+", cells.take_text("attachments")) if part),
        problems=tuple(cells.problems),
    )


def _plain(content: str) -> str:
    """Advertisements and some letters come as HTML; everything else is left as it was written."""
    if "<" not in content or not re.search(r"</(?:p|div|a|span|li|strong)>|<br", content, re.IGNORECASE):
        return content
    return html.unescape(_TAG.sub(lambda tag: "" if tag[1] else "\n", content)).strip()


def conversation_days(
    messages: Iterable[Message], my_slugs: Collection[str], my_names: Collection[str] = ()
) -> Iterator[ConversationDay]:
    """One day after the other, conversation by conversation. Drafts, advertisements, spam and undated messages are no touch.

    ``my_names`` (folded) tell who I am in files without profile addresses.
    """

    def mine(name: str, slug: str, outgoing: bool | None = None) -> bool:
        return slug in my_slugs if slug else bool(outgoing) or fold(name) in my_names

    passed = [
        (message.conversation, message.at, message)
        for message in messages
        if message.at and not (message.is_draft or message.is_sponsored or message.folder == "SPAM")
    ]
    passed.sort(key=lambda each: (each[0], each[1], each[2].row))
    for (conversation, day), group in groupby(passed, key=lambda each: (each[0], each[1].date())):
        of_day = [message for _, _, message in group]
        times = [at for message in of_day if (at := message.at)]
        by_me = [mine(m.from_name, m.from_slug, m.outgoing) for m in of_day]
        others: dict[Member, None] = {}
        for message, from_me in zip(of_day, by_me, strict=True):
            if not from_me:
                others[(message.from_name, message.from_slug)] = None
            # In files without addresses an incoming message's only recipient is me.
            alone = message.outgoing is False and len(message.to) == 1
            others |= {member: None for member in message.to if not (mine(*member) or alone)}
        yield ConversationDay(
            conversation=conversation,
            day=day,
            title=next((m.title or m.subject for m in of_day if m.title or m.subject), ""),
            others=tuple(member for member in others if any(member)),
            began=(of_day[0].from_name, of_day[0].from_slug),
            began_by_me=by_me[0],
            sent=sum(by_me),
            received=len(by_me) - sum(by_me),
            text="\n\n".join(f"{m.from_name}: {m.text}" for m in of_day if m.text),
            first_at=times[0],
            last_at=times[-1],
        )
