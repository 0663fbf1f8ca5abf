"""Invitations.csv: who asked whom to connect, and with what words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from wellkept.formats.csvs.columns import rows_of
from wellkept.formats.csvs.table import read_table
from wellkept.formats.dates import parse_timestamp
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.linkedin.words import column_places, outgoing
from wellkept.formats.person import Problem


@dataclass(frozen=True, slots=True)
class Invitation:
    """One row. ``outgoing``: I invited. ``sent_at`` in UTC, None when it could not be read; slugs since 2023 only."""

    row: int
    from_name: str
    to_name: str
    sent_at: datetime | None
    message: str
    outgoing: bool
    from_slug: str = ""
    to_slug: str = ""
    problems: tuple[Problem, ...] = ()


def read_invitations(data: bytes) -> Iterator[Invitation]:
    """Every row of Invitations.csv of any era. Never raises."""
    table = read_table(data)
    for cells in rows_of(table, column_places(table.header)):
        written = cells.take("sent at")
        at = parse_timestamp(written, "mdy")
        if at is None:
            cells.refuse("sent_at", f"“{written[:40]}” is no date" if written else "the invitation has no date")
        by_me = outgoing(cells.take("direction"))
        if by_me is None:
            cells.refuse("direction", "it is not said who invited; taken as incoming")
        yield Invitation(
            row=cells.number,
            from_name=cells.take("from"),
            to_name=cells.take("to"),
            sent_at=at,
            message=cells.take_text("message"),
            outgoing=bool(by_me),
            from_slug=slug_of(cells.take("inviter profile url")),
            to_slug=slug_of(cells.take("invitee profile url")),
            problems=tuple(cells.problems),
        )
