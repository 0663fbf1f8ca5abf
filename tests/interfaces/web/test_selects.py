"""A select that is written at once is the same as Django's."""

from __future__ import annotations

import re

import pytest
from django import forms

from wellkept.interfaces.web.selects import LongSelect

CHOICES = [("", "any"), (1, "Ana & Bruno"), ("Europe/Vienna", "<Vienna>")]


def tags(html: str) -> list[str]:
    return [part for part in re.split(r"\s*\n\s*|(?<=>)\s*(?=<)", html) if part]


@pytest.mark.parametrize("value", ["", None, 1, "1", "Europe/Vienna", "nowhere"])
@pytest.mark.parametrize("attrs", [{}, {"id": "zone", "required": True, "disabled": False, "aria-describedby": 'a"b'}])
def test_it_is_written_as_django_writes_it(value, attrs):
    ours, theirs = LongSelect(choices=CHOICES), forms.Select(choices=CHOICES)
    assert tags(ours.render("zone", value, attrs)) == tags(theirs.render("zone", value, attrs))
