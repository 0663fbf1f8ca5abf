"""messages.csv, Invitations.csv and the owner's own files of every era."""

from datetime import UTC, date, datetime

import pytest

from wellkept.formats.linkedin import (
    conversation_days,
    own_slug,
    read_education,
    read_invitations,
    read_messages,
    read_notes,
    read_own_emails,
    read_positions,
    read_profile,
)
from wellkept.formats.linkedin.recipients import pair
from wellkept.formats.person import PartialDate, Position

IN = "https://www.linkedin.com/in/"
HEAD = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
TALK = f"""\
{HEAD},ATTACHMENTS,IS MESSAGE DRAFT
c1,,Ana Souza,{IN}ana-souza,Ada Lee,{IN}ada-lee,2024-03-04 23:30:00 UTC,,"Hi Ada,
how are you?",INBOX,,
c1,,Ada Lee,{IN}ada-lee,Ana Souza,{IN}ana-souza,2024-03-04 22:00:00 UTC,Fair,Hello,ARCHIVE,,false
c1,,Ada Lee,{IN}ada-lee,Ana Souza,{IN}ana-souza,2024-03-05 00:10:00 UTC,,Fine,,,
c1,,Ada Lee,{IN}ada-lee,Ana Souza,{IN}ana-souza,2024-03-05 00:11:00 UTC,,Unsent,,,true
c2,,LinkedIn Member,,Ada Lee,{IN}ada-lee,2024-03-06 10:00:00 UTC,,Gone,INBOX,,
c3,,Blue Kettle,{IN}blue,Ada Lee,{IN}ada-lee,2024-03-06 10:00:00 UTC,Buy,"<p class=""spinmail-x"">Tea &amp; more</p><p>Now</p>",INBOX,,
c4,,Bruno Lima,{IN}bruno,Ada Lee,{IN}ada-lee,soon,,When?,INBOX,,
"""


def test_messages_are_read_with_their_people() -> None:
    messages = list(read_messages(TALK.encode()))
    first = messages[0]
    assert (first.row, first.conversation, first.from_name, first.from_slug) == (1, "c1", "Ana Souza", "ana-souza")
    assert first.to == (("Ada Lee", "ada-lee"),)
    assert first.at == datetime(2024, 3, 4, 23, 30, tzinfo=UTC)
    assert first.text == "Hi Ada,\nhow are you?"
    assert [m.is_draft for m in messages] == [False, False, False, True, False, False, False]
    assert [m.is_sponsored for m in messages] == [False] * 5 + [True, False]
    assert messages[5].text == "Tea & more\nNow"
    assert messages[6].at is None and messages[6].problems[0].message == "“soon” is no date"


def test_one_day_of_a_conversation_is_one_interaction() -> None:
    days = list(conversation_days(read_messages(TALK.encode()), {"ada-lee"}))
    assert [(d.conversation, d.day) for d in days] == [
        ("c1", date(2024, 3, 4)),
        ("c1", date(2024, 3, 5)),
        ("c2", date(2024, 3, 6)),
    ]
    first = days[0]
    assert first.others == (("Ana Souza", "ana-souza"),)
    assert (first.began, first.began_by_me, first.sent, first.received) == (("Ada Lee", "ada-lee"), True, 1, 1)
    assert first.text == "Ada Lee: Hello\n\nAna Souza: Hi Ada,\nhow are you?"
    assert (first.title, first.source_key) == ("Fair", "linkedin:c1:2024-03-04")
    assert days[2].others == (("LinkedIn Member", ""),)


def test_quoted_headers_and_older_columns_are_read() -> None:
    quoted = ",".join(f'"{word}"' for word in [*HEAD.split(","), "ATTACHMENTS"])
    row = [
        "c1",
        "",
        "Ana Souza",
        f"{IN}ana-souza",
        "Ada Lee",
        f"{IN}ada-lee",
        "2026-03-04 10:00:00 UTC",
        "",
        "Hi",
        "INBOX",
        "",
    ]
    (message,) = read_messages((quoted + "\n" + ",".join(f'"{cell}"' for cell in row)).encode())
    assert (message.from_slug, message.to, message.text) == ("ana-souza", (("Ada Lee", "ada-lee"),), "Hi")
    nine = HEAD.replace(",RECIPIENT PROFILE URLS", "")
    (message,) = read_messages(
        f"{nine}\nc1,,Ana Souza,{IN}ana-souza,Ada Lee,2021-03-04 10:00:00 UTC,,Hi,INBOX\n".encode()
    )
    assert (message.from_slug, message.to) == ("ana-souza", (("Ada Lee", ""),))


def test_the_oldest_files_tell_direction_instead_of_addresses() -> None:
    text = (
        "From,To,Date,Subject,Content,Direction,Folder\n"
        'Ana Souza,Ada Lee,"1/31/18, 4:05 PM",Hi,Hello,INCOMING,INBOX\n'
        'Ada Lee,Ana Souza,"1/31/18, 5:05 PM",Re: Hi,Good day,OUTGOING,SENT\n'
    )
    messages = list(read_messages(text.encode()))
    assert messages[0].at == datetime(2018, 1, 31, 16, 5, tzinfo=UTC)
    assert {m.conversation for m in messages} == {"ada lee|ana souza"}
    (day,) = conversation_days(messages, set())
    assert (day.others, day.sent, day.received) == ((("Ana Souza", ""),), 1, 1)
    (again,) = conversation_days(messages, set(), {"ada lee"})
    assert again.others == day.others


@pytest.mark.parametrize(
    ("names", "slugs", "paired"),
    [
        ("Souza, Ana", ["ana"], [("Souza, Ana", "ana")]),
        ("Ana Souza, Bruno Lima", ["ana", "bruno"], [("Ana Souza", "ana"), ("Bruno Lima", "bruno")]),
        ("Ana Souza, Ph.D., Bruno Lima", ["x1", "x2"], [("Ana Souza, Ph.D.", "x1"), ("Bruno Lima", "x2")]),
        (
            "Ana Souza, the Great, Bruno Lima, Esq., Chen Li",
            ["ana-souza", "bruno-lima", "chen-li"],
            [("Ana Souza, the Great", "ana-souza"), ("Bruno Lima, Esq.", "bruno-lima"), ("Chen Li", "chen-li")],
        ),
        ("Bruno Lima", ["ana-souza", "bruno-lima"], [("", "ana-souza"), ("Bruno Lima", "bruno-lima")]),
        ("Ana Souza, PhD, Bruno Lima", [], [("Ana Souza, PhD", ""), ("Bruno Lima", "")]),
        ("", [], []),
    ],
)
def test_recipients_are_parted_by_their_addresses(names: str, slugs: list[str], paired: list[tuple[str, str]]) -> None:
    assert list(pair(names, slugs)) == paired


def test_invitations_of_both_eras_are_read() -> None:
    old = 'From,To,Sent At,Message,Direction\nAda Lee,Ana Souza,"1/31/18, 4:05 PM",Hello,OUTGOING\n'
    new = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Ada Lee,Ana Souza,"1/31/18, 4:05 PM",Hello,OUTGOING,{IN}ada-lee,{IN}ana-souza\n'
    )
    for text, slugs in ((old, ("", "")), (new, ("ada-lee", "ana-souza"))):
        (invitation,) = read_invitations(text.encode())
        assert (invitation.from_name, invitation.to_name, invitation.message, invitation.outgoing) == (
            "Ada Lee",
            "Ana Souza",
            "Hello",
            True,
        )
        assert invitation.sent_at == datetime(2018, 1, 31, 16, 5, tzinfo=UTC)
        assert (invitation.from_slug, invitation.to_slug) == slugs
        assert invitation.problems == ()


def test_the_owner_is_who_takes_part_in_everything() -> None:
    messages = list(read_messages(TALK.encode()))
    assert own_slug(messages, [], None) == "ada-lee"
    assert own_slug([], [], None) == ""
    only = messages[:1]
    assert own_slug(only, [], None) == ""
    profile = read_profile(b"First Name,Last Name,Headline,Summary\nAda,Lee,Engineer,\n")
    assert own_slug(only, [], profile) == "ada-lee"


def test_the_owners_own_files_are_read() -> None:
    (job,) = read_positions(
        b"Company Name,Title,Description,Location,Started On,Finished On\nBlue Kettle,Engineer,Tea,Porto,Jun 2018,\n"
    )
    assert job == Position("Blue Kettle", "Engineer", started=PartialDate(2018, 6), location="Porto", description="Tea")
    (school,) = read_education(
        b"School Name,Start Date,End Date,Notes,Degree Name,Activities\nTea School,2001,2004,,BSc,Chess\n"
    )
    assert (school.kind, school.title, school.current, school.ended) == ("education", "BSc", False, PartialDate(2004))
    emails = b"Email Address,Confirmed,Primary,Updated On\na@example.org,Yes,No,\nb@example.org,Yes,Yes,\nc@example.org,No,No,\n"
    assert read_own_emails(emails) == ["b@example.org", "a@example.org"]
    profile = read_profile(
        b"First Name,Last Name,Birth Date,Headline,Geo Location,Twitter Handles,Websites\n"
        b'Ada,Lee,"May 4, 1980",Engineer,Porto,"[ada]","[PERSONAL:https://ada.example.org,OTHER:x.example.org]"\n'
    )
    assert profile is not None
    assert (profile.birthday, profile.location, profile.twitter) == (PartialDate(1980, 5, 4), "Porto", ("ada",))
    assert profile.websites == ("https://ada.example.org", "x.example.org")
    assert read_profile(b"") is None
    (note,) = read_notes(
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
        f"Ana,Souza,{IN}ana-souza,Likes tea,2026-01-02 10:00:00 UTC,\n".encode()
    )
    assert (note.name, note.slug, note.note, note.edited_at) == ("Ana Souza", "ana-souza", "Likes tea", None)
