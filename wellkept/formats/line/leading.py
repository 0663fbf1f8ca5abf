"""A day that stands before what is to be done – 'El día 4 llamar a Tomás', 'd'ici vendredi lui envoyer le devis' – in all languages but
English, where the table of verbs has it otherwise."""

from __future__ import annotations

from wellkept.formats.line import deeds
from wellkept.formats.line import step_words as steps
from wellkept.formats.line.draft import Draft


def past_the_day(draft: Draft, start: int, end: int) -> int:
    """Where the statement goes on after a day to come, if it then says what is to be done; the day is kept as its own."""
    words, draft.leading = draft.words, None
    if words.language == "en":
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


def _is_step(draft: Draft, place: int, end: int) -> bool:
    plain, words = draft.words.plain, draft.words
    if place >= end:
        return False
    follow = steps.FOLLOW_UP.match(plain, place, end)
    them = steps.THEM_PREFIX.match(plain, place, end)
    return bool(
        (follow and not follow["german"])
        or steps.ME_DOES.match(plain, place, end)
        or steps.ME_PREFIX.match(plain, place, end)
        or (them and steps.MY.search(plain, place, end))
        or deeds.mine(words.text[place:end], plain[place:end], words.language, due="")
    )
