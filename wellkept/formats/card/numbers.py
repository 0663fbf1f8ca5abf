"""Telephone numbers on a card: found with their labels, faxes told apart, spelt in E.164 where the country is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wellkept.formats.names import fold
from wellkept.formats.phones import normal_phone

_SPLIT_LABEL = r"[^\W\d_]{1,14}(?:[.\-][^\W\d_]{1,10})?"
# A run of digits as a number is set; what engines take for digits stands in it only between digits.
_RUN = re.compile(
    r"(?:\(?\+\s?|(?<![\w@])(?:00\s?)?)\(?\d(?:[\dOolIB|]|[\s()./\-‐–—·•,]{1,3}(?=[\d(OolI])){5,28}(?<=[\dOolI])(?:\s?(?:ext|x|int|dw|durchwahl|ramal|poste)\.?\s?(\d{1,5}))?",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(rf"({_SPLIT_LABEL}(?:[\s/&+]{{1,3}}{_SPLIT_LABEL})?)\s*[.:)\]|>•·\-–—/]*\s*$")
_LABEL_AFTER = re.compile(r"\s*[(\[,]?\s*([^\W\d_]{1,12})\s*[)\]]?")
_FAX = re.compile(
    r"(?:tele?|tel\.?/?)?fax|f|fx|faks(?:i)?|telec|telecopie|telecopieur|факс|φαξ|belgegecer|telefaks|fax no"
)
_NO_PHONE = re.compile(
    r"vat|ust|ustid|ustidnr|idnr|uid|uidnr|nip|regon|krs|hrb|hra|fn|cnpj|cpf|nif|cif|nipc|siret|siren|tva|rcs|ape|iban|bic|swift|konto|blz"
    r"|abn|acn|ein|ico|dic|btw|kvk|cvr|orgnr|org|moms|piva|iva|cf|vergi|vkn|reg|registration|licence|license|lic|no|nr|po|box|postfach"
    r"|steuernr|handelsregister|инн|огрн|αφμ|since|seit|est|depuis|desde|zip|plz|cep|cp|iso|ean|isbn|y-tunnus|tunnus|wechat|qq|id"
)
_PHONE = re.compile(
    r"t|p|m|c|h|o|d|w|ph|tel|tell|tele|telephone|phone|fon|telefon|telefono|telefone|telf|tlf|tlf|tfn|tfno|puh|puhelin|gsm|mob|mobil|mobile|mobiel"
    r"|movil|cel|cell|cellular|celular|cellulare|cep|tlm|telemovel|port|portable|kom|komorka|natel|handy|office|buro|bureau|work|direct"
    r"|direkt|direkte|direct line|durchwahl|dw|ligne directe|main|zentrale|home|private|privat|whatsapp|wa|switchboard|hotline|тел|моб"
    r"|τηλ|κιν|call|desk|landline|voice|dir|matkapuhelin|kannykka|sim|gsm no|telefoon|telefonni|mobilni"
)
LANGUAGE_OF_LABEL = {
    "mobil": "DE", "fon": "DE", "durchwahl": "DE", "telefon": "DE", "tel": "", "port": "FR", "portable": "FR", "movil": "ES",
    "telf": "ES", "tlm": "PT", "telemovel": "PT", "celular": "BR", "cel": "BR", "cellulare": "IT", "puh": "FI", "tfn": "SE", "kom": "PL",
    "komorka": "PL", "natel": "CH", "tlf": "NO", "direkte": "DK", "cep": "TR", "mobiel": "NL", "cell": "US", "тел": "RU", "моб": "RU", "τηλ": "GR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A run of digits as it was read, with its label (folded) and where in the line it stands."""

    raw: str
    label: str
    line: int
    start: int
    end: int
    sure: float

    @property
    def is_fax(self) -> bool:
        return bool(_FAX.fullmatch(self.label))

    @property
    def is_labelled(self) -> bool:
        return bool(_PHONE.fullmatch(self.label))

    @property
    def is_other(self) -> bool:
        return bool(_NO_PHONE.fullmatch(re.sub(r"[\s.-]", "", self.label)))


def numbers_in(text: str, line: int, sure: float, *, label_beside: str = "") -> list[Number]:
    """All runs of digits that could be numbers. ``label_beside``: the text of a line to the left, where labels stand in a column."""
    found: list[Number] = []
    ready = text.translate({ord("＋"): "+", ord("十"): "+"})
    last = 0
    for run in _RUN.finditer(ready):
        raw = run[0]
        head = ready[last : run.start()]
        last = run.end()
        for start, piece in _pieces(raw):
            label = _label(head) or (fold(label_beside).strip(" .:|") if not found and not head.strip(" .:|") else "")
            if (
                not label
                and (after := _LABEL_AFTER.match(ready[run.end() :]))
                and _FAX.fullmatch(fold(after[1]))
                and len(after[1]) > 1
            ):
                label = fold(after[1])
            begin = run.start() + start
            found.append(Number(piece, label, line, begin, begin + len(piece), sure))
            head = ""
    return found


def _pieces(raw: str) -> Iterable[tuple[int, str]]:
    """Two numbers behind one another are parted where the second begins: with its +."""
    starts = [0, *(at.start() for at in re.finditer(r"(?<=\d)[\s/,.;·•–—-]*\(?\+", raw))]
    for start, end in zip(starts, [*starts[1:], len(raw)], strict=True):
        piece = raw[start:end]
        yield start, piece.strip(" /,.;·•–—-")


def is_of_a_register(text: str) -> bool:
    """'VAT GB 999 9999 73': a number of taxes, of a register, of a bank."""
    words = [re.sub(r"[\s.-]", "", word) for word in re.split(r"[^\w.-]+", fold(text))]
    return any(len(word) > 2 and _NO_PHONE.fullmatch(word) for word in words) and not any(
        _PHONE.fullmatch(word) for word in words
    )


def _label(head: str) -> str:
    if is_of_a_register(head):
        return "vat"
    found = _LABEL_BEFORE.search(head)
    if not found:
        return ""
    words = fold(found[1]).replace("&", " ").replace("/", " ").replace("+", " ").split()
    cleaned = [word.strip(".:-") for word in words]
    for word in reversed(cleaned):
        if _FAX.fullmatch(word) and any(_PHONE.fullmatch(other) for other in cleaned if other != word):
            return next(other for other in cleaned if other != word)  # 'Tel/Fax': one number for both
    return cleaned[-1] if cleaned else ""


def as_digits(raw: str) -> tuple[str, bool]:
    """The number with letters that were meant as digits made digits, and whether anything was changed."""
    plain = raw.translate({ord("O"): "0", ord("o"): "0", ord("l"): "1", ord("I"): "1", ord("|"): "1", ord("B"): "8"})
    body, extension, rest = re.split(r"(?i)(ext|x|int|dw|durchwahl|ramal|poste)", raw, maxsplit=1)[0], "", ""
    del extension, rest
    return plain[: len(body)].strip() if len(body) < len(raw) else plain.strip(), plain[: len(body)] != body


def spelt(number: Number, regions: Sequence[str]) -> tuple[str, bool]:
    """(E.164, sure); ('', False) for what is no number in any of the regions, the likeliest first."""
    text, changed = as_digits(number.raw)
    text = text.replace("•", " ").replace("·", " ").replace(",", " ")
    if text.startswith("00"):
        text = "+" + text[2:].strip()
    if text.startswith("(+"):
        text = "+" + text[2:].replace(")", " ", 1)
    digits = sum(char.isdigit() for char in text)
    if not 6 <= digits <= 16:
        return "", False
    if text.startswith("+"):
        e164 = normal_phone(text, "").e164
        return e164, bool(e164) and not changed
    valid = [found for region in regions if (found := _valid(text, region))]
    if valid:
        return valid[0], not changed
    if not number.is_labelled and digits < 9:
        return "", False
    for region in regions:
        if e164 := normal_phone(text, region).e164:
            return e164, False  # no number of any of these: what country was meant is to be asked
    return "", False


def _valid(text: str, region: str) -> str:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(parsed):
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def region_of(e164: str) -> str:
    """The region of an international number; of several that share a code, the main one."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return ""
    return (
        phonenumbers.region_code_for_number(parsed)
        or phonenumbers.region_code_for_country_code(parsed.country_code or 0)
        or ""
    )
