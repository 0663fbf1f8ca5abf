"""The ``wellkept`` command: the command line's verbs, and ``serve``."""

from __future__ import annotations

import typer

from wellkept.interfaces.cli.main import app
from wellkept.site.serving import serve

# serve settles its addresses first; the others read a file and need nothing that is kept.
WITHOUT_DATA = ("serve", "card", "signature")


@app.callback()
def begin(context: typer.Context) -> None:
    """Keep your professional network well."""
    if context.invoked_subcommand not in WITHOUT_DATA:
        from wellkept.site.preparing import begin as start

        start()


app.command()(serve)


def main() -> None:
    app()
