from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.cast import contact
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.stepping import reschedule, skip, snooze
from wellkept.domain.capture.models import Captured
from wellkept.domain.contacts.differing import not_the_same, organizations_not_the_same
from wellkept.domain.contacts.filling import fill_contact
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.merging_organizations import merge_organizations
from wellkept.domain.contacts.models import SavedView
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.contacts.photos import keep_photo
from wellkept.domain.contacts.publishing import choose_address
from wellkept.domain.events.models import Attendance, Event, Series
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.forgetting.tombstones import bury
from wellkept.domain.exchange.importing import import_file
from wellkept.domain.history.acting import acting
from wellkept.domain.plan.models import Answer
from wellkept.domain.plan.travelling import plan_trip
from wellkept.domain.recall.keeping import keep_source
from wellkept.domain.recall.laying import add_source
from wellkept.domain.recall.remembering import remember
from wellkept.domain.reminders.settling import settle
from wellkept.domain.timeline.models import Fact
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import record_interaction
from wellkept.domain.timeline.referring import note_referral
from wellkept.formats import person as formats

AT = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def picture(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def kept(network, ada, ana, bruno, today, tmp_path):
    """A network with something in every table."""
    person = formats.Person(
        emails=[formats.Labelled("ana@example.org", "work")],
        phones=[formats.Labelled("+43 1 234 5678", "mobile")],
        addresses=[formats.Address(label="home", street="1 Quay", city="Vienna", country="Austria")],
        links=[formats.Labelled("https://www.linkedin.com/in/example-ana", "LinkedIn")],
        positions=[
            formats.Position("Acme", "Engineer", started=formats.PartialDate(2020, 5)),
            formats.Position("Old School", kind="education", current=False),
        ],
        dates=[formats.DatedOccasion("birthday", formats.PartialDate(None, 2, 29))],
        groups=["Past co-workers", "sailors"],
        interests=["boats"],
        custom=[formats.Labelled("42", "Shoe size")],
        pronouns="she/her",
        location="Vienna",
        connected_on=formats.PartialDate(2024, 1, 5),
    )
    fill_contact(contact=ana, person=person, by=ada, previous=None)
    photo = keep_photo(network=network, data=picture(), name="ana.png", by=ada)
    with acting(ada, network, "edit", summary="Edited") as act:
        act.edit(ana, photo=photo, about="Knows **tides**.", met_through=bruno)
        act.add(SavedView(name="Sailors", query="tag=sailors"))
        act.add(Answer(contact=ana, proposal="cadence", answer="not_now", week=today, until=today))
    record_interaction(
        network=network, contacts=[ana, bruno], kind="lunch", on=today, body="=1+1 boats", by=ada, today=today
    )
    make_promise(contact=ana, by_whom="me", text="Send the chart", due_on=today, by=ada)
    note_referral(contact=ana, name="Tom Baker", about="boatbuilder", on=today, by=ada)
    at_the_fair_and_in_memory(network, ada, ana, today)
    plan_trip(network=network, place="Lisbon", starts=today, ends=today, by=ada, today=today)
    settle(network=network, by_mail=True, often="weekly", days=[], weekday=0, at=480, now=AT)
    add_note(contact=ana, body="Likes early trains", on=today, by=ada, today=today)
    decide(contacts=[ana, bruno], kind="own", days=30, by=ada, today=today)
    snooze(contact=bruno, until=today.replace(day=25), by=ada, today=today)
    skip(contact=bruno, by=ada, today=today)
    reschedule(contact=ana, on=today.replace(day=28), by=ada, today=today)
    snooze(contact=bruno, until=today.replace(day=25), by=ada, today=today)
    merge_two_of_each(network, ada, ana, bruno)
    file = tmp_path / "people.csv"
    file.write_text("Name,E-mail\nChen Wei,chen@example.org\n,\n")
    import_file(network=network, path=file, by=ada)
    bury(network=network, signs=["email:zelda@example.org"])
    return network


def at_the_fair_and_in_memory(network, ada, ana, today):
    """An event with a need and a capture of it, an own page, a memory interview under way."""
    with acting(ada, network, "gather", summary="At the fair") as act:
        series = act.add(Series(network=network, name="Harbour Fair"))
        fair = act.add(Event(network=network, name="Harbour Fair 2026", starts_on=today, ends_on=today, series=series))
        act.add(Attendance(network=network, event=fair, contact=ana, state="met"))
        act.add(Fact(network=network, contact=ana, kind="need", words="a second boat", on=today))
        act.add(Captured(network=network, key="k1", way="line", text="met Ana at the fair", event=fair, on=today))
    choose_address(network=network, address="ada-of-the-tides", by=ada)
    crew = add_source(network=network, kind="job", name="The old crew", by=ada)
    remember(source=crew, text="Ana Souza", by=ada, today=today)
    keep_source(source=crew, by=ada, today=today)
    remember(source=crew, text="Somebody else", by=ada, today=today)


def merge_two_of_each(network, ada, ana, other):
    """Contacts and organizations that were merged, and others that are not the same."""
    twin = contact(network, ada, "A.", "Souza")
    with acting(ada, network, "photo", summary="Photo") as act:
        act.edit(twin, photo=keep_photo(network=network, data=picture("olive"), name="a.png", by=act))
    merge_contacts(kept=ana, gone=twin, by=ada)
    not_the_same(one=ana, other=other, by=ada)
    names = ["Acme", "Acme Works", "Acme Wells"]
    acme, works, wells = get_or_add_organizations(network=network, names=names, by=ada).values()
    merge_organizations(kept=acme, gone=works, by=ada)
    organizations_not_the_same(one=acme, other=wells, by=ada)


class Archive:
    """An export, opened."""

    def __init__(self, path: Path, manifest: dict[str, Any]) -> None:
        self.path, self.manifest = path, manifest

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(self.path) as zipped:
            return zipped.read(name)

    def names(self) -> set[str]:
        with zipfile.ZipFile(self.path) as zipped:
            return set(zipped.namelist())

    def rows(self, table: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.read(f"records/{table}.jsonl").splitlines()]


@pytest.fixture
def exported(kept, tmp_path):
    path = tmp_path / "export.zip"
    return Archive(path, export_network(network=kept, to=path, at=AT))
