"""Names of people: taken apart, put together, compared.

Names in Latin, Cyrillic and Greek letters are taken apart; in other scripts only where the spelling
itself shows the parts, otherwise the name stays whole in ``display``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from wellkept.formats.person import Name

# Letters that Unicode does not decompose, and what people type for them.
_TYPED = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "ƒ": "f", "ə": "e", "ɓ": "b", "ɗ": "d", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "\u0640": None, "\u00ad": None,
    }
)  # fmt: skip
# Accents and points written above or below; the vowel signs of Indic scripts and the kana voicing marks are letters.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Control characters, zero-width space and byte order marks, directions, variation selectors, tags. ZWJ/ZWNJ see below.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e01ef]"
)
_JOINERS = re.compile("(?<![\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff\u0900-\u0dff])")
_FANCY_LETTERS = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e]+")
# Words with at most their first letter large: nothing in them could be a credential but Jr and Sr.
_PLAIN = re.compile(
    r"(?!.*\b[JSjs]r$)[A-Z\u00c0-\u00de]?[a-z\u00df-\u00ff]+(?:[ '’-][A-Z\u00c0-\u00de]?[a-z\u00df-\u00ff]+)*$"
)

_PRONOUN = (
    r"(?:she|her|hers|he|him|his|they|them|theirs|sie|ihr|er|ihm|elle|elles|il|lui|iel|ella|él|elle|ela|ele|any|all)"
)
_PRONOUNS = re.compile(
    rf"[(\[{{]?\s*(\b{_PRONOUN}\s*[/|]\s*{_PRONOUN}(?:\s*[/|]\s*{_PRONOUN})*\b)\s*[)\]}}]?",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s+[|•·●►▪~]\s*|\s+[–—]\s+|\s*[|•●►]\s+|\s*//\s*|\s+@\s+")
_BIRTH_NAME = re.compile(
    r"[(\[]?\s*\b(?:née|nee|geb\.|geborene?|born|né)\s+([^()\[\]]+)[)\]]?",
    re.IGNORECASE,
)

_CREDENTIALS = frozenset(
    str.split(
        "phd dphil md dds dmd dvm jd esq mba emba msc ms ma mph mpa mpp mfa meng med mres mphil llb llm bsc ba bs beng bcom"
        " bfa bba cpa cfa cma cia cisa cism cissp cfp cfe frm pmp capm prince2 csm cspo psm rn bsn msn np pa pe pmi acp pgmp"
        " shrm sphr phr gphr fca aca acca ca fcca cima acma mcips cipd mcipd fcipd frsa fbcs mbcs ceng mice obe mbe cbe kbe dbe"
        " edd dba drph psyd pharmd dnp scd dr.sc lcsw lpc lmft cams itil togaf cscp cpim sscp ccna ccnp aws mcse cphr chrp crisc"
        " lssbb lssgb csp rd rdn ot pt dpt od faia aia leed ap ra pla gisp cpt icf acc pcc mcc jr sr ii iii iv esquire dipl"
        " h.c cht cce ccp sphri ncc ret usn usmc usaf usa"
    )
)
_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_COMPOUND_HANGUL = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방")


class Undecorated(NamedTuple):
    """A written name without what people hang on it. ``rest`` is what was cut off and is neither of the others."""

    text: str
    pronouns: str
    suffix: str
    rest: str


def fold(text: str) -> str:
    """``text`` for comparing and searching: no case, no accents, ß as ss, ø as o, single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    return _fold(text)


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_TYPED))
    spread = _INVISIBLE.sub("", _MARKS.sub("", spread)).translate(_TYPED)
    return " ".join(unicodedata.normalize("NFC", spread.casefold()).split())


def tidy(text: str) -> str:
    """``text`` on one line: NFC, single spaces, no control or invisible characters, fancy letters made plain."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _FANCY_LETTERS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return " ".join(unicodedata.normalize("NFC", _JOINERS.sub("", _INVISIBLE.sub("", text))).split())


@lru_cache(maxsize=4096)
def undecorated(text: str) -> Undecorated:
    """Take emoji, pronouns, credentials and slogans off a name as it is written on a network's profile."""
    if _PLAIN.match(text):
        return Undecorated(text, "", "", "")
    bare = tidy(text)
    if not bare.isascii():
        bare = " ".join("".join(" " if _is_picture(c) else c for c in bare).split())
    pronouns = ""
    if found := _PRONOUNS.search(bare):
        pronouns = found[1]
        bare = f"{bare[: found.start()]} {bare[found.end() :]}".strip()
    head, *slogans = _CUT.split(bare)
    rest = " | ".join(s for s in slogans if s)
    if not any(c.isalpha() for c in head):
        head, rest = bare, ""
    if len(parts := head.split(" - ", 1)) == 2 and len(parts[1].split()) > 1 and len(parts[0].split()) > 1:
        head, rest = parts[0], parts[1] if not rest else f"{parts[1]} | {rest}"
    name, suffix, claims = _off_credentials(head.strip(" ,;-|·•"))
    rest = " | ".join(filter(None, (claims, rest)))
    return Undecorated(" ".join(name.split()), pronouns, suffix, rest)


def _is_picture(char: str) -> bool:
    return char > "\x7f" and (unicodedata.category(char) in ("So", "Sk", "Cn", "Co") or char in "•●►▪★☆✓✔")


def _off_credentials(text: str) -> tuple[str, str, str]:
    """('Ana Souza', 'PhD, MBA', '') of 'Ana Souza, PhD MBA'; 'Souza, Ana' is left alone. Third: what comes after."""
    head, *after = [part.strip() for part in text.split(",")]
    one_word = len(head.split()) == 1
    known_only = head.isupper() or (len(after) == 1 and one_word)
    if one_word and len(after) > 1 and after[0].strip(".").lower() in _GENERATION:
        after = [after[1], after[0], *after[2:]]  # 'Smith, Jr., John'
    start = 1 if one_word else 0
    stop = start
    while stop < len(after) and _all_credentials(after[stop], known_only=known_only):
        stop += 1
    taken, rest = after[start:stop], ""
    if taken:
        after, rest = after[:start], ", ".join(after[stop:])
    elif after and _all_credentials(after[0], known_only=True):
        taken, rest, after = after[:1], ", ".join(after[1:]), []
    if not after:
        words = head.split()
        trailing: list[str] = []
        while len(words) > 2 and _is_known_credential(words[-1]):
            trailing.insert(0, words.pop())
        if trailing:
            head, taken = " ".join(words), [" ".join(trailing), *taken]
    return ", ".join([head, *after]), ", ".join(t for t in taken if t), rest


def _all_credentials(part: str, *, known_only: bool) -> bool:
    return all(_is_known_credential(w) or (not known_only and _looks_like_credential(w)) for w in part.split())


def _is_known_credential(word: str) -> bool:
    bare = word.strip(".()®™")
    key = bare.replace(".", "").lower()
    pieces = [p for p in re.split(r"[-/]", key) if p]
    if not pieces or not all(p in _CREDENTIALS for p in pieces):
        return False
    return bare[1:].lower() != bare[1:] or "." in bare or key in _GENERATION  # 'Ma' and 'Ca' are names, 'MA' is not


def _looks_like_credential(word: str) -> bool:
    """PhD-like: no longer than a few letters, with a capital after the first letter, or a number."""
    bare = word.strip(".()")
    return 2 <= len(bare) <= 10 and bare.isascii() and bare[0].isupper() and bare[1:].lower() != bare[1:]


def parse_name(text: str) -> Name:
    """The parts of a name written in one field; ``display`` is the name in natural order, without decorations."""
    bare = undecorated(text[:400])
    if not bare.text or not any(c.isalpha() for c in bare.text):
        return Name(display=tidy(text[:400]))
    script = script_of(bare.text)
    if script == "latin":
        name = _parse_latin(bare.text)
    elif script in ("han", "hangul", "kana"):
        name = _parse_east_asian(bare.text, script)
    else:
        name = _parse_spaced(bare.text)
    if bare.suffix:
        joined = ", ".join(filter(None, (name.suffix, bare.suffix)))
        name = replace(name, suffix=joined)
    return name


def script_of(text: str) -> str:
    """'latin', 'han', 'hangul', 'kana' or 'other': the script of the first letters that decide how a name is read."""
    if text.isascii():
        return "latin"
    kinds = set()
    for char in text:
        if not char.isalpha():
            continue
        code = ord(char)
        if code < 0x250 or 0x1E00 <= code < 0x1F00:
            kinds.add("latin")
        elif 0x3040 <= code < 0x3100 or 0x31F0 <= code < 0x3200 or 0xFF66 <= code < 0xFFA0:
            kinds.add("kana")
        elif 0xAC00 <= code < 0xD7B0 or 0x1100 <= code < 0x1200:
            kinds.add("hangul")
        elif 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or 0x20000 <= code < 0x32000:
            kinds.add("han")
        else:
            kinds.add("other")
    for kind in ("kana", "hangul", "han", "other"):
        if kind in kinds:
            return kind
    return "latin"


def _parse_latin(text: str) -> Name:
    from nameparser import HumanName

    born = _BIRTH_NAME.search(text)
    core = f"{text[: born.start()]} {text[born.end() :]}" if born else text
    try:
        parsed = HumanName(" ".join(core.split()))
        given, family = str(parsed.first), str(parsed.last)
        additional, prefix = str(parsed.middle), str(parsed.title)
        suffix, nickname = str(parsed.suffix), str(parsed.nickname)
    except Exception:  # noqa: BLE001 the library has raised on odd punctuation before; the name itself must not be lost
        return Name(display=text)
    if not given and not family:
        # 'King' alone is read as a title, 'PhD' as a suffix: with nothing else it is the name.
        return Name(display=text, given=core.strip())
    shown = text
    if "," in core:
        shown = " ".join(filter(None, (prefix, given, additional, family)))
        shown = f"{shown} ({born[0].strip('()[] ')})" if born else shown
    return Name(
        display=shown,
        given=given,
        additional=additional,
        family=family,
        prefix=prefix,
        suffix=suffix,
        nickname=nickname,
    )


def _parse_east_asian(text: str, script: str) -> Name:
    """Family name first where a space parts it; a Korean name of three syllables is parted too, Han names are not."""
    if any("a" <= c.lower() <= "z" for c in text):
        return Name(display=text)
    if "・" in text or "·" in text:  # a foreign name in kana, in its own order
        given, *_, family = re.split("[・·]", text)
        return Name(display=text, given=given.strip(), family=family.strip())
    words = text.replace(",", " ").split()
    if len(words) == 2:
        return Name(display=text, family=words[0], given=words[1])
    if len(words) == 1 and script == "hangul":
        if len(text) == 4 and text.startswith(_COMPOUND_HANGUL):
            return Name(display=text, family=text[:2], given=text[2:])
        if len(text) == 3:
            return Name(display=text, family=text[:1], given=text[1:])
    return Name(display=text)


def _parse_spaced(text: str) -> Name:
    """Given name first, family name last; Russian patronymics and Arabic compounds kept together."""
    if "," in text:
        family, _, given = (part.strip() for part in text.partition(","))
        if family and given:
            return Name(display=f"{given} {family}", given=given, family=family)
    words = text.split()
    if len(words) == 1:
        return Name(display=text, given=text)
    if len(words) == 3:
        patronymic = re.compile("(?:вич|вна|чна|вича|ич)$")
        if patronymic.search(words[2]) and not patronymic.search(words[1]):
            return Name(display=text, family=words[0], given=words[1], additional=words[2])
        if patronymic.search(words[1]):
            return Name(display=text, given=words[0], additional=words[1], family=words[2])
    first = 2 if words[0] in ("عبد", "أبو", "ابو") and len(words) > 2 else 1
    return Name(display=text, given=" ".join(words[:first]), family=" ".join(words[first:]))


def display_name(name: Name) -> str:
    """The name as one would write it on an envelope without titles; '' when nothing is known."""
    if name.display:
        return name.display
    if name.family and name.given and script_of(name.family + name.given) in ("han", "hangul", "kana"):
        return f"{name.family}{name.given}" if len(name.family) + len(name.given) < 7 else f"{name.family} {name.given}"
    full = " ".join(part for part in (name.given, name.additional, name.family) if part)
    return full or name.nickname


def sort_key(name: Name) -> str:
    """Folded 'family given'; particles stay where they are written, so 'van den Berg' sorts under v."""
    if name.family:
        return fold(f"{name.phonetic_family or name.family} {name.phonetic_given or name.given} {name.additional}")
    return fold(name.given or display_name(name))


def initials(name: Name | str) -> str:
    """One or two letters for a badge; one for names in Han, Hangul or kana, '' when there is no letter."""
    if isinstance(name, str):
        bare = undecorated(name[:200]).text
        words = [w for w in re.split(r"[\s,]+", bare) if w[:1].isalpha()]
        given, family = (
            (words[0] if words else ""),
            (words[-1] if len(words) > 1 else ""),
        )
        if "," in bare:
            given, family = family, given
    elif name.given or name.family:
        given, family = name.given.strip(), name.family.strip()
        family = next((w for w in family.split() if w[:1].isupper()), family)
    else:
        return initials(display_name(name)) if display_name(name) else ""
    both = given + family
    if both and script_of(both) in ("han", "hangul", "kana"):
        return (given or family)[0] if isinstance(name, str) else (family or given)[0]
    letters = [next((c for c in part if c.isalpha()), "") for part in (given, family)]
    return unicodedata.normalize("NFC", "".join(letters)).upper()[:3]
