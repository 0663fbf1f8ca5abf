"""What the user says to a proposal: done, not now, swap, never. Each is one act, and can be undone."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import Choice, decide, moment_on
from wellkept.domain.cadence.stepping import complete, snooze
from wellkept.domain.contacts.models import Contact
from wellkept.domain.correspondence.channels import MINUTES
from wellkept.domain.events.meeting import leave_on_list
from wellkept.domain.events.models import Attendance
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.history.models import Change
from wellkept.domain.plan.at_events import EVENT
from wellkept.domain.plan.cards import Proposal
from wellkept.domain.plan.mentioned import MENTION, drop_mention, keep_mention
from wellkept.domain.plan.models import Answer
from wellkept.domain.plan.week import this_week
from wellkept.domain.plan.weeks import week_of
from wellkept.domain.timeline.models import Interaction, Promise, Referral
from wellkept.domain.timeline.promising import settle_promise
from wellkept.domain.timeline.referring import drop_referral

KINDS = {
    "followup",
    "thanks",
    "promise",
    "occasion",
    "second",
    "chosen",
    "cadence",
    "reconnect",
    "decide",
    "meet",
    "visit",
}
REFERRAL = "referral-"  # begins the subject of a card about a name that somebody gave
PLEDGES = {"promise", "thanks"}  # their subject is the key of a promise
STEPS = {"followup", "second", "chosen", "cadence"}  # those that are the contact's next step: 'not now' snoozes it
COOL_DOWN = timedelta(days=28)
DECIDING = 1  # minute


class AlreadyDone(Exception):
    """The card was done after it was shown, in another tab or by a second press; nothing was recorded again.
    ``interaction`` is the key of what was recorded then, None where that is gone."""

    def __init__(self, interaction: int | None) -> None:
        super().__init__(_("This was done already."))
        self.interaction = interaction


def newest_answer(network: Network) -> int:
    """The key of what was said last, 0 before anything was: a page that shows cards remembers it (``seen`` of done)."""
    return Answer.objects.filter(network=network).order_by("-pk").values_list("pk", flat=True).first() or 0


def find_proposal(*, network: Network, on: date, key: str) -> Proposal:
    """The card of a key, as the week stands; refuses when it is no longer there."""
    for proposal in this_week(network=network, on=on).proposals:
        if proposal.key == key:
            return proposal
    raise Refusal(_("This card is no longer in the week."))


def done(
    *,
    contact: Contact,
    proposal: str,
    note: str,
    kind: str,
    by: Actor | Acting,
    today: date,
    subject: str = "",
    on: date | None = None,
    minutes: int | None = None,
    seen: int | None = None,
) -> Interaction:
    """It was done: records a touch of this ``kind`` of interaction with a one-line note, completes the chosen step and
    counts the minutes. A promise of mine is kept by it; one of theirs was asked after, and is not asked after again for four weeks.

    ``seen`` is the newest answer there was when the card was shown: raises AlreadyDone where a newer one did this card."""
    _check(proposal)
    with acting(by, contact.network, "done", summary=_("Done with %(who)s") % {"who": contact}) as act:
        if seen is not None:
            _not_done_since(seen, contact, proposal, subject)
        promise = _promise(contact, subject) if proposal in PLEDGES else None
        if subject.startswith(MENTION):  # asked after: kept as a name they may know, and not asked again for a while
            name = keep_mention(contact=contact, subject=subject, by=act, today=today)
            said = f"{REFERRAL}{name.pk}"
            _answer(contact, proposal, said, Answer.Kind.NOT_NOW, act, today, until=today + COOL_DOWN)
        interaction = complete(contact=contact, kind=kind, body=note, by=act, today=today, on=on)
        if promise is not None and promise.by == Promise.By.ME:
            settle_promise(promise=promise, on=on or today, by=act)
        taken = MINUTES.get(kind, 2) if minutes is None else minutes
        asked = subject.startswith((REFERRAL, EVENT)) or (promise is not None and promise.by == Promise.By.THEM)
        until = today + COOL_DOWN if asked else None
        _answer(contact, proposal, subject, Answer.Kind.DONE, act, today, minutes=taken, until=until)
    return interaction


def not_now(
    *,
    contact: Contact,
    proposal: str,
    by: Actor | Acting,
    today: date,
    subject: str = "",
    until: date | None = None,
) -> Answer:
    """Not before ``until`` (four weeks, unless chosen). What is the contact's next step is snoozed until then."""
    _check(proposal)
    until = until or today + COOL_DOWN
    if until <= today:
        raise Refusal(_("%(day)s has passed already.") % {"day": formats.date_format(until)}, field="until")
    summary = _("%(who)s: not now, from %(day)s") % {"who": contact, "day": formats.date_format(until)}
    with acting(by, contact.network, "not now", summary=summary) as act:
        if proposal in STEPS:
            snooze(contact=contact, until=until, by=act, today=today)
        return _answer(contact, proposal, subject, Answer.Kind.NOT_NOW, act, today, until=until)


def swap(*, contact: Contact, proposal: str, by: Actor | Acting, today: date, subject: str = "") -> Answer:
    """Somebody else this week; nothing about the contact changes."""
    _check(proposal)
    with acting(by, contact.network, "swap", summary=_("Swapped %(who)s this week") % {"who": contact}) as act:
        return _answer(contact, proposal, subject, Answer.Kind.SWAP, act, today)


def pick(*, contact: Contact, by: Actor | Acting, today: date) -> Answer:
    """This one is whom to reconnect with this week, rather than who was proposed."""
    with acting(by, contact.network, "pick", summary=_("Rather %(who)s this week") % {"who": contact}) as act:
        return _answer(contact, "reconnect", "", Answer.Kind.PICK, act, today)


def never(*, contact: Contact, by: Actor | Acting, today: date, subject: str = "") -> int:
    """Never ask to keep in touch with this contact; of a name they gave or the notes have: let that go, and nothing else.
    Answers 1 when that was not so before."""
    if subject.startswith(MENTION):
        drop_mention(contact=contact, subject=subject, by=by, today=today)
        return 1
    if subject.startswith(EVENT):
        return _not_awaited(contact, subject, by)
    if subject.startswith(REFERRAL):
        key = subject.removeprefix(REFERRAL)
        rows = Referral.objects.filter(network=contact.network, contact=contact, met=None, dropped_on=None)
        found = rows.filter(pk=int(key) if key.isdecimal() and len(key) < 19 else 0).first()
        if found is not None:
            drop_referral(referral=found, on=today, by=by)
        return int(found is not None)
    return decide(contacts=[contact], kind="never", by=by, today=today)


def _not_awaited(contact: Contact, subject: str, by: Actor | Acting) -> int:
    """Leave them on the event's list, unasked for."""
    key = subject.removeprefix(EVENT)
    rows = Attendance.objects.filter(network=contact.network, contact=contact, state=Attendance.State.WANTED)
    found = rows.filter(pk=int(key) if key.isdecimal() and len(key) < 19 else 0).first()
    if found is not None:
        leave_on_list(attendance=found, by=by)
    return int(found is not None)


def choose(*, contact: Contact, kind: Choice, by: Actor | Acting, today: date, days: int | None = None) -> Answer:
    """Decide on a card that asks for it: the cadence is set, and the week has asked."""
    with acting(by, contact.network, "decide", summary=_("Decided on %(who)s") % {"who": contact}) as act:
        decide(contacts=[contact], kind=kind, days=days, by=act, today=today)
        return _answer(contact, "decide", "", Answer.Kind.DONE, act, today, minutes=DECIDING)


def _answer(
    contact: Contact,
    proposal: str,
    subject: str,
    answer: str,
    act: Acting,
    today: date,
    *,
    minutes: int = 0,
    until: date | None = None,
) -> Answer:
    return act.add(
        Answer(
            contact=contact,
            proposal=proposal,
            subject=subject[:60],
            answer=answer,
            week=week_of(today, contact.network.week_start).starts,
            minutes=minutes,
            until=until,
            at=moment_on(today, contact.network),
        )
    )


def _not_done_since(seen: int, contact: Contact, proposal: str, subject: str) -> None:
    answers = Answer.objects.filter(network=contact.network, contact=contact, proposal=proposal, subject=subject[:60])
    answer = answers.filter(answer=Answer.Kind.DONE, pk__gt=seen).order_by("-pk").first()
    if answer is None:
        return
    added = Change.objects.filter(network=contact.network, op=Change.Op.ADD)
    act = added.filter(table=Answer._meta.label_lower, row=answer.pk).order_by("-pk").values("act")[:1]
    recorded = added.filter(act__in=act, table=Interaction._meta.label_lower).values_list("row", flat=True)
    there = Interaction.objects.filter(network=contact.network, pk__in=list(recorded)).first()
    raise AlreadyDone(there.pk if there else None)


def _check(proposal: str) -> None:
    if proposal not in KINDS:
        raise Refusal(_("“%(kind)s” is no kind of proposal.") % {"kind": proposal}, field="proposal")


def _promise(contact: Contact, subject: str) -> Promise:
    key = int(subject) if subject.isdecimal() and len(subject) < 19 else 0
    promise = Promise.objects.filter(network=contact.network, contact=contact, pk=key).first()
    if promise is None or not promise.open:
        raise Refusal(_("This promise is no longer open."))
    return promise
