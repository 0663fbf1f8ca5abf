"""The records can be read back to exactly the rows that are kept."""

from __future__ import annotations

from wellkept.domain.accounts.models import Network
from wellkept.domain.exchange.exporting.tables import SETTINGS, columns, exported_tables
from wellkept.domain.history.values import from_json, snapshot, to_json


def test_every_row_comes_back_from_its_line(kept, exported):
    for model in exported_tables():
        lines = {row["id"]: row for row in exported.rows(model._meta.label_lower)}
        for row in model.objects.all():
            again = model(pk=row.pk, network=kept)
            for field in columns(model):
                setattr(again, field.attname, from_json(field, lines[row.pk][field.attname]))
            assert snapshot(again) == snapshot(row)


def test_every_column_but_the_network_is_exported(exported):
    for model in exported_tables():
        wanted = {field.attname for field in model._meta.concrete_fields} - {"network_id"}
        assert {frozenset(row) for row in exported.rows(model._meta.label_lower)} == {frozenset(wanted)}


def test_what_a_row_points_at_stands_in_a_table_before_it():
    tables = exported_tables()
    for place, model in enumerate(tables):
        for field in model._meta.concrete_fields:
            if field.related_model in tables and field.related_model is not model:
                assert tables.index(field.related_model) < place, f"{model} points at {field.related_model}"


def test_every_setting_of_a_network_is_exported(kept, exported):
    import json

    own = {"id", "owner", "kind", "created_at"}
    assert {field.name for field in Network._meta.concrete_fields} - own == set(SETTINGS)
    said = json.loads(exported.read("settings.json"))
    assert said["user"] == {"name": "Ada Quill", "email": "ada@example.org"}
    assert {name: said[name] for name in SETTINGS} == {name: getattr(kept, name) for name in SETTINGS}


def test_days_and_moments_are_written_as_iso_8601(exported):
    (ana,) = [row for row in exported.rows("contacts.contact") if row["display"] == "Ana Souza"]
    assert ana["connected_on"] == "2024-01-05"
    assert ana["created_at"].endswith("+00:00")
    assert to_json(Network._meta.get_field("created_at"), None) is None
