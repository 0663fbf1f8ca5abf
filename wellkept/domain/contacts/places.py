"""Where a contact works and studied, as a source tells it: a new job ends the one that the same source told before."""

from __future__ import annotations

from typing import Any

from wellkept.domain.contacts import parts
from wellkept.domain.contacts.digest import position_values
from wellkept.domain.contacts.models import Contact, Position
from wellkept.domain.contacts.organizations import get_or_add_organizations, organization_key
from wellkept.domain.history.acting import Acting
from wellkept.formats import person as formats

Said = dict[str, Any]


def fill_positions(*, act: Acting, contact: Contact, person: formats.Person, previous: dict[str, Any] | None) -> None:
    """Add the positions that are new, follow the source in those that it told before, and end what it has replaced."""
    before: list[Said] = (previous or {}).get("positions", [])
    now = [(said, position_values(said)) for said in person.positions if organization_key(said.organization)]
    if not now:
        return
    present = list(contact.positions.select_related("organization"))
    fresh: list[formats.Position] = []
    for said, values in now:
        old = _told_before(before, values, now)
        row = _standing(present, values, now)
        if row is not None:
            _follow(act, row, said, values, old)
        elif old is None or _left_and_back(old, values):
            fresh.append(said)
    arrived = [said for said in fresh if said.current and not said.ended and said.kind == "job"]
    if arrived and previous is not None:
        _end(act, present, before, [values for _said, values in now])
    _add(act, contact, present, fresh, since=previous is not None)


def _told_before(before: list[Said], values: Said, now: list[tuple[formats.Position, Said]]) -> Said | None:
    exact = next((old for old in before if _same_place(old, values)), None)
    if exact is not None or _told_twice(values, now):
        return exact
    return next((old for old in before if _same_place(old, values, title=False)), None)


def _told_twice(values: Said, now: list[tuple[formats.Position, Said]]) -> bool:
    return sum(1 for _said, other in now if _same_place(other, values, title=False)) > 1


def _standing(present: list[Position], values: Said, now: list[tuple[formats.Position, Said]]) -> Position | None:
    """The contact's position that this one is: at the same place, and of the same title where the place is told twice."""
    there = [row for row in present if row.organization.key == values["organization"] and row.kind == values["kind"]]
    same = [row for row in there if row.title == values.get("title", "")]
    if same or not there:
        return same[0] if same else None
    return None if _told_twice(values, now) else there[0]


def _same_place(one: Said, other: Said, *, title: bool = True) -> bool:
    same = (one["organization"], one["kind"]) == (other["organization"], other["kind"])
    return same and (not title or one.get("title", "") == other.get("title", ""))


def _left_and_back(old: Said, values: Said) -> bool:
    return bool(values.get("current")) and not old.get("current")


def _follow(act: Acting, row: Position, said: formats.Position, values: Said, old: Said | None) -> None:
    told = parts.position_row(said, row.organization)
    earlier = old or {}
    columns: dict[str, Any] = {
        name: getattr(told, name)
        for name in ("title", "department")
        if getattr(told, name) and (not getattr(row, name) or getattr(row, name) == earlier.get(name))
    }
    for year, month in (("started_year", "started_month"), ("ended_year", "ended_month")):
        if getattr(told, year) and not getattr(row, year):
            columns[year], columns[month] = getattr(told, year), getattr(told, month)
    if told.ended_year and row.current and (old is None or old.get("current")):
        columns["current"] = False
    act.edit(row, **columns)


def _end(act: Acting, present: list[Position], before: list[Said], now: list[Said]) -> None:
    """The jobs the source told as current before and no longer tells are over."""
    for old in before:
        gone = old.get("current") and old["kind"] == "job" and not any(_same_place(old, n, title=False) for n in now)
        for row in present if gone else ():
            if row.organization.key == old["organization"] and row.kind == old["kind"] and row.current:
                act.edit(row, current=False)


def _add(act: Acting, contact: Contact, present: list[Position], fresh: list[formats.Position], *, since: bool) -> None:
    if not fresh:
        return
    names = [said.organization for said in fresh]
    organizations = get_or_add_organizations(network=contact.network, names=names, by=act)
    rows = [parts.position_row(said, organizations[said.organization]) for said in fresh]
    place = max((row.position for row in present), default=-1) + 1
    for offset, row in enumerate(rows):
        row.contact, row.position = contact, place + offset
        if row.current and row.kind == Position.Kind.JOB and since:
            row.since = act.today
    act.add_all(rows)
