"""A day that stands before what is to be done – 'El día 4 llamar a Tomás', 'd'ici vendredi lui envoyer le devis' – in all languages but
English, where the table of verbs has it otherwise."""

from __future__ import annotations

import re

from wellkept.formats.given_names import usual_given
from wellkept.formats.line import deeds
from wellkept.formats.line import step_words as steps
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.flat import flat
from wellkept.formats.line.people import name_at

_I = re.compile(r"(?<!\w)(?:i|we|she|he|they)(?:'ll|\s+(?:will|must|should|need\s+to|have\s+to|promised\s+to))\s")


def past_the_day(draft: Draft, start: int, end: int) -> int:
    """Where the statement goes on after a day to come, if it then says what is to be done; the day is kept as its own."""
    words, draft.leading = draft.words, None
    if words.language == "en" and not _I.search(words.plain, start, end):
        return start
    day = next((one for one in draft.days_in(start, end) if one.start == start or one.core == start), None)
    if (
        day is None
        or (day.coming is not None and day.coming <= draft.today)
        or (day.past == day.coming is None and not day.vague)
    ):
        return start
    place = words.skip(day.end, end)
    if not _is_step(draft, place, end):
        return start
    draft.leading = (day, end)
    return place


_DONE = re.compile(r"[^\W\d_]+é(?:e|s)*\s", re.IGNORECASE)  # 'dîné avec Aymeric'


def _is_step(draft: Draft, place: int, end: int) -> bool:
    plain, words = draft.words.plain, draft.words
    if place >= end:
        return False
    if words.language == "fr" and _DONE.match(words.text, place, end):
        return False
    follow = steps.FOLLOW_UP.match(plain, place, end)
    them = steps.THEM_PREFIX.match(plain, place, end)
    return bool(
        (follow and not follow["german"])
        or steps.me_does(plain, place, end, words.language)
        or steps.ME_PREFIX.match(plain, place, end)
        or (them and steps.MY.search(plain, place, end))
        or deeds.mine(words.text[place:end], plain[place:end], words.language, due="")
    )


def to_somebody(draft: Draft, start: int, end: int) -> bool:
    """'Carolin Weiß bis Freitag das Gutachten schicken'."""
    words = draft.words
    person = name_at(words, start, end) if words.language == "de" else None
    rest = draft.without_days(person.end, end).strip() if person else ""
    if (
        not person
        or draft.people
        or not _is_name(person.name)
        or _MANY.search(rest)
        or not steps.GERMAN_DOES.fullmatch(rest)
    ):
        return False
    draft.add_person(person)
    return True


def _is_name(name: str) -> bool:
    return len(name.split()) > 1 or flat(name) in usual_given()


_MANY = re.compile(
    r"(?<!\w)(?:wollen|konnen|mussen|lassen|lasst|sollen|mochten|wurden?|durfen|und|wollte|konnte)(?!\w)"
)
