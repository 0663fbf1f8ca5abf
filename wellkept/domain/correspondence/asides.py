"""A second thing known of a contact, as a sentence of its own. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from wellkept.domain.correspondence.known import Known
from wellkept.domain.correspondence.phrases import pick, place


class Aside(NamedTuple):
    line: str
    fact: str
    evidence: str


def asides(known: Known, today: date) -> Iterator[Aside]:
    """From the most to the least specific; the wording is always the same for one contact."""
    for need in known.needs[:1]:
        yield _one(
            known,
            "need",
            f"needs: {need}",
            [f"Are you still looking for {need}?", f"Did you find {need}? If not, let me ask around."],
        )
    if known.colleague:
        pass  # nobody asks a colleague how things are at the office
    elif known.title and known.organization:
        yield _one(
            known,
            "position",
            f"{known.title} at {known.organization}",
            [
                f"How is the work as {known.title} at {known.organization}?",
                f"What keeps you busy as {known.title} at {known.organization}?",
            ],
        )
    elif known.organization:
        yield _one(
            known,
            "position",
            f"at {known.organization}",
            [f"How are things at {known.organization}?", f"What keeps you busy at {known.organization}?"],
        )
    for shared in () if known.colleague else known.shared:
        yield _one(known, "shared", f"both know {shared.name}", _of_shared(shared.name, shared.kind, shared.together))
    for interest in known.interests:
        yield _one(
            known,
            "interest",
            f"interest: {interest}",
            [f"Do you still find time for {interest}?", f"Is {interest} still a part of your life?"],
        )
    if known.met_through:
        yield _one(
            known, "met", f"met through {known.met_through}", [f"It was {known.met_through} who brought us together."]
        )
    if known.met_where and place(known.met_where):
        yield _one(
            known, "met", f"met {place(known.met_where)}", [f"I like to remember that we met {place(known.met_where)}."]
        )
    if known.city:
        yield _one(known, "city", known.city, [f"Are you still in {known.city}?", f"How is life in {known.city}?"])
    if known.connected_on and known.said:
        since = f"{known.connected_on.day} {known.connected_on:%B %Y}"
        yield _one(known, "connected", f"connected on {since}", [f"We have been connected since {since}."])


def _of_shared(name: str, kind: str, together: bool) -> list[str]:
    if kind == "education":
        return [f"We have {name} in common, after all.", f"We both went to {name}, after all."]
    if together:
        return [f"We were at {name} together, after all.", f"I like to think back to our time at {name}."]
    return [f"We both know {name} from the inside, after all."]


def _one(known: Known, fact: str, evidence: str, lines: list[str]) -> Aside:
    return Aside(lines[pick(lines, known.key, fact, evidence)], fact, evidence)
