"""From the lines of a card to its fields. Pure: what an engine read goes in, fields and what is unsure come out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from wellkept.formats.card.addresses import Address, emails_in, plain, site_of, urls_in
from wellkept.formats.card.fields import Found, choose
from wellkept.formats.card.lines import Line
from wellkept.formats.card.naming import likeness_to_mailbox
from wellkept.formats.card.numbers import Number, numbers_in, spelt
from wellkept.formats.card.parts import Part, in_order, parts_of
from wellkept.formats.card.places import place_worth
from wellkept.formats.card.regions import likely_regions
from wellkept.formats.card.words import FREE_MAIL

CLEARLY_READ = 0.85  # confidence of the engine under which a word is asked about
SOCIAL = frozenset(
    {"linkedin", "xing", "twitter", "x", "facebook", "instagram", "github", "youtube", "tiktok", "calendly", "linktr"}
)
MOST_LINES = 150


@dataclass(slots=True)
class Card:
    """What a card says. ``unsure``: the fields ('name'), or of several values the very ones, that have to be asked about."""

    name: str | None = None
    title: str | None = None
    organization: str | None = None
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    address: str | None = None
    unsure: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (
            self.name or self.title or self.organization or self.emails or self.phones or self.urls or self.address
        )

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name, "title": self.title, "organization": self.organization, "emails": self.emails,
            "phones": self.phones, "urls": self.urls, "address": self.address, "unsure": self.unsure,
        }  # fmt: skip


def read_card(lines: Sequence[Line], *, region: str = "", given: Collection[str] = frozenset()) -> Card:
    """``region``: where the reader is (two letters), for numbers of cards that do not tell their own country.
    ``given``: given names, folded."""
    ordered = sorted(lines[:MOST_LINES], key=lambda line: (line.top, line.left))
    texts = [plain(line.text) for line in ordered]
    card = Card()
    _mails(card, texts, ordered)
    _sites(card, texts, ordered)
    sites = [site_of(address) for address in [*card.emails, *card.urls]]
    sites = [site for site in dict.fromkeys(sites) if site and site not in FREE_MAIL and site not in SOCIAL]
    _phones(card, texts, ordered, region)
    parts = in_order([part for number, text in enumerate(texts) for part in parts_of(text, number, ordered[number])])
    found = choose(parts, locals_=[mail.partition("@")[0] for mail in card.emails], sites=sites, given=given)
    _take(card, found)
    _mend_mailboxes(card, [line.text for line in ordered])
    card.unsure = list(dict.fromkeys(card.unsure))
    return card


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "\n" * (end - start) + text[end:]


def _mails(card: Card, texts: list[str], lines: Sequence[Line]) -> None:
    for at, text in enumerate(texts):
        if "@" not in text:
            continue
        found = emails_in(text)
        if not found:
            found = _broken_mail(texts, lines, at)
        for address in reversed(found):
            texts[at] = _blank(texts[at], address.start, address.end)
        _add(card.emails, card.unsure, found, lines[at].sure)


def _broken_mail(texts: list[str], lines: Sequence[Line], at: int) -> list[Address]:
    """An address that runs on in the next line, or began in the one before."""
    for before, after in ((at, at + 1), (at - 1, at)):
        if not 0 <= before < after < len(texts) or abs(lines[after].top - lines[before].top) > 3 * max(
            lines[before].height, 1
        ):
            continue
        if found := emails_in(texts[before].rstrip() + texts[after].lstrip()):
            texts[before if before != at else after] = ""
            return [Address(found[0].value, 0, len(texts[at]), mended=True)]
    return []


def _sites(card: Card, texts: list[str], lines: Sequence[Line]) -> None:
    domains = [mail.partition("@")[2] for mail in card.emails]
    for at, text in enumerate(texts):
        found = urls_in(text, domains)
        for address in reversed(found):
            texts[at] = _blank(texts[at], address.start, address.end)
        _add(card.urls, card.unsure, found, lines[at].sure)


def _add(values: list[str], unsure: list[str], found: Sequence[Address], sure: float) -> None:
    for address in found:
        if address.value not in values:
            values.append(address.value)
            if sure < CLEARLY_READ:
                unsure.append(address.value)


def _phones(card: Card, texts: list[str], lines: Sequence[Line], region: str) -> None:
    runs = [
        number
        for at, text in enumerate(texts)
        for number in numbers_in(text, at, lines[at].sure, label_beside=_beside(lines, at))
    ]
    regions = likely_regions(texts, runs, [*card.emails, *card.urls], region)
    for number in sorted(runs, key=lambda one: (one.line, one.start), reverse=True):
        line = texts[number.line]
        if number.is_other or (not number.is_labelled and not number.is_fax and _is_place(number, line)):
            continue
        e164, sure = spelt(number, regions)
        if not e164 and not (number.is_fax or number.is_labelled):
            continue
        texts[number.line] = _blank(line, number.start, number.end)
        if number.is_fax:
            continue
        value = e164 or number.raw
        if value not in card.phones:
            card.phones.insert(0, value)
            if not sure or number.sure < CLEARLY_READ:
                card.unsure.append(value)


def _mend_mailboxes(card: Card, texts: Sequence[str]) -> None:
    """'Eana.souza@…' is a label and an address, where the name says so: 'E ana.souza@…'."""
    if not card.name:
        return
    for at, mail in enumerate(card.emails):
        local, _at, domain = mail.partition("@")
        shorter = local[1:]
        glued = any(re.match(rf"[EM]\s?{re.escape(shorter)}\s?@", text) for text in texts)
        if glued and likeness_to_mailbox(card.name, shorter) > likeness_to_mailbox(card.name, local):
            card.emails[at] = f"{shorter}@{domain}"


def _is_place(number: Number, line: str) -> bool:
    return "+" not in number.raw and place_worth(line) >= 3.0


def _beside(lines: Sequence[Line], at: int) -> str:
    """The text left of a line in the same row, where labels stand in a column of their own."""
    mine = lines[at]
    row = [
        other
        for other in lines
        if other is not mine
        and other.right <= mine.left + 2
        and abs(other.middle - mine.middle) < 0.5 * max(mine.height, 1)
    ]
    return max(row, key=lambda other: other.right).text if row else ""


def _take(card: Card, found: Found) -> None:
    card.name, card.title = found.name, found.title
    card.organization, card.address = found.organization, found.address
    card.unsure += found.unsure


def is_clear(part: Part) -> bool:
    return part.sure >= CLEARLY_READ
