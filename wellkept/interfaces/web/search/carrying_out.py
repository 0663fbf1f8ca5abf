"""From what the palette's form says to the one verb that does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence import deciding, stepping
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act


@dataclass(frozen=True)
class Order:
    verb: str
    when: date | None
    days: int | None

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Order:
        """Raises Refusal for a verb, a day or a number of days that is none."""
        try:
            when = parse_date(form.get("when", "")) if form.get("when") else None
            days = int(form["days"]) if form.get("days") else None
        except ValueError as error:
            raise Refusal(_("That is no day and no number of days."), field="when") from error
        verb = form.get("verb", "")
        complete = {"snooze": when, "next": when, "every": days, "never": True, "skip": True}
        if not complete.get(verb):
            raise Refusal(_("That cannot be done from here."), field="verb")
        return cls(verb, when, days)


def carry_out(*, order: Order, contact: Contact, by: Actor, today: date) -> Act:
    with acting(by, contact.network, order.verb, summary=_summary(order, contact)) as act:
        if order.verb == "snooze" and order.when:
            stepping.snooze(contact=contact, until=order.when, by=act, today=today)
        elif order.verb == "next" and order.when:
            stepping.reschedule(contact=contact, on=order.when, what="", by=act, today=today)
        elif order.verb == "skip":
            stepping.skip(contact=contact, by=act, today=today)
        elif order.verb == "never":
            deciding.decide(contacts=[contact], kind="never", days=None, by=act, today=today)
        else:
            deciding.decide(contacts=[contact], kind="own", days=order.days, by=act, today=today)
    return act.row


def _summary(order: Order, contact: Contact) -> str:
    words = {
        "snooze": _("Snoozed %(name)s until %(when)s"),
        "next": _("Next step with %(name)s on %(when)s"),
        "skip": _("Skipped this turn with %(name)s"),
        "never": _("Never: %(name)s"),
        "every": _("Every %(days)s days: %(name)s"),
    }
    return words[order.verb] % {"name": contact.display, "when": order.when, "days": order.days}
