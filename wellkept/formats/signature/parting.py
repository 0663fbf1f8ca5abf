"""A block of lines taken apart: what has a form of its own is lifted out, and the rest is parted where signs part it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wellkept.formats.fields import (
    Found,
    FoundPhone,
    emails_in,
    is_address,
    is_given,
    is_organization,
    is_title,
    name_like,
    phones_in,
    urls_in,
)
from wellkept.formats.fields.organizations import has_form, is_form
from wellkept.formats.signature.closings import after_closing, is_closing, is_machine_line, is_register_line

_SEPARATORS = re.compile(
    r"\s*[|‖¦•·●▪■◆►▶⋅∙❘│]+\s*|\s+[–—~*]\s+|\s+-{1,2}\s+|\s+//\s+|\s*::\s*|\t+|\s{3,}|\s+/\s+|\s*;\s+|\s+-(?=[A-Z])|\x1f"
)
_LABEL = (
    r"(?:e-?mail|mail|courriel|correo(?: electr[oó]nico)?|e-?mail\s?id|em|web(?:site|page|seite)?|site(?: web)?|www|internet|homepage|url|online|s[ií]tio(?: web)?|p[aá]gina|blog|skype|teams|zoom"
    r"|linked-?in|twitter|x|xing|facebook|instagram|github|calendly|book (?:a )?(?:meeting|time)(?: with me)?|fax|telefax|tel|tél|t[eé]l[eé]phone|phone|telefon|tel[eé]fono|telefone|telem[oó]vel|tlm|tlf|fon|mobile|mobil(?:telefon)?|m[oó]vil|celular"
    r"|cel|cell|handy|portable|gsm|natel|whatsapp|direct|direkt|durchwahl|office|b[uü]ro|bureau|work|home|privat|zentrale|standard|main|switchboard|fixe|oficina|escrit[oó]rio|ligne directe"
    r"|linha direta|l[ií]nea directa|home office|direct line|direct dial|contact|kontakt|contacto|contato|[tmfpedwhca])"
)
_EDGE_LABEL = re.compile(
    rf"(?:^|(?<=[\s,;/|(]))(?:{_LABEL})\s?(?:no|nr|number|nummer)?\.?\s*[:.=>]*\s*(?=\x1f)", re.IGNORECASE
)
_TRAILING_LABEL = re.compile(rf"(?<=\x1f)\s*[(\[]?\s?(?:{_LABEL})\s?[)\]]?(?=\s*(?:$|[,;/|\x1f]))", re.IGNORECASE)
_ALONE = re.compile(rf"^\W*(?:{_LABEL})\W*$", re.IGNORECASE)
_ROLE_LABEL = re.compile(
    r"^(?:name|title|position|role|job title|company|organi[sz]ation|firma|unternehmen|funktion|titel|nom|fonction|poste|soci[eé]t[eé]|entreprise|nombre|cargo|puesto|empresa|nome|fun[cç][aã]o)\s*:\s*",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\s+(?:at|@|bei(?: der| dem)?|chez|en|em|na|no|de la empresa)\s+(?=[A-ZÀ-ÖØ-Þ0-9])|\s*@\s*(?=[A-ZÀ-ÖØ-Þ])"
)
_PRONOUNS = re.compile(
    r"\s*[(\[]\s*(?:she|he|they|sie|er|elle|il|ella|él|ela|ele|ihm|ihr)\s*/[^)\]]{2,20}[)\]]", re.IGNORECASE
)
_NO_HOUSE = ("law", "large", "arms", "sea")  # attorney at law
_LONGEST_LINE = 300


class Part(NamedTuple):
    """A piece of a line that is neither mail, number nor web address. ``line`` is its number in the block."""

    text: str
    line: int


class Parted(NamedTuple):
    parts: list[Part]
    emails: list[str]
    phones: list[FoundPhone]
    urls: list[str]


def part(lines: Sequence[str], region: str = "") -> Parted:
    """Of the lines of a signature or address block, without closings and what the law wants on a letter."""
    kept = [_bare(line) for line in lines]
    text = "\n".join(kept)
    emails = emails_in(text)
    urls = urls_in(text)
    phones = phones_in(text, region)
    taken: list[Found | FoundPhone] = [*emails, *urls, *phones, *phones_in(text, region, fax=True)]
    spans = sorted(one.span for one in taken)
    domains = domains_of([one.value for one in emails], [one.value for one in urls])
    parts: list[Part] = []
    for number, line in enumerate(_blanked(text, spans).split("\n")):
        for piece in _pieces(line):
            parts += [Part(one, number) for one in _by_comma(piece, domains)]
    return Parted(parts, [one.value for one in emails], phones, [one.value for one in urls])


def domains_of(emails: Sequence[str], urls: Sequence[str]) -> list[str]:
    from wellkept.formats.fields.webs import host_of, is_social

    return [mail.rpartition("@")[2] for mail in emails] + [host_of(url) for url in urls if not is_social(url)]


def _bare(line: str) -> str:
    """The line without its decoration; '' where it says nothing of its owner."""
    plain = line[:_LONGEST_LINE].strip().strip("*_|<> ").strip()
    if is_closing(plain) or is_machine_line(plain) or is_register_line(plain):
        return ""
    if signed := after_closing(plain):
        return signed
    plain = re.sub(
        r"<?mailto:[^>\s]*>?|<tel:[^>]*>|\[(?:cid|image|logo)[^\]]*\]|<https?://[^>]*>",
        lambda hit: _kept_link(hit[0], plain),
        plain,
    )
    plain = re.sub(r"\*+([^*]+)\*+", r"\1", plain)
    return _ROLE_LABEL.sub("", plain)


def _kept_link(link: str, line: str) -> str:
    """A link in angle brackets says again what stands before it, unless that is a word."""
    if link.lower().startswith(("<http", "<mailto", "mailto")):
        target = link.strip("<>").removeprefix("mailto:")
        return "" if target.lower() in line.lower().replace(link.lower(), "") else f" {target} "
    return ""


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with a sign for each span, so that labels beside it can be known."""
    out, at = [], 0
    for begin, end in spans:
        if begin < at:
            continue
        out += [text[at:begin], "\x1f"]
        at = end
    return "".join([*out, text[at:]])


def _pieces(line: str) -> list[str]:
    for _again in range(3):
        line = _TRAILING_LABEL.sub("", _EDGE_LABEL.sub("", line))
    found: list[str] = []
    for piece in _whole(line) or _SEPARATORS.split(line):
        plain = re.sub(r"\(\s*\)|\[\s*\]|<\s*>", "", piece).strip(" ,;:|-–—*•·()[]<>=\"'☎📞📱✆☏📠✉📧🌐🏠📍\ufe0f")
        plain = _closed(plain, piece)
        if plain and not _ALONE.match(plain) and any(map(str.isalpha, plain)):
            found.append(plain)
    return found


def _whole(line: str) -> list[str]:
    """'Exemplo - Soluções Informáticas, S.A.' is one name of a company."""
    head, _stroke, rest = line.partition(" - ")
    one = len(head.split()) == 1 and not is_given(head) and is_title(head) < 0.3
    return [line] if one and has_form(rest) and not _SEPARATORS.search(rest) else []


def _closed(plain: str, piece: str) -> str:
    """A bracket that was opened is closed: 'Ana Souza (she/her)'."""
    return f"{plain})" if plain.count("(") > plain.count(")") and ")" in piece else plain


def _by_comma(piece: str, domains: Sequence[str]) -> list[str]:
    """'Ana Souza, Head of Data, Acme GmbH' and 'Head of Data at Acme' are parted; an address and a title with a comma are not."""
    if is_address(piece) >= 0.5 and not ("," in piece and is_organization(piece.split(",")[0], domains) > 0.7):
        return [piece]
    if "," in piece:
        head, _comma, rest = (text.strip() for text in piece.partition(","))
        if rest and _begins_alone(head, rest, domains):
            return [*_by_at(head), *_by_comma(rest, domains)]
    return _by_at(piece)


def _begins_alone(head: str, rest: str, domains: Sequence[str]) -> bool:
    following = rest.split(",")[0].strip()
    if is_form(following):
        return False
    if name_like(head) > 0.35 and is_title(head) < 0.6:
        told = max(is_title(following), is_organization(following, domains), is_title(rest))
        return told > 0.55 or (" " in head and is_address(rest) > 0.5)
    if is_title(head) > 0.6:
        return is_organization(following, domains) > 0.55 and is_title(following) < 0.6
    if is_organization(head, domains) > 0.55:
        return is_address(rest) >= 0.45 or is_title(following) > 0.6
    return False


def _by_at(piece: str) -> list[str]:
    piece = _PRONOUNS.sub("", piece) if is_title(piece) > 0.6 else piece
    for hit in _AT.finditer(piece):
        head, rest = piece[: hit.start()].strip(" ,"), piece[hit.end() :].strip(" ,")
        if head and rest and is_title(head) > 0.6 and is_title(rest) < 0.6 and rest.lower() not in _NO_HOUSE:
            return [head, rest]
    return [piece]
