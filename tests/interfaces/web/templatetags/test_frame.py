"""Addresses in pages: those that are looked up once are the ones that Django would have given."""

from __future__ import annotations

import pytest
from django.template import Context, Template, defaultfilters
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.interfaces.web.templatetags.frame import nav_item


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


@settings(deadline=None, max_examples=100)
@given(
    st.one_of(st.dates(), st.datetimes(), st.none(), st.just("")),
    st.sampled_from(["", ":'Y-m-d'", ":'DATE_FORMAT'", ":'MONTH_DAY_FORMAT'", ":'j F'"]),
    st.sampled_from(["en", "en-gb", "en-se", "de"]),
)
def test_a_day_is_written_as_django_writes_it_in_each_language(day, form, language):
    with translation.override(language):
        ours = Template("{{ day|date" + form + " }}").render(Context({"day": day}))
        assert ours == str(defaultfilters.date(day, form.strip(":'") or None))


def test_what_is_kept_is_made_once_and_escaped_once():
    text = "{% keep part %}<b>{{ who }}</b>{% endkeep %}{% for n in 'ab' %}{{ part }}{% endfor %}"
    assert Template(text).render(Context({"who": "<Ana>"})) == "<b>&lt;Ana&gt;</b>" * 2


def test_a_page_of_the_frame_is_marked_when_one_is_there_and_counts_what_waits():
    there = nav_item(Context({"here": "inbox"}), "inbox", "inbox", "<In>", go="i", count=3)
    assert 'aria-current="page"' in there
    assert 'data-go="i"' in there
    assert 'data-count="inbox">3<' in there
    assert "&lt;In&gt;" in there
    elsewhere = nav_item(Context({"here": "week"}), "inbox", "inbox", "Inbox", count=0)
    assert "aria-current" not in elsewhere
    assert "data-count" not in elsewhere
