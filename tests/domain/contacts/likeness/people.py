"""People to compare, and the truth that comes with other people's sets of them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from wellkept.domain.contacts.likeness.traits import Traits
from wellkept.formats.names import fold


def one(key: int, name: str = "", **traits: Any) -> Traits:
    given, _space, family = name.rpartition(" ")
    sets = {
        kind: frozenset(traits.pop(kind))
        for kind in ("emails", "phones", "profiles", "organizations", "other_names")
        if kind in traits
    }
    return Traits(key, given.lower(), family.lower(), **sets, **traits)


def fake_1000(corpora: Path) -> tuple[list[Traits], set[tuple[int, int]]]:
    records, clusters = [], defaultdict(list)
    with (corpora / "dedup" / "fake_1000.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            key = int(row["unique_id"])
            day = tuple(map(int, row["dob"].split("-"))) if row["dob"] else None
            emails = frozenset({row["email"].lower()} - {""})
            named = fold(row["first_name"]), fold(row["surname"])
            records.append(Traits(key, *named, emails=emails, city=fold(row["city"]), birthday=day))
            clusters[row["cluster"]].append(key)
    return records, {pair for members in clusters.values() for pair in combinations(sorted(members), 2)}


def linkedin_sample(corpora: Path) -> list[Traits]:
    """Invented people, one row each."""
    with zipfile.ZipFile(corpora / "linkedin" / "silkyrich_sample_export.zip") as export:
        text = export.read("Connections.csv").decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text[text.index("First Name,") :]))
    return [
        Traits(
            key,
            fold(row["First Name"]),
            fold(row["Last Name"]),
            emails=frozenset({row["Email Address"]} - {""}),
            profiles=frozenset({f"linkedin:{row['URL'].rpartition('/')[2]}"}),
            organizations=frozenset({fold(row["Company"])} - {""}),
        )
        for key, row in enumerate(rows)
    ]
