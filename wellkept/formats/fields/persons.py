"""Names of people in free text: what they are without titles of address, and how much a line is like one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wellkept.formats.fields.given_names import is_given
from wellkept.formats.names import fold, script_of, undecorated

_BEFORE = re.compile(
    r"^(?:(?:i\.?\s?[av]|ppa|pp|gez|dr|dra|drs|prof|profa|univ|priv|doz|pd|dipl|ing|mag|msc|bsc|mba|ba|ma|bakk|dkfm|dkffr|di|ddr|ddi|mmag|hr|fr|mr|mrs|ms|mme|mlle|sr|sra|srta|dott|dottssa"
    r"|eng|engª|lic|lcdo|lcda|arq|don|doña|dona|d|dª|exmo|ilmo|herr|frau|sir|dame|lord|lady|rev|hon|capt|col|maj|sgt|lt|gen|me|maître|monsieur|madame|ir|dhr|mevr"
    r"|rer|nat|phil|habil|med|jur|iur|techn|oec|pol|h|c|mult|fh|tu|uni|theol|dent|vet)\b(?:\.|(?=[\s,-]))[\s,-]*)+",
    re.IGNORECASE,
)
_ADDRESSED = frozenset(
    "mr mrs ms herr frau hr fr monsieur madame senor senora don dona mme mlle dr prof".split()
)  # before one word too
_BRACKET_TITLE = re.compile(r"\((?:fh|tu|fh\.|univ\.?|she|he|they|sie|er|elle|il)[^)]*\)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+(?:['’][^\W\d_]+)?)*\.?")
PARTICLES = frozenset(
    "van von vom zu zum zur de del della di da das do dos du den der des la le el al bin ibn af av y e ter ten het und i".split()
)
# Words that are in no name of a person, though they are written large at the head of a line.
_NOT_NAMES = frozenset(
    str.split(
        "the and for with from our your this that dear hello hi thanks thank you regards best kind please tel phone fax mobile mail email e-mail web website"
        " www http street road avenue lane floor suite box strasse straße gasse platz weg rue boulevard calle rua avenida praca plaza"
        " team office department sales marketing support service customer head of director manager sent iphone android outlook"
        " mit freundlichen grüßen gruessen viele liebe grüße gruß beste cordialement bien vous merci bonne journee saludos atentamente cordiales gracias"
        " un abraco obrigado obrigada atenciosamente cumprimentos melhores com os data science human resources new north south east west saint san united"
        " january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
        " confidential notice privacy follow visit book meeting call me us at on in to by or is it we i a an"
        " lead senior junior global group national chief account project product business development engineering operations"
    )
)


def bare_name(text: str) -> str:
    """'Anna Gruber' of 'Mag. Dr. Anna Gruber, MBA (she/her)'; in capitals throughout, it is spelt as one writes it."""
    name = undecorated(_BRACKET_TITLE.sub(" ", text[:200])).text.strip(" ,;:|-–—*_•·~\"'<>()[]/")
    bare = _BEFORE.sub("", name).strip(" ,.-")
    titled = name[: len(name) - len(bare)]
    if bare and bare[0].isalpha() and (" " in bare or "." in titled or fold(titled) in _ADDRESSED):
        name = bare
    name = re.split(
        r",\s*(?=[^,]*\.)|,\s*(?:Ph\.?D|MBA|M\.?Sc|B\.?Sc|M\.?A|B\.?A|LL\.?M|MD|CPA|PMP|CFA|Esq|RN|PE|Jr|Sr)\b", name
    )[0].strip(" ,")
    words = name.split()
    if len(words) == 2 and words[0].endswith(","):
        words = [words[1], words[0].strip(",")]
    if words and all(not any(map(str.islower, word)) for word in words) and any(len(word) > 3 for word in words):
        words = [_spelt(word) for word in words]
    elif len(words) > 1 and words[-1].isupper() and len(words[-1]) > 2 and not words[0].isupper():
        words = [word if not (word.isupper() and len(word.strip(".")) > 2) else _spelt(word) for word in words]
    if len(words) > 1 and len(words[-1]) == 1 and text.rstrip().endswith(f"{words[-1]}."):
        words[-1] += "."
    return " ".join(words)


def _spelt(word: str) -> str:
    if fold(word) in PARTICLES:
        return word.lower()
    if len(word.strip(".")) == 1:
        return word
    return "".join(_capital(part) for part in re.split(r"([-'’])", word))


def _capital(part: str) -> str:
    if part.upper().startswith("MC") and len(part) > 4:
        return f"Mc{part[2:].capitalize()}"
    return part.capitalize()


def name_like(text: str, emails: Iterable[str] = ()) -> float:
    """How surely a line is the name of a person; ``emails`` are the addresses beside it, which may spell it."""
    name = bare_name(text)
    if not name or len(name) > 60 or any(char.isdigit() or char in "@:/|<>?!&+=%#" for char in name):
        return 0.0
    if script_of(name) != "latin":
        return 0.5 if len(name.split()) < 5 and len(name) < 25 else 0.0
    words = name.split()
    if len(words) > 5 or not all(_WORD.fullmatch(word) for word in words):
        return 0.0
    large = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper()]
    if (
        not large
        or any(fold(word) not in PARTICLES for word in small)
        or any(fold(word.strip(".")) in _NOT_NAMES for word in large)
    ):
        return 0.0
    score = _by_words(words, large)
    spelt = max((spells(name, mail) for mail in emails), default=0.0)
    return max(score, min(0.98, score + 0.45 * spelt))


def _by_words(words: list[str], large: list[str]) -> float:
    known = is_given(words[0])
    if len(large) == 1:
        return 0.6 if known else 0.15
    if known:
        return 0.9 if len(large) < 4 else 0.75
    if any(is_given(word) for word in words[1:]):
        return 0.6
    initial = any(len(word.strip(".")) == 1 for word in words)
    return 0.5 if initial else 0.4 if len(large) < 4 else 0.2


def spells(name: str, mail: str) -> float:
    """How much of a name an address is made of: 1 for 'Ana Souza' of 'asouza@' or 'ana.souza@', 0.6 for one of its words."""
    local = fold(mail.partition("@")[0].partition("+")[0])
    letters = re.sub(r"[^a-z]", "", local)
    if len(letters) < 2:
        return 0.0
    variants = {fold(name)} | {fold(re.sub(pair[0], pair[1], name.lower())) for pair in _SPELT} | {fold(_umlauts(name))}
    return max(_spells(variant, letters) for variant in variants)


_SPELT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"))


def _umlauts(name: str) -> str:
    plain = name.lower()
    for letter, typed in _SPELT:
        plain = plain.replace(letter, typed)
    return plain


def _spells(name: str, letters: str) -> float:
    words = [re.sub(r"[^a-z]", "", word) for word in name.split()]
    words = [word for word in words if word]
    if not words:
        return 0.0
    first, last = words[0], words[-1]
    whole = {
        "".join(words),
        first + last,
        last + first,
        first[0] + last,
        first + last[0],
        last + first[0],
        "".join(word[0] for word in words[:-1]) + last,
    }
    whole |= {first + word for word in words[1:]} | {first[0] + word for word in words[1:]}
    if len(words) > 1 and letters in whole:
        return 1.0
    if any(len(word) > 2 and letters == word for word in words):
        return 0.8
    if any(len(word) > 3 and word in letters for word in words):
        return 0.6
    initials = "".join(word[0] for word in words)
    return 0.5 if len(initials) > 1 and letters == initials else 0.0
