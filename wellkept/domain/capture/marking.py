"""A line in pieces, each with what became of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wellkept.formats.line import Line

# What became of words, by the last part of the field they went to that is here: 'promises.0.due' is a day.
WHATS = {
    "name": "person", "organization": "organization", "title": "title", "emails": "address", "phones": "address",
    "location": "place", "kind": "talk", "on": "day", "event": "event", "facts": "fact", "needs": "need",
    "offers": "offer", "occasions": "occasion", "promises": "promise", "due": "day", "introduced_by": "through",
    "follow_up_on": "step", "contacts": "person", "interaction": "talk",
}  # fmt: skip
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Mark:
    """``what`` is '' for words of which nothing was made."""

    text: str
    what: str = ""


def marks_of(line: Line) -> list[Mark]:
    """The whole text, in order. Where two parts came from the same words the shorter one shows; doubts show above all."""
    painted: list[tuple[str, str]] = [("", "")] * len(line.text)
    for span in sorted(line.spans, key=lambda span: span.start - span.end):
        painted[span.start : span.end] = [(span.field, what_of(span.field))] * (span.end - span.start)
    for doubt in line.doubts:
        painted[doubt.start : doubt.end] = [(f"{doubt.start}", UNSURE)] * (doubt.end - doubt.start)
    return list(_pieces(line.text, painted))


def what_of(field: str) -> str:
    return next((WHATS[part] for part in reversed(field.split(".")) if part in WHATS), "")


def _pieces(text: str, painted: Sequence[tuple[str, str]]) -> Iterator[Mark]:
    for (_field, what), places in groupby(range(len(text)), key=lambda place: painted[place]):
        found = list(places)
        words = text[found[0] : found[-1] + 1]
        bare = words.strip()
        before, _between, after = words.partition(bare) if bare else (words, "", "")
        yield from (mark for mark in (Mark(before), Mark(bare, what), Mark(after)) if mark.text)
