"""Who is there already when somebody is added by hand."""

from __future__ import annotations

from django_scopes import scope

from tests.cast import contact, network_of
from wellkept.domain.contacts.already import there_already
from wellkept.domain.contacts.models import Email
from wellkept.domain.history.acting import acting


def reached_at(network, by, person, address):
    with acting(by, network, "edit", summary="Addresses") as act:
        act.add(Email(contact=person, address=address, key=address))


def test_somebody_of_the_same_name(network, ada, ana, bruno):
    assert there_already(contact(network, ada, "Ana", "Souza")) == [ana]


def test_somebody_with_the_same_e_mail_under_another_name(network, ada, ana, bruno):
    for person in (ana, bruno):
        reached_at(network, ada, person, "ana@home.example")
    assert there_already(bruno) == [ana]


def test_a_mailbox_that_many_share_tells_nothing(network, ada, ana, bruno):
    for person in (ana, bruno):
        reached_at(network, ada, person, "info@home.example")
    assert there_already(bruno) == []


def test_nobody_of_another_network(network, ada, ana, ben):
    with scope(network=network_of(ben)):
        twin = contact(network_of(ben), ben, "Ana", "Souza")
        assert there_already(twin) == []
    assert there_already(ana) == []
