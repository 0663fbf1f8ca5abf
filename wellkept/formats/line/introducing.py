"""Who introduced the user to whom."""

from __future__ import annotations

import re

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.besides import beside
from wellkept.formats.line.draft import Draft, Passed
from wellkept.formats.line.kin_words import KIN_LEADS
from wellkept.formats.line.people import Person, name_at
from wellkept.formats.line.vocabulary import may_be_given

_WHENCE = re.compile(
    r"(?:\s+(?:from|at|of|bei|von|de|chez)\s+\S+(?:\s+\S+)??(?=\s+(?:introduced|connected|put|hat|nos|nous|m'a|me))|\s*\([^()]*\))?"
)


_INTRO_TO = re.compile(
    r"\s+for\s+(?:the|an?|his|her|their)?\s*(?:\w+\s+)?(?:intro(?:duction)?|connection|referral|link)\s+to\s+|\s+for\s+(?:connecting|introducing|linking|hooking|putting)\s+(?:me|us)\s+(?:up\s+|in\s+touch\s+)?(?:to|with)\s+"
)


def _intro_to(draft: Draft, place: int, end: int) -> None:
    """'thanks to Beatriz for the intro to Saul Gomez'."""
    found = _INTRO_TO.search(draft.words.plain, place, end)
    person = name_at(draft.words, found.end(), end, loose=True) if found else None
    if person:
        beside(draft, draft.add_person(person), person.end, end)


_WHO_DID = re.compile(
    r"(?:(?:who|that|she|he|they)\s+)?(?:(?:has|had|have|very|so|kindly|nicely|just|also)\s+)*+(?:introduced|connected|put)\s+(?:us|me|the\s+two\s+of\s+us)(?:\s+(?:in\s+touch|to\s+(?:her|him|them|each\s+other)|by\s+e-?mail|last\s+\w+))?"
)


# 'introduced me to her brother Dmitri', 'to the new CTO Ana'
_HIS = re.compile(
    r"(?:her|his|their|the|an?|my|our)\s+(?:[a-z-]+\s+){1,3}?(?=[a-z]+(?:\s+[a-z]+)?\s*(?:$|[^\w\s]|\s(?:at|on|over|from|of|who|yesterday|today|last|in|after)\s))"
)


def introduced(draft: Draft, start: int, end: int) -> bool:
    """'via Tom', 'Tom introduced us'."""
    plain = draft.words.plain
    if draft.introduced_by and _WHO_DID.fullmatch(plain, start, end):
        return True
    found = steps.VIA.match(plain, start, end)
    if found and (introducer(draft, found.end(), end) or plain[found.end() : end] in steps.CHANNELS):
        if found[0].startswith("met"):
            draft.passed = draft.passed or Passed("met", (start, start + 3))
        _intro_to(draft, found.end(), end)
        return True
    article = re.compile(r"(?:o|a|el|la|die|der)\s+").match(plain, start, end) if draft.words.language != "en" else None
    if draft.words.language != "en":
        article = KIN_LEADS.match(plain, start, end) or article
    article = article or steps.IT_WAS.match(plain, start, end)
    person = name_at(draft.words, article.end() if article else start, end)
    if person and _introduced_me(draft, person, end):
        return True
    whence = _WHENCE.match(plain, person.end, end) if person else None
    told = steps.INTRODUCED_US.match(plain, whence.end(), end) if whence else None
    if not person or not told:
        return False
    draft.introduced_by = (person.name, (person.start, person.end))
    whom = re.match(r"\s*(?:to|with|a|an|mit|zu)\s+", plain[told.end() : end])
    begin = told.end() + whom.end() if whom else end
    if whom and draft.words.language == "en" and (kin := _HIS.match(plain, begin, end)):
        begin = kin.end()
    whoever = name_at(draft.words, begin, end, loose=True) if whom else None
    if whoever:
        beside(draft, draft.add_person(whoever), whoever.end, end)
        draft.passed = draft.passed or Passed("met", (told.start(), told.end()), perhaps=True)
    return True


def _introduced_me(draft: Draft, person: Person, end: int) -> bool:
    """'Max hat mir Sandra Koch vorgestellt'."""
    told = steps.INTRODUCED_ME.match(draft.words.plain, person.end, end)
    group = next((name for name in ("de", "es", "fr", "pt") if told and told[name]), None)
    kin = KIN_LEADS.match(draft.words.plain, told.start(group), told.end(group)) if told and group else None
    begin = kin.end() if kin else told.start(group) if told and group else 0
    whoever = name_at(draft.words, begin, told.end(group)) if told and group else None
    if not told or whoever is None:
        return False
    draft.introduced_by = (person.name, (person.start, person.end))
    beside(draft, draft.add_person(whoever), whoever.end, end)
    draft.passed = draft.passed or Passed("met", (told.start(), told.end()), perhaps=True)
    return True


def introduced_first(draft: Draft, start: int, end: int) -> int:
    """'Through Tom I met Ana': where the statement begins after whom it was through."""
    via = steps.VIA.match(draft.words.plain, start, end)
    person = name_at(draft.words, via.end(), end) if via else None
    goes_on = re.compile(
        r",?\s+(?=(?:i|we)\s)"
        if draft.words.language == "en"
        else r",?\s+(?=(?:he\s+|me\s+|j'ai\s+)?(?:conoc|conhec|encontr|rencontr|conhe|kennengel|fait\s+la|cheg|lleg))"
    )
    rest = goes_on.match(draft.words.plain, person.end, end) if person else None
    return rest.end() if via and rest and introducer(draft, via.end(), end) else start


_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?={steps.VIA.pattern})[^()\[\]]*[)\]]?")


def introduced_in_brackets(draft: Draft, start: int, end: int) -> int:
    """'hates cilantro (via Soraya)': where the statement ends without what stands in the brackets."""
    for found in _IN_BRACKETS.finditer(draft.words.plain, start, end):
        via = steps.VIA.match(draft.words.plain, draft.words.plain.index(found[0].strip()[0], found.start()) + 1, end)
        if found.end() >= end and via and introducer(draft, via.end(), end):
            return found.start()
    return end


def introduced_within(draft: Draft, start: int, end: int) -> None:
    if re.search(r"intro(?:duced|'?e?d)\s+to", draft.words.plain[start:end]):
        for by in re.compile(r"\sby\s+").finditer(draft.words.plain, start, end):
            if introducer(draft, by.end(), end):
                return
    for found in steps.VIA_WITHIN.finditer(draft.words.plain, start, end):
        if introducer(draft, found.end(), end):
            return


def _is_a_thing(draft: Draft, person: Person) -> bool:
    """'Por la noche vi a Martín': nobody is called so."""
    words = draft.words
    small = words.text[person.start].islower() and not words.in_small and words.language != "en"
    return small and not may_be_given(words.plain[person.start : person.end].split()[0])


def introducer(draft: Draft, place: int, end: int) -> bool:
    person = name_at(draft.words, place, end, loose=True)
    if (
        person is None
        or draft.words.plain[person.start : person.end].split()[0] in steps.CHANNELS
        or draft.introduced_by
        or _is_a_thing(draft, person)
    ):
        return False
    draft.introduced_by = (person.name, (person.start, person.end))
    draft.people = [one for one in draft.people if one.start != person.start]
    return True
