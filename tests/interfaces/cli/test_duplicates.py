from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.likening import search_all
from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.contacts.sameness import Likeness
from wellkept.domain.history.acting import acting


@pytest.fixture
def twice(network, ada, ana, bruno):
    """Ana is there again, with the same address; Bruno is there once."""
    again = contact(network, ada, "Ana", "Souza")
    with acting(ada, network, "edit", summary="Addresses") as act:
        for one in (ana, again):
            act.add(Email(contact=one, address="ana@example.org", key="ana@example.org"))
    return again


def test_who_is_there_twice_is_shown_with_the_reasons(answer, twice, ana):
    (pair,) = answer("duplicates")

    assert (pair["one"], pair["other"], pair["one_name"], pair["other_name"]) == (ana.pk, twice.pk, *["Ana Souza"] * 2)
    assert pair["sure"] is True and pair["words"] and pair["against"] == []
    assert any("ana@example.org" in reason or "e-mail" in reason for reason in pair["for"])


def test_at_most_so_many_are_shown_the_likeliest_first(answer, network, ada, twice, ana, bruno):
    contact(network, ada, "Bruno", "Keller")

    both, (first,) = answer("duplicates", "--again"), answer("duplicates", "--most", 1)

    assert len(both) == 2 and first == both[0] and first["sure"]


def test_whoever_came_since_the_last_look_is_compared(answer, network, ada, bruno):
    assert answer("duplicates") == []
    contact(network, ada, "Bruno", "Keller")

    assert [pair["one"] for pair in answer("duplicates")] == [bruno.pk]


def test_looking_again_finds_anew_what_was_lost(answer, network, twice):
    answer("duplicates")
    Likeness.objects.all().delete()

    assert answer("duplicates") == []
    assert len(answer("duplicates", "--again")) == 1


def test_without_json_the_pairs_are_lines_and_none_is_said(run, network, twice, ana):
    said = run("duplicates").stdout
    assert said.count("Ana Souza") == 2 and str(twice.pk) in said and "wellkept merge" in said
    Contact.objects.filter(pk=twice.pk).update(archived_at=network.created_at)

    assert "Nobody seems to be there twice" in run("duplicates", "--again").stdout


def test_two_are_merged_by_number_and_the_merge_is_undone(answer, network, twice, ana):
    told = answer("merge", ana.pk, twice.pk)

    assert told["contact"] == ana.pk and "Ana Souza" in told["summary"]
    assert not Contact.objects.filter(pk=twice.pk).exists()
    assert answer("history")[0]["number"] == told["act"]
    answer("undo")
    assert Contact.objects.filter(pk=twice.pk).exists() and Email.objects.filter(contact=twice).exists()


def test_nobody_is_merged_with_themselves_or_with_nobody(run, network, ana, bruno):
    for words in (("merge", ana.pk, ana.pk), ("merge", ana.pk, 99_999), ("merge", "Bruno", "No Such One")):
        result = run(*words)
        assert result.exit_code == 1 and result.stderr.strip()

    assert Contact.objects.active().count() == 2


def test_pairs_and_people_of_somebody_else_are_neither_shown_nor_merged(run, answer, ben, network, ana):
    theirs = network_of(ben)
    one, other = contact(theirs, ben, "Bea", "Stone"), contact(theirs, ben, "Bea", "Stone")
    with inside(theirs):
        search_all(network=theirs)

    assert answer("duplicates", "--user", "ada@example.org") == []
    assert run("merge", one.pk, other.pk, "--user", "ada@example.org").exit_code == 1
    with inside(theirs):
        assert Contact.objects.filter(pk__in=[one.pk, other.pk]).count() == 2
