from __future__ import annotations

import pytest

from wellkept.formats.card.naming import as_named, bare_name, likeness_to_mailbox, name_worth


@pytest.mark.parametrize(
    ("name", "mailbox"),
    [
        ("Ana Souza", "ana.souza"), ("Ana Souza", "asouza"), ("Ana Souza", "souza.ana"), ("Ana Souza", "souzaa"), ("Ana Souza", "anas"),
        ("Jürgen Müller", "j.mueller"), ("Søren Kjærgaard", "skjaergaard"), ("Willemijn van der Berg", "w.vanderberg"),
    ],
)  # fmt: skip
def test_a_mailbox_is_made_of_a_name_in_many_ways(name, mailbox):
    assert likeness_to_mailbox(name, mailbox) >= 0.8


def test_another_name_does_not_make_the_mailbox():
    assert likeness_to_mailbox("Head of Data", "ana.souza") < 0.3
    assert likeness_to_mailbox("Ana Souza", "info") == 0.0


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ANA SOUZA", "Ana Souza"), ("FIONA MCDONALD", "Fiona McDonald"), ("MARCUS O'BRIEN", "Marcus O'Brien"),
        ("WILLEMIJN VAN DER BERG", "Willemijn van der Berg"), ("KATHARINA HOFER-LINDNER", "Katharina Hofer-Lindner"),
        ("AYŞE YILDIZ", "Ayşe Yıldız"), ("Dr. Ana Souza", "Ana Souza"), ("Ana Souza, MBA", "Ana Souza"), ("Willemijn van der Berg", "Willemijn van der Berg"),
        ("AnaSouza", "Ana Souza"), ("Fiona McDonald", "Fiona McDonald"), ("王小明", "王小明"),
    ],
)  # fmt: skip
def test_a_name_is_written_as_in_a_letter(printed, written):
    assert as_named(printed) == written


def test_degrees_and_titles_are_taken_off():
    assert bare_name("Prof. Dr. Luca Baumann, LL.M.") == "Luca Baumann"


def test_a_name_is_worth_more_than_a_title_a_house_or_a_street():
    worth = {
        text: name_worth(text, ["ana.souza"], {"ana"})
        for text in ("Ana Souza", "Head of Data", "Savanna Freight Services", "12 Harbour Street")
    }

    assert max(worth, key=worth.__getitem__) == "Ana Souza"
    assert all(value < 2 for text, value in worth.items() if text != "Ana Souza")
