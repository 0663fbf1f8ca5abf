"""Every table says whose its rows are, and every key to a contact says what becomes of it."""

import pytest
from django.apps import apps
from django.db import models

from wellkept.domain.accounts.models import Kept, Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.pointing import pointings

OURS = [model for model in apps.get_models() if model.__module__.startswith("wellkept.")]
KEPT = [model for model in OURS if issubclass(model, Kept)]
# Tables that are no record of a network: who comes in, and how often they knocked.
NOT_KEPT = {"accounts.User", "accounts.Network", "accounts.Allowance", "accounts.Device", "accounts.PairingCode"}
# Rooms by floor, the lowest first: a foreign key goes down or stays in its room.
FLOORS = [
    ["accounts"], ["history"], ["contacts"], ["timeline"], ["cadence", "occasions", "correspondence", "events", "recall"], ["rhythm"],
    ["plan", "exchange", "search"], ["capture"], ["reminders"], ["sample"],
]  # fmt: skip


def floor(label):
    return next(number for number, rooms in enumerate(FLOORS) if label in rooms)


def name(model):
    return model._meta.label


def test_every_model_is_kept_in_a_network_or_said_not_to_be():
    assert {model._meta.label for model in OURS if model not in KEPT} == NOT_KEPT


@pytest.mark.parametrize("model", KEPT, ids=name)
def test_the_network_stands_first_in_every_index_and_unique_constraint(model):
    listed = [index.fields for index in model._meta.indexes]
    listed += [one.fields for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    listed += list(model._meta.unique_together)

    for fields in listed:
        leading = model._meta.get_field(fields[0])
        # What belongs to one row of another kept table is within that row's network.
        within = (
            leading.is_relation and isinstance(leading.related_model, type) and issubclass(leading.related_model, Kept)
        )
        assert fields[0] == "network" or within, f"{model._meta.label}: {fields}"


@pytest.mark.parametrize("model", KEPT, ids=name)
def test_every_kept_table_has_an_index_that_begins_with_the_network(model):
    assert model._meta.get_field("network").db_index


@pytest.mark.parametrize("model", OURS, ids=name)
def test_foreign_keys_go_down(model):
    for field in model._meta.concrete_fields:
        if field.is_relation:
            target = field.related_model._meta.app_label
            own = model._meta.app_label
            assert target == own or floor(target) < floor(own), (
                f"{model._meta.label}.{field.name} points up or sideways"
            )


def test_every_key_to_a_contact_is_registered():
    keys = {
        (model._meta.label, field.name)
        for model in OURS
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is Contact
    }

    assert {(pointing.model._meta.label, pointing.column) for pointing in pointings()} == keys


def test_a_network_goes_with_its_owner():
    assert Network._meta.get_field("owner").remote_field.on_delete is models.CASCADE
