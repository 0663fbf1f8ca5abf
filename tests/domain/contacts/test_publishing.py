import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import network_of
from tests.domain.contacts.own_card import MARKS, fill_own_card
from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.founding import found_network, own_card
from wellkept.domain.contacts.own_page import LETTERS, OwnPage, fresh_address
from wellkept.domain.contacts.publishing import (
    RESERVED,
    choose_address,
    new_address,
    page_at,
    page_of,
    settle_page,
    whole_card,
)
from wellkept.domain.contacts.showing_card import card_fields, shown_person
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.vcard import write


@pytest.fixture
def card(network, ada):
    return fill_own_card(network, ada)


def settled(network, by, *, on=True, fields=("name",), code_fields=(), leave_details=False):
    return settle_page(
        network=network, on=on, fields=fields, code_fields=code_fields, leave_details=leave_details, by=by
    )


def test_to_begin_with_there_is_no_page_and_nothing_is_ticked(network):
    page = page_of(network)

    assert (page.pk, page.on, page.fields, page.code_fields, page.leave_details) == (None, False, [], [], False)
    assert not OwnPage.objects.exists()


def test_an_address_nobody_guesses_has_more_than_128_bits():
    assert len(set(LETTERS)) == 32
    assert re.fullmatch(f"[{LETTERS}]{{27}}", fresh_address())
    assert len({fresh_address() for _ in range(50)}) == 50


def test_a_page_is_found_where_it_stands_while_it_is_on(network, ada, card):
    page = settled(network, ada)
    assert page_at(page.address) == page
    assert page_at(page.address.upper()) == page

    settled(network, ada, on=False)
    assert page_at(page.address) is None


def test_what_is_not_on_the_card_is_not_taken(network, ada, card):
    page = settled(network, ada, fields=["name", "email:nobody@example.org", "about:x"], code_fields=["photo", "name"])

    assert page.fields == ["name"]
    assert page.code_fields == ["name"]


def test_a_page_that_shows_nothing_is_not_switched_on(network, ada, card):
    with pytest.raises(Refusal) as refused:
        settled(network, ada, fields=["nothing"])

    assert refused.value.field == "on"
    assert not OwnPage.objects.exists()


def test_a_sample_network_has_no_page(ada):
    sample = found_network(user=ada.user, kind=Network.Kind.SAMPLE)
    with inside(sample):
        for verb in (
            lambda: settled(sample, ada),
            lambda: choose_address(network=sample, address="quill", by=ada),
            lambda: new_address(network=sample, by=ada),
        ):
            with pytest.raises(Refusal):
                verb()
        assert not OwnPage.objects.exists()
        assert settled(sample, ada, on=False, fields=[], code_fields=["name"]).code_fields == ["name"]
        OwnPage.objects.all().delete()
        OwnPage.objects.create(network=sample, address="sample-page", on=True, fields=["name"])
    assert page_at("sample-page") is None


def test_a_page_of_somebody_who_was_shut_out_is_gone(network, ada, card):
    page = settled(network, ada)
    ada.user.is_active = False
    ada.user.save()

    assert page_at(page.address) is None


def test_a_new_address_ends_the_old_one_at_once(network, ada, card):
    old = settled(network, ada).address
    new = new_address(network=network, by=ada).address

    assert page_at(old) is None
    assert page_at(new) == page_of(network)


def test_an_address_is_chosen_before_the_page_is_on(network, ada):
    page = choose_address(network=network, address=" Ada-Quill ", by=ada)

    assert (page.address, page.on, page_of(network).pk) == ("ada-quill", False, page.pk)


@pytest.mark.parametrize(
    "address", ["ab", "x" * 41, "a b c", "ada_q", "-ada", "ada--q", "ada-", "añá", "a/b", "../me", ""]
)
def test_an_address_of_a_wrong_kind_is_refused(network, ada, address):
    with pytest.raises(Refusal) as refused:
        choose_address(network=network, address=address, by=ada)

    assert refused.value.field == "address"
    assert not OwnPage.objects.exists()


@pytest.mark.parametrize("address", ["admin", "Wellkept", "sign-in", "me"])
def test_reserved_words_cannot_be_had(network, ada, address):
    assert address.lower() in RESERVED
    with pytest.raises(Refusal):
        choose_address(network=network, address=address, by=ada)


def test_an_address_that_somebody_has_cannot_be_had_even_while_their_page_is_off(network, ada, ben):
    choose_address(network=network, address="quill", by=ada)
    theirs = network_of(ben)
    with inside(theirs), pytest.raises(Refusal):
        choose_address(network=theirs, address="quill", by=ben)

    assert choose_address(network=network, address="quill", by=ada).address == "quill"


def test_a_stranger_settles_nothing(network, ada, ben, card):
    page = settled(network, ada)
    for verb in (
        lambda: settled(network, ben, on=False),
        lambda: new_address(network=network, by=ben),
        lambda: choose_address(network=network, address="mine-now", by=ben),
    ):
        with pytest.raises(Refusal):
            verb()

    page.refresh_from_db()
    assert page.on
    assert page.address not in {"mine-now"}


def test_every_step_is_undone(network, ada, card):
    settled(network, ada)
    first = page_of(network).address
    choose_address(network=network, address="quill", by=ada)
    settled(network, ada, on=False, fields=[])
    acts = list(Act.objects.filter(verb="own page").order_by("pk"))

    undo(act=acts[2], by=Actor(ada.user))
    assert (page_of(network).on, page_of(network).fields) == (True, ["name"])
    undo(act=acts[1], by=Actor(ada.user))
    assert page_of(network).address == first
    undo(act=acts[0], by=Actor(ada.user))
    assert not OwnPage.objects.exists()


def test_the_fields_are_those_of_the_card(network, card):
    assert {field.key for field in card_fields(whole_card(network))} == {*MARKS, "photo"}


def test_a_value_that_changed_is_not_shown_before_it_is_ticked_again(network, ada, card):
    shown = [field.key for field in card_fields(whole_card(network)) if field.key.startswith("email:")]
    card.emails.filter(address="ada.home@example.org").update(address="new@example.org", key="new@example.org")

    person = shown_person(whole_card(network), shown)
    assert [email.value for email in person.emails] == ["ada.work@example.org"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_only_what_is_ticked_is_in_the_card(network, card, data):
    there = card_fields(whole_card(network))
    ticked = data.draw(st.sets(st.sampled_from([field.key for field in there])))
    written = "".join(write(shown_person(whole_card(network), ticked, picture=False), "3.0").split())

    for field in there:
        mark = MARKS.get(field.key)
        assert mark is None or (mark in written) == (field.key in ticked), field.key
    for hidden in ("SECRET-CUSTOM", "SECRET-WHERE", "SECRET-EXTRA", "Nickname-Secret", "1984"):
        assert hidden not in written


def test_the_own_card_is_read_with_one_query_a_table(network, card, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        card_fields(whole_card(network))


def test_a_network_without_a_name_on_its_card_can_still_show_an_address(network, ada):
    card = own_card(network=network)
    card.flag = "no name"
    card.save()

    assert "name" not in {field.key for field in card_fields(whole_card(network))}
