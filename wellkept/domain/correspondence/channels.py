"""The ways in which somebody can be reached now, the best first. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from wellkept.domain.correspondence.drafts import Draft
from wellkept.domain.correspondence.known import Known

# What an act asks of the week's budget, in minutes. Product defaults, measured by nobody.
MINUTES = {
    "message": 2, "sms": 2, "whatsapp": 2, "linkedin": 2, "email": 3, "call": 8, "video": 15, "letter": 5,
    "met": 3, "coffee": 3, "lunch": 3, "event": 3, "introduction": 5, "gift": 5, "help": 10, "other": 2,
}  # fmt: skip
LOOK_UP = 3  # minutes, where no way of reaching somebody is known
_ORDER = ("email", "call", "linkedin", "whatsapp", "sms", "letter")
_USED = {"email": ("email",), "message": ("linkedin", "whatsapp", "sms"), "call": ("call",), "letter": ("letter",)}


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to reach somebody: ``href`` opens it, ``copy`` is what its address cannot carry.

    ``kind``: email, call, linkedin, whatsapp, sms, letter. ``records``: the kind of interaction it leaves.
    ``to`` is the address or number it goes to.
    """

    kind: str
    to: str
    href: str
    copy: str
    minutes: int
    records: str


def channels(known: Known, letter: Draft) -> tuple[Channel, ...]:
    """Every way there is, the one last used first, then e-mail, phone, LinkedIn."""
    found = {
        channel.kind: channel
        for channel in [*_by_mail(known, letter), *_by_phone(known, letter), *_others(known, letter)]
    }
    last = next((said.kind for said in known.said if said.kind in _USED), "")
    order = [*_USED.get(last, ()), *_ORDER]
    return tuple(found[kind] for kind in dict.fromkeys(order) if kind in found)


def _by_mail(known: Known, letter: Draft) -> list[Channel]:
    if not known.emails:
        return []
    to = known.emails[0]
    body = letter.body.replace("\n", "\r\n")  # RFC 6068 section 5: line breaks are %0D%0A
    href = f"mailto:{quote(to, safe='@+.')}?subject={quote(letter.subject, safe='')}&body={quote(body, safe='')}"
    return [Channel("email", to, href, letter.body, MINUTES["email"], "email")]


def _by_phone(known: Known, letter: Draft) -> list[Channel]:
    for written, e164 in known.phones:
        number = e164 or re.sub(r"[^\d+]", "", written)
        if len(number) < 4:
            continue
        text = quote(letter.short, safe="")
        ways = [Channel("call", written, f"tel:{number}", "", MINUTES["call"], "call")]
        if e164:
            chat = f"https://wa.me/{e164.lstrip('+')}?text={text}"
            ways.append(Channel("whatsapp", written, chat, letter.short, MINUTES["whatsapp"], "message"))
        ways.append(Channel("sms", written, f"sms:{number}?body={text}", letter.short, MINUTES["sms"], "message"))
        return ways
    return []


def _others(known: Known, letter: Draft) -> list[Channel]:
    ways = []
    address = known.linkedin if "://" in known.linkedin else f"https://{known.linkedin}"
    if known.linkedin and urlsplit(address).scheme in {"http", "https"}:
        ways.append(Channel("linkedin", known.linkedin, address, letter.short, MINUTES["linkedin"], "message"))
    if known.address:
        ways.append(Channel("letter", known.address, "", letter.body, MINUTES["letter"], "letter"))
    return ways
