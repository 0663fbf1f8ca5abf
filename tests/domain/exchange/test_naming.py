"""Two names can be one person's, or cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.exchange.naming import can_be_one, is_full, name_key
from wellkept.formats.person import Name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ana souza", "ana souza"),
        ("ana souza", "ana maria souza"),
        ("ana souza", "souza ana"),
        ("a souza", "ana souza"),
        ("ben marsh", "benjamin marsh"),
        ("ana", "ana souza"),
        ("", "ana souza"),
    ],
)
def test_names_that_can_be_one_persons(one, other):
    assert can_be_one(one, other)
    assert can_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ana souza", "bruno souza"),
        ("ana souza", "ana keller"),
        ("ana", "bruno"),
        ("a s", "b t"),
        ("jo souza", "ana souza"),
    ],
)
def test_names_that_cannot(one, other):
    assert not can_be_one(one, other)
    assert not can_be_one(other, one)


def test_the_key_of_a_name_knows_no_case_accents_titles_or_decorations():
    assert name_key(Name(display="Dr. Ána Souza 🚀", given="Ána", family="Souza")) == "ana souza"
    assert name_key(Name(display="ANA SOUZA, PhD")) == "ana souza"
    assert name_key(Name(nickname="Annie")) == "annie"


def test_a_first_name_alone_is_no_full_name():
    assert is_full("ana souza")
    assert is_full("陳偉")
    assert not is_full("ana")
    assert not is_full("")


@given(st.text(max_size=30))
def test_every_name_can_be_its_own(text):
    key = name_key(Name(display=text))
    assert can_be_one(key, key)
