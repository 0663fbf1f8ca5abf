"""The tables of an evaluation, on the terminal and as a page of the documentation.

Each part owns one section of the page, between two marks; writing one part leaves the sections of the others as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "developers" / "evaluation.md"


@dataclass(frozen=True)
class Bar:
    """What has to hold: a value of at least (or, with ``at_most``, of at most) so much."""

    what: str
    value: float
    bar: float
    at_most: bool = False
    digits: int = 3

    @property
    def holds(self) -> bool:
        return self.value <= self.bar if self.at_most else self.value >= self.bar

    @property
    def told(self) -> str:
        verdict = "holds" if self.holds else "MISSES"
        side = "at most" if self.at_most else "at least"
        return f"{self.what}: {self.value:.{self.digits}f}, {side} {self.bar:.{self.digits}f} – {verdict}"


@dataclass(frozen=True)
class Table:
    """``rows`` are texts and numbers as they are to be read; ``after`` is Markdown that follows the table (a configuration, a caveat)."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[object]]
    about: str = ""
    after: str = ""
    bars: Sequence[Bar] = field(default=())


@dataclass(frozen=True)
class Section:
    name: str
    title: str
    introduction: str
    tables: Sequence[Table]


def tell(sections: Sequence[Section]) -> None:
    from rich.console import Console
    from rich.table import Table as Printed

    console = Console(width=150, highlight=False)
    for section in sections:
        console.print(f"\n{section.title}", style="bold")
        for table in section.tables:
            printed = Printed(title=table.title, title_justify="left", box=None, pad_edge=False)
            for number, name in enumerate(table.header):
                printed.add_column(name, justify="right" if number else "left")
            for row in table.rows:
                printed.add_row(*map(str, row))
            console.print(printed)
            for bar in table.bars:
                console.print(bar.told, style=None if bar.holds else "bold red")


def write(sections: Sequence[Section], page: Path = PAGE) -> None:
    text = page.read_text("utf-8") if page.exists() else INTRODUCTION
    for section in sections:
        told = f"{_begins(section.name)}\n{_markdown(section)}\n{_ends(section.name)}\n"
        there = re.compile(f"{re.escape(_begins(section.name))}\n.*?\n{re.escape(_ends(section.name))}\n", re.DOTALL)
        text = there.sub(lambda _match, told=told: told, text) if there.search(text) else f"{text}\n{told}"  # type: ignore[misc]
    page.write_text(text, "utf-8")


def _begins(name: str) -> str:
    return f"<!-- {name} -->"


def _ends(name: str) -> str:
    return f"<!-- end of {name} -->"


def _markdown(section: Section) -> str:
    told = [f"## {section.title}", section.introduction]
    for table in section.tables:
        rows = [table.header, ["---", *["--:"] * (len(table.header) - 1)], *table.rows]
        lines = "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows)
        told += [
            f"### {table.title}",
            table.about,
            lines,
            "\n".join(f"* {bar.told}" for bar in table.bars),
            table.after,
        ]
    return "\n\n".join(part for part in told if part)


INTRODUCTION = """# How good are the guesses?

Measured by `make eval`; `make eval ARGS=--write` writes this page. Each section is one part, and is as old as the last time that part was
measured. No test asserts these numbers; a part says which bars it holds.
"""
