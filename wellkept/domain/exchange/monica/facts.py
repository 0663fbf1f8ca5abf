"""What Monica knows of a contact beside its card: how one met, how often to be in touch, who is archived, who has died."""

from __future__ import annotations

from datetime import date
from typing import Any

from wellkept.domain.cadence.deciding import LONGEST_CADENCE, decide
from wellkept.domain.cadence.models import Decision
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.monica.records import Record
from wellkept.domain.history.acting import Acting
from wellkept.domain.timeline.noting import add_note


def apply_facts(*, contact: Contact, facts: dict[str, Any], before: dict[str, Any], act: Acting, today: date) -> bool:
    """Set what is new since ``before``, where the user has said nothing else. True when something changed."""
    count = len(act.changes)
    act.edit(contact, **_met(contact, facts, before))
    if facts.get("archived") and not before.get("archived"):
        archive(contacts=[contact], by=act)
    if facts.get("dead"):
        if not before.get("dead"):
            _mourn(contact, act, today)
    elif facts.get("days") and facts["days"] != before.get("days"):
        _decide(contact, min(facts["days"], LONGEST_CADENCE), before.get("days"), act, today)
    return len(act.changes) > count


def _met(contact: Contact, facts: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    names = ("met_on_year", "met_on_month", "met_on_day")
    stands = [getattr(contact, name) for name in names]
    known = before.get("met", [])
    if facts.get("met") and facts["met"] != known and (stands == known or (not any(stands) and not known)):
        columns |= dict(zip(names, facts["met"], strict=True))
    for column, name in (("met_where", "where"), ("met_how", "how")):
        new, old, there = facts.get(name, ""), before.get(name, ""), getattr(contact, column)
        if new and new != old and there == old:
            columns[column] = new
    return columns


def _decide(contact: Contact, days: int, before: int | None, act: Acting, today: date) -> None:
    """A decision of the user's own stands."""
    decision = Decision.objects.filter(network=act.network, contact=contact).first()
    if decision is None or (decision.kind == Decision.Kind.OWN and decision.days == before):
        decide(contacts=[contact], kind="own", days=days, by=act, today=today)


def _mourn(contact: Contact, act: Acting, today: date) -> None:
    decide(contacts=[contact], kind="never", by=act, today=today)
    add_note(
        contact=contact, body="Has died, says Monica.", on=today, by=act, today=today, pinned=True, source="monica"
    )


def next_day(record: Record, today: date) -> date | None:
    """When a reminder comes next: its day, or the first of its days that has not passed."""
    on = record.on
    if on is None or on >= today:
        return on
    if not record.unit:
        return None
    if record.unit == "week":
        step = 7 * record.every
        return date.fromordinal(on.toordinal() - (-(today.toordinal() - on.toordinal()) // step) * step)
    months = record.every * (12 if record.unit == "year" else 1)
    turn = ((today.year - on.year) * 12 + today.month - on.month) // months
    while (coming := _months_later(on, turn * months)) < today:
        turn += 1
    return coming


def _months_later(on: date, months: int) -> date:
    """The same day of a later month, or its last."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    for day in range(on.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, min(on.day, 28))
