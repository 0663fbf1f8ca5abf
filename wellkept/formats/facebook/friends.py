"""your_friends.json: names, and since when. There is nothing else to know them by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from wellkept.formats.facebook.mended import mended
from wellkept.formats.jsons import BadJson, load
from wellkept.formats.names import fold, parse_name, tidy
from wellkept.formats.person import PartialDate, Person, Problem

# Facebook's oldest moment is in 2004; what lies before is no date of a friendship.
_OLDEST, _NEWEST = 1_070_000_000, 4_102_444_800


def read_friends(data: bytes) -> Iterator[Person]:
    """One Person for each friend. ``source_key`` is the folded name and the moment of the friendship.

    A file that is none gives one empty Person whose problems say so.
    """
    try:
        tree = load(data)
    except BadJson as bad:
        yield Person(problems=[Problem(0, "", bad.message)])
        return
    friends = _listed(tree)
    if friends is None:
        yield Person(problems=[Problem(0, "", "this is not Facebook's list of friends: it has no “friends_v2”")])
        return
    for row, friend in enumerate(friends, 1):
        yield _friend(row, friend)


def _listed(tree: object) -> list[object] | None:
    if isinstance(tree, dict):
        for key in ("friends_v2", "friends"):
            if isinstance(tree.get(key), list):
                return list(tree[key])
    return None


def _friend(row: int, friend: object) -> Person:
    person = Person(row=row)
    name = tidy(mended(friend.get("name"))) if isinstance(friend, dict) else ""
    if not isinstance(friend, dict) or not name:
        person.problems.append(Problem(row, "", "the entry names nobody"))
        return person
    person.name = parse_name(name[:1000])
    stamp = friend.get("timestamp")
    person.connected_on = _day(stamp)
    if stamp and not person.connected_on:
        person.problems.append(Problem(row, "timestamp", f"“{str(stamp)[:40]}” is no moment"))
    person.source_key = f"facebook:{fold(name)[:150]}|{stamp if person.connected_on else ''}"
    for key, value in friend.items():
        if key not in {"name", "timestamp"} and isinstance(value, str) and value:
            person.extras.append(f"{mended(key)}: {mended(value)}")
    return person


def _day(stamp: object) -> PartialDate:
    if isinstance(stamp, bool) or not isinstance(stamp, int) or not _OLDEST <= stamp <= _NEWEST:
        return PartialDate()
    on = datetime.fromtimestamp(stamp, UTC)
    return PartialDate(on.year, on.month, on.day)
