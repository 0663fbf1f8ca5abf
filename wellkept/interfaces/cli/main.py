"""The command line. Each verb has its module here and is registered in this one.

A verb's module imports Django's models inside its functions: it is loaded before Django is.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from wellkept.interfaces.cli import user


class Verbs(TyperGroup):
    """What is refused is said on standard error, and the command ends with 1."""

    def invoke(self, ctx: Any) -> Any:
        from wellkept.domain.accounts.refusals import Refusal

        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            typer.echo(str(refusal), err=True)
            raise typer.Exit(1) from refusal


app = typer.Typer(
    name="wellkept",
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Keep your professional network well.",
)
app.add_typer(user.app, name="user")
