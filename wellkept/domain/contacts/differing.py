"""The user's word that two are not the same. It is remembered, and can be taken back like anything else."""

from __future__ import annotations

from typing import TypeVar

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.belonging import check_ours
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.contacts.sameness import Likeness, NotTheSame, OrganizationLikeness, OrganizationsNotTheSame
from wellkept.domain.history.acting import Acting, acting

Row = TypeVar("Row", Contact, Organization)


def not_the_same(*, one: Contact, other: Contact, by: Actor | Acting) -> NotTheSame:
    """These two are two people: they are not asked about again."""
    one, other = _ordered(one, other)
    summary = _("%(one)s and %(other)s are not the same") % {"one": one, "other": other}
    with acting(by, one.network, "not the same", summary=summary) as act:
        check_ours(one.network, [other])
        Likeness.objects.filter(network=one.network, one=one, other=other).delete()
        there = NotTheSame.objects.filter(network=one.network, one=one, other=other).first()
        return there or act.add(NotTheSame(one=one, other=other))


def organizations_not_the_same(
    *, one: Organization, other: Organization, by: Actor | Acting
) -> OrganizationsNotTheSame:
    """These are two organizations."""
    one, other = _ordered(one, other)
    summary = _("%(one)s and %(other)s are not the same") % {"one": one, "other": other}
    with acting(by, one.network, "not the same", summary=summary) as act:
        check_ours(one.network, [other])
        OrganizationLikeness.objects.filter(network=one.network, one=one, other=other).delete()
        there = OrganizationsNotTheSame.objects.filter(network=one.network, one=one, other=other).first()
        return there or act.add(OrganizationsNotTheSame(one=one, other=other))


def _ordered(one: Row, other: Row) -> tuple[Row, Row]:
    if one.pk == other.pk:
        raise Refusal(_("These are one and the same."))
    return (one, other) if one.pk < other.pk else (other, one)
