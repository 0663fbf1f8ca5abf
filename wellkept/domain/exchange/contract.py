"""What a source of imports is: a folder that can be copied, with code that says whether a file is its own,
reads it into units, and takes the units into the network one batch at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.history.acting import Acting
from wellkept.formats.person import Problem

Outcome = ImportRow.Outcome
SET_ASIDE = "set aside"  # the rule of a refused row that is no person's


@dataclass(frozen=True, slots=True)
class Unit:
    """Rows of a file that are decided together: one person, or one day of a conversation."""

    rows: tuple[int, ...]  # counted from 1
    value: Any
    label: str = ""
    detail: str | Callable[[], str] = ""  # what it would become, in a line, for the preview


@dataclass(slots=True)
class Verdict:
    """What became of one row."""

    row: int
    outcome: str
    label: str = ""
    contact: Contact | None = None
    rule: str = ""
    field: str = ""
    message: str = ""


@dataclass(slots=True)
class Reading:
    """A file as units in a fixed order; reading the same bytes again gives the same units."""

    units: list[Unit] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)  # about the file as a whole
    raw: Callable[[int], str] = lambda row: ""  # a row as it stood

    @property
    def rows(self) -> int:
        return sum(len(unit.rows) for unit in self.units)


class Stale(Exception):
    """Records have gone since the index was read: the batch is rolled back, and begun again with a new index."""


class Taker(ABC):
    """Takes the units of one run into the network. Made once per run; holds what is read once."""

    of_people: ClassVar[bool] = False  # whether its rows are people, or begin with them: those are shown first

    def __init__(
        self,
        *,
        network: Network,
        run: ImportRun,
        source: Source,
        reading: Reading,
        upcoming: frozenset[str] = frozenset(),
    ) -> None:
        """``upcoming``: in a preview, the LinkedIn profiles, and names of connections, that other entries of the same
        upload would add."""
        self.network = network
        self.run = run
        self.source = source
        self.reading = reading
        self.upcoming = upcoming
        self.begin()

    def begin(self) -> None:  # noqa: B027 most takers need something here, and not all
        """Read what is needed for the whole run."""

    @abstractmethod
    def judge(self, units: Sequence[Unit]) -> list[Verdict]:
        """What would become of these rows, without writing; called with all units in order, batch by batch."""

    @abstractmethod
    def take(self, units: Sequence[Unit], act: Acting) -> list[Verdict]:
        """Write these rows within the act and say what became of each."""

    def missing(self) -> list[Contact]:
        """After the last batch: whom this source knew and no longer names."""
        return []


class Source(ABC):
    """One kind of file."""

    kind: ClassVar[str]  # 'linkedin.connections'
    name: ClassVar[Any]  # for people, translated
    origin: ClassVar[str]  # the source that its records name: 'linkedin'
    order: ClassVar[int] = 50  # in which order the entries of one ZIP are taken: people before what passed between them
    whole: ClassVar[bool] = False  # True where a file always names everybody, so that who is not in it is missing
    taker: ClassVar[type[Taker]]

    @abstractmethod
    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        """Whether a file is of this kind, by its name, its bytes and (for a CSV) its header."""

    @abstractmethod
    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        """The units of a file. Raises ``Refusal`` for a file that cannot be read at all."""
