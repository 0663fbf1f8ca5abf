"""How the command line speaks to people: calm, in columns, in colour on a terminal only."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

WIDE = 200  # columns of a pipe or file, which has no edge to wrap at


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(text: str) -> str:
    """Without what would drive the terminal: an imported name may hold an escape sequence (CWE-150)."""
    return _CONTROL.sub("", text)


def paper() -> Console:
    """Standard output. Colours and the terminal's width when it is one."""
    from rich.console import Console

    class Paper(Console):
        def print(self, *objects: Any, **options: Any) -> None:
            super().print(*[harmless(one) if isinstance(one, str) else one for one in objects], **options)

    width = None if sys.stdout.isatty() else WIDE
    return Paper(highlight=False, emoji=False, markup=False, width=width)


def columns(rows: Iterable[Sequence[Any]], *, styles: Sequence[str] = (), indent: int = 2) -> Any:
    """Rows side by side; the last column wraps under itself."""
    from rich.cells import cell_len
    from rich.console import Group
    from rich.text import Text

    lines = [[harmless(" ".join(str(cell).split())) for cell in row] for row in rows]
    count = max(map(len, lines), default=0)
    widths = [max(cell_len(line[number]) for line in lines) for number in range(count - 1)]
    edge = indent + sum(widths) + 2 * len(widths)
    console = paper()
    shown_rows = []
    for line in lines:
        text = Text(" " * indent)
        for number, width in enumerate(widths):
            text.append(
                line[number] + " " * (width - cell_len(line[number]) + 2),
                styles[number] if number < len(styles) else "",
            )
        style = styles[count - 1] if count <= len(styles) else ""
        wrapped = Text(line[-1], style=style).wrap(console, max(20, console.width - edge))
        for number, piece in enumerate(wrapped or [Text()]):
            if number:
                text.append("\n" + " " * edge)
            piece.rstrip()
            text.append_text(piece)
        text.rstrip()
        shown_rows.append(text)
    return Group(*shown_rows)


def shown(day: date | None) -> str:
    """18 Nov 2026, or as the user said in the settings that dates are written."""
    from django.utils.formats import date_format
    from django.utils.translation import get_language

    return date_format(day, {"en": "M j, Y", "en-se": "Y-m-d"}.get(get_language() or "", "j M Y")) if day else ""


def say(text: str) -> None:
    """A line on standard output."""
    typer.echo(harmless(text))


def aside(text: str) -> None:
    """A word on standard error, which is no result."""
    typer.echo(harmless(text), err=True)


def counted(number: int, one: str, many: str) -> str:
    """1 row; 2,000 rows."""
    return f"{number:,} {one if number == 1 else many}"
