"""The records as they are: one JSON object a row, one file a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

from wellkept.domain.accounts.models import Kept, Network, User

# Not exported: what is computed from other tables, and the exports themselves.
COMPUTED = {
    "cadence.standing", "rhythm.rhythm", "rhythm.lesson", "exchange.exportrun",
    "contacts.likeness", "contacts.organizationlikeness", "contacts.likening", "contacts.unlooked",
    "reminders.delivery", "reminders.pushdevice", "reminders.calendarentry",  # mean something on this installation alone
}  # fmt: skip
SETTINGS = (
    "time_zone", "week_start", "phone_region", "new_goal", "touch_goal", "budget_minutes", "birthday_29_february", "occasion_kinds",
    "dates", "single_keys",
)  # fmt: skip


def exported_tables() -> list[type[Kept]]:
    """Every table of records, those that others point at first."""
    models_kept = [model for model in apps.get_models() if issubclass(model, Kept)]
    wanted = [model for model in models_kept if model._meta.label_lower not in COMPUTED]
    return _pointed_at_first(wanted)


def _pointed_at_first(wanted: list[type[Kept]]) -> list[type[Kept]]:
    ordered: list[type[Kept]] = []

    def place(model: type[Kept]) -> None:
        if model in ordered:
            return
        for field in model._meta.concrete_fields:
            target = field.related_model
            if target in wanted and target is not model and isinstance(target, type):
                place(target)
        ordered.append(model)

    for model in wanted:
        place(model)
    return ordered


def columns(model: type[Kept]) -> list[models.Field[Any, Any]]:
    """The columns that are exported: all but the network, which the archive is."""
    return [field for field in model._meta.concrete_fields if field.name != "network"]


def rows(model: type[Kept]) -> Iterator[str]:
    """The table's rows of the network in scope, by their key, as lines of JSON."""
    names = [field.attname for field in columns(model)]
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_as_text).encode
    for values in model.objects.order_by("pk").values_list(*names).iterator(chunk_size=2000):
        yield encode(dict(zip(names, values, strict=True))) + "\n"


def _as_text(value: Any) -> str:
    """Days and moments in ISO 8601, identifiers as they are usually written."""
    return str(value.isoformat() if hasattr(value, "isoformat") else value)


def settings_of(network: Network) -> dict[str, Any]:
    owner = network.owner
    return {"user": {"name": owner.name, "email": owner.email}, **{name: getattr(network, name) for name in SETTINGS}}


ACCOUNT = ("id", "email", "name", "is_host", "is_active", "created_at", "last_login")


def user_of(network: Network, *, password: bool = False) -> dict[str, Any]:
    """The account that keeps the network; ``password``: with the hash of its password."""
    names = [*ACCOUNT, "password"] if password else list(ACCOUNT)
    stored = User.objects.values(*names).get(pk=network.owner_id)
    account = {name: _plain(stored[name]) for name in names}
    return {**account, "network": {"created_at": _plain(network.created_at)}}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else _as_text(value)


def schema() -> dict[str, str]:
    """The last migration of each room: what the columns mean at this time."""
    found = {}
    for app in apps.get_app_configs():
        names = sorted(file.stem for file in (Path(app.path) / "migrations").glob("[0-9]*.py"))
        if names and app.name.startswith("wellkept."):
            found[app.label] = names[-1]
    return found
