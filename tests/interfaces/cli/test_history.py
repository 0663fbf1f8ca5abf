from __future__ import annotations

from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.timeline.models import Interaction


def test_the_history_lists_what_was_done_newest_first(answer, network, ana):
    answer("note", "Ana", "Hello")

    entries = answer("history")

    assert entries[0]["summary"] == "Noted about Ana Souza"
    assert (entries[0]["via"], entries[0]["undone"]) == ("cli", False)


def test_what_was_done_last_is_undone_and_then_what_was_done_before(answer, network, ana):
    answer("log", "Ana", "First")
    answer("log", "Ana", "Second")

    answer("undo")
    answer("undo")

    assert not Interaction.objects.exists()


def test_an_entry_is_undone_by_its_number(run, answer, network, ana):
    answer("log", "Ana", "First")
    first = answer("history")[0]["number"]
    answer("log", "Ana", "Second")

    answer("undo", first)

    assert [talk.body for talk in Interaction.objects.all()] == ["Second"]
    assert run("undo", first).exit_code == 1


def test_an_undo_is_undone_by_its_number(answer, network, ana):
    answer("log", "Ana", "First")
    answer("undo")

    answer("undo", answer("history")[0]["number"])

    assert Interaction.objects.count() == 1


def test_an_import_is_undone_as_a_whole(answer, network, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name,E-mail\n" + "".join(f"Person {n},p{n}@example.org\n" for n in range(600)))
    answer("import", file)
    assert Contact.objects.active().count() == 600

    assert "people.csv" in answer("undo")["summary"]

    assert not Contact.objects.active().exists()


def test_the_trash_is_shown_and_what_is_in_it_brought_back(run, answer, network, ada, ana):
    assert answer("trash") == [] and "empty" in run("trash").stdout
    remove_contacts(contacts=[ana], by=ada)
    (deleted,) = answer("trash")
    assert (deleted["name"], deleted["what"]) == ("Ana Souza", "contact") and "Ana Souza" in run("trash").stdout

    assert "Ana Souza" in answer("trash", "--back", deleted["number"])["summary"]

    assert Contact.objects.filter(pk=ana.pk).exists() and answer("trash") == []
    assert run("trash", "--back", deleted["number"]).exit_code == 1


def test_there_may_be_nothing_to_undo(run, network):
    result = run("undo")

    assert result.exit_code == 1 and "nothing" in result.stderr


def test_what_a_stranger_did_cannot_be_undone(run, answer, network, ben):
    from django_scopes import scope

    from tests.cast import contact, network_of
    from wellkept.domain.history.models import Act

    theirs = network_of(ben)
    contact(theirs, ben, "Mallory", "Gray")
    with scope(network=theirs):
        number = Act.objects.get().pk

    assert run("undo", number, "--user", "ada@example.org").exit_code == 1
    with scope(network=theirs):
        assert Contact.objects.filter(display="Mallory Gray").exists()


def test_what_clashes_is_told_and_asked(run, answer, network, ada, ana):
    from wellkept.domain.history.acting import acting

    with acting(ada, network, "edit", summary="Renamed") as act:
        act.edit(ana, given="Anna", nickname="An")
    with acting(ada, network, "edit", summary="again") as again:
        again.edit(ana, given="Anita")

    told = run("undo", act.row.pk)
    assert told.exit_code == 1 and "left: Anna; now: Anita; before: Ana" in told.stderr
    assert run("undo", act.row.pk, "--keep", "--anyway").exit_code == 1

    answer("undo", act.row.pk, "--keep")
    ana.refresh_from_db()
    assert (ana.given, ana.nickname) == ("Anita", "")


def test_the_trash_is_listed_and_given_back_from(answer, network, ada, ana):
    from wellkept.domain.contacts.removing import remove_contacts

    remove_contacts(contacts=[ana], by=ada)

    (deleted,) = answer("trash")
    assert (deleted["what"], deleted["name"]) == ("contact", "Ana Souza")
    answer("trash", "--back", deleted["number"])

    assert Contact.objects.filter(pk=ana.pk).exists() and answer("trash") == []
