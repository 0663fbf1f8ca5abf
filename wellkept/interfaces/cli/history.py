"""``wellkept history``, ``wellkept undo`` and ``wellkept trash``."""

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
    keep: Annotated[bool, typer.Option("--keep", help="What has changed since stays as it is now.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="What has changed since is taken back as well.")] = False,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Undo what was done last, or the entry of the history with this number. An undo can be undone.

    Where later changes stand in the way they are listed, and nothing is done: say --keep or --anyway."""
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.history.undoing import Clash, batch_of, undo_batch

    if keep and anyway:
        raise Refusal("Say either --keep or --anyway.")
    otherwise: Any = "keep" if keep else "anyway" if anyway else None
    with acting_user(user) as (_network, actor):
        act = _act(number)
        try:
            if act.batch.startswith("import:"):
                summary = _undo_import(act, actor, otherwise)
            else:
                summary = undo_batch(acts=batch_of(act), by=actor, otherwise=otherwise)[-1].summary
        except Clash as clash:
            raise Refusal(_asking(clash)) from clash
        if as_json:
            print_json({"undone": act.pk, "summary": summary})
        else:
            say(f"{summary}.")


def trash(
    back: Annotated[int | None, typer.Option("--back", metavar="NUMBER", help="Bring this one back.")] = None,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Show what was deleted and can be brought back."""
    from wellkept.domain.history.trash import bring_back_deleted, trash_of

    with acting_user(user) as (network, actor):
        if back is not None:
            act = bring_back_deleted(network=network, change=back, by=actor)
            print_json({"summary": act.summary}) if as_json else say(f"{act.summary}.")
            return
        deleted = trash_of(network)
        if as_json:
            print_json(
                [
                    {"number": d.change, "what": d.thing, "name": d.name, "deleted": d.act.at.isoformat()}
                    for d in deleted
                ]
            )
            return
        rows = [(d.change, f"{d.act.at.astimezone(network.zone):%Y-%m-%d %H:%M}", d.thing, d.name) for d in deleted]
        paper().print(columns(rows, styles=["dim", "dim", "dim"], indent=0) if rows else "The trash is empty.")


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


def _asking(clash: Any) -> str:
    lines = [f"Not undone: {clash.count} thing{'s have' if clash.count != 1 else ' has'} changed since."]
    for question in clash.questions:
        sides = [("left", question.left), ("now", question.now), ("before", question.before)]
        told = "; ".join(f"{side}: {words}" for side, words in sides if words)
        lines.append(f"  {question.line}{f' ({told})' if told else ''}")
    if clash.count > len(clash.questions):
        lines.append(f"  and {clash.count - len(clash.questions)} more")
    return "\n".join([*lines, "Add --keep to keep these as they are and undo the rest, or --anyway to take all back."])


def _undo_import(act: Any, actor: Any, otherwise: Any) -> str:
    """An import is taken back as a whole, with all entries of its ZIP."""
    from wellkept.domain.exchange.models import ImportRun
    from wellkept.domain.exchange.undoing import undo_upload

    run = ImportRun.objects.get(pk=int(act.batch.removeprefix("import:")))
    undone = undo_upload(network=act.network, upload=run.upload, by=actor, otherwise=otherwise)
    kept = undone[-1].summary.rpartition(" (")[2].rstrip(")") if otherwise == "keep" else ""
    return f"Undid the import of {run.name}{f' ({kept})' if kept and 'kept' in kept else ''}"


def _as_json(entry: Any) -> dict[str, Any]:
    act = entry.act
    return {
        "number": act.pk, "at": act.at.isoformat(), "via": act.via, "summary": act.summary,
        "changes": entry.changes, "undone": entry.undone,
    }  # fmt: skip
