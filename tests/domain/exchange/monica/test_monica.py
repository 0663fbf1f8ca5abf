"""A Monica account comes whole: each record has an account, comes once, follows a newer export, and can be taken back."""

from __future__ import annotations

import base64
import io
from datetime import date, timedelta

import pytest
from PIL import Image

from tests.domain.exchange.conftest import connections
from tests.formats.monica import as_json
from tests.formats.monica.account import account
from tests.formats.monica.as_json import to_json
from tests.formats.monica.as_sql import to_sql
from wellkept.domain.accounts.models import Actor
from wellkept.domain.cadence.models import Decision, NextStep
from wellkept.domain.contacts.models import Contact, ContactDate, CustomField, File
from wellkept.domain.exchange.models import ImportRow, ImportRun, SourceRecord
from wellkept.domain.exchange.monica.facts import next_day
from wellkept.domain.exchange.monica.records import Record
from wellkept.domain.exchange.undoing import undo_upload
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.editing import edit_interaction
from wellkept.domain.timeline.models import Interaction, Note, Promise
from wellkept.domain.timeline.noting import edit_note, remove_note


@pytest.fixture(autouse=True)
def picture(monkeypatch):
    """The avatar of the account is a picture."""
    out = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(out, "PNG")
    monkeypatch.setattr(as_json, "PIXEL", out.getvalue())


def whole() -> dict:
    """The account of the reader's tests, with a reminder that is still to come, one of every year, and a second touch of detail."""
    data = account()
    soon = (date.today() + timedelta(days=40)).isoformat()
    data["reminders"] += [
        {**data["reminders"][0], "id": number, "contact": contact, "initial_date": on, "title": title}
        | {"frequency_type": unit, "frequency_number": 1}
        for number, contact, on, title, unit in [
            (3, 1, "2020-09-14", "Name day", "year"),
            (4, 2, soon, "Ask Bruno", "one_time"),
            (5, 2, "2021-01-01", "Old", "one_time"),
        ]
    ]
    data["tasks"] += [
        {"id": 2, "contact": 2, "title": "Call back", "description": None, "completed": False, "completed_at": None}
    ]
    return data


def who(name: str) -> Contact:
    return Contact.objects.get(display=name)


@pytest.fixture
def report(bring_one):
    return bring_one("monica.json", to_json(whole()))


@pytest.mark.parametrize("write", [to_json, to_sql])
def test_each_record_has_one_row(bring_one, write):
    report = bring_one("export", write(whole()))
    assert report.kind == "monica"
    numbers = list(ImportRow.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, report.rows + 1))
    # 5 contacts, 2 relationships, 2 activities, 1 call, 2 days, 1 note, 5 reminders, 2 tasks, 1 gift, 1 debt,
    # 1 life event, 1 'first met through', 1 photo, 1 page of the diary
    assert report.rows == 26


def test_contacts_come_with_all_that_is_known(report):
    ana = who("Ana Souza")
    assert (ana.given, ana.nickname, ana.source) == ("Ana", "Aninha", "monica")
    assert [ana.emails.get().address, ana.phones.get().number] == ["ana@example.org", "+15550100"]
    assert str(ana.positions.get()) == "Engineer · Well & Co"
    assert sorted(tagging.tag.name for tagging in ana.taggings.all()) == ["choir", "starred", "Öl"]
    assert (ana.met_on_year, ana.met_on_month, ana.met_on_day) == (2015, 6, 1)
    assert ana.met_through == who("Bruno Lima")
    assert ana.photo is not None
    assert (ana.decision.kind, ana.decision.days) == (Decision.Kind.OWN, 30)
    assert set(CustomField.objects.filter(contact=ana).values_list("name", "value")) >= {
        ("father", "007"),
        ("food preferences", "no nuts"),
        ("pet", "Rex"),
    }
    days = ContactDate.objects.filter(contact=ana).values_list("kind", "label", "year", "month", "day")
    assert set(days) == {("birthday", "", 1990, 2, 28), ("other", "Name day", None, 9, 14)}


def test_who_is_inactive_is_archived_and_who_has_died_is_never_asked_about(report):
    assert who("Bruno Lima").archived_at is not None
    chen = Contact.objects.get(source="monica", decision__kind="never")
    assert [tagging.tag.name for tagging in chen.taggings.all()] == ["deceased"]
    assert chen.custom_fields.get(name="deceased").value == "2020-03-04"
    assert chen.notes.get().body == "Has died, says Monica."


def test_a_relative_who_is_no_contact_is_set_aside_and_named(report):
    row = ImportRow.objects.get(rule="set aside")
    assert (row.label, row.outcome) == ("007", "refused")
    assert not Contact.objects.filter(display="007").exists()


def test_what_passed_is_on_the_timelines(report):
    told = {
        one.body.split("\n")[0]: (
            one.kind,
            one.on,
            one.direction,
            sorted(p.contact.display for p in one.participations.all()),
        )
        for one in Interaction.objects.all()
    }
    assert told["ate at a restaurant: Lunch; with; all"] == (
        "met",
        date(2021, 7, 8),
        "both",
        ["Ana Souza", "Bruno Lima"],
    )
    assert told["Hi"] == ("call", date(2021, 8, 9), "theirs", ["Ana Souza"])
    assert told["Tea"] == ("gift", date(2021, 12, 24), "mine", ["Ana Souza"])
    assert Interaction.objects.count() == 6
    day = Interaction.objects.get(on=date(2021, 9, 1))
    assert (day.sent_count, day.received_count, day.body) == (1, 1, "(Signal)\n\nI: Hello\n\nThey: Hello you")


def test_notes_debts_life_events_and_the_diary_are_notes(report):
    bodies = dict(Note.objects.filter(source="monica").exclude(source_key="").values_list("body", "contact__display"))
    assert bodies["Likes *wells*"] == "Ana Souza"
    assert bodies["I owe them something"] == "Bruno Lima"
    assert bodies["Life event, 2020-04-01: New post (new job)\n\nAt last"] == "Ana Souza"
    assert Note.objects.get(body="A day\n\nGood.").contact.is_me
    assert Note.objects.get(body="Likes *wells*").pinned


def test_tasks_are_my_promises(report):
    kept, still = Promise.objects.order_by("pk")
    assert (kept.text, kept.by, kept.settled_on) == ("Send the book: The blue one", "me", date(2021, 10, 10))
    assert kept.created_at.date() == date(2021, 5, 6)
    assert (still.text, still.open, still.contact) == ("Call back", True, who("Bruno Lima"))


def test_reminders_to_come_are_next_steps_and_those_that_passed_are_notes(report):
    steps = dict(NextStep.objects.values_list("contact__display", "what"))
    assert steps == {"Ana Souza": "Ask about the choir (every 3 months)", "Bruno Lima": "Ask Bruno"}
    assert NextStep.objects.get(what="Ask Bruno").on == date.today() + timedelta(days=40)
    assert Note.objects.filter(body="Reminder, 2021-01-01: Old").exists()


@pytest.mark.parametrize("second", [to_json, to_sql])
def test_the_same_account_again_adds_nothing_in_either_format(bring_one, second):
    data = whole()
    bring_one("first", to_json(data))
    before = (Contact.objects.count(), Interaction.objects.count(), Note.objects.count(), Promise.objects.count())
    acts = Act.objects.count()
    again = bring_one("second", second(data))
    assert (again.added, again.unchanged + again.merged + again.refused) == (0, again.rows)
    assert (
        Contact.objects.count(),
        Interaction.objects.count(),
        Note.objects.count(),
        Promise.objects.count(),
    ) == before
    if second is to_json:
        assert (again.merged, Act.objects.count()) == (0, acts)


def test_what_the_user_took_away_does_not_come_back(bring_one, ada, report):
    remove_note(note=Note.objects.get(body="Likes *wells*"), by=ada)
    bring_one("monica-2.json", to_json(whole(), indent=1))
    assert not Note.objects.filter(body="Likes *wells*").exists()


def test_a_newer_account_updates_what_the_user_left_alone(bring_one, ada, network, report):
    lunch = Interaction.objects.get(on=date(2021, 7, 8))
    edit_interaction(interaction=lunch, body="Mine", by=ada, today=network.today())
    data = whole()
    data["activities"][0] |= {"description": "Said otherwise", "contacts": [1, 2, 5]}
    data["notes"][0]["body"] = "Likes deep wells"
    data["tasks"][1] |= {"completed": True, "completed_at": "2022-01-01 00:00:00"}
    data["contacts"][0]["stay_in_touch_frequency"] = 90
    data["notes"].append({"id": 2, "contact": 2, "body": "New note", "favourite": False})
    newer = bring_one("monica-2.json", to_json(data))
    assert (newer.added, newer.merged) == (1, 4)
    lunch.refresh_from_db()
    assert lunch.body == "Mine"
    assert lunch.participations.count() == 3
    assert Note.objects.filter(body="Likes deep wells").count() == 1
    assert Promise.objects.get(text="Call back").settled_on == date(2022, 1, 1)
    assert who("Ana Souza").decision.days == 90


def test_an_edited_note_stays_as_the_user_wrote_it(bring_one, ada, network, report):
    edit_note(note=Note.objects.get(body="Likes *wells*"), body="My words", by=ada, today=network.today())
    data = whole()
    data["notes"][0]["body"] = "Their words"
    bring_one("monica-2.json", to_json(data))
    assert Note.objects.filter(body="My words").exists()
    assert not Note.objects.filter(body="Their words").exists()


def test_it_is_taken_back_as_a_whole(bring_one, network, ada, report):
    run = ImportRun.objects.get()
    undo_upload(network=network, upload=run.upload, by=ada)
    for model in (Interaction, Note, Promise, NextStep, Decision, SourceRecord, CustomField):
        assert not model.objects.exists(), model
    assert not Contact.objects.filter(is_me=False).exists()


def test_somebody_known_from_elsewhere_is_merged_and_stays_in_sight(bring_one, network):
    bring_one(
        "Connections.csv", connections("Bruno,Lima,https://www.linkedin.com/in/bruno,bruno@example.org,,,04 Mar 2019")
    )
    data = whole()
    data["fields"].append({"contact": 2, "type": "Email", "data": "bruno@example.org"})
    bring_one("monica.json", to_json(data))
    bruno = who("Bruno Lima")
    assert bruno.archived_at is None
    assert bruno.participations.count() == 3


def test_what_belongs_to_nobody_that_was_taken_is_told(bring_one):
    data = whole()
    data["contacts"][4] |= {"first_name": "", "last_name": ""}
    report = bring_one("monica.json", to_json(data))
    told = ImportRow.objects.get(label="Walk")
    assert (told.outcome, told.message) == ("refused", "It belongs to somebody who was not taken.")
    assert report.refused == 3


def test_documents_are_kept_and_named_in_a_note_and_sql_says_that_it_has_none(bring_one):
    tree = to_json(whole()).decode()
    payload = base64.b64encode(b"a plan").decode()
    document = (
        '{"count": 1, "type": "document", "values": [{"uuid": "d1", "properties": {"original_filename": "plan.txt", '
        f'"mime_type": "text/plain", "dataUrl": "data:text/plain;base64,{payload}"}}}}]}}, '
    )
    before, photos, after = tree.rpartition('{"count": 1, "type": "photo"')
    report = bring_one("monica.json", before + document + photos + after)
    assert report.rows == 27
    assert File.objects.get(name="plan.txt").size == 6
    assert Note.objects.filter(body="Document: plan.txt (text/plain)").exists()


def test_a_preview_says_what_the_run_does(network, ada, tmp_path, bring_one):
    from wellkept.domain.exchange.previewing import preview_upload
    from wellkept.domain.exchange.uploading import receive

    path = tmp_path / "monica.json"
    path.write_bytes(to_json(whole()))
    (run,) = receive(network=network, path=path, name="monica.json", by=ada)
    preview_upload(runs=[run])
    assert not Contact.objects.filter(is_me=False).exists()
    would = run.options["preview"]["counts"]
    did = bring_one("monica.json", path.read_bytes())
    assert would == {
        name: getattr(did, name) for name in ("added", "merged", "unchanged", "refused") if getattr(did, name)
    }


def test_a_stranger_takes_nothing_of_it_back(report, network, ben: Actor):
    from wellkept.domain.accounts.refusals import Refusal

    with pytest.raises(Refusal):
        undo_upload(network=network, upload=ImportRun.objects.get().upload, by=ben)


@pytest.mark.parametrize(
    ("on", "unit", "every", "coming"),
    [
        (date(2026, 3, 5), "", 1, date(2026, 3, 5)),
        (date(2026, 3, 3), "", 1, None),
        (date(2026, 2, 24), "week", 2, date(2026, 3, 10)),
        (date(2026, 1, 31), "month", 1, date(2026, 3, 31)),
        (date(2025, 11, 30), "month", 3, date(2026, 5, 30)),
        (date(2024, 2, 29), "year", 1, date(2027, 2, 28)),
        (None, "month", 1, None),
    ],
)
def test_a_reminder_comes_next_on_the_first_of_its_days_that_has_not_passed(on, unit, every, coming):
    record = Record("k", "step", "", on=on, unit=unit, every=every)
    assert next_day(record, date(2026, 3, 4)) == coming


def test_a_relative_can_be_added_after_all(report, ada):
    from wellkept.domain.exchange.set_aside import add_anyway

    row = add_anyway(row=ImportRow.objects.get(rule="set aside"), by=ada)
    assert (row.outcome, row.contact) == ("added", who("007"))
