"""Deciding how often to be in touch: as the circle, an own cadence, never, or back to not decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as n_
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import Decision, NextStep, Snooze
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting

Choice = Literal["circle", "own", "never"]
# The digits of the triage: 1 every week … 7 every year; 0 is never.
CADENCE_KEYS: dict[int, int] = {1: 7, 2: 14, 3: 30, 4: 45, 5: 90, 6: 180, 7: 365}
LONGEST_CADENCE = 3650  # days


NAMES = {
    7: n_("every week"),
    14: n_("every two weeks"),
    30: n_("every month"),
    45: n_("every six weeks"),
    60: n_("every two months"),
    90: n_("every quarter"),
    120: n_("every four months"),
    180: n_("twice a year"),
    365: n_("every year"),
}


def cadence_words(days: int | None) -> str:
    """'every month' for 30, 'every 40 days' for what has no name, '' for none."""
    if days is None:
        return ""
    name = NAMES.get(days)
    return _(name) if name else ngettext("every day", "every %(days)d days", days) % {"days": days}


def decide(
    *, contacts: Sequence[Contact], kind: Choice | None, by: Actor | Acting, today: date, days: int | None = None
) -> int:
    """Decide for many contacts in one act; ``kind`` None takes the decision back. Answers for how many it changed.

    'never' also lets go of a next step that was chosen and of what was put off.
    """
    people = list({contact.pk: contact for contact in contacts}.values())
    _check(people, kind, days)
    if not people:
        return 0
    network = people[0].network
    with acting(by, network, "decide", summary=_summary(people, kind, days)) as act:
        known = {row.contact_id: row for row in Decision.objects.filter(network=network, contact__in=people)}
        if kind is None:
            act.remove_all(list(known.values()))
            return len(known)
        moment = moment_on(today, network)
        changed = [row for row in known.values() if (row.kind, row.days) != (kind, days)]
        act.edit_all(changed, kind=kind, days=days, decided_at=moment)
        fresh = [person for person in people if person.pk not in known]
        act.add_all([Decision(contact=person, kind=kind, days=days, decided_at=moment) for person in fresh])
        if kind == "never":
            act.remove_all(list(NextStep.objects.filter(network=network, contact__in=people)))
            act.remove_all(list(Snooze.objects.filter(network=network, contact__in=people, until__gt=today)))
    return len(changed) + len(fresh)


def moment_on(day: date, network: Network) -> datetime:
    """Now, if ``day`` is the user's today; else that day's noon with them."""
    now = timezone.now()
    return now if network.today(now) == day else datetime.combine(day, time(12), tzinfo=network.zone)


def _check(people: Sequence[Contact], kind: str | None, days: int | None) -> None:
    if kind not in {None, *Decision.Kind.values}:
        raise Refusal(_("“%(kind)s” is no decision.") % {"kind": kind}, field="kind")
    if kind == Decision.Kind.OWN and (days is None or not 1 <= days <= LONGEST_CADENCE):
        raise Refusal(_("A cadence is between 1 day and 10 years."), field="days")
    if kind != Decision.Kind.OWN and days is not None:
        raise Refusal(_("Only an own cadence has days."), field="days")
    if len({person.network_id for person in people}) > 1:
        raise Refusal(_("These are not in one network."), field="contacts")
    if any(person.is_me for person in people):
        raise Refusal(_("Your own card has no cadence."), field="contacts")


def _summary(people: Sequence[Contact], kind: str | None, days: int | None) -> str:
    who = str(people[0]) if len(people) == 1 else _("%(count)d contacts") % {"count": len(people)}
    words = {None: _("not decided"), "circle": _("as the circle"), "never": _("never")}
    return _("%(who)s: %(what)s") % {"who": who, "what": words.get(kind) or cadence_words(days)}
