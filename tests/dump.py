"""A canonical dump of all that is recorded in a network, for laws such as 'undo gives it back'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.history.values import columns_of, to_json


def recorded_models() -> list[type[Kept]]:
    models = [model for model in apps.get_models() if issubclass(model, Kept) and model.recorded]
    return sorted(models, key=lambda model: model._meta.label_lower)


def dump(network: Network) -> dict[str, dict[int, dict[str, Any]]]:
    """{table: {key: columns}} of every recorded table, in order of keys."""
    return {model._meta.label_lower: dict(_rows(model, network)) for model in recorded_models()}


def _rows(model: type[Kept], network: Network) -> Iterator[tuple[int, dict[str, Any]]]:
    """(key, snapshot). The statement is put together once a model: a law dumps some thirty tables thousands of times."""
    sql, converters, fields, key = _statement(model)
    with connection.cursor() as cursor:
        rows = cursor.execute(sql, [network.pk]).fetchall()
    compiler = model._base_manager.all().query.get_compiler("default") if rows else None
    for row in compiler.apply_converters(rows, converters) if compiler else ():
        yield row[key], {field.attname: to_json(field, row[place]) for place, field in fields}


@cache
def _statement(model: type[Kept]) -> tuple[str, Any, list[tuple[int, Any]], int]:
    compiler = model._base_manager.filter(network=1).order_by("pk").query.get_compiler("default")
    sql, params = compiler.as_sql()
    assert params == (1,)
    concrete = list(model._meta.concrete_fields)
    fields = [(concrete.index(field), field) for field in columns_of(model)]
    return (
        sql,
        compiler.get_converters([column for column, *_ in compiler.select]),
        fields,
        concrete.index(model._meta.pk),
    )
