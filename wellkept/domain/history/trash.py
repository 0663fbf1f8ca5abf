"""What was deleted: looked at, brought back one by one, and emptied for good. Archiving is no deletion and is not here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.apps import apps
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor, Kept, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import BATCH, acting
from wellkept.domain.history.asking import Asking
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.surveying import PERSON, Survey
from wellkept.domain.history.taking_back import TakingBack, str_of
from wellkept.domain.history.values import revive

# What a user deletes by name; all else goes with one of these, and comes back with it.
TABLES = (PERSON, "contacts.organization", "timeline.interaction", "timeline.note")
EMPTY = "empty trash"


@dataclass(frozen=True, slots=True)
class Deleted:
    """One thing in the trash. ``change`` is the change that removed it, ``name`` what it was called."""

    change: int
    table: str
    row: int
    thing: str
    name: str
    act: Act
    contact_id: int | None


def trash_of(network: Network) -> list[Deleted]:
    """What was deleted and is still gone, the newest first. What a merge or an undo took is in the history alone."""
    found: dict[tuple[str, int], Deleted] = {}
    for change in _removals(network).select_related("act__actor").order_by("-pk"):
        model = cast(type[Kept], apps.get_model(change.table))
        row = revive(model, change.row, change.before or {})
        thing = str(model._meta.verbose_name)
        deleted = Deleted(change.pk, change.table, change.row, thing, str_of(row), change.act, change.contact_id)
        found.setdefault((change.table, change.row), deleted)
    return list(found.values())


def trash_count(network: Network) -> int:
    return int(_removals(network).values("table", "row").distinct().count())


def bring_back_deleted(*, network: Network, change: int, by: Actor) -> Act:
    """Put one deleted thing back, with all that went with it, whatever was done since.

    What it pointed at and is gone itself stays out, as does what something else took the place of."""
    removal = _removals(network).select_related("act").filter(pk=change).first()
    if removal is None or by.user.pk != network.owner_id:
        raise Refusal(_("This is not in the trash."))
    model = cast(type[Kept], apps.get_model(removal.table))
    name = str_of(revive(model, removal.row, removal.before or {}))
    with acting(by, network, "bring back", summary=_("Brought %(name)s back from the trash") % {"name": name}) as act:
        taking = TakingBack(act, Asking(otherwise="keep"), Survey(), set())
        for one in _went_with(removal):
            taking.take_back([one])
    return act.row


def empty_trash(*, network: Network, by: Actor) -> int:
    """Erase what is in the trash from the history as well: it is gone for good, and this cannot be undone.

    Answers how many things that were."""
    if by.user.pk != network.owner_id:
        raise Refusal(_("This is not in your network."))
    with transaction.atomic():
        deleted = trash_of(network)
        if not deleted:
            return 0
        removed = Change.objects.filter(act__in={one.act.pk for one in deleted}, op=Change.Op.REMOVE)
        gone = set(removed.values_list("table", "row"))
        acts = _erase(network, gone, [one.row for one in deleted if one.table == PERSON])
        _tell_of_emptied(network, acts, [one.act.pk for one in deleted])
        summary = ngettext("Emptied the trash: %(n)d thing", "Emptied the trash: %(n)d things", len(deleted))
        Act.objects.create(
            network=network,
            actor=by.user,
            via=by.via,
            verb=EMPTY,
            summary=summary % {"n": len(deleted)},
            at=timezone.now(),
        )
    return len(deleted)


def _removals(network: Network) -> models.QuerySet[Change]:
    """Changes that removed something which a user deleted by name and which is not there now."""
    removals = Change.objects.filter(network=network, op=Change.Op.REMOVE, act__undo_of=None)
    removals = removals.exclude(act__verb__startswith="merge")
    wanted = models.Q(pk__in=[])
    for place, table in enumerate(TABLES):
        model = cast(type[Kept], apps.get_model(table))
        above = Change.objects.filter(act=OuterRef("act"), op=Change.Op.REMOVE, table__in=TABLES[:place])
        there = model._base_manager.filter(network=network, pk=OuterRef("row"))
        wanted |= models.Q(table=table) & ~Exists(there) & ~Exists(above)
    found: models.QuerySet[Change] = removals.filter(wanted)
    return found


def _went_with(removal: Change) -> list[Change]:
    """The changes of an act that removed a thing and what hung on it, the last first."""
    changes = list(Change.objects.filter(act=removal.act_id).order_by("-position"))
    main = [c for c in changes if c.op == Change.Op.REMOVE and c.table == removal.table]
    if len(main) == 1:
        return changes
    back = {(removal.table, removal.row)}
    pointing = {change.pk: _points_at(change) for change in changes}
    removed = [change for change in changes if change.op == Change.Op.REMOVE]
    size = 0
    while len(back) != size:
        size = len(back)
        pointed = {place for change in removed if (change.table, change.row) in back for place in pointing[change.pk]}
        for change in removed:
            place = (change.table, change.row)
            hangs = change.table not in TABLES and any(at in back for at in pointing[change.pk])
            about = removal.table == PERSON and change.contact_id == removal.row
            if hangs or about or (change.table in TABLES and change.table != removal.table and place in pointed):
                back.add(place)
    return [
        change
        for change in changes
        if (change.table, change.row) in back
        or (any(at in back for at in pointing[change.pk]) and change not in removed)
    ]


def _points_at(change: Change) -> list[tuple[str, int]]:
    model = apps.get_model(change.table)
    return [
        (cast(Any, field.related_model)._meta.label_lower, (change.before or {})[field.attname])
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and (change.before or {}).get(field.attname)
    ]


def _erase(network: Network, gone: Iterable[tuple[str, int]], people: Sequence[int]) -> set[int]:
    """Delete all changes of rows that are gone; answers the acts they were of."""
    acts: set[int] = set()
    by_table: dict[str, set[int]] = {}
    about = Change.objects.none()
    if people:
        about = Change.objects.filter(network=network, contact_id__in=people)
    for table, row in (*gone, *about.values_list("table", "row").distinct()):
        by_table.setdefault(table, set()).add(row)
    for table, rows in by_table.items():
        there = set(apps.get_model(table)._base_manager.filter(pk__in=rows).values_list("pk", flat=True))
        lost = sorted(rows - there)
        for start in range(0, len(lost), BATCH):
            changes = Change.objects.filter(network=network, table=table, row__in=lost[start : start + BATCH])
            acts |= set(changes.values_list("act", flat=True))
            changes.delete()
    return acts


def _tell_of_emptied(network: Network, acts: set[int], removals: Sequence[int]) -> None:
    """Acts of which nothing is left no longer say whom they were about; those that deleted stay as a line."""
    left = set(Change.objects.filter(network=network, act__in=acts).values_list("act", flat=True))
    bare = acts - left
    lines = Act.objects.filter(network=network, pk__in=bare | set(removals))
    lines.update(summary=_("Something that was emptied from the trash"))
    chained = (
        Act.objects.filter(network=network, undo_of__in=bare).exclude(pk__in=bare).values_list("undo_of", flat=True)
    )
    Act.objects.filter(network=network, pk__in=bare - set(removals) - set(chained)).delete()
