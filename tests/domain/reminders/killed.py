"""Delivers digests day after day in a process that is killed again and again: python -m tests.domain.reminders.killed KILLS SEED

Several users, each with something to say every day. The clock is the day written in a file. At the end one process is left
alone until it is through; then every row that was ever in the outbox is printed as JSON, those too that were let go of after 90 days.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

FIRST, USERS, MOST_DAYS = date(2026, 11, 2), 3, 40_000
REMEMBERED = (  # in the transaction that writes the row, so that a kill takes back both or neither
    "CREATE TABLE remembered (id INTEGER PRIMARY KEY, network INTEGER, period TEXT, state TEXT, message_id TEXT)",
    "CREATE TRIGGER made AFTER INSERT ON reminders_delivery BEGIN INSERT INTO remembered"
    " VALUES (new.id, new.network_id, new.period, new.state, new.message_id); END",
    "CREATE TRIGGER changed AFTER UPDATE ON reminders_delivery BEGIN UPDATE remembered"
    " SET state = new.state, message_id = new.message_id WHERE id = new.id; END",
)


def main(kills: int, seed: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "wellkept.site.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, connections

    call_command("migrate", verbosity=0)
    _furnish()
    with connection.cursor() as cursor:
        for statement in REMEMBERED:
            cursor.execute(statement)
    connections.close_all()
    clock, dice = Path(os.environ["WELLKEPT_HOME"]) / "day", random.Random(seed)
    clock.write_text("0")
    killed = cut_off = 0
    while killed < kills:
        child = _begin(clock)
        time.sleep(dice.uniform(0.02, 1.5))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        killed += 1
        cut_off += _half_sent()
        connections.close_all()
    last = int(clock.read_text())
    os.waitpid(_begin(clock, until=last + 1), 0)
    print(json.dumps({"killed": killed, "cut_off": cut_off, "days": int(clock.read_text()), "rows": _rows()}))


def _furnish() -> None:
    """The digest is written once before the first fork, so that the children begin with everything loaded."""
    from tests.cast import contact, network_of, person
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.reminders.digest import digest_of
    from wellkept.domain.reminders.settling import settle
    from wellkept.domain.reminders.writing import written
    from wellkept.domain.timeline.promising import make_promise

    since = datetime(2026, 11, 1, tzinfo=UTC)
    for number in range(USERS):
        by = person(f"user{number}@example.org", f"User {number}")
        network = network_of(by)
        ana = contact(network, by, "Ana", "Souza")
        with inside(network):
            make_promise(contact=ana, by_whom="me", text="Send the paper", due_on=FIRST, by=by)
            settle(network=network, by_mail=True, often="morning", days=range(7), weekday=0, at=450, now=since)
            digest = digest_of(network=network, on=FIRST)
            written(digest, network=network, sender="well@example.org", message_id="<0@example.org>", now=since)


def _begin(clock: Path, until: int = MOST_DAYS) -> int:
    child = os.fork()
    if child:
        return child
    from wellkept.domain.reminders.delivering import deliver

    try:
        for day in range(int(clock.read_text()), until):
            beside = clock.with_name("day.next")
            beside.write_text(str(day))
            beside.replace(clock)
            deliver(now=datetime(2026, 11, 2, 7, 0, tzinfo=UTC) + timedelta(days=day))
    finally:
        os._exit(0)


def _half_sent() -> int:
    from wellkept.domain.reminders.models import Delivery

    return Delivery._base_manager.filter(state="sending").count()


def _rows() -> list[list[str]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT network, period, state, message_id FROM remembered ORDER BY network, period")
        return [[str(value) for value in row] for row in cursor.fetchall()]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
