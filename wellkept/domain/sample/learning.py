"""What was learned of the invented people, and two lines that wait in their inbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting
from wellkept.domain.timeline.learning import learn_fact

LEARNED = [
    ("fact", "two kids, the older one plays the cello"),
    ("need", "a bookbinder for a small edition"),
    ("offer", "a room above the workshop for a week"),
    ("fact", "loves night trains"),
    ("need", "a second pair of eyes on a contract"),
    ("fact", "writes by hand, answers by return of post"),
    ("offer", "introductions at the harbour office"),
    ("fact", "allergic to nuts"),
    ("need", "a quiet place to write in March"),
    ("offer", "reads drafts, and is honest about them"),
]
WAITING = [
    "coffee with {given} at the harbour yesterday, is looking for a translator, send the address by Friday",
    "met somebody at the buffet who restores clocks, ask for the name next week",
]


def learn_of(*, close: Sequence[Contact], act: Acting, today: date) -> None:
    for place, (kind, words) in enumerate(LEARNED):
        on = today - timedelta(days=3 + place * 23)
        learn_fact(contact=close[(place * 7) % len(close)], words=words, kind=kind, on=on, by=act, today=today)
    for place, line in enumerate(WAITING):
        text = line.format(given=close[4].given)
        receive(network=act.network, key=f"sample-line-{place}", way="line", text=text, on=today, by=act)
