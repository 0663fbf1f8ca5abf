"""Promises of mine and of theirs, and the day to get back."""

from __future__ import annotations

import re

from wellkept.formats.line import deeds
from wellkept.formats.line import step_words as steps
from wellkept.formats.line.besides import beside
from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.people import TOKEN, Person, name_at
from wellkept.formats.line.record import Promise
from wellkept.formats.line.subjects import named_in

_OWE = re.compile(
    r"(?:i\s+|ich\s+|je\s+|eu\s+)?(?:still\s+|noch\s+)?(?:owe|schulde|promised|prometi|(?:le\s+)?debo|devo|dois|ai\s+promis|j'ai\s+promis|habe)\s+(?:a\s+|ao\s+|al\s+|to\s+)?(?=\S+\s)(?!(?:her|him|them|ihr|ihm|to|a|an)\s)"
)
_GIVEN = re.compile(
    r"\s+(?:an?|the|my|some|one|two|\$?\d+|uma?|una?|unos?|une|le|les|el|la|ein|eine|einen|das|den|die|noch|another|o|lunch|dinner|coffee|money|feedback|advice|thanks|details|photos|pictures|slides|news|numbers|contacts|dates|comments|an?swers?|help|drinks?|beers?|breakfast|brunch|cash|apologies|\$\S+|€\S+|£\S+)(?=\s|$)"
)
_EMPTY = re.compile(
    r"(?:her|him|them|ihn|ihm|ihr|sie|le|la|lo|les|lui|elle|ela|ele|lhe|again|back|on|at|by|in|with|w/|to|then|please|the|day|days|up|a|o|ao|al|de|para|con|com|avec|mit|bei|nochmal|noch|mal|wieder|melden|dann|mich|und|and|zum|um|am|pm|uhr|sometime|maybe|re|if|don't|hear)(?!\w)"
)


def follow_up(draft: Draft, start: int, end: int) -> bool:
    plain = draft.words.plain
    found = steps.FOLLOW_UP.match(plain, start, end)
    if not found:
        return False
    days = [day for day in draft.days_in(start, end) if day.coming is None or day.coming >= draft.today]
    if not found["again"]:
        if not days or (found["called"] and _asks_more(draft, found.end(), end)):
            return False
        if steps.ABOUT.search(draft.without_days(start, end)):
            return False
    lead = re.compile(
        r"\s*(?:(?:with|w/|on|to|mit|bei|con|a|para|avec|de|com|o|al|ao|back|again|le|la|den|die|der|c/)\s+)*+"
    ).match(plain, found.end(), end)
    person = name_at(draft.words, lead.end() if lead else found.end(), end)
    if found["german"]:
        person = next(
            (
                one
                for token in TOKEN.finditer(draft.words.text, start, end)
                if (one := name_at(draft.words, token.start(), end))
                and one.name.lower() not in ("follow-up", "wiedervorlage", "montag")
                and token.start() != start
            ),
            None,
        )
    if not draft.people and person:
        _named_before(draft)
        kept = draft.add_person(person)
        if not re.match(r"see|meet|visit|grab|have|coffee|lunch", found[0]):
            beside(draft, kept, person.end, end)
    if perhaps := steps.PERHAPS.search(plain, start, end):
        draft.doubt(perhaps.start(), perhaps.end(), "follow_up_on")
    if days and (draft.follow_up is None or draft.follow_up[0] is None):
        day = days[0]
        draft.used.add(day.start)
        draft.follow_up = (day.coming, (start, end))
        if day.coming is None:
            draft.doubt_day(day, "follow_up_on")
    return True


def _named_before(draft: Draft) -> None:
    """'Ask Jin about the visa, then call Rosa on Tuesday': it is about both."""
    for _made, (start, end), _day in draft.promises[:1]:
        if draft.words.language == "en" and (person := named_in(draft, start, end)):
            draft.add_person(person)


def _asks_more(draft: Draft, start: int, end: int) -> bool:
    """'call her about the boat' is something to be done; 'call her again on Friday' is the next step."""
    words, place = draft.words, start
    bare = draft.without_days(start, end)
    lead = re.compile(r"\s*(?:(?:back|to|a|ao|para|le|la|the|an|mit|con|with)\s+)*+").match(words.plain, place, end)
    if person := name_at(words, lead.end() if lead else place, end, loose=True):
        bare = " " * (person.end - start) + bare[person.end - start :]
    bare = re.sub(r"\d{1,2}(?:[:.h]\d\d)?\s*(?:am|pm|uhr|h)?", " ", bare)
    return bool(re.search(r"[a-z]{2,}", _EMPTY.sub(" ", bare)))


def _of_another_language(words: str, language: str) -> bool:
    """'dois filhos' are two sons; 'will expandieren' wants to."""
    return (words.startswith("dois") and language != "fr") or (words == "will" and language != "en")


_WILL_FOR_THEM = re.compile(r"(?:will|wollte|soll|sollte|werde)\s+(?=(?:ihm|ihr|ihnen)\s)")


# '…; promised to lend him my notes': to him, so it is mine.
_I_PROMISED = re.compile(
    r"promised\s+to\s+[a-z-]+\s+(?:him|them|her(?=\s+(?:the|an?|my|some|our|with|to|about|two|three)\s))(?!\w)"
)


def promise(draft: Draft, start: int, end: int, *, theirs: bool, who: str | None, todo: bool) -> bool:
    plain = draft.words.plain
    if _NOTHING_TO_DO.match(plain[start:end].strip()):
        return False
    if given := _given(draft, start, end):
        return _promised(draft, "me", given[1], end, given[0].name)
    them = None if _I_PROMISED.match(plain, start, end) else steps.THEM_PREFIX.match(plain, start, end)
    theirs = theirs or (draft.words.language != "en" and bool(steps.THEY_SAID.match(plain, start, end)))
    if (
        them
        and (theirs or steps.MY.search(plain, start, end))
        and not (not theirs and re.match(r"to\s|i\b|i'", plain[start:end]))
    ):
        return _promised(draft, "them", them.end(), end, who)
    if theirs:
        return _theirs(draft, start, end, who)
    if draft.words.language == "de" and (will := _WILL_FOR_THEM.match(plain, start, end)):
        return _promised(draft, "me", will.end(), end, who)
    if draft.words.language != "en" and _theirs(draft, start, end, who):
        return True
    if _perhaps(draft, start, end):
        return True
    if owed := _owed(draft, start, end):
        return _promised(draft, "me", draft.words.skip(owed.end, end), end, owed.name)
    me = steps.ME_PREFIX.match(plain, start, end)
    if me and not _of_another_language(me[0].strip(), draft.words.language):
        if them and steps.MY.search(plain, me.end(), end) and not steps.THEIR.search(plain, me.end(), end):
            return _promised(draft, "them", them.end(), end, who)
        if _needed(plain[start:end]):
            return False
        if me[0].strip() == "will" and draft.whose != "me":  # theirs or mine?
            if deeds.is_lot(plain[me.end() : end]):
                return False
            draft.doubt(start, end)
            return True
        if follow_up(draft, me.end(), end):
            return True
        return _promised(draft, "me", me.end(), end, who)
    return _to_be_done(draft, start, end, todo=todo) and _promised(draft, "me", start, end, who)


# 'call Ana': her name stands where a thing would; 'a call with Ana' has passed.
_REACH = re.compile(
    r"(?:call|email|text|txt|msg|dm|whatsapp|ring|phone|message|write|meet|invite)\s+(?!only|preferred|is\s|from|with|w/|de|da|von)\S"
)
_NO_DEED = re.compile(r"(?:share|offer|help|book|post|pass|plan|show|find|look)s?\s+(?:of|a love|an interest)")


def _to_be_done(draft: Draft, start: int, end: int, *, todo: bool) -> bool:
    plain = draft.words.plain
    if draft.words.language == "de" and steps.GERMAN_DOES.fullmatch(draft.without_days(start, end).strip()):
        return True
    if steps.me_does(plain, start, end, draft.words.language) and not _NO_DEED.match(plain, start, end):
        return True
    if _REACH.match(plain, start, end) and (not draft.passed or todo):
        return True
    return todo or _mine(draft, start, end)


def _owed(draft: Draft, start: int, end: int) -> Person | None:
    """Whom 'I owe Tariq 40 euros' names."""
    plain, owed = draft.words.plain, _OWE.match(draft.words.plain, start, end)
    if owed is None or steps.THEIR.match(plain, owed.end()):
        return None
    person = name_at(draft.words, owed.end(), end, loose=bool(re.search(r"owe\s", owed[0])))
    if person is None or not _GIVEN.match(plain, person.end):
        return None
    if not draft.people:
        draft.add_person(person)
    return person


# 'email only', 'Prüfung bestanden': it reads like something to be done, and is none.
_NOTHING_TO_DO = re.compile(
    r"(?:e-?mails?|texts?|calls?|phone|whatsapp)\s+(?:only|preferred|is\s+best|works\s+best)|\w+\s+(?:bestanden|verloren|gewonnen|bekommen|abgeschlossen|gebrochen|verkauft|begonnen)$"
)
_GAVE_WORD = re.compile(r"(?:i\s+)?(?:promised|told|assured)\s+(?=\S)")
_THAT_I = re.compile(
    r"(?:\s+(?:over|at|during|after)\s+(?:(?:an?|the|quick)\s+)?\w+(?:\s+(?:today|yesterday))?)?\s+(?:that\s+)?(?:i'd|i'll|i\s+would|i\s+will)\s+"
)


def told(draft: Draft, start: int, end: int) -> int | None:
    """'Told Stefan over coffee I'd review his chapter': where that which passed on the way ends, None where nothing was promised."""
    given = _given(draft, start, end)
    if given is None or draft.words.language != "en":
        return None
    return draft.words.plain.rfind(" i", start, given[1] - 1) if given[1] - given[0].end > 14 else None


def _given(draft: Draft, start: int, end: int) -> tuple[Person, int] | None:
    """'Promised Philippa I'd lend her the tripod': to whom, and where what was promised begins."""
    gave = _GAVE_WORD.match(draft.words.plain, start, end)
    person = name_at(draft.words, gave.end(), end) if gave else None
    that = _THAT_I.match(draft.words.plain, person.end, end) if person else None
    if person is None or that is None:
        return None
    if not draft.people:
        draft.add_person(person)
    return person, that.end()


def _perhaps(draft: Draft, start: int, end: int) -> bool:
    """'perhaps send him the calendar': whether it is to be done is asked."""
    plain = draft.words.plain
    perhaps = steps.PERHAPS.match(plain, start, end)
    begin = draft.words.skip(perhaps.end(), end) if perhaps else start
    if not perhaps or not steps.me_does(plain, begin, end, draft.words.language):
        return False
    draft.doubt(perhaps.start(), perhaps.end(), f"promises.{len(draft.promises)}.text")
    return True


def _mine(draft: Draft, start: int, end: int) -> bool:
    due, words = _last_day(draft, start, end), draft.words
    return deeds.mine(words.text[start:end], _bare(draft, start, end), words.language, due=due)


def _theirs(draft: Draft, start: int, end: int, who: str | None) -> bool:
    ahead = any(
        day.vague or day.coming is day.past is None or (day.coming and day.coming > draft.today)
        for day in draft.days_in(start, end)
    )
    place = deeds.theirs(draft.words.plain[start:end], due=bool(_last_day(draft, start, end)), ahead=ahead)
    return place is not None and _promised(draft, "them", start + place, end, who)


def _bare(draft: Draft, start: int, end: int) -> str:
    bare = draft.without_days(start, end)
    return re.sub(r"\s(?:by|bis|am|on|until|before|due)\s*$", "", bare.rstrip())


def _last_day(draft: Draft, start: int, end: int) -> str:
    """By which word a day among the words is one by which something is to be done; '' where there is none."""
    plain = draft.words.plain
    for day in draft.days:
        if start <= day.core < end and (day.vague or day.coming is None or day.coming >= draft.today):
            return deeds.due_after(plain[start : day.core])
    return ""


def _needed(plain: str) -> bool:
    return bool(re.match(r"(?:need|want)s?\s+(?!to)", plain))


_AND = re.compile(r"\s*,?\s+(?:and|und|y|e|et|&)\s+(?:also\s+|then\s+)?")


def _promised(draft: Draft, by: str, start: int, end: int, who: str | None) -> bool:
    words = draft.words
    if start >= end:
        return False
    if by == "me" and (joined := _second(draft, start, end)):
        return _both(draft, start, joined, end, who)
    days = [
        day for day in draft.days_in(start, end)
        if (day.vague or day.coming is None or day.coming >= draft.today) and words.plain[day.start : day.core].strip() not in ("from", "since")
        and not (day.past and day.past == day.coming and day.past < draft.today)
    ]  # fmt: skip
    day = days[-1] if days else _said_ahead(draft)
    if mine := re.compile(r"(?:i|ich|je|yo|eu)\s+").match(words.plain, start, end):
        start = mine.end()
    text = _without_details(draft, start, end, _without(words.text, start, end, day))
    if not text:
        return False
    if perhaps := steps.PERHAPS.search(words.plain, start, end):
        draft.doubt(perhaps.start(), perhaps.end(), f"promises.{len(draft.promises)}.text")
    add_promise(draft, by, text, (start, end), day, who)
    return True


def _said_ahead(draft: Draft) -> Day | None:
    """'By Friday, I'll send Ana the deck'."""
    ahead = next((day for day in draft.ahead if day.start not in draft.used), None)
    by = ahead and (
        deeds.due_after(draft.words.plain[ahead.start : ahead.core])
        or (
            draft.words.text[ahead.end : ahead.end + 2].strip() in (":", "-", "–")
            and (ahead.coming or draft.today) >= draft.today
        )
    )
    return ahead if by and not draft.passed and not draft.promises else None


def _second(draft: Draft, start: int, end: int) -> re.Match[str] | None:
    """The 'and' after which something else is to be done."""
    plain = draft.words.plain
    for joined in _AND.finditer(plain, start + 1, end):
        does = steps.me_does(plain, joined.end(), end, draft.words.language) or steps.ME_PREFIX.match(
            plain, joined.end(), end
        )
        follow = steps.FOLLOW_UP.match(plain, joined.end(), end)
        clear = (
            not draft.words.is_blocked(joined.start()) and draft.words.text[joined.end() : joined.end() + 1].islower()
        )
        if clear and (does or (follow and not follow["german"] and draft.days_in(joined.end(), end))):
            return joined
    return None


def _both(draft: Draft, start: int, joined: re.Match[str], end: int, who: str | None) -> bool:
    """Two things in one breath; a day after both is the day of both."""
    day = next(iter(draft.days_in(joined.end(), end)), None)
    first = not draft.days_in(start, joined.start())
    before = len(draft.promises)
    _promised(draft, "me", start, joined.start(), who)
    if not draft.people and (person := named_in(draft, start, joined.start())):
        draft.add_person(person)
        if other := named_in(draft, joined.end(), end):
            draft.add_person(other)
    if follow_up(draft, joined.end(), end):
        return True
    promise(draft, joined.end(), end, theirs=False, who=who, todo=True)
    if day and first and day.coming and len(draft.promises) == before + 2 and draft.promises[-1][2] is day:
        earlier, at, _none = draft.promises[before]
        draft.promises[before] = (Promise("me", earlier.text, day.coming, earlier.contact), at, day)
    return True


def add_promise(draft: Draft, by: str, text: str, at: tuple[int, int], day: Day | None, who: str | None) -> None:
    if day:
        draft.used.add(day.start)
        if day.coming is None:
            draft.doubt_day(day, f"promises.{len(draft.promises)}.due")
    draft.promises.append((Promise(by, text, day.coming if day else None, who), at, day))


def _without_details(draft: Draft, start: int, end: int, text: str) -> str:
    """'(6555 0142)' is the number of somebody and no part of what is to be done."""
    days = {day.start for day in draft.days}
    for a, b in draft.words.blocked:
        begin = a - (draft.words.text[a - 1] == "(")
        if start < begin and b < end and a not in days and draft.words.text[begin] == "(":
            close = b + (draft.words.text[b] == ")")
            text = " ".join(text.replace(draft.words.text[begin:close], " ").split())
    return text


def _without(text: str, start: int, end: int, day: Day | None) -> str:
    if day is None:
        return text[start:end].strip(" ,.;:")
    kept = f"{text[start : max(day.start, start)].rstrip(' ,;')} {text[max(day.end, start) : end].lstrip(' ,;')}".strip(
        " ,.;:"
    )
    return re.sub(
        r"\s+(?:by|on|until|before|due|bis|am|antes|para|avant|até|within|en|em|à)$", "", " ".join(kept.split())
    )
