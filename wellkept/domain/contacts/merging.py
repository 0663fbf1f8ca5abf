"""Two contacts that are one person become one. Every value, interaction, photo and link of both is kept; one act, one undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Kept
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, CustomField, OfContact
from wellkept.domain.contacts.pointing import Pointing, pointings
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.history.values import to_json
from wellkept.formats.names import fold

Side = Literal["kept", "gone"]
# Columns of which both values can stand in one contact.
_JOINED = {"about", "interests", "extras"}
# Columns that say nothing of the person.
_OWN = {"id", "network", "uid", "is_me", "sort_key", "created_at", "archived_at", "source", "flag"}
_NAME = ("display", "given", "additional", "family", "prefix", "suffix")


def columns_to_choose() -> list[models.Field[Any, Any]]:
    """The columns of a contact in which two can differ so that one value has to be chosen."""
    return [field for field in Contact._meta.concrete_fields if field.name not in _OWN | _JOINED]


def merge_contacts(
    *,
    kept: Contact,
    gone: Contact,
    by: Actor | Acting,
    choices: Mapping[str, Side] | None = None,
    reason: str = "",
) -> Contact:
    """Merge ``gone`` into ``kept``. Where both have a value of a column and they differ, ``choices`` says whose stays ('kept' unless
    said); the other becomes a custom field, so that nothing is lost.

    Raises ``Refusal`` for merging a contact with itself, the user's own card, or across networks."""
    _check(kept, gone)
    summary = _("Merged %(gone)s into %(kept)s") % {"gone": gone, "kept": kept}
    with acting(by, kept.network, "merge", summary=f"{summary}: {reason}" if reason else summary) as act:
        _columns(act, kept, gone, choices or {})
        for pointing in pointings():
            if pointing.on_merge != "recompute":
                _move(act, pointing, kept, gone)
        act.remove(gone)
        act.about(kept.pk)
    return kept


def _check(kept: Contact, gone: Contact) -> None:
    if kept.pk == gone.pk:
        raise Refusal(_("A contact cannot be merged with itself."), field="contact")
    if kept.network_id != gone.network_id:
        raise Refusal(_("These are not in one network."), field="contact")
    if kept.is_me or gone.is_me:
        raise Refusal(_("Your own card is merged with nobody."), field="contact")


def _columns(act: Acting, kept: Contact, gone: Contact, choices: Mapping[str, Side]) -> None:
    name_side = choices.get("display", "kept")
    new: dict[str, Any] = {
        "about": "\n\n".join(dict.fromkeys(filter(None, [kept.about, gone.about]))),
        "interests": list(dict.fromkeys([*kept.interests, *gone.interests])),
        "extras": list(dict.fromkeys([*kept.extras, *gone.extras])),
        "created_at": min(kept.created_at, gone.created_at),
        "archived_at": kept.archived_at and gone.archived_at,
        "flag": kept.flag and gone.flag,
    }
    lost: list[tuple[str, str]] = []
    for field in columns_to_choose():
        mine, theirs = getattr(kept, field.attname), getattr(gone, field.attname)
        side = choices.get(field.name, name_side if field.name in _NAME else "kept")
        chosen, other = (theirs, mine) if side == "gone" else (mine, theirs)
        new[field.attname] = other if chosen in (None, "") else chosen
        if chosen not in (None, "") and other not in (None, "") and chosen != other:
            lost += _remembered(field, other, kept, gone)
    if new.get("met_through_id") in (kept.pk, gone.pk):
        new["met_through_id"] = None
    new["sort_key"] = (gone if name_side == "gone" else kept).sort_key
    act.edit(kept, **new)
    place = CustomField.objects.filter(contact=kept).count()
    act.add_all(
        [
            CustomField(contact=kept, name=name[:100], value=value[:1000], position=place + at)
            for at, (name, value) in enumerate(lost)
        ]
    )


def _remembered(field: models.Field[Any, Any], other: Any, kept: Contact, gone: Contact) -> list[tuple[str, str]]:
    """What is not chosen, as a custom field; nothing for a part of a name that the other name as written has too."""
    if field.name in _NAME and field.name != "display" and fold(str(other)) in fold(f"{kept.display} {gone.display}"):
        return []
    label = _("Other %(what)s") % {"what": str(field.verbose_name)}
    if isinstance(field, models.ForeignKey):
        row = field.related_model._base_manager.filter(pk=other).first()
        return [(label, str(row))] if row else []
    return [(label, str(to_json(field, other)))]


def _move(act: Acting, pointing: Pointing, kept: Contact, gone: Contact) -> None:
    model, column = pointing.model, pointing.column
    field = model._meta.get_field(column)
    rows = list(model._base_manager.filter(network_id=kept.network_id, **{column: gone}))
    if not rows:
        return
    if not issubclass(model, Kept) or not model.recorded:
        model._base_manager.filter(pk__in=[row.pk for row in rows]).update(**{column: kept})
        return
    there = list(model._base_manager.filter(network_id=kept.network_id, **{column: kept}))
    if pointing.on_merge == "one":
        doubled = rows if there else []
    else:
        known = {_identity(row, field.name) for row in there}
        doubled = [row for row in rows if _identity(row, field.name) in known]
    act.remove_all(doubled)  # type: ignore[arg-type]
    moved = [row for row in rows if row not in doubled and row.pk not in {kept.pk, gone.pk}]
    start = len(there)
    act.edit_each([(row, _placed(row, field, kept, start + at)) for at, row in enumerate(moved)])  # type: ignore[type-var]


def _placed(row: models.Model, field: Any, kept: Contact, place: int) -> dict[str, Any]:
    columns: dict[str, Any] = {field.attname: kept.pk}
    if isinstance(row, OfContact):
        columns["position"] = place
    return columns


def _identity(row: models.Model, column: str) -> tuple[Any, ...]:
    """What a row says, whoever it points at: two rows that say the same are kept once."""
    return tuple(
        str(to_json(field, getattr(row, field.attname)))
        for field in row._meta.concrete_fields
        if field.name not in {"id", "network", column, "position", "created_at"}
    )
