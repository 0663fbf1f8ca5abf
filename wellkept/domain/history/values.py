"""Column values as JSON and back, so that a row can be put back as it was."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import Any

from django.db import models


def columns_of(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if not field.primary_key or field.is_relation]


def to_json(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).isoformat()  # as the database gives it back
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def from_json(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    target = field.target_field if field.is_relation else field  # type: ignore[attr-defined]
    return target.to_python(value)


def snapshot(row: models.Model) -> dict[str, Any]:
    """All columns of a row (but its key), by attribute name."""
    return {field.attname: to_json(field, getattr(row, field.attname)) for field in columns_of(type(row))}


def revive(model: type[models.Model], key: int, columns: dict[str, Any]) -> models.Model:
    """The row that a snapshot was taken of, unsaved. Columns the model no longer has are left out."""
    row = model(pk=key)
    for field in columns_of(model):
        if field.attname in columns:
            setattr(row, field.attname, from_json(field, columns[field.attname]))
    return row
