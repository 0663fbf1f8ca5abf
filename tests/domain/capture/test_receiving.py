"""What is sent twice is there once; what is no capture is refused."""

from __future__ import annotations

from datetime import date

import pytest
from django_scopes import scope

from tests.cast import network_of
from tests.domain.capture.conftest import somebody
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import as_json, from_json, unsure_of
from wellkept.domain.capture.receiving import LONGEST_TEXT, receive
from wellkept.domain.contacts.files import store_bytes
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.person import Address, DatedOccasion, Labelled, PartialDate


def test_it_waits_as_it_came_and_is_no_record_yet(line, network):
    assert (line.state, line.way, line.text[:13]) == ("waiting", "line", "met Ana Souza")
    assert not Contact.objects.filter(is_me=False).exists()


def test_the_same_key_again_gives_the_row_that_is_there_and_no_act(network, ada, line, today):
    before = Act.objects.count()
    again = receive(network=network, key=line.key, way="line", text="something else", on=today, by=ada)
    assert again.pk == line.pk and Captured.objects.get().text == line.text and Act.objects.count() == before


def test_a_stranger_captures_nothing_here_and_learns_no_key(network, ben, line, today):
    for key in (line.key, "line-0002"):
        with pytest.raises(Refusal, match="not in your network"):
            receive(network=network, key=key, way="line", text="met Bo", on=today, by=ben)
    assert Captured.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("key", {"key": "short"}),
        ("key", {"key": "no spaces here"}),
        ("key", {"key": "x" * 37}),
        ("way", {"way": "carrier pigeon"}),
        ("text", {"text": "  "}),
        ("text", {"text": "x" * (LONGEST_TEXT + 1)}),
        ("read", {"read": {"people": ["x" * 100_001]}}),
        ("on", {"on": date(1, 1, 1)}),
    ],
)
def test_what_is_no_capture_is_refused_with_the_field_at_fault(network, ada, today, field, given):
    with pytest.raises(Refusal) as refused:
        receive(**{"network": network, "key": "line-0001", "way": "line", "text": "met Bo", "on": today, "by": ada} | given)  # fmt: skip
    assert refused.value.field == field and not Captured.objects.exists()


def test_a_picture_of_another_network_is_refused(network, ada, ben, today):
    with scope(network=network_of(ben)):
        picture = store_bytes(network=network_of(ben), data=b"card", name="card.png", media_type="image/png", by=ben)
    with pytest.raises(Refusal, match="not in your network"):
        receive(network=network, key="card-0001", way="card", picture=picture, on=today, by=ada)


def test_undoing_it_takes_it_away(line, ada, network):
    undo(act=Act.objects.get(verb="capture"), by=ada)
    assert not Captured.objects.exists()


def test_people_come_out_of_a_capture_as_they_went_in():
    person = somebody("Ana Souza", "Acme", "Head of Data", emails=[Labelled("ana@example.org", "work")])
    person.addresses = [Address(street="Ring 1", city="Wien")]
    person.dates = [DatedOccasion("birthday", PartialDate(None, 2, 29))]
    person.notes = "Climbs."
    read = as_json([person], unsure=["name"])
    assert from_json(read) == [person] and unsure_of(read) == ["name"]


@pytest.mark.parametrize(
    "read", [{}, {"people": 3}, {"people": [3, {"emails": "x", "name": 7, "positions": [{"started": 1}]}]}, [], None]
)
def test_what_is_no_reading_gives_nobody_and_breaks_nothing(read):
    assert all(not person.name.display for person in from_json(read)) and unsure_of(read) == []
