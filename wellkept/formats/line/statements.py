"""What each statement of a line is: something that passed, a promise, a next step, a need, an offer, an occasion, or a fact."""

from __future__ import annotations

import re
from dataclasses import replace

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.apposition import apposition
from wellkept.formats.line.arranging import booked, is_unclear, put_off
from wellkept.formats.line.celebrating import occasion, whose_occasion
from wellkept.formats.line.clauses import Clause
from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.details import LABELS
from wellkept.formats.line.draft import Draft, Passed
from wellkept.formats.line.facts import fact, need_or_offer
from wellkept.formats.line.gatherings import AT, gathering_at, where
from wellkept.formats.line.gatherings_alone import gathering_alone, met_there
from wellkept.formats.line.happening import by_channel, is_planned, named_first, the_gift, they_did
from wellkept.formats.line.introducing import introduced, introduced_first, introduced_in_brackets, introduced_within
from wellkept.formats.line.kinds_abroad import ENDS_SO
from wellkept.formats.line.leading import past_the_day, to_somebody
from wellkept.formats.line.leaving import ask_what_is_left
from wellkept.formats.line.lexicon import PLACE, VENUE
from wellkept.formats.line.named import named_at_last, named_in_promises, post_beforehand, post_of_whom, whose_number
from wellkept.formats.line.owners import owner
from wellkept.formats.line.passing import read_passing, read_people
from wellkept.formats.line.passing_abroad import passing_abroad
from wellkept.formats.line.people import TOKEN, Person, name_at
from wellkept.formats.line.stepping import add_promise, follow_up, promise, told
from wellkept.formats.line.subjects import job, lives, more_people, subject_of
from wellkept.formats.line.teams import draft_group, of_a_team
from wellkept.formats.line.telling import begins_with, kind_over, passing_in, something_with

_TODO = re.compile(
    r"next\s+steps?|nachster?\s|proximos?\s|prochaines?\s|reminder|to.?do|action|task|aufgabe|tarea|pendiente|tarefa|pendencia|a\s+faire"
)


def read(draft: Draft, clause: Clause) -> None:
    start, end = clause.start, clause.end
    todo = False
    while label := steps.LABEL.match(draft.words.plain, start, end):
        if any(day.core <= start < day.end for day in draft.days):
            break  # 'Depois de amanhã'
        todo = todo or bool(_TODO.match(label[0]))
        if label.end() >= end:
            break
        start = label.end()
    named_in_promises(draft, start, end)
    if (days := by_channel(draft, start, end)) is not None:
        for day in days[:1]:
            _passed_on(draft, day)
        return
    if draft_group(draft, start, end):
        return
    start, end = introduced_first(draft, start, end), introduced_in_brackets(draft, start, end)
    clause = replace(clause, end=end)
    if _only_days(draft, start, end) or _only_details(draft, start, end):
        return
    if owner(draft, start, end) or whose_number(draft, start, end) or post_beforehand(draft, start, end):
        return
    if introduced(draft, start, end):
        if draft.passed:
            kind_over(draft, draft.passed, start, end)
            where(draft, draft.passed, start, end, draft.people)
            for day in draft.days_in(start, end)[:1]:
                _passed_on(draft, day)
        return
    if start == clause.start and apposition(draft, clause):
        return
    if occasion(draft, start, end) or booked(draft, start, end) or the_gift(draft, start, end):
        return
    if _again(draft, start, end) and follow_up(draft, start, end):
        return
    if gathering_alone(draft, start, end):
        return
    _read_the_rest(draft, clause, start, todo=todo)


_AND_ME = re.compile(r"and\s+(?=i\s)")


def _read_the_rest(draft: Draft, clause: Clause, start: int, *, todo: bool) -> None:
    end = clause.end
    start = past_the_day(draft, start, end)
    place = told(draft, start, end)
    found = None if todo or draft.leading or place else passing_in(draft, start, end)
    if place and draft.passed is None and (over := passing_in(draft, start, place)):
        draft.passed = Passed(over[0], over[1].span())
    if found and clause.asked and draft.people and not draft.days_in(start, end):
        draft.doubt(start, end)
        return
    if found and _passed_first(draft, start, end, found[1]) and _read_passing(draft, start, end, found):
        return
    step = steps.FOLLOW_UP.match(draft.words.plain, start, end)
    something = None
    if not (todo or draft.people or draft.leading or (step and step["again"])):
        something = passing_abroad(draft, start, end, found) or (None if found else something_with(draft, start, end))
    if something and _read_passing(draft, start, end, something):
        return
    after, subject, pronoun = _about(draft, clause, start)
    if subject and (_nothing(draft.words.plain[after:end]) or _only_details(draft, after, end)):
        return
    if reported := steps.REPORTED.match(draft.words.plain, after, end):
        after, _someone, she = subject_of(draft, reported.end(), end)
        pronoun = pronoun or she
    who = subject.name if subject else draft.about
    theirs = bool(subject or pronoun)
    if not theirs and follow_up(draft, after, end):
        return
    if draft.passed and not theirs and not draft.facts and _where_it_was(draft, start, end):
        return
    if lives(draft, after, end, subject) or promise(draft, after, end, theirs=theirs, who=who, todo=todo):
        return
    if need_or_offer(draft, start, after, end, subject, who):
        return
    if found and not theirs and not draft.people and draft.passed is None and _read_passing(draft, start, end, found):
        return
    if not (pronoun and len(draft.people) > 1) and job(draft, after, end, subject):
        return
    if _others_too(draft, start, end):
        return
    days = more_people(draft, clause, start, end)
    if days is None:
        fact(draft, start, after, end, who, subject=subject, pronoun=pronoun, asked=clause.asked)
    elif draft.passed:
        where(draft, draft.passed, start, end, draft.people)
        introduced_within(draft, start, end)
        for day in days[:1]:
            _passed_on(draft, day)


def _about(draft: Draft, clause: Clause, start: int) -> tuple[int, Person | None, bool]:
    """Where the predicate begins, whom it names, and whether it is about somebody named before; 'Tim and I' is about me."""
    end = clause.end
    after, subject, pronoun = (
        (start, None, False) if _begins_a_step(draft, start, end) else subject_of(draft, start, end)
    )
    if subject and (mine := _AND_ME.match(draft.words.plain, after, end)):
        after, subject = mine.end(), None
    if subject and draft.words.plain.startswith("also ", after):
        after += len("also ")
    goes_on = (not clause.after or start > clause.start) and draft.words.plain.startswith("will ", start)
    pronoun = pronoun or (goes_on and draft.whose == "them")
    draft.whose = "them" if subject or pronoun else draft.whose if goes_on else ""
    return after, subject, pronoun


_TOO = re.compile(r"(?:and\s+)?(?:also\s+|together\s+)?(?:with|w/|mit|con|avec|com)\s+")


def _others_too(draft: Draft, start: int, end: int) -> bool:
    """'…, and with Dr. Colm Feeney' after what passed with somebody."""
    lead = _TOO.match(draft.words.plain, start, end)
    person = name_at(draft.words, lead.end(), end) if lead and draft.passed and not draft.promises else None
    if person is None or _nothing(draft.words.plain[start : person.start]):
        return False
    if not _nothing(draft.words.plain[read_people(draft, person, end) : end]) and draft.passed:
        where(draft, draft.passed, start, end, draft.people)
    return True


def _read_passing(draft: Draft, start: int, end: int, found: tuple[str, re.Match[str]]) -> bool:
    earlier, days = draft.passed, draft.days_in(start, end) or draft.ahead
    planned = next((day for day in days if is_planned(draft, day, found[1])), None)
    if not read_passing(draft, start, end, *found):
        return False
    draft.whose = "them" if they_did(draft, start, found[1]) else "me"
    introduced_within(draft, start, end)
    post_of_whom(draft, found[1].end(), end)
    if planned:
        draft.passed = earlier
        if perhaps := steps.PERHAPS.search(draft.words.plain, start, end):
            draft.doubt(perhaps.start(), perhaps.end(), "follow_up_on")
        if draft.follow_up is None:
            draft.used.add(planned.start)
            draft.follow_up = (planned.coming, (start, end))
            if planned.coming is None:
                draft.doubt_day(planned, "follow_up_on")
    elif days and (earlier is None or earlier.day is None):
        _passed_on(draft, days[0])
    return True


_OVER = re.compile(
    r"(?:over|for)\s+(?:(?:a|an|some|quick|long|few|couple\s+of)\s+)*(?:coffees?|lunch|dinner|drinks?|beers?|breakfast|brunch|tea|wine|pints?|cake|pizza|tapas|sushi|an?\s+hour)(?!\w)"
)


def _where_it_was(draft: Draft, start: int, end: int) -> bool:
    """'…, in Munich last Thursday' after what passed."""
    if _OVER.match(draft.words.plain, start, end):
        for day in draft.days_in(start, end)[:1]:
            _passed_on(draft, day)
        return True
    if re.fullmatch(
        r"(?:at|in|outside|near)\s+(?:(?:an?|the|my|our|her|his|their)\s+)?(?:[\w'-]+\s+){0,2}?(?:[\w'-]+)",
        draft.without_days(start, end).strip(),
    ) and VENUE.search(draft.words.plain, start, end):
        for day in draft.days_in(start, end)[:1]:
            _passed_on(draft, day)
        return True  # 'at a café on Thursday'
    passed, before = draft.passed, [(one.location, one.organization) for one in draft.people]
    first = next((day for day in draft.days if day.start == start), None)
    start = draft.words.skip(first.end, end) if first and first.past and first.past <= draft.today else start
    lead = AT.match(draft.words.plain, start, end)
    if passed is None or lead is None or passed.event:
        return False
    if draft.people and draft.people[-1].location and gathering_at(draft.words, lead.end(), end) is None:
        return False
    where(draft, passed, start, end, draft.people)
    if not passed.event and before == [(one.location, one.organization) for one in draft.people]:
        return False
    for day in draft.days_in(first.core if first else start, end)[:1]:
        _passed_on(draft, day)
    return True


def _again(draft: Draft, start: int, end: int) -> bool:
    """'catch up again in January' after what passed; alone, 'caught up yesterday' is what passed."""
    found = steps.FOLLOW_UP.match(draft.words.plain, start, end)
    if not found or not found["again"]:
        return False
    days = draft.days_in(start, end)
    return bool(draft.passed or any(day.coming is None or day.coming > draft.today for day in days))


def _begins_a_step(draft: Draft, start: int, end: int) -> bool:
    """'Enviar a Gloria': a verb in large letters is no name."""
    plain = draft.words.plain
    first = TOKEN.match(draft.words.text, start, end)
    if first is None or not first[0][0].isupper():
        return False
    follow = steps.FOLLOW_UP.match(plain, start, end)
    does = steps.me_does(plain, start, end, draft.words.language)
    return bool(
        steps.ME_PREFIX.match(plain, start, end)
        or to_somebody(draft, start, end)
        or (follow and not follow["german"])
        or (does and does.end() - start < 40 and does.end() < end)
    )


def _passed_first(draft: Draft, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether the statement is of something that passed before all else: no 'call Ana on Thursday'."""
    plain = draft.words.plain
    days = draft.days_in(start, end)
    bare = re.fullmatch(r"(?:call|text|message|e-?mail|mail|phone|meet|llame)", found[0])
    if bare and not re.match(
        r"\s*(?::|(?:with|w/|from|mit|von|con|de|avec|com|yesterday|today|earlier|last)\b|w/)", plain[found.end() : end]
    ):
        gone = [
            day
            for day in days
            if day.past
            and (day.coming is None or day.coming <= draft.today)
            and not re.match(r"(?:before|by|until|till|due)(?!\w)", plain[day.start : day.end])
        ]
        if not gone and found.start() == start:
            return False
    if they_did(draft, start, found) or named_first(draft, start, found):
        return True
    return begins_with(draft, start, found) or (
        draft.passed is None
        and bool(
            (draft.words.language == "de" and ENDS_SO.search(plain, start, end))
            or re.search(
                r"getroffen|telefoniert|kennengelernt|kennen\s+gelernt|gesprochen|gesehen|gegessen|geschrieben|gemailt|geschenkt|unterhalten|angerufen|gewesen",
                plain[start:end],
            )
        )
    )


def _nothing(plain: str) -> bool:
    return not any(char.isalnum() for char in plain)


def _only_days(draft: Draft, start: int, end: int) -> bool:
    """A day by itself belongs to what was said before it, or to what comes."""
    days = draft.days_in(start, end)
    if not days or not _nothing(
        re.sub(
            r"^(?:from|on|in|at|by|due|for|am|um|el|le|o|dia|uhr)\s|\b\d{1,2}(?:[:h.]\d\d)?\s*(?:am|pm|uhr|h)?\b",
            " ",
            draft.without_days(start, end) + " ",
        )
    ):
        return False
    day = days[0]
    if "🎂" in draft.words.plain[max(0, start - 3) : start]:
        return False
    if (
        draft.promises
        and draft.promises[-1][2] is None
        and (day.vague or day.coming is None or day.coming > draft.today)
    ):
        earlier, at, _ = draft.promises.pop()
        add_promise(draft, earlier.by, earlier.text, at, day, earlier.contact)
    elif (
        draft.passed
        and draft.passed.day is None
        and not draft.facts
        and draft.words.plain[day.start : day.core].strip() != "due"
    ):
        if (day.past is None or day.past > draft.today) and put_off(draft, day, (start, end)):
            return True
        _passed_on(draft, day)
    elif not draft.passed and not draft.people and not draft.facts:
        draft.ahead = [day]
    elif "due" in draft.words.plain[start:end]:
        return False
    else:
        draft.doubt_day(day, "")
    return True


def _only_details(draft: Draft, start: int, end: int) -> bool:
    """An address or number with its label; whose it is, is seen when all is read."""
    plain = list(draft.words.plain[start:end])
    there = False
    for a, b in draft.words.blocked:
        if start <= a < end and all(day.start != a for day in draft.days):
            there = True
            plain[a - start : b - start] = " " * (min(b, end) - a)
    return there and _nothing(LABELS.sub(" ", "".join(plain)))


def _passed_on(draft: Draft, day: Day) -> None:
    if draft.passed is None or draft.passed.day:
        return
    draft.passed.day = day
    draft.used.add(day.start)
    if is_unclear(draft, day) and day.past and day.coming:
        draft.passed.asked = True
        draft.doubt(day.core, day.end, "interaction.on", (day.past.isoformat(), day.coming.isoformat()))
        return
    if day.past is None or day.past > draft.today:
        draft.passed.asked = True
        draft.doubt_day(day, "interaction.on", past=True)


def _named_by_the_way(draft: Draft) -> None:
    """'Sold my bike to Henrik': somebody is named, and it is asked whether it is about them."""
    words = draft.words
    for lead in re.compile(
        r"(?<!\w)(?:to|with|w/|from|for|by|past|at|mit|an|von|bei|con|avec|com|para|pour)\s+"
    ).finditer(words.plain):
        person = name_at(words, lead.end(), len(words.text))
        if person and not PLACE.fullmatch(words.plain[person.start : person.end]):
            _asked_alone(draft, person)
            return
    verb = re.compile(r"[^\W\d_]+(?:ed|ing)\s+").match(words.plain)
    if verb and (person := name_at(words, verb.end(), len(words.text))):
        read_people(draft, person, len(words.text))
        _asked_alone(draft, person)


def _asked_alone(draft: Draft, person: Person) -> None:
    """Whether the line is about them is all that is asked: not the whole statement besides."""
    draft.add_person(person)
    draft.doubts = [
        one
        for one in draft.doubts
        if not (one.field.startswith("facts.") and one.start <= person.start and person.end <= one.end)
    ]
    draft.doubt(person.start, person.end, "contacts.0.name")


def finish(draft: Draft) -> None:
    """Whom a line is about that names people in its promises alone; and what passed where only people and a gathering are named."""
    named_in_promises(draft)
    for one in draft.people:
        if draft.introduced_by and one.name == draft.introduced_by[0] and len(draft.people) > 1 and not one.involved:
            draft.people.remove(one)
            break
    of_a_team(draft)
    named_at_last(draft)
    met_there(draft)
    if not draft.people:
        _named_by_the_way(draft)
    whose_occasion(draft)
    if not draft.people and not draft.doubts:
        found = re.compile(r"[^,;.!?\n]+").search(draft.words.text)
        if found:
            draft.doubt(found.start(), found.end(), "contacts")
    ask_what_is_left(draft)
