"""Options that several verbs take, and how they answer."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, on standard output.")]
ForUser = Annotated[str, typer.Option("--user", metavar="E-MAIL", help="For whom, where there are several users.")]


def print_json(value: Any) -> None:
    """One document of JSON on standard output; dates as 2026-11-18."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
