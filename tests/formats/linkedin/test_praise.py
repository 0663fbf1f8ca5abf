"""Recommendations, endorsements, and the files' words in other languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.archives import Archive
from wellkept.formats.linkedin import (
    Endorsed,
    conversation_days,
    endorsed,
    given_by_me,
    is_hidden,
    kind_of_header,
    read_endorsements,
    read_invitations,
    read_messages,
    read_recommendations,
    which_entry,
)

IN = "www.linkedin.com/in/"
RECOMMENDATIONS = b"""First Name,Last Name,Company,Job Title,Text,Creation Date,Status
Ana,Souza,Acme,Engineer,"Knows wells.
All of them.",2024/02/01 15:02:55 UTC,VISIBLE
,,,,Hm,soon,HIDDEN
"""
ENDORSEMENTS = f"""Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status
2024/02/01 15:02:55 UTC,Wells,Ana,Souza,{IN}ana-souza,ACCEPTED
2024/03/01 15:02:55 UTC,Pumps,Ana,Souza,{IN}ana-souza,PENDING
2024/03/02 15:02:55 UTC,Wells,Bruno,Lima,{IN}bruno,ACCEPTED
2024/03/03 15:02:55 UTC,Wells,Chen,Wei,{IN}chen,HIDDEN
,,,,,ACCEPTED
""".encode()


def test_recommendations_are_read() -> None:
    first, second = read_recommendations(RECOMMENDATIONS, by_me=False)
    assert (first.name, first.company, first.title, first.text) == (
        "Ana Souza",
        "Acme",
        "Engineer",
        "Knows wells.\nAll of them.",
    )
    assert (first.at, first.status, first.by_me) == (datetime(2024, 2, 1, 15, 2, 55, tzinfo=UTC), "VISIBLE", False)
    assert [problem.message for problem in second.problems] == ["“soon” is no date", "the row names nobody"]


def test_the_name_of_the_file_says_who_recommended() -> None:
    assert given_by_me("Recommendations_Given.csv") is True
    assert given_by_me("x/Recommendations Received (1).csv") is False
    assert given_by_me("given/upload.csv") is None


def test_endorsements_are_counted_by_person() -> None:
    assert endorsed(read_endorsements(ENDORSEMENTS)) == [
        Endorsed("Ana Souza", "ana-souza", False, ("Wells", "Pumps"), date(2024, 2, 1), date(2024, 3, 1)),
        Endorsed("Bruno Lima", "bruno", False, ("Wells",), date(2024, 3, 2), date(2024, 3, 2)),
    ]


def test_the_header_says_who_endorsed_and_older_files_have_no_addresses() -> None:
    given = b"Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsement Status\n05 Jun 2020,Wells,Ana,Souza,ACCEPTED\n"
    assert endorsed(read_endorsements(given)) == [
        Endorsed("Ana Souza", "", True, ("Wells",), date(2020, 6, 5), date(2020, 6, 5))
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Recommendations_Given.csv", "recommendations"),
        ("Recommendations_Received.csv", "recommendations"),
        ("Endorsement_Given_Info.csv", "endorsements"),
        ("Endorsement_Received_Info (2).csv", "endorsements"),
        ("Rich_Media.csv", None),
        ("learning_role_play_messages.csv", None),
    ],
)
def test_the_files_are_known_by_name(name: str, kind: str | None) -> None:
    assert which_entry(name) == kind


def test_the_files_are_known_by_header() -> None:
    assert kind_of_header(RECOMMENDATIONS.decode().splitlines()[0].split(",")) == "recommendations"
    assert kind_of_header(ENDORSEMENTS.decode().splitlines()[0].split(",")) == "endorsements"


def test_the_praise_of_the_sample_is_read(corpora: Path) -> None:
    with (corpora / "linkedin" / "silkyrich_sample_export.zip").open("rb") as file:
        archive = Archive(file)
        received = list(read_recommendations(archive.read("Recommendations_Received.csv"), by_me=False))
        rows = [
            *read_endorsements(archive.read("Endorsement_Given_Info.csv")),
            *read_endorsements(archive.read("Endorsement_Received_Info.csv")),
        ]
    assert received and all(each.name and each.text and each.at and not each.problems for each in received)
    assert rows and all(each.name and each.slug and each.skill and each.at and not each.problems for each in rows)
    assert {each.by_me for each in endorsed(rows)} == {True, False}


@pytest.mark.parametrize(
    "header",
    [
        "Konversations-ID,Konversationstitel,Von,Profil-URL des Absenders,An,Profil-URLs der Empfänger,Datum,Betreff,Inhalt,Ordner",
        "ID de la conversation,Titre de la conversation,De,URL du profil de l’expéditeur,À,URLs des profils des destinataires,Date,Objet,Contenu,Dossier",
    ],
)
def test_messages_with_headers_of_other_languages_are_read(header: str) -> None:
    assert kind_of_header(header.split(",")) == "messages"
    row = "c1,,Ana Souza,https://www.linkedin.com/in/ana,Ada Lee,https://www.linkedin.com/in/ada,2024-03-04 22:00:00 UTC,,Hi,INBOX"
    [message] = read_messages(f"{header}\n{row}\n".encode())
    assert (message.conversation, message.from_slug, message.to, message.text) == (
        "c1",
        "ana",
        (("Ada Lee", "ada"),),
        "Hi",
    )
    assert message.at == datetime(2024, 3, 4, 22, tzinfo=UTC)
    assert message.problems == ()


def test_invitations_with_headers_of_another_language_are_read() -> None:
    data = 'Von,An,Gesendet am,Nachricht,Richtung\nAda Lee,Ana Souza,"1/29/26, 2:37 PM",Hallo,AUSGEHEND\n'
    assert kind_of_header(data.splitlines()[0].split(",")) == "invitations"
    [invitation] = read_invitations(data.encode())
    assert (invitation.outgoing, invitation.message, invitation.problems) == (True, "Hallo", ())


def test_three_in_a_conversation_are_a_group_and_hidden_members_are_nobody_to_know() -> None:
    header = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT"
    base = "https://www.linkedin.com/in/"
    data = f"""{header}
c1,LinkedIn Member,,"Ada Lee, Ana Souza","{base}ada,{base}ana",2024-03-04 22:00:00 UTC,Hi
c2,Ana Souza,{base}ana,Ada Lee,{base}ada,2024-03-04 22:00:00 UTC,Hi
c3,Shop,,Ada Lee,{base}ada,2024-03-04 22:00:00 UTC,Hi %FIRSTNAME%
"""
    first, second = conversation_days(read_messages(data.encode()), {"ada"})
    assert first.is_group and first.known == (("Ana Souza", "ana"),)
    assert not second.is_group and second.known == second.others


def test_a_member_with_an_address_is_not_hidden() -> None:
    assert is_hidden("LinkedIn Member") and is_hidden("LinkedIn-Mitglied") and is_hidden("")
    assert not is_hidden("LinkedIn Member", "ana") and not is_hidden("Ana Souza")


@given(st.binary(max_size=200))
def test_nothing_makes_the_readers_raise(data: bytes) -> None:
    for start in (b"", RECOMMENDATIONS[:60], ENDORSEMENTS[:100]):
        told = list(read_recommendations(start + data, by_me=True))
        assert len({one.row for one in told}) == len(told), "each row once"
        assert len(list(endorsed(read_endorsements(start + data)))) <= data.count(b"\n") + 3
