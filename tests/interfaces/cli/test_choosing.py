"""Whom a command is about is found by number or by name, and never guessed."""

from __future__ import annotations

from tests.cast import contact, network_of


def test_a_contact_is_found_by_its_number(answer, ana):
    assert answer("show", ana.pk)["name"] == "Ana Souza"


def test_a_contact_is_found_by_the_beginning_of_the_name(answer, ana, bruno):
    assert answer("show", "sou")["contact"] == ana.pk


def test_the_exact_name_wins_over_a_longer_one(answer, network, ada, ana):
    contact(network, ada, "Ana", "Souzada")

    assert answer("show", "ana souza")["contact"] == ana.pk


def test_a_name_wins_over_a_word_about_somebody_else(answer, network, ada, ana):
    contact(network, ada, "Bela", "Kun", location="Souza Beach")

    assert answer("show", "souza")["contact"] == ana.pk


def test_where_several_fit_they_are_listed_and_nothing_is_done(run, network, ada, ana):
    other = contact(network, ada, "Ana", "Berg")

    result = run("log", "ana", "Lunch")

    assert result.exit_code == 1
    assert f"{ana.pk}  Ana Souza" in result.stderr and f"{other.pk}  Ana Berg" in result.stderr
    assert not ana.participations.exists()


def test_a_name_that_is_only_near_is_asked_about(run, ana):
    result = run("log", "Suoza", "Lunch")

    assert result.exit_code == 1
    assert "Ana Souza" in result.stderr
    assert not ana.participations.exists()


def test_who_is_not_there_is_said_so(run, ana):
    for whom in ("Nobody", "999999", "9" * 40):
        result = run("show", whom)
        assert result.exit_code == 1
        assert result.stdout == "" and whom[:6] in result.stderr


def test_the_contact_of_a_stranger_is_not_there(run, network, ben):
    theirs = contact(network_of(ben), ben, "Mallory", "Gray")

    for whom in (theirs.pk, "Mallory"):
        result = run("show", whom, "--user", "ada@example.org")
        assert result.exit_code == 1
        assert "Gray" not in result.output


def test_the_own_card_is_no_contact(run, network):
    from wellkept.domain.contacts.founding import own_card

    assert run("show", own_card(network=network).pk).exit_code == 1
