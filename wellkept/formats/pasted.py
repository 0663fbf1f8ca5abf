"""What somebody pasted or dropped, told from its looks, and whom it names. Pure; never raises.

A vCard, an invitation (.ics), a mail or its signature, the address of a LinkedIn profile or the text one copies from it, a line of
recipients, a plain block with an address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wellkept.formats import vcard
from wellkept.formats.attendees import read_attendees
from wellkept.formats.calendars import Attendee, read_calendar_file
from wellkept.formats.emails import normal_email
from wellkept.formats.fields import emails_in, name_like, spells
from wellkept.formats.linkedin.profiles import is_profile_text, person_of_slug, read_profile_text
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.mails import LONGEST, LONGEST_TEXT, Mail, is_mail, read_mail
from wellkept.formats.names import fold, parse_name, tidy
from wellkept.formats.person import Address, Labelled, Person, Position
from wellkept.formats.signature import Signature, read_block, read_signature
from wellkept.formats.signature.features import line_of
from wellkept.formats.signature.quoting import own_lines

MOST_PEOPLE = 300  # of one pasted thing; an address book is imported
MOST_BLOCK_LINES = 16
LONGEST_SOURCE = 4_000  # characters that are kept of the words somebody was read from


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a pasted thing names; ``unsure`` are fields to be asked about, ``words`` those they were read from."""

    person: Person
    unsure: tuple[str, ...] = ()
    words: str = ""
    part: str = ""  # 'organizer', 'attendee', 'sender', 'card' or ''


@dataclass(slots=True)
class Pasted:
    """``kind``: 'vcard', 'invitation', 'mail', 'signature', 'linkedin', 'recipients', 'block' or 'nothing'; ``title``: of the invitation."""

    kind: str
    people: list[Named] = field(default_factory=list)
    title: str = ""
    problem: str = ""  # 'empty', 'long', 'nobody', 'many' (more than MOST_PEOPLE), 'broken'


def read_pasted(data: bytes, *, region: str = "") -> Pasted:
    """Tell what it is and read it. Text is given as its octets."""
    if not data.strip():
        return Pasted("nothing", problem="empty")
    if len(data) > LONGEST:
        return Pasted("nothing", problem="long")
    if is_mail(data):
        return _limited(_mail(read_mail(data), region))
    if vcard.looks_like(data):
        return _limited(_cards(data))
    if re.match(rb"\s*(?:\xef\xbb\xbf)?\s*BEGIN:V(?:CALENDAR|EVENT)\b", data[:200], re.IGNORECASE):
        return _limited(_invitation(data))
    text = read_mail(data).text
    if len(text) >= LONGEST_TEXT:
        return Pasted("nothing", problem="long")
    return _limited(_text(text, region))


def _limited(pasted: Pasted) -> Pasted:
    if not pasted.people and not pasted.problem:
        pasted.problem = "nobody"
    if len(pasted.people) > MOST_PEOPLE:
        pasted.people = pasted.people[:MOST_PEOPLE]
        pasted.problem = "many"
    return pasted


def _cards(data: bytes) -> Pasted:
    people = [person for person in vcard.people(data) if not person.empty]
    return Pasted("vcard", [Named(person, words=_said(person), part="card") for person in people])


def _said(person: Person) -> str:
    """A card in words, for the list: its name and what it says of a job."""
    job = person.positions[0] if person.positions else Position("")
    return ", ".join(filter(None, (person.name.display, job.title, job.organization)))


def _invitation(data: bytes) -> Pasted:
    calendar = read_calendar_file(data)
    people: dict[str, Named] = {}
    title = next((event.name for event in calendar.events if event.name), "")
    for event in calendar.events:
        parts = [(event.organizer, "organizer"), *((one, "attendee") for one in event.attendees)]
        for one, part in parts:
            if one is not None:
                people.setdefault(one.email or fold(one.name), _attendee(one, part, event.name))
    problem = "broken" if calendar.problems and not calendar.events else ""
    return Pasted("invitation", list(people.values()), title=title, problem=problem)


def _attendee(one: Attendee, part: str, title: str) -> Named:
    person = Person(name=parse_name(one.name) if one.name else parse_name(""))
    person.emails = [Labelled(one.email)] if one.email else []
    words = f"{one.name} <{one.email}>" if one.name and one.email else one.name or one.email
    return Named(person, () if one.name else ("name",), f"{title}: {words}" if title else words, part)


def _mail(mail: Mail, region: str) -> Pasted:
    """Its signature and its sender, who are one; and whoever is on a card it carries."""
    read = read_signature(mail.text, region=region, sender=mail.sender)
    pasted = Pasted("mail", title=mail.subject)
    if signer := _sender(read, mail):
        pasted.people.append(signer)
    for card in mail.cards:
        pasted.people += _cards(card).people
    for calendar in mail.calendars:
        pasted.people += _invitation(calendar).people
    return pasted


def _sender(read: Signature, mail: Mail) -> Named | None:
    """The signature, and the head where it says more: a whole name for a given one, the address it came from."""
    person = person_of(read)
    unsure = list(read.unsure)
    given, name = fold(read.name), tidy(mail.sender_name)
    if name and (not given or (" " not in given and given in fold(name).split())):
        person.name = parse_name(name)
        unsure = [field for field in unsure if field != "name"]
    address = normal_email(mail.sender_email)
    if address and address not in read.emails:
        person.emails.insert(0, Labelled(address))
        if person.name.display and read.name and name and not _same(read.name, name, address):
            unsure.append("emails")
    if person.empty:
        return None
    words = "\n".join(read.lines) or mail.sender
    return Named(person, tuple(dict.fromkeys(unsure)), words[:LONGEST_SOURCE], "sender")


def _same(signed: str, sender: str, address: str) -> bool:
    return bool(set(fold(signed).split()) & set(fold(sender).split())) or spells(signed, address) > 0.5


def person_of(read: Signature) -> Person:
    """A signature as a person."""
    person = Person(name=parse_name(read.name) if read.name else parse_name(""))
    person.emails = [Labelled(value) for value in read.emails]
    person.phones = [Labelled(value) for value in read.phones]
    person.links = [Labelled(url if "://" in url else f"https://{url}") for url in read.urls]
    person.addresses = [Address(formatted=read.address)] if read.address else []
    if read.organization or read.title:
        person.positions = [Position(read.organization, title=read.title)]
    return person


def _text(text: str, region: str) -> Pasted:
    plain = text.strip()
    if slug_of(plain) and not re.search(r"\s", plain):
        person = person_of_slug(plain)
        return Pasted("linkedin", [Named(person, ("name",), plain)])
    if is_profile_text(plain):
        person, unsure = read_profile_text(plain)
        return Pasted("linkedin", [] if person.empty else [Named(person, unsure, plain[:LONGEST_SOURCE])])
    if recipients := _recipients(plain):
        return Pasted("recipients", recipients)
    own, _places = own_lines(text)
    filled = [line for line in own if line.strip()]
    if _is_block(filled):
        return _read("block", read_block(filled, region=region))
    read = read_signature(text, region=region)
    return _read("signature", read)


def _read(kind: str, read: Signature) -> Pasted:
    if read.empty or not (read.name or read.organization or read.emails or read.phones):
        return Pasted(kind)
    unsure = read.unsure if read.name else (*read.unsure, "name")
    return Pasted(kind, [Named(person_of(read), unsure, "\n".join(read.lines)[:LONGEST_SOURCE])])


def _is_block(lines: Sequence[str]) -> bool:
    """Lines that are all about somebody: none of them reads like a sentence of a letter."""
    if not 0 < len(lines) <= MOST_BLOCK_LINES:
        return False
    looked = [line_of(line) for line in lines]
    if looked[0].text.endswith((",", ":", "!")) and len(looked) > 2 and not looked[0].contact:
        return False  # 'Dear Tom,'
    if any(line.closing or line.signed for line in looked[1:]):
        return False
    return not any(line.prose > 0.5 or line.text.endswith("?") for line in looked) and any(
        line.explained for line in looked
    )


def _recipients(text: str) -> list[Named]:
    """'Ana Souza <ana@acme.example>; Tom Baker <tom@acme.example>': the To line of a mail or the guests of an invitation."""
    found = emails_in(text)
    bracketed = len(re.findall(r"<[^<>\s]+@[^<>\s]+>", text))
    if len(found) < 2 or (
        bracketed < 2 and not re.fullmatch(r"[\s,;<>]*(?:[^\s,;<>]+@[^\s,;<>]+[\s,;<>]*)+", text[:5000])
    ):
        return []
    named = {one.email: one.name for one in read_attendees(text).lines if one.email} if bracketed else {}
    people = []
    for mail in found[: MOST_PEOPLE + 1]:
        name = named.get(mail.value, "")
        known = name_like(name, [mail.value]) > 0.3
        person = Person(name=parse_name(name), emails=[Labelled(mail.value)])
        words = f"{name} <{mail.value}>" if name else mail.value
        people.append(Named(person, () if known else ("name",), words, "attendee"))
    return people
