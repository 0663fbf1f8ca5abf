"""The rows of an archive, each checked: columns, types, keys that rise, and keys that lead to a row of the archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Kept, User
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.exporting.tables import columns, exported_tables
from wellkept.domain.exchange.restoring.columns import WrongValue, decoder, default_of
from wellkept.domain.exchange.restoring.opening import Opened, Part, damaged, foreign, parsed
from wellkept.domain.exchange.restoring.shifting import Reach, Row
from wellkept.domain.history.models import Change

USER = User._meta.label_lower
Numbered = Iterator[tuple[int, Row]]


class Reading:
    """The rows of one part, table by table, those that others point at first."""

    def __init__(self, archive: Opened, part: Part) -> None:
        self.archive, self.part = archive, part
        self.tables = exported_tables()
        self.reach = Reach()
        self.owner = archive.document(f"{part.prefix}user.json").get("id")
        self._keys: dict[str, set[int]] = {}
        self._pointed_at = {target for model in self.tables for _name, target, _self in _foreign(model)}
        self._check_tables()

    def check(self) -> None:
        """Read every row once; raises Refusal at the first that cannot be."""
        for model in self.tables:
            for _row in self.rows(model):
                pass

    def rows(self, model: type[Kept]) -> Iterator[Row]:
        """The rows of a table by attribute names, its tables to point at having been read before."""
        table = model._meta.label_lower
        name = f"{self.part.prefix}records/{table}.jsonl"
        if not self.archive.has(name):
            return
        keys = self._keys.setdefault(table, set()) if table in self._pointed_at else None
        to_itself: list[tuple[int, str, int]] = []
        key_name, last = model._meta.pk.attname, 0
        number = 0
        for number, row in self._decoded(model, name):
            key = row[key_name]
            if key <= last:
                raise self._wrong(model, number, key_name)
            last = key
            if keys is not None:
                keys.add(key)
            to_itself += self._check_keys(model, number, row)
            self._mind(model, number, row)
            yield row
        self.reach.saw(table, last)
        for line, attname, key in to_itself:
            if keys is not None and key not in keys:
                raise self._wrong(model, line, attname)
        if self.part.counts.get(table) != number:
            raise damaged(name)

    def _decoded(self, model: type[Kept], name: str) -> Numbered:
        fields = [(field.attname, decoder(field), field) for field in columns(model)]
        known = {attname for attname, _decode, _field in fields}
        attname = ""
        for number, line in enumerate(self.archive.lines(name), 1):
            try:
                said = parsed(line)
                if type(said) is not dict or not said.keys() <= known:
                    raise WrongValue
                row = {}
                for attname, decode, field in fields:
                    row[attname] = decode(said[attname]) if attname in said else default_of(field)
                attname = ""
            except ValueError as error:
                raise self._wrong(model, number, attname) from error
            yield number, row

    def _check_keys(self, model: type[Kept], number: int, row: Row) -> Iterator[tuple[int, str, int]]:
        """Keys to the table itself are answered, to be looked for when it is read."""
        for attname, target, itself in _foreign(model):
            key = row[attname]
            if key is None:
                continue
            if itself:
                yield number, attname, key
            elif target == USER:
                if key != self.owner:
                    raise self._wrong(model, number, attname)
            elif key not in self._keys.get(target, ()):
                raise self._wrong(model, number, attname)

    def _mind(self, model: type[Kept], number: int, row: Row) -> None:
        """What a change names is what this Wellkept keeps, and its key is not given anew."""
        if model is not Change:
            return
        try:
            sound = issubclass(apps.get_model(row["table"]), Kept) and 0 < row["row"] < 2**62
        except (LookupError, ValueError):
            sound = False
        if not sound or not all(told is None or isinstance(told, dict) for told in (row["before"], row["after"])):
            raise self._wrong(model, number, "table")
        self.reach.saw(row["table"], row["row"])

    def _check_tables(self) -> None:
        start = f"{self.part.prefix}records/"
        known = {f"{start}{model._meta.label_lower}.jsonl" for model in self.tables}
        for name in self.archive.members:
            if name.startswith(start) and name not in known:
                raise foreign(_("“%(name)s” has no place in it") % {"name": name})

    def _wrong(self, model: type[models.Model], number: int, column: str) -> Refusal:
        place = {"table": model._meta.label_lower, "number": number, "column": column or "?"}
        return Refusal(
            _(
                "The archive cannot be restored: row %(number)d of %(table)s is not sound (%(column)s). Nothing was changed."
            )
            % place,
            field="file",
        )


def _foreign(model: type[Kept]) -> list[tuple[str, str, bool]]:
    """The foreign keys that have to lead somewhere: (column, table, whether it is the table itself)."""
    found = _FOREIGN.get(model)
    if found is None:
        found = _FOREIGN[model] = [
            (field.attname, field.related_model._meta.label_lower, field.related_model is model)
            for field in columns(model)
            if isinstance(field, models.ForeignKey)
            and field.db_constraint  # type: ignore[attr-defined]
            and isinstance(field.related_model, type)
        ]
    return found


_FOREIGN: dict[Any, list[tuple[str, str, bool]]] = {}
