"""Two contacts who turn out to be one were at an event once."""

from __future__ import annotations

import pytest

from tests.dump import dump
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.merging_organizations import merge_organizations
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import meet, want_to_meet
from wellkept.domain.events.models import Attendance
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo


@pytest.mark.parametrize("met_is_kept", [True, False])
def test_merging_two_who_were_listed_keeps_that_they_were_met(
    network, ada, fair, ana, bruno, today, met_is_kept
) -> None:
    first, second = list_contacts(event=fair, contacts=[ana, bruno], by=ada)
    meet(attendance=first, by=ada, today=today)
    want_to_meet(attendance=second, why="she knows paper", by=ada)
    before = dump(network)
    kept, gone = (ana, bruno) if met_is_kept else (bruno, ana)
    merge_contacts(kept=kept, gone=gone, by=ada)
    row = Attendance.objects.get()
    assert (row.contact, row.state, row.why) == (kept, "met", "she knows paper")
    assert row.interaction is not None
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_merging_organizations_moves_the_events_of_the_organizer(network, ada, fair) -> None:
    kept = get_or_add_organizations(network=network, names=["Alder"], by=ada)["Alder"]
    merge_organizations(kept=kept, gone=Organization.objects.get(name="Alder Works"), by=ada)
    fair.refresh_from_db()
    assert fair.organizer == kept


def test_whoever_is_deleted_is_off_the_lists_and_back_with_the_undo(network, ada, fair, ana, today) -> None:
    (row,) = list_contacts(event=fair, contacts=[ana], by=ada)
    meet(attendance=row, by=ada, today=today)
    before = dump(network)
    remove_contacts(contacts=[ana], by=ada)
    assert not Attendance.objects.exists()
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before
