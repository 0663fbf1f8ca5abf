"""Putting contacts out of sight, keeping everything; and bringing them back."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting


def archive(*, contacts: Sequence[Contact], by: Actor | Acting) -> int:
    """Put contacts out of sight; answers how many were in sight."""
    people = _of_others(contacts)
    if not people:
        return 0
    summary = _("Archived %(name)s") % {"name": people[0].display}
    if len(people) > 1:
        summary = ngettext("Archived %(count)d contact", "Archived %(count)d contacts", len(people)) % {
            "count": len(people)
        }
    with acting(by, people[0].network, "archive", summary=summary) as act:
        return act.edit_all([person for person in people if person.archived_at is None], archived_at=timezone.now())


def bring_back(*, contacts: Sequence[Contact], by: Actor | Acting) -> int:
    """Put archived contacts back in sight; answers how many were out of it."""
    people = _of_others(contacts)
    if not people:
        return 0
    summary = _("Brought %(name)s back") % {"name": people[0].display}
    if len(people) > 1:
        summary = ngettext("Brought %(count)d contact back", "Brought %(count)d contacts back", len(people)) % {
            "count": len(people)
        }
    with acting(by, people[0].network, "bring back", summary=summary) as act:
        return act.edit_all(people, archived_at=None)


def _of_others(contacts: Sequence[Contact]) -> list[Contact]:
    people = list(contacts)
    if any(person.is_me for person in people):
        raise Refusal(_("Your own card stays where it is."), field="contacts")
    return people
