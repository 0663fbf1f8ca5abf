"""messages.csv: a day of a conversation is one interaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy, ngettext

from wellkept.domain.exchange.contract import Reading, Unit
from wellkept.domain.exchange.linkedin.export import FileOfExport, lazy_raw
from wellkept.domain.exchange.linkedin.passing import (
    DRAFT,
    NO_DATE,
    SPAM,
    SPONSORED,
    Passed,
    PassedTaker,
    key_of,
    shortened,
)
from wellkept.domain.timeline.models import Interaction
from wellkept.formats.linkedin import ConversationDay, Message, Profile, conversation_days, own_slug, read_messages
from wellkept.formats.person import Name


class Messages(FileOfExport):
    kind = "linkedin.messages"
    name = gettext_lazy("LinkedIn messages")
    file = "messages"
    order = 40
    taker = PassedTaker

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        messages = list(read_messages(data))
        me = options.get("me", {})
        slug = me.get("slug") or own_slug(messages, [], Profile(name=Name(display=me.get("name", ""))))
        days = conversation_days(messages, {slug} - {""}, me.get("names", ()))
        units = [*_days(messages, days), *_left_out(messages)]
        units.sort(key=lambda unit: unit.rows[0])
        return Reading(units=units, raw=lazy_raw(data))


def _why_left_out(message: Message) -> str:
    """As ``conversation_days`` leaves out."""
    if message.at is None:
        return NO_DATE
    if message.is_draft:
        return DRAFT
    if message.is_sponsored:
        return SPONSORED
    return SPAM if message.folder == "SPAM" else ""


def _days(messages: list[Message], days: Iterable[ConversationDay]) -> list[Unit]:
    rows: dict[tuple[str, date], list[int]] = {}
    for message in messages:
        if message.at is not None and not _why_left_out(message):
            rows.setdefault((message.conversation, message.at.date()), []).append(message.row)
    return [_unit(day, rows[day.conversation, day.day]) for day in days]


def _unit(day: ConversationDay, rows: list[int]) -> Unit:
    passed = Passed(
        others=day.others,
        key=key_of(day.source_key),
        at=day.first_at,
        body=shortened(day.text or day.title),
        direction=Interaction.Direction.MINE if day.began_by_me else Interaction.Direction.THEIRS,
        sent=day.sent,
        received=day.received,
    )
    names = ", ".join(name for name, _slug in day.others if name)
    return Unit(rows=tuple(rows), value=passed, label=names[:200], detail=partial(_detail, len(rows), day.day))


def _detail(count: int, day: date) -> str:
    return ngettext("%(count)d message, %(day)s", "%(count)d messages, %(day)s", count) % {
        "count": count,
        "day": date_format(day, "SHORT_DATE_FORMAT"),
    }


def _left_out(messages: list[Message]) -> list[Unit]:
    units = []
    for message in messages:
        why = _why_left_out(message)
        if why:
            problem = message.problems[0] if message.problems else None
            passed = Passed(
                left_out=why,
                field=problem.field if problem else "",
                message=problem.message if problem and why == NO_DATE else "",
            )
            units.append(Unit(rows=(message.row,), value=passed, label=(message.from_name or message.title)[:200]))
    return units
