"""How close the user feels to a contact: their own word, beside what was counted.

Frequency is not closeness: co-workers and neighbours are met often without being close (Marsden, Campbell 1984).
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting


def closeness_words() -> dict[int, str]:
    return {1: _("distant"), 2: _("known"), 3: _("friendly"), 4: _("close"), 5: _("very close")}


def set_closeness(*, contact: Contact, closeness: int | None, by: Actor | Acting) -> None:
    """From 1 to 5; None takes the word back."""
    if contact.is_me:
        raise Refusal(_("Your own card has no closeness."), field="closeness")
    if closeness is not None and closeness not in closeness_words():
        raise Refusal(_("Closeness is a number from 1 to 5."), field="closeness")
    words = closeness_words()[closeness] if closeness else _("not said")
    summary = _("Closeness of %(who)s: %(words)s") % {"who": contact, "words": words}
    with acting(by, contact.network, "edit", summary=summary) as act:
        act.edit(contact, closeness=closeness)
