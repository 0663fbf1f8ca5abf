from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.likening import FEW, catch_up, search_all
from wellkept.domain.contacts.models import Contact, Email
from wellkept.domain.contacts.sameness import Likeness, Likening, Unlooked
from wellkept.domain.history.acting import acting


def mail(network, by, person, address):
    with acting(by, network, "edit contact", summary="Added an address") as act:
        act.add(Email(contact=person, address=address, key=address))


def pairs(network):
    return {(row.one.display, row.other.display, row.sure) for row in Likeness.objects.filter(network=network)}


def test_nobody_is_like_anybody_in_a_small_network_of_strangers(network, ana, bruno, chen):
    assert search_all(network=network) == 0


def test_two_of_one_name_are_found_and_not_sure(network, ada, ana):
    contact(network, ada, "Ana", "Souza")

    assert search_all(network=network) == 1
    assert pairs(network) == {("Ana Souza", "Ana Souza", False)}


def test_two_of_one_name_and_address_are_sure(network, ada, ana, bruno, chen):
    other = contact(network, ada, "Ana Maria", "Souza")
    for person in (ana, other):
        mail(network, ada, person, "ana@blue-kettle.example")
    search_all(network=network)

    assert pairs(network) == {("Ana Souza", "Ana Maria Souza", True)}


def test_the_address_of_an_office_says_nothing(network, ada, ana, bruno):
    for person in (ana, bruno):
        mail(network, ada, person, "info@blue-kettle.example")

    assert search_all(network=network) == 0


def test_an_address_of_more_than_a_few_is_nobodys(network, ada):
    people = [contact(network, ada, "Ana", "Souza") for _ in range(4)]
    for person in people:
        mail(network, ada, person, "souza@blue-kettle.example")
    search_all(network=network)

    assert not any(sure for _one, _other, sure in pairs(network))


def test_the_reasons_are_kept_with_the_pair(network, ada, ana):
    contact(network, ada, "Ana", "Souza")
    search_all(network=network)

    said = [says for _field, says, _bits in Likeness.objects.get(network=network).reasons]
    assert said == ["same family name", "same given name"]


def test_whoever_comes_is_noted_and_compared_later(network, ada, ana, bruno, chen):
    search_all(network=network)
    contact(network, ada, "Ana", "Souza")

    assert Unlooked.objects.filter(network=network).count() == 1
    assert pairs(network) == set()
    assert catch_up(network=network) == 1
    assert pairs(network) == {("Ana Souza", "Ana Souza", False)}
    assert not Unlooked.objects.filter(network=network).exists()
    assert catch_up(network=network) == 0


def test_many_that_come_are_compared_with_everybody(network, ada, ana):
    people = [contact(network, ada, f"Given{number}", f"Family{number * 7919}") for number in range(6 * FEW)]
    search_all(network=network)
    for person in people[: FEW + 1]:
        contact(network, ada, person.given, person.family)
    catch_up(network=network)

    found = {one for one, other, _sure in pairs(network) if one == other}
    assert found == {person.display for person in people[: FEW + 1]}


def test_a_change_that_tells_nothing_of_who_they_are_is_not_noted(network, ada, ana):
    search_all(network=network)
    with acting(ada, network, "edit contact", summary="Wrote about Ana") as act:
        act.edit(ana, about="Knows wells.")

    assert not Unlooked.objects.filter(network=network).exists()


def test_a_new_name_takes_the_old_pair_away(network, ada, ana):
    other = contact(network, ada, "Ana", "Souza")
    search_all(network=network)
    with acting(ada, network, "edit contact", summary="Renamed") as act:
        act.edit(other, given="Wilhelmina", family="Okafor", display="Wilhelmina Okafor", sort_key="okafor wilhelmina")
    catch_up(network=network)

    assert pairs(network) == set()


def test_the_archived_and_the_own_card_are_left_alone(network, ada, ana):
    other = contact(network, ada, "Ana", "Souza")
    contact(network, ada, "Ada", "Quill")
    with acting(ada, network, "archive", summary="Archived") as act:
        act.edit(other, archived_at=network.created_at)

    assert search_all(network=network) == 0


def test_a_removed_contact_takes_its_pairs_along(network, ada, ana):
    other = contact(network, ada, "Ana", "Souza")
    search_all(network=network)
    with acting(ada, network, "remove", summary="Removed") as act:
        act.remove(other)

    assert not Likeness.objects.filter(network=network).exists()
    assert catch_up(network=network) == 0


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [(("Robert", "Quill"), ("Bob", "Quill")), (("Bruno", "Keller"), ("Keller", "Bruno")),
     (("Дмитрий", "Щербаков"), ("Dmitry", "Shcherbakov")), (("Anne-Marie", "Souza"), ("Anne Marie", "Souza"))],
)  # fmt: skip
def test_names_that_are_written_otherwise_are_found(network, ada, mine, theirs):
    for number, name in enumerate((mine, theirs)):
        mail(network, ada, contact(network, ada, *name), f"{'bq'[number]}quill@blue-kettle.example")
    with acting(ada, network, "edit", summary="Same address") as act:
        for email in Email.objects.filter(network=network):
            act.edit(email, key="quill@blue-kettle.example")
    search_all(network=network)

    assert Likeness.objects.filter(network=network).count() == 1


def test_what_was_learned_is_kept(network, ada, ana, bruno):
    search_all(network=network)
    known = Likening.objects.get(network=network)

    assert known.state == Likening.State.DONE
    assert known.contacts == 2
    assert known.model["prior"] > 0


def test_networks_are_not_mixed(network, ada, ben, ana):
    theirs = network_of(ben)
    with inside(theirs):
        contact(theirs, ben, "Ana", "Souza")
    search_all(network=network)

    assert pairs(network) == set()
    with inside(theirs):
        search_all(network=theirs)
        assert Contact.objects.filter(network=theirs, is_me=False).count() == 1
        assert not Likeness.objects.filter(network=theirs).exists()


def test_reading_takes_the_same_number_of_questions_for_few_and_many(network, ada, ana, django_assert_max_num_queries):
    for number in range(30):
        mail(network, ada, contact(network, ada, "Ana", f"Souza{number}"), f"ana{number}@blue-kettle.example")
    with django_assert_max_num_queries(32):
        assert search_all(network=network) > 0
