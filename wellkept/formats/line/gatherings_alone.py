"""A gathering that a statement names and nothing else: 'RailTech Days, Tuesday. Met Ana', 'marta silva, cto fintly, websummit'."""

from __future__ import annotations

import re

from wellkept.formats.line.draft import Draft, Passed
from wellkept.formats.line.firms import organization_at
from wellkept.formats.line.gatherings import gathering_at
from wellkept.formats.line.lexicon import EVENT, KNOWN_EVENT, ORGANIZATION, PLACE, VENUE
from wellkept.formats.line.people import Words, name_at
from wellkept.formats.line.telling import passing_in
from wellkept.formats.line.vocabulary import is_given, may_be_given

_TOWN = re.compile(r"[\s,.:;-]*(?:(?:in|en|a|em)\s+[^\W\d_][\w-]*)?[\s,.:;-]*")
_LEADS = re.compile(
    r"(?:(?:auf|bei|beim|am|a|au|aux|lors\s+d[eu]|en|na|no|em|durante)\s+)?(?:(?:der|dem|la|le|les|el|los|las|o|os)\s+|l')?"
)
_LEAD = re.compile(r"(?:(?:at|during|from|@|auf|bei)\s+)?(?:(?:the|der|dem)\s+)?")


def gathering_alone(draft: Draft, start: int, end: int) -> bool:
    """Before anybody is named it is where one met whom is named after it; after people it is where we met."""
    if not draft.people:
        return _before_people(draft, start, end)
    found = gathering_at(draft.words, start, end) if not draft.facts else None
    if (
        found is None
        or found[2] < end
        or not KNOWN_EVENT.search(draft.words.plain, start, end)
        or (draft.passed and draft.passed.event)
    ):
        return False
    draft.passed = draft.passed or Passed("met", found[1:])
    draft.passed.event, draft.passed.event_at = found[0], found[1:]
    return True


def _before_people(draft: Draft, start: int, end: int) -> bool:
    words = draft.words
    if draft.passed or draft.facts or draft.there or passing_in(draft, start, end):
        return False
    all_days = draft.days_in(start, end)
    before = next((day for day in draft.days_in(start, end) if start in (day.start, day.core)), None)
    if before and words.language != "en":
        start = words.skip(before.end, end)
    lead = (_LEAD if words.language == "en" else _LEADS).match(words.plain, start, end)
    begin = lead.end() if lead else start
    if _is_somebody(words, begin, end):
        return False
    found = gathering_at(words, begin, end)
    if found and words.language != "en" and not _TOWN.fullmatch(draft.without_days(found[2], end)):
        found = None  # 'Feira orgânica, sábado'
    found = found or (_unknown if words.language == "en" else _unknown_abroad)(draft, begin, end)
    led = words.language != "en" and begin > start + 2 and draft.days_in(0, end)  # 'Hier au salon de l'agriculture'
    if found is None or found[1] != begin or not (words.text[begin].isupper() or led):
        return False
    days = [day for day in all_days if day.start >= found[2] or day.end <= begin]
    rest = draft.without_days(found[2], end)
    if not _TOWN.fullmatch(rest):
        return False
    draft.there = found
    draft.ahead = days[:1] or draft.ahead
    return True


def _is_somebody(words: Words, begin: int, end: int) -> bool:
    """'Hugo Arcier donne une conférence'."""
    person = name_at(words, begin, end) if words.language != "en" else None
    if person is None or len(person.name.split()) < 2:
        return False
    goes_on = re.match(r"\s+[^\W\d_A-ZÀ-Þ]{2,}", words.text[person.end : end])
    return bool(goes_on) and is_given(words.plain[person.start : person.end].split()[0])


_THEN_MET = re.compile(
    r"[\s,.:;–-]*(?:i\s+|we\s+)?(?:also\s+)?(?:met|saw|spoke\s+(?:to|with)|talked\s+(?:to|with)|chatted\s+(?:to|with)|ran\s+into|bumped\s+into|sat\s+next\s+to|got\s+talking)\s"
)


def _unknown(draft: Draft, begin: int, end: int) -> tuple[str, int, int] | None:
    """'ProWein, Sunday. Met Giulia': what no table knows, with a day, before whom one met there."""
    words = draft.words
    found = organization_at(words, begin, end)
    if found is None or draft.without_days(found[2], end).strip():
        return None
    rest = draft.without_days(end, len(words.text))
    dated = bool(draft.days_in(begin, end)) or len(rest) - len(rest.lstrip(" ,.:;")) > 4
    lead = words.plain[max(0, begin - 5) : begin].endswith(("at ", "at the ", "@ "))
    if not _THEN_MET.match(rest) or not (dated or lead):
        return None
    first = words.plain[found[1] : found[2]].split()[0]
    odd = re.search(r"[a-z][A-Z]|[A-Z]{3}|\d", found[0])
    return found if odd or lead or not may_be_given(first) else None


_THEN_MET_ABROAD = re.compile(
    r"(?:(?:he|hemos|j'ai|j'y\s+ai|on\s+a|ai|la|alli|me|nos|hab|habe|ich|wir|eu|y)\s+)*+(?:conoc|coincid|salud|charl|habl|top|encontr|cruc|present|vi\s|vimos\s|reencontr|rencontr|crois|recrois|vu\s|fait\s+(?:la\s+)?connaissance|discut|parl|echang|revu|retrouv|apercu|conhec|falei|convers|bati\s|cruz|revi\s|esbarr|cumpriment|topei|tombe|getroffen|kennengelernt|mit\s)"
)
_MET_AT_THE_END = re.compile(
    r"[^.;!?\n]*(?<!\w)(?:getroffen|kennengelernt|gesprochen|wiedergetroffen|wiedergesehen|gesehen|geredet|unterhalten)(?!\w)"
)


def _unknown_abroad(draft: Draft, begin: int, end: int) -> tuple[str, int, int] | None:
    """'Trophées de l'Artisanat hier : vu Albert'."""
    words = draft.words
    day = next((day for day in draft.days_in(begin, len(words.text)) if day.start >= begin), None)
    stop = min(end, day.start) if day else end
    name = words.text[begin:stop].rstrip(" ,.:;–-")
    listed = name.split()
    plain = words.plain[begin : begin + len(name)]
    if day is None or not 1 < len(listed) < 8 or not name[0].isupper():
        return None
    if not listed[-1][0].isupper() and not (EVENT.match(plain) and len(listed) < 5):
        return None
    rest = words.plain[stop:]
    if day.start < stop + 4:
        rest = words.plain[day.end :]
    rest = rest.lstrip(" ,.:;-\n")
    met = _THEN_MET_ABROAD.match(rest) or (words.language == "de" and _MET_AT_THE_END.match(rest))
    if (
        not met
        or may_be_given(plain.split()[0])
        or PLACE.fullmatch(plain)
        or VENUE.search(plain)
        or ORGANIZATION.search(plain)
    ):
        return None
    return name, begin, begin + len(name)


def met_there(draft: Draft) -> None:
    if not draft.there or not draft.people:
        return
    if draft.passed is None:
        day = next((day for day in draft.ahead if day.start not in draft.used), None)
        draft.passed = Passed("met", draft.there[1:], day=day, asked=bool(day and day.past is None))
    if draft.passed.event is None:
        draft.passed.event, draft.passed.event_at = draft.there[0], draft.there[1:]
