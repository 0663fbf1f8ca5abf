"""The one way to write records: inside an act, which is one transaction and one entry of the history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import models, transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Kept, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.inserting import bare_row, insert_all
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.values import snapshot, to_json

Row = TypeVar("Row", bound=Kept)
BATCH = 500

# Sent inside the transaction when an act closes, with ``act`` (Act), ``contacts`` (set of contact ids it was
# about) and ``changes`` (list of Change). What is computed from records follows it.
acted = Signal()


def hanging_on(model: type[models.Model]) -> list[tuple[type[Kept], models.ForeignKey[Any, Any], Any]]:
    """Which records point at this one: (model, key, what happens to them when it goes)."""
    return [
        (relation.related_model, relation.field, relation.on_delete)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and relation.on_delete is not models.DO_NOTHING
        and issubclass(relation.related_model, Kept)
    ]


class Acting:
    """An open act. Rows are added, edited and removed through it alone."""

    def __init__(self, *, network: Network, by: Actor, verb: str, summary: str, batch: str = "") -> None:
        self.network = network
        self.by = by
        self.row = Act(network=network, actor=by.user, via=by.via, verb=verb, summary=summary[:300], batch=batch)
        self.changes: list[Change] = []
        self.contacts: set[int] = set()
        self._going: set[tuple[type[Kept], int]] = set()

    @property
    def today(self) -> Any:
        return self.network.today()

    def add(self, row: Row) -> Row:
        row.network = self.network
        row.save(force_insert=True)
        self._note(row, Change.Op.ADD)
        return row

    def add_all(self, rows: Iterable[Row]) -> list[Row]:
        """Add rows of one table at once; their keys are set."""
        batch = list(rows)
        if not batch:
            return batch
        for row in batch:
            row.network = self.network
        insert_all(batch)
        for row in batch:
            self._note(row, Change.Op.ADD)
        return batch

    def edit(self, row: Row, **columns: Any) -> bool:
        """Set columns (by attribute name); only those that differ are written. True when one did."""
        changed = self._assign(row, columns)
        if changed:
            row.save(update_fields=changed)
        return bool(changed)

    def edit_all(self, rows: Iterable[Row], **columns: Any) -> int:
        """Set the same columns on many rows of one table; answers how many changed."""
        return self.edit_each([(row, columns) for row in rows])

    def edit_each(self, pairs: Sequence[tuple[Row, dict[str, Any]]]) -> int:
        """Set different columns on many rows of one table at once; answers how many changed."""
        changed_rows: list[Row] = []
        names: set[str] = set()
        for row, columns in pairs:
            changed = self._assign(row, columns)
            if changed:
                changed_rows.append(row)
                names.update(changed)
        if changed_rows:
            type(changed_rows[0])._base_manager.bulk_update(changed_rows, sorted(names), batch_size=BATCH)
        return len(changed_rows)

    def remove(self, row: Kept) -> None:
        """Remove a row and all that hangs on it; keys that may be empty are emptied. Everything is recorded."""
        self.remove_all([row])

    def remove_all(self, rows: Sequence[Kept]) -> None:
        """Remove rows of one table with all that hangs on them, and what they leave alone. Few queries for many rows."""
        for start in range(0, len(rows), BATCH):
            self._remove_batch(rows[start : start + BATCH])

    def take_away(self, rows: Sequence[Kept]) -> None:
        """Remove exactly these rows of one table, at most ``BATCH``, just read, on which nothing recorded hangs."""
        if not rows:
            return
        model, keys = type(rows[0]), [row.pk for row in rows]
        model.read_contacts(rows)
        for row in rows:
            self._note(row, Change.Op.REMOVE, before=snapshot(row))
        for hanging_model, field, _on_delete in hanging_on(model):
            if not hanging_model.recorded:
                hanging_model._base_manager.filter(network_id=self.network.pk, **{f"{field.name}__in": keys}).delete()
        model._base_manager.filter(network_id=self.network.pk, pk__in=keys)._raw_delete(using="default")

    def _remove_batch(self, rows: Sequence[Kept]) -> None:
        if not rows:
            return
        model, keys = type(rows[0]), [row.pk for row in rows]
        self._going.update((model, key) for key in keys)
        for hanging_model, field, on_delete in hanging_on(model):
            hanging = hanging_model._base_manager.filter(network_id=self.network.pk, **{f"{field.name}__in": keys})
            if not hanging_model.recorded:
                hanging.delete()
            elif on_delete is models.SET_NULL:
                self.edit_all(list(hanging), **{field.attname: None})
            else:
                self.remove_all(list(hanging))
        there = model._base_manager.filter(network_id=self.network.pk, pk__in=keys)
        found = {row.pk: row for row in there}  # as they stand now that nothing points at them
        if len(found) != len(set(keys)):
            raise Refusal(_("This is not in your network."))
        model.read_contacts(list(found.values()))
        for key in dict.fromkeys(keys):
            self._note(found[key], Change.Op.REMOVE, before=snapshot(found[key]))
        there._raw_delete(using="default")
        alone = model.left_alone_without(list(found.values()))
        self.remove_all([row for row in alone if (type(row), row.pk) not in self._going])

    def about(self, *contact_ids: int) -> None:
        """Say that the act also concerns these contacts, so that what is computed of them follows."""
        self.contacts.update(contact_ids)

    def _assign(self, row: Kept, columns: dict[str, Any]) -> list[str]:
        if row.network_id != self.network.pk:
            raise Refusal(_("This is not in your network."))
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        changed: list[str] = []
        for name, value in columns.items():
            field = row._meta.get_field(name)
            if isinstance(value, models.Model):
                value = value.pk
            old = to_json(field, getattr(row, field.attname))  # type: ignore[arg-type, union-attr]
            new = to_json(field, value)  # type: ignore[arg-type]
            if old != new:
                before[field.attname], after[field.attname] = old, new  # type: ignore[union-attr]
                setattr(row, field.attname, value)  # type: ignore[union-attr]
                changed.append(field.name)
        if changed:
            self._note(row, Change.Op.EDIT, before=before, after=after)
        return changed

    def _note(self, row: Kept, op: str, before: Any = None, after: Any = None) -> None:
        if not row.recorded:
            return
        about = tuple(row.contact_ids())
        self.contacts.update(about)
        self.changes.append(
            bare_row(
                Change,
                {
                    "id": None,
                    "network_id": self.network.pk,
                    "act_id": None,
                    "position": len(self.changes),
                    "op": op,
                    "table": row._meta.label_lower,
                    "row": row.pk,
                    "contact_id": about[0] if about else None,
                    "before": before,
                    "after": after,
                },
            )
        )

    def close(self) -> None:
        if not self.changes:
            return
        self.row.save(force_insert=True)
        for change in self.changes:
            change.act_id = self.row.pk
        insert_all(self.changes)
        acted.send(sender=Act, act=self.row, contacts=self.contacts, changes=self.changes)


@contextmanager
def acting(
    by: Actor | Acting, network: Network, verb: str = "", *, summary: str = "", batch: str = ""
) -> Iterator[Acting]:
    """Open an act, or join the one that is passed as ``by``.

    An act that was opened without a summary takes that of the first verb that joins it: a page opens
    ``with acting(request.actor, request.network) as act``, calls its verbs with ``by=act`` and offers to undo ``act.row``.

    Everything inside is one transaction: an exception leaves nothing behind, neither rows nor history.
    An act without changes leaves no entry (``act.row.pk`` stays None).
    """
    if isinstance(by, Acting):
        if by.network.pk != network.pk:
            raise Refusal(_("This is not in your network."))
        if not by.row.summary:
            by.row.verb, by.row.summary = verb, summary[:300]
        yield by
        return
    if by.user.pk != network.owner_id:
        raise Refusal(_("This is not in your network."))
    with transaction.atomic():
        act = Acting(network=network, by=by, verb=verb, summary=summary, batch=batch)
        yield act
        act.close()
