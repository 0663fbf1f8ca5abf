"""Each change of an act, taken back: a row that was added goes, one that was removed comes back, a column is set back."""

from __future__ import annotations

from typing import Any, cast

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.history.acting import Acting
from wellkept.domain.history.asking import Asking
from wellkept.domain.history.models import Change
from wellkept.domain.history.surveying import Survey
from wellkept.domain.history.telling import UNTOLD, field_in_words, value_in_words
from wellkept.domain.history.values import columns_of, from_json, revive, to_json

Place = tuple[str, int]  # table, key


class TakingBack:
    """Takes back the changes of one act. ``left_out``: rows that are gone and stay gone, known across acts."""

    def __init__(self, doing: Acting, asking: Asking, seen: Survey, left_out: set[Place]) -> None:
        self.doing, self.asking, self.seen, self.left_out = doing, asking, seen, left_out
        self.stand_ins: dict[Place, int] = {}  # rows whose place is taken, and what is in it
        self._answered: set[tuple[str, int, str]] = set()

    def take_back(self, run: list[Change]) -> None:
        """A run of neighbouring changes of one table and kind, the last first, at most ``BATCH``."""
        changes = [change for change in run if not self.seen.stays(change)]
        if not changes:
            return
        model = apps.get_model(changes[0].table)
        if not issubclass(model, Kept):
            raise TypeError(f"{changes[0].table} is no record of a network")
        keys = {change.row for change in changes}
        rows = {row.pk: row for row in model._base_manager.filter(network_id=self.doing.network.pk, pk__in=keys)}
        if changes[0].op == Change.Op.REMOVE:
            self._put_back(model, [change for change in changes if change.row not in rows])
        elif changes[0].op == Change.Op.ADD:
            self._take_away([rows[change.row] for change in changes if change.row in rows])
        else:
            self._set_back(changes, rows)

    # --- added ------------------------------------------------------------------------------------------------

    def _take_away(self, rows: list[Kept]) -> None:
        """What is gone already needs no taking away."""
        plain: list[Kept] = []
        whole: list[Kept] = []
        for row in rows:
            (whole if (row._meta.label_lower, row.pk) in self.seen.with_all else plain).append(row)
        self.doing.take_away(plain)
        place = len(self.doing.changes)
        self.doing.remove_all(whole)
        self.left_out |= {(c.table, c.row) for c in self.doing.changes[place:] if c.op == Change.Op.REMOVE}

    # --- removed ----------------------------------------------------------------------------------------------

    def _put_back(self, model: type[Kept], changes: list[Change]) -> None:
        columns = {change.row: self._with_stand_ins(model, change.before or {}) for change in changes}
        dangling = dangling_pointers(model, columns)
        revived: list[tuple[Change, Kept]] = []
        for change in changes:
            pointers = dangling.get(change.row, [])
            if pointers and not self._emptied(model, change, pointers, columns[change.row]):
                self.left_out.add((change.table, change.row))
                continue
            revived.append((change, cast(Kept, revive(model, change.row, columns[change.row]))))
        try:
            with transaction.atomic():
                self.doing.add_all([row for _change, row in revived])
        except IntegrityError:
            for change, row in revived:
                self._put_one_back(change, row)

    def _emptied(self, model: type[Kept], change: Change, pointers: list[Any], columns: dict[str, Any]) -> bool:
        """Whether it comes back without what it pointed at, which is gone."""
        gone = [(field.related_model._meta.label_lower, columns[field.attname]) for field in pointers]
        if any(place in self.left_out for place in gone):
            return False
        things = ", ".join(str(field.related_model._meta.verbose_name) for field in pointers)
        name = str_of(revive(model, change.row, columns)) if self.asking.wordy else ""
        anyway = self.asking.ask(
            change,
            _("%(thing)s has been removed since") % {"thing": things},
            name,
            field=str(model._meta.verbose_name),
            before=name,
            can_take_back=all(field.null for field in pointers),
        )
        if anyway:
            columns.update({field.attname: None for field in pointers})
        return anyway

    def _put_one_back(self, change: Change, row: Kept) -> None:
        try:
            with transaction.atomic():
                self.doing.add_all([row])
            return
        except IntegrityError:
            there = in_its_place(row)
        told = [field for field in columns_of(type(row)) if field.name not in UNTOLD]
        if there is not None:
            self.stand_ins[change.table, change.row] = there.pk
            if all(getattr(row, field.attname) == getattr(there, field.attname) for field in told):
                return
        else:
            self.left_out.add((change.table, change.row))
        anyway = self.asking.ask(
            change,
            _("%(thing)s: something that takes its place has been added since") % {"thing": str_of(row)},
            str_of(row),
            field=str(row._meta.verbose_name),
            now=str_of(there) if there is not None else "",
            before=str_of(row),
            can_take_back=there is not None,
        )
        if anyway and there is not None:
            self.doing.edit(there, **{field.attname: getattr(row, field.attname) for field in columns_of(type(row))})

    def _with_stand_ins(self, model: type[Kept], columns: dict[str, Any]) -> dict[str, Any]:
        if not self.stand_ins:
            return dict(columns)
        found = dict(columns)
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and columns.get(field.attname):
                place = (_target(field)._meta.label_lower, columns[field.attname])
                found[field.attname] = self.stand_ins.get(place, columns[field.attname])
        return found

    # --- edited -----------------------------------------------------------------------------------------------

    def _set_back(self, changes: list[Change], rows: dict[Any, Kept]) -> None:
        """A row may come several times; each time it must stand as that change left it."""
        set_back: dict[Any, dict[str, Any]] = {}
        for change in changes:
            if change.row in rows:
                self._columns_back(change, rows[change.row], set_back.setdefault(change.row, {}))
            elif (change.table, change.row) not in self.left_out:
                thing = apps.get_model(change.table)._meta.verbose_name
                self.left_out.add((change.table, change.row))
                line = _("%(thing)s has been removed since") % {"thing": thing}
                self.asking.ask(change, line, str(thing), field=str(thing), can_take_back=False)
        if not set_back:
            return
        model = type(next(iter(rows.values())))
        for key, pointers in dangling_pointers(model, set_back).items():
            for field in pointers:
                self._gone_pointer(next(c for c in changes if c.row == key), field, rows[key], set_back[key])
        self._write([(rows[key], columns) for key, columns in set_back.items() if columns], changes)

    def _columns_back(self, change: Change, row: Kept, columns: dict[str, Any]) -> None:
        follows: list[bool] = []  # what became of the columns that were asked about
        untold: list[tuple[str, Any]] = []
        for attname, before in (change.before or {}).items():
            field = cast("models.Field[Any, Any]", row._meta.get_field(attname))
            stands = to_json(field, columns[attname] if attname in columns else getattr(row, attname))
            left = (change.after or {}).get(attname)
            if stands == left:
                columns[attname] = from_json(field, before)
            elif field.name in UNTOLD:
                untold.append((attname, from_json(field, before)))
            elif stands != before and (change.table, change.row, attname) not in self._answered:
                self._answered.add((change.table, change.row, attname))
                follows.append(self._ask_column(change, row, field, (left, stands, before)))
                if follows[-1]:
                    columns[attname] = from_json(field, before)
        if any(follows):
            columns.update(untold)
        elif follows:  # what is computed from the columns that stay stays with them
            for attname in set(change.before or {}) & {field.attname for field in columns_of(type(row))}:
                if row._meta.get_field(attname).name in UNTOLD - {"network"} and attname in columns:
                    del columns[attname]

    def _ask_column(self, change: Change, row: Kept, field: Any, values: tuple[Any, Any, Any]) -> bool:
        name, label, words = "", field_in_words(field), [""] * 3
        if self.asking.wordy:
            name = str_of(row)
            words = [value_in_words(field, value, self.doing.network) for value in values]
        line = _("%(thing)s: %(field)s has been changed since") % {"thing": name, "field": label}
        left, now, before = words
        said = {"field": label, "left": left, "now": now, "before": before}
        if isinstance(field, models.ForeignKey):
            said["moved"] = change.table
        return self.asking.ask(change, line, name, column=field.attname, **said)

    def _gone_pointer(self, change: Change, field: Any, row: Kept, columns: dict[str, Any]) -> None:
        """It pointed at something that is gone by now: left as it is, or emptied."""
        place = (_target(field)._meta.label_lower, columns[field.attname])
        columns[field.attname] = self.stand_ins.get(place)
        if columns[field.attname] is not None:
            return
        del columns[field.attname]
        if place in self.left_out:
            return
        line = _("%(thing)s has been removed since") % {"thing": _target(field)._meta.verbose_name}
        label = field_in_words(field)
        now = value_in_words(field, getattr(row, field.attname), self.doing.network)
        before = value_in_words(field, place[1], self.doing.network)
        said = {"field": label, "now": now, "before": before, "can_take_back": field.null}
        if self.asking.ask(change, line, str_of(row), column=field.attname, **said):
            columns[field.attname] = None

    def _write(self, pairs: list[tuple[Kept, dict[str, Any]]], changes: list[Change]) -> None:
        place = len(self.doing.changes)
        was = [{field.attname: getattr(row, field.attname) for field in columns_of(type(row))} for row, _new in pairs]
        try:
            with transaction.atomic():
                self.doing.edit_each(pairs)
            return
        except IntegrityError:
            del self.doing.changes[place:]
        for (row, _new), columns in zip(pairs, was, strict=True):
            for name, value in columns.items():
                setattr(row, name, value)
        if len(pairs) > 1:
            for pair in pairs:
                self._write([pair], changes)
            return
        row = pairs[0][0]
        line = _("%(thing)s: something that takes its place has been added since") % {"thing": str_of(row)}
        change = next(change for change in changes if change.row == row.pk)
        self.asking.ask(
            change, line, str_of(row), field=str(row._meta.verbose_name), now=str_of(row), can_take_back=False
        )


def dangling_pointers(model: type[Kept], columns: dict[Any, dict[str, Any]]) -> dict[Any, list[Any]]:
    """Of rows that are to get these columns: which of their pointers would point at something that is not there."""
    found: dict[Any, list[Any]] = {}
    for field in model._meta.concrete_fields:
        target = field.related_model
        if not isinstance(field, models.ForeignKey) or not isinstance(target, type) or field.name == "network":
            continue
        if not field.db_constraint:  # type: ignore[attr-defined]  # may point at what is gone
            continue
        wanted = {key: values[field.attname] for key, values in columns.items() if values.get(field.attname)}
        if wanted:
            there = target._base_manager.filter(pk__in=set(wanted.values())).values_list("pk", flat=True)
            present = set(there) | (set(columns) if target is model else set())
            for key, at in wanted.items():
                if at not in present:
                    found.setdefault(key, []).append(field)
    return found


def in_its_place(row: Kept) -> Kept | None:
    """The row that a constraint of the table does not let this one stand beside."""
    model = type(row)
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            query = model._base_manager.filter(**{name: getattr(row, name) for name in _attnames(model, constraint)})
            found = query.filter(constraint.condition).first() if constraint.condition else query.first()
            if found is not None:
                return found
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            found = model._base_manager.filter(**{field.attname: getattr(row, field.attname)}).first()
            if found is not None:
                return found
    return None


def _attnames(model: type[Kept], constraint: models.UniqueConstraint) -> list[str]:
    return [cast(Any, model._meta.get_field(name)).attname for name in constraint.fields]


def _target(field: Any) -> type[models.Model]:
    return cast(type[models.Model], field.related_model)


def str_of(row: Any) -> str:
    """A row's own words for itself, '' where they name something of which nothing is left."""
    try:
        return str(row)
    except models.ObjectDoesNotExist:
        return ""
