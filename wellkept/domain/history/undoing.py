"""Taking an act back, also when other acts have come since. What clashes is told, never guessed."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Kept
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import Acting, acting, hanging_on
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.values import from_json, revive, to_json


class Clash(Refusal):
    """An act cannot be taken back as it stands; ``clashes`` says, line by line, what came in between."""

    def __init__(self, clashes: list[str]) -> None:
        super().__init__(_("This cannot be undone any more: %(why)s") % {"why": "; ".join(clashes[:3])})
        self.clashes = clashes


def undo(*, act: Act, by: Actor) -> Act:
    """Take one act back. Answers the act that did so, which can itself be undone (that is a redo).

    Raises ``Clash`` (and changes nothing) when a row has been changed or built upon since.
    """
    if act.undone:
        raise Refusal(_("This was undone already."))
    clashes: list[str] = []
    try:
        with acting(by, act.network, "undo", summary=_("Undid: %(what)s") % {"what": act.summary}) as doing:
            doing.row.undo_of = act
            for change in reversed(list(Change.objects.filter(act=act).order_by("position"))):
                clash = _take_back(change, doing)
                if clash:
                    clashes.append(clash)
            if clashes:
                raise Clash(clashes)
    except IntegrityError as error:
        raise Clash([_("something that takes its place has been added since")]) from error
    return doing.row


def undo_batch(*, acts: list[Act], by: Actor) -> list[Act]:
    """Take back several acts, newest first, all or none."""
    with transaction.atomic():
        return [undo(act=act, by=by) for act in sorted(acts, key=lambda act: act.pk, reverse=True) if not act.undone]


def _take_back(change: Change, doing: Acting) -> str:
    model = apps.get_model(change.table)
    if not issubclass(model, Kept):
        raise TypeError(f"{change.table} is no record of a network")
    row = model._base_manager.filter(network_id=change.network_id, pk=change.row).first()
    if change.op == Change.Op.REMOVE:
        return _put_back(model, change, doing, exists=row is not None)
    if row is None:
        return _("%(thing)s has been removed since") % {"thing": model._meta.verbose_name}
    if change.op == Change.Op.ADD:
        built_upon = _built_upon(row)
        if built_upon:
            return _("%(thing)s has got more since: %(what)s") % {"thing": str(row), "what": built_upon}
        doing.remove(row)
        return ""
    return _set_back(row, change, doing)


def _put_back(model: type[Kept], change: Change, doing: Acting, *, exists: bool) -> str:
    if exists:
        return _("%(thing)s is there again") % {"thing": model._meta.verbose_name}
    row = revive(model, change.row, change.before or {})
    with transaction.atomic():
        doing.add(row)  # type: ignore[type-var]
    return ""


def _set_back(row: Kept, change: Change, doing: Acting) -> str:
    columns: dict[str, Any] = {}
    for attname, before in (change.before or {}).items():
        field = row._meta.get_field(attname)
        if to_json(field, getattr(row, attname)) != (change.after or {}).get(attname):  # type: ignore[arg-type]
            return _("%(thing)s: %(field)s has been changed since") % {
                "thing": str(row),
                "field": getattr(field, "verbose_name", attname),
            }
        columns[attname] = from_json(field, before)  # type: ignore[arg-type]
    doing.edit(row, **columns)
    return ""


def _built_upon(row: Kept) -> str:
    for model, field, _on_delete in hanging_on(type(row)):
        if model.recorded:
            count = model._base_manager.filter(network_id=row.network_id, **{field.name: row}).count()
            if count:
                return f"{count} {model._meta.verbose_name_plural}"
    return ""
