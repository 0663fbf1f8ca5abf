"""Whom a statement is about, and people that are named by the way."""

from __future__ import annotations

import re

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.besides import BASED, BOTH, beside, take_job
from wellkept.formats.line.clauses import Clause
from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.details import LABELS
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.firms import organization_at
from wellkept.formats.line.gatherings import is_a_gathering
from wellkept.formats.line.jobs import job_at, town_after
from wellkept.formats.line.kin_words import KIN_LEADS
from wellkept.formats.line.lexicon import HONORIFIC, KIN, ORGANIZATION, PLACE, TITLE, TOWN_NAMES
from wellkept.formats.line.one_more import one_more
from wellkept.formats.line.passing import read_people
from wellkept.formats.line.people import TOKEN, Person, Words, name_at
from wellkept.formats.line.predicates import PREDICATE
from wellkept.formats.line.record import Said
from wellkept.formats.line.teams import in_a_team
from wellkept.formats.line.trades_abroad import is_no_firm
from wellkept.formats.line.vocabulary import is_given, only_words

_BESIDE = re.compile(
    r"\s*[(:,@<&+-]|\s+\w+n't\s|\s+(?:from|of|at|bei|von|chez|aus|de|in|en|na|no|em|aux?|beim|auf|im|am)\s|\s+(?:and|und|y|et|e|&)\s+"
)
_STATES = re.compile(r"'s\s+(?:a|an|the|in|at|now|looking|moving|allergic|vegan|\w+ing)\b")
LIVES = re.compile(
    r"(?:(?:is|'s|are|ist|est|esta|e|now|jetzt)\s+)*+(?:(?:also\s+)?(?:based|lives?|living|located|resides?|wohnt|lebt|wohnhaft|ansassig|sitzt|vive|residente|radicad[oa]|habite|vit|basee?|mora|reside|sediad[oa])\s+(?:(?:now|jetzt|ahora|nun|inzwischen|mittlerweile|aktuell|seit\s+kurzem|maintenant|desormais|actuellement|agora|atualmente|hoje|actualmente)\s+)?(?:in|en|em|a|at|near|out\s+of)\s+|aus\s+|from\s+)(?:the\s+|la\s+|el\s+|le\s+|o\s+)?"
)
_LARGE_ARTICLE = re.compile(r"(?:The|La|El|Los|Las|Le|O)\s+")
_PARTNER = re.compile(r"partner(?:in)?\s+(?:at|@|bei|chez|of|in\s+the)\b")
_SOME_WORDS = re.compile(r"\w+\s+\w+\s+\w+")


_MY_FRIEND = re.compile(
    r"(?:my|our)\s+(?:(?:old|new|former|dear|good|younger|older)\s+)*(?:ex-)?(?:friend|colleague|co-?worker|classmate|school\s?mate|flatmate|roommate|neighbou?r|boss|manager|mentor|cousin|client|customer|landlord|landlady|dentist|accountant|lawyer|coach|teacher|tutor|supplier|contact),?\s+(?=\w)"
)


_SOME_POST = re.compile(r"[a-z]+(?:\s[a-z]+)?(?=\s[a-z'-]+\s[a-z'-]+\s+(?:of|from|at|with)\s)")
_THE_TRADE = re.compile(r"\s+(?:the|our|my)\s+(?P<trade>[a-z-]+(?:\s[a-z-]+)?)(?=\s*(?:$|[^\w\s]))")


def subject_of(draft: Draft, start: int, end: int) -> tuple[int, Person | None, bool]:
    """Where the predicate begins, the person that the statement names as its subject, and whether a pronoun stands for one."""
    words = draft.words
    if pronoun := steps.SUBJECT.match(words.plain, start, end):
        return words.skip(pronoun.end(), end), None, True
    article = (
        re.compile(r"(?:o|a|el|la|die|der)\s+").match(words.plain, start, end)
        if words.language in ("es", "pt", "de")
        else None
    )
    article = article or _MY_FRIEND.match(words.plain, start, end)
    if words.language != "en":
        article = KIN_LEADS.match(words.plain, start, end) or article
    address = HONORIFIC.match(words.plain, start, end)
    title = TITLE.match(words.plain, start, end) if not draft.people and not address else None
    if title is None and not draft.people and not address and words.language == "en":
        title = _SOME_POST.match(words.plain, start, end)
        title = title if title and TITLE.search(title[0].strip()) and only_words(title[0].split()[0]) else None
    named = name_at(words, words.skip(title.end(), end), end) if title and title.end() < end else None
    if title and named and title.end() < named.start:
        kept = draft.add_person(named)
        kept.title, kept.at["title"] = words.text[start : title.end()], (start, title.end())
        return words.skip(beside(draft, kept, named.end, end), end), kept, False
    person = name_at(
        words,
        article.end() if article else start,
        end,
        loose=bool(words.known) or (start == 0 and words.in_small),
    )
    if person is None:
        return start, None, False
    trade = _THE_TRADE.match(words.plain, person.end, end)
    if trade and not draft.people and TITLE.fullmatch(words.plain, trade.start("trade"), trade.end()):
        kept = draft.add_person(person)
        kept.title, kept.at["title"] = (
            words.text[trade.start("trade") : trade.end()],
            (trade.start("trade"), trade.end()),
        )
        return words.skip(beside(draft, kept, trade.end(), end), end), kept, False
    rest = words.plain[person.end : end]
    if known := draft.person_named(person.name):
        possessive = rest.startswith("'s") and not _STATES.match(rest)
        return words.skip(person.end + (2 if possessive else 0), end), known, False
    if draft.people or not _can_be_subject(draft, person, end):
        return start, None, False
    place = _past_details(draft, read_people(draft, person, end), end)
    kept = draft.people[0]
    kept.involved = False
    if re.match(r"'s\s+(?:birthday|b-?day|wedding|work|new|email|phone)", words.plain[place:end]):
        place += 2
    return words.skip(place, end), kept, False


def _past_details(draft: Draft, place: int, end: int) -> int:
    """After the addresses and numbers that follow a name."""
    words, days = draft.words, {day.start for day in draft.days}
    while True:
        label = LABELS.match(words.plain, words.skip(place, end), end)
        begin = label.end() if label else words.skip(place, end)
        stop = next((b for a, b in words.blocked if a <= begin < b and a not in days), None)
        if stop is None or stop > end:
            return place
        place = stop


def _can_be_subject(draft: Draft, person: Person, end: int) -> bool:
    words = draft.words
    rest, plain = words.plain[person.end : end], words.plain[person.start : person.end]
    if words.is_blocked(words.skip(person.end, end)) and all(
        day.start > person.end + 1 or day.end <= person.end for day in draft.days
    ):
        return True
    if is_a_gathering(plain) or (words.language == "en" and only_words(plain)):
        return False
    if TITLE.fullmatch(plain) or (PLACE.fullmatch(plain) and plain not in TOWN_NAMES):
        return False
    if not rest.strip() and len(person.name.split()) == 1 and words.text[end : end + 1] in (".", "!"):
        return False
    if words.text[person.end : end].startswith((" à ", " a ")) and words.language != "fr":
        return False
    if words.text[person.end : end].startswith(" à "):
        return False
    if len(person.name.split()) > 1 and re.match(r"\s+[^\W\d_]{3,}", rest) and not _BESIDE.match(rest):
        return True
    return not rest.strip() or bool(PREDICATE.match(rest) or _BESIDE.match(rest))


_ALL_LIVE = re.compile(
    r"(?:(?:they|they're|are|who)\s+)*(?:both|all|all\s+three)\s+(?:are\s+)?(?:based|live|living|located|reside)\s+in\s+"
)


def all_live(draft: Draft, start: int, end: int) -> bool:
    """'both based in Montréal'."""
    found = _ALL_LIVE.match(draft.words.plain, start, end)
    place = organization_at(draft.words, found.end(), end) if found else None
    if place is None or place[2] != end:
        return False
    for one in draft.people:
        if one.location is None:
            one.location, one.at["location"] = place[0], place[1:]
    return True


def lives(draft: Draft, start: int, end: int, subject: Person | None) -> bool:
    """'based in Porto', 'wohnt in Graz'."""
    words = draft.words
    found = LIVES.match(words.plain, start, end)
    person = subject or (draft.people[-1] if draft.people else None)
    based = BASED.fullmatch(words.text, start, end)
    if based and person and not person.location:
        person.location, person.at["location"] = based["town"], based.span("town")
        return True
    if all_live(draft, start, end):
        return True
    if not found or person is None:
        return False
    begin = found.end()
    if (article := _LARGE_ARTICLE.search(words.text, found.start(), begin)) and article.end() == begin:
        begin = article.start()  # 'El Paso'
    town = PLACE.match(words.plain, found.end(), end)
    place = organization_at(words, begin, end)
    if (not place and not town) or (found[0].strip() in ("from", "aus") and not town):
        return False
    stop = max(town.end() if town else 0, place[2] if place else 0)
    person.location = person.location or words.text[begin:stop]
    person.at.setdefault("location", (begin, stop))
    rest = re.sub(r"^\s*(?:,|and|und|y|et|e)\s+", "", words.text[stop:end]).strip()
    if len(rest.split()) > 1:
        draft.facts.append((Said(rest, person.name), (end - len(rest), end)))
    return True


_AND_MORE = re.compile(
    r"\s*(?:,\s*)?(?:and|&)\s+(?:(?:also|he|she)\s+)*(?=[a-z]{3,}s\s+[a-z])[a-z]"
)  # '… at Atelier Sol and sings alto'


def job(draft: Draft, start: int, end: int, subject: Person | None) -> bool:
    """A statement that is a title, an organization or a town."""
    words = draft.words
    person = subject or (draft.people[-1] if draft.people else None)
    if person is None:
        return False
    copula = steps.IS.match(words.plain, start, end)
    bare = copula.end() if copula else start
    if len(draft.people) > 1 and not subject and _all_of_them(draft, bare, end):
        return True
    plain = words.plain[bare:end]
    if PLACE.fullmatch(plain) and person.location is None:
        person.location, person.at["location"] = words.text[bare:end], (bare, end)
        return True
    if firm_and_title(draft, person, bare, end):
        return True
    found = None if KIN.match(plain) and not _PARTNER.match(plain) else job_at(words, bare, end)
    if found and found.organization and person.perhaps and person.organization:
        was_a_gathering(draft, person)
    if found is None or (found.title and person.title) or (not found.title and person.organization):
        return False
    if not found.organization and _SOME_WORDS.search(words.plain[found.end : end]):
        return False
    take_job(person, found)
    if more := _AND_MORE.match(words.plain, found.end, end):
        draft.facts.append((Said(words.text[more.end() - 1 : end].strip(" .,;"), person.name), (more.end() - 1, end)))
    if found.unsure:
        draft.doubt(*found.unsure, f"contacts.{draft.people.index(person)}.organization", ())
    town = re.compile(r"\s*(?:,|in|en|em|a|de|aus|from|based\s+in)\s+").match(words.plain, found.end, end)
    place = PLACE.match(words.plain, town.end(), end) if town else None
    unlisted = None if place else town_after(words, found.end, end)
    if unlisted and person.location is None:
        person.location, person.at["location"] = unlisted[0], unlisted[1:]
    if place and person.location is None:
        person.location, person.at["location"] = words.text[place.start() : place.end()], (place.start(), place.end())
    return True


def _all_of_them(draft: Draft, start: int, end: int) -> bool:
    """'tous deux chez Galets'."""
    both = BOTH.match(draft.words.plain, start, end)
    sure = both and (both["at"] or draft.words.text[both.end() : both.end() + 1].isupper())
    found = organization_at(draft.words, both.end(), end) if both and sure else None
    if not found or found[2] != end:
        return False
    for one in draft.people:
        if one.organization is None:
            one.organization, one.at["organization"] = found[0], found[1:]
    return True


_FIRM_AND_TITLE = re.compile(r"(?P<firm>[^\s(][^()]*?)\s*\((?P<title>[^()]+)\)")


def firm_and_title(draft: Draft, person: Person, start: int, end: int) -> bool:
    """'Mtaani Labs (co-founder)'."""
    words = draft.words
    found = _FIRM_AND_TITLE.fullmatch(words.text, start, end)
    firm = organization_at(words, start, found.end("firm")) if found else None
    if not found or not firm or firm[2] != found.end("firm") or person.organization or person.title:
        return False
    title = TITLE.search(words.plain, *found.span("title"))
    if not title or TITLE.search(words.plain, start, firm[2]):
        return False
    person.organization, person.at["organization"] = firm[0], firm[1:]
    person.title, person.at["title"] = found["title"].strip(), found.span("title")
    return True


def was_a_gathering(draft: Draft, person: Person) -> None:
    """'met Ana at the Blue Night, CTO of Acme': what stood first was no organization."""
    at = person.at.pop("organization")
    if draft.passed and not draft.passed.event:
        draft.passed.event, draft.passed.event_at = draft.words.text[slice(*at)], at
    for one in draft.people:
        if one.perhaps and one.organization == person.organization and one is not person:
            one.organization, one.perhaps = None, False
            one.at.pop("organization", None)
    person.organization, person.perhaps = None, False


def _post_behind(words: Words, end: int) -> bool:
    """'Temuulen Bat-Erdene, Steppe Wool, export manager': what stands between a name and a post is a firm."""
    comma = re.compile(r"\s*,\s*").match(words.plain, end)
    stop = re.compile(r"[,;.:\n]").search(words.plain, comma.end()) if comma else None
    job = job_at(words, comma.end(), stop.start() if stop else len(words.plain)) if comma else None
    return bool(job and job.title and not job.organization and words.text[comma.end()].islower()) if comma else False


_BORN = re.compile(r"[^\W\d_a-z][\w'-]*-(?:born|bred|raised|trained|educated)")


def more_people(draft: Draft, clause: Clause, start: int, end: int) -> list[Day] | None:
    """'…, Tom Li and Bo' after people; 'Acme' alone after one is their organization. Answers the days beside them, None for neither."""
    words = draft.words
    if (one := one_more(draft, start, end)) is not None:
        return draft.days_in(read_people(draft, one, end), end)
    if not draft.people or clause.after not in (",", "-", "–", "+", "/", "—", "|", "·", "\n", ";", "("):
        return None
    if (one := _listed(draft, start, end)) is not None:
        return _all_listed(draft, one, end)
    last = draft.people[-1]
    whole = organization_at(words, start, end)
    alone = whole is not None and whole[2] == end and words.text[start].isupper()
    if BASED.fullmatch(words.text, start, end) or _BORN.fullmatch(words.text, start, end):
        return None
    given = is_given(words.plain[start:end]) or in_a_team(draft, start)
    firm = (
        alone
        and not given
        and not is_no_firm(words, start, end)
        and (
            clause.after == "("
            or (ORGANIZATION.search(words.plain, start, end) and "Sá" not in words.text[start:end])
            or len(words.text[start:end].split()) == 1
            or last.title
            or _post_behind(words, end)
            or (words.text.startswith("The ", start) and words.text[start:end].istitle())
        )
    )
    if firm and last.organization is None and not draft.facts and whole:
        last.organization, last.at["organization"] = whole[0], whole[1:]
        return []
    person = name_at(words, start, end)
    if person and words.text.startswith((" é ", " É "), person.end):
        return None  # 'Lopo é celíaco'
    if person and words.language == "de" and _SOMEBODYS.match(words.plain, start, end):
        return None
    if person and draft.person_named(person.name) is None and _brings_details(draft, person, end):
        return draft.days_in(read_people(draft, person, end), end)
    if person and draft.passed and not draft.facts and not draft.promises:
        rest = words.plain[person.end : end]
        joined = re.match(r"\s*(?:$|\(|and\s|und\s|y\s|et\s|e\s|&|from\s|at\s|de\s|von\s)", rest)
        if joined and (
            len(person.name.split()) > 1 or not alone or given or re.match(r"\s*(?:and|und|y|et|e|&)\s", rest)
        ):
            place = read_people(draft, person, end)
            return draft.days_in(place, end)
    return None


def _listed(draft: Draft, start: int, end: int) -> Person | None:
    """'Minna, Oskar and Petra from Fjord Textiles': a list of names before anything is said of them."""
    words = draft.words
    said = draft.passed or draft.facts or draft.promises or draft.needs or draft.offers
    if said or words.language != "en" or any(one.organization or one.title for one in draft.people):
        return None
    person = name_at(words, start, end)
    if person is None or draft.person_named(person.name):
        return None
    first = words.plain[person.start : person.end].split()[0]
    behind = re.match(r"\s*(?:$|(?:and|&|\+)\s+[^\W\d_a-z]|(?:from|of|at)\s+[^\W\d_a-z])", words.text[person.end : end])
    return person if behind and (is_given(first) or in_a_team(draft, start)) else None


def _all_listed(draft: Draft, person: Person, end: int) -> list[Day]:
    place = read_people(draft, person, end)
    firm = draft.people[-1]
    for one in draft.people:
        if one.organization is None and firm.organization:
            one.organization, one.at["organization"] = firm.organization, firm.at["organization"]
    return draft.days_in(place, end)


# 'Vater von Zwillingen', 'Fan von Rapid'.
_SOMEBODYS = re.compile(
    rf"(?:{KIN.pattern}|fan|chef\w*|freund\w*|nachbar\w*|cousine?|mitglied|besitzer\w*|schwager\w*|tante|onkel|patin|pate|witwe\w?|ex\w*)\s+von\s"
)
_OWN = re.compile(r"[\s,:–-]*(?:(?:phone|tel|mobile|cell|e-?mail|mail|m|t)[.:]?\s*)?")


def _brings_details(draft: Draft, person: Person, end: int) -> bool:
    """'Uwe Lang: 030 23125 027', 'Tom Li (Globex, CFO)': somebody else, with what is theirs."""
    words, days = draft.words, {day.start for day in draft.days}
    if len(person.name.split()) < 2 or ORGANIZATION.search(words.plain, person.start, person.end):
        return False
    if re.match(r"\s*\([^()]*\)\s*$", words.text[person.end : end]):
        inside = words.skip(words.text.index("(", person.end) + 1, end)
        job = job_at(words, inside, end - 1)
        return bool(re.search(r"[,;]", words.text[inside:end])) or bool(job and job.organization)
    if not any(draft.people[-1].start < a < person.start and a not in days for a, _b in words.blocked):
        return False  # 'Kofi Mensah, Accra Port Services, kofi@aps.example'
    own = _OWN.match(words.plain, person.end)
    place = own.end() if own else person.end
    return person.end == end and any(a <= place < b and a not in days for a, b in words.blocked)


def named_in(draft: Draft, start: int, end: int) -> Person | None:
    """The first name that does not begin the statement."""
    words = draft.words
    for token in TOKEN.finditer(words.text, start, end):
        person = name_at(words, token.start(), end)
        if (
            person
            and token.start() > start
            and (
                words.plain[person.start : person.end] in TOWN_NAMES
                or not PLACE.fullmatch(words.plain[person.start : person.end])
            )
        ):
            return person
    return None
