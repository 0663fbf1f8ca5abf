"""What the reading left out: a name that is nowhere, or a statement that nothing took, is asked about and not lost."""

from __future__ import annotations

import re

from wellkept.formats.line.draft import Draft
from wellkept.formats.line.lexicon import COMMON, HONORIFIC, LARGE_HONORIFIC, LARGE_POST, PLACE, TOWN_NAMES, VENUE

_LARGE = re.compile(r"[^\W\d_a-z][\w'’&.-]*(?:\s+(?:(?:&|of|de|da|von|van|the)\s+)?[^\W\d_a-z][\w'’&-]*)*")
_ATE = re.compile(r"(?:lunch|coffees?|dinner|breakfast|brunch|supper|drinks?|beers?|pints?|wine|tea|cake)(?!\w)")
# Behind these a name is of somebody, of an organization or of a gathering.
_NAMES_ONE = re.compile(
    r"(?<!\w)(?:at|with|w/|of|via|through|met|saw|went\s+to|called|emailed|texted|attended|joined)\s+(?:the\s+)?$"
)
_NO_RECORD = re.compile(
    r"(?:christmas|xmas|easter|eid|diwali|hanukkah|ramadan|thanksgiving|new\s+year|slack|linkedin|whatsapp|zoom|teams|instagram|facebook|telegram|signal|agm|twitter|[a-z]{2,4})(?!\w)"
)
# '… and sings alto', 'her son got into medical school': a statement that stands behind another.
_MORE = re.compile(
    r"(?<!\w)(?:and|but)\s+(?P<and>[a-z]{3,}(?:s|ed)\s+[a-z]\S*(?:\s+[^\s,.;]+)*)|(?<=\s)(?P<kin>(?:her|his|their)\s+(?:[a-z-]+\s+)?(?:son|daughter|wife|husband|partner|sister|brother|mother|father|mum|mom|dad|kids|boss|dog|cat)\s+\w+\s+\w[^,.;]*)"
)


def ask_what_is_left(draft: Draft) -> None:
    """In English; a place to eat or a town somebody travelled to is no part of a record and is let go."""
    if draft.words.language != "en" or not draft.people or draft.words.in_small:
        return
    taken = _taken(draft)
    words = draft.words
    for found in _LARGE.finditer(words.text):
        if not _is_taken(taken, found.start(), found.end()) and _is_a_name(draft, found):
            draft.doubt(found.start(), found.end())
    for found in _MORE.finditer(words.plain):
        group = "and" if found["and"] else "kin"
        if not _is_taken(taken, found.start(group), found.end(group)):
            draft.doubt(found.start(group), found.end(group))


def _taken(draft: Draft) -> list[tuple[int, int]]:
    line = draft.line()
    taken = [(span.start, span.end) for span in line.spans] + [(doubt.start, doubt.end) for doubt in line.doubts]
    taken += [(day.start, day.end) for day in draft.days] + list(draft.words.blocked)
    taken += [draft.there[1:]] if draft.there else []
    return taken + ([draft.post[1]] if draft.post else [])


def _is_taken(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in taken)


def _is_a_name(draft: Draft, found: re.Match[str]) -> bool:
    words, plain = draft.words, draft.words.plain[found.start() : found.end()]
    first, before = plain.split()[0].strip("'.&"), draft.words.plain[: found.start()]
    if (
        not _NAMES_ONE.search(before)
        or _NO_RECORD.fullmatch(plain)
        or (draft.passed and draft.passed.kind in ("gift", "card"))
    ):
        return False
    if draft.introduced_by and 0 <= found.start() - draft.introduced_by[1][1] < 12:
        return False
    if re.match(
        r"s?\s*[(:]|\s+(?:twins|brothers|sisters|siblings|couple|family|club|team|folks|people|guys|crew|group|kids|neighbou?rs)(?!\w)",
        words.text[found.end() :],
    ):
        return False  # 'the Hoffmanns (Karl and Ute)', 'the Larsson twins'
    if len(plain) < 3 or first in COMMON or any(one in COMMON for one in (plain, plain.removesuffix("'s"))):
        return False
    if (
        HONORIFIC.match(plain + " x")
        or LARGE_HONORIFIC.search(found[0] + " Xx Yy")
        or LARGE_POST.search(found[0] + " X")
    ):
        return False
    if PLACE.fullmatch(plain) or plain in TOWN_NAMES or VENUE.search(plain) or plain.endswith("'s"):
        return False
    if any(plain.startswith(one.name.lower().split()[0]) for one in draft.people):
        return False
    ate = draft.passed is not None and _ATE.search(words.plain)
    return not (ate and re.search(r"(?<!\w)(?:at|in|near|outside)\s+(?:the\s+)?$", before))
