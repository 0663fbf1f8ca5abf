"""A life in a data folder of its own, and its end: python -m tests.domain.exchange.forgetting.lived live|forget|again

``live``: somebody with a mark in every column that can hold one, edited, talked to, imported, merged, undone.
``forget``: forgotten and scrubbed. ``again``: the same file is imported once more, and everything exported.
"""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

MARK = "Kanarienvogel"
PERSON = f"Zelda {MARK}"
TODAY = date(2026, 11, 18)
CSV = f"""Name,E-mail,Phone
{PERSON},zelda@{MARK.lower()}.example.org,+43 1 234 5678
Ana Souza,ana@example.org,
,,
no name,{MARK.lower()} is no address,
"""
VCARD = f"""BEGIN:VCARD
VERSION:4.0
FN:{PERSON}
EMAIL:zelda@{MARK.lower()}.example.org
X-ODD:{PERSON}
END:VCARD
"""


def begin() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "wellkept.site.settings"
    from wellkept.site.preparing import begin as start

    start()


def live() -> None:
    from tests.cast import contact, network_of, person
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.importing import import_file

    ada = person("ada@example.org", "Ada Quill")
    network = network_of(ada)
    with inside(network):
        for name, text in (("people.csv", CSV), (f"{PERSON}.vcf", VCARD)):
            file = Path(os.environ["WELLKEPT_HOME"]) / name
            file.write_text(text)
            import_file(network=network, path=file, by=ada)
            file.unlink()
        bruno = contact(network, ada, "Bruno", "Keller")
        _mark(network, ada)
        _talk(network, ada, bruno)


def _zelda():
    from wellkept.domain.contacts.models import Contact

    return Contact.objects.get(display=PERSON)


def _mark(network, ada) -> None:
    """A mark in every column of every table that goes with a contact; each edited once, so that the history has it too."""
    from django.db import models
    from PIL import Image

    from tests.interfaces.web.canary import _value
    from wellkept.domain.contacts.files import store_bytes
    from wellkept.domain.contacts.models import Contact, OfContact, Organization
    from wellkept.domain.contacts.photos import keep_photo
    from wellkept.domain.contacts.pointing import pointings
    from wellkept.domain.history.acting import acting

    zelda = _zelda()
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    photo = keep_photo(network=network, data=picture.getvalue(), name=f"{PERSON}.png", by=ada)
    other = store_bytes(network=network, data=b"other", name=f"{PERSON}-2.png", media_type="image/png", by=ada)
    texts = [
        field.name for field in Contact._meta.concrete_fields if isinstance(field, models.CharField | models.TextField)
    ]
    with acting(ada, network, "edit", summary=f"Edited {PERSON}") as act:
        act.edit(zelda, photo=photo, interests=[MARK], extras=[f"X-MORE:{MARK}"])
        act.edit(
            zelda,
            **{
                name: MARK[: zelda._meta.get_field(name).max_length]
                for name in texts
                if name not in ("display", "source")
            },
        )
        acme = act.add(Organization(name="Acme", key="acme-marked"))
        for pointing in pointings():
            model = pointing.model
            if not model.recorded or pointing.column != "contact" or not issubclass(model, OfContact):
                continue
            made: dict = {Contact: zelda, Organization: acme, type(other): other}
            fields = [field for field in model._meta.concrete_fields if not field.primary_key]
            columns = {field.name: _value(field, network, made) for field in fields}
            row = act.add(model(**{**columns, "contact": zelda}))
            if first := _first_text(model):
                act.edit(row, **{first: f"2{MARK}"[: row._meta.get_field(first).max_length]})


def _first_text(model) -> str:
    """The first column of free text; '' where there is none."""
    from django.db.models import CharField

    columns = (one for one in model._meta.concrete_fields if isinstance(one, CharField) and not one.choices)
    return next((one.name for one in columns), "")


def _talk(network, ada, bruno) -> None:
    from tests.cast import contact
    from wellkept.domain.cadence.deciding import decide
    from wellkept.domain.cadence.stepping import reschedule, skip, snooze
    from wellkept.domain.contacts.merging import merge_contacts
    from wellkept.domain.history.undoing import undo
    from wellkept.domain.timeline.editing import remove_interaction
    from wellkept.domain.timeline.noting import add_note, edit_note
    from wellkept.domain.timeline.promising import make_promise
    from wellkept.domain.timeline.recording import record_interaction

    zelda = _zelda()
    how = {"network": network, "on": TODAY, "by": ada, "today": TODAY}
    record_interaction(contacts=[zelda], kind="lunch", body=f"Alone with {MARK}", place=MARK, **how)
    record_interaction(contacts=[zelda, bruno], kind="lunch", body=f"{PERSON} and I and Bruno", place="Vienna", **how)
    gone = record_interaction(contacts=[zelda], kind="call", body=f"Removed {MARK}", **how)
    both = record_interaction(contacts=[bruno, zelda], kind="call", body=f"Removed: {PERSON}", **how)
    for one in (gone, both):
        remove_interaction(interaction=one, by=ada)
    for whom in (zelda, bruno):
        note = add_note(contact=whom, body=f"First {PERSON}", on=TODAY, by=ada, today=TODAY)
        edit_note(note=note, body=f"Ask {PERSON} about boats", by=ada, today=TODAY)
        make_promise(contact=whom, by_whom="me", text=f"Call {PERSON}", due_on=TODAY, by=ada)
    decide(contacts=[zelda], kind="own", days=30, by=ada, today=TODAY)
    snooze(contact=zelda, until=TODAY.replace(day=25), by=ada, today=TODAY)
    skip(contact=zelda, by=ada, today=TODAY)
    reschedule(contact=zelda, on=TODAY.replace(day=28), what=MARK, by=ada, today=TODAY)
    twin = contact(network, ada, "Z.", f"{MARK}-Twin", about=MARK)
    merge_contacts(kept=zelda, gone=twin, by=ada)
    from wellkept.domain.history.models import Act

    undo(act=Act.objects.filter(verb="skip").latest("pk"), by=ada)


def forget() -> None:
    from tests.cast import network_of
    from wellkept.domain.accounts.models import Actor, User
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.forgetting.erasing import forget as erase
    from wellkept.domain.exchange.forgetting.scrubbing import is_wanted, scrub

    ada = Actor(User.objects.get(), "web")
    with inside(network_of(ada)):
        erased = erase(contact=_zelda(), by=ada)
        assert erased.rows and erased.changes and erased.texts and erased.imports
    assert is_wanted() and scrub() and not is_wanted()


def again() -> None:
    from django.utils import timezone

    from tests.cast import network_of
    from wellkept.domain.accounts.models import Actor, User
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.exporting.archive import export_network
    from wellkept.domain.exchange.forgetting.scrubbing import scrub
    from wellkept.domain.exchange.importing import import_file

    ada = Actor(User.objects.get(), "web")
    network = network_of(ada)
    with inside(network):
        for name, text in (("people.csv", CSV.rsplit("no name", 1)[0]), (f"{PERSON}.vcf", VCARD)):
            file = Path(os.environ["WELLKEPT_HOME"]).parent / name
            file.write_text(text)
            reports = import_file(network=network, path=file, by=ada)
            print(name.split(".")[-1], sum(one.added for one in reports), sum(one.refused for one in reports))
        export_network(network=network, to=Path(os.environ["WELLKEPT_HOME"]) / "export.zip", at=timezone.now())
    assert scrub()


if __name__ == "__main__":
    begin()
    {"live": live, "forget": forget, "again": again}[sys.argv[1]]()
