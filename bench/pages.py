"""Every page through the whole stack (middleware, view, template) as the server runs it, without the socket."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from bench import floors
from bench.network import TODAY
from bench.sizes import Size
from bench.timing import Result, Statement, floor_of, timed

PAGE = 0.100  # seconds, p95
WEEK = 0.200
SEARCH = 0.030
YEAR_AGO = (TODAY - timedelta(days=365)).isoformat()
Call = tuple[str, Sequence[Statement]]


class _NoPage(Exception):
    pass


def measured(
    client: Any, bare: sqlite3.Connection, what: str, calls: Sequence[Call], bar: float, **headers: str
) -> Result:
    """Each of the calls once, after the first few have warmed up what is kept between requests."""
    try:
        for address, _statements in calls[:3]:
            _get(client, address, headers)
    except _NoPage as fault:
        return Result(what, [], bar, note=str(fault))
    times = [timed(lambda a=address: _get(client, a, headers)) for address, _statements in calls]
    queries = _queries(client, calls[0][0], headers)
    return Result(what, times, bar, floor_of(bare, [statements for _address, statements in calls]), queries)


def _get(client: Any, address: str, headers: dict[str, str]) -> None:
    answer = client.get(address, headers=headers)
    if answer.status_code != 200:
        raise _NoPage(f"{address} answered {answer.status_code}")
    answer.content  # noqa: B018 - a streamed answer would be made here


def _queries(client: Any, address: str, headers: dict[str, str]) -> int:
    from django.db import connection

    count = 0

    def counting(execute: Any, *args: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*args)

    with connection.execute_wrapper(counting):
        _get(client, address, headers)
    return count


def all_pages(client: Any, bare: sqlite3.Connection, size: Size) -> list[Result]:
    def page(what: str, calls: Sequence[Call], bar: float = PAGE) -> Result:
        return measured(client, bare, what, calls, bar)

    rounds = size.rounds
    results = [page("the week", [("/", floors.week(date.today().isoformat(), TODAY.isoformat()))] * rounds, WEEK)]
    results += [page(f"contacts, {what}", [(f"/contacts/?{query}", floors.contacts(order, where))] * rounds)
                for what, query, order, where in LISTS]  # fmt: skip
    deep = size.contacts // 100
    results.append(
        page(
            "contacts, in the middle",
            [(f"/contacts/?page={deep}", floors.contacts("c.sort_key", "", deep * 50))] * rounds,
        )
    )
    dice = random.Random(3)
    keys = [dice.randrange(2, size.contacts + 2) for _ in range(rounds)]
    results.append(page("a contact", [(f"/contacts/{key}", floors.contact(key)) for key in keys]))
    longest = [key for (key,) in bare.execute(
        "SELECT contact_id FROM timeline_participation GROUP BY contact_id ORDER BY count(*) DESC LIMIT 10")]  # fmt: skip
    calls = [(f"/contacts/{key}", floors.contact(key)) for key in longest] * max(1, rounds // 10)
    results.append(page("a contact with thousands of interactions", calls))
    results.append(page("organizations", [("/organizations/", floors.organizations())] * rounds))
    firms = [1 + dice.randrange(40) for _ in range(rounds)]
    results.append(page("a large organization", [(f"/organizations/{key}", floors.organization(key)) for key in firms]))
    for what, address, statements in _others():
        results.append(page(what, [(address, statements)] * rounds))
    return results


LISTS = [
    ("by name", "", "c.sort_key, c.id", ""),
    ("by last touch", "sort=-touch", "s.last_touch_on DESC NULLS LAST, c.sort_key", ""),
    ("by next step", "sort=next", "s.due_on ASC NULLS LAST, c.sort_key", ""),
    ("by organization", "sort=organization", "(SELECT o.key FROM contacts_position p JOIN contacts_organization o "
     "ON o.id = p.organization_id WHERE p.contact_id = c.id AND p.current LIMIT 1), c.sort_key", ""),
    ("of a circle", "circle=1", "c.sort_key", "AND c.id IN (SELECT contact_id FROM contacts_circlemembership WHERE circle_id = 1)"),
    ("of a tag", "tag=1", "c.sort_key", "AND c.id IN (SELECT contact_id FROM contacts_tagging WHERE tag_id = 1)"),
    ("not decided", "decided=undecided", "c.sort_key", "AND s.decided = 'undecided'"),
    ("long silent", "quiet=365", "c.sort_key", f"AND (s.last_touch_on < '{YEAR_AGO}' OR s.last_touch_on IS NULL)"),
    ("filtered by a word", "words=kel", "c.sort_key", "AND c.sort_key LIKE '%kel%'"),
    ("without an e-mail", "has=no-email", "c.sort_key",
     "AND NOT EXISTS (SELECT 1 FROM contacts_email e WHERE e.contact_id = c.id)"),
]  # fmt: skip


def _others() -> list[tuple[str, str, list[Statement]]]:
    return [
        ("triage", "/triage", floors.triage()),
        ("triage in groups", "/triage/groups", floors.triage()),
        ("history", "/history", floors.history()),
        ("imports", "/imports/", floors.imports()),
        ("report of an import", "/imports/1", floors.import_run()),
        ("search page", "/search?q=kel", floors.search(["kel"], said=True)),
        ("log an interaction", "/log", [floors.FRAME]),
        ("add a contact", "/contacts/add", [floors.FRAME]),
        ("export", "/export", [floors.COUNT, floors.FRAME]),
        ("settings", "/settings", [floors.FRAME]),
    ]


def keystrokes(client: Any, bare: sqlite3.Connection, size: Size) -> list[Result]:
    """What is typed into the search and the palette, letter by letter."""
    from wellkept.domain.search.words import query_words

    typed = list(_typed(bare, size.keystrokes))
    search = [(f"/search?q={_quoted(text)}", floors.search(query_words(text), said=True)) for text in typed]
    palette = [(f"/palette?q={_quoted(text)}", floors.search(query_words(text), said=False)) for text in typed]
    htmx = {"HX-Request": "true"}
    return [
        measured(client, bare, f"search, a keystroke ({len(typed)} of them)", search, SEARCH, **htmx),
        measured(client, bare, "palette, a keystroke", palette, SEARCH, **htmx),
    ]


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text)


def _typed(bare: sqlite3.Connection, count: int) -> list[str]:
    """Prefixes of names, of organizations, of words said, and of names with two letters swapped."""
    dice = random.Random(5)
    people = [
        name for (name,) in bare.execute("SELECT display FROM contacts_contact WHERE NOT is_me ORDER BY uid LIMIT 200")
    ]
    places = [name for (name,) in bare.execute("SELECT name FROM contacts_organization ORDER BY key DESC LIMIT 50")]
    said = ["migration archive", "grant proposal", "coffee in spring", "the choir"]
    typed: list[str] = []
    while len(typed) < count:
        whole = dice.choice([people, people, people, places, said])
        text = dice.choice(whole).lower()
        if whole is people and dice.random() < 0.15 and len(text) > 6:
            text = f"{text[:3]}{text[4]}{text[3]}{text[5:]}"
        typed += [text[:length].strip() for length in range(1, min(len(text), 14) + 1)]
    return typed[:count]
