"""The four things one can do with a next step, each different and each undone on its own.

Completing records a touch. Snoozing, skipping and rescheduling record none: they only move what is due.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import Decision, NextStep, Skip, Snooze
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.recording import record_interaction

from .deciding import moment_on

FURTHEST = timedelta(days=3660)
LONGEST_WHAT = 300  # characters


def complete(
    *,
    contact: Contact,
    kind: str,
    body: str,
    by: Actor | Acting,
    today: date,
    on: date | None = None,
    direction: str = "mine",
) -> Interaction:
    """Do the next step: records a touch, and lets go of the date that was chosen and of what was put off."""
    _not_me(contact)
    with acting(by, contact.network, "complete", summary=_("Done: %(who)s") % {"who": contact}) as act:
        interaction = record_interaction(
            network=contact.network,
            contacts=[contact],
            kind=kind,
            on=on or today,
            direction=direction,
            body=body,
            touch=True,
            by=act,
            today=today,
        )
        act.remove_all(list(NextStep.objects.filter(network=contact.network, contact=contact)))
        _wake(contact, act, today)
    return interaction


def snooze(*, contact: Contact, until: date, by: Actor | Acting, today: date) -> Snooze:
    """Put the next step off until a day. Is no touch."""
    _not_me(contact)
    _check_day(until, today, "until")
    if Decision.objects.filter(network=contact.network, contact=contact, kind=Decision.Kind.NEVER).exists():
        raise Refusal(_("%(who)s is on “never”: nothing is due that could be put off.") % {"who": contact})
    summary = _("Snoozed %(who)s until %(day)s") % {"who": contact, "day": formats.date_format(until)}
    with acting(by, contact.network, "snooze", summary=summary) as act:
        _wake(contact, act, today)
        return act.add(Snooze(contact=contact, until=until, on=today))


def skip(*, contact: Contact, by: Actor | Acting, today: date) -> Skip:
    """Let this turn go: the next one comes a cadence after today. Is no touch. A date that was chosen is let go."""
    _not_me(contact)
    with acting(by, contact.network, "skip", summary=_("Skipped %(who)s this time") % {"who": contact}) as act:
        act.remove_all(list(NextStep.objects.filter(network=contact.network, contact=contact)))
        _wake(contact, act, today)
        return act.add(Skip(contact=contact, on=today))


def reschedule(*, contact: Contact, on: date, by: Actor | Acting, today: date, what: str = "") -> NextStep:
    """Choose the day of the next step, and what it is."""
    _not_me(contact)
    _check_day(on, today - timedelta(days=1), "on")
    what = " ".join(what.split())
    if len(what) > LONGEST_WHAT:
        raise Refusal(_("A next step takes at most %(most)d characters.") % {"most": LONGEST_WHAT}, field="what")
    if Decision.objects.filter(network=contact.network, contact=contact, kind=Decision.Kind.NEVER).exists():
        raise Refusal(_("%(who)s is on “never”; choose a cadence first.") % {"who": contact})
    summary = _("Next step with %(who)s on %(day)s") % {"who": contact, "day": formats.date_format(on)}
    with acting(by, contact.network, "reschedule", summary=summary) as act:
        _wake(contact, act, today)
        step = NextStep.objects.filter(network=contact.network, contact=contact).first()
        if step is None:
            return act.add(NextStep(contact=contact, on=on, what=what, chosen_at=moment_on(today, contact.network)))
        act.edit(step, on=on, what=what, chosen_at=moment_on(today, contact.network))
    return step


def clear_step(*, contact: Contact, by: Actor | Acting) -> bool:
    """Let go of the date that was chosen; what the cadence says is due again. True when there was one."""
    with acting(by, contact.network, "clear step", summary=_("No chosen step with %(who)s") % {"who": contact}) as act:
        steps = list(NextStep.objects.filter(network=contact.network, contact=contact))
        act.remove_all(steps)
    return bool(steps)


def _wake(contact: Contact, act: Acting, today: date) -> None:
    """End what is put off."""
    act.remove_all(list(Snooze.objects.filter(network=contact.network, contact=contact, until__gt=today)))


def _not_me(contact: Contact) -> None:
    if contact.is_me:
        raise Refusal(_("Your own card has no next step."), field="contact")


def _check_day(day: date, after: date, field: str) -> None:
    if day <= after:
        raise Refusal(_("%(day)s has passed already.") % {"day": formats.date_format(day)}, field=field)
    if day > after + FURTHEST:
        raise Refusal(_("That is more than ten years away."), field=field)
