"""What is known of a contact when a letter to them is begun. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Purpose = Literal[
    "followup", "second", "promise_mine", "promise_theirs", "birthday", "anniversary", "occasion", "work", "met",
    "keep", "reconnect", "thanks", "introduce", "referral", "visit",
]  # fmt: skip


class Said(NamedTuple):
    """One interaction; ``source`` is '' when it was written down by hand."""

    on: date
    kind: str
    direction: str
    body: str
    place: str
    sent: int
    received: int
    source: str = ""


class Pledge(NamedTuple):
    key: int
    by: str  # me, them
    text: str
    made_on: date
    due_on: date | None
    thanks: bool = False  # a thank-you that I owe


class Named(NamedTuple):
    """Somebody whom the contact named as worth meeting."""

    key: int
    name: str
    about: str
    on: date


class Shared(NamedTuple):
    """An organization that both know; ``together``: the years are known to overlap."""

    name: str
    kind: str  # job, education
    together: bool


@dataclass(frozen=True, slots=True)
class Known:
    """``said`` is newest first. Empty strings and None stand for what is not known."""

    contact: int
    key: str
    display: str
    first_name: str
    given: str = ""
    family: str = ""
    said: tuple[Said, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    named: tuple[Named, ...] = ()  # open ones, the oldest first
    mentioned: Named | None = None  # a name in the user's notes on them, to ask after
    visit: tuple[str, date] | None = None  # where the user will be near them, and on which day
    title: str = ""
    organization: str = ""
    position_since: date | None = None  # the day an import first showed the position
    shared: tuple[Shared, ...] = ()
    colleague: bool = False  # at the same organization as the user now
    interests: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # 'a data engineer', the newest first
    city: str = ""
    met_on: date | None = None
    met_year: int | None = None
    met_where: str = ""
    met_how: str = ""
    met_through: str = ""
    connected_on: date | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()  # as written, E.164 or ''
    linkedin: str = ""
    address: str = ""
    photo: int | None = None
    me_first: str = ""
    me_display: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every way the contact's name may stand in a text, the longest first."""
        return tuple(
            sorted({n for n in (self.display, self.first_name, self.given, self.family) if n}, key=len, reverse=True)
        )
