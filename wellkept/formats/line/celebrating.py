"""Whose birthday or anniversary a statement tells of."""

from __future__ import annotations

import re
from dataclasses import replace

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.besides import beside, take_job
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.facts import joined_firm
from wellkept.formats.line.jobs import job_at
from wellkept.formats.line.lexicon import COMMON, KIN
from wellkept.formats.line.occasions import KINDS as OCCASIONS
from wellkept.formats.line.occasions import Found, occasion_in, said_in
from wellkept.formats.line.passing import read_people
from wellkept.formats.line.people import TOKEN, Person, name_at
from wellkept.formats.line.record import Occasion
from wellkept.formats.line.subjects import subject_of
from wellkept.formats.line.telling import passing_in

_ABOUT = re.compile(
    r"(?:(?:o|el|la|le|a|the|der|das)\s+|l')?(?:birthday|geburtstag|cumpleanos|cumple|anniversaire(?:\s+de\s+mariage)?|hochzeitstag|jubilaum|bodas|aniversario(?:\s+de\s+(?:bodas?|casamento|trabajo|trabalho))?|niver|wedding\s+anniversary|work\s+anniversary)\s+(?:of|von|de|da|do|del|d')\s*"
)

# 'Lenas Geburtstag', "Hans' Geburtstag".
_GENITIVE = re.compile(
    r"((?:[^\W\d_a-z][^\W\d_]*\.?\s+){0,3}[^\W\d_a-z][\w-]*?)(?:s|['’])\s+(?:\d+\.\s+)?(?:Geburtstag|Hochzeitstag|Jubiläum|Firmenjubiläum|Dienstjubiläum)(?!\w)"
)


def occasion(draft: Draft, start: int, end: int) -> bool:
    days, plain = draft.days_in(start, end), draft.words.plain
    said = next((kind for kind, pattern in OCCASIONS if said_in(pattern, plain, start, end, draft.days)), None)
    if said is None and draft.occasions and days and _HERS_IS.match(plain, start, end):
        return _the_same(draft, start, end)
    if not days or _is_another_matter(draft, said, start, end):
        return False
    found = occasion_in(plain, start, end, days, draft.words.language)
    if found and said and steps.PERHAPS.match(plain, start, end):  # 'not sure if her birthday is …'
        draft.doubt(start, end)
        if not draft.people and (person := _whose(draft, start, end, found.word)):
            draft.add_person(person)
        return True
    if found is None or (said is None and "🎂" not in plain[max(0, start - 3) : end]):
        return False
    about, of_hers = _ABOUT.match(plain, start, end), _GENITIVE.match(draft.words.text, start, end)
    person = name_at(draft.words, about.end(), end, loose=True) if about else None
    if of_hers and draft.words.language == "de":
        person = name_at(draft.words, start, of_hers.end(1))
    if person and found.kind == "wedding_anniversary":
        read_people(draft, person, end)  # 'Hochzeitstag von Ruth und Karl'
    subject = draft.add_person(person) if person else subject_of(draft, start, end)[1]
    if subject is None and not draft.people and (person := _whose(draft, start, end, found.word)):
        subject = draft.add_person(person)
        if draft.words.language == "en":
            beside(draft, subject, person.end, end)
    couple = [one for one in draft.people if start <= one.start < end]
    if found.kind == "wedding_anniversary" and len(couple) > 1:
        draft.used.add(found.said.start)
        for one in couple:
            draft.occasions.append((Occasion(one.name, found.kind, found.month, found.day, found.year), (start, end)))
        return not found.unsure
    _celebrated(draft, found, subject, start, end)
    if found.kind == "work_anniversary":
        _at_their_firm(draft, start, end, subject)
    return True


def _celebrated(draft: Draft, found: Found, subject: Person | None, start: int, end: int) -> None:
    """The occasion of ``subject``, or of the only one there is; told twice it is kept once."""
    whom = subject.name if subject else draft.about
    stranger = None if subject or draft.words.language != "en" else name_at(draft.words, start, end)
    if stranger and (draft.person_named(stranger.name) or stranger.end > found.word[0] or not draft.people):
        stranger = None
    whom = None if stranger else whom
    said = (whom, found.kind, found.month, found.day)
    draft.occasions = [
        (one, at) for one, at in draft.occasions if (one.contact, one.kind, one.month, one.day) != said or not whom
    ]  # 'work anniversary today, joined Acme 14 Jan 2019'
    at = f"occasions.{len(draft.occasions)}"
    draft.occasions.append((Occasion(whom, found.kind, found.month, found.day, found.year), (start, end)))
    draft.used.add(found.said.start)
    if found.unsure:
        draft.doubt_day(found.said, f"{at}.day")
    word = TOKEN.match(draft.words.text, start)
    if stranger:
        draft.doubt(stranger.start, stranger.end, f"{at}.contact")
    elif whom is None and draft.people and word:
        draft.doubt(start, word.end(), f"{at}.contact")


def _is_another_matter(draft: Draft, said: str | None, start: int, end: int) -> bool:
    """A party, a card or a wish that has a birthday in it; the birthday of somebody's child."""
    plain = draft.words.plain
    bare = re.sub(r"frau\s+\w", "", plain[start:end])
    if said == "wedding_anniversary":
        bare = re.sub(r"\s(?:and|&)\s+(?:his|her)\s+(?:wife|husband|partner)\s", " ", bare)
    if KIN.search(bare):
        return True
    if re.search(r"(?:dinner|party|lunch|drinks|brunch|breakfast)\s+(?:with|for)\s", plain[start:end]):
        return True
    passing = passing_in(draft, start, end)
    sent = passing is not None and passing[0] in ("gift", "card", "message", "email", "call", "event")
    return sent or bool(_TO_BE_WISHED.match(plain, start, end))


_TO_BE_WISHED = re.compile(
    r"(?:send|call|write|remember(?!\s+(?:that\s+)?(?:her|his|their)\s+(?:birthday|bday|anniversary))|remind|wish|schick|llamar|felicitar)"
)


# '… birthday is 3 March and Joel's is 19 November'
_HERS_IS = re.compile(r"[a-z-]+(?:\s+[a-z-]+)?'s\s+(?:is\s+)?(?:on\s+)?(?:the\s+)?(?=\w)")


def _the_same(draft: Draft, start: int, end: int) -> bool:
    """The same occasion of somebody else, whose day alone is said."""
    person, day = name_at(draft.words, start, end), draft.days_in(start, end)[0]
    if person is None or not day.month or not day.day:
        return False
    kept, earlier = draft.add_person(person), draft.occasions[-1][0]
    draft.occasions.append((Occasion(kept.name, earlier.kind, day.month, day.day, day.year), (start, end)))
    draft.used.add(day.start)
    return True


# 'joined Acme as head of sales in May'; nobody stays an intern.
_ROLE = re.compile(
    r"\s(?:as|als|como|comme)\s+(?:(?:an?|the|their|its|our|new|ein|eine|una?|une|uma?)\s+)*+(?!\S*\s?(?:intern|trainee|apprentice|graduate|junior|temp|praktikant\w*|stagiaire|becari\w|estagiari\w)(?!\w))"
)


def _at_their_firm(draft: Draft, start: int, end: int, subject: Person | None) -> None:
    firm = re.compile(r"(?<!\w)(?:joined|at|with|for|bei|en|na|no|chez)\s+").search(draft.words.plain, start, end)
    name = joined_firm(draft.words, firm.end(), end) if firm else None
    person = subject or (draft.people[0] if len(draft.people) == 1 else None)
    if name and person and not person.organization:
        person.organization, person.at["organization"] = name[0], name[1:]
    role = _ROLE.search(draft.words.plain, start, end)
    stop = min([end, *(day.start for day in draft.days if role and day.start >= role.end())])
    post = job_at(draft.words, role.end(), stop) if role else None
    if not role and draft.words.language != "en":  # 'neue Geschäftsführerin bei Wattwerk seit 1. Oktober'
        post = job_at(draft.words, start, min([end, *(day.start for day in draft.days if day.start > start)]))
        post = post if post and person and person.name not in (post.title or "") else None
    if person and post and post.title:
        take_job(person, post)


def _whose(draft: Draft, start: int, end: int, word: tuple[int, int]) -> Person | None:
    """'bday jake oct 2', 'Ma cousine Lise a eu 30 ans'."""
    words = draft.words
    for token in TOKEN.finditer(words.text, start, end):
        if word[0] <= token.start() < word[1] or words.is_blocked(token.start()):
            continue
        beside = token.start() == words.skip(word[1], end)
        person = name_at(words, token.start(), end, loose=beside and words.in_small)
        if person and (
            token.start() > start or words.in_small or len(person.name.split()) > 1 or person.name.lower() not in COMMON
        ):
            return person
    return None


def whose_occasion(draft: Draft) -> None:
    """'Birthday today: Oksana Melnyk': of the only one there is, where nothing is asked about it."""
    asked = any(one.field.endswith(".contact") for one in draft.doubts)
    if len(draft.people) == 1 and not asked:
        draft.occasions = [
            (replace(one, contact=one.contact or draft.people[0].name), at) for one, at in draft.occasions
        ]
