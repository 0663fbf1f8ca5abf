"""Ada's own card with something in every place, each with a mark of its own."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.contacts import models as kept
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.photos import keep_photo
from wellkept.domain.history.acting import acting

# What the field says, without blanks, wherever it is shown; the picture says nothing.
MARKS = {
    "name": "AdaQuill",
    "pronouns": "she/her",
    "position:job:acme:head of charts": "HeadofCharts",
    "position:job:blue kettle:clerk": "Clerk",
    "position:education:harbour school:": "HarbourSchool",
    "about": "Readsthetides",
    "interests": "lighthouses",
    "email:ada.work@example.org": "ada.work@example.org",
    "email:ada.home@example.org": "ada.home@example.org",
    "phone:+4312345678": "+4312345678",
    "link:https://quill.example.org": "https://quill.example.org",
    "link:linkedin:example-quill": "example-quill",
    "location": "Vienna",
    "address:||1 quay||||": "1Quay",
}


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def fill_own_card(network: Network, by: Actor) -> kept.Contact:
    card = own_card(network=network)
    photo = keep_photo(network=network, data=picture(), name="ada.png", by=by)
    with acting(by, network, "edit", summary="Filled in") as act:
        act.edit(
            card,
            display="Ada Quill", given="Ada", family="Quill", nickname="Nickname-Secret", pronouns="she/her",
            about="Reads the tides", interests=["lighthouses"], location="Vienna", photo=photo, flag="",
            met_where="SECRET-WHERE", extras=["X-ANY:SECRET-EXTRA"],
        )  # fmt: skip
        houses = [
            act.add(kept.Organization(name=name, key=name.lower()))
            for name in ("Acme", "Blue Kettle", "Harbour School")
        ]
        rows: list[Any] = [
            kept.Position(organization=houses[0], title="Head of Charts", current=True, started_year=1984),
            kept.Position(organization=houses[1], title="Clerk", current=False),
            kept.Position(organization=houses[2], kind="education", current=False),
            kept.Email(address="ada.work@example.org", key="ada.work@example.org", label="work"),
            kept.Email(address="ada.home@example.org", key="ada.home@example.org", label="home"),
            kept.Phone(number="01 2345678", key="+4312345678", label="mobile"),
            kept.Link(url="https://quill.example.org", kind="website"),
            kept.Link(url="https://www.linkedin.com/in/example-quill", kind="linkedin", key="linkedin:example-quill"),
            kept.PostalAddress(street="1 Quay"),
            kept.ContactDate(kind="birthday", year=1984, month=2, day=3),
            kept.CustomField(name="SECRET-CUSTOM", value="SECRET-CUSTOM"),
        ]
        for place, row in enumerate(rows):
            row.contact, row.position = card, place
            act.add(row)
    return card
