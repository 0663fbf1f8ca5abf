"""A newcomer's network for the journeys: eight connections made of late, nothing said yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from wellkept.domain.contacts.adding import add_contacts
from wellkept.domain.contacts.models import Contact
from wellkept.formats.person import Labelled, Name, PartialDate, Person, Position

NAMES = [
    ("Ana", "Souza", "Harbour Analytics", "Analyst"), ("Bruno", "Keller", "Nordlicht Rail", "Buyer"),
    ("Chen", "Wei", "Fjordpress", "Editor"), ("Dana", "Okafor", "Lakeside Council", "Planner"),
    ("Emre", "Aydin", "Copperleaf Energy", "Engineer"), ("Femi", "Adeyemi", "Owl Post", "Driver"),
    ("Greta", "Lind", "Moonmilk Dairy", "Chemist"), ("Hugo", "Marsh", "Wren & Partners", "Lawyer"),
]  # fmt: skip


def make_newcomer(network: Any, by: Any) -> list[Contact]:
    connected = network.today() - timedelta(days=20)
    day = PartialDate(connected.year, connected.month, connected.day)
    people = [
        Person(
            name=Name(display=f"{given} {family}", given=given, family=family),
            emails=[Labelled(f"{given.lower()}@example.org", "work")],
            phones=[Labelled(f"+1 202 555 01{number:02d}", "mobile")],
            links=[Labelled(f"https://www.linkedin.com/in/example-{given.lower()}", "LinkedIn")],
            positions=[Position(organization, title)],
            connected_on=day,
        )
        for number, (given, family, organization, title) in enumerate(NAMES)
    ]
    return add_contacts(network=network, people=[(person, None) for person in people], by=by, source="linkedin")
