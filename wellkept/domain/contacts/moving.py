"""Moving what hangs on one row to another; what says the same is kept once, and fills in what the other left open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import (
    ContactDate,
    CustomField,
    Email,
    Link,
    OfContact,
    Phone,
    Position,
    PostalAddress,
)
from wellkept.domain.history.acting import Acting
from wellkept.domain.history.values import to_json
from wellkept.formats.names import fold

_ASIDE = {"id", "network", "position", "created_at", "since"}  # says nothing of what a row means
_PLACE = ("po_box", "extended", "street", "city", "region", "postcode", "country", "formatted")

# By what two rows of a table say the same; the other columns may be open in one of them, but must not differ.
_SAYS: dict[type[models.Model], Callable[[Any], tuple[Any, ...]]] = {
    Email: lambda row: (row.key or fold(row.address),),
    Phone: lambda row: (row.key or "".join(filter(str.isdigit, row.number)) or row.number,),
    Link: lambda row: (row.key or row.url.rstrip("/").lower(),),
    PostalAddress: lambda row: tuple(fold(getattr(row, part)) for part in _PLACE),
    ContactDate: lambda row: (row.kind, fold(row.label), row.month, row.day),
    CustomField: lambda row: (fold(row.name), row.value),
    Position: lambda row: (row.kind, fold(row.title), row.current),
}
# In these, what else is said (how it was written, what it is labelled) does not make two of them.
_ALWAYS_ONE = (Email, Phone, Link, PostalAddress)


def move_rows(act: Acting, model: type[Kept], column: str, *, kept: Kept, gone: Kept, one: bool = False) -> None:
    """Move the rows of ``model`` whose ``column`` points at ``gone`` to ``kept``. With ``one``, only where there is none yet."""
    field = model._meta.get_field(column)
    rows = list(model._base_manager.filter(network_id=kept.network_id, **{column: gone}).order_by("pk"))
    if not rows:
        return
    there = list(model._base_manager.filter(network_id=kept.network_id, **{column: kept}).order_by("pk"))
    doubled: list[Kept] = []
    moved: list[Kept] = []
    for row in rows:
        twin = next((other for other in there if one or _same(row, other, field)), None)
        if twin is not None or _about_itself(row, field, kept, gone):
            doubled.append(row)
            if twin is not None and not one:
                act.edit(twin, **{**_open_in(twin, row, field), **twin.better_in(row)})
        elif not (model is type(kept) and row.pk in (kept.pk, gone.pk)):
            moved.append(row)
    act.remove_all(doubled)
    act.edit_each([(row, _placed(row, field, kept, len(there) + at)) for at, row in enumerate(moved)])


def said_by(row: models.Model) -> tuple[Any, ...]:
    """By what a row of a contact is told from another: two that say the same are kept once."""
    says = _SAYS.get(type(row))
    if says is not None:
        return (*says(row), getattr(row, "organization_id", None))
    own = [each for each in row._meta.concrete_fields if each.name not in _ASIDE | {"contact"}]
    return tuple(str(to_json(each, getattr(row, each.attname))) for each in own)


def _same(row: Kept, other: Kept, field: Any) -> bool:
    model = type(row)
    if model.one_each:
        return all(getattr(row, name) == getattr(other, name) for name in model.one_each)
    says = _SAYS.get(model)
    if says is not None and says(row) != says(other):
        return False
    if model in _ALWAYS_ONE:
        return True
    return all(
        mine == theirs or (says is not None and not (mine and theirs)) for mine, theirs in _pairs(row, other, field)
    )


def _pairs(row: models.Model, other: models.Model, field: Any) -> list[tuple[Any, Any]]:
    return [
        (str(to_json(each, getattr(row, each.attname)) or ""), str(to_json(each, getattr(other, each.attname)) or ""))
        for each in row._meta.concrete_fields
        if each.name not in _ASIDE and each.name != field.name
    ]


def _open_in(twin: models.Model, row: models.Model, field: Any) -> dict[str, Any]:
    """What the row that goes knows and the one that stays does not."""
    return {
        each.attname: getattr(row, each.attname)
        for each in row._meta.concrete_fields
        if each.name not in _ASIDE - {"since"}
        and each.name != field.name
        and getattr(twin, each.attname) in (None, "")
        and getattr(row, each.attname) not in (None, "")
    }


def _about_itself(row: models.Model, field: Any, kept: Kept, gone: Kept) -> bool:
    """A row between the two, such as the word that they are not the same."""
    if isinstance(row, type(kept)):
        return False
    ends = [each for each in row._meta.concrete_fields if each.related_model is type(kept) and each.name != field.name]
    return any(getattr(row, each.attname) in (kept.pk, gone.pk) for each in ends)


def _placed(row: models.Model, field: Any, kept: Kept, place: int) -> dict[str, Any]:
    columns: dict[str, Any] = {field.attname: kept.pk}
    if isinstance(row, OfContact) and field.name == "contact":
        columns["position"] = place
    return columns
