from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.differing import not_the_same
from wellkept.domain.contacts.likening import catch_up, search_all
from wellkept.domain.contacts.sameness import Likeness, NotTheSame
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


@pytest.fixture
def twin(network, ada, ana):
    other = contact(network, ada, "Ana", "Souza")
    search_all(network=network)
    return other


def test_they_are_not_asked_about_again(network, ada, ana, twin):
    not_the_same(one=twin, other=ana, by=ada)

    assert not Likeness.objects.exists()
    assert search_all(network=network) == 0


def test_undone_it_is_asked_about_again(network, ada, ana, twin):
    not_the_same(one=ana, other=twin, by=ada)
    catch_up(network=network)
    undo(act=Act.objects.latest("pk"), by=ada)

    assert catch_up(network=network) == 1


def test_said_twice_it_is_kept_once(ada, ana, twin):
    not_the_same(one=ana, other=twin, by=ada)
    not_the_same(one=twin, other=ana, by=ada)

    assert NotTheSame.objects.count() == 1


def test_nobody_is_somebody_else_than_themselves_and_strangers_say_nothing(ada, ben, ana, twin):
    theirs = network_of(ben)
    with inside(theirs):
        strange = contact(theirs, ben, "Ana", "Souza")
    with pytest.raises(Refusal):
        not_the_same(one=ana, other=ana, by=ada)
    with pytest.raises(Refusal):
        not_the_same(one=ana, other=strange, by=ada)
    with pytest.raises(Refusal):
        not_the_same(one=ana, other=twin, by=ben)
    assert not NotTheSame.objects.exists()
