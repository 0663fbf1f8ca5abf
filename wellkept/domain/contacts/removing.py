"""Deleting contacts, with all that hangs on them. The history can put everything back."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting


def remove_contacts(*, contacts: Sequence[Contact], by: Actor | Acting) -> int:
    """Delete contacts; answers how many."""
    people = list(contacts)
    if any(person.is_me for person in people):
        raise Refusal(_("Your own card cannot be deleted."), field="contacts")
    if not people:
        return 0
    summary = _("Deleted %(name)s") % {"name": people[0].display}
    if len(people) > 1:
        summary = ngettext("Deleted %(count)d contact", "Deleted %(count)d contacts", len(people)) % {
            "count": len(people)
        }
    with acting(by, people[0].network, "remove contacts", summary=summary) as act:
        act.remove_all(people)
    return len(people)
