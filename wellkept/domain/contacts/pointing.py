"""Whatever points at a contact says here what a merge, an export and a forgetting do with it.

A house test walks every foreign key to Contact and fails for one that is not named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.db import models


@dataclass(frozen=True)
class Pointing:
    """``on_merge``: 'move' the row to the kept contact (dropping it where the kept one has the same), 'one' keeps one of two,
    'recompute' leaves it to be computed again. ``exported``: the name of its list in the export, '' for none.
    ``on_forget``: 'erase' the row, 'blank' the column, 'recompute'."""

    model: type[models.Model]
    column: str
    on_merge: Literal["move", "one", "recompute"]
    exported: str
    on_forget: Literal["erase", "blank", "recompute"]


_pointings: dict[tuple[str, str], Pointing] = {}


def points_at_contact(
    model: type[models.Model],
    column: str = "contact",
    *,
    on_merge: Literal["move", "one", "recompute"] = "move",
    exported: str = "",
    on_forget: Literal["erase", "blank", "recompute"] = "erase",
) -> None:
    """Register a foreign key to Contact."""
    _pointings[(model._meta.label, column)] = Pointing(model, column, on_merge, exported, on_forget)


def pointings() -> list[Pointing]:
    """All registered keys, in the order of registration."""
    return list(_pointings.values())
