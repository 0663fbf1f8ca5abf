"""One sitting of triage: who comes next, who was put aside for later, within which group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import cadence_words
from wellkept.domain.cadence.models import Standing
from wellkept.domain.cadence.standing import DEFAULT_CADENCE
from wellkept.domain.cadence.triaging import Progress, next_undecided, progress, undecided
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact, Position
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.reading import last_words
from wellkept.interfaces.web.triage.choosing import Button, cadence_buttons

MOST_ASIDE = 1000  # put aside in one sitting; the oldest come back after that
KEY = "triage-aside"


@dataclass(frozen=True)
class Group:
    """The part of the undecided that a sitting is about; all of them when ``by`` is ''."""

    by: str = ""
    key: str = ""

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Group:
        return cls(form.get("by", ""), form.get("key", ""))

    @property
    def chosen(self) -> Any:
        return (self.by, self.key) if self.by else None

    @property
    def query(self) -> str:
        return urlencode({"by": self.by, "key": self.key}) if self.by else ""

    @property
    def url(self) -> str:
        return reverse("triage") + (f"?{self.query}" if self.by else "")


@dataclass(frozen=True)
class Card:
    """One contact to decide on, with what helps to decide."""

    contact: Contact
    standing: Standing
    position: Position | None
    reasons: list[str]
    last: Interaction | None
    last_words: str
    circle_words: str  # the cadence of the circles the contact is in; '' in no circle
    circles: list[Circle]  # all of the network's, each with .inside


@dataclass(frozen=True)
class Sitting:
    group: Group
    progress: Progress
    card: Card | None
    aside: int
    buttons: list[Button] = field(default_factory=cadence_buttons)


def sit(request: Any, group: Group, *, contact: int | None = None) -> Sitting:
    """What the page shows. ``contact``: stay with this one, if it is still undecided."""
    network, aside = request.network, put_aside(request)
    try:
        rows = _stay_with(network, contact) or next_undecided(network=network, limit=1, after=aside, group=group.chosen)
    except Refusal as refusal:
        raise Http404 from refusal
    card = _card(rows[0]) if rows else None
    return Sitting(group=group, progress=progress(network=network), card=card, aside=len(aside))


def put_aside(request: Any) -> list[int]:
    """Those who were put aside for later in this sitting."""
    kept = request.session.get(KEY, {})
    return list(kept.get("contacts", [])) if kept.get("network") == request.network.pk else []


def set_aside(request: Any, contact: Contact) -> None:
    aside = [*put_aside(request), contact.pk][-MOST_ASIDE:]
    request.session[KEY] = {"network": request.network.pk, "contacts": aside}


def take_up_again(request: Any) -> None:
    request.session.pop(KEY, None)


def _stay_with(network: Any, contact: int | None) -> list[Standing]:
    if contact is None:
        return []
    return list(undecided(network).filter(pk=contact).select_related("contact"))


def _reasons(standing: Standing) -> list[str]:
    reasons = [reason for reason in standing.promise_reason.split("; ") if reason]
    if standing.last_touch_on and not any(reason.startswith("last in touch") for reason in reasons):
        month = date_format(standing.last_touch_on, "YEAR_MONTH_FORMAT")
        reasons.append(_("last in touch in %(month)s") % {"month": month})
    return reasons


def _card(standing: Standing) -> Card:
    contact = standing.contact
    inside = set(CircleMembership.objects.filter(contact=contact).values_list("circle_id", flat=True))
    circles = list(Circle.objects.filter(network=contact.network_id))
    for circle in circles:
        circle.inside = circle.pk in inside  # type: ignore[attr-defined]
    days = [circle.cadence_days for circle in circles if circle.pk in inside and circle.cadence_days]
    last, words = last_words([contact.pk]).get(contact.pk, (None, ""))
    positions = Position.objects.filter(contact=contact).select_related("organization")
    return Card(
        contact=contact,
        standing=standing,
        position=positions.order_by("-current", "position", "pk").first(),
        reasons=_reasons(standing),
        last=last,
        last_words=words,
        circle_words=cadence_words(min(days, default=DEFAULT_CADENCE)) if inside else "",
        circles=circles,
    )
