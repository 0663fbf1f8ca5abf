"""The data folders that the scenes begin with. Everything here runs in a process of its own, with the database open."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

PEOPLE, ROWS = 24, 60
TODAY = date(2026, 11, 18)
PASSWORD = "a long enough pass phrase"


def furnish() -> None:
    """Ada with some people, talks, notes and photos; six of them are there twice."""
    from tests.cast import contact
    from wellkept.domain.accounts.joining import add_user
    from wellkept.domain.accounts.models import Actor
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.contacts.editing import set_photo
    from wellkept.domain.contacts.founding import found_network
    from wellkept.domain.contacts.models import Email
    from wellkept.domain.contacts.photos import keep_photo
    from wellkept.domain.history.acting import acting
    from wellkept.domain.timeline.noting import add_note
    from wellkept.domain.timeline.recording import record_interaction
    from wellkept.site.preparing import prepare

    prepare()
    user = add_user(email="ada@example.org", name="Ada Quill", password=PASSWORD)
    network, ada = found_network(user=user, time_zone="Europe/Vienna", phone_region="AT"), Actor(user, "cli")
    with inside(network):
        for number in range(PEOPLE):
            who = number % (PEOPLE - 6)
            one = contact(network, ada, f"Given{who}", f"Family{who}")
            with acting(ada, network, "edit", summary="Knew an address") as act:
                address = f"given{who}@example.org"
                act.add(Email(network=network, contact=one, address=address, key=address))
            if number % 4 == 0:
                photo = keep_photo(network=network, data=a_picture(number), name=f"{number}.png", by=ada)
                set_photo(contact=one, photo=photo, by=ada)
            add_note(contact=one, body=f"Note {number}", on=TODAY, by=ada, today=TODAY)
            record_interaction(network=network, contacts=[one], kind="call", on=TODAY, at=None, by=ada, today=TODAY)
    settle_down()


def a_picture(number: int) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.effect_mandelbrot((64, 64), (-2 + number / 50, -1.5, 1, 1.5), 60).convert("RGB").save(out, "PNG")
    return out.getvalue()


def cards(folder: Path) -> Path:
    """A vCard file of which some are known and some have a picture."""
    import base64

    file = folder / "people.vcf"
    with file.open("w", encoding="utf-8") as out:
        for number in range(ROWS):
            photo = (
                f"PHOTO;ENCODING=b;TYPE=PNG:{base64.b64encode(a_picture(number)).decode()}\n" if number % 9 == 0 else ""
            )
            out.write(
                f"BEGIN:VCARD\nVERSION:3.0\nUID:card-{number}\nN:Family{number};Given{number};;;\nFN:Given{number} Family{number}\n"
                f"EMAIL:given{number}@example.org\nORG:Wells {number % 7} Ltd\n{photo}END:VCARD\n"
            )
    return file


def ada_and_network():
    from wellkept.domain.accounts.models import Actor, Network

    network = Network.objects.select_related("owner").get(owner__email="ada@example.org")
    return Actor(network.owner, "cli"), network


def settle_down() -> None:
    """Let the background work that is waiting be done, and leave one whole file of a database."""
    serve()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def serve() -> None:
    """What the server does from its start until nothing is waiting any more, but for the doors."""
    from wellkept.site.serving import _tidy
    from wellkept.site.worker import Background

    _tidy()
    Background()._worker.run()


def sweep() -> None:
    """What the server lets go of at its start."""
    from wellkept.site.sweeping import sweep_leftovers

    sweep_leftovers()


def say(*words: str) -> None:
    """One command, as the ``wellkept`` program runs it."""
    import sys

    from wellkept.site.command import main

    sys.argv = ["wellkept", *words]
    main()


def remember(home: Path, **what: object) -> None:
    (home / "scene.json").write_text(json.dumps(what), "utf-8")


def remembered(home: Path) -> dict[str, object]:
    return json.loads((home / "scene.json").read_text("utf-8"))
