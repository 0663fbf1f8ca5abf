"""Facts about somebody, what they need and what they could give: learned, edited, over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Fact, Interaction
from wellkept.domain.timeline.recording import check_day
from wellkept.formats.names import fold

LONGEST = 300  # characters


def learn_fact(
    *,
    contact: Contact,
    words: str,
    on: date,
    by: Actor | Acting,
    today: date,
    kind: str = Fact.Kind.FACT,
    interaction: Interaction | None = None,
) -> Fact:
    """``kind``: fact, need or offer. The same words of the same contact are kept once, and are true again if they were over."""
    said = _check(kind, words)
    check_day(on, today=today)
    if interaction is not None and contact.pk not in interaction.contact_ids():
        raise Refusal(_("%(who)s did not take part.") % {"who": contact}, field="interaction")
    with acting(by, contact.network, "learn", summary=_learned(contact, kind, said)) as act:
        there = Fact.objects.filter(network=contact.network, contact=contact, kind=kind)
        known = next((fact for fact in there if fold(fact.words) == fold(said)), None)
        if known is None:
            return act.add(Fact(contact=contact, interaction=interaction, kind=kind, words=said, on=on))
        act.edit(known, over_on=None)
        return known


def edit_fact(*, fact: Fact, words: str, by: Actor | Acting, kind: str | None = None) -> Fact:
    """``kind`` None stays as it is."""
    said = _check(kind or fact.kind, words)
    with acting(by, fact.network, "edit fact", summary=_learned(fact.contact, kind or fact.kind, said)) as act:
        act.edit(fact, words=said, kind=kind or fact.kind)
    return fact


def end_fact(*, fact: Fact, on: date, by: Actor | Acting) -> Fact:
    """It is no longer so: the children are grown, the need was met."""
    with acting(by, fact.network, "end fact", summary=_("No longer so: %(what)s") % {"what": fact.words}) as act:
        act.edit(fact, over_on=on)
    return fact


def reopen_fact(*, fact: Fact, by: Actor | Acting) -> Fact:
    with acting(by, fact.network, "reopen fact", summary=_("True again: %(what)s") % {"what": fact.words}) as act:
        act.edit(fact, over_on=None)
    return fact


def remove_fact(*, fact: Fact, by: Actor | Acting) -> None:
    with acting(by, fact.network, "remove fact", summary=_("Removed: %(what)s") % {"what": fact.words}) as act:
        act.remove(fact)


def facts_of(contact: Contact) -> Sequence[Fact]:
    """What is so, newest first; what is over comes last."""
    facts = Fact.objects.filter(network=contact.network_id, contact=contact).order_by("-on", "-pk")
    return sorted(facts, key=lambda fact: fact.over_on is not None)


def _check(kind: str, words: str) -> str:
    if kind not in Fact.Kind.values:
        raise Refusal(_("It is a fact, a need or an offer."), field="kind")
    said = " ".join(words.split())
    if not said:
        raise Refusal(_("Say what is so."), field="words")
    if len(said) > LONGEST:
        raise Refusal(_("A fact takes at most %(most)d characters.") % {"most": LONGEST}, field="words")
    return said


def _learned(contact: Contact, kind: str, words: str) -> str:
    said = {
        Fact.Kind.FACT.value: _("About %(who)s: %(what)s"),
        Fact.Kind.NEED.value: _("%(who)s needs: %(what)s"),
        Fact.Kind.OFFER.value: _("%(who)s could give: %(what)s"),
    }
    return said[kind] % {"who": contact, "what": words}
