"""The command line."""

from __future__ import annotations

import typer

app = typer.Typer(name="wellkept", no_args_is_help=True, help="Keep your professional network well.")


def run() -> None:
    app()
