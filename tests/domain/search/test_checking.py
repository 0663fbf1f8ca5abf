from __future__ import annotations

from django.db import connection

from wellkept.domain.events.adding import add_event
from wellkept.domain.search.checking import missing_from_index
from wellkept.domain.timeline.noting import add_note


def test_an_index_that_holds_all_lacks_nothing(network, ana, ada, ben, today):
    add_note(contact=ana, body="Likes early trains", on=today, by=ada, today=today)
    add_event(network=network, name="Supper", starts_on=today, by=ada)
    assert missing_from_index(network=network) == 0
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_events")
    assert missing_from_index(network=network) == 1


def test_what_it_lacks_and_what_it_has_too_much_is_counted(network, ana, bruno, ada, today):
    note = add_note(contact=ana, body="Likes early trains", on=today, by=ada, today=today)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_notes WHERE rowid = %s", [note.pk])
        cursor.execute(
            "INSERT INTO search_contacts (rowid, net, name) VALUES (999999999, %s, 'nobody')", [f"n{network.pk}"]
        )
    assert missing_from_index(network=network) == 2
