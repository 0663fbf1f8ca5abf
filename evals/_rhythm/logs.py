"""Reading a log of who wrote to or called whom: lines of source, destination, seconds; what each ego saw of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

# Accounts of the manufacturing log that are not people (mailing robots), by the name of its file.
NOT_PEOPLE = {"manufacturing": {"4", "10", "21", "23", "24", "26", "46"}}
TAIL = 0.005  # of the times are left out at either end
SPLIT = re.compile(r"[,;\s]+")
BEFORE = 0.8  # of the span
LEAST = 50  # messages before the cut
WEEK = 7 * 86400.0


class Message(NamedTuple):
    source: str
    to: str
    at: float


class Seen(NamedTuple):
    """A message as an ego saw it: with whom, when, whether the ego sent it, and how many others got it."""

    who: str
    at: float
    mine: bool
    others: int


class Log(NamedTuple):
    egos: dict[str, list[Seen]]  # in the order of time
    cut: float
    end: float


def read_log(path: Path, egos: Path | None = None) -> Log:
    messages = _messages(path)
    if not messages:
        return Log({}, 0.0, 0.0)
    times = sorted(message.at for message in messages)
    low, high = times[int(TAIL * (len(times) - 1))], times[int((1 - TAIL) * (len(times) - 1))]
    messages = sorted(
        (each for each in messages if low <= each.at <= high), key=lambda each: (each.at, each.source, each.to)
    )
    wanted = set(SPLIT.split(egos.read_text("utf-8").strip())) if egos else None
    cut = low + BEFORE * (high - low)
    slack = max(WEEK, 0.05 * (high - low))
    seen = {
        ego: rows
        for ego, rows in sorted(_seen(messages).items())
        if (wanted is None or ego in wanted)
        and rows[-1].at >= high - slack
        and sum(row.at < cut for row in rows) >= LEAST
    }
    return Log(seen, cut, high)


def _messages(path: Path) -> list[Message]:
    left_out = next((ids for start, ids in NOT_PEOPLE.items() if path.name.startswith(start)), set())
    found = []
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            parts = SPLIT.split(line.strip())
            if len(parts) < 3 or parts[0] == parts[1] or left_out & {parts[0], parts[1]}:
                continue
            try:
                at = float(parts[2])
            except ValueError:
                continue  # a header
            if at == at and abs(at) != float("inf"):
                found.append(Message(parts[0], parts[1], at))
    return found


def _seen(messages: Iterable[Message]) -> dict[str, list[Seen]]:
    messages = list(messages)
    together = Counter((each.source, each.at) for each in messages)
    seen: dict[str, list[Seen]] = defaultdict(list)
    for each in messages:
        others = together[each.source, each.at] - 1
        seen[each.source].append(Seen(each.to, each.at, True, others))
        seen[each.to].append(Seen(each.source, each.at, False, others))
    return seen
