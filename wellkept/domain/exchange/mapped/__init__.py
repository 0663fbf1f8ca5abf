"""Any other CSV: the user says which column is what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.people import PeopleTaker
from wellkept.domain.exchange.tables import read_people, table_of
from wellkept.formats.csvs import mapped
from wellkept.formats.csvs.columns import keys

SAMPLES = 100  # rows that a proposal looks at


class Mapped(Source):
    kind = "mapped"
    name = _("CSV with columns of its own")
    origin = "csv"
    taker = PeopleTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        """Any table of two columns and more; or of one, when its header is a field we know."""
        useful = set(proposal(header, []).values()) - {"custom", "ignore"}
        return len(header) > 1 or bool(useful)

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        chosen = {int(index): field for index, field in options.get("mapping", {}).items()}
        if not chosen:
            table = table_of(data)
            chosen = proposal(table.header, table.rows[:SAMPLES])
        return read_people(data, options, lambda table, region: mapped.read(table, chosen, region))


def proposal(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """The field of each column, as its words and contents suggest."""
    return mapped.propose_mapping(header, rows)


def header_key(header: Sequence[str]) -> str:
    """By what a mapping is remembered: the header, however it is cased and spaced."""
    return "\x1f".join(keys(header))
