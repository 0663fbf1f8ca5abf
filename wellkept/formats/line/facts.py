"""What a statement tells of somebody: a need, an offer, or else a fact, in the words of the line."""

from __future__ import annotations

import re

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.besides import take_job
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.firms import organization_at
from wellkept.formats.line.flat import flat
from wellkept.formats.line.jobs import job_at
from wellkept.formats.line.lacking import thing_needed, thing_offered
from wellkept.formats.line.lexicon import COMMON
from wellkept.formats.line.people import Person, Words, name_at
from wellkept.formats.line.record import Said
from wellkept.formats.line.vocabulary import is_given, may_be_given, only_words

_THEY = re.compile(r"(?:they|sie|ellos|ellas|ils|elles|eles|elas|who|qui)(?:\s|'re\s)")
# A fact in which the user is named may be something else.
_OF_MINE = re.compile(r"(?<!\w)(?:i'll|i'd|mir|mich|ich|introduced|promised)(?!\w)")
_RISEN = re.compile(
    r"(?:(?:has|just|recently|was|got|been)\s+)*+(?:promoted\s+to|became|appointed|made(?!\s+partner))\s+(?:an?\s+|the\s+)?"
    r"|(?:wurde\s+)?(?:befordert\s+zu[mr])\s+|(?:ascendio|(?:fue\s+)?ascendid[oa])\s+a\s+|(?:foi\s+)?promovid[oa]\s+(?:a|para)\s+|(?:(?:est|a\s+ete)\s+)?(?:promue?|nommee?)\s+|(?:fue\s+)?nombrad[oa]\s+|(?:foi\s+)?nomead[oa]\s+"
)
_JOINED = re.compile(r"(?:(?:has|just|recently|now)\s+)*+(?:joined|joining|started\s+at)\s+")


def need_or_offer(draft: Draft, begin: int, start: int, end: int, subject: Person | None, who: str | None) -> bool:
    """``begin`` is where the subject stands: it stays where there are several people."""
    plain = draft.words.plain
    for pattern, listed in ((steps.OFFER, draft.offers), (steps.NEED, draft.needs)):
        if pattern.match(plain, start, end):
            thing = thing_offered if listed is draft.offers else thing_needed
            first, last = thing(plain[start:end])
            copula = steps.IS.match(plain, start, end) if not first else None
            bare = copula.end() if copula else start + first
            if _several(draft, begin, start) and not _THEY.match(plain, begin):
                bare = begin
            stop = start + last if bare >= start else end
            listed.append((Said(draft.words.text[bare:stop], who), (bare, stop)))
            return True
    return False


def _several(draft: Draft, begin: int, start: int) -> bool:
    """Whether the subject from ``begin`` to ``start`` is one of several people, so that it has to be kept."""
    return begin < start and any(not begin <= one.start < start for one in draft.people) and len(draft.people) > 1


def fact(
    draft: Draft,
    start: int,
    after: int,
    end: int,
    who: str | None,
    *,
    subject: Person | None,
    pronoun: bool,
    asked: bool,
) -> None:
    words = draft.words
    begin = start
    if words.plain.startswith(("'ll", "'d ", "'ve"), after):
        pronoun = False
    if (len(draft.people) < 2 and (pronoun or subject)) or _THEY.match(words.plain, start, end):
        begin = after
    if reported := steps.REPORTED.match(words.plain, begin, end):
        begin = reported.end()
    copula = steps.IS.match(words.plain, begin, end)
    if copula and (begin > start or not pronoun):
        begin = copula.end()
    text = words.text[begin:end].strip(" .,;:")
    if (
        not text
        or not any(char.isalnum() for char in text)
        or re.fullmatch(
            r"replied|said|says|mentioned|told me|told us|he said|she said|met|(?:she|he|they)/\w+", text.lower()
        )
    ):
        return
    days = draft.days_in(start, end)
    if _only_perhaps(draft, start, begin, end):
        return
    if (
        not draft.people
        and words.plain[begin:end].split()[0] in COMMON
        and len(text.split()) < 3
        and not days
        and begin == 0
    ):
        return
    _post(draft, after, end, who)
    _ask(draft, begin, end, pronoun=pronoun)
    if asked:
        draft.doubt(begin, end)
        return
    draft.facts.append((Said(text, who), (begin, end)))


# What people may do together.
_TOGETHER = re.compile(
    r"maybe|perhaps|lunch|coffee|dinner|call|drinks?|quiza|talvez|vielleicht|peut-etre|again|kaffee|essen|cafe"
    r"|(?<!\w)(?:together|an?|some|another|the|joint|quick|little|short|group|team|board|bike|boat|day|hike|hiking|climb(?:ing)?|run|running|walk|swim|swimming|ride|tennis|golf|padel|squash|badminton|chess|ski|skiing|sail|sailing|surf|surfing|kayaking|yoga|sauna|picnic|brunch|breakfast|beers?|pints?|tea|wine|zoom|chat|catch-?up|meeting|meetup|visit|trip|concert|gig|movie|theatre|theater|opera|exhibition|museum|barbecue|bbq|workshop|webinar|podcast|panel|project|collab(?:oration)?|game|match|round|jam|session|weekend)(?!\w)"
)


_SOMETIME = re.compile(r"some\s?(?:time|day)|one\s+day|at\s+some\s+point|soon")


def _only_perhaps(draft: Draft, start: int, begin: int, end: int) -> bool:
    """'maybe lunch sometime': nothing is said but that it may be."""
    words = draft.words
    vague = steps.PERHAPS.fullmatch(words.plain[begin:end].strip())
    days = draft.days_in(start, end)
    idle = _TOGETHER.sub("", draft.without_days(begin, end))
    some_time = any(_SOMETIME.fullmatch(words.plain, day.core, day.end) for day in days)
    bare = not any(char.isalnum() for char in idle) or (some_time and len(idle.split()) == 1)
    if vague or (steps.PERHAPS.search(words.plain, begin, end) and bare):
        for perhaps in steps.PERHAPS.finditer(words.plain, begin, end):
            draft.doubt(perhaps.start(), perhaps.end(), "follow_up_on")
        for day in days:
            if day.coming is None or day.vague:
                draft.doubt_day(day, "follow_up_on")
            draft.used.add(day.start)
        return True
    return False


def _post(draft: Draft, after: int, end: int, who: str | None) -> None:
    """'got promoted to CTO at Acme', 'joined Acme in 2012' are facts that say the position too."""
    words = draft.words
    risen = _RISEN.match(words.plain, after, end)
    one = draft.person_named(who) if who else None
    if risen and one and (post := job_at(words, risen.end(), end)) and post.title:
        take_job(one, post)
    joined = _JOINED.match(words.plain, after, end)
    firm = joined_firm(words, joined.end(), end) if joined else None
    person = draft.person_named(who) if who else None
    if firm and person and person.organization is None:
        person.organization, person.at["organization"] = firm[0], firm[1:]


_NO_FIRM = re.compile(r"(?:us|me|them|him|her|forces|in|up|the|an?|our|my|his|their|hands|it|at|with|for)(?!\w)")


def joined_firm(words: Words, place: int, end: int) -> tuple[str, int, int] | None:
    """'joined maple+moss on 3 August': one word in small letters is an organization too, as it is written."""
    if found := organization_at(words, place, end):
        return found
    word = re.compile(r"\S+(?=\s*(?:[,;.(]|$)|\s+(?:as|in|on|this|last|and)\s)").match(words.text, place, end)
    ends = word and (
        words.is_blocked(words.skip(word.end(), end))
        or word.end() == end
        or words.plain.startswith(" as ", word.end())
        or re.search(r"[&+\d]", word[0])
    )
    if not word or not ends or _NO_FIRM.match(words.plain, place) or words.is_blocked(place):
        return None
    name = word[0].rstrip(" .,;:!?")
    return name, place, place + len(name)


def _begins_with_a_verb(name: str) -> bool:
    """'Left Tarnwell', 'Reads Rumi'."""
    first = flat(name.split()[0])
    return only_words(first) or (not may_be_given(first) and only_words(first.removesuffix("s")))


def _ask(draft: Draft, begin: int, end: int, *, pronoun: bool) -> None:
    """What is said before anybody is named, what names the user, and what begins with a name that nobody here has."""
    words = draft.words
    if (not draft.people and not draft.passed and not draft.doubts and not pronoun) or _OF_MINE.search(
        words.plain, begin, end
    ):
        draft.doubt(begin, end, f"facts.{len(draft.facts)}")
    stranger = name_at(words, begin, end) if draft.people else None
    alone = stranger and words.language == "en" and stranger.end == end and len(stranger.name.split()) == 2
    if stranger and alone and draft.person_named(stranger.name) is None and is_given(flat(stranger.name.split()[0])):
        draft.doubt(begin, end, f"facts.{len(draft.facts)}")  # 'recommended a physio, Lena Vogt'
    if stranger and words.language == "en" and _begins_with_a_verb(stranger.name):
        return  # 'Left Tarnwell after a reorg'
    if stranger and len(stranger.name.split()) > 1 and draft.person_named(stranger.name) is None and stranger.end < end:
        draft.doubt(stranger.start, stranger.end, f"facts.{len(draft.facts)}")
