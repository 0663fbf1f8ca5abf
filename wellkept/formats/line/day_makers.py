"""How each way of saying a day is turned into one."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wellkept.formats.line import day_words as words
from wellkept.formats.spans import after


@dataclass(frozen=True, slots=True)
class Day:
    """Words for a day, from ``start`` to ``end`` with what leads to them ('by', 'on the'), from ``core`` on without.

    ``past`` and ``coming`` are the day where the words tell of something past or to come; None where that must be asked, and
    ``candidates`` are then the days it could be. ``month``, ``day`` and ``year`` are what the words themselves name.
    """

    start: int
    core: int
    end: int
    past: date | None = None
    coming: date | None = None
    candidates: tuple[date, ...] = ()
    month: int | None = None
    day: int | None = None
    year: int | None = None
    vague: bool = False
    weekday: bool = False

    def on(self, *, past: bool) -> date | None:
        return self.past if past else self.coming


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a reading of days depends on. ``order`` is 'dmy', 'mdy' or '' (not known)."""

    today: date
    order: str
    language: str


Maker = Callable[[re.Match[str], Calendar], "Day | None"]


def _day(match: re.Match[str], past: date | None, coming: date | None, candidates: Iterable[date | None] = ()) -> Day:
    groups = match.groupdict()
    two = tuple(sorted({one for one in candidates if one}))
    core = match.start("core")
    if groups.get("before") and coming:
        two, coming, core = (coming - timedelta(days=1), coming), None, match.start("before")
    return Day(match.start(), core, match.end("core"), past, coming, two)


def _counted(text: str) -> int:
    return int(text) if text.isdecimal() else words.NUMBERS[text]


def _moved(today: date, count: int, unit: str) -> date | None:
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    try:
        return after(today, count, unit)
    except (ValueError, OverflowError):
        return None


def ahead(match: re.Match[str], said: Calendar) -> Day | None:
    if match["core"].startswith("en ") and said.language == "fr":
        return None  # 'en deux jours' says how long it took
    day = _moved(said.today, _counted(match["n"]), words.UNITS[match["unit"]])
    return _day(match, day, day)


def ago(match: re.Match[str], said: Calendar) -> Day | None:
    count, unit = match["n"] or match["n2"], match["unit"] or match["unit2"]
    if match["core"].startswith("faz ") and words.UNITS[unit] == "year" and _counted(count) > 12:
        return None  # 'Socorro faz 70 anos'
    day = _moved(said.today, -_counted(count), words.UNITS[unit])
    return _day(match, day, day)


def after_weekday(match: re.Match[str], said: Calendar) -> Day:
    start = said.today
    if match["from"]:
        start += timedelta(days=(words.WEEKDAYS[match["from"]] - start.weekday() - 1) % 7 + 1)
    day = _moved(start, _counted(match["n"]), words.UNITS[match["unit"]])
    return _day(match, day, day)


def working(match: re.Match[str], said: Calendar) -> Day:
    day, left = said.today, _counted(match["n"])
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return _day(match, None, day)


# 'retomar sexta', 'ligar terça de manhã'; 'a segunda' is whoever comes second.
_SAID_ALONE = re.compile(
    r"\s*(?:$|[,.;:!?)\n]|(?:de\s+manha|a\s+(?:tarde|noite)|cedo|sem\s+falta|com|para|sobre|no|as\s+\d)(?!\w))"
)
_COUNTED_SO = re.compile(r"(?:^|\s)(?:as?|os?|uma?|sua|seu|minha|meu|e|esta|cada|primeira|toda|d[aeo]|em)\s+$")


def weekday_named(match: re.Match[str], said: Calendar) -> Day | None:
    name = match["weekday"]
    if name in words.COUNTED_WEEKDAYS and not (
        "feira" in match["core"]
        or match["lead"]
        or match["coming"]
        or match["this"]
        or match["after"]
        or match["gone"]
        or (
            said.language == "pt"
            and _SAID_ALONE.match(match.string, match.end())
            and not _COUNTED_SO.search(match.string[: match.start()])
        )
    ):
        return None
    return _weekday_number(match, words.WEEKDAYS[name], said)


# 'vendredi en huit', 'heute in einer Woche'.
_A_WEEK_ON = re.compile(r"\s+(?:en\s+huit|en\s+ocho(?:\s+dias)?|in\s+(?:einer|1)\s+woche|in\s+acht\s+tagen)(?!\w)")


def _weekday_number(match: re.Match[str], number: int, said: Calendar) -> Day:
    """A weekday alone is the last one or the coming one; said on that very day it is asked. 'Next' is clear while the coming one
    lies in the next week (Monday to Sunday), else it is asked."""
    today, groups = said.today, match.groupdict()
    coming = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    past = coming - timedelta(days=7 if number != today.weekday() else 14)
    this_week = number > today.weekday()
    if groups.get("last") or groups.get("gone"):
        gone = today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
        return _day(match, gone, gone)
    if groups.get("coming") or (groups.get("after") and said.language in ("es", "pt")):
        return _day(match, coming, coming)
    if groups.get("next") or groups.get("after"):
        clear = None if this_week else coming
        return _day(match, clear, clear, (coming, coming + timedelta(days=7)) if this_week else ())
    if week := _A_WEEK_ON.match(match.string, match.end()):
        after_it = coming + timedelta(days=7)
        return replace(_day(match, after_it, after_it), end=week.end())
    if number == today.weekday():
        return replace(_day(match, None, None, (today - timedelta(days=7), today, coming)), weekday=True)
    return replace(_day(match, past, coming), weekday=True)


# What stands before and after a short weekday that can be another word ('sat', 'sun', 'wed') where it is a day.
_MET_ON = re.compile(
    r"(?:lunch|dinner|breakfast|brunch|coffee|drinks?|beers?|pints?|wine|tea|call|zoom|meeting|mtg|catch-?up|chat|golf|tennis|padel|run|gym|hike|walk|bbq|party|demo|workshop|sync)\s+$"
)
_OF_THE_DAY = re.compile(
    r"\s+(?:morning|afternoon|evening|night|lunch|noon|w/|@|\d{1,2}(?::\d\d)?\s?[ap]m|[ap]m(?!\w))"
)


_A_NAME = re.compile(r"\s+[a-z]+\s*(?:\(|,\s+(?!(?:at|with|w/|he|she|they|it|we|i)\s))")


_DATE_AFTER = re.compile(
    r"\s*,?\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d|\d{1,2}[./]\d)"
)


def short_weekday(match: re.Match[str], said: Calendar) -> Day | None:
    said_so = match["lead"] or match["next"] or match["last"] or match["this"] or match["coming"]
    last = not re.match(r"\s*[^\s,;.)]", match.string[match.end() :])
    clear = (
        said_so
        or _DATE_AFTER.match(match.string[match.end() :])
        or last
        or _MET_ON.search(match.string[: match.start()])
        or (match["short"] in ("mon", "wed") and re.match(r"\s+with\s", match.string[match.end() :]))
        or (
            _OF_THE_DAY.match(match.string[match.start("short") + 3 :])
            and (match["short"] != "sat" or " w" not in match.string[match.end() : match.end() + 2])
        )
    )
    if match["short"] in ("sun", "mon") and not said_so and _A_NAME.match(match.string[match.end() :]):
        return None  # 'Met Sun Wei (Jade River)'
    if match["short"] in ("mon", "wed", "sat", "sun") and (not clear or said.language in ("fr", "es", "pt")):
        return None
    return _weekday_number(match, words.SHORT_WEEKDAYS[match["short"]], said)


def german_weekday(match: re.Match[str], said: Calendar) -> Day | None:
    return _weekday_number(match, words.GERMAN_WEEKDAYS[match["short"]], said) if said.language == "de" else None


def named(match: re.Match[str], said: Calendar) -> Day | None:
    groups = match.groupdict()
    month, day = words.MONTHS[match["month"]], day_number(groups.get("day") or "1")
    found = _dated(match, said, groups.get("year"), month, day)
    if found is None and 28 < day <= 31:
        return replace(_day(match, None, None), vague=True)  # '31 June' is asked about
    return found


def day_number(text: str) -> int:
    """'15' or 'fifteenth'."""
    return int(text) if text.isdecimal() else words.ORDINALS[re.sub(r"\s+", "_", text)]


def iso(match: re.Match[str], said: Calendar) -> Day | None:
    return _dated(match, said, match["year"], int(match["month"]), int(match["day"]))


def numeric(match: re.Match[str], said: Calendar) -> Day | None:
    """04/11: by the region, else by the language; without either it is asked where two readings are days."""
    a, b, year = int(match["a"]), int(match["b"]), match["y"]
    if not year and (
        match["sep"] == "-"
        or (match["sep"] == "." and not match[0].endswith(".") and not match["lead"] and said.language != "de")
    ):
        return None  # 2-3 people, version 3.2
    if year and len(year) == 2:
        year = str(2000 + int(year) - (100 if 2000 + int(year) > said.today.year + 20 else 0))
    order = "dmy" if match["sep"] == "." else said.order
    days = {"dmy": (b, a), "mdy": (a, b)}
    if order in days:
        other = days["mdy" if order == "dmy" else "dmy"]
        return _dated(match, said, year, *days[order]) or _dated(
            match, said, year, *other
        )  # 12/15 is a day in one order alone
    readings = [day for day in (_dated(match, said, year, *one) for one in days.values()) if day]
    if len(readings) == 2 and a != b:
        may = sorted({day for one in readings for day in (one.past, one.coming) if day})
        return replace(_day(match, None, None), candidates=tuple(may), vague=True)
    return readings[0] if readings else None


def _dated(match: re.Match[str], said: Calendar, year: str | None, month: int, day: int) -> Day | None:
    number = int(year) if year else None
    if number is not None and not 1900 <= number <= 2100:
        return None
    try:
        date(int(year) if year else 2000, month, day)
        if year:
            exact = date(int(year), month, day)
            return replace(_day(match, exact, exact), month=month, day=day, year=number)
    except ValueError:
        return None
    around = [_yearly(month, day, said.today.year + more) for more in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    past = max(one for one in around if one and one <= said.today)
    coming = min(one for one in around if one and one >= said.today)
    return replace(_day(match, past, coming), month=month, day=day)


def _yearly(month: int, day: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_day(match: re.Match[str], said: Calendar) -> Day | None:
    """'the 3rd': the last or the coming one."""
    number = day_number(match["day"])
    if not 1 <= number <= 31 or (
        match["lead"].strip() in ("the", "el", "le") and not match["mark"] and said.language not in ("es", "fr")
    ):
        return None
    if match["mark"] == "." and said.language != "de":
        return _month_day_of(match, said, number) if "dia" in match["lead"] else None
    return _month_day_of(match, said, number)


def _month_day_of(match: re.Match[str], said: Calendar, number: int) -> Day:
    months = [after(said.today.replace(day=1), more, "month") for more in (-2, -1, 0, 1, 2)]
    days = [one.replace(day=number) for one in months if number <= calendar.monthrange(one.year, one.month)[1]]
    past, coming = max(one for one in days if one < said.today), min(one for one in days if one > said.today)
    if said.today.day == number:
        return _day(match, None, None, (said.today, coming))
    return _day(match, past, coming)


def month_alone(match: re.Match[str], said: Calendar) -> Day | None:
    year, month = match.groupdict().get("year"), match["month"]
    in_english = month == "mar" and said.language == "en"
    if (_ONLY_MONTHS.get(month, said.language) != said.language and not in_english) or (
        (match.groupdict().get("lead") or "").strip() in ("para", "vor", "en") and said.language == "en"
    ):
        return None
    number, part = words.MONTHS[month], match.groupdict().get("part") or ""
    if _LAST_OF.match(part):
        named = int(year) if year else said.today.year + (number < said.today.month)
        last = date(named, number, calendar.monthrange(named, number)[1])
        return Day(match.start(), match.start("core"), match.end("core"), last, last)
    return replace(_day(match, None, None), month=number, year=int(year) if year else None, vague=True)


_LAST_OF = re.compile(r"(?:the\s+)?end\s+of|ende|finales|fin(?:\s+de)?$|fim")


def year_alone(match: re.Match[str], said: Calendar) -> Day:
    return replace(_day(match, None, None), year=int(match["year"]), vague=True)


_ONLY_MONTHS = {"marco": "pt", "mai": "de", "set": "pt", "out": "pt", "julio": "es", "mar": "es"}
_ONLY = {
    "hier": "fr",
    "hier soir": "fr",
    "hier matin": "fr",
    "logo": "pt",
    "bald": "de",
    "later": "en",
    "yest": "en",
    "morgen": "de",
    "un jour": "fr",
    "pronto": "es",
}


def _foreign(match: re.Match[str], said: Calendar) -> bool:
    return _ONLY.get(match["core"], said.language) != said.language


def days_off(days: int) -> Maker:
    def made(match: re.Match[str], said: Calendar) -> Day | None:
        day = said.today + timedelta(days=days)
        if week := _A_WEEK_ON.match(match.string, match.end()):
            later = day + timedelta(days=7)
            return replace(_day(match, later, later), end=week.end())
        return None if _foreign(match, said) else _day(match, day, day)

    return made


def end_of(unit: str, ahead: int) -> Maker:
    def made(match: re.Match[str], said: Calendar) -> Day:
        months = {"month": 1, "quarter": 3, "year": 12}[unit]
        first = (said.today.month - 1) // months * months + 1
        last = after(date(said.today.year, first, 1), months * (ahead + 1), "month") - timedelta(days=1)
        return Day(match.start(), match.start("core"), match.end("core"), last, last)

    return made


def feast(month: int, day: int) -> Maker:
    def made(match: re.Match[str], said: Calendar) -> Day | None:
        return _dated(match, said, None, month, day)

    return made


def vague(match: re.Match[str], said: Calendar) -> Day | None:
    return None if _foreign(match, said) else replace(_day(match, None, None), vague=True)
