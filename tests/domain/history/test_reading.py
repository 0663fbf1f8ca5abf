"""The history is read in pages, by contact, batches as one entry, each change in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import contact, network_of
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle, Contact, Email, Organization, Position
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.reading import About, changes_of, entry_of, history_page
from wellkept.domain.history.undoing import undo, undo_batch
from wellkept.domain.timeline.editing import edit_interaction
from wellkept.domain.timeline.reading import interaction_ids_of
from wellkept.domain.timeline.recording import record_interaction


def acts_of(page) -> list[str]:
    return [entry.act.summary for entry in page.entries]


def words(entry) -> list[tuple[str, ...]]:
    return [(line.op, line.thing, line.name, line.field, line.before, line.after) for line in entry.lines]


@pytest.fixture
def batch(ada, network):
    """An import of two acts."""
    for part in range(2):
        with acting(ada, network, "import", summary=f"Imported part {part}", batch="import:7") as act:
            act.add_all([Contact(display=f"P{part}{n}", sort_key="p") for n in range(3)])
    return list(Act.objects.filter(batch="import:7"))


def test_what_was_done_comes_newest_first(ada, network, ana, bruno):
    assert acts_of(history_page(network)) == ["Added Bruno Keller", "Added Ana Souza"]


def test_an_edit_is_told_column_by_column(ada, network, ana):
    with acting(ada, network, "edit", summary="Renamed Ana") as act:
        act.edit(ana, given="Anna", nickname="An", sort_key="souza anna", met_at=datetime(2026, 11, 1, 23, tzinfo=UTC))
    lines = words(history_page(network).entries[0])
    assert lines[:2] == [
        ("edit", "contact", "Ana Souza", "given name", "Ana", "Anna"),
        ("edit", "contact", "Ana Souza", "nickname", "", "An"),
    ]
    assert len(lines) == 3 and lines[2][5].startswith("11/02/2026")  # in Vienna it was the 2nd


def test_what_was_added_and_removed_is_told_by_name_also_when_it_is_gone(ada, network, ana):
    with acting(ada, network, "mail", summary="Mail") as act:
        mail = act.add(Email(contact=ana, address="ana@example.org", key="ana@example.org"))
    with acting(ada, network, "mail", summary="No mail") as act:
        act.remove(mail)
    removed, added, _ana = history_page(network).entries
    assert words(added) == [("add", "e-mail address", "ana@example.org", "", "", "")]
    assert words(removed) == [("remove", "e-mail address", "ana@example.org", "", "", "")]


def test_a_row_that_joins_goes_by_what_it_joins(ada, network, ana):
    circle = Circle.objects.get(key="friends")
    put_in_circle(contacts=[ana], circle=circle, by=ada)
    assert words(history_page(network).entries[0])[0][:3] == ("add", "place in a circle", "Friends")


def test_a_position_is_told_with_its_organization_also_when_both_are_gone(ada, network, ana):
    with acting(ada, network, "job", summary="Job") as act:
        acme = act.add(Organization(name="Acme", key="acme"))
        act.add(Position(contact=ana, organization=acme, title="Baker"))
    with acting(ada, network, "no job", summary="No Acme") as act:
        act.remove(acme)
    names = [line.name for entry in history_page(network).entries[:2] for line in entry.lines]
    assert "Acme" in names and any(name.startswith("Baker") for name in names)


def test_pages_go_on_where_the_last_one_ended(ada, network, ana, bruno, chen):
    first = history_page(network, limit=2)
    assert acts_of(first) == ["Added Chen Wei", "Added Bruno Keller"]
    rest = history_page(network, before=first.older, limit=2)
    assert acts_of(rest) == ["Added Ana Souza"] and rest.older is None


def test_a_batch_is_one_entry_that_counts_all_its_changes(network, batch, ana):
    entries = history_page(network).entries
    assert [(entry.act.summary, entry.acts, entry.changes) for entry in entries] == [
        ("Added Ana Souza", 1, 1),
        ("Imported part 1", 2, 6),
    ]
    assert changes_of(entry_of(batch[0])).count() == 6 and entry_of(batch[0]).act == batch[1]


def test_a_batch_is_undone_when_all_of_it_is(ada, network, batch):
    undo(act=batch[1], by=ada)
    assert [entry.undone for entry in history_page(network).entries if entry.act.batch] == [False]
    undo_batch(acts=batch, by=ada)
    assert [entry.undone for entry in history_page(network).entries if entry.act.batch == "import:7"] == [True]


def test_the_history_of_a_contact_has_all_that_concerns_them(ada, network, ana, bruno, today):
    call = record_interaction(network=network, contacts=[ana, bruno], kind="call", on=today, by=ada, today=today)
    edit_interaction(interaction=call, body="new words", by=ada, today=today)
    about = About(bruno.pk, {"timeline.interaction": interaction_ids_of(bruno)})
    assert [act.split(":")[0] for act in acts_of(history_page(network, about=about))] == [
        "Edited",
        "Logged",
        "Added Bruno Keller",
    ]


def test_of_a_batch_only_what_concerns_the_contact_is_told(network, batch):
    one = Contact.objects.get(display="P01")
    (entry,) = history_page(network, about=About(one.pk)).entries
    assert [line.name for line in entry.lines] == ["P01"]


def test_long_values_are_cut(ada, network, ana):
    with acting(ada, network, "edit", summary="x") as act:
        act.edit(ana, about="long " * 100)
    after = history_page(network).entries[0].lines[0].after
    assert len(after) == 160 and after.endswith("…")


def test_a_page_of_the_history_costs_few_queries(ada, network, batch, today, django_assert_max_num_queries):
    people = [contact(network, ada, f"P{n}", "Test") for n in range(10)]
    with acting(ada, network, "jobs", summary="jobs") as act:
        for n, person in enumerate(people):
            acme = act.add(Organization(name=f"Acme {n}", key=f"acme{n}"))
            act.add(Position(contact=person, organization=acme, title="Baker"))
    for n, person in enumerate(people):
        record_interaction(
            network=network, contacts=[person], kind="call", on=today - timedelta(days=n), by=ada, today=today
        )
    with django_assert_max_num_queries(12):
        assert len(history_page(network, limit=30).entries) == 22


def test_nobody_reads_the_history_of_somebody_else(ben, network, ana):
    from django_scopes import scope

    theirs = network_of(ben)
    with scope(network=theirs):
        assert history_page(theirs).entries == []
        assert history_page(theirs, about=About(ana.pk)).entries == []
