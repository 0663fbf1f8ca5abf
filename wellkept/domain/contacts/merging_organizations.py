"""Organizations that are one become one: Acme, Acme Software, ACME. One act, one undo."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.contacts.moving import move_rows
from wellkept.domain.contacts.sameness import OrganizationName
from wellkept.domain.history.acting import Acting, acting, hanging_on


def merge_organizations(
    *, kept: Organization, gone: Organization, by: Actor | Acting, name: str = "", website: str = ""
) -> Organization:
    """Merge ``gone`` into ``kept``: its people, and all else that hangs on it. Its name is remembered, so that whoever comes with it comes
    to the right place. ``name`` and ``website``: 'gone' takes that of the other.

    Raises ``Refusal`` for merging one with itself or across networks."""
    if kept.pk == gone.pk:
        raise Refusal(_("An organization cannot be merged with itself."), field="organization")
    if kept.network_id != gone.network_id:
        raise Refusal(_("These are not in one network."), field="organization")
    summary = _("Merged %(gone)s into %(kept)s") % {"gone": gone, "kept": kept}
    with acting(by, kept.network, "merge organizations", summary=summary) as act:
        taken = gone.name if name == "gone" else kept.name
        site = (gone.website or kept.website) if website == "gone" else (kept.website or gone.website)
        about = [kept.about, gone.about]
        if kept.website and gone.website and kept.website != gone.website:
            about.append(gone.website if site == kept.website else kept.website)
        remembered = _remembered(kept, gone, taken)
        for model, field, _on_delete in hanging_on(Organization):
            if model.recorded:
                move_rows(act, model, field.name, kept=kept, gone=gone)
        act.remove(gone)
        key = gone.key if name == "gone" else kept.key
        act.edit(
            kept,
            name=taken,
            key=key,
            website=site,
            about="\n\n".join(dict.fromkeys(filter(None, about))),
            created_at=min(kept.created_at, gone.created_at),
        )
        act.add_all(remembered)
    return kept


def _remembered(kept: Organization, gone: Organization, taken: str) -> list[OrganizationName]:
    other = kept if taken == gone.name and taken != kept.name else gone
    return [OrganizationName(organization=kept, name=other.name, key=other.key)]


def larger_of(one: Organization, other: Organization) -> tuple[Organization, Organization]:
    """(kept, gone): the one with more people stays, of equals the older."""
    count = {house.pk: house.positions.count() for house in (one, other)}
    one, other = sorted((one, other), key=lambda house: house.pk)
    return (one, other) if count[one.pk] >= count[other.pk] else (other, one)


def some_people(organization: Organization, most: int = 5) -> list[str]:
    """Names of those who are or were there, and how many more there are."""
    names = list(
        Contact.objects.filter(network=organization.network_id, is_me=False, positions__organization=organization)
        .order_by("sort_key")
        .values_list("display", flat=True)
        .distinct()
    )
    more = len(names) - most
    return names if more <= 0 else [*names[:most], _("and %(count)d more") % {"count": more}]
