"""Keeping a source: those remembered become contacts in its circle, in one act. Who is here already only gets the circle."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.adding import add_contacts
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.recall.models import Remembered, Source
from wellkept.domain.recall.recognizing import people_called
from wellkept.domain.recall.remembering import LONGEST_SITTING, unanswered
from wellkept.formats.person import Name, Person, Position

Kind = Source.Kind
ORIGIN = "recall"  # the source of contacts that came out of the interview: old acquaintances, no new connections
CIRCLES: dict[str, str] = {
    Kind.FAMILY: "family",
    Kind.FRIENDS: "friends",
    Kind.SCHOOL: "alumni",
    Kind.JOB: "past-co-workers",
    Kind.DEPARTMENTS: "other-departments",
    Kind.CUSTOMERS: "customers",
    Kind.VENDORS: "vendors",
    Kind.CLUBS: "community",
    Kind.PROFESSIONAL: "professional-organizations",
    Kind.ASSOCIATIONS: "professional-organizations",
    Kind.COMMUNITY: "community",
    Kind.NEIGHBOURS: "community",
    Kind.EVENTS: "professional-organizations",
}


def circle_of(source: Source) -> Circle | None:
    """The circle that a source leads to; None where the user took it away."""
    key = CIRCLES[source.kind]
    if source.kind == Kind.JOB and source.of_position is not None and source.of_position.current:
        key = "present-co-workers"
    return Circle.objects.filter(network=source.network, key=key).first()


def keep_source(*, source: Source, by: Actor | Acting, today: date, seconds: int = 0) -> list[Contact]:
    """Everybody written down at the source becomes a contact, or is put in the circle; the source is done.

    Raises ``Refusal`` (and keeps nobody) where a name may be one of several who are here and the user has not said who.
    """
    network = source.network
    rows = list(source.remembered.filter(kept_on=None).select_related("contact"))
    _ask(network, rows)
    words = ngettext(
        "Kept %(count)d of %(source)s, out of memory", "Kept %(count)d of %(source)s, out of memory", len(rows)
    )
    with acting(by, network, "recall", summary=words % {"count": len(rows), "source": source}) as act:
        fresh = [row for row in rows if row.contact_id is None]
        people = [(_person(row), None) for row in fresh]
        added = add_contacts(network=network, people=people, by=act, source=ORIGIN) if people else []
        if source.name:
            act.edit_all(added, met_where=source.name[:200])
        act.edit_each([(row, {"contact": contact}) for row, contact in zip(fresh, added, strict=True)])
        act.edit_all(rows, kept_on=today)
        everybody = [row.contact for row in rows if row.contact is not None]
        circle = circle_of(source)
        if circle is not None and everybody:
            put_in_circle(contacts=everybody, circle=circle, by=act)
        spent = source.seconds + min(max(0, seconds), LONGEST_SITTING)
        act.edit(source, state=Source.State.DONE, seconds=spent)
    return everybody


def _ask(network: Network, rows: list[Remembered]) -> None:
    called = people_called(network=network, names=[row.name for row in rows if row.contact_id is None])
    open_ones = unanswered(rows, called)
    if open_ones:
        names = ", ".join(row.name for row in open_ones[:5])
        raise Refusal(_("Say who is meant first: %(names)s") % {"names": names}, field="who")


def _person(row: Remembered) -> Person:
    """What was typed and no more: where somebody was remembered from says nothing of where they work now."""
    positions = [Position(row.organization)] if row.organization else []
    return Person(name=Name(display=row.name), positions=positions)
