"""Of somebody forgotten nothing is left: not a byte on the disk, and no import brings them back."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import TestCase

from tests.cast import contact, network_of
from tests.domain.exchange.forgetting.lived import MARK, PERSON
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.files import path_of, store_bytes
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact, Email, File
from wellkept.domain.contacts.saved_views import keep_view
from wellkept.domain.exchange.forgetting.erasing import forget
from wellkept.domain.exchange.forgetting.surveying import survey
from wellkept.domain.exchange.models import ExportRun, Forgotten
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act, Change
from wellkept.domain.search.searching import search
from wellkept.domain.timeline.models import Interaction, Note
from wellkept.domain.timeline.noting import add_note, edit_note
from wellkept.domain.timeline.recording import record_interaction

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(autouse=True)
def folder_of_its_own(settings, tmp_path):
    settings.HOME = tmp_path
    settings.FILES_FOLDER = tmp_path / "files"


def hits(folder: Path) -> list[str]:
    """Files, and tables, in which the mark stands."""
    forms = [form.encode(code) for form in (MARK, MARK.lower(), MARK.upper()) for code in ("utf-8", "utf-16-le")]
    found = [
        str(file) for file in folder.rglob("*") if file.is_file() and any(one in file.read_bytes() for one in forms)
    ]
    return found + [file.name for file in folder.rglob("*") if MARK.lower() in file.name.lower()]


@pytest.mark.slow
def test_a_mark_in_every_column_is_nowhere_afterwards_and_does_not_come_back(tmp_path):
    home = tmp_path / "home"
    home.mkdir()

    def step(name: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "tests.domain.exchange.forgetting.lived", name],
            cwd=ROOT, env={**os.environ, "WELLKEPT_HOME": str(home)}, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    step("live")
    assert any("sqlite3" in one for one in hits(home)) and any("files" in one for one in hits(home))

    step("forget")
    assert hits(home) == []
    with sqlite3.connect(home / "wellkept.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT display FROM contacts_contact WHERE NOT is_me ORDER BY 1").fetchall() == [
            ("Ana Souza",), ("Bruno Keller",), ("no name",),
        ]  # fmt: skip
        assert database.execute("SELECT body FROM timeline_note").fetchall() == [("Ask … about boats",)]
        assert database.execute("SELECT body FROM timeline_interaction").fetchall() == [("… and I and Bruno",)]

    said = step("again")
    assert [line.split()[0:2] for line in said.splitlines()] == [["csv", "0"], ["vcf", "0"]]
    for file in tmp_path.glob("*.*"):
        file.unlink()
    assert hits(home) == []
    with zipfile.ZipFile(home / "export.zip") as zipped:
        assert [name for name in zipped.namelist() if MARK.lower().encode() in zipped.read(name).lower()] == []


@pytest.fixture
def zelda(network, ada):
    return contact(network, ada, "Zelda", MARK)


def test_others_are_left_as_they_were(network, ada, zelda, bruno, ana, today):
    namesake = contact(network, ada, "Zelda", f"{MARK}-Other", met_through=zelda)
    record_interaction(
        network=network, contacts=[zelda, bruno], kind="lunch", on=today, body="Boats", by=ada, today=today
    )
    add_note(contact=bruno, body=f"Knows {PERSON}s sister and Zelda", on=today, by=ada, today=today)

    forget(contact=zelda, by=ada)

    assert set(Contact.objects.filter(is_me=False)) == {namesake, bruno, ana}
    assert Contact.objects.get(pk=namesake.pk).met_through is None
    (lunch,) = Interaction.objects.all()
    assert [part.contact for part in lunch.participations.all()] == [bruno] and lunch.body == "Boats"
    assert Note.objects.get().body == f"Knows {PERSON}s sister and Zelda", "another word is another word"
    assert Standing.objects.get(contact=bruno).last_touch_on == today
    assert not Standing.objects.filter(contact=zelda.pk).exists()


def test_they_are_not_found_any_more_and_others_are(network, ada, zelda, bruno, today):
    add_note(contact=bruno, body=f"Ask {PERSON} about tides", on=today, by=ada, today=today)
    forget(contact=zelda, by=ada)
    assert search(network=network, text=MARK).contacts == []
    assert not search(network=network, text=MARK).said
    assert search(network=network, text="tides").contacts == [bruno] or search(network=network, text="tides").said


def test_what_was_said_with_others_is_emptied_when_that_is_wanted(network, ada, zelda, bruno, today):
    record_interaction(
        network=network,
        contacts=[zelda, bruno],
        kind="lunch",
        on=today,
        body="Her secret",
        place="Vienna",
        by=ada,
        today=today,
    )
    forget(contact=zelda, by=ada, blank_shared=True)
    (lunch,) = Interaction.objects.all()
    assert (lunch.body, lunch.place) == ("", "")
    assert not any("secret" in str(told) for pair in Change.objects.values_list("before", "after") for told in pair)


def test_a_text_that_the_user_keeps_is_kept_in_the_history_too(network, ada, zelda, bruno, today):
    note = add_note(contact=bruno, body=f"Ask {PERSON}", on=today, by=ada, today=today)
    (mention,) = survey(zelda).mentions
    assert (mention.row, mention.sure, mention.whose) == (note, True, "Bruno Keller")
    forget(contact=zelda, by=ada, keep=[mention.key])
    assert Note.objects.get().body == f"Ask {PERSON}"


def test_a_name_of_one_word_goes_only_where_that_is_wanted(network, ada, zelda, bruno, today):
    for body in ("Zelda called", "Zelda the game"):
        add_note(contact=bruno, body=body, on=today, by=ada, today=today)
    first, second = survey(zelda).mentions
    assert not first.sure and not second.sure
    forget(contact=zelda, by=ada, also=[first.key])
    assert sorted(Note.objects.values_list("body", flat=True)) == ["Zelda the game", "… called"]


def test_by_which_key_a_source_knows_a_namesakes_words_is_no_mention(network, ada, zelda, bruno, today):
    talk = record_interaction(network=network, contacts=[bruno], kind="message", on=today, by=ada, today=today)
    Interaction.objects.filter(pk=talk.pk).update(
        source="linkedin", source_key="endorsement:out:zelda-quist:2020-01-02"
    )
    assert survey(zelda).mentions == []


def test_the_history_of_others_can_still_be_undone(network, ada, zelda, bruno, today):
    from wellkept.domain.history.undoing import undo
    from wellkept.domain.timeline.noting import edit_note

    note = add_note(contact=bruno, body=f"Ask {PERSON}", on=today, by=ada, today=today)
    edit_note(note=note, body=f"Ask {PERSON} about boats", by=ada, today=today)
    forget(contact=zelda, by=ada)
    undo(act=Act.objects.latest("pk"), by=ada)
    assert Note.objects.get().body == "Ask …"


def test_nothing_of_it_is_in_the_history(network, ada, zelda, ana):
    before = Act.objects.count()
    forget(contact=zelda, by=ada)
    assert Act.objects.count() == before - 1
    assert not Change.objects.filter(contact_id=zelda.pk).exists()


def test_archives_that_were_made_go(network, ada, zelda, django_capture_on_commit_callbacks):
    from wellkept.domain.exchange.exporting.jobs import make_export_job
    from wellkept.domain.exchange.exporting.ordering import archive_of, order_export
    from wellkept.domain.exchange.restoring.staging import copies, keep_copy

    run, _new = order_export(network=network)
    make_export_job.func(network.pk, run.pk)
    keep_copy(network=network)
    with django_capture_on_commit_callbacks(execute=True):
        forget(contact=zelda, by=ada)
    assert not archive_of(run).exists() and not ExportRun.objects.exists() and copies(network) == []


def test_the_own_card_is_nobody_to_forget(network, ada):
    with pytest.raises(Refusal, match="own card"):
        forget(contact=own_card(network=network), by=ada)


def test_a_stranger_forgets_nobody(network, ada, ben, zelda):
    network_of(ben)
    with pytest.raises(Refusal):
        forget(contact=zelda, by=ben)
    assert Contact.objects.filter(pk=zelda.pk).exists() and not Forgotten.objects.exists()


def test_what_fails_in_the_middle_forgets_nothing(network, ada, zelda, monkeypatch):
    from wellkept.domain.exchange.forgetting import erasing

    def fails(*_args):
        raise Refusal("no")

    monkeypatch.setattr(erasing, "_drop_pictures", fails)
    with pytest.raises(Refusal):
        forget(contact=zelda, by=ada)
    assert Contact.objects.filter(pk=zelda.pk).exists() and not Forgotten.objects.exists()


def test_a_name_of_one_word_goes_from_the_history_of_what_was_ticked_too(network, ada, zelda, bruno, today):
    note = add_note(contact=bruno, body="Zelda called", on=today, by=ada, today=today)
    edit_note(note=note, body="Zelda called twice", by=ada, today=today)
    forget(contact=zelda, by=ada, also=[f"timeline.note.{note.pk}.body"])
    told = str(list(Change.objects.filter(row=note.pk, table="timeline.note").values_list("before", "after")))
    assert "Zelda" not in told and "… called" in told


def test_summaries_of_acts_with_somebody_of_one_name_lose_it(network, ada, bruno, today):
    cher = contact(network, ada, "Cher", "")
    Contact.objects.filter(pk=cher.pk).update(display="Cher")
    cher.refresh_from_db()
    how = {"network": network, "kind": "lunch", "on": today, "body": "x", "by": ada, "today": today}
    with acting(ada, network, "log", summary="Lunch with Cher and Bruno") as act:
        record_interaction(contacts=[cher, bruno], **{**how, "by": act})
    with acting(ada, network, "note", summary="Cher, the word") as act:
        add_note(contact=bruno, body="French", on=today, by=act, today=today)
    forget(contact=cher, by=ada)
    said = set(Act.objects.values_list("summary", flat=True))
    assert "Lunch with … and Bruno" in said and "Cher, the word" in said


@pytest.mark.parametrize(("given", "family", "text"), [("Bob", "Ray", "Bob fishes"), ("伟", "陈", "今天陈伟来了")])
def test_short_names_and_those_without_spaces_are_asked_about(network, ada, bruno, today, given, family, text):
    person = contact(network, ada, given, family)
    if not given.isascii():
        Contact.objects.filter(pk=person.pk).update(display=family + given)
        person.refresh_from_db()
    note = add_note(contact=bruno, body=text, on=today, by=ada, today=today)
    (mention,) = survey(person).mentions
    assert (mention.row, mention.sure) == (note, False)


def test_views_that_look_for_them_are_found(network, ada, zelda, bruno):
    view = keep_view(network=network, name="Her", query=f"words={PERSON.replace(' ', '+')}", by=ada)
    forget(contact=zelda, by=ada)
    view.refresh_from_db()
    assert view.query == "words=…"


def test_documents_that_an_import_kept_with_a_note_go(network, ada, zelda, bruno, today, tmp_path):
    paths = {}
    with acting(replace(ada, via="import"), network, "import", summary="Monica") as act:
        for whom, name in ((zelda, "letter.pdf"), (bruno, "song.pdf")):
            file = store_bytes(network=network, data=name.encode(), name=name, media_type="application/pdf", by=act)
            add_note(contact=whom, body=f"Document: {name} (application/pdf)", on=today, by=act, today=today)
            paths[name] = path_of(network.pk, file.sha256)
    assert [file.name for file in survey(zelda).files] == ["letter.pdf"]
    with TestCase.captureOnCommitCallbacks(execute=True):
        forget(contact=zelda, by=ada)
    assert [file.name for file in File.objects.all()] == ["song.pdf"]
    assert not paths["letter.pdf"].exists() and paths["song.pdf"].exists()


def test_it_is_said_when_only_a_name_is_known(network, ada, zelda, bruno):
    assert survey(bruno).known_by_name_alone
    with acting(ada, network, "add", summary="Added") as act:
        act.add(Email(contact=bruno, address="b@example.org", key="b@example.org"))
    assert not survey(bruno).known_by_name_alone
