"""The events of the sample network: one that is on, two that come, and two years of others, some of them worth it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from wellkept.domain.contacts.models import Contact
from wellkept.domain.events.adding import add_event
from wellkept.domain.events.listing import list_attendees, list_contacts
from wellkept.domain.events.meeting import close_debrief, meet, not_met, want_to_meet
from wellkept.domain.events.models import Event
from wellkept.domain.history.acting import Acting
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.recording import NewInteraction, record_interactions
from wellkept.domain.timeline.thanking import owe_thanks
from wellkept.formats.attendees import AttendeeLine

STRANGERS = [
    ("Hollis Grebe", "Honest Weights Lab"), ("Mirabel Sorrel", "Cloudberry Bank"), ("Quentin Teasel", "Halcyon Ferries"),
    ("Vesna Curlew", "Perpetua Design"), ("Osric Pipit", ""), ("Tamsin Burdock", "Lodestar Schools"),
]  # fmt: skip
WHY = [
    "she ran the pilot with the three ferries; ask how they chose the harbour",
    "could open the door to the museum",
    "two years since we talked, and he starts something new",
]
WRITTEN = [
    "It was good to talk at last. Here is what I promised.",
    "Thank you for the evening; the photo of the lathe is attached.",
    "You asked for the address of the binder: here it is.",
]
SAID = [
    "Builds scales that are honest to the tenth of a gram; wants to see how we label maps.",
]


def hold_events(
    *, close: Sequence[Contact], known: Sequence[Contact], new: Sequence[Contact], act: Acting, today: date
) -> None:
    """``new``: the two who were met yesterday and three days ago, at the conference that lasts until today."""
    _on_now(close, known, new, act, today)
    _to_come(close, known, act, today)
    _over(known, act, today)


def _event(act: Acting, name: str, starts: date, days: int = 1, **columns: str) -> Event:
    ends = starts + timedelta(days=days - 1)
    return add_event(network=act.network, name=name, starts_on=starts, ends_on=ends, by=act, **columns)


def _on_now(
    close: Sequence[Contact], known: Sequence[Contact], new: Sequence[Contact], act: Acting, today: date
) -> None:
    event = _event(
        act, f"Lantern Conference {today.year}", today - timedelta(days=3), 4, place="Grand Oriel",
        organizer="Paper Lantern Press", series="Lantern Conference", url="https://lantern.example.org",
    )  # fmt: skip
    listed = list_contacts(event=event, contacts=[*new[:2], known[60], known[61], close[30], close[31]], by=act)
    for row, days in zip(listed[:2], (1, 3), strict=True):
        meet(attendance=row, on=today - timedelta(days=days), by=act, today=today)
    meet(attendance=listed[2], on=today - timedelta(days=1), body=SAID[0], by=act, today=today)
    want_to_meet(attendance=listed[3], why=WHY[1], by=act)
    list_attendees(event=event, lines=_strangers(3), by=act)
    make_promise(
        contact=new[0], by_whom="me", text="send the labels of the old maps", due_on=today + timedelta(days=4),
        interaction=listed[0].interaction, by=act,
    )  # fmt: skip


def _to_come(close: Sequence[Contact], known: Sequence[Contact], act: Acting, today: date) -> None:
    fair = _event(
        act, f"Harvest Fair of Makers {today.year + (today.month > 9)}", today + timedelta(days=9), 2, place="Port Sallow",
        organizer="Greenhouse Nine", series="Harvest Fair of Makers",
        notes="Stand 14 has the *good* coffee. Ask for the list of last year’s speakers.",
    )  # fmt: skip
    listed = list_contacts(
        event=fair, contacts=[known[70], known[71], known[72], close[20], close[25], close[35]], by=act
    )
    for row, why in zip(listed[:3], WHY, strict=True):
        want_to_meet(attendance=row, why=why, by=act)
    list_attendees(event=fair, lines=_strangers(6), by=act)
    owe_thanks(
        contacts=[close[35]], what="Say thank you for the seat at their table", on=today - timedelta(days=1), by=act
    )
    _event(act, "Alumni supper", today + timedelta(days=40), place="Lower Wickham", series="Alumni supper")


def _over(known: Sequence[Contact], act: Acting, today: date) -> None:
    for place, days in enumerate((410, 300, 200, 100)):
        on = today - timedelta(days=days)
        evening = _event(
            act, f"Wickham Data Evening, {on:%B %Y}", on, place="Lower Wickham", organizer="Fathom Robotics",
            series="Wickham Data Evenings",
        )  # fmt: skip
        _met(evening, known[place * 3 : place * 3 + 4], act, today)
    fair = _event(
        act, f"Harvest Fair of Makers {(today - timedelta(days=356)).year}", today - timedelta(days=356), 2,
        place="Port Sallow", organizer="Greenhouse Nine", series="Harvest Fair of Makers",
    )  # fmt: skip
    _met(fair, known[14:19], act, today)
    panel = _event(act, "A panel on slow software", today - timedelta(days=150), place="Tarn Bridge")
    _met(panel, known[90:92], act, today)
    (missed,) = list_contacts(event=panel, contacts=[known[95]], by=act)
    not_met(attendance=missed, by=act)


def _met(event: Event, people: Sequence[Contact], act: Acting, today: date) -> None:
    for row in list_contacts(event=event, contacts=people, by=act):
        meet(attendance=row, on=event.starts_on, by=act, today=today)
    record_interactions(network=act.network, rows=list(_followed(event, people)), by=act, today=today)
    close_debrief(event=event, by=act, today=today)


def _followed(event: Event, people: Sequence[Contact]) -> Iterator[NewInteraction]:
    """Some were written to, one was helped, one helped."""
    for place, contact in enumerate(people[: event.starts_on.toordinal() % 3 + 1]):
        on = event.starts_on + timedelta(days=1 + place)
        yield NewInteraction(contacts=[contact], kind="email", on=on, direction="mine", body=WRITTEN[place])
    if len(people) > 3:
        days = timedelta(days=12)
        yield NewInteraction(contacts=[people[0]], kind="introduction", on=event.starts_on + days, direction="mine")
        yield NewInteraction(contacts=[people[1]], kind="help", on=event.starts_on + days, direction="theirs")


def _strangers(most: int) -> list[AttendeeLine]:
    return [AttendeeLine(place, name, organization) for place, (name, organization) in enumerate(STRANGERS[:most], 1)]
