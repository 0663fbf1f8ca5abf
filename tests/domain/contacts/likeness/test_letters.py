from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.contacts.likeness.letters import in_latin, loose
from wellkept.formats.names import fold


@pytest.mark.parametrize(
    ("written", "latin"),
    [("Шостак", "shostak"), ("Иванова", "ivanova"), ("Παππάς", "pappas"), ("Γεωργίου", "georgiou"), ("Souza", "souza")],
)
def test_names_are_read_in_latin_letters(written, latin):
    assert in_latin(fold(written)) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [("Дмитрий", "Dmitry"), ("Дмитрий", "Dmitrij"), ("Юлия", "Julia"), ("Юлия", "Yulia"), ("Щербаков", "Schtscherbakov"),
     ("Чехова", "Tschechowa"), ("Чехова", "Chekhova")],
)  # fmt: skip
def test_spellings_of_one_name_meet(one, other):
    assert loose(in_latin(fold(one))) == loose(in_latin(fold(other)))


@given(st.text(max_size=40))
def test_no_text_breaks_them(text):
    assert isinstance(loose(in_latin(fold(text))), str)
