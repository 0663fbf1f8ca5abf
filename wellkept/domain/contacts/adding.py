"""New contacts: one by hand, or thousands out of a file."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts import parts
from wellkept.domain.contacts.models import Contact, File, OfContact
from wellkept.domain.contacts.organizations import get_or_add_organizations
from wellkept.domain.contacts.tagging import file_under
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.person import Person


def add_contact(
    *, network: Network, person: Person, by: Actor | Acting, source: str = "hand", photo: File | None = None
) -> Contact:
    """Add one contact. Somebody without a name goes by organization, e-mail or phone, and is flagged 'no name'."""
    (contact,) = add_contacts(network=network, people=[(person, photo)], by=by, source=source)
    return contact


def add_contacts(
    *, network: Network, people: Sequence[tuple[Person, File | None]], by: Actor | Acting, source: str
) -> list[Contact]:
    """Add many contacts with few queries, in the order given.

    Raises ``Refusal`` (and adds nobody) when nothing usable is known of one of them.
    """
    if any(person.empty for person, _photo in people):
        raise Refusal(_("A contact needs a name, or at least an organization, an e-mail or a phone."), field="display")
    if not people:
        return []
    with acting(by, network, "add contacts", summary=_summary(people)) as act:
        names = parts.organization_names(person for person, _photo in people)
        organizations = get_or_add_organizations(network=network, names=names, by=act)
        contacts = act.add_all(
            [
                Contact(network=network, source=source[:30], photo=photo, **parts.contact_columns(person))
                for person, photo in people
            ]
        )
        tables: list[list[OfContact]] = [[] for _table in range(7)]
        for contact, (person, _photo) in zip(contacts, people, strict=True):
            rows = parts.rows_of(person, region=network.phone_region, organizations=organizations)
            for table, found in zip(tables, rows, strict=True):
                for row in found:
                    row.contact = contact
                table.extend(found)
        for table in tables:
            act.add_all(table)
        groups = {c: person.groups for c, (person, _photo) in zip(contacts, people, strict=True) if person.groups}
        file_under(groups=groups, network=network, by=act)
    return contacts


def _summary(people: Sequence[tuple[Person, File | None]]) -> str:
    if len(people) == 1:
        return _("Added %(name)s") % {"name": parts.name_columns(people[0][0])["display"]}
    return ngettext("Added %(count)d contact", "Added %(count)d contacts", len(people)) % {"count": len(people)}
