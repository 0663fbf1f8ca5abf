"""Which program wrote a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wellkept.formats.csvs import google, outlook, thunderbird
from wellkept.formats.csvs.table import Table
from wellkept.formats.person import Person

_READERS: dict[str, Callable[[Table, str], Iterator[Person]]] = {
    "google": google.read,
    "outlook": outlook.read,
    "thunderbird": thunderbird.read,
}


def dialect_of(header: list[str]) -> str:
    """'google', 'outlook', 'thunderbird', or '' when the columns have to be mapped (see ``mapped``)."""
    scores = {
        "google": google.recognises(header),
        "thunderbird": thunderbird.recognises(header),
        "outlook": outlook.recognises(header),
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.5 else ""


def read_dialect(table: Table, dialect: str, region: str = "") -> Iterator[Person]:
    """The people of a table in one of the dialects that ``dialect_of`` names."""
    return _READERS[dialect](table, region)
