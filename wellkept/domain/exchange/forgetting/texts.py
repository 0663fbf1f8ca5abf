"""Texts about others in which somebody may be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Circle, Contact, Email, File, Link, Organization, Phone, PostalAddress, Tag
from wellkept.domain.contacts.sameness import Merged, OrganizationName
from wellkept.domain.exchange.forgetting.tracing import Traces
from wellkept.domain.exchange.models import ExportRun, Forgotten, ImportRow, ImportRun, SourceRecord
from wellkept.domain.history.models import Act, Change

# What tells who or what somebody else is: a namesake, a family's shared number. It is theirs, and stays.
OTHERS_OWN: dict[Any, set[str]] = {
    Contact: {
        "display", "given", "additional", "family", "prefix", "suffix", "nickname", "phonetic_given", "phonetic_family",
        "sort_key",
    },
}  # fmt: skip
ALL_OWN = (
    Email,
    Phone,
    Link,
    PostalAddress,
    Organization,
    OrganizationName,
    Circle,
    Tag,
    Merged,
    SourceRecord,
    Forgotten,
    ExportRun,
)
# By which a source knows what is somebody else's: a name of one word in it is theirs.
KEYS = {"source_key"}
# These have an order of their own (see records.py).
APART = (Act, Change, ImportRun, ImportRow, File)


@dataclass(frozen=True)
class Mention:
    """A text that is not theirs and names them. ``sure``: by a whole name or an address, which are nobody else's."""

    model: type[Kept]
    row: Kept
    column: str
    excerpt: str
    sure: bool

    @property
    def key(self) -> str:
        return f"{self.model._meta.label_lower}.{self.row.pk}.{self.column}"

    @property
    def whose(self) -> str:
        contact = getattr(self.row, "contact", None)
        if contact is not None:
            return str(contact)
        return ", ".join(map(str, Contact.objects.filter(pk__in=list(self.row.contact_ids())))) or str(self.row)


@cache
def free_texts() -> list[tuple[type[Kept], list[models.Field[Any, Any]]]]:
    """Every table with columns of free text."""
    found = []
    for model in apps.get_models():
        if not issubclass(model, Kept) or model in ALL_OWN or model in APART:
            continue
        own = OTHERS_OWN.get(model, set())
        texts = [field for field in model._meta.concrete_fields if _is_text(field) and field.name not in own]
        if texts:
            found.append((model, texts))
    return found


def _is_text(field: models.Field[Any, Any]) -> bool:
    return isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices


def mentions(traces: Traces, erased: dict[str, set[int]]) -> Iterator[Mention]:
    """Where they are named in rows that stay."""
    for model, fields in free_texts():
        gone = erased.get(model._meta.label_lower, set())
        names = [field.attname for field in fields]
        for key, *values in model.objects.order_by("pk").values_list("pk", *names).iterator(chunk_size=2000):
            if key in gone:
                continue
            for field, value in zip(fields, values, strict=True):
                words = traces.sure if field.name in KEYS else traces.all
                if value and words.are_in(value):
                    text = value if isinstance(value, str) else str(value)
                    row = model.objects.get(pk=key)
                    yield Mention(model, row, field.attname, words.excerpt(text), traces.sure.are_in(value))
