"""Measuring one thing many times, and what stands in the table of results."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Statement = tuple[str, Sequence[Any]]
FLOOR_ROUNDS = 3  # the floor of one call is the best of so many


@dataclass
class Result:
    """One line of the table; times in seconds. ``bar`` holds for p95, or for the one value there is."""

    what: str
    times: list[float]
    bar: float | None = None
    floor: list[float] = field(default_factory=list)
    queries: int | None = None
    note: str = ""
    unit: str = "ms"

    @property
    def p50(self) -> float:
        return percentile(self.times, 50)

    @property
    def p95(self) -> float:
        return percentile(self.times, 95)

    @property
    def holds(self) -> bool:
        return self.bar is None or (bool(self.times) and self.p95 <= self.bar)


def percentile(values: Sequence[float], part: int) -> float:
    """The nearest rank: a time that was measured, never one between two."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * part // 100) - 1)]


clock: Callable[[], float] = time.perf_counter  # --cpu: time.process_time


def timed(call: Callable[[], Any]) -> float:
    began = clock()
    call()
    return clock() - began


def floor_of(connection: sqlite3.Connection, calls: Sequence[Sequence[Statement]]) -> list[float]:
    """For each call: how long its statements take on a bare connection, all rows fetched."""

    def run(statements: Sequence[Statement]) -> None:
        for sql, values in statements:
            connection.execute(sql, values).fetchall()

    for statements in calls[:3]:
        run(statements)
    return [min(timed(lambda s=statements: run(s)) for _ in range(FLOOR_ROUNDS)) for statements in calls]
