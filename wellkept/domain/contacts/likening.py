"""Finding who may be one person: in the whole network, and for those who came or changed since.

An act only notes whom it touched; comparing them is a job's work (likening_jobs.py), so that no import waits for it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.describing import traits_of
from wellkept.domain.contacts.likeness.finding import Found, find_likely
from wellkept.domain.contacts.likeness.judging import Likely
from wellkept.domain.contacts.likeness.weights import from_json
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.near import near
from wellkept.domain.contacts.sameness import Likeness, Likening, NotTheSame, Unlooked
from wellkept.domain.history.inserting import insert_all, new_row
from wellkept.domain.history.models import Act, Change

FEW = 50  # so many are compared with those near them alone, more with everybody
GROWN = 0.25  # share of new contacts at which the model is learned anew
AGAIN = timedelta(minutes=1)  # a job that was asked for and has not come by then is asked for again
CHUNK = 500
Told = Callable[[int], None]
TELLING = {
    "contacts.email", "contacts.phone", "contacts.link", "contacts.position", "contacts.postaladdress", "contacts.contactdate",
    "contacts.notthesame",
}  # fmt: skip
NAMING = {"display", "given", "family", "nickname", "additional", "suffix", "location", "archived_at"}


def note_touched(*, act: Act, changes: Sequence[Change], **_signal: Any) -> None:
    """Receiver of ``acted``: whoever changed in something that tells who they are is to be compared again."""
    touched = {key for change in changes for key in _told_by(change)}
    if not touched:
        return
    from wellkept.domain.contacts.likening_jobs import catch_up_job

    network = act.network
    with inside(network):
        waiting = Unlooked.objects.filter(network=network).order_by("pk").first()
        keys = sorted(_there(network, touched))
        insert_all([Unlooked(network=network, contact_id=key) for key in keys])
    if keys and (waiting is None or timezone.now() - waiting.at > AGAIN):
        transaction.on_commit(lambda: catch_up_job.enqueue(network.pk))


def _told_by(change: Change) -> Iterator[int]:
    if change.contact_id is None:
        return
    named = change.table == "contacts.contact" and (
        change.op != Change.Op.EDIT or not NAMING.isdisjoint(change.before or {})
    )
    if named or change.table in TELLING:
        yield change.contact_id


def _there(network: Network, keys: Iterable[int]) -> set[int]:
    wanted, found = list(keys), set()
    for start in range(0, len(wanted), CHUNK):
        rows = Contact.objects.filter(network=network, pk__in=wanted[start : start + CHUNK], is_me=False)
        found.update(rows.values_list("pk", flat=True))
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: it would look through the records again and again, a third of the time, and there are none.
    Nothing of them may be left at the end, or it looks through them then. It is on afterwards whatever it was, so that two at once do not leave it off."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def likening_of(network: Network) -> Likening:
    """How the search stands; a row that is not written yet where nothing was ever searched."""
    known: Likening | None = Likening.objects.filter(network=network).first()
    return known or Likening(network=network)


@_uncollected()
def catch_up(*, network: Network, progress: Told = lambda compared: None) -> int:
    """Compare those who came or changed since the last time; answers how many pairs are worth a look among theirs."""
    with inside(network):
        last = Unlooked.objects.filter(network=network).order_by("-pk").first()
        if last is None:
            return 0
        waiting = Unlooked.objects.filter(network=network, pk__lte=last.pk)
        touched = sorted(set(waiting.values_list("contact_id", flat=True)))
        known = likening_of(network)
        model = from_json(known.model)
        if model is None or (len(touched) > FEW and len(touched) > GROWN * known.contacts):
            return search_all(network=network, progress=progress)
        some = near(network, touched) if len(touched) <= FEW else None
        found = find_likely(traits_of(network, some), fresh=frozenset(touched), model=model, progress=progress)
        with transaction.atomic():
            for start in range(0, len(touched), CHUNK):
                some = touched[start : start + CHUNK]
                Likeness.objects.filter(Q(one__in=some) | Q(other__in=some), network=network).delete()
            count = _write(network, found.likely)
            Unlooked.objects.filter(network=network, pk__lte=last.pk).delete()
    return count


@_uncollected()
def search_all(*, network: Network, progress: Told = lambda compared: None) -> int:
    """Compare everybody with everybody near them, and learn the model anew; answers how many pairs are worth a look."""
    with inside(network):
        last = Unlooked.objects.filter(network=network).order_by("-pk").first()
        found = find_likely(traits_of(network), progress=progress)
        with transaction.atomic():
            Likeness.objects.filter(network=network).delete()
            count = _write(network, found.likely)
            if last is not None:
                Unlooked.objects.filter(network=network, pk__lte=last.pk).delete()
            _remember(network, found)
    return count


def _remember(network: Network, found: Found) -> None:
    Likening.objects.update_or_create(
        network=network,
        defaults={
            "model": found.model.as_json(),
            "contacts": found.records,
            "compared": found.compared,
            "state": Likening.State.DONE,
            "searched_at": timezone.now(),
        },
    )


def _write(network: Network, likely: Sequence[Likely]) -> int:
    """Keep the pairs but those of which one has gone meanwhile or that are said to be two."""
    there = _there(network, {key for pair in likely for key in (pair.one, pair.other)})
    said = set(NotTheSame.objects.filter(network=network).values_list("one_id", "other_id"))
    apart = said | {(other, one) for one, other in said}
    rows = [
        new_row(
            Likeness,
            network_id=network.pk,
            one_id=pair.one,
            other_id=pair.other,
            weight=pair.weight,
            chance=pair.chance,
            sure=pair.verdict == "sure",
            reasons=[[reason.field, reason.says, reason.bits] for reason in pair.reasons],
        )
        for pair in likely
        if pair.one in there and pair.other in there and (pair.one, pair.other) not in apart
    ]
    insert_all(rows)
    return len(rows)
