"""What the text of a QR code says of somebody: vCard, MeCard, BizCard, or an address of the web, of mail, of a telephone.

A code can hold whatever its maker put there: what is taken is bounded in number and length, only web addresses are links,
and nothing is ever fetched.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from wellkept.formats import vcard
from wellkept.formats.emails import normal_email
from wellkept.formats.names import parse_name, tidy
from wellkept.formats.person import Address, Labelled, Name, Person, Position

MOST_VALUES = 8  # e-mails, numbers, links of one code
LONGEST = 300  # characters of one value
LONGEST_TEXT = 8000

_ESCAPED = re.compile(r"\\(.)")
_FIELD = re.compile(r"((?:\\.|[^;\\])*);?")


def person_of(text: str) -> Person | None:
    """Whom the code is about, or None where it says nothing of anybody."""
    text = text[:LONGEST_TEXT].strip()
    head = text[:16].upper()
    if head.startswith("BEGIN:VCARD"):
        person = next(iter(vcard.people(text.encode())), None)
    elif head.startswith("MECARD:"):
        person = _mecard(text[7:])
    elif head.startswith("BIZCARD:"):
        person = _bizcard(text[8:])
    else:
        person = _address(text)
    if person is None:
        return None
    bounded = _bounded(person)
    return None if bounded.empty else bounded


def _fields(text: str) -> list[tuple[str, str]]:
    """KEY:value pairs parted by semicolons; a backslash protects what follows it."""
    pairs = []
    for found in _FIELD.finditer(text):
        key, colon, value = found[1].partition(":")
        if colon and value.strip():
            pairs.append((key.strip().upper().split(";")[0], _ESCAPED.sub(r"\1", value).strip()))
    return pairs[:100]


def _mecard(text: str) -> Person:
    person = Person(row=1)
    for key, value in _fields(text):
        if key == "N" and not person.name.display:
            person.name = _name(value)
        elif key == "TEL":
            person.phones.append(Labelled(value))
        elif key == "EMAIL":
            person.emails.append(Labelled(value))
        elif key == "URL":
            person.links.append(Labelled(value))
        elif key == "ADR":
            person.addresses.append(Address(formatted=re.sub(r"\s*,\s*", ", ", value).strip(", ")))
        elif key in ("ORG", "TITLE"):
            _work(person, key, value)
        elif key == "NOTE":
            person.notes = value
    return person


def _bizcard(text: str) -> Person:
    person = Person(row=1)
    said = dict(reversed(_fields(text)))
    person.name = _name(" ".join(filter(None, (said.get("N", ""), said.get("X", "")))))
    for key in ("B", "M", "F"):
        if said.get(key) and key != "F":
            person.phones.append(Labelled(said[key]))
    if "E" in said:
        person.emails.append(Labelled(said["E"]))
    if "A" in said:
        person.addresses.append(Address(formatted=said["A"]))
    for key, field in (("C", "ORG"), ("T", "TITLE")):
        if key in said:
            _work(person, field, said[key])
    return person


def _name(value: str) -> Name:
    """'Souza,Ana' and 'Ana Souza' alike."""
    family, comma, given = (part.strip() for part in value[:LONGEST].partition(","))
    return parse_name(f"{given} {family}".strip() if comma else family)


def _work(person: Person, key: str, value: str) -> None:
    position = person.positions[0] if person.positions else Position("")
    organization = value if key == "ORG" else position.organization
    title = value if key == "TITLE" else position.title
    person.positions = [Position(organization, title=title)]


def _address(text: str) -> Person | None:
    person = Person(row=1)
    lower = text[:12].lower()
    if lower.startswith(("mailto:", "matmsg:")):
        to = text[7:].partition("?")[0] if lower.startswith("mailto:") else dict(_fields(text[7:])).get("TO", "")
        person.emails.append(Labelled(unquote(to)))
    elif lower.startswith(("tel:", "sms:", "smsto:")):
        person.phones.append(Labelled(text.partition(":")[2].partition(":")[0].partition("?")[0]))
    elif re.fullmatch(r"https?://\S+|www\.\S+|(?:[\w-]+\.)*linkedin\.com/\S+", text, re.IGNORECASE):
        person.links.append(Labelled(text))
    elif normal_email(text):
        person.emails.append(Labelled(text))
    else:
        return None
    return person


def link_of(value: str) -> str:
    """A web address that may be followed, without what spies on who follows it; '' for script:, data: and the like."""
    value = tidy(value)[:LONGEST]
    if not re.match(r"https?://", value, re.IGNORECASE):
        if (
            re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE)
            or "." not in value
            or any(char.isspace() for char in value)
        ):
            return ""
        value = f"https://{value}"
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    if not parts.hostname or "@" in parts.netloc or any(char in value for char in "\"'<>`\\ "):
        return ""
    kept = "&".join(one for one in parts.query.split("&") if one and not re.match(r"utm_|trk|fbclid|gclid", one))
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{parts.path}{'?' + kept if kept else ''}"


def _bounded(person: Person) -> Person:
    """Only what a card has, and no more of it than a card could."""
    name = person.name
    emails = [normal_email(one.value[:LONGEST]) for one in person.emails[: MOST_VALUES * 4]]
    links = [link_of(one.value) for one in person.links[: MOST_VALUES * 4]]
    return Person(
        row=1,
        name=Name(**{part: _plain(getattr(name, part)) for part in Name.__dataclass_fields__}),
        emails=[Labelled(value) for value in dict.fromkeys(filter(None, emails))][:MOST_VALUES],
        phones=[
            Labelled(_plain(one.value)[:40], _plain(one.label)[:30])
            for one in person.phones[:MOST_VALUES]
            if re.search(r"\d{4}", re.sub(r"\D", "", one.value))
        ],
        links=[Labelled(value) for value in dict.fromkeys(filter(None, links))][:MOST_VALUES],
        addresses=[_place(one) for one in person.addresses[:2]],
        positions=[Position(_plain(one.organization), title=_plain(one.title)) for one in person.positions[:1]],
    )


def _place(address: Address) -> Address:
    written = address.formatted or ", ".join(
        filter(
            None,
            (
                address.po_box,
                address.street,
                " ".join(filter(None, (address.postcode, address.city))),
                address.region,
                address.country,
            ),
        )
    )
    return Address(formatted=_plain(re.sub(r"\s*[\r\n]+\s*", ", ", written)))


def _plain(text: str) -> str:
    return re.sub(r"[<>]", "", tidy(text))[:LONGEST]
