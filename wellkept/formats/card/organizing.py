"""Whether words on a card name an organization, or what somebody does there."""

from __future__ import annotations

import re
from collections.abc import Collection

from wellkept.formats.card.naming import in_capitals, small, undotted
from wellkept.formats.card.words import (
    ACRONYMS,
    LEGAL_FORMS,
    ORGANIZATION_WORDS,
    SMALL_WORDS,
    TITLE_ENDS,
    TITLE_WORDS,
    WRITTEN_SO,
)
from wellkept.formats.names import fold

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_SHORT_FORMS = frozenset(
    {
        "ag",
        "kg",
        "se",
        "sa",
        "ab",
        "as",
        "hb",
        "sc",
        "me",
        "lp",
        "co",
        "ev",
        "eg",
        "ek",
        "ug",
        "hf",
        "dd",
        "ae",
        "sl",
        "ou",
        "ao",
        "og",
        "spa",
        "sia",
        "company",
        "oy",
        "ао",
        "ип",
    }
)


def legal_form(text: str) -> tuple[int, str]:
    """(words at the end that are the legal form, its key), (0, '') where there is none."""
    words = text.replace("/", "").split()
    for count in (5, 4, 3, 2, 1):
        if len(words) <= count:
            continue
        key = re.sub(r"[^\w]", "", fold("".join(words[-count:])))
        key = {"as": "asti" if "ş" in text.lower() else "as"}.get(key, key)
        if key in LEGAL_FORMS and (key not in _SHORT_FORMS or WRITTEN_SO.search(text)):
            return count, key
    return 0, ""


def is_rest_of_organization(text: str) -> bool:
    """'GmbH', 'Services', '& Co. KG': what an organization's name goes on with, and nothing else."""
    key = re.sub(r"[^\w]", "", fold(text))
    if key in LEGAL_FORMS and (key not in _SHORT_FORMS or WRITTEN_SO.search(text)):
        return True
    words = [re.sub(r"[^\w]", "", fold(word)) for word in text.split()]
    return len(words) <= 3 and all(
        word in ORGANIZATION_WORDS or word in SMALL_WORDS or not word or word in LEGAL_FORMS for word in words
    )


def organization_worth(text: str, sites: Collection[str]) -> float:
    """How much speaks for an organization, in points. ``sites``: the own parts of the card's domains."""
    words = [re.sub(r"[^\w-]", "", fold(word)) for word in text.split()]
    words = [word for word in words if word]
    if not words or len(words) > 9 or sum(char.isdigit() for char in text) > 4:
        return -5.0
    worth = 0.0
    count, _key = legal_form(text)
    if count:
        worth += 6.0
    if any(map(_is_organization_word, words)):
        worth += 2.5
    if " & " in text or " + " in text or " und " in text:
        worth += 0.7
    bare = " ".join(text.split()[: len(text.split()) - count])
    worth += 6.0 * max((likeness_to_site(bare, site) for site in sites), default=0.0)
    return worth


def _is_organization_word(word: str) -> bool:
    if any(half in ORGANIZATION_WORDS for half in (word, *word.split("-"))):
        return True
    return len(word) > 8 and word.startswith(("institut", "universit", "hochschul", "ministeri"))


def likeness_to_site(text: str, site: str) -> float:
    """From 0 to 1: how much of the domain the words explain."""
    return max(_likeness(fold(text), fold(site)), _likeness(fold(text.translate(_UMLAUTS)), fold(site)))


def _likeness(text: str, site: str) -> float:
    words = [re.sub(r"[^\w]", "", word) for word in re.split(r"[\s/&+-]+", text)]
    words = [word for word in words if word and word not in SMALL_WORDS]
    compact, host = "".join(words), re.sub(r"[\W\d_]", "", site)
    if len(host) < 2 or not words:
        return 0.0
    if compact == host:
        return 1.0
    if "".join(word[0] for word in words) == host and len(words) > 1:
        return 0.8
    covered = sum(len(word) for word in words if len(word) > 2 and word in host)
    if covered >= 0.6 * len(host):
        return 0.6 + 0.35 * min(1.0, covered / max(len(compact), 1))
    if len(host) > 3 and host in compact:
        return 0.7
    from rapidfuzz.fuzz import ratio

    if ratio(compact, host) > 82:
        return 0.75
    return 0.5 if any(len(word) > 3 and host.startswith(word) for word in words[:1]) else 0.3 if covered > 3 else 0.0


def title_worth(text: str) -> float:
    """How much speaks for a title, in points."""
    words = [word.strip(".,;:()/&") for word in re.split(r"[\s/,-]+", fold(text))]
    words = [word for word in words if word]
    if not words or len(words) > 10 or sum(char.isdigit() for char in text) > 2 or "@" in text:
        return -5.0
    worth = 0.0
    if any(word in TITLE_WORDS or (word in ACRONYMS and word.endswith("o")) for word in words):
        worth += 5.0
    elif any(len(word) > 7 and word.endswith(TITLE_ENDS) for word in words):
        worth += 4.0
    if legal_form(text)[0]:
        worth -= 6.0
    return worth


def as_organization(text: str) -> str:
    """As it stands; where it is all in capitals, long words in small letters and the legal form as it is usually written."""
    if not in_capitals(text) or len(text.split()) < 2:
        return _with_form(text)
    words = undotted(text).split()
    count, key = legal_form(text)
    names = words[: len(words) - count]
    shown = [
        word if len(re.sub(r"\W", "", word)) <= 3 or re.search(r"\w\.\w", word) else _small(word) for word in names
    ]
    if len(names) == 1:
        shown = [names[0] if len(names[0]) <= 5 else _small(names[0])]
    shown = [fold(word) and word.lower() if at and fold(word) in SMALL_WORDS else word for at, word in enumerate(shown)]
    return " ".join([*shown, *([LEGAL_FORMS[key][0]] if count else [])])


def _with_form(text: str) -> str:
    """'Havblik Shipping Aps' as 'Havblik Shipping ApS': only large and small letters are put right."""
    count, key = legal_form(text)
    words = text.split()
    usual = LEGAL_FORMS[key][0] if count else ""
    if count != 1 or words[-1].lower() != usual.lower() or words[-1].isupper():
        return text
    return " ".join([*words[:-1], usual])


def as_title(text: str) -> str:
    """As it stands; what is all in capitals with large letters at the beginnings of its words."""
    if not in_capitals(text):
        return text
    words = []
    for at, word in enumerate(undotted(text).split()):
        bare = fold(word).strip(".,;:()/&-")
        if bare in ACRONYMS:
            words.append(word)
        elif at and bare in SMALL_WORDS:
            words.append(word.lower())
        else:
            words.append(_small(word))
    return " ".join(words)


def _small(word: str) -> str:
    pieces = re.split(r"([-'’./&(])", word)
    return "".join(piece[:1].upper() + small(piece[1:]) for piece in pieces)
