"""Values of an archive's rows as the columns take them. What is of a wrong type is refused, not converted."""

from __future__ import annotations

import math
import uuid
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import models

Decode = Callable[[Any], Any]
FURTHEST = 2**63


class WrongValue(ValueError):
    """A column holds what it cannot hold."""


@cache
def decoder(field: models.Field[Any, Any]) -> Decode:
    """What makes a column's value of what stands in the archive. Raises WrongValue."""
    target: Any = field
    while isinstance(target, models.ForeignKey):
        target = target.target_field
    decode = next(decode for kind, decode in _DECODERS if isinstance(target, kind))
    empty = field.null

    def checked(value: Any) -> Any:
        if value is None:
            if not empty:
                raise WrongValue
            return None
        return decode(value)

    return checked


def default_of(field: models.Field[Any, Any]) -> Any:
    """What an older archive, made before the column was, gives it. Raises WrongValue where nothing can stand for it."""
    if field.has_default() and not callable(field.default):
        return field.default
    if field.has_default() and field.default in (list, dict):
        return field.default()
    if field.null:
        return None
    if isinstance(field, models.CharField | models.TextField) and field.blank:
        return ""
    raise WrongValue


def _whole_number(value: Any) -> int:
    if type(value) is not int or not -FURTHEST <= value < FURTHEST:
        raise WrongValue
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise WrongValue
    return float(value)


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise WrongValue
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise WrongValue
    return value


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError as error:
        raise WrongValue from error


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(value))
    except ValueError as error:
        raise WrongValue from error
    if moment.tzinfo is None:
        raise WrongValue
    return moment


def _identifier(value: Any) -> uuid.UUID:
    try:
        return uuid.UUID(_text(value))
    except ValueError as error:
        raise WrongValue from error


_DECODERS: list[tuple[Any, Decode]] = [
    (models.JSONField, lambda value: value),
    (models.BooleanField, _flag),
    (models.FloatField, _number),
    (models.IntegerField, _whole_number),
    (models.DateTimeField, _moment),
    (models.DateField, _day),
    (models.UUIDField, _identifier),
    (models.CharField, _text),
    (models.TextField, _text),
]
