"""Somebody else after the post of one who was named: '…, charpentier, et Fatou Diagne, architecte'."""

from __future__ import annotations

import re

from wellkept.formats.line.draft import Draft
from wellkept.formats.line.kin_words import KIN_LEADS
from wellkept.formats.line.lexicon import ORGANIZATION
from wellkept.formats.line.people import Person, name_at
from wellkept.formats.line.vocabulary import is_given

_AND_BEFORE = re.compile(r"(?:^|[\s,])(?:and|und|y|e|et|&|sowie)\s+$")
_WITH_WHOM = re.compile(r"(?:(?:also|auch|tambien|aussi|tambem|a|al|con|com|avec|mit|with|o|la|el|le|den|die)\s+)*+")


def one_more(draft: Draft, start: int, end: int) -> Person | None:
    words = draft.words
    if not draft.people or draft.facts or not _AND_BEFORE.search(words.plain, 0, start):
        return None
    lead = _WITH_WHOM.match(words.plain, start, end)
    begin = lead.end() if lead else start
    kin = KIN_LEADS.match(words.plain, begin, end)
    person = name_at(words, kin.end() if kin else begin, end)
    if person is None or draft.person_named(person.name) or ORGANIZATION.search(words.plain, person.start, person.end):
        return None
    known = kin or len(person.name.split()) > 1 or is_given(words.plain[person.start : person.end])
    alone = re.match(r"\s*(?:$|\(|(?:from|at|of|von|de|chez|da|do)\s)", words.plain[person.end : end])
    return person if known and alone else None
