"""What each property means for a person. A handler answers False for what it has no place for."""

from __future__ import annotations

import re
from collections.abc import Callable

from wellkept.formats.person import DatedOccasion, Labelled, PartialDate, Position
from wellkept.formats.vcard import reach
from wellkept.formats.vcard.cards import Property
from wellkept.formats.vcard.draft import Draft
from wellkept.formats.vcard.labels import RELATIVES
from wellkept.formats.vcard.moments import read_date
from wellkept.formats.vcard.more import MARK
from wellkept.formats.vcard.pictures import read_photo
from wellkept.formats.vcard.texts import plain, split

Handler = Callable[[Draft, Property], bool]


def other(draft: Draft, prop: Property) -> bool:
    """Properties without a handler: the messengers of KDE have the service in their name."""
    if prop.name.startswith("X-MESSAGING/"):
        service = prop.name.removeprefix("X-MESSAGING/").partition("-")[0].lower()
        return reach.handles(draft, prop, service)
    return not prop.value.strip()


def _nothing(draft: Draft, prop: Property) -> bool:
    return True


def _fn(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if draft.display and text:
        return text == draft.display
    if "X-WELLKEPT-STAND-IN" not in prop.params:
        draft.display = " ".join(text.split())
    return True


def _n(draft: Draft, prop: Property) -> bool:
    """The parts of a name; one may be a list, as of titles (RFC 6350 section 6.2.2)."""
    pieces = draft.pieces(prop)
    if "," in prop.value and not draft.old:
        lists = [split(piece, ",") for piece in split(prop.value, ";")]
        pieces = [
            (" " if at == 2 else ", ").join(one for one in map(plain, words) if one) for at, words in enumerate(lists)
        ]
    if not any(pieces):
        return True
    if prop.params.get("PHONETIC") and not draft.phonetic_family + draft.phonetic_given:
        draft.phonetic_family, draft.phonetic_given = (*pieces, "")[:2]
        return True
    if draft.parts:
        return pieces == draft.parts
    draft.parts = pieces
    return True


def _nickname(draft: Draft, prop: Property) -> bool:
    draft.nicknames += draft.listed(prop)
    return True


def _phonetic_given(draft: Draft, prop: Property) -> bool:
    draft.phonetic_given = draft.phonetic_given or draft.text(prop)
    return True


def _phonetic_family(draft: Draft, prop: Property) -> bool:
    draft.phonetic_family = draft.phonetic_family or draft.text(prop)
    return True


def _sort_string(draft: Draft, prop: Property) -> bool:
    """In Japan the sort string is how a name sounds; elsewhere it says nothing new (RFC 2426 section 3.6.5)."""
    words = draft.text(prop).replace(";", " ").split()
    if not words or not all(re.match(r"[\u3040-\u30ff\uff66-\uff9f]+\Z", word) for word in words) or len(words) > 2:
        return False
    draft.phonetic_family, draft.phonetic_given = (*words, "")[:2]
    return True


def _sound(draft: Draft, prop: Property) -> bool:
    """Japanese phones put the reading of a name into a sound."""
    if "X-IRMC-N" not in prop.types:
        return False
    draft.phonetic_family, draft.phonetic_given = (*draft.pieces(prop), "", "")[:2]
    return True


def _org(draft: Draft, prop: Property) -> bool:
    name, *units = draft.pieces(prop)
    department = ", ".join(unit for unit in units if unit)
    if name or department or prop.group.lower() in draft.position_facts:
        draft.organizations.append((prop.group, name, department))
    return True


def _title(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if text:
        draft.titles.append((prop.group, text))
    return True


def _role(draft: Draft, prop: Property) -> bool:
    if prop.value.strip():
        draft.roles.append(prop)
    return True


def _department(draft: Draft, prop: Property) -> bool:
    draft.department = draft.department or draft.text(prop)
    return True


def _position(draft: Draft, prop: Property) -> bool:
    """What we write of a position beyond its names: kind; from; to; current; location; description."""
    pieces = draft.pieces(prop)
    if len(pieces) != 6 or not prop.group:
        return False
    kind, started, ended, current, location, description = pieces
    draft.position_facts[prop.group.lower()] = Position(
        "",
        kind=kind,
        started=read_date(started),
        ended=read_date(ended),
        current=current != "no",
        location=location,
        description=description,
    )
    return True


def _occasion(draft: Draft, prop: Property, kind: str, label: str = "") -> bool:
    text = draft.text(prop)
    if not text:
        return True
    when = read_date(text, prop.params.get("X-APPLE-OMIT-YEAR", ("",))[0])
    if not when:
        draft.problem(prop.name, f"'{text[:60]}' is no date that can be read; the line was kept as it stands.")
        return False
    occasion = DatedOccasion(kind, when, label)
    if kind == "birthday" and draft.born:
        return occasion == draft.born
    draft.born = occasion if kind == "birthday" else draft.born
    draft.dates[occasion] = None
    return True


def _bday(draft: Draft, prop: Property) -> bool:
    return _occasion(draft, prop, "birthday", draft.label(prop) if prop.group else "")


def _anniversary(draft: Draft, prop: Property) -> bool:
    return _occasion(draft, prop, "anniversary", draft.label(prop) if prop.group else "")


def _abdate(draft: Draft, prop: Property) -> bool:
    label = draft.label(prop)
    kind = label if label in {"anniversary", "birthday"} else "other"
    return _occasion(draft, prop, kind, "" if kind == label else label)


def _categories(draft: Draft, prop: Property) -> bool:
    draft.groups.update(dict.fromkeys(draft.listed(prop)))
    return True


def _note(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if text:
        draft.notes.append(text)
    return True


def _photo(draft: Draft, prop: Property) -> bool:
    if not prop.value.strip():
        return True
    photo = read_photo(prop)
    if photo is None:
        draft.problem("PHOTO", "The picture cannot be decoded; the line was kept as it stands.")
        return False
    if draft.person.photo is not None:
        return photo == draft.person.photo
    draft.person.photo = photo
    return True


def _interest(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if text:
        draft.interests[text] = None
    return True


def _pronouns(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if draft.person.pronouns and text:
        return text == draft.person.pronouns
    draft.person.pronouns = text
    return True


def _uid(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if draft.person.source_key and text:
        return text == draft.person.source_key
    draft.person.source_key = text
    return True


def _kind(draft: Draft, prop: Property) -> bool:
    kind = draft.text(prop).lower()
    if kind in {"group", "list"}:
        draft.person.set_aside = "group"
    elif kind in {"org", "organization", "company"}:
        draft.company = True
    return kind in {"", "individual"}


def _show_as(draft: Draft, prop: Property) -> bool:
    draft.company = draft.company or draft.text(prop).upper() == "COMPANY"
    return False


def _related(draft: Draft, prop: Property) -> bool:
    """A relative by name; one by the address of a card is kept for whoever has that card (RFC 6350 section 6.6.6)."""
    text = draft.text(prop)
    label = draft.label(prop)
    if prop.params.get("VALUE", ("",))[0].upper() == "URI" or text[:4].lower() in {"urn:", "http"}:
        return False
    return _custom(draft, text, label)


def _custom(draft: Draft, text: str, label: str) -> bool:
    if text:
        draft.person.custom.append(Labelled(text, label))
    return True


def _relative(draft: Draft, prop: Property) -> bool:
    return _custom(draft, draft.text(prop), prop.name.rpartition("-")[2].lower().removesuffix("sname"))


def _field(draft: Draft, prop: Property) -> bool:
    return _custom(draft, draft.text(prop), draft.label(prop))


def _agent(draft: Draft, prop: Property) -> bool:
    """A nested card is a card of its own; an agent that is only linked is kept."""
    value = prop.value.strip()
    return not value or (value[:5].upper() == "BEGIN" and not any(one.field == "AGENT" for one in draft.card.problems))


def _android(draft: Draft, prop: Property) -> bool:
    """Android's own rows: type; value; kind; label."""
    pieces = [*draft.pieces(prop), "", "", "", ""]
    row, value, kind, label = pieces[0].rpartition("/")[2], pieces[1], pieces[2], pieces[3]
    if row == "nickname":
        draft.nicknames += [value] if value else []
        return True
    if row == "contact_event" and kind in {"0", "1", "2", "3"}:
        name = {"1": "anniversary", "3": "birthday"}.get(kind, "other")
        return _occasion(draft, prop._replace(value=value), name, label if name == "other" else "")
    return False


def _connected_on(draft: Draft, prop: Property) -> bool:
    draft.person.connected_on = read_date(draft.text(prop))
    return draft.person.connected_on != PartialDate()


def _location(draft: Draft, prop: Property) -> bool:
    draft.person.location = draft.text(prop)
    return True


def _unread(draft: Draft, prop: Property) -> bool:
    """A line that was no property when it was first read, or that 2.1 has no words for, given back."""
    draft.person.extras.append(draft.text(prop))
    return True


HANDLERS: dict[str, Handler] = {
    "VERSION": _nothing,
    "X-ABLABEL": _nothing,
    "FN": _fn,
    "N": _n,
    "NICKNAME": _nickname,
    "X-PHONETIC-FIRST-NAME": _phonetic_given,
    "X-PHONETIC-LAST-NAME": _phonetic_family,
    "SORT-STRING": _sort_string,
    "SOUND": _sound,
    "EMAIL": reach.read_email,
    "TEL": reach.read_tel,
    "ADR": reach.read_adr,
    "LABEL": reach.read_mailing_label,
    "URL": reach.read_url,
    "IMPP": reach.read_impp,
    "X-SOCIALPROFILE": reach.read_social,
    "SOCIALPROFILE": reach.read_social,
    "X-TWITTER": reach.read_named_service,
    "X-FACEBOOK": reach.read_named_service,
    "X-LINKEDIN": reach.read_named_service,
    "ORG": _org,
    "TITLE": _title,
    "ROLE": _role,
    "X-DEPARTMENT": _department,
    "X-WELLKEPT-POSITION": _position,
    "BDAY": _bday,
    "ANNIVERSARY": _anniversary,
    "X-ANNIVERSARY": _anniversary,
    "X-EVOLUTION-ANNIVERSARY": _anniversary,
    "X-KADDRESSBOOK-X-ANNIVERSARY": _anniversary,
    "X-ABDATE": _abdate,
    "CATEGORIES": _categories,
    "NOTE": _note,
    "PHOTO": _photo,
    "INTEREST": _interest,
    "X-INTEREST": _interest,
    "HOBBY": _interest,
    "X-HOBBY": _interest,
    "PRONOUNS": _pronouns,
    "X-PRONOUNS": _pronouns,
    "UID": _uid,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABSHOWAS": _show_as,
    "RELATED": _related,
    "X-ABRELATEDNAMES": _related,
    "X-WELLKEPT-FIELD": _field,
    "AGENT": _agent,
    "X-ANDROID-CUSTOM": _android,
    "X-WELLKEPT-CONNECTED-ON": _connected_on,
    "X-WELLKEPT-LOCATION": _location,
    "X-WELLKEPT-UNREAD": _unread,
    MARK: _unread,
    **dict.fromkeys(reach.SERVICES, reach.read_service),
    **{f"X-{word.upper()}": _relative for word in RELATIVES},
    **{f"X-KADDRESSBOOK-X-{word.upper()}SNAME": _relative for word in ("spouse", "manager", "assistant")},
    **{f"X-EVOLUTION-{word.upper()}": _relative for word in ("spouse", "manager", "assistant")},
}
