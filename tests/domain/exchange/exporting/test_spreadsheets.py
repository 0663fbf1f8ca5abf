"""The tables open in a spreadsheet, and nothing in them runs there (CWE-1236)."""

from __future__ import annotations

import csv
import io

from tests.cast import contact
from wellkept.domain.exchange.exporting.people import people
from wellkept.domain.exchange.exporting.spreadsheets import contacts_table, interactions_table
from wellkept.domain.timeline.recording import record_interaction


def read(pieces):
    return list(csv.DictReader(io.StringIO(b"".join(pieces).decode("utf-8-sig"))))


def test_a_contact_is_one_row(kept):
    (ana,) = [row for row in read(contacts_table(people(photos=False))) if row["Name"] == "Ana Souza"]

    assert ana["E-mails"] == "ana@example.org"
    assert (ana["Organization"], ana["Title"], ana["Past positions"]) == ("Acme", "Engineer", "Old School")
    assert ana["Circles and tags"] == "Past co-workers ; sailors"
    assert ana["Birthday"] == "29 February"
    assert ana["Connected on"] == "2024-01-05"


def test_an_interaction_is_one_row_with_all_who_took_part(kept):
    (lunch,) = read(interactions_table())

    assert lunch["Date"] == "2026-11-18" and lunch["Kind"] == "lunch"
    assert lunch["Contacts"] == "Ana Souza ; Bruno Keller"
    assert lunch["Counts as a touch"] == "yes"


def test_what_a_spreadsheet_would_run_is_made_harmless(network, ada, today):
    eve = contact(network, ada, "=HYPERLINK(0)", "+1", about="@SUM(A1)")
    record_interaction(network=network, contacts=[eve], kind="call", on=today, body="-2+3", by=ada, today=today)

    (person,) = read(contacts_table(people(photos=False)))
    (talk,) = read(interactions_table())

    assert person["Given name"] == "'=HYPERLINK(0)" and person["Family name"] == "'+1"
    assert person["Notes"] == "'@SUM(A1)" and talk["What was said"] == "'-2+3"


def test_interactions_are_read_with_few_queries(kept, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        assert b"".join(interactions_table()).count(b"\n") > 1
