"""Out of sight, and back."""

from __future__ import annotations

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.archiving import archive, bring_back
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


def test_who_is_archived_is_out_of_sight_until_brought_back(ada, ana, bruno):
    assert archive(contacts=[ana, bruno], by=ada) == 2
    assert not Contact.objects.active().exists() and Contact.objects.archived().count() == 2
    assert bring_back(contacts=[ana], by=ada) == 1
    assert Contact.objects.active().get() == ana


def test_archiving_many_is_undone_at_once_and_archiving_again_is_no_act(ada, ana, bruno):
    archive(contacts=[ana, bruno], by=ada)
    act = Act.objects.latest("pk")
    assert archive(contacts=[ana, bruno], by=ada) == 0 and Act.objects.latest("pk") == act
    undo(act=act, by=ada)
    assert Contact.objects.active().count() == 2


def test_the_own_card_stays_and_nobody_is_no_act(ada, network):
    with pytest.raises(Refusal):
        archive(contacts=[own_card(network=network)], by=ada)
    assert archive(contacts=[], by=ada) == bring_back(contacts=[], by=ada) == 0


def test_a_stranger_archives_nobody(ben, ana):
    with pytest.raises(Refusal):
        archive(contacts=[ana], by=ben)
    with pytest.raises(Refusal):
        bring_back(contacts=[ana], by=ben)
    ana.refresh_from_db()
    assert ana.archived_at is None
