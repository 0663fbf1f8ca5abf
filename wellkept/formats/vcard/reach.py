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


def email_text(draft: Draft, prop: Property) -> tuple[str, str]:
    """The address, and the text it was taken out of, if it was."""
    text = draft.text(prop)
    if text[:7].lower() == "mailto:":
        text = text[7:]
    found = _ANGLE.match(text) if text.endswith(">") and len(text) < 1000 else None
    return (found[1], text) if found else (text, "")


def read_email(draft: Draft, prop: Property) -> bool:
    text, whole = email_text(draft, prop)
    if whole:
        draft.problem("EMAIL", f"Read as {text} from {whole}.")
    if text:
        draft.emails.entries.append((draft.rank(prop), Labelled(text, draft.label(prop))))
    return True


def tel_text(draft: Draft, prop: Property) -> str:
    text = draft.text(prop)
    return _TEL_EXTENSION.sub(r" ext. \1", text[4:]) if text[:4].lower() == "tel:" else text


def read_tel(draft: Draft, prop: Property) -> bool:
    text = tel_text(draft, prop)
    if text:
        draft.phones.entries.append((draft.rank(prop), Labelled(text, draft.label(prop))))
    return True


def read_adr(draft: Draft, prop: Property) -> bool:
    pieces = draft.pieces(prop)
    text = plain(", ".join(prop.params.get("LABEL", ("",))))
    if any(pieces) or text:
        box, extended, street, city, region, postcode, country = adr_parts(pieces)
        address = Address(draft.label(prop), box, extended, street, city, region, postcode, country, text)
        draft.addresses.append((prop, address))
    return True


def adr_parts(pieces: list[str]) -> list[str]:
    """The seven parts of RFC 6350; the street may stand in the newer ones alone, its number and name apart (RFC 9554 section 2.1)."""
    parts = [*pieces, *[""] * 7][:7]
    if not parts[2] and len(pieces) > 11:
        parts[2] = " ".join(piece for piece in (pieces[11], pieces[10]) if piece)
    return parts


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
    service = prop.params.get("SERVICE-TYPE", ("",))[0]
    return link(draft, prop, social_text(draft, prop), service or draft.label(prop))


def social_text(draft: Draft, prop: Property) -> str:
    value = draft.text(prop)
    if value.lower() in {"", "x-apple:"}:
        return prop.params.get("X-USER", prop.params.get("USERNAME", ("",)))[0]
    return value


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
