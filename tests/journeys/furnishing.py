"""Brings a house into states that few clicks lead to: ``House.furnish`` runs this beside the server.

In the sample network: duplicates of people and organizations, one pair merged, somebody deleted, somebody forgotten,
an archive that waits to be restored; a memory interview under way. In the own network: a file that was no archive,
and an own page that is on.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import django
from django.utils import timezone

django.setup()

from tests.journeys.captured import capture_some
from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.likening import search_all
from wellkept.domain.contacts.likening_organizations import search_organizations
from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.forgetting.erasing import forget
from wellkept.domain.exchange.restoring.staging import look_through, stage
from wellkept.domain.recall.keeping import keep_source
from wellkept.domain.recall.laying import add_source, lay_walk
from wellkept.domain.recall.remembering import Said, remember, reopen, say
from wellkept.formats.person import Labelled, Name, Person, Position

TWICE = [
    ("Tilda", "Brook", "Matilda", "Brook", "tilda@brook.example"),
    ("Rosa", "Field", "Rosa M.", "Field", "rosa@field.example"),
    ("Otto", "Lind", "Otto", "Lindt", ""),
]


def add(network: Network, by: Actor, given: str, family: str, email: str, house: str) -> Contact:
    name = Name(display=f"{given} {family}", given=given, family=family)
    emails = [Labelled(email, "home")] if email else []
    person = Person(name=name, emails=emails, positions=[Position(house, "Boat builder")])
    return add_contact(network=network, person=person, by=by)


def furnish_sample(network: Network, by: Actor) -> None:
    for given, family, other, changed, email in TWICE:
        one = add(network, by, given, family, email, "Brook Boats")
        again = add(network, by, other, changed, email, "Brookboats")
        if given == "Rosa":
            merge_contacts(kept=one, gone=again, by=by, reason="same e-mail")
    search_all(network=network)
    search_organizations(network=network)
    remove_contacts(contacts=[add(network, by, "Gone", "Away", "", "Brook Boats")], by=by)
    forget(contact=add(network, by, "Nobody", "Atall", "nobody@atall.example", "Brook Boats"), by=by)
    remember_some(network, by)
    capture_some(network, by)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "wellkept.zip"
        export_network(network=network, to=archive, at=timezone.now())
        bring(network, archive)


def remember_some(network: Network, by: Actor) -> None:
    today = network.today()
    lay_walk(network=network, by=by)
    crew = add_source(network=network, kind="job", name="The night shift", by=by)
    fern, hanna = remember(source=crew, text="Fern Moss, Blue Kettle\nHanna Weir", by=by, today=today)
    said = {fern.pk: Said("long", "surely"), hanna.pk: Said("years", "hardly")}
    say(source=crew, said=said, by=by, today=today, seconds=150)
    keep_source(source=crew, by=by, today=today)
    reopen(source=crew, by=by)
    remember(source=crew, text="Rosa Field\nTilda Brook\nSomebody of a very long name", by=by, today=today)


def bring(network: Network, path: Path) -> None:
    stage(network=network, path=path, name=path.name)
    look_through(network=network)


if __name__ == "__main__":
    for network in Network.objects.select_related("owner"):
        by = Actor(network.owner, "web")
        with inside(network):
            if network.kind == Network.Kind.SAMPLE:
                furnish_sample(network, by)
            else:
                OwnPage.objects.create(
                    network=network, address="ada-quill", on=True, fields=["name"], leave_details=True
                )
                with tempfile.NamedTemporaryFile(suffix=".zip") as broken:
                    broken.write(b"PK no archive")
                    broken.flush()
                    bring(network, Path(broken.name))
