"""Computing standings anew: for the contacts an act was about, or for a whole network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.cadence.bonds import Stay, bonds
from wellkept.domain.cadence.models import Decision, NextStep, Skip, Snooze, Standing
from wellkept.domain.cadence.standing import Chosen, Facts, Passed, PutOff, StandingValues, stand
from wellkept.domain.contacts.models import CircleMembership, Contact, Position
from wellkept.domain.history.models import Act, Change
from wellkept.domain.timeline.models import Participation

VALUES = [field.name for field in fields(StandingValues)]
CHUNK = 2000  # contacts at a time: bounds the memory, not the speed
BY_HAND = {"", "hand", "card", "cli", "web"}
CONTACT_COLUMNS = (
    "pk", "uid", "archived_at", "met_at", "met_on_year", "met_on_month", "met_on_day", "connected_on", "created_at", "source",
)  # fmt: skip


def restand(*, network: Network, contacts: Iterable[int] | None = None) -> int:
    """Compute the standing of these contacts (of all when None); answers how many there are. Ten queries a chunk."""
    with inside(network), transaction.atomic():
        if contacts is None:
            ids = list(Contact.objects.filter(network=network, is_me=False).order_by("pk").values_list("pk", flat=True))
        else:
            ids = sorted(set(contacts))
        mine = _stays_of_mine(network)
        return sum(_restand_chunk(network, ids[start : start + CHUNK], mine) for start in range(0, len(ids), CHUNK))


def follow_act(*, act: Act, contacts: set[int], changes: Sequence[Change], **_signal: Any) -> None:
    """Receiver of ``acted``: the standings of those concerned follow in the same transaction."""
    network = act.network
    with inside(network):
        concerned = set(contacts)
        circles = {c.row for c in changes if c.table == "contacts.circle" and c.op == Change.Op.EDIT}
        if circles:
            members = CircleMembership.objects.filter(network=network, circle__in=circles)
            concerned.update(members.values_list("contact_id", flat=True))
        if any(c.table == "contacts.position" for c in changes):
            concerned.update(_sharing_with_me(network, changes))
    if concerned:
        restand(network=network, contacts=concerned)


def follow_arrival(*, network: Network, **_signal: Any) -> None:
    """Receiver of ``arrived``."""
    restand(network=network)


def _sharing_with_me(network: Network, changes: Sequence[Change]) -> set[int]:
    """Who is at an organization that came to, changed on or left the user's own card."""
    me = Contact.objects.filter(network=network, is_me=True).values_list("pk", flat=True).first()
    own = [c for c in changes if c.table == "contacts.position" and c.contact_id == me]
    if not own:
        return set()
    places = set(Position.objects.filter(network=network, contact=me).values_list("organization_id", flat=True))
    for change in own:
        places.update(
            values["organization_id"]
            for values in (change.before, change.after)
            if values and "organization_id" in values
        )
    return set(Position.objects.filter(network=network, organization__in=places).values_list("contact_id", flat=True))


def _restand_chunk(network: Network, ids: list[int], mine: list[Stay]) -> int:
    rows = list(Contact.objects.filter(network=network, pk__in=ids, is_me=False).values_list(*CONTACT_COLUMNS))
    there = [row[0] for row in rows]
    gone = set(ids) - set(there)
    if gone:
        Standing.objects.filter(network=network, contact__in=gone).delete()
    if not rows:
        return 0
    known = _Known(network, there, mine)
    _write(network, [(row[0], row[2] is None, stand(known.facts(row))) for row in rows])
    return len(rows)


def _write(network: Network, standings: list[tuple[int, bool, StandingValues]]) -> None:
    """Put the rows in place, new or not; a plain statement, because thirty thousand of them go through here."""
    columns = ["network_id", "contact_id", "in_sight", *VALUES]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join(["%s"] * len(columns))
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[2:])
    rows = [
        [network.pk, contact, in_sight, *(_plain(getattr(values, name)) for name in VALUES)]
        for contact, in_sight, values in standings
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO cadence_standing ({names}) VALUES ({marks}) ON CONFLICT (contact_id) DO UPDATE SET {updates}",  # noqa: S608
            rows,
        )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


class _Known:
    """All that is known of a chunk of contacts, read with one query a table."""

    def __init__(self, network: Network, ids: list[int], mine: list[Stay]) -> None:
        self.network, self.zone, self.mine = network, network.zone, mine
        scope = {"network": network, "contact__in": ids}
        decisions = Decision.objects.filter(**scope).values_list("contact_id", "kind", "days", "decided_at")
        self.decisions = {row[0]: row[1:] for row in decisions}
        steps = NextStep.objects.filter(**scope).values_list("contact_id", "on", "what")
        self.steps = {contact: Chosen(on, what) for contact, on, what in steps}
        snoozes = Snooze.objects.filter(**scope).order_by("on", "pk").values_list("contact_id", "on", "until")
        self.snoozes = {contact: PutOff(on, until) for contact, on, until in snoozes}
        self.skips = _lists(Skip.objects.filter(**scope).values_list("contact_id", "on"))
        members = CircleMembership.objects.filter(**scope, circle__cadence_days__gt=0)
        self.circles = _lists(members.values_list("contact_id", "circle__cadence_days"))
        self.passed = _passed(network, ids)
        self.stays = _stays(network, ids, mine)

    def facts(self, row: tuple[Any, ...]) -> Facts:
        contact, uid, _archived, met_at, year, month, day, connected_on, created_at, source = row
        kind, days, decided_at = self.decisions.get(contact, ("", None, None))
        met_on = met_at.astimezone(self.zone).date() if met_at else _whole(year, month, day)
        return Facts(
            key=str(uid),
            added_on=created_at.astimezone(self.zone).date(),
            by_hand=source in BY_HAND,
            decision=kind,
            own_days=days,
            decided_on=decided_at.astimezone(self.zone).date() if decided_at else None,
            circle_days=tuple(days for (days,) in self.circles.get(contact, ())),
            passed=self.passed.get(contact, ()),
            chosen=self.steps.get(contact),
            put_off=self.snoozes.get(contact),
            skips=tuple(on for (on,) in self.skips.get(contact, ())),
            met_on=met_on,
            met_known=bool(met_at or year or month),
            connected_on=connected_on,
            bonds=bonds(self.mine, self.stays[contact]) if contact in self.stays else (),
        )


def _lists(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    """Rows by their first column."""
    lists: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for contact, *rest in rows:
        lists[contact].append(tuple(rest))
    return lists


def _passed(network: Network, ids: list[int]) -> dict[int, list[Passed]]:
    rows = Participation.objects.filter(network=network, contact__in=ids).order_by()
    columns = ("kind", "touch", "direction", "sent_count", "received_count")
    wanted = rows.values_list("contact_id", "on", *(f"interaction__{name}" for name in columns))
    passed: dict[int, list[Passed]] = defaultdict(list)
    days: dict[Any, date] = {}
    with connection.cursor() as cursor:  # past Django's converters: this is most of the time of a whole network
        cursor.execute(*wanted.query.sql_with_params())
        for contact, on, kind, touch, direction, sent, received in cursor:
            day = days.get(on) or days.setdefault(on, on if isinstance(on, date) else date.fromisoformat(on))
            passed[contact].append(Passed(day, kind, bool(touch), direction, sent, received))
    return passed


def _stays_of_mine(network: Network) -> list[Stay]:
    return [stay for _contact, stay in _stay_rows(Position.objects.filter(network=network, contact__is_me=True))]


def _stays(network: Network, ids: list[int], mine: list[Stay]) -> dict[int, list[Stay]]:
    """The times of these contacts at the organizations of the user."""
    if not mine:
        return {}
    places = {stay.organization for stay in mine}
    stays: dict[int, list[Stay]] = defaultdict(list)
    rows = Position.objects.filter(network=network, contact__in=ids, organization__in=places)
    for contact, stay in _stay_rows(rows):
        stays[contact].append(stay)
    return stays


def _stay_rows(positions: Any) -> Iterator[tuple[int, Stay]]:
    for contact, *rest in positions.order_by().values_list(
        "contact_id", "organization_id", "organization__name", "kind", "started_year", "ended_year", "current"
    ):
        yield contact, Stay(*rest)


def _whole(year: int | None, month: int | None, day: int | None) -> date | None:
    """The date, when all of it is known and it exists."""
    if not (year and month and day):
        return None
    try:
        return date(year, month, 1) + timedelta(days=day - 1)
    except ValueError:
        return None
