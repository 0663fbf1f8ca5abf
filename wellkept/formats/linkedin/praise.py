"""Recommendations and endorsements: who praised whom, a debt of thanks on either side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from wellkept.formats.csvs.columns import key, rows_of
from wellkept.formats.csvs.table import read_table
from wellkept.formats.dates import parse_timestamp
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.names import fold
from wellkept.formats.person import Problem

_DIRECTION = re.compile(r"(?:^|[\W_])(given|received)(?:[\W_]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One row. The file gives no profile's address. ``status`` is 'VISIBLE', 'HIDDEN', 'PENDING' or 'DRAFT'."""

    row: int
    name: str
    company: str
    title: str
    text: str
    at: datetime | None
    status: str
    by_me: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Endorsement:
    """One row: one skill. ``status`` is 'ACCEPTED', 'PENDING' or 'HIDDEN'; the slug is '' before mid-2023."""

    row: int
    name: str
    slug: str
    skill: str
    at: datetime | None
    status: str
    by_me: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Endorsed:
    """All the endorsements between one member and the owner, in one direction. Rows without a date have no day."""

    name: str
    slug: str
    by_me: bool
    skills: tuple[str, ...]
    first_on: date | None
    last_on: date | None

    @property
    def count(self) -> int:
        return len(self.skills)


def given_by_me(filename: str) -> bool | None:
    """The direction that 'Recommendations_Given.csv' or '…_Received.csv' has in its name alone; None when it has none."""
    found = _DIRECTION.search(filename.replace("\\", "/").rpartition("/")[2].removesuffix(".csv"))
    return found[1].lower() == "given" if found else None


def read_recommendations(data: bytes, *, by_me: bool) -> Iterator[Recommendation]:
    """Every row of Recommendations_Given.csv (``by_me``) or Recommendations_Received.csv. Never raises."""
    for cells in rows_of(read_table(data)):
        written = cells.take("creation date")
        at = _moment(written)
        if written and at is None:
            cells.refuse("creation_date", f"“{written[:40]}” is no date")
        name = f"{cells.take('first name')} {cells.take('last name')}".strip()
        if not name:
            cells.refuse("", "the row names nobody")
        yield Recommendation(
            row=cells.number,
            name=name,
            company=cells.take("company"),
            title=cells.take("job title"),
            text=cells.take_text("text"),
            at=at,
            status=cells.take("status").upper(),
            by_me=by_me,
            problems=tuple(cells.problems),
        )


def read_endorsements(data: bytes) -> Iterator[Endorsement]:
    """Every row of Endorsement_Given_Info.csv or Endorsement_Received_Info.csv, which say by their header which they are."""
    table = read_table(data)
    by_me = any(key(cell).startswith("endorsee") for cell in table.header)
    who = "endorsee" if by_me else "endorser"
    for cells in rows_of(table):
        written = cells.take("endorsement date")
        at = _moment(written)
        if written and at is None:
            cells.refuse("endorsement_date", f"“{written[:40]}” is no date")
        name = f"{cells.take(f'{who} first name')} {cells.take(f'{who} last name')}".strip()
        slug = slug_of(cells.take(f"{who} public url"))
        if not (name or slug):
            cells.refuse("", "the row names nobody")
        yield Endorsement(
            row=cells.number,
            name=name,
            slug=slug,
            skill=cells.take("skill name"),
            at=at,
            status=cells.take("endorsement status").upper(),
            by_me=by_me,
            problems=tuple(cells.problems),
        )


def _moment(written: str) -> datetime | None:
    return parse_timestamp(written, "mdy" if "/" in written and not written[:4].isdecimal() else "")


def endorsed(endorsements: Iterable[Endorsement]) -> list[Endorsed]:
    """The endorsements of each member and direction together, those of most skills first; hidden ones and nobody's are left out."""
    found: dict[tuple[bool, str], list[Endorsement]] = {}
    for each in endorsements:
        if each.status != "HIDDEN" and (each.slug or each.name):
            found.setdefault((each.by_me, each.slug or f"{fold(each.name)}|"), []).append(each)
    together = []
    for (by_me, _), rows in found.items():
        days = sorted(each.at.date() for each in rows if each.at)
        name = next((each.name for each in rows if each.name), "")
        skills = tuple(dict.fromkeys(each.skill for each in rows if each.skill))
        together.append(Endorsed(name, rows[0].slug, by_me, skills, *((days[0], days[-1]) if days else (None, None))))
    return sorted(together, key=lambda each: (-each.count, fold(each.name), each.slug, each.by_me))
