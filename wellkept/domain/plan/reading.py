"""What could be proposed this week, read from the standings' indexes: a dozen queries, each with a limit.

No query touches more rows than it answers with, but for the counters; nothing here loads a network.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.models import Standing
from wellkept.domain.cadence.standing import dormant_after
from wellkept.domain.contacts.models import Contact
from wellkept.domain.correspondence.channels import MINUTES
from wellkept.domain.occasions.reading import LATELY, new_positions, occasions_between
from wellkept.domain.plan import reasons
from wellkept.domain.plan.at_events import met_at_events
from wellkept.domain.plan.cards import Kind
from wellkept.domain.plan.meeting import to_meet
from wellkept.domain.plan.mentioned import Mentioned
from wellkept.domain.plan.models import Answer
from wellkept.domain.plan.proposing import Candidate, Said
from wellkept.domain.plan.travelling import SOON, day_there, people_in, trips_between
from wellkept.domain.plan.weeks import WeekDates
from wellkept.domain.plan.worth import AT_RISK, CLOSE, waited
from wellkept.domain.rhythm.reading import RhythmOf, rhythms
from wellkept.domain.rhythm.words import often_words
from wellkept.domain.timeline.models import Promise

FRESH = timedelta(days=28)  # a follow-up so long overdue is none any more; nobody is asked about so soon after a touch
YEAR = timedelta(days=365)
UNDATED = timedelta(days=14)  # a promise without a date is looked at so long after it was made
BELATED = timedelta(days=3)
JUST_TOUCHED = timedelta(days=7)
ENOUGH_GAPS = 3  # of one's own, before a rhythm is told of
VISITS = 3  # of one trip
MOST = 60  # candidates of one kind
WRITING = MINUTES["email"]  # minutes, until the way of reaching somebody is known
COLUMNS = (
    "contact_id", "contact__display", "contact__closeness", "decided", "cadence_days", "last_touch_on", "contact_days", "due_on", "due_kind", "due_what",
    "new_on", "promise_score", "promise_reason", "sent", "received",
)  # fmt: skip
Row = dict[str, Any]


class Reading:
    """The candidates of one week, and the names of everybody in them."""

    def __init__(self, network: Network, week: WeekDates, today: date) -> None:
        self.network, self.week, self.today = network, week, today
        self.rows: dict[int, Row] = {}
        self.candidates: list[Candidate] = []
        self.rhythms: dict[int, RhythmOf] = {}
        self.trips: dict[int, tuple[str, date]] = {}  # of whom lives there: the place and the day to say
        self.mentions: dict[tuple[int, str], Mentioned] = {}  # by contact and subject
        for source in (
            _followups,
            met_at_events,
            _promises,
            _occasions,
            _chosen,
            _due,
            _dormant,
            _undecided,
            _visits,
            to_meet,
        ):
            self.candidates.extend(source(self))

    def standings(self) -> QuerySet[Standing]:
        rows: QuerySet[Standing] = Standing.objects.visible().filter(network=self.network)
        return rows

    def those(self, contacts: set[int]) -> QuerySet[Standing]:
        """By key, and then in sight: no index but the key's is of use."""
        rows: QuerySet[Standing] = Standing.objects.filter(network=self.network, pk__in=contacts, in_sight=True)
        return rows

    def awake(self) -> QuerySet[Standing]:
        """Those who were not put off until another day."""
        return self.standings().filter(Q(snoozed_until=None) | Q(snoozed_until__lte=self.today))

    def learn(self, contacts: set[int]) -> None:
        """Read the rhythms of contacts. One query."""
        if contacts:
            self.rhythms |= rhythms(network=self.network, today=self.today, contacts=contacts)

    def read(self, rows: QuerySet[Standing], limit: int = MOST) -> list[Row]:
        found: list[Row] = list(rows.values(*COLUMNS)[:limit])
        self.rows.update((row["contact_id"], row) for row in found)
        return found


def answers(network: Network, week: WeekDates, today: date) -> list[Answer]:
    """What was said this week, and what is put off beyond today."""
    rows = Answer.objects.filter(network=network).filter(Q(week=week.starts) | Q(until__gt=today))
    return list(rows.order_by("pk"))


def as_said(answer: Answer) -> Said:
    return Said(answer.contact_id, answer.proposal, answer.subject, answer.answer, answer.week, answer.until)


def due_count(network: Network, today: date) -> int:
    """How many are due by their cadence, whether or not they were read."""
    rows = Standing.objects.visible().filter(network=network, due_kind="cadence", due_on__lte=today)
    return int(rows.count())


def _followups(of: Reading) -> Iterator[Candidate]:
    due = of.standings().filter(due_on__lte=of.week.ends, due_on__gt=of.today - FRESH)
    kinds: tuple[Kind, ...] = ("followup", "second")
    rows = of.read(due.filter(due_kind__in=kinds).order_by("due_on", "pk"), 2 * MOST)
    for kind in kinds:
        for row in (row for row in rows if row["due_kind"] == kind):
            why = reasons.after_meeting(kind, row["due_on"], row["new_on"] or row["due_on"], of.today)
            yield Candidate(row["contact_id"], kind, why, WRITING, row["due_on"])


def _chosen(of: Reading) -> Iterator[Candidate]:
    for row in of.read(of.standings().filter(due_kind="chosen", due_on__lte=of.week.ends).order_by("due_on", "pk")):
        yield Candidate(row["contact_id"], "chosen", reasons.chosen(row["due_what"], row["due_on"]), 5, row["due_on"])


def _promises(of: Reading) -> Iterator[Candidate]:
    """Both sides' that are due by the end of the week; mine without a date, two weeks after they were made."""
    long_ago = datetime.combine(of.today - UNDATED, time.min, of.network.zone)
    undated = Q(due_on=None, by=Promise.By.ME, created_at__lt=long_ago)
    rows = Promise.objects.filter(Q(due_on__lte=of.week.ends) | undated, network=of.network).filter(
        settled_on=None, forgiven_on=None, contact__archived_at=None, contact__is_me=False
    )
    promises = list(rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST])
    of.read(of.those({promise.contact_id for promise in promises}))
    for promise in promises:
        theirs = promise.by == Promise.By.THEM
        if promise.thanks:
            why = reasons.thanks(promise.text, promise.due_on)
            yield Candidate(promise.contact_id, "thanks", why, WRITING, promise.due_on, str(promise.pk))
            continue
        why = reasons.promised(promise.text, promise.due_on, theirs=theirs)
        yield Candidate(promise.contact_id, "promise", why, 5, promise.due_on, str(promise.pk), theirs)


def _occasions(of: Reading) -> Iterator[Candidate]:
    """Those of the week that are still to come or only just past, of people the user knows or decided on."""
    start = max(of.week.starts, of.today - BELATED)
    lately = new_positions(network=of.network, since=of.today - LATELY, until=of.today)
    found = [*lately[:MOST], *occasions_between(network=of.network, start=start, end=of.week.ends)[: 4 * MOST]]
    if not found:
        return
    rows = {row["contact_id"]: row for row in of.read(of.those({each.contact for each in found}), 4 * MOST)}
    for occasion in found:
        row = rows.get(occasion.contact)
        if row is None or row["decided"] == "never":
            continue
        known = row["decided"] != "undecided" or row["contact_days"] or row["sent"] + row["received"]
        greeted = row["last_touch_on"] and row["last_touch_on"] >= occasion.on
        if known and not greeted:
            why = reasons.occasion(occasion, of.today)
            yield Candidate(occasion.contact, "occasion", why, WRITING, occasion.on, occasion.key)


def _due(of: Reading) -> Iterator[Candidate]:
    """Due by cadence, the longest due first; those silent so long that they are dormant come behind, the warmest first.

    Whom the user is close to and whom the learned rhythm shows at risk of being lost are worth more (see worth.py).
    """
    due = of.standings().filter(due_kind="cadence", due_on__lte=of.today)
    recent = of.read(due.filter(due_on__gte=of.today - YEAR).order_by("due_on", "pk"), 2 * MOST)
    long_ago = of.read(due.filter(due_on__lt=of.today - YEAR).order_by("-warmth", "pk"), MOST // 2)
    awake = [row for row in recent if not _is_dormant(row, of.today)]
    of.learn({row["contact_id"] for row in awake})
    for row in awake:
        rhythm = of.rhythms.get(row["contact_id"])
        more = waited((of.today - row["due_on"]).days) + CLOSE * (row["contact__closeness"] or 0)
        more += AT_RISK if rhythm is not None and rhythm.state == "at risk" else 0
        why = reasons.by_cadence(row["cadence_days"], row["last_touch_on"], _usually(rhythm))
        yield Candidate(row["contact_id"], "cadence", why, WRITING, row["due_on"], more=more)
    for row in [*(row for row in recent if _is_dormant(row, of.today)), *long_ago]:
        why = reasons.by_cadence(row["cadence_days"], row["last_touch_on"])
        yield Candidate(row["contact_id"], "cadence", why, WRITING, row["due_on"])


def _usually(rhythm: RhythmOf | None) -> str:
    """How often it is in fact, where enough of it was seen."""
    if rhythm is None or rhythm.gaps < ENOUGH_GAPS:
        return ""
    return often_words(*rhythm.window, rhythm.usual_days)


def _is_dormant(row: Row, today: date) -> bool:
    last = row["last_touch_on"]
    return last is not None and (today - last).days > dormant_after(row["cadence_days"])


def _dormant(of: Reading) -> Iterator[Candidate]:
    """Often in touch once and silent for a year; those decided with a shorter cadence after eight of them."""
    silent = of.awake().exclude(decided="never").filter(contact_days__gte=2, last_touch_on__lt=of.today - YEAR)
    rows = of.read(silent.order_by("-contact_days", "last_touch_on"), MOST // 2)
    overdue = [
        of.rows[each.contact]
        for each in of.candidates
        if each.kind == "cadence" and _is_dormant(of.rows[each.contact], of.today)
    ]
    people = {row["contact_id"]: row for row in [*rows, *(row for row in overdue if row["contact_days"] > 1)]}
    for row in sorted(people.values(), key=lambda row: (-row["contact_days"], row["contact_id"])):
        if row["due_kind"] in {"", "cadence"} and (row["due_on"] is None or row["due_on"] <= of.today):
            why = reasons.dormant(row["last_touch_on"], row["contact_days"])
            yield Candidate(row["contact_id"], "reconnect", why, WRITING, row["due_on"])


def _undecided(of: Reading) -> Iterator[Candidate]:
    rows = of.awake().filter(decided="undecided").order_by("-promise_score", "pk")
    for row in of.read(rows):
        fresh = row["last_touch_on"] and row["last_touch_on"] > of.today - FRESH
        if not fresh and row["due_on"] is None:
            yield Candidate(row["contact_id"], "decide", reasons.not_decided(row["promise_reason"]), 2)


def _visits(of: Reading) -> Iterator[Candidate]:
    """The warmest of those who live where the user will be within two weeks; three a trip, nobody just touched."""
    for trip in trips_between(network=of.network, start=of.today, end=of.today + SOON):
        rows = of.those(people_in(network=of.network, place=trip.place)).exclude(decided="never")
        fresh = Q(last_touch_on__gte=of.today - JUST_TOUCHED)
        for row in of.read(rows.exclude(fresh).order_by("-warmth", "pk"), VISITS):
            why = reasons.visit(trip.place, trip.starts, trip.ends, row["last_touch_on"])
            of.trips[row["contact_id"]] = trip.place, day_there(trip, of.today)
            yield Candidate(row["contact_id"], "visit", why, WRITING, trip.starts, f"trip-{trip.pk}")


def names_of(network: Network, contacts: set[int]) -> dict[int, str]:
    return dict(Contact.objects.filter(network=network, pk__in=contacts).values_list("pk", "display"))
