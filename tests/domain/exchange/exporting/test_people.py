"""Other address books, and our own reader, find the same people in the vCards."""

from __future__ import annotations

import pytest

from tests.cast import contact
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.exporting import people as module
from wellkept.domain.exchange.exporting.people import people
from wellkept.formats import vcard
from wellkept.formats.person import Labelled, PartialDate, Person


def cards(data: bytes) -> list[Person]:
    return list(vcard.people(data))


def test_the_cards_read_back_as_the_same_people(kept, exported):
    read = {person.name.display: person for person in cards(exported.read("contacts.vcf"))}

    assert set(read) == {"Ana Souza", "Bruno Keller", "Chen Wei"}
    (ana,) = [person for _contact, person in people() if person.name.display == "Ana Souza"]
    for part in ("emails", "addresses", "links", "positions", "dates", "groups", "interests", "custom", "pronouns"):
        assert getattr(read["Ana Souza"], part) == getattr(ana, part), part
    assert read["Ana Souza"].name.given == "Ana" and read["Ana Souza"].name.family == "Souza"
    assert [phone.value for phone in read["Ana Souza"].phones] == ["+4312345678"]
    assert read["Ana Souza"].connected_on == PartialDate(2024, 1, 5)
    assert read["Ana Souza"].source_key == f"urn:uuid:{Contact.objects.get(display='Ana Souza').uid}"


def test_the_photo_is_on_the_card(kept, exported):
    (ana,) = [person for person in cards(exported.read("contacts.vcf")) if person.name.display == "Ana Souza"]

    assert ana.photo is not None and ana.photo.media_type == "image/jpeg"
    assert ana.photo.data == exported.read(f"files/{Contact.objects.get(display='Ana Souza').photo.sha256}")


def test_what_is_said_about_them_and_the_notes_become_one_text(kept):
    (ana,) = [person for _contact, person in people() if person.name.display == "Ana Souza"]

    assert ana.notes == "Knows **tides**.\n\n2026-11-18: Likes early trains"


def test_the_own_card_is_nobody_else(kept):
    assert "Ada Quill" not in {contact.display for contact, _person in people()}


def test_somebody_without_a_name_has_none_on_the_card(network, ada):
    add_contact(network=network, person=Person(emails=[Labelled("x@example.org")]), by=ada)

    ((kept_as, person),) = people()
    (read,) = cards(vcard.write(person, "4.0").encode())

    assert kept_as.display == "x@example.org"
    assert person.name.display == read.name.display == ""


def test_only_those_who_are_asked_for_are_given(kept):
    ana = Contact.objects.get(display="Ana Souza")

    assert [one.pk for one, _person in people(only=[ana.pk])] == [ana.pk]


def test_people_are_read_with_few_queries_however_many_they_are(
    network, ada, django_assert_max_num_queries, monkeypatch
):
    for number in range(30):
        contact(network, ada, f"Person{number}", "Test")
    monkeypatch.setattr(module, "BATCH", 10)

    with django_assert_max_num_queries(1 + 3 * 16):
        assert len(list(people(photos=False))) == 30


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_the_writer_takes_every_contact_of_the_sample(db, version):
    from tests.cast import network_of
    from tests.cast import person as founded
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.sample.making import make_sample

    actor = founded("guest@example.org", "Guest")
    network = network_of(actor)
    with inside(network):
        make_sample(network=network, by=actor, today=network.today())
        written = [vcard.write(person, version) for _contact, person in people()]

    assert len(cards("".join(written).encode())) == len(written) == 300
