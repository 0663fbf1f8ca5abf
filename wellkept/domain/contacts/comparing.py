"""Two contacts side by side: what both say, what only one says, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts import models
from wellkept.domain.contacts.merging import CHOICES, LABELS, counts_of, differ, in_words
from wellkept.domain.contacts.moving import said_by
from wellkept.domain.contacts.pointing import pointings

_LISTED = (
    models.Email, models.Phone, models.Link, models.Position, models.PostalAddress, models.ContactDate,
    models.CircleMembership, models.Tagging, models.CustomField,
)  # fmt: skip
_NAMES = {models.CircleMembership: gettext_lazy("circles"), models.Tagging: gettext_lazy("tags")}
_SHORT = 200  # characters of a text that is shown


@dataclass(frozen=True, slots=True)
class Value:
    text: str
    shared: bool  # the other says the same


@dataclass(frozen=True, slots=True)
class Line:
    """``choice`` names what has to be chosen, '' where both sides are kept anyway."""

    label: str
    kept: list[Value]
    gone: list[Value]
    choice: str = ""
    same: bool = False
    chosen: str = "kept"


@dataclass(frozen=True)
class Comparison:
    kept: models.Contact
    gone: models.Contact
    lines: list[Line] = field(default_factory=list)

    @property
    def people(self) -> list[models.Contact]:
        return [self.kept, self.gone]

    @property
    def choices(self) -> list[Line]:
        return [line for line in self.lines if line.choice]


def compare_contacts(kept: models.Contact, gone: models.Contact, sides: Mapping[str, str] | None = None) -> Comparison:
    """What the two say, line by line; ``sides``: whose value is chosen at first. A query a table."""
    lines = [line for choice in CHOICES if choice != "photo" and (line := _chosen(kept, gone, choice))]
    lines += [line for model in _LISTED if (line := _listed(model, kept, gone))]
    lines += [line for name in ("interests", "about") if (line := _joined(kept, gone, name))]
    lines += _counted(kept, gone)
    if differ(kept, gone, "photo"):
        lines.insert(1, Line(str(LABELS["photo"]), [], [], choice="photo"))
    sides = sides or {}
    return Comparison(kept, gone, [replace(line, chosen=sides.get(line.choice, "kept")) for line in lines])


def _chosen(kept: models.Contact, gone: models.Contact, choice: str) -> Line | None:
    mine, theirs = _spoken(kept, choice), _spoken(gone, choice)
    if not mine and not theirs:
        return None
    asked = differ(kept, gone, choice)
    same = mine == theirs
    return Line(str(LABELS[choice]), _one(mine, same), _one(theirs, same), choice=choice if asked else "", same=same)


def _spoken(contact: models.Contact, choice: str) -> str:
    value = getattr(contact, choice, None)
    return date_format(value, "DATE_FORMAT") if isinstance(value, date) else in_words(contact, choice)


def _one(text: str, shared: bool) -> list[Value]:
    return [Value(text, shared)] if text else []


def _listed(model: type[Kept], kept: models.Contact, gone: models.Contact) -> Line | None:
    mine, theirs = _rows(model, kept, gone)
    if not mine and not theirs:
        return None
    said = [{said_by(row) for row in rows} for rows in (mine, theirs)]
    return Line(
        str(_NAMES.get(model, model._meta.verbose_name_plural)),
        [Value(_words(row), said_by(row) in said[1]) for row in mine],
        [Value(_words(row), said_by(row) in said[0]) for row in theirs],
        same=said[0] == said[1],
    )


def _rows(model: Any, kept: models.Contact, gone: models.Contact) -> tuple[list[Any], list[Any]]:
    rows = model.objects.filter(network=kept.network_id, contact__in=(kept, gone))
    pointers = [each for each in ("organization", "circle", "tag") if each in {f.name for f in model._meta.fields}]
    found = list(rows.select_related(*pointers) if pointers else rows)
    return [row for row in found if row.contact_id == kept.pk], [row for row in found if row.contact_id == gone.pk]


def _words(row: Any) -> str:
    if isinstance(row, models.CircleMembership):
        return row.circle.name
    if isinstance(row, models.Tagging):
        return row.tag.name
    if isinstance(row, models.ContactDate):
        day = date(row.year or 2000, row.month, row.day)
        shown = date_format(day, "DATE_FORMAT" if row.year else "MONTH_DAY_FORMAT")
        return f"{capfirst(row.label or row.get_kind_display())}: {shown}"
    return str(row)


def _joined(kept: models.Contact, gone: models.Contact, name: str) -> Line | None:
    texts = [getattr(contact, name) for contact in (kept, gone)]
    words = [", ".join(text) if isinstance(text, list) else str(text)[:_SHORT] for text in texts]
    if not any(words):
        return None
    same = words[0] == words[1]
    label = str(models.Contact._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return Line(label, _one(words[0], same), _one(words[1], same), same=same)


def _counted(kept: models.Contact, gone: models.Contact) -> Iterable[Line]:
    """What other rooms keep of the two, by number; all of it is kept."""
    for pointing in pointings():
        model = pointing.model
        recorded = issubclass(model, Kept) and model.recorded
        if not recorded or model in _LISTED or model._meta.app_label == "contacts" or pointing.on_merge == "recompute":
            continue
        found = counts_of(pointing, kept, gone)
        counts = [found.get(kept.pk, 0), found.get(gone.pk, 0)]
        if any(counts):
            mine, theirs = ([Value(str(count), False)] if count else [] for count in counts)
            yield Line(str(model._meta.verbose_name_plural), mine, theirs)
