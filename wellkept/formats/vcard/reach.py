"""The properties by which a person is reached: e-mail, phone, address, link and messenger."""

from __future__ import annotations

import re

from wellkept.formats.person import Address, Labelled
from wellkept.formats.vcard.cards import Property
from wellkept.formats.vcard.draft import Draft
from wellkept.formats.vcard.texts import plain

# Services with a property of their own, by the scheme that addresses them.
SERVICES = {
    "X-AIM": "aim",
    "X-GADUGADU": "gg",
    "X-GOOGLE TALK": "xmpp",
    "X-GOOGLE-TALK": "xmpp",
    "X-GROUPWISE": "groupwise",
    "X-GTALK": "xmpp",
    "X-ICQ": "icq",
    "X-JABBER": "xmpp",
    "X-MATRIX": "matrix",
    "X-MS-IMADDRESS": "im",
    "X-MSN": "msn",
    "X-QQ": "qq",
    "X-SIP": "sip",
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-YAHOO": "ymsgr",
    "X-YAHOO-ID": "ymsgr",
}
# The address book of KDE once put several handles into one value, with this character between them.
_KDE_BETWEEN = "\ue000"
_ANGLE = re.compile(r"[^<>]*<([^<>\s]+@[^<>\s]+)>\Z")
_TEL_EXTENSION = re.compile(r";ext=(\d+)", re.IGNORECASE)


def read_email(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if text[:7].lower() == "mailto:":
        text = text[7:]
    found = _ANGLE.match(text) if text.endswith(">") and len(text) < 1000 else None
    if found:
        draft.problem("EMAIL", f"Read as {found[1]} from {text}.")
        text = found[1]
    if text:
        draft.emails.entries.append((draft.rank(prop), Labelled(text, draft.label(prop))))
    return True


def read_tel(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if text[:4].lower() == "tel:":
        text = _TEL_EXTENSION.sub(r" ext. \1", text[4:])
    if text:
        draft.phones.entries.append((draft.rank(prop), Labelled(text, draft.label(prop))))
    return True


def read_adr(draft: Draft, prop: Property) -> bool:
    pieces = [*draft.pieces(prop), *[""] * 7]
    formatted = prop.params.get("LABEL", ("",))
    street = pieces[2]
    if not street and len(pieces) > 18:
        # RFC 9554 section 2.1: number and name of the street on their own.
        street = " ".join(piece for piece in (pieces[11], pieces[10]) if piece)
    text = plain(", ".join(formatted))
    if any(pieces) or text:
        box, extended, _, city, region, postcode, country = pieces[:7]
        address = Address(draft.label(prop), box, extended, street, city, region, postcode, country, text)
        draft.addresses.append((prop, address))
    return len(pieces) <= 14 or not any(pieces[7:])


def read_mailing_label(draft: Draft, prop: Property) -> bool:
    text = draft.text(prop)
    if text:
        draft.mailing_labels.append((prop, text))
    return True


def read_url(draft: Draft, prop: Property) -> bool:
    return link(draft, prop, draft.text(prop), draft.label(prop))


def link(draft: Draft, prop: Property, value: str, label: str) -> bool:
    if value:
        draft.links.entries.append((draft.rank(prop), Labelled(value, label)))
    return True


def read_impp(draft: Draft, prop: Property) -> bool:
    service = (prop.params.get("SERVICE-TYPE") or prop.params.get("X-SERVICE-TYPE") or ("",))[0]
    label = draft.label(prop)
    own = prop.group and prop.group.lower() in draft.group_labels
    return link(draft, prop, draft.text(prop), label if own or not service else service)


def read_social(draft: Draft, prop: Property) -> bool:
    value = draft.text(prop)
    user = prop.params.get("X-USER", prop.params.get("USERNAME", ("",)))[0]
    service = prop.params.get("SERVICE-TYPE", ("",))[0]
    if value.lower() in {"", "x-apple:"}:
        value = user
    return link(draft, prop, value, service or draft.label(prop))


def handles(draft: Draft, prop: Property, service: str) -> bool:
    for handle in draft.text(prop).split(_KDE_BETWEEN):
        if handle:
            known = ":" in handle[:20] or service in {"twitter", "facebook"}
            value = handle if known else f"{service}:{handle}"
            link(draft, prop, value, draft.label(prop) or ("" if not known else service))
    return True


def read_service(draft: Draft, prop: Property) -> bool:
    return handles(draft, prop, SERVICES[prop.name])


def read_named_service(draft: Draft, prop: Property) -> bool:
    return link(draft, prop, draft.text(prop), prop.name.removeprefix("X-").lower())
