"""From a block of lines to fields. What is a name, a title, an organization or an address is decided piece against piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import wellkept.formats.fields.addresses as addresses
from wellkept.formats.fields import (
    FoundPhone,
    bare_name,
    is_address,
    is_given,
    is_organization,
    is_postal_line,
    is_title,
    name_like,
)
from wellkept.formats.fields.organizations import has_form
from wellkept.formats.fields.titles import is_field
from wellkept.formats.names import fold
from wellkept.formats.signature.choosing import Choice, choose
from wellkept.formats.signature.closings import is_closing
from wellkept.formats.signature.footers import without_footers
from wellkept.formats.signature.parting import Part, domains_of, part
from wellkept.formats.signature.quoting import own_lines
from wellkept.formats.signature.regions import other_region

SURE_NAME, LIKE_A_NAME = 0.6, 0.35
SURE_TITLE = 0.6
SURE_ORGANIZATION, LIKE_AN_ORGANIZATION = 0.7, 0.55
SURE_ADDRESS, LIKE_A_PLACE = 0.5, 0.45


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature says of its owner; all empty where there is none. ``lines`` are those it was read from.

    ``phones`` are E.164, or as written where the country is not known. ``unsure`` names the fields to be asked about.
    """

    name: str = ""
    title: str = ""
    organization: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    address: str = ""
    unsure: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (
            self.name or self.title or self.organization or self.emails or self.phones or self.urls or self.address
        )


def read_signature(body: str, *, region: str = "", sender: str = "") -> Signature:
    """Of a mail's text. ``sender`` (its From header) helps to find the signature; nothing of it is taken into the fields."""
    own, _places = own_lines(body)
    lines, _kept = without_footers(own)
    chosen = choose(lines, sender)
    if chosen.start is None:
        return Signature()
    block = [line for line in lines[chosen.start :] if line.strip()]
    read = read_block(block, region=region, signed=True)
    if not read.name and chosen.sure == 1.0:
        return _signed_above(lines, chosen, read, region)
    return read


def _signed_above(lines: Sequence[str], chosen: Choice, read: Signature, region: str) -> Signature:
    """'Best, Tom' stands above the '-- ' and no name below it."""
    from dataclasses import replace

    above = [line for line in lines[: chosen.start] if line.strip(" -")]
    tail = next(
        (above[number:] for number in range(max(0, len(above) - 3), len(above)) if is_closing(above[number])),
        above[-1:],
    )
    name = read_block(tail, region=region, signed=True).name if len(tail) < 4 else ""
    return replace(read, name=name) if name and len(name.split()) < 5 else read


def read_block(lines: Sequence[str], *, region: str = "", signed: bool = False) -> Signature:
    """Of lines that are known to be about one person: a signature, a pasted block with an address. Never raises."""
    parted = part(lines, region)
    emails, urls = parted.emails, parted.urls
    rest = list(parted.parts)
    unsure = []
    name, how_sure = _take_name(rest, emails, signed=signed)
    if name and how_sure < SURE_NAME:
        unsure.append("name")
    title = _take_title(rest)
    if not title and name and (title := _take_field(rest)):
        unsure.append("title")
    address = _take_address(rest)
    organization, how_sure = _take_organization(rest, domains_of(emails, urls))
    if organization and how_sure < SURE_ORGANIZATION:
        unsure.append("organization")
    phones, sure = _phones(parted.phones, region, urls=urls, emails=emails, address=address)
    if not sure:
        unsure.append("phones")
    return Signature(
        name=name, title=title, organization=organization, emails=tuple(emails), phones=tuple(phones), urls=tuple(urls),
        address=address, unsure=tuple(unsure), lines=tuple(lines),
    )  # fmt: skip


def _take_name(rest: list[Part], emails: Sequence[str], *, signed: bool) -> tuple[str, float]:
    """The piece that is most like a name; in a signature the first has the better claim."""
    best, most = None, LIKE_A_NAME
    for number, piece in enumerate(rest[:8]):
        score = name_like(piece.text, emails)
        if score and (
            is_title(piece.text) > SURE_TITLE or has_form(piece.text) or is_address(piece.text) > SURE_ADDRESS
        ):
            score *= 0.3
        if score and not _given(piece.text) and is_organization(piece.text) > LIKE_AN_ORGANIZATION:
            score *= 0.5
        claim = score + (0.2 if number == 0 else 0.1 if number == 1 else 0.0) if score else 0.0
        if claim > most:
            best, most = number, claim
    if best is not None:
        return bare_name(rest.pop(best).text), most
    if rest and signed and is_given(rest[0].text) and " " not in rest[0].text:
        return rest.pop(0).text.strip(" .,").capitalize(), SURE_NAME
    return "", 0.0


def _given(text: str) -> bool:
    return is_given((bare_name(text).split() or [""])[0])


def _take_title(rest: list[Part]) -> str:
    for number, piece in enumerate(rest):
        if (
            is_title(piece.text) >= SURE_TITLE
            and is_address(piece.text) < SURE_ADDRESS
            and not _rather_organization(piece.text)
        ):
            return rest.pop(number).text.strip(" .,")
    return ""


def _take_field(rest: list[Part]) -> str:
    """'Vertrieb', directly behind the name: a department that is signed for as a title."""
    words = fold(rest[0].text).split() if rest else []
    return rest.pop(0).text if 0 < len(words) < 4 and is_field(words[-1]) else ""


def _rather_organization(text: str) -> bool:
    """'Kanzlei Huber Rechtsanwälte GmbH' names works and is none."""
    return has_form(text) and is_title(text) < 0.95


def _take_organization(rest: list[Part], domains: Iterable[str]) -> tuple[str, float]:
    known = list(domains)
    scored = [(is_organization(piece.text, known), -number) for number, piece in enumerate(rest)]
    best = max(scored, default=(0.0, 0))
    if best[0] >= LIKE_AN_ORGANIZATION:
        return _tidy(rest.pop(-best[1]).text), best[0]
    for number, piece in enumerate(rest):
        if _could_be_one(piece.text):
            return _tidy(rest.pop(number).text), LIKE_A_NAME
    return "", 0.0


def _tidy(text: str) -> str:
    return text.strip(" ,;")


def _could_be_one(text: str) -> bool:
    """A short piece whose words are written large, and that is nothing else: asked about."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 2]
    return (
        0 < len(words) < 6
        and len(text) < 50
        and all(word[0].isupper() for word in words)
        and not text.endswith(("!", "?", "."))
    )


def _take_address(rest: list[Part]) -> str:
    """Pieces that stand together; a town behind a street belongs to it."""
    taken: list[int] = []
    for number, piece in enumerate(rest):
        if is_address(piece.text) >= SURE_ADDRESS:
            if not taken or piece.line - rest[taken[-1]].line < 3:
                taken.append(number)
        elif taken and taken[-1] == number - 1 and _town(piece, rest, taken):
            taken.append(number)
    if taken and all(addresses.is_country(fold(rest[number].text)) for number in taken):
        place = taken[0] - 1
        taken = [place, *taken] if place >= 0 and _name_of_place(rest[place].text) else []
    if not taken:
        taken = [number for number, piece in enumerate(rest) if is_address(piece.text) >= LIKE_A_PLACE][:1]
    found = ", ".join(_tidy(addresses.without_label(rest[number].text)) for number in taken)
    for number in reversed(taken):
        rest.pop(number)
    return found


def _town(piece: Part, rest: Sequence[Part], taken: Sequence[int]) -> bool:
    if any(is_postal_line(rest[number].text) for number in taken) or is_organization(piece.text) > LIKE_AN_ORGANIZATION:
        return False
    return piece.line - rest[taken[-1]].line < 2 and _name_of_place(piece.text)


def _name_of_place(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return 0 < len(words) < 4 and words[0][0].isupper() and not is_title(text) and not any(map(str.isdigit, text))


def _phones(
    found: Sequence[FoundPhone], region: str, *, urls: Sequence[str], emails: Sequence[str], address: str
) -> tuple[list[str], bool]:
    """Numbers written for their own country are read there where other signs name it, and asked about."""
    sure, told = True, []
    other = other_region(found, region, hosts=domains_of(emails, urls), address=address)
    for phone in found:
        national = not phone.raw.lstrip("( ").startswith(("+", "00"))
        value = phone.value
        if national and other:
            from wellkept.formats.phones import normal_phone

            value = normal_phone(phone.raw, other).e164
            sure = False
        if not value:
            sure = False
        told.append(value or phone.raw)
    return list(dict.fromkeys(told)), sure
