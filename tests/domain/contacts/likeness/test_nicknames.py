from __future__ import annotations

from wellkept.domain.contacts.likeness.nicknames import FOLDER, full_forms, short_for_same


def test_short_forms_lead_to_the_full_name():
    assert "robert" in full_forms("bob")
    assert "alexander" in full_forms("sasha")
    assert full_forms("nobody-has-this-name") == {"nobody-has-this-name"}


def test_two_short_forms_of_one_name_are_one():
    assert short_for_same("bob", "rob")
    assert not short_for_same("bob", "ana")


def test_the_tables_come_with_their_licence():
    assert "Apache License" in (FOLDER / "LICENSE-2.0.txt").read_text()
    assert "carltonnorthern" in (FOLDER / "README.md").read_text()
