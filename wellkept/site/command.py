"""The ``wellkept`` command: the command line's verbs, and ``serve``."""

from __future__ import annotations

import sys

import typer

from wellkept.interfaces.cli.main import app
from wellkept.site.serving import serve

# serve settles its addresses first; the others read a file and need nothing that is kept.
WITHOUT_DATA = ("serve", "card", "signature")


def needs_no_data(command: str | None) -> bool:
    """A batch of lines is read only, and so needs nothing that is kept either."""
    return command in WITHOUT_DATA or (command == "capture" and any(word.startswith("--batch") for word in sys.argv))


@app.callback()
def begin(context: typer.Context) -> None:
    """Keep your professional network well."""
    if not needs_no_data(context.invoked_subcommand):
        from wellkept.site.preparing import begin as start

        start()


app.command()(serve)


def main() -> None:
    app()
