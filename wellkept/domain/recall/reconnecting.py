"""Whom to reconnect with: those remembered who would answer and were not spoken to for a year or more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.recall.models import Remembered, Source

YEAR = timedelta(days=365)
SILENT = (Remembered.Spoken.YEARS, Remembered.Spoken.LONG)
ANSWERING = (Remembered.Would.SURELY, Remembered.Would.PERHAPS)


@dataclass(frozen=True, slots=True)
class Reconnection:
    """``spoken`` is as the user remembers it on ``said_on``, never a day."""

    key: int
    contact: int
    name: str
    source: str
    spoken: str
    would_answer: str
    said_on: date
    why: str


def to_reconnect(*, network: Network, today: date, most: int) -> list[Reconnection]:
    """One a contact, those who would surely answer first. Also who was spoken to 'this year' when that was said a year ago.

    Whether something has passed since, and whether they are to be kept in touch with at all, is for the caller to look up.
    """
    rows = _silent(network, today).select_related("source")
    found: dict[int, Reconnection] = {}
    for row in rows.order_by(_surely_first(), "pk")[: 2 * most]:
        if row.contact_id is not None and row.contact_id not in found:
            name = row.contact.display if row.contact else row.name
            found[row.contact_id] = Reconnection(
                row.pk, row.contact_id, name, row.source.name, row.spoken, row.would_answer, row.said_on, why(row)
            )
    return list(found.values())[:most]


def last_said(contact: Contact) -> Remembered | None:
    """What the user last said of when they spoke to a contact and whether they would answer, in the interview."""
    rows = Remembered.objects.filter(network=contact.network_id, contact=contact).select_related("source")
    told: Remembered | None = rows.exclude(spoken="", would_answer="").order_by("-said_on", "-pk").first()
    return told


def why(row: Remembered) -> str:
    """'You remembered them from Acme; they would surely answer'."""
    kind = _("work") if row.source.kind == Source.Kind.JOB else str(row.source.get_kind_display())
    words = {"where": row.source.name or kind}
    if row.would_answer == Remembered.Would.SURELY:
        return _("You remembered them from %(where)s; they would surely answer") % words
    return _("You remembered them from %(where)s; they would perhaps answer") % words


def _silent(network: Network, today: date) -> QuerySet[Remembered]:
    rows: QuerySet[Remembered] = Remembered.objects.filter(
        network=network, would_answer__in=ANSWERING, contact__isnull=False, kept_on__isnull=False
    ).select_related("contact")
    long_ago = rows.filter(spoken__in=SILENT)
    return long_ago | rows.filter(spoken=Remembered.Spoken.YEAR, said_on__lte=today - YEAR)


def _surely_first() -> Case:
    return Case(
        When(would_answer=Remembered.Would.SURELY, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
