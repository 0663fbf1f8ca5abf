import pytest
from django.test import Client, override_settings

from tests.domain.contacts.own_card import MARKS
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.contacts.publishing import page_of
from wellkept.domain.history.models import Act


def test_looking_makes_no_page(page, network):
    content = page.get("/me/page").content.decode()

    assert 'name="on" value="1">' in content
    assert not OwnPage.objects.exists()


def test_what_is_ticked_is_kept_and_can_be_undone(page, network, card):
    page.post("/me/page", {"on": "1", "page": ["name", "email:ada.work@example.org"], "code": ["name"]})
    settled = page_of(network)
    assert (settled.on, settled.fields, settled.code_fields) == (
        True, ["name", "email:ada.work@example.org"], ["name"],
    )  # fmt: skip
    content = page.get("/me/page").content.decode()
    assert 'value="email:ada.work@example.org" checked' in content
    assert 'value="email:ada.home@example.org">' in content

    page.post(f"/history/{Act.objects.latest('pk').pk}/undo")
    assert not OwnPage.objects.exists()


def test_what_changed_on_the_card_is_not_shown_and_said(page, publish, card):
    publish("name", "email:ada.work@example.org")
    assert "has changed on your card since" not in page.get("/me/page").content.decode()

    card.emails.filter(address="ada.work@example.org").update(address="w@example.org", key="w@example.org")
    assert "has changed on your card since" in page.get("/me/page").content.decode()
    assert "w@example.org" not in page.get("/p/quill").content.decode()


def test_switched_on_with_nothing_ticked_it_says_why_not(page, card):
    page.post("/me/page", {"on": "1"})

    assert "Choose what the page shows before you switch it on." in page.get("/me/page").content.decode()


def test_an_address_that_cannot_be_had_stays_in_the_field(page, network):
    page.post("/me/page/address", {"do": "choose", "address": "Admin"})
    content = page.get("/me/page").content.decode()

    assert "This address cannot be had." in content
    assert 'value="Admin"' in content
    assert 'value="Admin"' not in page.get("/me/page").content.decode()
    assert not OwnPage.objects.exists()


def test_an_address_is_chosen_and_changed(page, network):
    page.post("/me/page/address", {"do": "choose", "address": "quill"})
    assert "/p/quill" in page.get("/me/page").content.decode()

    page.post("/me/page/address", {"do": "new"})
    assert len(page_of(network).address) == 27


@override_settings(SITE_URL="https://wellkept.example.org", LAN_URL="")
def test_the_address_is_the_sites(page, publish):
    publish("name")

    assert "https://wellkept.example.org/p/quill" in page.get("/me/page").content.decode()
    assert "Only this machine" not in page.get("/me/page").content.decode()


def test_only_this_machine_is_said_where_it_is_so(page, publish):
    publish("name")

    assert "Only this machine reaches the address now." in page.get("/me/page").content.decode()


@pytest.mark.parametrize("address", ["/me/page", "/me/page/preview", "/me/page/photo", "/me/code", "/me/vcard"])
def test_it_is_for_the_user_alone(address, publish):
    publish(*MARKS)

    assert Client().get(address)["Location"].startswith("/sign-in")


def test_it_is_read_with_few_queries(page, publish, django_assert_max_num_queries):
    publish(*MARKS)
    page.get("/me/page")
    with django_assert_max_num_queries(20):
        page.get("/me/page")
