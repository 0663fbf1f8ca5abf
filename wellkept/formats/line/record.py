"""What a line says, with the words each part came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Contact:
    """``match`` is filled in by who knows the network: the number of the contact that is meant."""

    name: str
    organization: str | None = None
    title: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    location: str | None = None
    match: int | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name, "organization": self.organization, "title": self.title, "emails": list(self.emails),
            "phones": list(self.phones), "location": self.location, "match": self.match,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Interaction:
    kind: str
    on: date | None
    event: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "on": _day(self.on), "event": self.event}


@dataclass(frozen=True, slots=True)
class Occasion:
    """``contact`` is the name in the line; None where it could be several people's."""

    contact: str | None
    kind: str
    month: int | None = None
    day: int | None = None
    year: int | None = None

    def as_json(self) -> dict[str, Any]:
        return {"contact": self.contact, "kind": self.kind, "month": self.month, "day": self.day, "year": self.year}


@dataclass(frozen=True, slots=True)
class Promise:
    """``by`` is 'me' or 'them'; ``contact`` the name of whom it is about, None where that is not clear."""

    by: str
    text: str
    due: date | None = None
    contact: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"by": self.by, "text": self.text, "due": _day(self.due)}


@dataclass(frozen=True, slots=True)
class Said:
    """A fact, need or offer in the words of the line; ``contact`` as in ``Promise``."""

    words: str
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """``Line.text[start:end]`` are the words from which ``field`` came: 'contacts.0.name', 'interaction.on', 'facts.1'."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that must be asked about, the field that hangs on them ('' when none does), and what they could mean."""

    words: str
    start: int
    end: int
    field: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is the line trimmed and with its letters composed: what the spans count in."""

    text: str
    contacts: tuple[Contact, ...] = ()
    interaction: Interaction | None = None
    facts: tuple[Said, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    promises: tuple[Promise, ...] = ()
    introduced_by: str | None = None
    follow_up_on: date | None = None
    needs: tuple[Said, ...] = ()
    offers: tuple[Said, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    spans: tuple[Span, ...] = ()
    language: str = "en"

    @property
    def unsure(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(doubt.words for doubt in self.doubts))

    def as_json(self) -> dict[str, Any]:
        """The contract of the command line, to the letter."""
        return {
            "contacts": _all(self.contacts),
            "interaction": self.interaction.as_json() if self.interaction else None,
            "facts": [said.words for said in self.facts],
            "occasions": _all(self.occasions),
            "promises": _all(self.promises),
            "introduced_by": self.introduced_by,
            "follow_up_on": _day(self.follow_up_on),
            "needs": [said.words for said in self.needs],
            "offers": [said.words for said in self.offers],
            "unsure": list(self.unsure),
        }


def _all(parts: Iterable[Contact | Occasion | Promise]) -> list[dict[str, Any]]:
    return [part.as_json() for part in parts]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
