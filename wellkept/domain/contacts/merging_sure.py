"""Merging, at one word, those pairs of which the evidence leaves no doubt. Each merge is an act of its own, all are one batch."""

from __future__ import annotations

from collections.abc import Callable

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.contacts.merging import better_name, better_of, merge_contacts
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.reasoning import why
from wellkept.domain.contacts.sameness import Likeness
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act

AT_ONCE = 25  # merges for which a page waits
Told = Callable[[int], None]


def sure_groups(network: Network) -> list[list[int]]:
    """Who is to become one: groups in which every two are sure, the likeliest first. A pair that joins two groups of which others are
    not sure of each other is left for review."""
    pairs = list(Likeness.objects.filter(network=network, sure=True).order_by("-weight", "one", "other"))
    sure = {(pair.one_id, pair.other_id) for pair in pairs}
    group_of: dict[int, list[int]] = {}
    for pair in pairs:
        one = group_of.get(pair.one_id, [pair.one_id])
        other = group_of.get(pair.other_id, [pair.other_id])
        if one is other or not all((min(a, b), max(a, b)) in sure for a in one for b in other):
            continue
        joined = [*one, *other]
        group_of.update(dict.fromkeys(joined, joined))
    unique = {id(group): group for group in group_of.values()}
    return [sorted(group) for group in unique.values()]


def merge_sure(*, network: Network, by: Actor, batch: str, progress: Told = lambda merged: None) -> list[Act]:
    """Merge them; answers the acts, which share ``batch``. What has changed meanwhile is left alone."""
    acts: list[Act] = []
    for group in sure_groups(network):
        with acting(by, network, batch=batch) as act:
            people = list(Contact.objects.filter(network=network, pk__in=group, is_me=False).order_by("pk"))
            while len(people) > 1 and _still_sure(network, people[0], people[1]):
                kept, gone = better_of(people[0], people[1])
                told = why(network, kept, gone)
                merge_contacts(kept=kept, gone=gone, by=act, choices=better_name(kept, gone), reason=told)
                people = [kept, *people[2:]]
        if act.row.pk is not None:
            acts.append(act.row)
            progress(len(acts))
    return acts


def _still_sure(network: Network, one: Contact, other: Contact) -> bool:
    low, high = sorted((one.pk, other.pk))
    return bool(Likeness.objects.filter(network=network, one=low, other=high, sure=True).exists())
