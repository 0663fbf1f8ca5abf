"""A network to look around in: some 300 invented people and two years of what passed with them. The same each time
for the same day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.adding import add_contacts
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.filling import fill_contact
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.sample.gatherings import hold_events
from wellkept.domain.sample.learning import learn_of
from wellkept.domain.sample.people import (
    EVENTS,
    FAMILY,
    GIVEN,
    INTERESTS,
    ORGANIZATIONS,
    PLACES,
    PROMISES_MINE,
    PROMISES_THEIRS,
    SCHOOLS,
    TITLES,
    TOPICS,
)  # fmt: skip
from wellkept.domain.timeline.models import Promise
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.promising import make_promise, settle_promise
from wellkept.domain.timeline.recording import NewInteraction, record_interactions
from wellkept.formats.person import DatedOccasion, Labelled, Name, PartialDate, Person, Position

PEOPLE = 300
CLOSE, KNOWN = 45, 140  # the first so many are close, the next so many are known; the rest are connections only
DAYS = 730


@dataclass(frozen=True)
class _Cast:
    """Who is how close: contacts in the order they were made."""

    contacts: list[Contact]

    @property
    def close(self) -> list[Contact]:
        return self.contacts[:CLOSE]

    @property
    def known(self) -> list[Contact]:
        return self.contacts[CLOSE : CLOSE + KNOWN]


def make_sample(*, network: Network, by: Actor, today: date) -> None:
    """Fill an empty network. Everything goes through the verbs that a user's own records go through."""
    dice = random.Random(19)  # noqa: S311 - a play, not a secret
    with acting(by, network, "sample", summary="Filled the sample network") as act:
        _own_card(network, act)
        people = [_person(number, dice, today) for number in range(PEOPLE)]
        contacts = add_contacts(network=network, people=[(person, None) for person in people], by=act, source="sample")
        cast = _Cast(contacts)
        _how_we_met(cast, act, dice, today)
        _since_when(cast, act, today)
        _circles(cast, network, act, dice)
        record_interactions(network=network, rows=list(_talks(cast, dice, today)), by=act, today=today)
        _promises_and_notes(cast, act, dice, today)
        _decisions(cast, act, dice, today)
        hold_events(close=cast.close, known=cast.known, new=cast.contacts[CLOSE + KNOWN :], act=act, today=today)
        learn_of(close=cast.close, act=act, today=today)


def _own_card(network: Network, act: Acting) -> None:
    mine = [
        Position("Quietfire Software", "Product lead", started=PartialDate(2022, 4)),
        Position("Blue Heron Maps", "Cartographer", started=PartialDate(2016, 9), ended=PartialDate(2022, 3), current=False),
        Position(SCHOOLS[0], kind="education", started=PartialDate(2011), ended=PartialDate(2016), current=False),
    ]  # fmt: skip
    fill_contact(contact=own_card(network=network), person=Person(positions=mine), by=act, previous=None)


def _person(number: int, dice: random.Random, today: date) -> Person:
    given = GIVEN[number % len(GIVEN)]
    family = FAMILY[(number * 7 + number // len(GIVEN)) % len(FAMILY)]
    handle = f"{given}.{family}.{number}".lower().encode("ascii", "ignore").decode().replace(" ", "")
    close = number < CLOSE + KNOWN
    birthday = today + timedelta(days=number * 9 % 365 - 2)
    return Person(
        name=Name(display=f"{given} {family}", given=given, family=family),
        emails=[Labelled(f"{handle}@example.org", "work")] if close or number % 3 else [],
        phones=[Labelled(f"+1 202 555 01{number % 100:02d}", "mobile")] if number % 2 == 0 and close else [],
        links=[Labelled(f"https://www.linkedin.com/in/example-{handle}", "LinkedIn")],
        positions=list(_positions(number, dice)),
        dates=[
            DatedOccasion(
                "birthday", PartialDate(1960 + number % 42 if number % 3 else None, birthday.month, birthday.day)
            )
        ]
        if number < CLOSE or number % 7 == 0
        else [],
        interests=dice.sample(INTERESTS, 1 + number % 2) if close else [],
        location=PLACES[number % len(PLACES)] if number % 4 else "",
        connected_on=_partial(today - timedelta(days=40 + (number * 37) % 2400)),
        groups=["speaker"] if number % 23 == 0 else [],
    )


def _positions(number: int, dice: random.Random) -> Iterator[Position]:
    yield Position(
        ORGANIZATIONS[(number * 11) % len(ORGANIZATIONS)],
        TITLES[(number * 5) % len(TITLES)],
        started=PartialDate(2017 + number % 9, 1 + number % 12),
    )
    if number % 5 == 0:
        yield Position(
            "Blue Heron Maps", dice.choice(TITLES), started=PartialDate(2015), ended=PartialDate(2020), current=False
        )
    if number % 9 == 0:
        yield Position(
            SCHOOLS[number % len(SCHOOLS)],
            kind="education",
            started=PartialDate(2010),
            ended=PartialDate(2015),
            current=False,
        )


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _how_we_met(cast: _Cast, act: Acting, dice: random.Random, today: date) -> None:
    pairs = []
    for place, contact in enumerate([*cast.close, *cast.known]):
        through = cast.close[place % 11] if place % 6 == 1 and place > 11 else None
        met = today - timedelta(days=DAYS + dice.randrange(2500))
        pairs.append(
            (contact, {"met_where": dice.choice([*EVENTS, *PLACES]), "met_on_year": met.year, "met_on_month": met.month,
                       "met_through_id": through.pk if through else None})
        )  # fmt: skip
    for days_ago, contact in zip((1, 3), cast.contacts[CLOSE + KNOWN :], strict=False):
        met = today - timedelta(days=days_ago)
        at = datetime.combine(met, time(18, 30), tzinfo=act.network.zone)
        pairs.append((contact, {"met_at": at, "met_where": EVENTS[2], "met_on_year": met.year, "met_on_month": met.month,
                                "met_on_day": met.day}))  # fmt: skip
    act.edit_each(pairs)


def _since_when(cast: _Cast, act: Acting, today: date) -> None:
    """The contacts were added over two years, two of them in the last days."""
    noon = datetime.combine(today, time(12), tzinfo=act.network.zone)
    fresh = CLOSE + KNOWN
    ages = {place: DAYS - 2 - place * 2 % (DAYS - 20) for place in range(PEOPLE)} | {
        fresh: 1,
        fresh + 1: 2,
        fresh + 2: 5,
    }
    act.edit_each(
        [(contact, {"created_at": noon - timedelta(days=ages[at])}) for at, contact in enumerate(cast.contacts)]
    )


def _circles(cast: _Cast, network: Network, act: Acting, dice: random.Random) -> None:
    circles = list(Circle.objects.filter(network=network))
    shares: dict[int, list[Contact]] = {circle.pk: [] for circle in circles}
    for place, contact in enumerate(cast.contacts[: CLOSE + KNOWN + 30]):
        shares[circles[place % len(circles)].pk].append(contact)
        if place % 8 == 0:
            shares[circles[(place + dice.randrange(1, len(circles))) % len(circles)].pk].append(contact)
    for circle in circles:
        put_in_circle(contacts=shares[circle.pk], circle=circle, by=act)


def _talks(cast: _Cast, dice: random.Random, today: date) -> Iterator[NewInteraction]:
    """Two years, mostly four touches a week, with good weeks and bad ones."""
    for days_ago in range(DAYS, 0, -1):
        on = today - timedelta(days=days_ago)
        good_week = 0.75 if (on.isocalendar().week * 7) % 10 > 2 else 0.35
        if on.weekday() < 6 and dice.random() < good_week:
            circle = cast.close if dice.random() < 0.7 else cast.known
            yield _talk(dice.choice(circle), on, dice)
    for days_ago, contact in zip((1, 3), cast.contacts[CLOSE + KNOWN :], strict=False):
        said = f"Met at {EVENTS[2]}. We talked about {dice.choice(TOPICS)[0]}."
        yield NewInteraction(
            contacts=[contact], kind="event", on=today - timedelta(days=days_ago), body=said, place=EVENTS[2]
        )


def _talk(contact: Contact, on: date, dice: random.Random) -> NewInteraction:
    topic, detail = dice.choice(TOPICS)
    kind = dice.choices(
        ["message", "email", "call", "coffee", "lunch", "video", "met", "letter"], [8, 7, 5, 4, 3, 3, 2, 1]
    )[0]
    body = dice.choice(
        ["We talked about {topic}: {detail}.", "{contact} told me about {topic}; {detail}.", "Long talk on {topic}. {told}.",
         "Asked after {topic}: {detail}. To be continued."]
    ).format(topic=topic, detail=detail, told=detail[:1].upper() + detail[1:], contact=contact.given)  # fmt: skip
    direction = "both" if kind in {"coffee", "lunch", "call", "video", "met"} else dice.choice(["mine", "both"])
    place = dice.choice(PLACES) if kind in {"coffee", "lunch", "met"} else ""
    return NewInteraction(contacts=[contact], kind=kind, on=on, direction=direction, body=body, place=place)


def _promises_and_notes(cast: _Cast, act: Acting, dice: random.Random, today: date) -> None:
    for place, text in enumerate(PROMISES_MINE):
        due = today + timedelta(days=place * 13 - 10)
        promise = _promise(cast.close[place * 3], "me", text, due, act)
        if place == 0:
            settle_promise(promise=promise, on=today - timedelta(days=12), by=act)
    for place, text in enumerate(PROMISES_THEIRS):
        _promise(cast.close[place * 4 + 1], "them", text, today + timedelta(days=place * 17 - 4), act)
    for place, contact in enumerate(cast.close[::2]):
        topic, detail = TOPICS[place % len(TOPICS)]
        add_note(
            contact=contact,
            body=f"Remember **{topic}**: {detail}.",
            on=today - timedelta(days=20 + place * 9),
            by=act,
            today=today,
            pinned=place % 5 == 0,
        )


def _promise(contact: Contact, by_whom: str, text: str, due: date, act: Acting) -> Promise:
    promise = make_promise(contact=contact, by_whom=by_whom, text=text, by=act, due_on=due)
    said = datetime.combine(due - timedelta(days=21), time(12), tzinfo=act.network.zone)
    act.edit(promise, created_at=min(said, promise.created_at))
    return promise


def _decisions(cast: _Cast, act: Acting, dice: random.Random, today: date) -> None:
    decide(contacts=cast.close[:12], kind="own", days=45, by=act, today=today)
    decide(contacts=cast.close[12:], kind="circle", by=act, today=today)
    decide(contacts=cast.known[:30], kind="own", days=365, by=act, today=today)
    decide(contacts=dice.sample(cast.known[30:], 8), kind="never", by=act, today=today)
