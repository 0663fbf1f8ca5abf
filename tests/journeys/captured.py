"""Captures in all their states, for the pages that show them: waiting with questions, with details, kept, let go."""

from __future__ import annotations

import io

from PIL import Image

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.capture.choosing import Choice, ChosenFact, ChosenPerson, ChosenTalk
from wellkept.domain.capture.keeping import drop, keep
from wellkept.domain.capture.people import as_json
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.files import store_bytes
from wellkept.formats.person import Labelled, Name, Person, Position

CARD, UNREAD = "captured-card", "captured-unread"
DETAILS, KEPT, DROPPED, QUESTIONS = "captured-details", "captured-kept", "captured-dropped", "captured-questions"


def drawn() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "#33627a").save(out, "JPEG")
    return out.getvalue()


def capture_some(network: Network, by: Actor) -> None:
    today = network.today()

    def came(key: str, way: str, **what: object) -> object:
        return receive(network=network, key=key, way=way, on=today, by=by, **what)

    tilda = Person(
        name=Name(display="Tilda Brook"),
        positions=[Position("Brook Boats", title="Boat builder")],
        emails=[Labelled("tilda@brook.example")],
        phones=[Labelled("+43 1 5550142")],
    )
    came(DETAILS, "details", read=as_json([tilda], unsure=["name", "organization"]))
    dora = Choice(
        people=[ChosenPerson(Person(name=Name(display="Dora Lind")))],
        talk=ChosenTalk("coffee", today, at="the harbour"),
        facts=[ChosenFact("plays chess"), ChosenFact("a summer house", "offer"), ChosenFact("a new roof", "need")],
    )
    keep(captured=came(KEPT, "line", text="coffee with Dora Lind, plays chess"), choice=dora, by=by, today=today)
    drop(captured=came(DROPPED, "line", text="somebody at the buffet"), by=by)
    card = store_bytes(network=network, data=drawn(), name="card.jpg", media_type="image/jpeg", by=by)
    came(CARD, "card", picture=card, read=as_json([tilda], unsure=["name", "+43 1 5550142"]))
    came(UNREAD, "card", picture=card, problem="Nothing that a business card says is found on this picture.")
    line = "met Tilda and Otto at the harbour, Tilda needs a mast, send the plans next week, via Tom"
    came(QUESTIONS, "line", text=line)
