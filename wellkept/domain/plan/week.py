"""This week: whom to meet and whom to touch base with, why, and with what words. Computed, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.cadence.counting import count
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import Contact
from wellkept.domain.correspondence.channels import LOOK_UP, MINUTES
from wellkept.domain.correspondence.known import Named, Purpose
from wellkept.domain.correspondence.writing import LONG_SILENT, Letter, letters
from wellkept.domain.plan import reading
from wellkept.domain.plan.at_events import EVENT
from wellkept.domain.plan.cards import Goal, Minutes, Proposal, Rest, Touched, Week
from wellkept.domain.plan.meeting import RECALL
from wellkept.domain.plan.mentioned import MENTION
from wellkept.domain.plan.models import Answer
from wellkept.domain.plan.proposing import Bounds, Candidate, Proposed, propose
from wellkept.domain.plan.weeks import WeekDates, week_of
from wellkept.domain.timeline.models import Interaction

MOST_TOUCHED = 60  # are named; all are counted
OCCASIONS: dict[str, Purpose] = {"birthday": "birthday", "anniversary": "anniversary", "job": "keep", "work": "work", "met": "met"}  # fmt: skip
PROMISE_EXTRA = 2  # minutes on top of writing, for the thing promised


class Passed(NamedTuple):
    """One touch of this week with one contact; ``source`` is '' when it was written down by hand."""

    contact: int
    on: date
    kind: str
    source: str


def this_week(*, network: Network, on: date) -> Week:
    """The week that ``on`` is in, as it stands on that day."""
    with inside(network):
        dates = week_of(on, network.week_start)
        said = reading.answers(network, dates, on)
        passed, touched = _touched(network, dates, on)
        spent = _spent(said, passed, dates)
        counters = count(network=network)
        new = Standing.objects.visible().filter(network=network, new_on__gte=dates.starts, new_on__lte=on).count()
        bounds = Bounds(
            starts=dates.starts,
            today=on,
            touches_left=max(0, network.touch_goal - len(touched)),
            new_left=max(0, network.new_goal - new),
            minutes_left=max(0, network.budget_minutes - spent),
            decided=counters.decided,
            touched=frozenset(touched),
        )
        read = reading.Reading(network, dates, on)
        proposed = propose(read.candidates, [reading.as_said(answer) for answer in said], bounds)
        proposals, dropped = _cards(network, read, proposed, bounds, on)
        rest = [_rest(candidate, read) for candidate in [*dropped, *proposed.rest]]
        kinds = [*(each.kind for each in rest), *(each.kind for each in proposals)]
        return Week(
            name=dates.name,
            starts=dates.starts,
            ends=dates.ends,
            on=on,
            new=Goal(network.new_goal, new),
            touches=Goal(network.touch_goal, len(touched)),
            minutes=Minutes(network.budget_minutes, sum(each.minutes for each in proposals), spent),
            proposals=tuple(proposals),
            rest=tuple(rest),
            rest_more=max(0, reading.due_count(network, on) - kinds.count("cadence")),
            touched=_named(network, passed),
            counters=counters,
        )


def week_as_json(week: Week) -> dict[str, Any]:
    """What ``wellkept week --json`` prints; dates as ISO 8601."""
    return {
        "week": week.name,
        "new": {"goal": week.new.goal, "done": week.new.done},
        "touches": {"goal": week.touches.goal, "done": week.touches.done},
        "minutes": {"budget": week.minutes.budget, "planned": week.minutes.planned},
        "proposals": [
            {
                "contact": each.contact,
                "name": each.name,
                "kind": each.kind,
                "why": each.why,
                "due": each.due.isoformat() if each.due else None,
                "last": each.last_on.isoformat() if each.last_on else None,
                "draft": each.draft,
            }
            for each in week.proposals
        ],
    }


def _touched(network: Network, dates: WeekDates, on: date) -> tuple[list[Passed], set[int]]:
    """What passed this week as a touch, the newest first, and with whom."""
    # From the interactions' side, so that the week's few are found by their date.
    rows = Interaction.objects.filter(network=network, on__gte=dates.starts, on__lte=on, touch=True).order_by(
        "-on", "-pk"
    )
    mine = set(Contact.objects.filter(network=network, is_me=True).values_list("pk", flat=True))
    passed = [Passed(*row) for row in rows.values_list("participations__contact_id", "on", "kind", "source")]
    passed = [each for each in passed if each.contact is not None and each.contact not in mine]
    return passed, {each.contact for each in passed}


def _named(network: Network, passed: Sequence[Passed]) -> tuple[Touched, ...]:
    newest: dict[int, Passed] = {}
    for each in passed:
        newest.setdefault(each.contact, each)
    shown = list(newest.values())[:MOST_TOUCHED]
    names = reading.names_of(network, {each.contact for each in shown})
    return tuple(Touched(each.contact, names[each.contact], each.on, each.kind) for each in shown)


def _spent(said: Sequence[Answer], passed: Sequence[Passed], dates: WeekDates) -> int:
    """Minutes this week took: what was done on cards, and touches written down elsewhere (once a contact)."""
    done = [answer for answer in said if answer.answer == Answer.Kind.DONE and answer.week == dates.starts]
    counted = {answer.contact_id for answer in done}
    elsewhere = {
        each.contact: MINUTES.get(each.kind, 2) for each in passed if not each.source and each.contact not in counted
    }
    return sum(answer.minutes for answer in done) + sum(elsewhere.values())


def _cards(
    network: Network, read: reading.Reading, proposed: Proposed, bounds: Bounds, on: date
) -> tuple[list[Proposal], list[Candidate]]:
    """The cards with their letters. Once the way of reaching each is known, those beyond the minutes are dropped."""
    wanted = {candidate.contact: _purpose(candidate, read, on) for candidate in proposed.chosen}
    there = [each for each in proposed.chosen if each.kind == "visit" or _is_awaited(each, read)]
    visits = {each.contact: read.trips[each.contact] for each in there}
    asked = {each.contact: _asked_after(each, read) for each in proposed.chosen if each.subject.startswith(MENTION)}
    written = letters(network=network, wanted=wanted, today=on, visits=visits, mentions=asked)
    minutes, cards, dropped = bounds.minutes_left, [], []
    for candidate in proposed.chosen:
        card = _card(candidate, written[candidate.contact], read)
        if candidate.kind == "reconnect":
            card = replace(card, instead=tuple(_rest(each, read) for each in proposed.instead))
        if card.minutes > minutes:
            dropped.append(candidate)
            continue
        minutes -= card.minutes
        cards.append(card)
    return cards, dropped


def _card(candidate: Candidate, letter: Letter, read: reading.Reading) -> Proposal:
    row = read.rows.get(candidate.contact, {})
    best = letter.channels[0] if letter.channels else None
    minutes = best.minutes if best else LOOK_UP
    mention = read.mentions.get((candidate.contact, candidate.subject))
    return Proposal(
        key=candidate.key,
        contact=candidate.contact,
        name=row.get("contact__display", ""),
        kind=candidate.kind,
        subject=candidate.subject,
        why=candidate.why,
        due=candidate.due,
        last=letter.last,
        last_on=letter.last_on,
        last_kind=letter.last_kind,
        act=act_words(best.kind if best else ""),
        minutes=minutes + (PROMISE_EXTRA if candidate.kind == "promise" else 0),
        opening=letter.opening,
        evidence=letter.evidence,
        mail_subject=letter.subject,
        draft=letter.body,
        short=letter.short,
        channels=letter.channels,
        headline=letter.headline,
        photo=letter.photo,
        mentions=mention.name if mention else "",
        cadence_days=row.get("cadence_days"),
        decided=row.get("decided", "undecided"),
    )


def _asked_after(candidate: Candidate, read: reading.Reading) -> Named:
    mention = read.mentions[candidate.contact, candidate.subject]
    return Named(0, mention.name, "", mention.on)


def act_words(channel: str) -> str:
    """The suggested act for the best way of reaching somebody."""
    words = {
        "email": _("Write an e-mail"),
        "call": _("Call"),
        "linkedin": _("Write on LinkedIn"),
        "whatsapp": _("Write on WhatsApp"),
        "sms": _("Write a text message"),
        "letter": _("Write a letter"),
    }
    return words.get(channel) or _("Find out how to reach them")


def _purpose(candidate: Candidate, read: reading.Reading, on: date) -> Purpose | None:
    if candidate.kind == "promise":
        return "promise_theirs" if candidate.theirs else "promise_mine"
    if candidate.kind == "thanks":
        return "thanks"
    if candidate.kind == "visit" or _is_awaited(candidate, read):
        return "visit"
    if candidate.subject.startswith(("referral-", MENTION)):
        return "referral"
    if candidate.subject.startswith(RECALL):
        return "reconnect"
    if candidate.kind == "occasion":
        kind = candidate.subject.partition(":")[0]
        return OCCASIONS.get(kind, "occasion")
    if candidate.kind == "followup":
        return "followup"
    if candidate.kind == "second":
        return "second"
    if candidate.kind == "reconnect":
        return "reconnect"
    last = read.rows.get(candidate.contact, {}).get("last_touch_on")
    if last is None:
        return None
    return "reconnect" if (on - last).days > LONG_SILENT else "keep"


def _is_awaited(candidate: Candidate, read: reading.Reading) -> bool:
    """Whether they are wanted at an event of which the place is known."""
    return candidate.subject.startswith(EVENT) and candidate.contact in read.trips


def _rest(candidate: Candidate, read: reading.Reading) -> Rest:
    name = read.rows.get(candidate.contact, {}).get("contact__display", "")
    return Rest(candidate.contact, name, candidate.kind, candidate.subject, candidate.why, candidate.due)


def with_rest(week: Week, count: int) -> Week:
    """The same week with at most ``count`` of the rest; the others are counted."""
    return replace(week, rest=week.rest[:count], rest_more=week.rest_more + max(0, len(week.rest) - count))
