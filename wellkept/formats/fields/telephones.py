"""Telephone numbers in free text, with what they are called; numbers of fax machines are left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from wellkept.formats.phones import normal_phone

_BETWEEN = r"[().\-‐‑–—/·∙⁄\u00a0\u202f ]{0,4}"
_DIGITS = re.compile(
    rf"(?<![\w@./:#-])(?:\(\s?)?(?:\+\s?|00)?(?:\(\s?\+?)?\d(?:{_BETWEEN}\d){{5,25}}(?![\w@])"
    rf"|(?<=[:.])\+?\d(?:{_BETWEEN}\d){{5,17}}(?![\w@])"
)
NEAR = 100  # characters on either side in which a word beside a number is looked for
_KINDS = {
    "fax": "f fax telefax fx téléfax telefax-nr fax-nr faxnr télécopie telecopie télécopieur facsimile telecopia telecopiadora telefac",
    "mobile": "m mob mobile mobil mobiltelefon mobilnummer cell cellular cellphone handy portable port gsm natel móvil movil mov móv celular cel"
    " telemóvel telemovel tlm telem telm mobiel whatsapp wa wapp signal",
    "home": "h home privat private prive privé domicile dom casa particular residencia residência",
    "work": "t tel tél phone ph p o w d telephone telefon téléphone tfno tlf tlfn tel-nr fon fone office work direct direkt durchwahl dw dir büro"
    " buero bureau fixe ligne directe línea directa fijo oficina teléfono telefono telefone escritório escritorio comercial standard zentrale"
    " switchboard main desk landline festnetz geschäftlich call voice central centralita recepción geral work-phone business",
}
_LABELS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_PICTURES = {
    "☎": "work",
    "📞": "work",
    "📱": "mobile",
    "✆": "work",
    "☏": "work",
    "🖷": "fax",
    "📠": "fax",
    "📲": "mobile",
}
_BEFORE = re.compile(
    r"([^\W\d_]+(?:-[^\W\d_]+)?)\.?[^\S\n]*(?:no|nr|num|number|nummer|n°|nº)?\.?[^\S\n]*[)\]]?[^\S\n]*[:.\-–=>)]{0,2}[^\S\n]*[(\[]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[^\S\n]*[,;-]?[^\S\n]*[(\[]?\s?([^\W\d_]+)\b\.?\s?[)\]]?")
_EXTENSION = re.compile(
    r"[^\S\n]*,?[^\S\n]*[(\[]?(?:ext(?:ension)?|x|extn|dw|durchwahl|klappe|kl|poste|int|ramal|anexo)\.?[^\S\n:]*[:.]?[^\S\n]*(\d{1,6})\b[)\]]?",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:t|tel|phone|telefon|téléphone|tél|telefone|teléfono|fon)\.?(?:\s*[/&+]\s*|\s+(?:u\.|und|and|et|y|e)\s+)(?:tele)?f(?:ax)?\b[^\d\n]*$",
    re.IGNORECASE,
)
# Words before numbers that nobody answers.
_NO_PHONE = re.compile(
    r"(?:\b(?:hr[ab]|fn|uid|ust|vat|mwst|iban|bic|siret|siren|rcs|tva|ape|cnpj|cpf|nif|cif|nipc|nie|reg|registration|registered|register"
    r"|company|abn|acn|ein|duns|tax|steuernummer|steuernr|atu|id|order|invoice|ticket|case|ref|reference|az|konto|account|blz|zvr|che|crc"
    r"|creci|oab|crm|matrícula|capital|contract|deal|tag|meeting|code|pin|passcode|password|isbn|issn|doi|orcid)"
    r"[^\n\d]{0,14}(?:[A-Z]{2}\d\d\s?)?|#\s?|[$€£])$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\(?(?:(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?|\d\d?[-./ ]\d\d?[-./ ](?:19|20)\d\d|(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d)"
)
_POSTCODE = re.compile(r"\d{5}-\d{3,4}|\d{4}-\d{3}")
_PARTS = re.compile(r"[^\S\n]*(?:/|\bor\b|\bou\b|\boder\b|[^\S\n]{3,}|[^\S\n]-[^\S\n])[^\S\n]*")


class FoundPhone(NamedTuple):
    """``value`` is E.164 where the number can be dialled from anywhere, else '' (``raw`` is how it is written).

    ``label`` is 'work', 'mobile', 'home' or ''; ``labelled`` says that a word beside it names it as a telephone.
    """

    value: str
    label: str
    span: tuple[int, int]
    raw: str
    labelled: bool = False


def phones_in(text: str, region: str = "", *, fax: bool = False) -> list[FoundPhone]:
    """Each number once, in the order in which they stand; those of fax machines only, with ``fax``."""
    found: dict[str, FoundPhone] = {}
    for hit in _DIGITS.finditer(text):
        kind, labelled = "", False
        for raw, start in _numbers(hit[0], hit.start(), region):
            line = text[max(0, start - NEAR) : start].rsplit("\n", 1)[-1]
            own, named = _label(line, text[start + len(raw) : start + len(raw) + NEAR].split("\n", 1)[0])
            kind, labelled = (own, named) if named else (kind, labelled)
            if (kind == "fax") != fax or _is_other(raw, line, labelled=labelled):
                continue
            phone = _found(raw, start, text, kind, labelled, region)
            if phone:
                found.setdefault(phone.value or re.sub(r"\D", "", raw), phone)
    return list(found.values())


def _found(raw: str, start: int, text: str, kind: str, labelled: bool, region: str) -> FoundPhone | None:
    value = normal_phone(_plain(raw), region).e164
    digits = sum(char.isdigit() for char in raw)
    if not value and not (labelled and digits > 5) and not (_grouped(raw) and digits > 8):
        return None
    if value and not labelled and not raw.lstrip("( ").startswith(("+", "00")) and not _grouped(raw) and digits < 9:
        return None
    end = start + len(raw)
    if extension := _EXTENSION.match(text, end):
        end = extension.end()
    return FoundPhone(value, kind, (start, end), " ".join(raw.split()), labelled)


def _numbers(run: str, start: int, region: str) -> list[tuple[str, int]]:
    """A run of digits is one number, or several with a stroke between: '030 1234567 / 0171 1234567'."""
    whole = [(run, start)]
    parts, at = [], 0
    for cut in [*_PARTS.finditer(run), None]:
        stop = cut.start() if cut else len(run)
        if part := run[at:stop].strip():
            parts.append((part, start + run.index(part, at)))
        at = cut.end() if cut else stop
    if len(parts) < 2:
        return whole
    every = all(sum(char.isdigit() for char in part) > 6 for part, _at in parts)
    dialled = all(part.startswith(("+", "0", "(")) or normal_phone(_plain(part), region).e164 for part, _at in parts)
    return parts if every and dialled else whole


def _plain(raw: str) -> str:
    """'(0)' goes, and so do signs that no telephone knows."""
    text = re.sub(r"[‐‑–—·∙⁄\u00a0\u202f]", " ", raw)
    text = re.sub(r"^\(?\s?(?:\+|00)\s?\(?", "+", text) if re.match(r"\(?\s?(?:\+|00)", text) else text
    if text.startswith("+"):
        text = re.sub(r"\(\s?0\s?\)", " ", text)
    return text


def _label(line: str, rest: str) -> tuple[str, bool]:
    """What the words on either side call the number, and whether they do."""
    before = _word_before(line)
    if before in _LABELS:
        return "work" if _BOTH.search(line) else _LABELS[before], True
    tail = line.rstrip(" :.-–(\ufe0f")[-1:]
    if tail in _PICTURES:
        return _PICTURES[tail], True
    after = _AFTER.match(rest)
    if (
        after
        and after[1].lower() in _LABELS
        and len(after[1]) > 1
        and not re.match(r"[\s:.]*\+?\d", rest[after.end() :].lstrip(" :."))
    ):
        return _LABELS[after[1].lower()], True
    if after and after[0].strip()[:1] in ("(", "[") and after[1].lower() in _LABELS:
        return _LABELS[after[1].lower()], True
    return "", False


def _word_before(line: str) -> str:
    found = _BEFORE.search(line.replace("\ufe0f", ""))
    if not found:
        return ""
    word = found[1].lower()
    if word in _LABELS or "-" not in word:
        return word
    return word.split("-")[0]


def _grouped(raw: str) -> bool:
    return bool(re.search(r"\d[^\d]+\d", raw.strip("()")))


def _is_other(raw: str, line: str, *, labelled: bool) -> bool:
    """Whether it is a date, a number in a register, or an amount rather than a telephone."""
    if labelled:
        return False
    bare = raw.lstrip("( ")
    if bare.startswith(("+", "00")):
        return False
    return bool(_NO_PHONE.search(line) or _DATE.match(bare) or _POSTCODE.fullmatch(bare))
