"""Names that contacts gave: who else is worth meeting, who named them, and who they became."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Interaction, Referral

LONGEST_NAME, LONGEST_ABOUT = 200, 300  # characters


def note_referral(
    *,
    contact: Contact,
    name: str,
    on: date,
    by: Actor | Acting,
    about: str = "",
    interaction: Interaction | None = None,
) -> Referral:
    """``contact`` named somebody. The same open name of the same contact is kept once; what is new about them is taken over."""
    words, more = " ".join(name.split()), " ".join(about.split())
    if not words:
        raise Refusal(_("Say whom they named."), field="name")
    if len(words) > LONGEST_NAME or len(more) > LONGEST_ABOUT:
        raise Refusal(_("That is too long for a name."), field="name")
    if contact.is_me:
        raise Refusal(_("A name is given by somebody else."), field="contact")
    summary = _("%(who)s named %(name)s") % {"who": contact, "name": words}
    with acting(by, contact.network, "name", summary=summary) as act:
        known = Referral.objects.filter(contact=contact, name__iexact=words, met=None, dropped_on=None).first()
        if known is not None:
            act.edit(known, about=more or known.about)
            return known
        return act.add(Referral(contact=contact, interaction=interaction, name=words, about=more, on=on))


def meet_referral(*, referral: Referral, contact: Contact, by: Actor | Acting) -> Referral:
    """Whom they named is a contact now."""
    if contact.pk == referral.contact_id:
        raise Refusal(_("Nobody is named by themselves."), field="met")
    if contact.network_id != referral.network_id:
        raise Refusal(_("This is not in your network."), field="met")
    with acting(by, referral.network, "met", summary=_("Met %(name)s") % {"name": referral.name}) as act:
        act.edit(referral, met=contact, dropped_on=None)
    return referral


def drop_referral(*, referral: Referral, on: date, by: Actor | Acting) -> Referral:
    """Not worth following up; it is remembered who named them."""
    with acting(by, referral.network, "drop", summary=_("Let go: %(what)s") % {"what": referral.name}) as act:
        act.edit(referral, dropped_on=on, met=None)
    return referral


def reopen_referral(*, referral: Referral, by: Actor | Acting) -> Referral:
    with acting(by, referral.network, "reopen", summary=_("Open again: %(what)s") % {"what": referral.name}) as act:
        act.edit(referral, dropped_on=None, met=None)
    return referral


def remove_referral(*, referral: Referral, by: Actor | Acting) -> None:
    with acting(by, referral.network, "remove", summary=_("Removed: %(what)s") % {"what": referral.name}) as act:
        act.remove(referral)


def open_referrals(contact: Contact) -> Sequence[Referral]:
    """Names this contact gave who are no contacts yet, in the order in which they were given."""
    return list(Referral.objects.filter(contact=contact, met=None, dropped_on=None).order_by("on", "pk"))
