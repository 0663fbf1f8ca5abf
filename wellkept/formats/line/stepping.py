"""Promises of mine and of theirs, and the day to get back."""

from __future__ import annotations

import re

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.people import TOKEN, name_at
from wellkept.formats.line.record import Promise

_OWE = re.compile(r"(?:i\s+|ich\s+)?(?:still\s+)?(?:owe|schulde)\s+(?=[a-z]+\s)(?!(?:her|him|them|ihr|ihm)\s)")


def follow_up(draft: Draft, start: int, end: int) -> bool:
    plain = draft.words.plain
    found = steps.FOLLOW_UP.match(plain, start, end)
    if not found:
        return False
    days = [day for day in draft.days_in(start, end) if day.coming is None or day.coming >= draft.today]
    if not found["again"]:
        content = steps.ABOUT.search(draft.without_days(start, end))
        if content or not days:
            return False
    lead = re.compile(
        r"\s*(?:(?:with|w/|on|to|mit|bei|con|a|para|avec|de|com|o|al|ao|back|again|le|la|den|die|der|c/)\s+)*"
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
        draft.add_person(person)
    if perhaps := steps.PERHAPS.search(plain, start, end):
        draft.doubt(perhaps.start(), perhaps.end(), "follow_up_on")
    if days and (draft.follow_up is None or draft.follow_up[0] is None):
        day = days[0]
        draft.used.add(day.start)
        draft.follow_up = (day.coming, (start, end))
        if day.coming is None:
            draft.doubt_day(day, "follow_up_on")
    return True


def promise(draft: Draft, start: int, end: int, *, theirs: bool, who: str | None, todo: bool) -> bool:
    plain = draft.words.plain
    them = steps.THEM_PREFIX.match(plain, start, end)
    if (
        them
        and (theirs or steps.MY.search(plain, start, end))
        and not (not theirs and re.match(r"to\s|i\b|i'", plain[start:end]))
    ):
        return _promised(draft, "them", them.end(), end, who)
    if theirs:
        return False
    if owed := _OWE.match(plain, start, end):
        person = name_at(draft.words, owed.end(), end, loose=True)
        if (person and person.start == owed.end()) or (person and steps.THEIR.match(plain, owed.end()) is None):
            if not draft.people:
                draft.add_person(person)
            return _promised(draft, "me", draft.words.skip(person.end, end), end, person.name)
    me = steps.ME_PREFIX.match(plain, start, end)
    if me and not (me[0].startswith("dois") and draft.words.language != "fr"):
        if them and steps.MY.search(plain, me.end(), end) and not steps.THEIR.search(plain, me.end(), end):
            return _promised(draft, "them", them.end(), end, who)
        if _needed(plain[start:end]):
            return False
        if follow_up(draft, me.end(), end):
            return True
        return _promised(draft, "me", me.end(), end, who)
    if steps.ME_DOES.match(plain, start, end) and not re.match(
        r"(?:share|offer|help|book|post|pass|plan|show|find|look)s?\s+(?:of|a love|an interest)", plain[start:end]
    ):
        return _promised(draft, "me", start, end, who)
    if re.match(r"(?:call|email|text|message|write|meet|invite)\s+(?!from|with|de|da|von)\S", plain[start:end]) and (
        not draft.passed or todo
    ):
        return _promised(draft, "me", start, end, who)
    if todo:
        return _promised(draft, "me", start, end, who)
    return False


def _needed(plain: str) -> bool:
    return bool(re.match(r"(?:need|want)s?\s+(?!to)", plain))


def _promised(draft: Draft, by: str, start: int, end: int, who: str | None) -> bool:
    words = draft.words
    if start >= end:
        return False
    days = [
        day for day in draft.days_in(start, end)
        if (day.vague or day.coming is None or day.coming >= draft.today) and words.plain[day.start : day.core].strip() not in ("from", "since")
        and not (day.past and day.past == day.coming and day.past < draft.today)
    ]  # fmt: skip
    day = days[-1] if days else None
    if mine := re.compile(r"(?:i|ich|je|yo|eu)\s+").match(words.plain, start, end):
        start = mine.end()
    text = _without(words.text, start, end, day)
    if not text:
        return False
    if perhaps := steps.PERHAPS.search(words.plain, start, end):
        draft.doubt(perhaps.start(), perhaps.end(), f"promises.{len(draft.promises)}.text")
    add_promise(draft, by, text, (start, end), day, who)
    return True


def add_promise(draft: Draft, by: str, text: str, at: tuple[int, int], day: Day | None, who: str | None) -> None:
    if day:
        draft.used.add(day.start)
        if day.coming is None:
            draft.doubt_day(day, f"promises.{len(draft.promises)}.due")
    draft.promises.append((Promise(by, text, day.coming if day else None, who), at, day))


def _without(text: str, start: int, end: int, day: Day | None) -> str:
    if day is None:
        return text[start:end].strip(" ,.;:")
    kept = f"{text[start : max(day.start, start)].rstrip(' ,;')} {text[day.end : end].lstrip(' ,;')}".strip(" ,.;:")
    return re.sub(r"\s+(?:by|on|until|before|due|bis|am|antes|para|avant|até|within)$", "", " ".join(kept.split()))
