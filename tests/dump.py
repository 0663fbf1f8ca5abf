"""A canonical dump of all that is recorded in a network, for laws such as 'undo gives it back'."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.history.values import snapshot


def recorded_models() -> list[type[Kept]]:
    models = [model for model in apps.get_models() if issubclass(model, Kept) and model.recorded]
    return sorted(models, key=lambda model: model._meta.label_lower)


def dump(network: Network) -> dict[str, dict[int, dict[str, Any]]]:
    """{table: {key: columns}} of every recorded table, in order of keys."""
    return {
        model._meta.label_lower: {
            row.pk: snapshot(row) for row in model._base_manager.filter(network=network).order_by("pk")
        }
        for model in recorded_models()
    }
