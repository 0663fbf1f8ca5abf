"""Given names that are usual somewhere, folded: our own list, which stands beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def usual_given() -> frozenset[str]:
    lines = (Path(__file__).parent / "given-names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())
