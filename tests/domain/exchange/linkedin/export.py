"""A small LinkedIn export of ada, for tests."""

from __future__ import annotations

from tests.domain.exchange.conftest import ANA, BRUNO, connections, zipped

IN = "https://www.linkedin.com/in/"
ME, ANA_IS, BRUNO_IS, EVE_IS = (
    f"Ada Quill,{IN}ada-quill",
    f"Ana Souza,{IN}ana-souza",
    f"Bruno Keller,{IN}bruno-keller",
    f"Eve Stone,{IN}eve-stone",
)
HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,"
    "IS MESSAGE DRAFT\n"
)


def message(
    conversation: str, sender: str, to: str, at: str, text: str, folder: str = "INBOX", draft: str = "No"
) -> str:
    return f'{conversation},,{sender},{to},{at} UTC,,"{text}",{folder},,{draft}\n'


MESSAGES = [
    message("c1", ME, ANA_IS, "2024-03-04 09:00:00", "Hello Ana"),
    message("c1", ANA_IS, ME, "2024-03-04 10:00:00", "Hello Ada"),
    message("c1", ANA_IS, ME, "2024-03-05 10:00:00", "One more thing"),
    message("c2", BRUNO_IS, ME, "2024-04-01 08:00:00", "Are you there?"),
    message("c3", EVE_IS, ME, "2024-04-02 08:00:00", "You do not know me"),
    message("c4", ME, ANA_IS, "2024-04-03 08:00:00", "Not sent yet", draft="Yes"),
    message("c5", BRUNO_IS, ME, "2024-04-04 08:00:00", "Buy now", folder="SPAM"),
    message("c6", ANA_IS, ME, "yesterday", "When was this?"),
]
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Ada Quill,Ana Souza,"3/1/19, 9:15 AM",We met at the well.,OUTGOING,{IN}ada-quill,{IN}ana-souza\n'
    f'Eve Stone,Ada Quill,"3/2/24, 9:15 AM",,INCOMING,{IN}eve-stone,{IN}ada-quill\n'
)
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,"
    "Instant Messengers\nAda,Quill,,,,Keeper of wells,I keep wells.,Water,,Vienna,,,\n"
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Blue Kettle,Keeper,,Vienna,Jan 2020,\nQuiet Mills,Apprentice,,Graz,Jan 2015,Dec 2019\nQuiet Mills,Miller,,Graz,Jan 2018,Dec 2019\n"
)
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities\nWell School,2008,2012,,BSc Wells,\n"
NOTES = (
    "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
    f'Ana,Souza,{IN}ana-souza,Likes deep wells.,"3/5/24, 9:15 AM","3/5/24, 9:15 AM"\n'
)


def export(**changed: str) -> bytes:
    entries = {
        "Connections__csv": connections(ANA, BRUNO),
        "messages__csv": HEADER + "".join(MESSAGES),
        "Invitations__csv": INVITATIONS,
        "Profile__csv": PROFILE,
        "Positions__csv": POSITIONS,
        "Education__csv": EDUCATION,
        "Notes__csv": NOTES,
        "Skills__csv": "Name\nDigging\n",
    }
    return zipped(**{**entries, **changed})
