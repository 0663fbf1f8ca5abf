"""Names of people and of organizations at a place in a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from wellkept.formats.line.day_words import WEEKDAYS
from wellkept.formats.line.flat import flat
from wellkept.formats.line.lexicon import AFTER_DE, COMMON, HONORIFIC, LARGE_HONORIFIC, ORGANIZATION, PARTICLES, TITLE
from wellkept.formats.line.vocabulary import is_word, may_be_given

TOKEN = re.compile(r"(?:[^\W\d_]\.)+(?=\s|$|[^\W\d_]|\))|['’]t(?=\s[^\W\d_])|[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*")
# Words that are names too where a large letter says so.
_ALSO_NAMES = frozenset(
    "sun will may grace hope mark rich art bill sue dean frank drew guy christian iris august april june rose joy faith summer autumn chat fine short long good best early"
    " hunter day night friend wood young major king prince case page price love light rain storm ben an my mia mon la le al sol luz paz mar dad mom mum mama papa mae pai".split()
)
_FEASTS = frozenset(
    "christmas xmas easter eid diwali hanukkah chanukah thanksgiving ramadan passover halloween nowruz".split()
)
HOME_NAMES = frozenset("mum mom mama mamma dad papa oma opa grandma grandpa mamá papá mae pai maman".split())
_NEVER_SECOND = frozenset(
    "i and but or the a at on in with from to for he she they we you it his her their my our who is was has will via by not no met saw und der die das mit auf bei aus ist hat er wir ich wird y con en el los las es tiene et avec le les est chez il elle com no na os as tem ele ela".split()
)
# "d'Ornano", 'al-Rahman': a name that begins small.
_SMALL_FIRST = re.compile(
    r"[^\W\d_]{1,4}['’ʼ][^\W\d_a-z]|(?:a[lnrstzd]|ash|el|ul|ud|ed|es|bin|ibn|abu|de|da|di|d)[-‑][^\W\d_a-z]"
)
_HOUSES = re.compile(
    r"vo[nm]\s+(?:der\s+|dem\s+)?(?:sparkasse|bank|stadt|gemeinde|uni|universitat|versicherung|agentur|kanzlei|schule|presse|post|bahn|hochschule|messe|kammer|ihk|wko|aok|caritas|diakonie|stiftung|redaktion|telekom|allianz|[a-z]+(?:bank|kasse|verlag|werke?|versicherung|gesellschaft|verein|amt|kammer|schule|agentur|gruppe|zeitung|verband|haus|hof|praxis|betriebe|zentrum))(?!\w)"
)
_GERMAN_FIRM = re.compile(r"(?:von|vom|bei|aus)\s+(?:der\s+)?(?:firma\s+)?")


@dataclass
class Person:
    """``at`` are the places of what was read, by field."""

    name: str
    start: int
    end: int
    organization: str | None = None
    title: str | None = None
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    location: str | None = None
    at: dict[str, tuple[int, int]] = field(default_factory=dict)
    perhaps: bool = False  # the organization may be a gathering: 'met Ana at the Blue Night'
    involved: bool = False  # took part in what passed


@dataclass(frozen=True)
class Words:
    """A line to look for names in. ``blocked`` are places that are no names: days, addresses, numbers."""

    text: str
    plain: str
    language: str = "en"
    known: tuple[str, ...] = ()
    blocked: tuple[tuple[int, int], ...] = ()
    typed: str = ""  # the line as it was typed, where ``text`` has names in large letters that were small

    @property
    def in_small(self) -> bool:
        """Whether the line was typed without any large letter."""
        return (self.typed or self.text).islower()

    def was_small(self, person: Person) -> bool:
        """Whether the name was typed in small letters, as organizations may be then."""
        return (self.typed or self.text)[person.start : person.end] != person.name

    def is_blocked(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.blocked)

    def skip(self, place: int, end: int) -> int:
        while place < end and self.text[place] in " \t\n":
            place += 1
        return place


@lru_cache(maxsize=8)
def _by_first_word(known: tuple[str, ...]) -> dict[str, list[tuple[str, str]]]:
    listed: dict[str, list[tuple[str, str]]] = {}
    for name in known:
        plain = flat(name)
        if plain.strip():
            listed.setdefault(plain.split()[0], []).append((plain, name))
    return {word: sorted(names, key=lambda pair: -len(pair[0])) for word, names in listed.items()}


_DON = re.compile(r"Don\s+[^\W\d_a-z][\w'-]++(?!\s+[^\W\d_a-z])")


def name_at(words: Words, place: int, end: int, *, loose: bool = False) -> Person | None:
    """The name that begins at ``place``; with ``loose`` also in small letters."""
    titled = HONORIFIC.match(words.plain, place, end)
    if titled and words.language != "fr" and words.plain.startswith("m.", place):
        titled = None  # 'M. K. Iyer'
    if titled and words.language == "en" and words.plain.startswith("don ", place) and _DON.match(words.text, place):
        titled = None  # 'Don Kowalczyk'
    start = titled.end() if titled else place
    if address := LARGE_HONORIFIC.match(words.text, start, end):
        start = address.end()
    if known := _known_at(words, start, end):
        return known
    first, last = None, start
    tokens: list[str] = []
    while len(tokens) < 7 and (token := TOKEN.match(words.text, last, end)):
        taken = _takes(words, token, tokens, end, loose=loose)
        if not taken:
            break
        first = token.start() if first is None else first
        word, last, more = _trimmed(words, token, tokens)
        tokens.append(word)
        if not more or words.text[last : last + 1] != " ":
            break
        last += 1
    while tokens and flat(tokens[-1]) in PARTICLES and len(tokens) > 1 and not tokens[-1][:1].isupper():
        tokens.pop()
    if not tokens or first is None:
        return None
    name = " ".join(tokens)
    dot = flat(tokens[-1]) in ("jr", "sr") and words.text[first + len(name) : first + len(name) + 1] == "."
    return Person(_spelt(tokens), first, first + len(name) + dot)


def _known_at(words: Words, start: int, end: int) -> Person | None:
    token = TOKEN.match(words.plain, start, end)
    for plain, name in _by_first_word(words.known).get(token[0].removesuffix("'s"), ()) if token else ():
        stop = start + len(plain)
        if words.plain.startswith(plain, start) and stop <= end and not words.plain[stop : stop + 1].isalpha():
            following = TOKEN.match(words.text, stop + 1, end)
            longer = (
                following
                and words.text[stop : stop + 1] == " "
                and following[0][0].isupper()
                and len(plain.split()) == 1
            )
            if not longer:
                return Person(name, start, stop)
    return None


def _takes(words: Words, token: re.Match[str], before: list[str], end: int, *, loose: bool) -> bool:
    word, plain = token[0], words.plain[token.start() : token.end()]
    bare = plain.removesuffix("'s").rstrip(".")
    if re.fullmatch(r"i['’](?:d|ll|ve|m)", plain):
        return False  # 'promised Philippa I'd …'
    if (
        words.is_blocked(token.start())
        or (bare in WEEKDAYS and bare not in ("domingo", "sun"))
        or (not before and bare in _FEASTS)
    ):
        return False
    large = not word[0].islower() or bool(_SMALL_FIRST.match(word))
    if not before:
        if large:
            foreign = words.language == "en" and _is_foreign(words, bare, token.end(), end)
            return bare not in COMMON or bare in _ALSO_NAMES or foreign  # 'Dele', which is Portuguese for 'his'
        if loose and bare in _SMALL_NAMES and _family_follows(words, token.end(), end):
            return True
        return loose and (bare not in COMMON or bare in HOME_NAMES) and len(bare) > 1 and not _is_thing(words, bare)
    if plain == "und" and flat(before[-1]) == "von" and words.plain.startswith(" zu ", token.end()):
        return True  # 'von und zu Hohenlinden'
    if plain in PARTICLES and not word[0].isupper():
        return _leads_on(words, token, before, end, loose=loose)
    if large and plain in PARTICLES:
        following = TOKEN.match(words.text, words.skip(token.end(), end), end)
        return bool(following and following[0][0].isupper())
    if large and loose and flat(before[-1]) in _SMALL_NAMES and len(before) == 1:
        return True  # 'ben Okafor'
    if large:
        acronym = word.isupper() and len(word) > 1 and TITLE.fullmatch(plain)
        firm = ORGANIZATION.fullmatch(plain) and word.isupper()
        return bare not in _NEVER_SECOND and not acronym and not firm and (not loose or before[0][0].isupper())
    return loose and before[-1][0].islower() and bare not in COMMON and len(before) < 3 and not TITLE.fullmatch(plain)


# In small letters a name where a family's name follows: 'lunch w/ ben okafor'.
_SMALL_NAMES = frozenset(
    "ben mark bill frank sue rose grace jack guy will may june art dean drew pat hope joy faith rich chris al".split()
)


# Common words of another language, which in an English line are names.
_FOREIGN = frozenset(
    "dele sem ella ela aime esa uma una nao nur sim vin tu les ha thu segun con par vu ai ana eva mara noa tam".split()
)


def _is_foreign(words: Words, bare: str, place: int, end: int) -> bool:
    """Whether a common word is none in English, and a family name follows: 'Sem Okello', 'Dele Adeyemi'."""
    following = TOKEN.match(words.text, words.skip(place, end), end)
    if following is None or words.text[place : place + 1] != " ":
        return False
    return following[0][0].isupper() and bare in _FOREIGN


def _family_follows(words: Words, place: int, end: int) -> bool:
    following = TOKEN.match(words.text, words.skip(place, end), end)
    word = flat(following[0]) if following else ""
    return len(word) > 2 and word not in COMMON and not is_word(word) and words.text[place : place + 1] == " "


def _is_thing(words: Words, bare: str) -> bool:
    """'call with procurement': an English word that nobody is called."""
    return (
        words.language == "en"
        and bare not in HOME_NAMES
        and not (may_be_given(bare) and not bare.startswith(("ex-", "co-", "non-")))
        and bool(is_word(bare) or TITLE.fullmatch(bare) or bare.startswith(("ex-", "co-", "non-")))
    )


_GERMAN_ARTICLES = frozenset("der den das dem die des".split())


def _leads_on(words: Words, token: re.Match[str], before: list[str], end: int, *, loose: bool) -> bool:
    """Whether a particle belongs to the name: 'van der Berg' does, 'de Acme' and 'von der Firma Acme' do not."""
    plain = words.plain[token.start() : token.end()]
    if words.language == "de" and plain in _GERMAN_ARTICLES and flat(before[-1]) not in PARTICLES:
        return False  # 'Frau Seidl das Rezept mailen'
    following = TOKEN.match(words.text, words.skip(token.end(), end), end)
    if following is None or words.is_blocked(following.start()):
        return False
    if words.plain.startswith("von und zu ", token.start()):
        return True
    after = words.plain[following.start() : following.end()]
    if not (following[0][0].isupper() or after in PARTICLES or (loose and after not in COMMON)):
        return False
    if plain in ("von", "vom") and words.language == "de":
        firm = _GERMAN_FIRM.match(words.plain, token.start(), end)
        if HONORIFIC.match(words.plain, following.start(), end):
            return False
        house = _HOUSES.match(words.plain, token.start(), end)
        return len(before) == 1 and not house and not (firm and "firma" in firm[0])
    if plain in ("de", "da", "do", "del", "du", "di", "dos", "das", "la", "le", "el", "al") and words.language in (
        "es",
        "fr",
        "pt",
    ):
        if plain in ("la", "las", "los", "le"):
            return flat(before[-1]) == "de" and following[0][0].isupper()
        if plain in ("al", "el", "du") and words.language != "pt":
            return False
        if plain == "de" and "-" in following[0] and following[0][following[0].index("-") + 1 :][:1].isupper():
            return True  # 'de Villiers-Roche'
        return after in AFTER_DE or (after in ("la", "los", "las") and plain == "de")
    return plain not in ("e", "y", "zu", "la", "le", "the") or flat(before[-1]) in (*PARTICLES, "und")


def _trimmed(words: Words, token: re.Match[str], before: list[str]) -> tuple[str, int, bool]:
    """The word without "'s", where it ends, and whether the name can go on after it."""
    word = token[0]
    if words.plain[token.start() : token.end()].endswith("'s"):
        return word[:-2], token.end() - 2, False
    return word, token.end(), True


def _spelt(tokens: Sequence[str]) -> str:
    """'ana souza' and 'ANA SOUZA' as names are written; others as they stand."""
    name = " ".join(tokens)
    if name.islower() or (name.isupper() and len(name) > 3 and len(max(tokens, key=len)) > 3):
        return " ".join(
            token.lower()
            if token.lower() in PARTICLES and number
            else re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), token)
            for number, token in enumerate(tokens)
        )
    return name


def people_at(words: Words, place: int, end: int, *, loose: bool = False) -> Iterable[Person]:
    """One name after another: 'Ana, Tom and Bo'; the caller looks at what stands between by asking for one at a time."""
    person = name_at(words, place, end, loose=loose)
    while person:
        yield person
        joined = re.compile(r"\s*(?:,|&|\+|/|and|und|y|e|et)\s+(?:with\s+|mit\s+)?").match(words.plain, person.end, end)
        person = name_at(words, joined.end(), end, loose=loose) if joined else None
