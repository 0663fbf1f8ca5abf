"""The command line. Each verb has its module here and is registered in this one.

A verb's module imports Django's models inside its functions: it is loaded before Django is.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from wellkept.interfaces.cli import (
    backup,
    capture,
    card,
    digest,
    duplicates,
    events,
    export,
    find,
    history,
    importing,
    log,
    restore,
    show,
    signature,
    stepping,
    user,
    week,
)
from wellkept.interfaces.cli.printing import aside


class Verbs(TyperGroup):
    """What is refused is said on standard error, and the command ends with 1."""

    def invoke(self, ctx: Any) -> Any:
        from wellkept.domain.accounts.refusals import Refusal

        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            aside(str(refusal))
            raise typer.Exit(1) from refusal


app = typer.Typer(
    name="wellkept",
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Keep your professional network well.",
)
app.command("import")(importing.import_)
app.command()(week.week)
app.command()(digest.digest)
app.command()(find.find)
app.command()(show.show)
app.command()(events.events)
app.command()(log.log)
app.command()(log.note)
app.command()(capture.capture)
app.command()(card.card)
app.command()(signature.signature)
app.command()(stepping.decide)
app.command()(stepping.snooze)
app.command("next")(stepping.next_)
app.command()(stepping.skip)
app.command()(duplicates.duplicates)
app.command()(duplicates.merge)
app.command()(history.history)
app.command()(history.undo)
app.command()(history.trash)
app.command()(export.export)
app.command()(restore.restore)
app.command()(backup.backup)
app.command()(backup.status)
app.add_typer(user.app, name="user")
