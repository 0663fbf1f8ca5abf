"""A row in every table of a network, with a mark in every column that can hold one."""

from __future__ import annotations

import hashlib
from typing import Any

from django.apps import apps
from django.core.serializers import serialize
from django.db import models
from django.utils import timezone

from wellkept.domain.accounts.models import Device, Kept, Network

MARK = "KANARIENVOGEL"
NUMBERS = {"strengths": [1.0], "days": []}  # lists that hold no words


def seed(network: Network) -> dict[str, int]:
    """One marked row in each table; answers their keys by model label. A new model is seeded without a change here."""
    made: dict[type[models.Model], models.Model] = {}
    for model in apps.get_models():
        if issubclass(model, Kept):
            _row(model, network, made)
    device = Device.objects.create(user=network.owner, session_key=MARK, name=MARK)
    return {row._meta.label: row.pk for row in [*made.values(), device]}


def _row(model: type[models.Model], network: Network, made: dict[type[models.Model], models.Model]) -> models.Model:
    if model not in made:
        columns = {
            field.name: _value(field, network, made)
            for field in model._meta.concrete_fields
            if not (field.primary_key and not field.is_relation)
        }
        made[model] = model._base_manager.create(**columns)
    return made[model]


def _value(field: Any, network: Network, made: dict[type[models.Model], models.Model]) -> Any:
    if field.is_relation:
        return _related(field, network, made)
    if field.choices:
        return next(value for value, _label in field.flatchoices if value)
    if isinstance(field, (models.UUIDField, models.BooleanField)):
        return field.get_default()
    if isinstance(field, models.CharField | models.TextField):
        return MARK[: field.max_length]
    if isinstance(field, models.JSONField):
        if field.name in NUMBERS:
            return NUMBERS[field.name]
        return [MARK] if field.default is list else {"mark": MARK}
    if isinstance(field, models.DateTimeField):
        return None if field.name in {"archived_at", "finished_at"} else timezone.now()
    if isinstance(field, models.DateField):
        return timezone.now().date()
    return None if field.null else 1


def _related(field: Any, network: Network, made: dict[type[models.Model], models.Model]) -> Any:
    target = field.related_model
    if target is Network:
        return network
    if issubclass(target, Kept) and target is not field.model:
        return _row(target, network, made)
    return None if field.null else network.owner


def footprint(network: Network) -> str:
    """A hash of every row of a network and of its owner."""
    digest = hashlib.sha256()
    for model in sorted((one for one in apps.get_models() if issubclass(one, Kept)), key=lambda one: one._meta.label):
        digest.update(serialize("jsonl", model._base_manager.filter(network_id=network.pk).order_by("pk")).encode())
    owner = network.owner
    digest.update(serialize("jsonl", type(owner).objects.filter(pk=owner.pk)).encode())
    digest.update(serialize("jsonl", Network.objects.filter(owner=owner)).encode())
    digest.update(serialize("jsonl", Device.objects.filter(user=owner)).encode())
    return digest.hexdigest()
