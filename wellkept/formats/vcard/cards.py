"""The lossless middle layer: a card as a list of properties, each with the line it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from wellkept.formats.person import Problem

Params = Mapping[str, tuple[str, ...]]


class Property(NamedTuple):
    """One content line (RFC 6350 section 3.3).

    ``name`` is in capitals, ``group`` as written. ``value`` has its transfer encoding (quoted-printable, charset)
    undone and its backslashes still in place, because only the property knows whether it is a list.
    ``line`` is the line as it stood, unfolded, as text.
    """

    group: str
    name: str
    params: Params
    value: str
    line: str

    @property
    def types(self) -> tuple[str, ...]:
        return self.params.get("TYPE", ())

    @property
    def quoted_printable(self) -> bool:
        return self.params.get("ENCODING", ("",))[0] == "QUOTED-PRINTABLE"

    @property
    def base64(self) -> bool:
        return self.params.get("ENCODING", ("",))[0] == "BASE64"


@dataclass(slots=True)
class Card:
    """One card. ``unread`` holds the lines that are no properties, as they stood.

    ``row`` is its number in the file, from 1; ``agent_of`` the row of the card it was nested in (RFC 2426 section 3.5.4), or 0.
    """

    row: int = 1
    version: str = ""
    properties: list[Property] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    agent_of: int = 0

    def first(self, name: str) -> Property | None:
        """The first property of that name, in capitals."""
        return next((prop for prop in self.properties if prop.name == name), None)


@dataclass(slots=True)
class ReadCards:
    """All that a file held: ``stray`` are the lines outside any card, as they stood.

    ``problems`` are those of the file; each card has its own as well.
    """

    cards: list[Card] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
