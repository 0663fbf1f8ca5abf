"""Birthdays and anniversaries in a statement, with the year of the original event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.day_words import NUMBERS
from wellkept.formats.line.flat import alternatives

_KINDS = (
    ("wedding_anniversary", r"(?:his|her|their)\s+wedding\s+was|wedding\s+anniversary|(?<!work\s)anniversary(?!\s+(?:with|at|of\s+joining))|hochzeitstag|aniversario\s+de\s+(?:bodas?|casamento)|anniversaire\s+de\s+mariage|(?:got\s+|were\s+|was\s+|been\s+)?(?<!getting\s)married|wed\b(?!nes)|tied\s+the\s+knot|(?:got\s+)?hitched|eloped|verheiratet|geheiratet|heirateten|heiratete|se\s+cas(?:o|aron)|casad[oa]s?|se\s+(?:est|sont)\s+maries?|(?:maries|mariee|mariees)(?!\w)|(?<=est\s)marie(?!\w)|(?<=ete\s)marie(?!\w)|(?<=,\s)marie(?=\s+(?:le|depuis|en|avec)(?!\w))|cas(?:ou|aram)(?:-se)?"),
    ("work_anniversary", r"work\s+anniversary|anniversary\s+(?:with|at)|(?:been\s+(?:at|for|with)|(?:is|works?|working|worked)\s+(?:at|for))\s+(?!home|sea|large|school|university|college|years|a\s)(?:\S+\s+){1,6}since\s|works?\s+with\s+(?:\S+\s+){1,6}since\s|work[\s-]?iversary|(?:firmen|dienst)jubilaum|aniversario\s+(?:laboral|de\s+(?:trabajo|trabalho|empresa))|anniversaire\s+(?:de\s+travail|d'entreprise|professionnel)|(?:started|began|joined(?!\s+(?:our|the|my|this|a|an)\s+(?:[a-z]+\s)?(?:zoom|call|meeting|webinar|session|teams|chat|panel|table|dinner|lunch|party|workshop|training|walk|hike|run)(?!\w)|\s+(?:me|us)(?!\w)|\s[^,;.]{2,40}\sfor\s+(?:an?\s+)?(?:coffee|lunch|dinner|drinks?|breakfast|brunch|beers?|tea|walk)))\s+(?:working\s+)?(?:at|with|for|as|in\s+his\s+job|in\s+her\s+job|her\s+job|his\s+job)?|(?:years?|yrs?)\s+(?:at|with)|jahre\s+(?:bei|im)|anos\s+(?:en|na|no)(?!\s+dia)|ans\s+chez|(?:est|a)\s+(?:entree?|arrivee?|integre)(?!\w)|(?:arbeitet\s+)?seit\s|angefangen|fing\s|empezo\s+en|entro\s+en|trabaja\s+en\s+.*desde|a\s+commence|a\s+rejoint|travaille\s+chez\s+.*depuis|comecou\s+(?:n|la(?!\w))|entrou\s+(?:n|la(?!\w))|(?:empezo|entro)\s+(?:ahi|alli)|cumple\s+(?:\w+\s+)anos\s+en(?!\w)|(?:completa|faz)\s+\w+\s+anos\s+(?:n[ao]|de\s+(?:casa|empresa))(?!\s+(?:dia|segunda|terca|quarta|quinta|sexta|sabado|domingo|proxim))(?!\w)|jahre\s+in\s+der\s+firma|trabalha\s+n.*desde"),
    ("birthday", r"birthday|b-?day|\bborn\b|geburtstag|geboren|geb\.|cumple(?:anos)?|cumplio|nacio|nacid[oa]|nascid[oa]|anniversaire|nee?\s+le|niver(?:sario)?|aniversario|nasceu|fete\s+ses|turn(?:s|ed|ing)?\s+(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?(?!\w)|(?:turn(?:s|ed|ing)?|becomes|became|will\s+be|is|was)\s+\d{1,3}(?!\d|[/.-]\d|(?:st|nd|rd|th)?[\s.]*(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\s*(?:%|km|min|people|years\s+(?:at|with)))|(?:wird|wurde)\s+(?:[^,;]*(?<!\sum)(?<!\sbis)(?<!\szum)(?<!\sam)(?<!\sden)(?<!\sgegen)(?<!\sseit)(?<!\sab)\s)?\d{1,3}(?=\s*(?:$|[,;:!?()]|jahre?\s+alt|(?:am|im|in|nachste\w*|kommende\w*|heute|gestern|morgen|ubermorgen|und|bei)\s|\.(?:\s|$)(?!\s*(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez|\d))))|(?:aura|a\s+eu)\s+\d+\s+ans|a\s+\d+\s+ans\s+(?=le\s)|(?:celebra|festeja|comemora)\s+(?:sus\s+|los\s+|seus\s+|os\s+)?\d+(?=\s+(?:anos|el\s|em\s|no\s|en\s))|(?:faz|fez|completa|completou)\s+\d+"),
)  # fmt: skip
KINDS = tuple((kind, re.compile(rf"(?<![\w-])(?:{pattern})")) for kind, pattern in _KINDS)
_AGE = re.compile(r"(?<![\w./-])(\d{1,3})(?:st|nd|rd|th|\.|e|o|eme)?(?![\w/]|\.\d)(?!\s*(?:%|people|km))")
_HAPPENED = re.compile(
    r"(?<!\w)(?:started|joined|began|married|geheiratet|heirat|caso|casaron|marie|casou|casaram|born|geboren|nacio|nasceu|turned|wurde|cumplio|fez|completou|angefangen|empezo|entro|commence|rejoint|comecou|entrou|seit|desde|depuis|was\s|became|celebrated|a\s+eu)"
)


_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_COUNTED = {
    **{word: number for number, word in enumerate(_ONES, start=1)},
    **{word: number for number, word in enumerate(_NTH, start=1)},
    **{ten: 10 * number for number, ten in enumerate(_TENS, start=2)},
    **{f"{ten[:-1]}ieth": 10 * number for number, ten in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{word}": 10 * number + one
        for number, ten in enumerate(_TENS, start=2)
        for words in (_ONES[:9], _NTH[:9])
        for one, word in enumerate(words, start=1)
    },
}
_IN_WORDS = alternatives(" ".join(_COUNTED)).replace(r"\-", r"[\s-]")
_DECADES = {
    20: "zwanzig veinte vinte vingt",
    30: "dreißig treinta trinta trente",
    40: "vierzig cuarenta quarenta quarante",
    50: "funfzig cincuenta cinquenta cinquante",
    60: "sechzig sesenta sessenta soixante",
    70: "siebzig setenta",
    80: "achtzig ochenta oitenta",
    90: "neunzig noventa",
}
_WORDS = NUMBERS | {word: tens for tens, words in _DECADES.items() for word in words.split()}
_YEARS = re.compile(rf"(?<!\w)({alternatives(' '.join(_WORDS))})\s+(?:ans|anos|jahren?)(?!\w)")
_AGE_IN_WORDS = re.compile(
    rf"(?<!\w)(?:(?:turn(?:s|ed|ing)?|becomes?|became)\s+({_IN_WORDS})(?!\w)|({_IN_WORDS})(?=\s+years?(?!\w)|\s+(?:wedding\s+|work\s+)?(?:anniversary|birthday)))"
)
# What happened on the very day that is said, so that its year is known with it.
_ITSELF = re.compile(
    r"(?<!\w)(?:married|tied\s+the\s+knot|(?:got\s+)?hitched|eloped|joined|started|began|born|geheiratet|heirateten|heiratete|angefangen|geboren|se\s+cas(?:o|aron)|nacio|se\s+(?:est|sont)\s+marie\w*|cas(?:ou|aram)|nasceu|comecou|entrou)(?!\w)"
)


@dataclass(frozen=True)
class Found:
    """``unsure``: the day must be asked about; month and day are None then."""

    kind: str
    month: int | None
    day: int | None
    year: int | None
    said: Day
    word: tuple[int, int]
    unsure: bool = False


def said_in(pattern: re.Pattern[str], plain: str, start: int, end: int, days: Sequence[Day]) -> re.Match[str] | None:
    """Where the words for an occasion stand that are none of a day: 'wed' may be Wednesday."""
    found = pattern.finditer(plain, start, end)
    return next((one for one in found if all(not day.core <= one.start() < day.end for day in days)), None)


def occasion_in(plain: str, start: int, end: int, days: list[Day], language: str) -> Found | None:
    """The occasion that the statement from ``start`` to ``end`` tells of, if it says its day. ``days`` are those within it."""
    cake = "🎂" in plain[max(0, start - 3) : end]
    for kind, pattern in KINDS:
        found = said_in(pattern, plain, start, end, days)
        if not found and not (cake and kind == "birthday"):
            continue
        word = (found.start(), found.end()) if found else (start, start)
        if language == "es" and kind == "birthday" and found and found[0].startswith("aniversario"):
            kind = "wedding_anniversary"
        if not days:
            return None
        age = _age(plain, start, end, days)
        itself = age is None and kind != "birthday" and bool(_ITSELF.search(plain, start, end))
        happened = bool(_HAPPENED.search(plain, start, end))
        return _of(kind, days[0], age, happened=happened, itself=itself, word=word)
    return None


def _age(plain: str, start: int, end: int, days: list[Day]) -> int | None:
    years = _YEARS.search(plain, start, end)
    if years and all(years.end() <= day.start or years.start() >= day.end for day in days):
        return _WORDS[years[1]]
    for found in [*_AGE.finditer(plain, start, end), *_AGE_IN_WORDS.finditer(plain, start, end)]:
        said = next(filter(None, found.groups()))
        age = int(said) if said.isdecimal() else _COUNTED[re.sub(r"\s+", "-", said)]
        if all(found.end() <= day.start or found.start() >= day.end for day in days) and 0 < age < 120:
            return age
    return None


def _of(kind: str, said: Day, age: int | None, *, happened: bool, itself: bool, word: tuple[int, int]) -> Found | None:
    day = said.past if happened and said.past else said.coming or said.past
    if said.month and (said.day or not day):
        year = said.year or (day.year - age if age and day else None)
        if said.year and age and not itself and (kind == "birthday" or not happened):
            year = said.year - age  # 'marks 10 years at Ironwood on 1 June 2026'
        return Found(kind, said.month, said.day, year, said, word)
    if day is None and said.year and not said.month:
        return None
    if day is None:
        return Found(kind, None, None, None, said, word, unsure=True)
    year = day.year if itself and day == said.past else None
    return Found(kind, day.month, day.day, day.year - age if age else year, said, word)
