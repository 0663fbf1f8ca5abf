"""What there is to say on a day: the week's cards, in a few words each, with links that ask before they act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from wellkept.domain.accounts.models import Network
from wellkept.domain.plan.answering import newest_answer
from wellkept.domain.plan.cards import Proposal, Week
from wellkept.domain.plan.week import this_week
from wellkept.domain.reminders.links import answer_link, site, stop_link
from wellkept.domain.reminders.models import Reminders
from wellkept.domain.reminders.settling import reminders_of


@dataclass(frozen=True)
class Item:
    """``done`` is '' for a card that asks for a decision: that is taken on the page."""

    proposal: Proposal
    contact: str
    done: str
    not_now: str


@dataclass(frozen=True)
class Digest:
    on: date
    week: Week
    items: list[Item]
    weekly: bool
    site: str
    settings: str
    stop: str

    @property
    def minutes(self) -> int:
        return sum(item.proposal.minutes for item in self.items)


def digest_of(*, network: Network, on: date) -> Digest | None:
    """The digest of a day; None where there is nothing to say, and on a pause."""
    row = reminders_of(network)
    if row.paused_on(on):
        return None
    week = this_week(network=network, on=on)
    if not week.proposals:
        return None
    if row.pk is None:
        row.save()  # so that its links can be followed
    seen = newest_answer(network)
    return Digest(
        on=on,
        week=week,
        items=[_item(proposal, row, seen) for proposal in week.proposals],
        weekly=row.often == Reminders.Often.WEEKLY,
        site=site() + reverse("week"),
        settings=site() + reverse("reminders"),
        stop=stop_link(row),
    )


def _item(proposal: Proposal, row: Reminders, seen: int) -> Item:
    return Item(
        proposal=proposal,
        contact=site() + reverse("contact", args=[proposal.contact]),
        done="" if proposal.kind == "decide" else answer_link(proposal, "done", row=row, seen=seen),
        not_now=answer_link(proposal, "not-now", row=row, seen=seen),
    )


def digest_as_json(digest: Digest | None, on: date) -> dict[str, Any]:
    """What ``wellkept digest --json`` prints; the links are not among it, for they act for whoever holds them."""
    items = digest.items if digest else []
    return {
        "on": on.isoformat(),
        "week": digest.week.name if digest else None,
        "minutes": digest.minutes if digest else 0,
        "items": [
            {
                "contact": item.proposal.contact,
                "name": item.proposal.name,
                "kind": item.proposal.kind,
                "why": item.proposal.why,
                "due": item.proposal.due,
                "act": item.proposal.act,
                "minutes": item.proposal.minutes,
            }
            for item in items
        ],
    }
