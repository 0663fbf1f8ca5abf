"""Before acts are taken back: which of the rows they added have been built upon since, and what stays with those that stay.

Who was imported and has been written about since stays whole: with their addresses, with the conversations they took
part in, with the organizations those addresses and positions point at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.history.acting import BATCH, hanging_on
from wellkept.domain.history.asking import Asking, in_a_row
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.telling import UNTOLD, field_in_words, value_in_words
from wellkept.domain.history.values import to_json

PERSON = "contacts.contact"
Place = tuple[str, int]  # table, key


@dataclass(frozen=True, slots=True)
class Added:
    change: int
    act: int
    contact: int | None


@dataclass(slots=True)
class Survey:
    """``kept``: added rows that stay. ``contacts``: added contacts that stay, with all that is about them.
    ``with_all``: added rows that go with all that was built upon them."""

    kept: set[Place] = field(default_factory=set)
    contacts: set[int] = field(default_factory=set)
    with_all: set[Place] = field(default_factory=set)

    def stays(self, change: Change) -> bool:
        return (change.table, change.row) in self.kept or change.contact_id in self.contacts


def survey(acts: Sequence[Act], asking: Asking) -> Survey:
    """Asks about each added row that has been built upon or changed since by other acts than these."""
    seen = Survey()
    added = _added(acts)
    if not added:
        return seen
    more, edited = _built_upon(acts, added), _edited(acts, added)
    persons = {key for table, key in (*more, *edited) if table == PERSON}
    stay: list[Place] = []
    for place in sorted({*more, *edited}, key=lambda place: (place[0] != PERSON, place)):
        if place[0] != PERSON and added[place[0]][place[1]].contact in persons:
            continue  # goes or stays with the person
        (seen.with_all.add if _ask(place, added, more, edited, asking) else stay.append)(place)
    _keep(stay, added, seen)
    return seen


def _added(acts: Sequence[Act]) -> dict[str, dict[int, Added]]:
    found: dict[str, dict[int, Added]] = {}
    changes = Change.objects.filter(act__in=[act.pk for act in acts], op=Change.Op.ADD)
    for table, row, change, act, contact in changes.values_list("table", "row", "pk", "act", "contact_id"):
        found.setdefault(table, {})[row] = Added(change, act, contact)
    return found


def _built_upon(acts: Sequence[Act], added: dict[str, dict[int, Added]]) -> dict[Place, list[str]]:
    """What of others hangs on the added rows by now: '2 notes'."""
    network = acts[0].network_id
    edits = Change.objects.filter(act__in=[act.pk for act in acts], op=Change.Op.EDIT)
    repointed: set[tuple[str, int, str]] = set()
    for table, row, after in edits.values_list("table", "row", "after"):
        repointed.update((table, row, name) for name in after or {})
    found: dict[Place, list[str]] = {}
    for table, rows in added.items():
        for hanging, key, _on_delete in hanging_on(_model(table)):
            if not hanging.recorded:
                continue
            query = hanging._base_manager.filter(network_id=network, **{f"{key.name}__isnull": False})
            if len(rows) <= BATCH:
                query = query.filter(**{f"{key.name}__in": list(rows)})
            label = hanging._meta.label_lower
            own = added.get(label, {})
            counts = Counter(
                at
                for pk, at in query.order_by().values_list("pk", key.attname)
                if at in rows and pk not in own and (label, pk, key.attname) not in repointed
            )
            for at, count in counts.items():
                name = hanging._meta.verbose_name if count == 1 else hanging._meta.verbose_name_plural
                found.setdefault((table, at), []).append(f"{count} {name}")
    return found


def _edited(acts: Sequence[Act], added: dict[str, dict[int, Added]]) -> dict[Place, dict[str, tuple[Any, Any]]]:
    """Columns of added rows that other acts changed since and that stand otherwise now: (as it was left, as it is)."""
    first: dict[Place, dict[str, Any]] = {}
    since = Change.objects.filter(network=acts[0].network_id, op=Change.Op.EDIT)
    since = since.exclude(act__in=[act.pk for act in acts]).order_by("act", "position")
    few = sum(map(len, added.values())) <= BATCH
    if few:
        parts = [since.filter(table=table, row__in=list(rows)) for table, rows in added.items()]
    else:
        parts = [since.filter(act__gt=min(act.pk for act in acts))]
    for part in parts:
        for table, row, act, before in part.values_list("table", "row", "act", "before"):
            known = added.get(table, {}).get(row)
            if known is not None and act > known.act:
                for name, value in (before or {}).items():
                    first.setdefault((table, row), {}).setdefault(name, value)
    found: dict[Place, dict[str, tuple[Any, Any]]] = {}
    for table in {table for table, _row in first}:
        model = _model(table)
        keys = [row for of, row in first if of == table]
        told = {column.attname: column for column in model._meta.concrete_fields if column.name not in UNTOLD}
        for there in model._base_manager.filter(pk__in=keys):
            for name, left in first[table, there.pk].items():
                now = to_json(told[name], getattr(there, name)) if name in told else left
                if now != left:
                    found.setdefault((table, there.pk), {})[name] = (left, now)
    return found


def _ask(place: Place, added: Any, more: Any, edited: Any, asking: Asking) -> bool:
    table, key = place
    model, about = _model(table), added[table][key]
    row = model._base_manager.filter(pk=key).select_related("network").first() if asking.wordy else None
    name = str(row) if row else ""
    columns = edited.get(place, {})
    fields = [(model._meta.get_field(column), *values) for column, values in columns.items()]
    field_names = in_a_row(field_in_words(column) for column, *_values in fields)
    if place in more:
        line = _("%(thing)s has got more since: %(what)s") % {"thing": name, "what": ", ".join(more[place])}
    else:
        line = _("%(thing)s: %(field)s has been changed since") % {"thing": name, "field": field_names}
    words: list[list[str]] = []
    if row is not None:
        words = [[_labelled(column, value, row.network) for value in values] for column, *values in fields]
    return asking.ask(
        about.change,
        line,
        name,
        field=str(model._meta.verbose_name),
        left=in_a_row(["" if words else name if place in more else "", *(left for left, _now in words)]),
        now=in_a_row([*more.get(place, ()), *(now for _left, now in words)]),
        contact_id=about.contact,
        moved=table if place not in more and all(column.is_relation for column, *_values in fields) else "",
    )


def _labelled(column: Any, value: Any, network: Any) -> str:
    """'given name: Ana': of several columns each is told apart."""
    words = value_in_words(column, value, network)
    return f"{field_in_words(column)}: {words}" if words else ""


def _keep(places: Iterable[Place], added: dict[str, dict[int, Added]], seen: Survey) -> None:
    """These rows stay, and what they need: of a contact all its parts, of an interaction who took part, and what they point at."""
    parts: dict[int, list[Place]] = {}
    for table, rows in added.items():
        for key, one in rows.items():
            if one.contact is not None:
                parts.setdefault(one.contact, []).append((table, key))
    todo = [*places, *(part for place in places for part in _without_which_alone(place, added))]
    while todo:
        new = set(todo) - seen.kept
        seen.kept |= new
        people = {key for table, key in new if table == PERSON}
        seen.contacts |= people
        todo = [part for person in people for part in parts.get(person, ())]
        todo += [place for place in _pointed_at(new, added) if place not in seen.kept]
        todo = [place for place in todo if place not in seen.kept]


def _without_which_alone(place: Place, added: dict[str, dict[int, Added]]) -> list[Place]:
    """Added rows without which this one would mean nothing: who took part in an interaction."""
    found: list[Place] = []
    for hanging, key, _on_delete in hanging_on(_model(place[0])):
        own = added.get(hanging._meta.label_lower, {})
        if own and hanging.left_alone_without.__func__ is not Kept.left_alone_without.__func__:  # type: ignore[attr-defined]
            keys = hanging._base_manager.filter(**{key.attname: place[1]}).values_list("pk", flat=True)
            found += [(hanging._meta.label_lower, pk) for pk in keys if pk in own]
    return found


def _pointed_at(places: Iterable[Place], added: dict[str, dict[int, Added]]) -> list[Place]:
    by_table: dict[str, list[int]] = {}
    for table, key in places:
        by_table.setdefault(table, []).append(key)
    found: list[Place] = []
    for table, keys in by_table.items():
        model = _model(table)
        for pointer in model._meta.concrete_fields:
            target = pointer.related_model
            label = target._meta.label_lower if isinstance(target, type) and issubclass(target, models.Model) else ""
            own = added.get(label, {})
            if own:
                values = model._base_manager.filter(pk__in=keys).values_list(pointer.attname, flat=True)
                found += [(label, value) for value in values if value in own]
    return found


def _model(table: str) -> type[Kept]:
    return cast(type[Kept], apps.get_model(table))
