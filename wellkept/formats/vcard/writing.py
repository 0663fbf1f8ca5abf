"""From a person to a card: vCard 4.0 (RFC 6350), 3.0 (RFC 2426) or 2.1."""

from __future__ import annotations

from typing import Literal

from wellkept.formats.person import Address, DatedOccasion, Labelled, PartialDate, Person, Position
from wellkept.formats.vcard.labels import RELATIVES, types_for
from wellkept.formats.vcard.lines import Sheet
from wellkept.formats.vcard.moments import APPLE_NO_YEAR, write_date
from wellkept.formats.vcard.more import key_of
from wellkept.formats.vcard.people import composed
from wellkept.formats.vcard.pictures import to_base64
from wellkept.formats.vcard.texts import escaped

Version = Literal["2.1", "3.0", "4.0"]

# Addresses of these schemes are for messengers (RFC 4770); all others are links.
MESSENGERS = frozenset(
    [
        "aim",
        "facebook",
        "gg",
        "groupwise",
        "icq",
        "im",
        "irc",
        "matrix",
        "mqq",
        "msn",
        "qq",
        "sip",
        "skype",
        "telegram",
        "twitter",
        "xmpp",
        "ymsgr",
    ]
)


def write(person: Person, version: Version = "3.0", uid: str = "", rev: str = "") -> str:
    """The card as text with CRLF line ends. ``uid`` defaults to the source key; ``rev`` is a timestamp.

    What the standard has no property for goes into ``X-WELLKEPT-…`` properties, so that reading gives it back;
    ``extras`` are written as they stood, but for PRODID and (when ``rev`` is given) REV, which tell of another writer.
    """
    sheet = Sheet(version, person.extras)
    sheet.plain_line("BEGIN:VCARD")
    sheet.plain_line(f"VERSION:{version}")
    sheet.text("UID", uid or person.source_key)
    _names(sheet, person)
    _many(sheet, "EMAIL", person.emails)
    _many(sheet, "TEL", person.phones)
    for address in person.addresses:
        _address(sheet, address)
    _links(sheet, person.links)
    for number, position in enumerate(person.positions):
        _position(sheet, position, alone=len(person.positions) == 1, number=number)
    for occasion in person.dates:
        _occasion(sheet, occasion)
    if person.groups:
        sheet.value("CATEGORIES", ",".join(escaped(name) for name in person.groups))
    sheet.text("NOTE", person.notes)
    _own(sheet, person)
    _photo(sheet, person)
    sheet.give_back(person.extras, rev=bool(rev))
    sheet.text("REV", rev)
    sheet.plain_line("END:VCARD")
    return sheet.finished()


def _names(sheet: Sheet, person: Person) -> None:
    """FN, which must not be missing (RFC 6350 section 6.2.1), and N; a stand-in for the name says that it is one."""
    name = person.name
    parts = (name.family, name.given, name.additional, name.prefix, name.suffix)
    display = name.display or composed(name.prefix, name.given, name.additional, name.family, name.suffix)
    if display:
        sheet.text("FN", display, sheet.more("FN", display))
    else:
        reached = [*person.emails, *person.phones, *person.links]
        stand_in = next((p.organization for p in person.positions if p.organization), "") or name.nickname
        stand_in = stand_in or (reached[0].value if reached else "Unknown")
        sheet.value("FN", escaped(stand_in), params=[("X-WELLKEPT-STAND-IN", "1")])
    if any(parts) or sheet.version != "4.0":
        sheet.value("N", ";".join(escaped(part) for part in parts), more=sheet.more("N", key_of(parts)))
    sheet.text("NICKNAME", name.nickname)
    sheet.text("X-PHONETIC-FIRST-NAME", name.phonetic_given)
    sheet.text("X-PHONETIC-LAST-NAME", name.phonetic_family)


def _many(sheet: Sheet, name: str, values: list[Labelled]) -> None:
    for number, value in enumerate(values):
        preferred = number == 0 and len(values) > 1
        types, more = types_for(value.label, name), sheet.more(name, value.value)
        sheet.labelled(name, escaped(value.value), value.label, types, preferred=preferred, more=more)


def _links(sheet: Sheet, links: list[Labelled]) -> None:
    """Links in their order, which readers take for the order of preference (RFC 6350 section 5.3)."""
    for number, link in enumerate(links):
        scheme, colon, _ = link.value.partition(":")
        name = "IMPP" if colon and scheme.lower() in MESSENGERS else "URL"
        # The scheme of an address may not be taken for an escape; its commas and semicolons stay (RFC 3986).
        value = link.value.replace("\\", "\\\\").replace("\n", "\\n")
        preferred = number == 0 and len(links) > 1
        label, types, more = link.label, types_for(link.label, name), sheet.more("LINK", link.value)
        if more and more.tells_label:
            if label == more.told_label:
                label, types = ("", ()) if sheet.version != "2.1" else (label, types)
            elif label and not (more.service and more.name == "SOCIALPROFILE"):
                types = None
            else:
                more = None
        if more and sheet.version != "2.1":
            name = sheet.newer(more.name) if more.name == "SOCIALPROFILE" else more.name
        sheet.labelled(name, value, label, types, preferred=preferred, more=more)


def _address(sheet: Sheet, address: Address) -> None:
    """ADR with its mailing label: a parameter in 4.0 (RFC 6350 section 6.3.1), LABEL of the same group before."""
    parts = (
        address.po_box,
        address.extended,
        address.street,
        address.city,
        address.region,
        address.postcode,
        address.country,
    )
    types = types_for(address.label, "ADR")
    value = ";".join(escaped(part) for part in parts)
    more = sheet.more("ADR", key_of(parts))
    if sheet.version == "4.0":
        params = [("LABEL", address.formatted.replace("\\", "\\\\"))] if address.formatted else []
        sheet.labelled("ADR", value, address.label, types, params=params, more=more)
        return
    group = sheet.group() if address.formatted else ""
    if any(parts) or not address.formatted:
        group = sheet.labelled("ADR", value, address.label, types, group=group, more=more)
        if address.formatted:
            sheet.value("LABEL", escaped(address.formatted), group=group, types=types or ())
    else:
        sheet.labelled("LABEL", escaped(address.formatted), address.label, types, group=group)


def _position(sheet: Sheet, position: Position, *, alone: bool, number: int) -> None:
    """ORG and TITLE, in a group of their own where there are several positions or more to tell than RFC 6350 knows."""
    usual = Position(position.organization, position.title, position.department)
    group = "" if alone and position == usual else sheet.group()
    units = [position.organization, position.department] if position.department else [position.organization]
    if position != usual:
        facts = (
            position.kind,
            _partial(position.started),
            _partial(position.ended),
            "yes" if position.current else "no",
            position.location,
            position.description,
        )
        sheet.value("X-WELLKEPT-POSITION", ";".join(escaped(fact) for fact in facts), group=group)
    if any(units) or position != usual:
        more = sheet.more("ORG", key_of([position.organization, position.department]))
        sheet.value("ORG", ";".join(escaped(unit) for unit in units), group=group, more=more)
    if position.title:
        sheet.value("TITLE", escaped(position.title), group=group, more=sheet.more("TITLE", position.title))


def _partial(when: PartialDate) -> str:
    return write_date(when, basic=False) if when else ""


def _occasion(sheet: Sheet, occasion: DatedOccasion) -> None:
    """Dates in the form of the version; 3.0 has none without a year, so Apple's is written, which others know too."""
    if not occasion.date:
        return
    four = sheet.version == "4.0"
    value = write_date(occasion.date, basic=four)
    params = []
    if sheet.version == "3.0" and occasion.date.year is None and occasion.date.day:
        value = f"{APPLE_NO_YEAR}-{value[2:]}"
        params = [("X-APPLE-OMIT-YEAR", str(APPLE_NO_YEAR))]
    family = {"birthday": "BDAY", "anniversary": "ANNIVERSARY"}.get(occasion.kind, "")
    more = sheet.more(family, write_date(occasion.date, basic=True)) if family else None
    if more and more.value:
        params = []
    types = None if occasion.label else ()
    if occasion.kind == "birthday":
        sheet.labelled("BDAY", value, occasion.label, types, params=params, more=more)
    elif occasion.kind == "anniversary" and four:
        sheet.labelled("ANNIVERSARY", value, occasion.label, types, more=more)
    elif occasion.kind == "anniversary" and (sheet.version == "2.1" or occasion.label or more):
        sheet.labelled("X-ANNIVERSARY", value, occasion.label, types, params=params, more=more)
    else:
        label = "_$!<Anniversary>!$_" if occasion.kind == "anniversary" else occasion.label
        sheet.labelled("X-ABDATE", value, label, None if label else (), params=params)


def _own(sheet: Sheet, person: Person) -> None:
    """What has a property of its own in 4.0 only (RFC 6715, RFC 9554), or nowhere."""
    for interest in person.interests:
        more = sheet.more("INTEREST", interest)
        sheet.text(sheet.newer(more.name if more and sheet.version != "2.1" else "INTEREST"), interest, more)
    sheet.text(sheet.newer("PRONOUNS"), person.pronouns, sheet.more("PRONOUNS", person.pronouns))
    for entry in person.custom:
        if entry.label in RELATIVES and entry.value[:4].lower() not in {"urn:", "http"}:
            label = f"_$!<{entry.label.capitalize()}>!$_"
            sheet.labelled("X-ABRELATEDNAMES", escaped(entry.value), label, None)
        else:
            sheet.labelled("X-WELLKEPT-FIELD", escaped(entry.value), entry.label, None if entry.label else ())
    sheet.text("X-WELLKEPT-CONNECTED-ON", _partial(person.connected_on))
    sheet.text("X-WELLKEPT-LOCATION", person.location)


def _photo(sheet: Sheet, person: Person) -> None:
    """A data address in 4.0 (RFC 6350 section 6.2.4), base64 in 3.0 (RFC 2426 section 3.1.4) and 2.1."""
    photo = person.photo
    if photo is None or not (photo.data or photo.url):
        return
    if not photo.data:
        kind = {"4.0": [], "3.0": [("VALUE", "uri")], "2.1": [("VALUE", "URL")]}[sheet.version]
        sheet.value("PHOTO", photo.url.replace("\\", "\\\\").replace("\n", "\\n"), params=kind, ready=True)
        return
    data = to_base64(photo.data)
    if sheet.version == "4.0":
        sheet.value("PHOTO", f"data:{photo.media_type};base64,{data}", ready=True)
        return
    subtype = photo.media_type.removeprefix("image/").upper()
    encoding = "b" if sheet.version == "3.0" else "BASE64"
    params = [("ENCODING", encoding), *([("TYPE", subtype)] if subtype else [])]
    sheet.value("PHOTO", data, params=params, ready=True)
    if sheet.version == "2.1":
        sheet.plain_line("")
