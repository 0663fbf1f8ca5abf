"""The network that is measured: made once, kept in a temporary folder under a key of all that shapes it."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.sizes import Size

PASSWORD = "a long enough pass phrase"
EMAIL = "ada@example.org"
TODAY = date.today() - timedelta(days=date.today().weekday())  # this Monday: made anew each week
HERE = Path(__file__).parent
BATCH = 250  # rows of an act, as an import has them


def template(size: Size) -> Path:
    """The data folder with the generated network, made when it is not there."""
    from wellkept.site.preparing import schema_number

    sources = b"".join((HERE / name).read_bytes() for name in ("network.py", "inventing.py", "sizes.py"))
    domain = HERE.parent / "wellkept" / "domain"
    for name in ("cadence/standing.py", "cadence/restanding.py", "search/indexing.py", "search/words.py"):
        sources += (domain / name).read_bytes()
    key = hashlib.sha256(sources + str((schema_number(), size, TODAY)).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"wellkept-bench-{size.name}-{key}"


def make(size: Size) -> None:
    """Fill the (empty) data folder that Django was started with."""
    from django.db import connection, transaction

    from wellkept.domain.accounts.joining import add_user
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.cadence.restanding import restand
    from wellkept.domain.contacts.founding import found_network
    from wellkept.domain.search.indexing import rebuild
    from wellkept.site.estimates import tell_planner

    user = add_user(email=EMAIL, name="Ada Quill", password=PASSWORD)
    network = found_network(user=user, time_zone="Europe/Vienna", phone_region="AT")
    with inside(network), transaction.atomic():
        with _told("people"):
            people = People(network, size)
            people.pour()
        with _told("what passed"):
            pour_talks(network, size, people)
        with _told("standings"):
            restand(network=network)
        with _told("index"):
            rebuild(network=network)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    tell_planner(connection)


class _told:  # noqa: N801
    """Says on standard error how long a step took."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> None:
        self.began = time.perf_counter()
        print(f"  making {self.what} …", end="", flush=True, file=sys.stderr)

    def __exit__(self, *_: object) -> None:
        print(f" {time.perf_counter() - self.began:.1f} s", file=sys.stderr)


def copy_of(source: Path) -> Path:
    """A folder to work in, with the same content."""
    target = Path(tempfile.mkdtemp(prefix="wellkept-bench-run-"))
    shutil.copytree(source, target, dirs_exist_ok=True)
    return target


def moment(day: date, hour: int = 12) -> str:
    """As SQLite stores it for Django: UTC without saying so."""
    return datetime(day.year, day.month, day.day, hour).isoformat(" ")


class People:
    """The contacts and all that hangs on them. The keys are their numbers, from 2: the first is the own card's."""

    def __init__(self, network: Any, size: Size) -> None:
        from bench import inventing

        self.network, self.size = network, size
        self.dice = random.Random(7)
        self.names = inventing.names(self.dice, size.organizations)
        self.keys = range(2, size.contacts + 2)
        self.connected = {key: inventing.day(self.dice, TODAY, 12) for key in self.keys}

    def pour(self) -> None:
        from wellkept.domain.contacts import models as m

        network_id = self.network.pk
        rows = list(self._contacts())
        _pour(m.Contact, ("id", "uid", "display", "given", "family", "sort_key", "location", "interests", "connected_on",
                          "created_at"), rows, network_id=network_id, source="linkedin")  # fmt: skip
        from wellkept.domain.contacts.organizations import organization_key

        firms = {organization_key(name): name for name in self.names.organizations}
        self.firms = len(firms)
        _pour(m.Organization, ("id", "name", "key"), ((n, name, key) for n, (key, name) in enumerate(firms.items(), 1)),
              network_id=network_id)  # fmt: skip
        _pour(m.Position, ("contact_id", "organization_id", "title", "current", "position", "started_year"),
              self._positions(), network_id=network_id)  # fmt: skip
        self._pour_reach(network_id, rows)
        self._pour_filing(network_id)
        self._pour_history(network_id)

    def _contacts(self) -> Iterator[tuple[Any, ...]]:
        from bench import inventing
        from wellkept.formats.names import fold

        for key in self.keys:
            given = inventing.uneven(self.dice, self.names.given)
            family = inventing.uneven(self.dice, self.names.family)
            on = self.connected[key]
            interests = [inventing.interest(self.dice)] if key % 5 == 0 else []
            uid = uuid.UUID(int=self.dice.getrandbits(128), version=4).hex
            yield (
                key, uid, f"{given} {family}", given, family, fold(f"{family} {given}"), inventing.place(self.dice),
                json.dumps(interests), on.isoformat(), moment(on),
            )  # fmt: skip

    def _positions(self) -> Iterator[tuple[Any, ...]]:
        from bench import inventing

        for key in self.keys:
            for number in range(1 + (key % 10 < 6)):
                firm = 1 + int(self.firms * self.dice.random() ** 3)  # the first has a thousand people, most have three
                yield key, firm, inventing.title(self.dice), number == 0, number, 2000 + key % 25

    def _pour_reach(self, network_id: int, rows: list[tuple[Any, ...]]) -> None:
        from wellkept.domain.contacts import models as m

        def emails() -> Iterator[tuple[Any, ...]]:
            for key, _uid, _display, given, family, *_rest in rows:
                if key % 10 < 7:
                    address = f"{given}.{family}.{key}@example.org".lower()
                    yield key, address, address

        _pour(m.Email, ("contact_id", "address", "key"), emails(), network_id=network_id)
        phones = ((key, f"+43 1 555 {key:05d}", f"+431555{key:05d}") for key in self.keys if key % 10 < 4)
        _pour(m.Phone, ("contact_id", "number", "key"), phones, network_id=network_id)
        links = ((key, f"https://www.linkedin.com/in/example-{key}", f"linkedin:example-{key}") for key in self.keys)
        _pour(m.Link, ("contact_id", "url", "key"), links, network_id=network_id, kind="linkedin", label="LinkedIn")
        dates = ((key, 1 + key % 12, 1 + key % 28, 1950 + key % 50) for key in self.keys if key % 10 < 3)
        _pour(m.ContactDate, ("contact_id", "month", "day", "year"), dates, network_id=network_id, kind="birthday")

    def _pour_filing(self, network_id: int) -> None:
        from wellkept.domain.cadence.models import Decision
        from wellkept.domain.contacts import models as m
        from wellkept.domain.timeline.models import Note, Promise

        circles = list(m.Circle.objects.values_list("pk", flat=True))
        tags = [f"{word} {number}" for number in range(3) for word in ("sailor", "speaker", "alum", "press", "local")]
        _pour(m.Tag, ("id", "name", "key"), ((n, tag, tag) for n, tag in enumerate(tags, 1)), network_id=network_id)
        _pour(m.CircleMembership, ("contact_id", "circle_id"),
              ((key, circles[key % len(circles)]) for key in self.keys if key % 3 == 0), network_id=network_id)  # fmt: skip
        _pour(m.Tagging, ("contact_id", "tag_id"),
              ((key, 1 + key % len(tags)) for key in self.keys if key % 4 == 0), network_id=network_id)  # fmt: skip
        decided = [key for key in self.keys if key % 50 == 3]
        _pour(Decision, ("contact_id", "kind", "days", "decided_at"),
              ((key, "own", (30, 90, 180, 365)[key // 50 % 4], moment(TODAY - timedelta(days=400))) for key in decided),
              network_id=network_id)  # fmt: skip
        never = [key for key in self.keys if key % 50 == 9]
        _pour(Decision, ("contact_id", "kind"), ((key, "never") for key in never), network_id=network_id)
        from bench import inventing

        notes = ((key, inventing.talk(self.dice), inventing.day(self.dice, TODAY, 6).isoformat())
                 for key in self.keys if key % 10 < 2)  # fmt: skip
        _pour(Note, ("contact_id", "body", "on"), notes, network_id=network_id)
        promises = ((key, "Send the paper on tides", (TODAY + timedelta(days=key % 90)).isoformat())
                    for key in self.keys if key % 100 == 3)  # fmt: skip
        _pour(Promise, ("contact_id", "text", "due_on"), promises, network_id=network_id, by="me")

    def _pour_history(self, network_id: int) -> None:
        """One import of all of them, as the exchange leaves it: a run, its rows, its acts and what each changed."""
        from wellkept.domain.contacts.models import File
        from wellkept.domain.exchange.models import ImportRow, ImportRun, SourceRecord

        _pour(File, ("id",), [(1,)], network_id=network_id, name="Connections.csv", media_type="text/csv", size=1,
              sha256="0" * 64)  # fmt: skip
        count = len(self.keys)
        _pour(ImportRun, ("id", "file_id"), [(1, 1)], network_id=network_id, upload="1" * 32, kind="linkedin.connections",
              state="done", rows=count, rows_done=count, added=count, name="Connections.csv",
              finished_at=moment(TODAY))  # fmt: skip
        _pour(ImportRow, ("number", "contact_id", "label"), ((n, key, f"Person {key}") for n, key in enumerate(self.keys, 1)),
              network_id=network_id, run_id=1, outcome="added")  # fmt: skip
        _pour(SourceRecord, ("contact_id", "key"), ((key, f"example-{key}") for key in self.keys), network_id=network_id,
              source="linkedin", values='{"positions": []}')  # fmt: skip
        tables = ("contacts.contact", "contacts.position", "contacts.email", "contacts.link")
        pour_acts(self.network, [[(table, key, key) for table in tables] for key in self.keys], batch="import:1")


def pour_acts(network: Any, units: list[list[tuple[str, int, int]]], *, batch: str) -> None:
    """The history of rows that came in with an import: an act a batch of units, a change a row (table, key, contact)."""
    from django.db.models import Max

    from wellkept.domain.history.models import Act, Change

    first = (Act.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    acts = [units[start : start + BATCH] for start in range(0, len(units), BATCH)]
    _pour(Act, ("id", "summary", "at"), ((first + n, f"Imported rows {n * BATCH + 1} to {(n + 1) * BATCH}",
          moment(TODAY - timedelta(days=5))) for n in range(len(acts))), network_id=network.pk, actor_id=network.owner_id,
          via="import", verb="import", batch=batch)  # fmt: skip

    def changes() -> Iterator[tuple[Any, ...]]:
        for number, act in enumerate(acts):
            for position, (table, row, contact) in enumerate(change for unit in act for change in unit):
                yield first + number, position, table, row, contact

    _pour(Change, ("act_id", "position", "table", "row", "contact_id"), changes(), network_id=network.pk, op="add")


def pour_talks(network: Any, size: Size, people: People) -> None:
    """Interactions, most of them with a few: the first contacts have timelines of thousands of entries."""
    from bench import inventing
    from wellkept.domain.timeline.models import Interaction, Participation

    dice = random.Random(11)
    kinds = ["message"] * 6 + ["email"] * 4 + ["met", "call", "lunch", "coffee", "video", "event"]
    talks = []
    parts = []
    for key in range(1, size.interactions + 1):
        on = inventing.day(dice, TODAY, 10).isoformat()
        kind = kinds[key % len(kinds)]
        direction = ("mine", "theirs", "both")[key % 3]
        touch = not (direction == "theirs" and kind in ("message", "email"))
        talks.append(
            (
                key,
                kind,
                on,
                direction,
                inventing.talk(dice),
                touch,
                int(direction != "theirs"),
                int(direction != "mine"),
            )
        )
        company = {2 + int(size.contacts * dice.random() ** 6) for _ in range(1 + (key % 12 == 0))}
        parts += [(len(parts) + n, key, contact, on) for n, contact in enumerate(sorted(company), 1)]
    _pour(Interaction, ("id", "kind", "on", "direction", "body", "touch", "sent_count", "received_count"), talks,
          network_id=network.pk, source="linkedin")  # fmt: skip
    _pour(Participation, ("id", "interaction_id", "contact_id", "on"), parts, network_id=network.pk)
    units = [[("timeline.interaction", talk, contact), ("timeline.participation", key, contact)]
             for key, talk, contact, _on in parts]  # fmt: skip
    pour_acts(network, units, batch="import:2")


def _pour(*args: Any, **same: Any) -> None:
    from bench.pouring import pour

    pour(*args, **same)
