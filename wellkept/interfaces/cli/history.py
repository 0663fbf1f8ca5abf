"""``wellkept history`` and ``wellkept undo``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import columns, paper, say
from wellkept.interfaces.cli.who import acting_user


def history(
    most: Annotated[int, typer.Option("--most", min=1, max=1000, help="How many entries at most.")] = 20,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Show what was done, the newest first."""
    from wellkept.domain.history.reading import history_page

    with acting_user(user) as (network, _actor):
        entries = history_page(network, limit=most).entries
        if as_json:
            print_json([_as_json(entry) for entry in entries])
            return
        zone = network.zone
        rows = [
            (
                entry.act.pk,
                f"{entry.act.at.astimezone(zone):%Y-%m-%d %H:%M}",
                f"{entry.act.summary}{' (undone)' if entry.undone else ''}",
            )
            for entry in entries
        ]
        paper().print(columns(rows, styles=["dim", "dim"], indent=0))


def undo(
    number: Annotated[
        int | None, typer.Argument(metavar="NUMBER", help="As `wellkept history` shows it; the newest when left out.")
    ] = None,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Undo what was done last, or the entry of the history with this number. An undo can be undone."""
    from wellkept.domain.history.undoing import batch_of, undo_batch

    with acting_user(user) as (_network, actor):
        act = _act(number)
        if act.batch.startswith("import:"):
            summary = _undo_import(act, actor)
        else:
            summary = undo_batch(acts=batch_of(act), by=actor)[-1].summary
        if as_json:
            print_json({"undone": act.pk, "summary": summary})
        else:
            say(f"{summary}.")


def _act(number: int | None) -> Any:
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.history.models import Act

    if number is not None:
        found = Act.objects.filter(pk=number).first()
    else:
        found = Act.objects.filter(undone_by=None, undo_of=None).order_by("-pk").first()
    if found is None:
        raise Refusal("There is nothing to undo." if number is None else f"The history has no entry {number}.")
    return found


def _undo_import(act: Any, actor: Any) -> str:
    """An import is taken back as a whole, with all entries of its ZIP."""
    from wellkept.domain.exchange.models import ImportRun
    from wellkept.domain.exchange.undoing import undo_upload

    run = ImportRun.objects.get(pk=int(act.batch.removeprefix("import:")))
    undo_upload(network=act.network, upload=run.upload, by=actor)
    return f"Undid the import of {run.name}"


def _as_json(entry: Any) -> dict[str, Any]:
    act = entry.act
    return {
        "number": act.pk, "at": act.at.isoformat(), "via": act.via, "summary": act.summary,
        "changes": entry.changes, "undone": entry.undone,
    }  # fmt: skip
