"""What the archive says of its owner: profile, positions, schools, addresses, notes; and which profile is theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from wellkept.formats.csvs.columns import Cells, name_in_parts, rows_of
from wellkept.formats.csvs.table import read_table
from wellkept.formats.dates import parse_partial, parse_timestamp
from wellkept.formats.emails import normal_email
from wellkept.formats.linkedin.invitations import Invitation
from wellkept.formats.linkedin.messages import Message
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.names import display_name, fold
from wellkept.formats.person import Name, PartialDate, Position

_HANDLE = re.compile(r"(?:[A-Z_]+:)?([^,\[\]]+)")


@dataclass(frozen=True, slots=True)
class Profile:
    """The owner as their profile says. The file does not give their profile's address: see ``own_slug``."""

    name: Name = field(default_factory=Name)
    maiden_name: str = ""
    headline: str = ""
    summary: str = ""
    industry: str = ""
    location: str = ""
    address: str = ""
    postcode: str = ""
    birthday: PartialDate = field(default_factory=PartialDate)
    websites: tuple[str, ...] = ()
    twitter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectionNote:
    """A note that the owner wrote about a connection on LinkedIn."""

    row: int
    name: str
    slug: str
    note: str
    created_at: datetime | None
    edited_at: datetime | None


def read_profile(data: bytes) -> Profile | None:
    """The owner's profile; None when the file has no row."""
    cells = next(rows_of(read_table(data)), None)
    if cells is None:
        return None
    take = cells.take
    return Profile(
        name=name_in_parts(take("first name"), "", take("last name"), "", ""),
        maiden_name=take("maiden name"),
        headline=take("headline"),
        summary=cells.take_text("summary"),
        industry=take("industry"),
        location=take("geo location") or take("country"),
        address=cells.take_text("address"),
        postcode=take("zip code"),
        birthday=parse_partial(take("birth date")) or PartialDate(),
        websites=_listed(take("websites")),
        twitter=_listed(take("twitter handles")),
    )


def _listed(text: str) -> tuple[str, ...]:
    """The values of '[PERSONAL:https://ana.example.org,OTHER:…]'."""
    return tuple(found.strip() for found in _HANDLE.findall(text) if found.strip())


def _date(cells: Cells, *names: str) -> PartialDate:
    return parse_partial(cells.take(*names)) or PartialDate()


def read_positions(data: bytes) -> Iterator[Position]:
    """The owner's jobs."""
    for cells in rows_of(read_table(data)):
        started, ended = _date(cells, "started on"), _date(cells, "finished on")
        yield Position(
            organization=cells.take("company name"),
            title=cells.take("title"),
            started=started,
            ended=ended,
            current=not ended,
            location=cells.take("location"),
            description=cells.take_text("description"),
        )


def read_education(data: bytes) -> Iterator[Position]:
    """The owner's times at schools."""
    for cells in rows_of(read_table(data)):
        started, ended = _date(cells, "start date", "started on"), _date(cells, "end date", "finished on")
        told = (cells.take_text("notes"), cells.take_text("activities"))
        yield Position(
            organization=cells.take("school name"),
            title=cells.take("degree name"),
            kind="education",
            started=started,
            ended=ended,
            current=not ended,
            description="\n\n".join(filter(None, told)),
        )


def read_own_emails(data: bytes) -> list[str]:
    """The owner's own confirmed addresses, the primary one first."""
    found: list[tuple[bool, str]] = []
    for cells in rows_of(read_table(data)):
        address = normal_email(cells.take("email address"))
        if address and fold(cells.take("confirmed")) not in ("no", "false"):
            found.append((fold(cells.take("primary")) not in ("yes", "true"), address))
    return [address for _, address in sorted(found, key=lambda each: each[0])]


def read_notes(data: bytes) -> Iterator[ConnectionNote]:
    """The owner's notes about connections (exports of 2026 on)."""
    for cells in rows_of(read_table(data)):
        first, last = cells.take("connection first name"), cells.take("connection last name")
        yield ConnectionNote(
            row=cells.number,
            name=f"{first} {last}".strip(),
            slug=slug_of(cells.take("connection profile url")),
            note=cells.take_text("note"),
            created_at=parse_timestamp(cells.take("created on"), "mdy"),
            edited_at=parse_timestamp(cells.take("edited on"), "mdy"),
        )


def own_slug(messages: Iterable[Message], invitations: Iterable[Invitation], profile: Profile | None) -> str:
    """The owner's own slug: the member who takes part in most, and if the profile's name is among them, who bears it.

    '' when nobody stands out (no addresses in the file, or as many messages of two members and no profile to tell).
    """
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}

    def note(members: Iterable[tuple[str, str]]) -> None:
        for name, slug in set(members):
            if slug:
                seen[slug] += 1
                names.setdefault(slug, fold(name))

    for message in messages:
        note([(message.from_name, message.from_slug), *message.to])
    for each in invitations:
        note([(each.from_name, each.from_slug), (each.to_name, each.to_slug)])
    ranked = seen.most_common()
    if not ranked:
        return ""
    if profile:
        wanted = fold(display_name(profile.name))
        if same := [slug for slug, _ in ranked if names[slug] == wanted]:
            return same[0]
    alone = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
    return ranked[0][0] if alone else ""
