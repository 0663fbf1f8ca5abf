"""Tags: free words on contacts. A group of an address book that is named like a circle puts people in that circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.belonging import check_ours
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact, Tag, Tagging
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.names import fold, tidy

CHUNK = 500


def tag_key(name: str) -> str:
    return fold(tidy(name).lstrip("#"))[:80]


def get_or_add_tags(*, network: Network, names: Iterable[str], by: Actor | Acting) -> dict[str, Tag]:
    """The tag for each name as given; those not known are added. Empty names are left out."""
    keys = {name: key for name in dict.fromkeys(names) if (key := tag_key(name))}
    known = {tag.key: tag for tag in Tag.objects.filter(network=network)} if keys else {}
    fresh: dict[str, Tag] = {}
    for name, key in keys.items():
        if key not in known:
            fresh.setdefault(key, Tag(network=network, name=tidy(name).lstrip("#")[:80], key=key))
    if fresh:
        with acting(by, network, "add tags", summary=_("Added tags")) as act:
            act.add_all(fresh.values())
        known.update(fresh)
    return {name: known[key] for name, key in keys.items()}


def tag(*, contacts: Iterable[Contact], name: str, by: Actor | Acting, network: Network) -> int:
    """Put a tag on contacts; answers how many did not have it before."""
    people = list(contacts)
    check_ours(network, people)
    if not tag_key(name):
        raise Refusal(_("A tag needs a name."), field="tag")
    summary = ngettext("Tagged %(count)d contact %(tag)s", "Tagged %(count)d contacts %(tag)s", len(people))
    with acting(by, network, "tag", summary=summary % {"count": len(people), "tag": tidy(name)}) as act:
        found = get_or_add_tags(network=network, names=[name], by=act)[name]
        return _link(act, {person: {found} for person in people})


def untag(*, contacts: Iterable[Contact], tag: Tag, by: Actor | Acting) -> int:
    """Take a tag off contacts; answers how many had it."""
    people = list(contacts)
    check_ours(tag.network, people)
    keys = [person.pk for person in people]
    summary = ngettext("Took %(tag)s off %(count)d contact", "Took %(tag)s off %(count)d contacts", len(keys))
    with acting(by, tag.network, "untag", summary=summary % {"count": len(keys), "tag": tag.name}) as act:
        taggings = [
            tagging
            for start in range(0, len(keys), CHUNK)
            for tagging in Tagging.objects.filter(tag=tag, contact_id__in=keys[start : start + CHUNK])
        ]
        act.remove_all(taggings)
    return len(taggings)


def file_under(*, groups: Mapping[Contact, Iterable[str]], network: Network, by: Acting) -> int:
    """Put contacts into the circles and under the tags that these groups name; answers how many places are new."""
    names = {name for each in groups.values() for name in each if tag_key(name)}
    if not names:
        return 0
    circles = {
        fold(word): circle for circle in Circle.objects.filter(network=network) for word in (circle.key, circle.name)
    }
    tags = get_or_add_tags(network=network, names=sorted(n for n in names if fold(n) not in circles), by=by)
    told: dict[Contact, set[Tag]] = {}
    told_circles: dict[Contact, set[Circle]] = {}
    for contact, each in groups.items():
        for name in each:
            if name in tags:
                told.setdefault(contact, set()).add(tags[name])
            elif fold(name) in circles:
                told_circles.setdefault(contact, set()).add(circles[fold(name)])
    return _link(by, told) + _place(by, told_circles)


def _link(act: Acting, told: Mapping[Contact, set[Tag]]) -> int:
    there = _pairs(Tagging, "tag_id", told)
    fresh = [
        Tagging(contact=contact, tag=tag)
        for contact, tags in told.items()
        for tag in sorted(tags, key=lambda tag: tag.key)
        if (contact.pk, tag.pk) not in there
    ]
    return len(act.add_all(fresh))


def _place(act: Acting, told: Mapping[Contact, set[Circle]]) -> int:
    there = _pairs(CircleMembership, "circle_id", told)
    fresh = [
        CircleMembership(contact=contact, circle=circle)
        for contact, circles in told.items()
        for circle in sorted(circles, key=lambda circle: circle.position)
        if (contact.pk, circle.pk) not in there
    ]
    return len(act.add_all(fresh))


def _pairs(model: type[Tagging] | type[CircleMembership], column: str, told: Iterable[Contact]) -> set[tuple[int, int]]:
    keys = [contact.pk for contact in told]
    return {
        pair
        for start in range(0, len(keys), CHUNK)
        for pair in model.objects.filter(contact_id__in=keys[start : start + CHUNK]).values_list("contact_id", column)
    }
