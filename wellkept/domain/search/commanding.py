"""What a line in the palette asks for: 'snooze Ana 2 weeks', 'never Bruno', 'every 3 months Chen', 'log Ana lunch at …'."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.search.searching import find_contacts
from wellkept.formats.spans import after, parse_span, parse_when

VERBS = {
    "snooze": "snooze", "later": "snooze", "never": "never", "every": "every", "cadence": "every", "skip": "skip",
    "log": "log", "met": "log", "note": "log", "next": "next", "remind": "next", "add": "add", "new": "add",
}  # fmt: skip
SNOOZE_DAYS = 14


@dataclass(frozen=True)
class Command:
    """``verb`` is one of snooze, never, every, skip, next (they act on a contact), log and add (they open a page).

    ``when`` is the day of a snooze or next step, ``days`` a cadence, ``text`` what is left of the line."""

    verb: str
    contacts: list[Contact] = field(default_factory=list)  # whom it may be about, the likeliest first
    when: date | None = None
    days: int | None = None
    text: str = ""

    @property
    def ready(self) -> bool:
        """True when it can be carried out as it stands."""
        needs = {"snooze": self.when, "next": self.when, "every": self.days}
        return bool(self.contacts) and needs.get(self.verb, True) is not None


def understand(*, network: Network, line: str, today: date) -> Command | None:
    """The command a line is, or None when it is a plain search. Whom it is about is looked up, never guessed: all
    contacts that fit are given."""
    verb, rest = _split(line)
    if not verb:
        return None
    if verb == "add":
        return Command("add", text=rest)
    who, when, days = _take_apart(verb, rest, today=today, week_start=network.week_start)
    if verb == "log":
        return _logging(network, rest)
    return Command(verb, contacts=find_contacts(network=network, text=who, most=4), when=when, days=days, text=who)


def _split(line: str) -> tuple[str, str]:
    first, _, rest = line.strip().partition(" ")
    verb = VERBS.get(first.lower(), "")
    return (verb, rest.strip()) if rest.strip() else ("", "")


def _take_apart(verb: str, rest: str, *, today: date, week_start: int) -> tuple[str, date | None, int | None]:
    """The name and the time of a command; the time may stand at either end: 'Ana 2 weeks', '2 weeks Ana'."""
    words = re.sub(r"\b(?:for|until|till|on|in)\b", " ", rest, flags=re.IGNORECASE).split()
    for length in range(min(3, len(words) - 1), 0, -1):
        for who, time in ((words[:-length], words[-length:]), (words[length:], words[:length])):
            if verb == "every":
                span = parse_span(" ".join(time))
                if span:
                    return " ".join(who), None, (after(today, *span) - today).days
            elif when := parse_when(" ".join(time), today=today, week_start=week_start):
                return " ".join(who), when, None
    default = parse_when(f"{SNOOZE_DAYS} days", today=today) if verb == "snooze" else None
    return " ".join(words), default, None


def _logging(network: Network, rest: str) -> Command:
    """The longest beginning of the line that names somebody is whom it is about; what is left was said."""
    words = rest.split()
    for length in range(min(4, len(words)), 0, -1):
        people = find_contacts(network=network, text=" ".join(words[:length]), most=4)
        if people:
            return Command("log", contacts=people, text=" ".join(words[length:]))
    return Command("log", text=rest)
