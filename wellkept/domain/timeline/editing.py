"""Setting right what was recorded of an interaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.models import Interaction, Participation
from wellkept.domain.timeline.recording import check_day, check_words, names_of

EDITABLE = {"kind", "on", "at", "direction", "body", "place", "touch"}


def edit_interaction(
    *,
    interaction: Interaction,
    by: Actor | Acting,
    today: date,
    contacts: Sequence[Contact] | None = None,
    **columns: Any,
) -> Interaction:
    """Columns: kind, on, at, direction, body, place, touch. ``contacts``, where given, are all who took part."""
    unknown = set(columns) - EDITABLE
    if unknown:
        raise TypeError(f"an interaction has no {', '.join(sorted(unknown))} to edit")
    columns = {name: value.strip() if name in {"body", "place"} else value for name, value in columns.items()}
    new = {name: columns.get(name, getattr(interaction, name)) for name in EDITABLE}
    check_words(kind=new["kind"], direction=new["direction"], body=new["body"], place=new["place"])
    check_day(new["on"], today=today)
    if interaction.at is not None and "at" not in columns:
        columns["at"] = interaction.at + (new["on"] - interaction.on)
    parts = {part.contact_id: part for part in interaction.participations.select_related("contact")}
    who = [part.contact for part in parts.values()] if contacts is None else list(contacts)
    if not who:
        raise Refusal(_("Say with whom it was."), field="contacts")
    if any(contact.network_id != interaction.network_id for contact in who):
        raise Refusal(_("This is not in your network."), field="contacts")
    with acting(by, interaction.network, "edit log", summary=_summary(_("Edited"), interaction, who)) as act:
        act.about(*parts)
        act.edit(interaction, **columns)
        staying = {contact.pk for contact in who}
        gone = [part for key, part in parts.items() if key not in staying]
        act.edit_all([part for key, part in parts.items() if key in staying], on=new["on"])
        act.add_all(
            [
                Participation(interaction=interaction, contact=contact, on=new["on"])
                for contact in {person.pk: person for person in who}.values()
                if contact.pk not in parts
            ]
        )
        act.remove_all(gone)
    return interaction


def remove_interaction(*, interaction: Interaction, by: Actor | Acting) -> None:
    """Promises that were made in it stay, and stand on their own."""
    who = [part.contact for part in interaction.participations.select_related("contact")]
    with acting(by, interaction.network, "remove log", summary=_summary(_("Removed"), interaction, who)) as act:
        act.about(*(contact.pk for contact in who))
        act.remove(interaction)


def _summary(verb: str, interaction: Interaction, who: Sequence[Contact]) -> str:
    return _("%(verb)s: %(kind)s with %(who)s, %(day)s") % {
        "verb": verb,
        "kind": interaction.get_kind_display(),
        "who": names_of(who),
        "day": formats.date_format(interaction.on, "SHORT_DATE_FORMAT"),
    }
