"""What somebody is, right behind the name and without a verb: 'Ana Souza, alpaca breeder from Cusco Fibre'. In English."""

from __future__ import annotations

import re

from wellkept.formats.line.besides import take_job
from wellkept.formats.line.clauses import Clause
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.firms import organization_at
from wellkept.formats.line.jobs import Job, job_at
from wellkept.formats.line.kin_words import KIN_FIRST
from wellkept.formats.line.lexicon import EVENT, KIN, PLACE, TITLE, VENUE
from wellkept.formats.line.people import Person
from wellkept.formats.line.subjects import was_a_gathering
from wellkept.formats.line.trades import KEEN, TRADE
from wellkept.formats.line.vocabulary import may_be_given

_POST = re.compile(
    r"(?:(?:now|currently|also)\s+)?(?:(?:an?|the|our|their|its)\s+)?(?P<post>[a-z][\w'&/.-]*(?:\s+[a-z\d][\w'&/.-]*){0,4}?)"
    r"(?:(?:\s*,)?\s+(?P<at>at|of|for|with|from|@)\s+(?:the\s+)?(?=[\w'\"])|(?=\s*$)|(?=,?\s+(?:now\s+)?(?:based|living|working)\s+in\s))"
)
_SAYS = re.compile(r"(?:who|which|she|he|they|it|is|was|has|had|will|as|'s|'ll)(?!\w)")
_FUNCTION = frozenset(
    "she he they i we it has have had is was are were be will would can could to from at in on with for by of not no nor very so just also and or but if my her his their our your me us them him a an the all any some more most much many".split()
)
_BASED_IN = re.compile(r",?\s+(?:now\s+)?(?:based|living|working)\s+in\s+(?:the\s+)?")
_VERB = re.compile(
    r"(?!(?:sales|operations|logistics|communications|relations|systems|studies|arts|sports|news|textiles|foods|hiring|marketing|engineering|manufacturing|purchasing|training|nursing|accounting|consulting|planning|pricing|publishing|printing|shipping|building|buying|mining|banking|lending|teaching|visiting|acting|leading|founding|managing|supervising|commissioning|attending|recording|lighting|catering|closing|tax|press|business|fitness|wellness|customs|grants|claims|events|facilities|admissions|collections|exhibitions|programmes|programs|partnerships|investments|securities|benefits|rewards|services|products|goods|means|parks|roads|rights|women's|children's|advanced|certified|chartered|registered|licensed|qualified|embedded|applied|mixed|limited|associated)(?!\w))(?:\w+(?:ed|ing)|\w{2,}[^us]s)$"
)


def apposition(draft: Draft, clause: Clause) -> bool:
    """Only where nothing has yet been said of who was named last: behind a fact it would be one more fact."""
    words, person = draft.words, draft.people[-1] if draft.people else None
    if words.language != "en" or person is None or person.title or clause.after not in (",", ";", "–", "-", "—", "("):
        return False
    if (
        any(at[0] >= person.start for _said, at in [*draft.facts, *draft.needs, *draft.offers])
        or draft.promises
        or draft.occasions
    ):
        return False
    if _SAYS.match(words.plain, clause.start, clause.end):
        return False
    job = job_at(words, clause.start, clause.end)
    if job and job.title and TITLE.search(job.title.lower()):
        based = _BASED_IN.match(words.plain, job.end, clause.end)
        town = organization_at(words, based.end(), clause.end) if based else None
        if town and town[2] == clause.end and not person.location:
            person.location, person.at["location"] = town[0], town[1:]
        elif job.end < clause.end or (person.organization and person.perhaps) or words.text[clause.start].isupper():
            return False
        take_job(person, job)
        return True
    found = _POST.match(words.plain, clause.start, clause.end)
    if found is None or words.is_blocked(clause.start) or (words.text[clause.start].isupper() and not found["at"]):
        return False
    return _with_firm(draft, person, found, clause) if found["at"] else _alone(draft, person, clause)


def _is_post(plain: str) -> bool:
    listed = plain.split()
    if not listed or listed[0] in _FUNCTION or KIN.match(plain) or KIN_FIRST.fullmatch(plain) or KEEN.match(plain):
        return False
    return (
        not any(_VERB.match(word) for word in listed)
        and not VENUE.fullmatch(listed[-1])
        and not may_be_given(listed[0])
    )


def _with_firm(draft: Draft, person: Person, found: re.Match[str], clause: Clause) -> bool:
    """'oboist with Orchestre Lumière', 'alpaca breeder from Cusco Fibre'."""
    words, post = draft.words, found["post"]
    firm = organization_at(words, found.end(), clause.end)
    if not firm or not words.text[firm[1]].isupper() or PLACE.fullmatch(words.plain, firm[1], firm[2]):
        return False
    rest = draft.without_days(firm[2], clause.end).strip()
    if rest or not TRADE.fullmatch(post) or not _is_post(post) or EVENT.search(words.plain, firm[1], firm[2]):
        return False
    if person.organization and person.perhaps:
        was_a_gathering(draft, person)  # 'Met Ingrid at Nor-Shipping, engineer at Fjordkraft'
    place = (found.start("post"), found.end("post"))
    take_job(person, Job(words.text[slice(*place)], firm[0], place, firm[1:], firm[2]))
    return True


def _alone(draft: Draft, person: Person, clause: Clause) -> bool:
    """'coffee exporter': by its ending alone."""
    words = draft.words
    plain = draft.without_days(clause.start, clause.end).strip()
    town = None
    if based := _BASED_IN.search(plain):
        town = organization_at(
            words, clause.start + words.plain[clause.start :].index(based[0]) + len(based[0]), clause.end
        )
        if not town or not words.text[town[1]].isupper() or person.location:
            return False
        plain = plain[: based.start()]
    article = re.match(r"(?:an?|the|our|their)\s+", plain)
    bare = plain[article.end() :] if article else plain
    if (
        not TRADE.fullmatch(bare)
        or not _is_post(bare)
        or len(bare.split()) > 4
        or draft.days_in(clause.start, clause.end)
    ):
        return False
    start = words.plain.index(bare, clause.start)
    person.title, person.at["title"] = words.text[start : start + len(bare)], (start, start + len(bare))
    if town:
        person.location, person.at["location"] = town[0], town[1:]
    return True
