"""LDIF (RFC 2849) as Thunderbird and Mozilla write address books: mozillaAbPersonAlpha, and groupOfNames set aside."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from wellkept.formats.csvs.decoding import decode
from wellkept.formats.emails import normal_email, not_a_person
from wellkept.formats.names import fold, parse_name
from wellkept.formats.person import (
    Address,
    DatedOccasion,
    Labelled,
    Name,
    PartialDate,
    Person,
    Photo,
    Position,
    Problem,
)

# A line longer than this, unfolded, is kept as it stands and not decoded.
LONGEST_LINE = 50 * 1024 * 1024
MOST_LINES = 2_000  # of one entry

_ATTRIBUTE = re.compile(r"[A-Za-z0-9._-]{1,100}(?:;[A-Za-z0-9;-]{1,200})?\Z")
_GROUPS = {"groupofnames", "groupofuniquenames", "posixgroup", "organizationalunit", "dcobject", "domain"}
_PHONES = {
    "telephonenumber": "work",
    "homephone": "home",
    "facsimiletelephonenumber": "fax",
    "fax": "fax",
    "pager": "pager",
    "pagerphone": "pager",
    "mobile": "mobile",
    "cellphone": "mobile",
    "carphone": "car",
}
_LINKS = {
    "mozillaworkurl": "work",
    "workurl": "work",
    "labeleduri": "work",
    "mozillahomeurl": "home",
    "homeurl": "home",
    "url": "",
}
_CUSTOM = {f"{start}custom{number}": f"custom {number}" for start in ("mozilla", "") for number in range(1, 5)}
_CHATS = {"mozilla_aimscreenname": "AIM", "nsaimid": "AIM", "nscpaimscreenname": "AIM", "aimscreenname": "AIM"}
# What says nothing of the person, or is a secret.
_SILENT = {
    "objectclass", "modifytimestamp", "createtimestamp", "mozillausehtmlmail", "xmozillausehtmlmail", "changetype",
    "structuralobjectclass", "entrycsn", "creatorsname", "modifiersname", "userpassword",
}  # fmt: skip


@dataclass(slots=True)
class Entry:
    """One record: attributes in lower case without their options, each with its values; bytes where they are no text."""

    row: int
    line: int
    dn: str = ""
    attributes: dict[str, list[str | bytes]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def take(self, *names: str) -> str:
        """The first of these attributes that says anything; what is taken is gone."""
        found = self.take_all(*names)
        return found[0] if found else ""

    def take_all(self, *names: str) -> list[str]:
        found = self.texts(*names)
        for name in names:
            self.attributes.pop(name, None)
        return found

    def texts(self, *names: str) -> list[str]:
        """What these attributes say, in this order."""
        values = [value for name in names for value in self.attributes.get(name, [])]
        return [value.strip() for value in values if isinstance(value, str) and value.strip()]

    @property
    def is_group(self) -> bool:
        return any(value.lower() in _GROUPS for value in self.texts("objectclass"))


def looks_like(data: bytes) -> bool:
    """Whether this is LDIF, from its beginning: the first line that says anything is a distinguished name."""
    for line in data[:4096].removeprefix(b"\xef\xbb\xbf").splitlines():
        word = line.strip().lower()
        if word and not word.startswith((b"#", b"version:")):
            return word.startswith(b"dn:")
    return False


def read(data: bytes) -> Iterator[Person]:
    """One Person for each entry; groups and the branches of a directory are set aside. Never raises.

    Who is in a group of the file has its name among their groups.
    """
    found = list(entries(data))
    groups: dict[str, list[str]] = {}
    for entry in found:
        if entry.is_group and (name := next(iter(entry.texts("cn", "displayname", "commonname")), "")):
            for member in entry.texts("member", "uniquemember"):
                groups.setdefault(fold(member), []).append(name)
    for entry in found:
        person = to_person(entry)
        person.groups = list(dict.fromkeys(groups.get(fold(entry.dn), ()))) if entry.dn else []
        yield person


def entries(data: bytes) -> Iterator[Entry]:
    """The records of a file. One that a change file deletes or alters is read as what is left of it."""
    entry = Entry(1, 1)
    lines = 0
    for number, line in _logical_lines(decode(data).text):
        if not line:
            if entry.attributes or entry.dn or entry.unread:
                yield entry
                entry = Entry(entry.row + 1, number)
            lines = 0
            continue
        lines += 1
        if not (entry.attributes or entry.dn or entry.unread):
            if line.lower().startswith("version:"):
                continue
            entry.line = number
        if lines <= MOST_LINES:
            _read_line(entry, number, line)
        elif lines == MOST_LINES + 1:
            entry.problems.append(
                Problem(entry.row, "", f"an entry has more than {MOST_LINES} lines; the rest is left out")
            )
    if entry.attributes or entry.dn or entry.unread:
        yield entry


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines unfolded (one space begins a continuation), comments left out, each with its number; '' ends a record."""
    parts: list[str] = []
    at = 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line[:1] == " " and parts:
            parts.append(line[1:])
            continue
        if parts and not parts[0].startswith("#"):
            yield at, "".join(parts)
        parts, at = [], number
        if line.strip():
            parts = [line]
        else:
            yield number, ""
    if parts and not parts[0].startswith("#"):
        yield at, "".join(parts)


def _read_line(entry: Entry, number: int, line: str) -> None:
    name, colon, value = line.partition(":")
    name = name.strip()
    if not colon or not _ATTRIBUTE.match(name) or len(line) > LONGEST_LINE:
        if line.strip() != "-":
            entry.unread.append(line[:10_000])
            entry.problems.append(Problem(entry.row, "", f"line {number} is no attribute and was kept as it stands"))
        return
    key = name.partition(";")[0].lower()
    said: str | bytes = value.strip(" ")
    if value[:1] == ":":
        try:
            said = _text_or_bytes(base64.b64decode(re.sub(r"\s+", "", value[1:]), validate=True), key)
        except (binascii.Error, ValueError):
            entry.unread.append(line[:10_000])
            entry.problems.append(Problem(entry.row, key, f"line {number} is no base64 and was kept as it stands"))
            return
    elif value[:1] == "<":
        entry.unread.append(line[:10_000])
        entry.problems.append(Problem(entry.row, key, "the value is in another file, which is not opened"))
        return
    if key == "dn":
        entry.dn = said if isinstance(said, str) else ""
    elif said:
        entry.attributes.setdefault(key, []).append(said)


def _text_or_bytes(raw: bytes, key: str) -> str | bytes:
    """Text is UTF-8; old programs put Windows' own into base64 as well. Pictures and certificates are bytes."""
    if b"\0" in raw or key.endswith(("photo", "certificate", "key")):
        return raw
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def to_person(entry: Entry) -> Person:
    """The person of an entry. ``source_key`` is 'ldif:' and its distinguished name."""
    person = Person(row=entry.row, problems=list(entry.problems))
    if entry.dn:
        person.source_key = f"ldif:{entry.dn}"[:200]
    if entry.is_group:
        person.set_aside = "group"
    for name in _SILENT:
        entry.attributes.pop(name, None)
    _name(person, entry)
    for value in entry.take_all("mail", "mozillasecondemail", "xmozillasecondemail", "secondemail"):
        _add_email(person, value)
    for name, label in _PHONES.items():
        person.phones += [Labelled(value, label) for value in entry.take_all(name)]
    for name, label in _LINKS.items():
        person.links += [Labelled(_address_in(value, name), label) for value in entry.take_all(name)]
    _positions(person, entry)
    _addresses(person, entry)
    _dates(person, entry)
    for name, label in {**_CUSTOM, **_CHATS, "spousename": "spouse"}.items():
        person.custom += [Labelled(value, label) for value in entry.take_all(name)]
    person.notes = "\n\n".join(entry.take_all("description", "notes"))
    _photo(person, entry)
    _keep(person, entry)
    if person.empty:
        person.problems.append(Problem(person.row, "", "the entry names nobody"))
    person.set_aside = person.set_aside or not_a_person(person)
    return person


def _name(person: Person, entry: Entry) -> None:
    given, family = entry.take("givenname", "gn"), entry.take("sn", "surname")
    shown = [name for name in dict.fromkeys(entry.take_all("displayname", "cn", "commonname")) if name]
    nickname = entry.take("mozillanickname", "xmozillanickname", "nickname")
    display = shown[0] if shown else " ".join(part for part in (given, family) if part)
    named = Name(display, given, "", family, nickname=nickname)
    if not (given or family) and display and not person.set_aside:
        parsed = parse_name(display)
        named = Name(display, parsed.given, parsed.additional, parsed.family, parsed.prefix, parsed.suffix, nickname)
    person.name = named
    person.extras += [f"cn: {name}" for name in shown[1:]]


def _add_email(person: Person, value: str) -> None:
    if not normal_email(value):
        person.problems.append(Problem(person.row, "mail", f"“{value[:80]}” is no e-mail address"))
        person.extras.append(f"mail: {value}")
    elif all(value.lower() != known.value.lower() for known in person.emails):
        person.emails.append(Labelled(value))


def _address_in(value: str, name: str) -> str:
    """An address without the label that labeledURI may put behind it (RFC 2079)."""
    return value.split()[0] if name == "labeleduri" else value


def _positions(person: Person, entry: Entry) -> None:
    organizations = entry.take_all("o", "company", "organizationname")
    titles, departments = entry.take_all("title"), entry.take_all("ou", "department", "departmentnumber", "orgunit")
    for number in range(max(len(organizations), bool(titles or departments))):
        person.positions.append(
            Position(
                organizations[number] if number < len(organizations) else "",
                titles[number] if number < len(titles) else "",
                departments[number] if number < len(departments) else "",
            )
        )
    count = len(person.positions)
    person.extras += [f"title: {value}" for value in titles[count:]]
    person.extras += [f"ou: {value}" for value in departments[count:]]


def _addresses(person: Person, entry: Entry) -> None:
    work = (
        "\n".join(entry.take_all("street", "streetaddress", "postaladdress") + entry.take_all("mozillaworkstreet2")),
        entry.take("l", "locality"),
        entry.take("st", "region"),
        entry.take("postalcode", "zip"),
        entry.take("c", "countryname", "co", "friendlycountryname"),
    )
    home = (
        "\n".join(
            entry.take_all("mozillahomestreet", "homestreet", "homepostaladdress")
            + entry.take_all("mozillahomestreet2")
        ),
        entry.take("mozillahomelocalityname"),
        entry.take("mozillahomestate"),
        entry.take("mozillahomepostalcode"),
        entry.take("mozillahomecountryname"),
    )
    boxes = entry.take("postofficebox")
    for label, (street, city, region, postcode, country) in (("work", work), ("home", home)):
        box = boxes if label == "work" else ""
        if box or street or city or region or postcode or country:
            person.addresses.append(Address(label, box, "", street, city, region, postcode, country))


def _dates(person: Person, entry: Entry) -> None:
    for kind, start in (("birthday", "birth"), ("anniversary", "anniversary")):
        texts = [entry.take(f"{start}{part}") for part in ("year", "month", "day")]
        if not any(texts):
            continue
        when = _in_parts(texts)
        if when:
            person.dates.append(DatedOccasion(kind, when))
        else:
            written = "-".join(texts)
            person.problems.append(Problem(person.row, kind, f"“{written[:40]}” is no date"))
            person.extras.append(f"{kind}: {written}")


def _in_parts(texts: list[str]) -> PartialDate:
    if not all(text.isascii() and ((text.isdigit() and len(text) <= 4) or not text) for text in texts):
        return PartialDate()
    year, month, day = (int(text) or None if text else None for text in texts)
    try:
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return PartialDate()
    return PartialDate(year, month, day) if month or not day else PartialDate()


def _photo(person: Person, entry: Entry) -> None:
    for name in ("jpegphoto", "thumbnailphoto", "photo"):
        for value in entry.attributes.get(name, []):
            if isinstance(value, bytes) and person.photo is None:
                person.photo = Photo(value, "image/jpeg" if value.startswith(b"\xff\xd8\xff") else "")
                entry.attributes[name].remove(value)


def _keep(person: Person, entry: Entry) -> None:
    """What is not modelled stays, as attribute and value; bytes as the base64 they were."""
    for name, values in entry.attributes.items():
        for value in values:
            bare = value if isinstance(value, str) else base64.b64encode(value).decode()
            person.extras.append(f"{name}{':' if isinstance(value, str) else '::'} {bare}")
    person.extras += entry.unread
