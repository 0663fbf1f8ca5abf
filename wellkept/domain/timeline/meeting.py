"""Meeting somebody new: a first record of them, with the moment that starts their follow-up."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.recording import check_day
from wellkept.formats.person import Labelled, Name, Person, Position


def meet(
    *,
    network: Network,
    name: str,
    on: date,
    by: Actor | Acting,
    today: date,
    organization: str = "",
    email: str = "",
    where: str = "",
) -> Contact:
    """Add somebody who was met on a day: now, if that is today, else at noon of it."""
    words = " ".join(name.split())
    if not words:
        raise Refusal(_("Say who it was."), field="new_name")
    check_day(on, today=today)
    person = Person(
        name=Name(display=words),
        positions=[Position(organization=organization.strip())] if organization.strip() else [],
        emails=[Labelled(email.strip())] if email.strip() else [],
    )
    with acting(by, network, "meet", summary=_("Met %(who)s") % {"who": words}) as act:
        contact = add_contact(network=network, person=person, by=act)
        act.edit(contact, **met_columns(network=network, on=on, where=where))
    return contact


def met_columns(*, network: Network, on: date, where: str = "") -> dict[str, Any]:
    """What is written on somebody who was met on a day: now, if that is today, else at noon of it."""
    now = timezone.now()
    moment = now if on == network.today(now) else datetime.combine(on, time(12), tzinfo=network.zone)
    return {
        "met_at": moment,
        "met_on_year": on.year,
        "met_on_month": on.month,
        "met_on_day": on.day,
        "met_where": where.strip()[:200],
    }
