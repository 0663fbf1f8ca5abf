"""What a reader sees of an act is in words: no model, no table, no key."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.text import camel_case_to_spaces

from wellkept.domain.accounts.models import Kept
from wellkept.domain.history.taking_back import str_of
from wellkept.domain.history.telling import UNTOLD, field_in_words, value_in_words
from wellkept.domain.plan.answering import KINDS
from wellkept.domain.plan.models import PROPOSALS

RECORDED = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("wellkept.") and issubclass(model, Kept) and model.recorded
]
NAMES = {model.__name__ for model in RECORDED}
HUMPED = {
    name for name in NAMES if " " in camel_case_to_spaces(name)
}  # of the others the name may be the word: 'Event'
KEY = 987654


def name(model):
    return model._meta.label


def row_of(model, depth=2):
    """One that is not in the database, with all that it must have and what it points at."""
    row = model(pk=KEY)
    for field in model._meta.concrete_fields:
        if field.primary_key or field.name == "network":
            continue
        if isinstance(field, models.ForeignKey):
            setattr(row, field.attname, KEY)
            if depth:
                row.__dict__["_state"].fields_cache[field.name] = row_of(field.related_model, depth - 1)
        elif field.choices:
            setattr(row, field.attname, field.flatchoices[-1][0])
        elif isinstance(field, models.DateTimeField):
            setattr(row, field.attname, datetime(2026, 5, 4, tzinfo=UTC))
        elif isinstance(field, models.DateField):
            setattr(row, field.attname, date(2026, 5, 4))
        elif isinstance(field, models.CharField | models.TextField) and (not field.blank or field.name == "formatted"):
            setattr(row, field.attname, "words")
    return row


def in_a_readers_words(words):
    return str(KEY) not in words and "_" not in words and not any(humped in words for humped in HUMPED)


@pytest.mark.parametrize("model", RECORDED, ids=name)
def test_what_an_act_can_touch_has_a_name_to_translate(model):
    for said in (model._meta.verbose_name, model._meta.verbose_name_plural):
        assert isinstance(said, Promise), f"{model._meta.label} has no name but that of its class"
        assert str(said)[0].islower() and in_a_readers_words(str(said))


@pytest.mark.parametrize("model", RECORDED, ids=name)
def test_a_row_is_called_by_words(model):
    said = str_of(row_of(model))
    assert said and in_a_readers_words(said), f"{model._meta.label} calls itself “{said}”"


@pytest.mark.parametrize("model", RECORDED, ids=name)
def test_its_columns_are_called_by_words(model):
    for field in model._meta.concrete_fields:
        if field.name not in UNTOLD and not field.primary_key:
            said = field_in_words(field)
            assert said and in_a_readers_words(said), f"{model._meta.label}.{field.name} is called “{said}”"


def test_of_a_value_made_of_others_only_those_are_told():
    field = apps.get_model("exchange.sourcerecord")._meta.get_field("values")
    told = value_in_words(
        field, {"name": {"given": "Ana", "family": ""}, "emails": ["ana@example.org"], "own": False}, None
    )
    assert told == "Ana, ana@example.org"


def test_each_kind_of_proposal_has_words():
    assert set(PROPOSALS) == KINDS
