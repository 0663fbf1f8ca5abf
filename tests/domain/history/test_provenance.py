"""Each fact says which act it came from."""

from __future__ import annotations

from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import Email
from wellkept.domain.history.acting import acting
from wellkept.domain.history.provenance import provenance_of
from wellkept.domain.history.undoing import undo


def mail(by, network, person, address, batch=""):
    with acting(by, network, "mail", summary=f"Mail {address}", batch=batch) as act:
        return act.add(Email(contact=person, address=address, key=address))


def test_a_row_comes_from_the_act_that_added_it_or_last_corrected_it(ada, network, ana):
    first, second = (mail(ada, network, ana, f"{name}@example.org", "import:3") for name in "ab")
    with acting(ada, network, "edit", summary="Corrected") as act:
        act.edit(second, address="c@example.org", key="c@example.org")
    found = provenance_of(ana, [first, second], network)
    assert found.of(first).act.batch == "import:3"
    assert found.of(second).act.summary == "Corrected"


def test_a_column_comes_from_the_act_that_left_it_as_it_stands(ada, network, ana):
    with acting(ada, network, "edit", summary="Renamed") as act:
        act.edit(ana, given="Anna")
    with acting(ada, network, "edit", summary="Place") as place:
        place.edit(ana, location="Graz")
    found = provenance_of(ana, [], network)
    assert found.columns["given"].act.summary == "Renamed" and found.columns["location"].act.summary == "Place"
    assert found.columns["family"].act.summary == "Added Ana Souza"
    undo(act=act.row, by=ada)
    ana.refresh_from_db()
    assert provenance_of(ana, [], network).columns["given"].act.summary == "Added Ana Souza"


def test_what_a_merge_took_over_names_whom_it_came_from(ada, network, ana, bruno):
    address = mail(ada, network, bruno, "b@example.org")
    merge_contacts(kept=ana, gone=bruno, by=ada)
    address.refresh_from_db()
    assert provenance_of(ana, [address], network).of(address).merged_from == "Bruno Keller"


def test_it_costs_few_queries(ada, network, ana, django_assert_max_num_queries):
    rows = [mail(ada, network, ana, f"{n}@example.org") for n in range(20)]
    with django_assert_max_num_queries(2):
        found = provenance_of(ana, rows, network)
    assert all(found.of(row) for row in rows)
