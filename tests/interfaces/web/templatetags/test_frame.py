"""Addresses in pages: those that are looked up once are the ones that Django would have given."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse
from hypothesis import given, settings
from hypothesis import strategies as st


def written(name: str, *args: object) -> str:
    given_names = " ".join(f"a{number}" for number in range(len(args)))
    text = "{% load frame %}{% url name " + given_names + " %}"
    return Template(text).render(Context({"name": name} | {f"a{n}": value for n, value in enumerate(args)}))


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 2**62))
def test_the_address_of_a_record_is_djangos(number):
    for name in ("contact", "contact-photo", "promise-settle", "organization"):
        assert written(name, number) == reverse(name, args=[number])


@pytest.mark.parametrize("name", ["week", "contacts", "settings"])
def test_the_address_of_a_page_is_djangos(name):
    assert written(name) == reverse(name)


@pytest.mark.parametrize(("name", "args"), [("contact", ["x"]), ("week", [3]), ("contact", [-1]), ("nowhere", [1]), ("contact", [True])])  # fmt: skip
def test_what_has_no_address_is_refused_as_by_django(name, args):
    with pytest.raises(NoReverseMatch):
        reverse(name, args=args)
    with pytest.raises(NoReverseMatch):
        written(name, *args)
