"""LinkedIn's export: people, what passed with them on the right timelines, and the user's own past."""

from __future__ import annotations

import pytest

from tests.domain.exchange.conftest import ANA, BRUNO, CHEN, connections
from tests.domain.exchange.linkedin.export import ANA_IS, HEADER, ME, MESSAGES, NOTES, export, message
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRow
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.models import Interaction, Note


@pytest.fixture
def brought(bring):
    """The reports by kind."""

    def brought(data: bytes | None = None, **options):
        return {report.kind: report for report in bring("Basic_LinkedInDataExport.zip", data or export(), **options)}

    return brought


def timeline(given: str) -> list[Interaction]:
    return list(Interaction.objects.filter(participations__contact__given=given).order_by("on"))


def test_a_day_of_a_conversation_is_one_interaction_on_the_right_timeline(brought):
    brought()
    invitation, first, second = timeline("Ana")
    assert (str(first.on), first.direction, first.sent_count, first.received_count) == ("2024-03-04", "mine", 1, 1)
    assert first.body == "Ada Quill: Hello Ana\n\nAna Souza: Hello Ada"
    assert first.touch
    assert (str(second.on), second.direction, second.sent_count, second.received_count) == (
        "2024-03-05",
        "theirs",
        0,
        1,
    )
    assert not second.touch, "what only they wrote is heard, and is no touch of mine"
    assert (str(invitation.on), invitation.direction, invitation.body) == ("2019-03-01", "mine", "We met at the well.")
    (theirs,) = timeline("Bruno")
    assert (theirs.direction, theirs.body, theirs.kind) == ("theirs", "Bruno Keller: Are you there?", "message")


def test_drafts_spam_and_those_who_are_no_connections_are_reported_apart_and_not_added(brought):
    report = brought()["linkedin.messages"]
    assert (report.rows, report.added, report.refused) == (8, 4, 4)
    refused = ImportRow.objects.filter(run__kind="linkedin.messages", outcome="refused")
    assert list(refused.values_list("number", "rule")) == [
        (5, "no connection"),
        (6, "draft"),
        (7, "spam"),
        (8, "no date"),
    ]
    assert "Not sent yet" in refused.get(rule="draft").raw
    assert not Contact.objects.filter(family="Stone").exists()
    invitations = brought()["linkedin.invitations"]
    assert (invitations.rows, invitations.refused) == (2, 1)


def test_the_users_own_past_goes_to_their_own_card(brought, network):
    reports = brought()
    me = own_card(network=network)
    assert (me.display, me.location) == ("Ada Quill", "Vienna")
    assert sorted(map(str, me.positions.all())) == [
        "Apprentice · Quiet Mills",
        "BSc Wells · Well School",
        "Keeper · Blue Kettle",
        "Miller · Quiet Mills",
    ]
    assert reports["linkedin.positions"].added == 3
    assert reports["linkedin.education"].added == 1


def test_a_note_on_a_connection_is_a_note(brought):
    brought()
    note = Note.objects.get()
    assert (note.contact.given, note.body, str(note.on)) == ("Ana", "Likes deep wells.", "2024-03-05")


def test_the_same_export_again_changes_nothing(brought):
    brought()
    acts = Act.objects.count()
    again = brought()
    assert {kind: (report.added, report.merged) for kind, report in again.items()} == dict.fromkeys(again, (0, 0))
    assert Act.objects.count() == acts


def test_a_newer_export_adds_what_was_said_since_and_keeps_what_the_user_wrote(brought, network, ada):
    brought()
    edited, plain = timeline("Ana")[1], timeline("Bruno")[0]
    with acting(ada, network, "edit", summary="Edited") as act:
        act.edit(edited, body="She said hello.")
    later = [
        message("c1", ANA_IS, ME, "2024-03-04 11:00:00", "And goodbye"),
        message("c2", ME, "Bruno Keller,https://www.linkedin.com/in/bruno-keller", "2024-04-01 09:00:00", "I am"),
        message("c9", ANA_IS, ME, "2025-01-01 11:00:00", "Happy new year"),
    ]
    report = brought(export(messages__csv=HEADER + "".join([*MESSAGES, *later])))["linkedin.messages"]
    assert (report.added, report.merged) == (1, 5)
    edited.refresh_from_db()
    plain.refresh_from_db()
    assert (edited.body, edited.sent_count, edited.received_count) == ("She said hello.", 1, 2)
    assert plain.body == "Bruno Keller: Are you there?\n\nAda Quill: I am"
    assert plain.touch


def test_a_note_edited_by_hand_stays_and_one_that_was_not_follows(brought, network, ada):
    brought()
    brought(export(Notes__csv=NOTES.replace("deep wells", "very deep wells")))
    note = Note.objects.get()
    assert note.body == "Likes very deep wells."
    with acting(ada, network, "edit", summary="Edited") as act:
        act.edit(note, body="Mine now.")
    brought(export(Notes__csv=NOTES.replace("deep wells", "no wells")))
    note.refresh_from_db()
    assert note.body == "Mine now."


def test_connections_of_an_old_file_without_profiles_are_those_of_the_new_one(bring_one):
    old = "First Name,Last Name,Email Address,Company,Position,Connected On\nBruno,Keller,,Old Mills,Apprentice,05 Apr 2020\n"
    bring_one("Connections.csv", old)
    report = bring_one("Connections (1).csv", connections(BRUNO, CHEN))
    assert (report.added, report.merged) == (1, 1)
    assert ImportRow.objects.get(outcome="merged").rule == "same name and day of connection"
    assert Contact.objects.get(given="Bruno").links.get().key == "linkedin:bruno-keller"


def test_a_phones_card_is_found_to_be_the_connection(bring_one):
    bring_one("Connections.csv", connections(ANA, BRUNO))
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana M. Souza\r\nTEL:+43 1 5550101\r\nEMAIL:ana@example.org\r\nEND:VCARD\r\n"
    )
    report = bring_one("phone.vcf", card)
    assert (report.merged, report.added) == (1, 0)
    row = ImportRow.objects.get(outcome="merged")
    assert (row.rule, row.contact.family) == ("same e-mail", "Souza")
    assert row.contact.phones.get().number == "+43 1 5550101"


def test_messages_alone_find_the_connections_that_are_there(bring_one):
    bring_one("Connections.csv", connections(ANA, BRUNO))
    report = bring_one("messages.csv", HEADER + "".join(MESSAGES))
    assert (report.kind, report.added) == ("linkedin.messages", 4)
    assert len(timeline("Ana")) == 2


def test_messages_of_an_old_file_find_people_by_name_if_only_one_bears_it(bring_one):
    bring_one("Connections.csv", connections(ANA, BRUNO))
    old = "From,To,Date,Subject,Content,Direction,Folder\n" + (
        'Ana Souza,Ada Quill,"1/31/18, 4:05 PM",,Hello,INCOMING,INBOX\nAda Quill,Eve Stone,"2/1/18, 4:05 PM",,Hi,OUTGOING,INBOX\n'
    )
    report = bring_one("Messages.csv", old)
    assert (report.rows, report.added, report.refused) == (2, 1, 1)
    assert timeline("Ana")[0].received_count == 1


def test_a_hidden_member_is_refused_with_linkedins_reason(bring_one):
    report = bring_one("Connections.csv", connections(ANA, ",,,,,,07 Jun 2022"))
    assert (report.added, report.refused) == (1, 1)
    assert "only the date" in report.problems[0]["message"]
