from __future__ import annotations

from django.urls import reverse

from tests.cast import contact, network_of
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.files import store_bytes
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.contacts.sameness import OtherPhoto
from wellkept.domain.history.acting import acting


def test_any_contact_is_found_compared_and_merged(page, ana, bruno):
    address = reverse("contact-merge", args=[ana.pk])
    assert "Bruno Keller" in page.get(address, {"words": "bruno"}).content.decode()
    assert "Merge these two?" in page.get(address, {"with": bruno.pk}).content.decode()
    answer = page.post(address, {"gone": bruno.pk, "choice-name": "kept"})

    assert answer.headers["Location"] == reverse("contact", args=[ana.pk])
    assert not Contact.objects.filter(pk=bruno.pk).exists()


def test_the_contact_itself_is_not_offered(page, ana):
    address = reverse("contact-merge", args=[ana.pk])
    assert "Nobody else is found" in page.get(address, {"words": "ana souza"}).content.decode()
    page.post(address, {"gone": ana.pk})
    assert Contact.objects.filter(pk=ana.pk).exists()


def test_the_contacts_page_leads_there(page, ana):
    assert reverse("contact-merge", args=[ana.pk]) in page.get(reverse("contact", args=[ana.pk])).content.decode()


def test_the_address_of_a_merged_contact_leads_to_the_kept_one(page, ada, ana, bruno, chen):
    gone = [bruno.pk, ana.pk]
    merge_contacts(kept=ana, gone=bruno, by=ada)
    merge_contacts(kept=chen, gone=ana, by=ada)
    for key in gone:
        assert page.get(reverse("contact", args=[key])).headers["Location"] == reverse("contact", args=[chen.pk])
    assert page.get(reverse("contact", args=[10**9])).status_code == 404


def test_a_stranger_is_not_merged(page, ben, ana):
    theirs = network_of(ben)
    with inside(theirs):
        strange = contact(theirs, ben, "Dora", "Marsh")
    address = reverse("contact-merge", args=[ana.pk])
    assert page.get(address, {"with": strange.pk}).status_code == 404
    assert page.post(address, {"gone": strange.pk}).status_code == 404


def test_the_other_photo_is_shown(page, network, ada, ana, bruno):
    photos = [
        store_bytes(network=network, data=data, name="p.jpg", media_type="image/jpeg", by=ada) for data in (b"1", b"2")
    ]
    with acting(ada, network, "photo", summary="Photos") as act:
        act.edit(ana, photo_id=photos[0].pk)
        act.edit(bruno, photo_id=photos[1].pk)
    merge_contacts(kept=ana, gone=bruno, by=ada)
    address = reverse("contact-other-photo", args=[OtherPhoto.objects.get().pk])

    assert address in page.get(reverse("contact", args=[ana.pk])).content.decode()
    answer = page.get(address)
    assert b"".join(answer.streaming_content) == b"2"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_organizations_are_merged_from_their_page(page, network, ada):
    houses = get_or_add_organizations(network=network, names=["Acme", "Acme Works"], by=ada)
    address = reverse("organization-merge", args=[houses["Acme"].pk])
    assert "Acme Works" in page.get(address, {"words": "acme"}).content.decode()
    assert "Merge these two?" in page.get(address, {"with": houses["Acme Works"].pk}).content.decode()
    page.post(address, {"gone": houses["Acme Works"].pk})

    assert [house.name for house in Organization.objects.all()] == ["Acme"]
