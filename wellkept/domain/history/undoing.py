"""Taking an act back, also when other acts have come since. What clashes is told, never guessed.

Changes are taken back in reverse order, neighbours of one table and kind at once: an import of thousands of rows is
undone with a few queries for every five hundred changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, cast

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Kept
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import BATCH, Acting, acting, hanging_on
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.values import from_json, revive, to_json

TOLD = 20  # clashes that are listed; more do not help


class Clash(Refusal):
    """An act cannot be taken back as it stands; ``clashes`` says, line by line, what came in between,
    ``contacts`` whom it concerns."""

    def __init__(self, clashes: list[str], contacts: Iterable[int] = ()) -> None:
        super().__init__(_("This cannot be undone any more: %(why)s") % {"why": "; ".join(clashes[:3])})
        self.clashes = clashes
        self.contacts = sorted(set(contacts))


class _Clashes:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.contacts: set[int] = set()

    def tell(self, change: Change, line: str) -> None:
        self.lines.append(line)
        if change.contact_id is not None:
            self.contacts.add(change.contact_id)


def undo(*, act: Act, by: Actor, batch: str = "") -> Act:
    """Take one act back. Answers the act that did so, which can itself be undone (that is a redo).

    Raises ``Clash`` (and changes nothing) when a row has been changed or built upon since.
    """
    if Act.objects.filter(undo_of=act).exists():
        raise Refusal(_("This was undone already."))
    clashes = _Clashes()
    verb, summary = _verb_and_summary(act)
    try:
        with acting(by, act.network, verb, summary=summary, batch=batch) as doing:
            doing.row.undo_of = act
            for changes in _runs(act):
                _take_back(changes, doing, clashes)
                if len(clashes.lines) >= TOLD:
                    break
            if clashes.lines:
                raise Clash(clashes.lines, clashes.contacts)
    except IntegrityError as error:
        raise Clash([_("something that takes its place has been added since")]) from error
    return doing.row


def undo_batch(*, acts: Sequence[Act], by: Actor) -> list[Act]:
    """Take back several acts, newest first, all or none. What did so is a batch as well, and can be undone as one."""
    newest_first = sorted(acts, key=lambda act: act.pk, reverse=True)
    if not newest_first:
        return []
    done = set(Act.objects.filter(undo_of__in=newest_first).values_list("undo_of", flat=True))
    left = [act for act in newest_first if act.pk not in done]
    if not left:
        raise Refusal(_("This was undone already."))
    with transaction.atomic():
        return [undo(act=act, by=by, batch=f"undo:{newest_first[0].pk}") for act in left]


def batch_of(act: Act) -> list[Act]:
    """The acts that belong together with this one, itself included."""
    return list(Act.objects.filter(batch=act.batch)) if act.batch else [act]


def _verb_and_summary(act: Act) -> tuple[str, str]:
    """Undoing an undo says what was done again."""
    root, steps = act, 0
    while root.undo_of is not None:
        root, steps = root.undo_of, steps + 1
    if steps % 2:
        return "redo", _("Did again: %(what)s") % {"what": root.summary}
    return "undo", _("Undid: %(what)s") % {"what": root.summary}


def _runs(act: Act) -> Iterator[list[Change]]:
    """The act's changes, the last first, in runs of one table and kind, at most ``BATCH`` long."""
    changes = Change.objects.filter(act=act).order_by("-position").iterator(chunk_size=BATCH)
    for _same, run in groupby(changes, key=lambda change: (change.table, change.op)):
        part: list[Change] = []
        for change in run:
            part.append(change)
            if len(part) == BATCH:
                yield part
                part = []
        if part:
            yield part


def _take_back(changes: list[Change], doing: Acting, clashes: _Clashes) -> None:
    model = apps.get_model(changes[0].table)
    if not issubclass(model, Kept):
        raise TypeError(f"{changes[0].table} is no record of a network")
    there = model._base_manager.filter(network_id=changes[0].network_id, pk__in=_keys(changes))
    rows = {row.pk: row for row in there}
    if changes[0].op == Change.Op.REMOVE:
        _put_back(model, changes, rows, doing, clashes)
        return
    for change in changes:
        if change.row not in rows:
            clashes.tell(change, _("%(thing)s has been removed since") % {"thing": model._meta.verbose_name})
    standing = [change for change in changes if change.row in rows]
    if changes[0].op == Change.Op.ADD:
        _take_away(standing, rows, doing, clashes)
    else:
        _set_back(standing, rows, doing, clashes)


def _put_back(
    model: type[Kept], changes: list[Change], rows: dict[Any, Kept], doing: Acting, clashes: _Clashes
) -> None:
    dangling = _dangling(model, {change.row: change.before or {} for change in changes})
    revived: list[Kept] = []
    for change in changes:
        if change.row in rows:
            clashes.tell(change, _("%(thing)s is there again") % {"thing": model._meta.verbose_name})
        elif change.row in dangling:
            clashes.tell(change, _("%(thing)s has been removed since") % {"thing": dangling[change.row]})
        else:
            revived.append(cast(Kept, revive(model, change.row, change.before or {})))
    with transaction.atomic():
        doing.add_all(revived)


def _take_away(changes: list[Change], rows: dict[Any, Kept], doing: Acting, clashes: _Clashes) -> None:
    built_upon = _built_upon(changes, type(rows[changes[0].row])) if changes else {}
    for change in changes:
        if change.row in built_upon:
            more = {"thing": str(rows[change.row]), "what": ", ".join(built_upon[change.row])}
            clashes.tell(change, _("%(thing)s has got more since: %(what)s") % more)
    doing.take_away([rows[change.row] for change in changes if change.row not in built_upon])


def _set_back(changes: list[Change], rows: dict[Any, Kept], doing: Acting, clashes: _Clashes) -> None:
    """A row may come several times; each time it must stand as that change left it."""
    set_back: dict[Any, dict[str, Any]] = {}
    for change in changes:
        row, columns = rows[change.row], set_back.setdefault(change.row, {})
        for attname, before in (change.before or {}).items():
            field = cast("models.Field[Any, Any]", row._meta.get_field(attname))
            stands = columns[attname] if attname in columns else getattr(row, attname)
            if to_json(field, stands) == (change.after or {}).get(attname):
                columns[attname] = from_json(field, before)
            else:
                what = {"thing": str(row), "field": getattr(field, "verbose_name", attname)}
                clashes.tell(change, _("%(thing)s: %(field)s has been changed since") % what)
    dangling = _dangling(type(rows[changes[0].row]), set_back) if changes else {}
    for change in changes:
        if change.row in dangling:
            clashes.tell(change, _("%(thing)s has been removed since") % {"thing": dangling[change.row]})
    doing.edit_each([(rows[key], columns) for key, columns in set_back.items() if key not in dangling])


def _dangling(model: type[Kept], columns: dict[Any, dict[str, Any]]) -> dict[Any, str]:
    """Of rows that are to get these columns: which would point at something that is not there."""
    found: dict[Any, str] = {}
    for field in model._meta.concrete_fields:
        target = field.related_model
        if not isinstance(field, models.ForeignKey) or not isinstance(target, type) or field.name == "network":
            continue
        wanted = {key: values[field.attname] for key, values in columns.items() if values.get(field.attname)}
        if wanted:
            there = target._base_manager.filter(pk__in=set(wanted.values())).values_list("pk", flat=True)
            present = set(there) | (set(columns) if target is model else set())
            found.update({key: str(target._meta.verbose_name) for key, at in wanted.items() if at not in present})
    return found


def _built_upon(changes: Sequence[Change], model: type[Kept]) -> dict[Any, list[str]]:
    """What hangs on the rows of a run by now: '2 notes'. What is to go with them does not count."""
    keys = _keys(changes)
    found: dict[Any, list[str]] = {}
    for hanging_model, field, _on_delete in hanging_on(model):
        if not hanging_model.recorded:
            continue
        hanging = hanging_model._base_manager.filter(network_id=changes[0].network_id, **{f"{field.name}__in": keys})
        if hanging_model is model:
            hanging = hanging.exclude(pk__in=keys)
        for key, count in hanging.order_by().values_list(field.attname).annotate(count=Count("pk")):
            meta = hanging_model._meta
            found.setdefault(key, []).append(f"{count} {meta.verbose_name if count == 1 else meta.verbose_name_plural}")
    return found


def _keys(changes: Sequence[Change]) -> models.QuerySet[Any, Any]:
    """For a subquery: the rows of a run. Binding five hundred keys for each table would take most of an undo's time."""
    places = [change.position for change in changes]
    run = Change._base_manager.filter(act=changes[0].act_id, position__gte=min(places), position__lte=max(places))
    query: models.QuerySet[Any, Any] = run.values("row")
    return query
