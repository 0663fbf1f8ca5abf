"""Thank-yous owed: whoever helped, gave, introduced, hosted or referred is thanked within two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.models import Actor
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Interaction, Promise
from wellkept.domain.timeline.promising import check_promise

WITHIN = timedelta(days=2)
LATELY = timedelta(days=14)  # a referral longer ago was thanked for, or never will be
FOR = {
    "help": gettext_lazy("the help"),
    "gift": gettext_lazy("the gift"),
    "introduction": gettext_lazy("the introduction"),
    "lunch": gettext_lazy("the invitation"),
    "coffee": gettext_lazy("the invitation"),
    "event": gettext_lazy("the invitation"),
}
GIVEN = frozenset({"help", "gift", "introduction"})  # when it came from them, thanks are owed without being asked for


def is_owed(*, kind: str, direction: str) -> bool:
    """Whether such an interaction, written down by hand, leaves a thank-you owed if nothing else is said."""
    return kind in GIVEN and direction == Interaction.Direction.THEIRS


def owe_thanks(
    *,
    contacts: Sequence[Contact],
    what: str,
    on: date,
    by: Actor | Acting,
    interaction: Interaction | None = None,
) -> list[Promise]:
    """A thank-you to each of these contacts for ``what`` they did on a day, due two days later.

    Nothing is owed twice: a contact who is owed an open one for the same interaction or in the same words is left out.
    """
    words = check_promise(by_whom=Promise.By.ME, text=what)
    if not contacts:
        return []
    open_ones = Promise.objects.filter(contact__in=contacts, thanks=True, settled_on=None, forgiven_on=None)
    owed = {key for row in open_ones for key in ((row.contact_id, row.interaction_id), (row.contact_id, row.text))}
    key = interaction.pk if interaction else words
    rows = [
        Promise(contact=contact, interaction=interaction, by=Promise.By.ME, thanks=True, text=words, due_on=on + WITHIN)
        for contact in contacts
        if (contact.pk, key) not in owed
    ]
    summary = _("Owe %(who)s thanks: %(what)s") % {"who": contacts[0], "what": words}
    with acting(by, contacts[0].network, "owe thanks", summary=summary) as act:
        return act.add_all(rows)


def owe_for(*, interaction: Interaction, by: Actor | Acting) -> list[Promise]:
    """A thank-you to each who took part in an interaction."""
    contacts = list(Contact.objects.filter(participations__interaction=interaction, is_me=False).order_by("pk"))
    what = _("Say thank you for %(what)s") % {"what": FOR.get(interaction.kind, _("it"))}
    return owe_thanks(contacts=contacts, what=what, on=interaction.on, by=by, interaction=interaction)


def owe_for_referral(*, contact: Contact, today: date, by: Actor | Acting) -> list[Promise]:
    """A thank-you to the one through whom this contact was met, if that was within the last two weeks."""
    through, met = contact.met_through, _met(contact)
    if through is None or through.is_me or met is None or not timedelta(0) <= today - met <= LATELY:
        return []
    what = _("Say thank you for bringing me together with %(who)s") % {"who": contact}
    return owe_thanks(contacts=[through], what=what, on=met, by=by)


def _met(contact: Contact) -> date | None:
    try:
        return date(contact.met_on_year or 0, contact.met_on_month or 0, contact.met_on_day or 0)
    except ValueError:
        return None
