"""People that a line names by the way: whose number it gives, and who is meant by all that stands before."""

from __future__ import annotations

import re

from wellkept.formats.line.besides import take_job
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.jobs import Job, job_at
from wellkept.formats.line.lexicon import TITLE
from wellkept.formats.line.people import Person, name_at
from wellkept.formats.line.subjects import named_in
from wellkept.formats.line.vocabulary import is_given

_THING = r"(?:(?:new|current|private|personal|direct|work|office|business|home|mobile|cell|phone|other|uk|us)\s+)*(?:cell(?:phone)?|mobile|mob|phone|landline|tel|number|num|nr|no|digits|e-?mail|mail|addy|address|e-?mail\s+address|whatsapp|direct\s+line|line|contact|details|contact\s+details)"
_IS_OF = re.compile(r"\s*(?:is|was|:|=|-|belongs\s+to|that's)\s*")
_OWN = re.compile(rf"(?:'s|')\s+{_THING}(?!\w)")
_OF_WHOM = re.compile(rf"(?:the\s+)?{_THING}\s+(?:for|of)\s+")
_IS = re.compile(r"\s*(?:(?:is|now|are|has|changed|to)(?!\w)\s*|[:=–-]\s*)*")
_OF_HERS = re.compile(
    r"(?:she|he|they|her|his|their|who)(?!\w)|[a-z]{3,}s\s+(?:in|the|an?|to|her|his|with|for|at|on)\s"
)


def named_in_promises(draft: Draft, start: int = -1, end: int = -1) -> None:
    """Whom a line is about that names people in its promises alone; within it, when a statement speaks of 'her'."""
    if draft.people or (start >= 0 and not _OF_HERS.match(draft.words.plain, start, end)):
        return
    for _made, (begin, stop), _day in draft.promises:
        if person := named_in(draft, max(0, draft.words.plain.rfind(",", 0, begin)), stop):
            draft.add_person(person)
            return


_THAT_IS = re.compile(
    r"(?:(?:and|all)\s+)?(?:that(?:'s|\s+is|\s+was|\s+would\s+be)|this\s+(?:is|was)|all\s+(?:of\s+)?(?:that|this)\s+is|i\s+mean|i'm\s+talking\s+about|is)\s+(?:all\s+)?(?=\S)"
)


_CALLED = re.compile(
    r"(?:(?:her|his|their|the|full)\s+(?:(?:full|first)\s+)?name(?:'s|\s+is|\s+was)|name(?:\s+is|:)|(?:it's|she's|he's)\s+(?:called|named)|called|(?:the\s+|my\s+|our\s+)?(?:contact|contact\s+person|point\s+person|poc|main\s+contact)(?:\s+(?:is|there\s+is|was)|:))\s+(?=\S)"
)


_NEXT_WITH = re.compile(r"(?:next\s+steps?|to-?dos?|actions?|tasks?)\s+(?:with|for|re)\s+(?=\S)")


def post_of_whom(draft: Draft, place: int, end: int) -> None:
    """'Met the finance director of Halden Paper, Mikkel Brandt': the post is of who is named next."""
    words = draft.words
    if draft.people or draft.post or words.language != "en" or end >= len(words.text):
        return
    lead = re.compile(r"\s*(?:(?:with|w/|to|the|an?|their|our|my)\s+)*").match(words.plain, place, end)
    found = job_at(words, lead.end() if lead else place, end)
    following = name_at(words, words.skip(end + 1, len(words.text)), len(words.text))
    alone = bool(found and found.end >= end and re.match(r"\s*an?\s", words.plain[place:end]))  # 'met a roofer, Cliff'
    if found and found.title and (found.organization or alone) and following and len(following.name.split()) > 1:
        draft.post = (found, (place, end))


def whose_number(draft: Draft, start: int, end: int) -> bool:
    """'+1 202 555 0163 is Benny's new cell', 'new number for Benny: …', 'Benny's e-mail is …'."""
    words = draft.words
    if words.language != "en":
        return False
    if step := _NEXT_WITH.match(words.plain, start, end):
        person = name_at(words, step.end(), end)
        if person and not _rest(words.plain[person.end : end]):
            draft.add_person(person)
            return True
    called = _CALLED.match(words.plain, start, end)
    if called and (draft.facts or draft.passed or not called[0].startswith("called")):
        person = None if draft.people else name_at(words, called.end(), end, loose=True)
        if person and not _rest(words.plain[person.end : end]):
            draft.add_person(person)
            return True
    detail = _detail_at(draft, start)
    joined = _IS_OF.match(words.plain, detail, end) if detail else None
    of = _OF_WHOM.match(words.plain, start, end)
    place = joined.end() if joined else of.end() if of else start
    person = name_at(words, place, end, loose=bool(joined or of) or words.in_small)
    if person is None:
        return False
    own = _OWN.match(words.plain, person.end, end)
    if joined and (own or words.plain.startswith("belongs", joined.start() + 1)):
        done = not _rest(words.plain[own.end() if own else person.end : end])
    elif of and not draft.people and not _rest(words.plain[person.end : end]) and draft.words.blocked:
        done = True  # 'New number for Ana, CFO, Acme: …'
    elif of or own:
        after = _IS.match(words.plain, own.end() if own else person.end, end)
        stop = _detail_at(draft, after.end()) if after else None
        done = bool(stop and not _rest(words.plain[stop:end]))
    else:
        done = False
    if done:
        draft.add_person(person)
    return done


def _detail_at(draft: Draft, place: int) -> int | None:
    """Where the address or number ends that begins here."""
    days = {day.start for day in draft.days}
    return next((b for a, b in draft.words.blocked if a <= place < b and a not in days), None)


def _rest(plain: str) -> bool:
    return any(char.isalnum() for char in plain)


_FIRMS_POST = re.compile(r"(?P<firm>[^\s,;:]+(?:\s+[^\s,;:]+){0,3}?)'s\s+(?P<post>[a-z][\w ]+)")


def post_beforehand(draft: Draft, start: int, end: int) -> bool:
    """'The CEO of Acme, Ana Souza, rang me': a post that is told before who holds it."""
    words = draft.words
    if draft.people or draft.passed or draft.facts or draft.post or words.language != "en" or end >= len(words.text):
        return False
    firms = _FIRMS_POST.fullmatch(words.plain, start, end)
    if firms and TITLE.search(firms["post"]) and words.text[start].isupper():
        name, post = words.text[slice(*firms.span("firm"))], words.text[slice(*firms.span("post"))]
        job = Job(post, name, firms.span("post"), firms.span("firm"), end)
    else:
        found = job_at(words, start, end)
        if found is None or not found.title or not found.organization or found.end < end:
            return False
        job = found
    following = name_at(words, words.skip(end + 1, len(words.text)), len(words.text))
    if following is None or len(following.name.split()) < 2:
        return False
    draft.post = (job, (start, end))
    return True


def named_at_last(draft: Draft) -> None:
    """'2 kids, allergic to shellfish - that's Marlon Baptiste': whom all that stands before is about."""
    if draft.post and draft.people:
        take_job(draft.people[0], draft.post[0])
    if len(draft.people) == 1 and _stands_alone(draft, draft.people[0]):
        draft.doubts = [
            one for one in draft.doubts if not one.field.startswith("facts.") or one.start > draft.people[0].start
        ]
    if draft.people or not draft.facts:
        return
    said, (start, end) = draft.facts[-1]
    that = _THAT_IS.match(draft.words.plain, start, end)
    person = name_at(draft.words, that.end() if that else start, end)
    alone = person and not _rest(draft.words.plain[person.end : end])
    if person is None or not alone or (that is None and not _is_full(draft, person)):
        return
    draft.facts.pop()
    draft.add_person(person)
    draft.facts = [(type(said)(one.words, one.contact or person.name), at) for one, at in draft.facts]
    draft.doubts = [one for one in draft.doubts if not one.field.startswith("facts.")]


_MARK = re.compile(r"(?:[,;:.–—\n]|\s-)\s*$")


def _stands_alone(draft: Draft, person: Person) -> bool:
    """Whether the name is a statement of its own, after others."""
    text = draft.words.text
    return bool(_MARK.search(text[: person.start]) and re.match(r"\s*(?:$|[.,;\n])", text[person.end :]))


def _is_full(draft: Draft, person: Person) -> bool:
    """Whether a name that stands alone behind all else is a first and a family name."""
    return draft.words.was_small(person) and (len(person.name.split()) > 1 or is_given(person.name.lower()))
