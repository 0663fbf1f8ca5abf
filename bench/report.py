"""The table of results, on the terminal and as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.sizes import Size
from bench.timing import Result

PAGE = Path(__file__).parent.parent / "docs" / "developers" / "bench.md"
HEADER = ["what", "p50", "p95", "bar", "", "SQL p50", "SQL p95", "× SQL", "queries"]


def cells(result: Result) -> list[str]:
    floor = (
        [_time(result, value) for value in (_middle(result.floor), _high(result.floor))] if result.floor else ["", ""]
    )
    ratio = (
        f"{result.p50 / _middle(result.floor):.1f}" if result.times and result.floor and _middle(result.floor) else ""
    )
    bar = _time(result, result.bar) if result.bar is not None else ""
    verdict = "" if result.bar is None else "holds" if result.holds else "MISSES"
    queries = str(result.queries) if result.queries is not None else ""
    what = f"{result.what} ({result.note})" if result.note else result.what
    p50 = _time(result, result.p50) if len(result.times) > 1 else ""
    p95 = _time(result, result.p95) if result.times else ""
    return [what, p50, p95, bar, verdict, *floor, ratio, queries]


def _middle(values: list[float]) -> float:
    from bench.timing import percentile

    return percentile(values, 50)


def _high(values: list[float]) -> float:
    from bench.timing import percentile

    return percentile(values, 95)


def _time(result: Result, value: float) -> str:
    if result.unit == "MB":
        return f"{value:.0f} MB"
    return f"{value:.2f} s" if result.unit == "s" else f"{value * 1000:.1f} ms"


def tell(results: Iterable[Result]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for number, name in enumerate(HEADER):
        table.add_column(name, justify="left" if number in (0, 4) else "right")
    for result in results:
        row = cells(result)
        table.add_row(*row, style=None if result.holds else "bold red")
    Console(width=150).print(table)


def write(results: Iterable[Result], size: Size, *, cpu: bool) -> None:
    rows = [" | ".join(cells(result)) for result in results]
    lines = [f"| {line} |" for line in (" | ".join(HEADER), " | ".join("---" for _ in HEADER), *rows)]
    PAGE.write_text(f"{_INTRODUCTION.format(size=size)}{_BUSY if cpu else ''}\n{chr(10).join(lines)}\n")


_INTRODUCTION = """# Speed

Measured by `make bench` on a machine with 2 cores, on a generated network of {size.contacts:,} contacts and
{size.interactions:,} interactions with their whole history. `make bench SIZE=small` gives a quick idea;
`make bench ARGS=--write` writes this page. Nothing here is asserted by a test: times depend on the machine.

*p50* and *p95* are the middle and the 95th of a hundred. Pages are measured in one process through the whole stack: middleware, view,
queries, template; no socket and no browser. *SQL* is the floor of the same run: the cheapest statements that fetch what the
page shows, on a bare connection to the same file, all rows fetched. *× SQL* is how many times as long the page takes in the middle.
A keystroke is one request of the search or the palette; what is typed are names, organizations and words that were said,
letter by letter, some with two letters swapped. Imports run from the command line into an empty data folder, the start of the
command included.
"""

_BUSY = """
**These are seconds of the processor**, not of the clock: the machine had other work to do when they were taken. Waiting for the disk is not
in them, and a busy neighbour makes them longer by a third or so.
"""
