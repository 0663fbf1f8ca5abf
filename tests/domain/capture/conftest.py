"""Somebody and something to capture."""

from __future__ import annotations

import pytest

from wellkept.domain.capture.choosing import Choice, ChosenPerson
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.adding import add_contact
from wellkept.formats.person import Labelled, Name, Person, Position

LINE = "met Ana Souza (Acme, head of data) at PyCon yesterday, two kids, send her the deck by Friday"


def somebody(name, organization="", title="", **columns):
    positions = [Position(organization, title=title)] if organization else []
    return Person(name=Name(display=name), positions=positions, **columns)


def alone(name="Dora Lind", contact=None, **parts):
    """A choice about one person."""
    return Choice(people=[ChosenPerson(somebody(name), contact)], **parts)


@pytest.fixture
def line(network, ada, today):
    """A line that waits."""
    return receive(network=network, key="line-0001", way="line", text=LINE, on=today, by=ada)


@pytest.fixture
def anas(network, ada):
    """Two of one name: one at Blue Kettle, one at Acme."""
    return [
        add_contact(network=network, person=somebody("Ana Souza", "Blue Kettle GmbH", emails=[Labelled("ana@kettle.example")]), by=ada),
        add_contact(network=network, person=somebody("Ana Souza", "Acme", phones=[Labelled("+43 1 5550100")]), by=ada),
    ]  # fmt: skip
