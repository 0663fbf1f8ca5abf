"""One line, read: ``parse``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from wellkept.formats.dates import order_of_region
from wellkept.formats.line import statements
from wellkept.formats.line.clauses import Clause, clauses
from wellkept.formats.line.day_makers import Calendar
from wellkept.formats.line.days import find_days
from wellkept.formats.line.details import Detail, find_details
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.flat import composed, flat
from wellkept.formats.line.people import Words
from wellkept.formats.line.record import Line
from wellkept.formats.line.small import as_typed, enlarged
from wellkept.formats.line.tongue import language_of

# Longer is no line: it is a letter, and is pasted elsewhere.
LONGEST = 2_000


class TooLong(ValueError):
    """The text is longer than ``LONGEST`` characters."""


def parse(line: str, *, today: date, region: str = "", known: Sequence[str] = ()) -> Line:
    """What the line says. ``region`` (ISO 3166, two letters) settles numbers and 04/11; ``known`` are names of contacts that help to
    see where a name in small letters ends. Raises ``TooLong``, and nothing else whatever the text."""
    text = composed(line)
    if len(text) > LONGEST:
        raise TooLong(f"The line has {len(text):,} characters; at most {LONGEST:,} are read as one line.")
    plain = flat(text)
    language = language_of(text, plain, region)
    order = order_of_region(region).replace("ymd", "") if region else {"en": ""}.get(language, "dmy")
    days = find_days(plain, Calendar(today, order, language))
    details = find_details(text, plain, region, [(day.core, day.end) for day in days])
    days = [day for day in days if all(day.end <= one.start or day.core >= one.end for one in details)]
    blocked = tuple([(day.start, day.end) for day in days] + [(one.start, one.end) for one in details])
    shown = enlarged(text, plain, blocked) if language == "en" else text
    words = Words(shown, plain, language, tuple(known), blocked, typed=text)
    draft = Draft(words, today, days)
    held = [*blocked, *((found.start(), found.end()) for found in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", text))]
    for clause in clauses(shown, plain, held, [(day.start, day.end) for day in days]):
        statements.read(draft, clause)
    named = bool(draft.people)
    if named:
        _attach(draft, details)
    statements.finish(draft)
    if not named:  # who is named in a promise alone is known at the end
        _attach(draft, details)
    return as_typed(draft.line(), text, shown)


def _attach(draft: Draft, details: list[Detail]) -> None:
    """An address or number is of the person named before it; the first one where nobody is."""
    for detail in details:
        if detail.kind == "url":
            continue
        before = [one for one in draft.people if one.start < detail.start]
        named = [
            one
            for one in draft.people
            if detail.kind == "email" and detail.value and flat(one.name).split()[0] in flat(detail.value.split("@")[0])
        ]
        person = next(iter(named if len(named) == 1 else before[-1:] or draft.people), None)
        number = draft.people.index(person) if person else 0
        if detail.value is None:
            draft.doubt(detail.start, detail.end, f"contacts.{number}.{detail.kind}s")
        elif person:
            kept = person.emails if detail.kind == "email" else person.phones
            if detail.value not in kept:
                person.at[f"{detail.kind}s.{len(kept)}"] = (detail.start, detail.end)
                kept.append(detail.value)


__all__ = ["LONGEST", "Clause", "TooLong", "parse"]
