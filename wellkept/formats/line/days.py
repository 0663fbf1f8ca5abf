"""The days a line speaks of: where they stand, and which day that is for something past and for something to come."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from wellkept.formats.line import day_makers as make
from wellkept.formats.line import day_words as words
from wellkept.formats.line.day_makers import Calendar, Day, Maker
from wellkept.formats.line.flat import alternatives

_LATEST = r"a\s+mas\s+tardar|como\s+muy\s+tarde|como\s+maximo|au\s+plus\s+tard|o\s+mais\s+tardar|no\s+maximo|spatestens"
_LEAD = (
    rf"(?P<lead>(?:(?:{_LATEST})(?:\s+(?:el|le|ate|a|em|n[oa]|am|para\s+el))?(?:\s+dia)?|(?P<before>before|vor(?:\s+dem)?|antes\s+d[eoa]l?|avant(?:\s+le)?)|(?:due\s+)?(?:on|by|until|till|for)(?:\s+the)?|due|since|from"
    r"|(?:spatestens\s+)?(?:bis(?:\s+(?:zum|spatestens|ende))?|am|zum|ab|seit|fur)|para(?:\s+(?:el|o|a))?|hasta(?:\s+el)?|el(?:\s+dia)?|del?"
    r"|ate(?:\s+(?:ao|a|o|dia|o\s+dia))?|n[oa](?:\s+dia)?|em|dia|d'ici(?:\s+(?:a|au|le))?|pour(?:\s+le)?|jusqu'au|au|le|ce|a|to)\s+)?"
)
_NEXT = r"next|nachste[nrsm]?|naechste[nrsm]?"
_COMING = r"coming|this\s+coming|kommende[nrsm]?|proxim[oa]|el\s+proximo|la\s+proxima|na\s+proxima|no\s+proximo"
_LAST = r"last|past|letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?|ultim[oa]|pasad[oa]|passad[oa]"
_THIS = r"this|diese[nrsm]?|est[ea]|n?ess[ea]|nest[ea]|ce"
_AFTER_NEXT = r"prochaine?|que\s+viene|que\s+vem|proxim[oa]"
_AFTER_LAST = r"dernier[e]?|pasado|passad[oa]"
_MOD = rf"(?:(?P<next>{_NEXT})|(?P<coming>{_COMING})|(?P<last>{_LAST})|(?P<this>{_THIS}))\s+"
_TAIL = r"(?:\s+(?:[ap]m|morning|afternoon|evening|night|lunchtime|abend|vormittag|nachmittag|fruh|por\s+la\s+(?:manana|tarde|noche)|matin|soir|midi|apres-midi|de\s+manha|a\s+(?:tarde|noite)))?(?:,?\s+(?:(?:at|um|gegen|around|a\s+las|a|as)\s+)?\d{1,2}(?:[:.h]\d\d)?\s?(?:am|pm|uhr|h)(?!\w)|\s+at\s+(?:noon|\d{1,2}:\d\d))?"
_AT_THE_LATEST = re.compile(rf",?\s+(?:{_LATEST}|at\s+the\s+latest)(?!\w)")
_ITS = re.compile(r"['’]s(?=\s)")  # 'Yesterday's coffee with …', but 'send her Friday's deck'
_AT_ITS = re.compile(r"(?:at|during|after|from|over)\s+$")  # 'at last night's mixer'
_ORDINAL = r"(?:st|nd|rd|th|er|[oº°.])?"


def find_days(text: str, said: Calendar) -> list[Day]:
    """``text`` as ``flat`` gives it. None overlaps another; the longest words win."""
    found: list[Day] = []
    for pattern, maker in _patterns():
        for match in pattern.finditer(text):
            day = maker(match, said)
            if day is not None:
                found.append(day)
    found.sort(key=lambda day: (-(day.end - day.core), day.start))
    taken: list[Day] = []
    for day in found:
        if all(day.end <= other.start or day.core >= other.end for other in taken):
            clear = max([day.start, *(other.end for other in taken if other.end <= day.core)])
            taken.append(replace(day, start=clear))
    ended = [replace(day, end=late.end()) if (late := _AT_THE_LATEST.match(text, day.end)) else day for day in taken]
    ended = [
        replace(day, end=day.end + 2) if _ITS.match(text, day.end) else day
        for day in ended
        if not _ITS.match(text, day.end)
        or text[: day.start].rstrip()[-1:] in ("", ".", ",", ";", ":", "!", "-", "–")
        or (_AT_ITS.search(text, max(0, day.start - 8), day.start) and day.past and day.past <= said.today)
    ]
    return _joined(text, sorted(ended, key=lambda day: day.start))


def _joined(text: str, days: list[Day]) -> list[Day]:
    """'Monday or Tuesday' and 'sometime next week' are one thing to ask about; 'Friday 27 November' is one day."""
    joined: list[Day] = []
    for day in days:
        before = joined[-1] if joined else None
        between = text[before.end : day.start].strip(" ,") if before else ""
        said = text[before.end : day.core].strip() if before else ""
        if before and re.fullmatch(r"or|oder|o|ou|/", between):
            both = tuple(one for one in (before.coming, day.coming) if one)
            joined[-1] = Day(before.start, before.core, day.end, candidates=both, vague=True)
        elif (
            before
            and said == ""
            and text[before.end : day.core] != "\n"
            and before.vague
            and (day.vague or day.coming is None)
        ):
            joined[-1] = replace(day, start=before.start, core=before.core, past=None, coming=None, vague=True)
        elif before and between == "" and before.weekday and day.month and day.day:
            joined[-1] = replace(day, start=before.start, core=before.core)
        else:
            joined.append(day)
    return joined


@cache
def _patterns() -> list[tuple[re.Pattern[str], Maker]]:
    number, unit = rf"\d{{1,3}}|{alternatives(' '.join(words.NUMBERS))}", alternatives(" ".join(words.UNITS))
    month = alternatives(" ".join(words.MONTHS))
    english = alternatives(
        "january jan february feb march april apr may june jun july jul august aug september sept sep october oct november nov december dec"
    )
    weekday, nth = alternatives(" ".join(words.WEEKDAYS)), alternatives(" ".join(words.ORDINALS))
    year = r"(?:(?:\s*,?\s*|\s+d[eo]l?\s+)(?P<year>(?:19|20)\d\d)(?!\d))?"
    lead, edge = r"(?<![\w@./'-])" + _LEAD, r"(?![\w@]|[.-]\w|'(?!s\s)\w)"
    span = rf"(?P<n>{number})\s+(?P<unit>{unit})"
    listed: list[tuple[str, Maker]] = [
        (rf"(?<![\w@./'-])(?:in\s+)?(?P<core>(?P<n>\d{{1,2}})(?P<unit>w|wks?|mo|mos)){edge}", make.ahead),
        (rf"(?<![\w@./'-])(?P<core>(?:(?:with)?in|dentro\s+de|en|em|dans|binnen|daqui\s+a|d'ici|innerhalb\s+von|sous)\s+(?:the\s+next\s+)?{span}(?:'s?\s+time)?){edge}", make.ahead),
        (rf"(?:in|within)?\s*(?P<core>(?P<n>{number})\s+(?:business|working|work)\s+days?){edge}", make.working),
        (rf"(?:in|innerhalb\s+von|en|dans|em)?\s*(?P<core>(?P<n>{number})\s+(?:werktagen?|arbeitstagen?|dias\s+(?:habiles|uteis|laborables)|jours\s+ouvres)){edge}", make.working),
        (rf"(?P<core>{span}\s+(?:ago|back|zuvor|atras)|(?:vor|hace|ha|il\s+y\s+a|faz)\s+(?P<n2>{number})\s+(?P<unit2>{unit})(?:\s+atras)?){edge}(?!\s+(?:n[oa]\s|em\s+\d|dia|amanha|hoje|depois|ontem|sabado|domingo|est[ea]\s|a\s+\d))", make.ago),
        (rf"(?P<core>{span}\s+(?:from\s+(?:now|today)|from\s+{_LEAD.replace('lead', 'l2').replace('before', 'b2')}(?P<from>{weekday}))){edge}", make.after_weekday),
        (rf"{lead}(?P<core>(?:(?:eod|cob|end\s+of\s+(?:the\s+)?day|close\s+of\s+business)\s+(?:on\s+)?)?(?:{_MOD})?(?P<weekday>{weekday})(?:[\s-]feira)?(?:\s+(?:(?P<after>{_AFTER_NEXT})|(?P<gone>{_AFTER_LAST}))(?!\w))?{_TAIL}){edge}", make.weekday_named),
        (rf"{lead}(?P<core>(?:(?:eod|cob)\s+(?:on\s+)?)?(?:{_MOD})?(?P<short>{alternatives(' '.join(words.SHORT_WEEKDAYS))})\.?{_TAIL}){edge}", make.short_weekday),
        (rf"(?P<lead>(?:am|bis|ab|zum)\s+)(?P<core>(?P<short>{alternatives(' '.join(words.GERMAN_WEEKDAYS))})\.?){edge}", make.german_weekday),
        (rf"{lead}(?P<core>(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:of\s+|de\s+)?(?P<month>{month})\.?{year}){edge}", make.named),
        (rf"{lead}(?P<core>(?:the\s+)?(?P<month>{english})\.?\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}{year}){edge}(?!\s*(?:(?:{unit}|people)(?![\w/])|\d))", make.named),
        (rf"{lead}(?P<core>(?:el\s+|le\s+|o\s+)?(?:1er|primero|premier|primeiro|first)\s+(?:of\s+|de\s+)?(?P<month>{month}){year}){edge}", make.named),
        (rf"{lead}(?P<core>(?:the\s+)?(?P<day>{nth})\s+(?:day\s+)?of\s+(?P<month>{english}){year}){edge}", make.named),
        (rf"{lead}(?P<core>(?P<month>{english})\s+(?:the\s+)?(?P<day>{nth}){year}){edge}(?!\s+[a-z]+(?:day|s)(?!\w))", make.named),
        (rf"(?P<lead>(?:on|by|until|before|from|since|due(?:\s+on)?)\s+the\s+)(?P<core>(?P<day>{nth})(?P<mark>)){edge}(?=\s*(?:$|[,.;:!?)\n]|(?:and|with|for|to|about|at)\s))", make.month_day),
        (rf"{lead}(?P<core>(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)){edge}", make.iso),
        (rf"{lead}(?P<core>(?P<a>\d{{1,2}})(?P<sep>[/.-])\s?(?P<b>\d{{1,2}})(?:(?P=sep)\s?(?P<y>\d{{4}}|\d\d)|(?(lead)\.?|\.?))){edge}", make.numeric),
        (rf"(?P<lead>(?:(?:on|by|until|before|from|since|due)\s+)?the\s+|am\s+|bis\s+(?:zum\s+)?|zum\s+|(?:el|no|o|ate\s+o|para\s+el)\s+dia\s+|dia\s+|(?:(?:{_LATEST}|hasta|para|antes\s+de)\s+)?el\s+|antes\s+del\s+|(?:(?:{_LATEST}|d'ici|pour|avant)\s+)?le\s+|(?:d'ici|jusqu')\s*au\s+|ate\s+o\s+dia\s+|ate\s+dia\s+)(?P<core>(?P<day>\d{{1,2}})(?P<mark>st|nd|rd|th|er|\.)?){edge}(?!\s*(?:(?:{month}|{unit}|euros?)(?![\w/])|%|:\d)|\s\d\d)", make.month_day),
        (rf"{lead}(?P<core>(?:(?P<part>early|mid|late|the\s+(?:end|beginning|start|middle)\s+of|end\s+of|beginning\s+of|anfang|mitte|ende|principios\s+de|mediados\s+de|finales\s+de|debut|mi|fin|comeco\s+de|meados\s+de|fim\s+de)[\s-]+)(?P<month>{alternatives(' '.join(words.LONG_MONTHS))}){year}){edge}", make.month_alone),
        (rf"{lead}(?P<core>(?P<part>early|mid|late|(?:the\s+)?(?:end|beginning|start|middle)\s+of)[\s-]+(?P<month>{english}){year}){edge}", make.month_alone),
        (rf"(?P<lead>(?:in|im|en|em|by|until|before|since|early|mid|late|anfang|mitte|ende|next|last|this|ab|seit|depuis|desde|ate|avant|antes\s+de|para|vor)\s+)(?P<core>(?P<month>{month}){year}){edge}", make.month_alone),
        (rf"(?P<core>(?P<month>{month})\s+(?:of\s+|de\s+)?(?P<year>(?:19|20)\d\d)){edge}", make.month_alone),
        (rf"(?P<lead>(?:in|im|en|em|by|since|from|seit|depuis|desde)\s+)(?P<core>(?P<year>(?:19|20)\d\d)){edge}", make.year_alone),
    ]  # fmt: skip
    for said, offset in (
        (words.TODAY, 0), (words.TOMORROW, 1), (words.AFTER_TOMORROW, 2), (words.YESTERDAY, -1), (words.BEFORE_YESTERDAY, -2),
    ):  # fmt: skip
        listed.append((rf"{lead}(?P<core>{alternatives(said)}){edge}", make.days_off(offset)))
    for said, unit_name, ahead in words.ENDS:
        listed.append((rf"{lead}(?:the\s+)?(?P<core>{alternatives(said)}){edge}", make.end_of(unit_name, ahead)))
    for said, month_number, day_number in words.FEASTS:
        listed.append(
            (
                rf"(?<!\w)(?P<lead>(?:by|until|till|bis|hasta|para|ate(?:\s+o)?|d'ici|on|at|an|zu|en)\s+)(?P<core>{alternatives(said)}){edge}",
                make.feast(month_number, day_number),
            )
        )
    listed.append((rf"{lead}(?P<core>{alternatives(words.VAGUE)}){edge}", make.vague))
    return [(re.compile(pattern), maker) for pattern, maker in listed]
