"""Writing down who came to mind, and what the user knows of each. Saved at each step; nothing becomes a contact by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.belonging import check_ours
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.recall.lines import read_lines
from wellkept.domain.recall.models import Remembered, Source
from wellkept.domain.recall.recognizing import name_key, people_called, the_one

MOST = 500  # names at one source
LONGEST_SITTING = 900  # seconds counted between two presses


@dataclass(frozen=True, slots=True)
class Said:
    """What the user said of one name. ``contact``: who it is; ``somebody_new``: none of those who are here."""

    spoken: str = ""
    would_answer: str = ""
    contact: Contact | None = None
    somebody_new: bool = False


def remember(*, source: Source, text: str, by: Actor | Acting, today: date, seconds: int = 0) -> list[Remembered]:
    """Write down the names of a column, those that do not stand there yet; who is here already is recognized."""
    network = source.network
    there = {(row.name.casefold(), row.organization.casefold()) for row in source.remembered.all()}
    lines = [line for line in read_lines(text) if (line.name.casefold(), line.organization.casefold()) not in there]
    if len(there) + len(lines) > MOST:
        raise Refusal(_("One source takes at most %(most)d names. Add another one for the rest.") % {"most": MOST})
    called = people_called(network=network, names=[line.name for line in lines])
    words = ngettext("Remembered %(count)d name: %(source)s", "Remembered %(count)d names: %(source)s", len(lines))
    with acting(by, network, "recall", summary=words % {"count": len(lines), "source": source}) as act:
        if lines:
            _spend(act, source, seconds)
        if lines and source.state == Source.State.SKIPPED:
            act.edit(source, state=Source.State.OPEN)
        rows = [
            Remembered(
                source=source,
                name=line.name,
                organization=line.organization,
                contact=the_one(called.get(name_key(line.name), []), line.organization),
                said_on=today,
            )
            for line in lines
        ]
        return act.add_all(rows)


def say(*, source: Source, said: Mapping[int, Said], by: Actor | Acting, today: date, seconds: int = 0) -> int:
    """Keep what was said of the names (by their keys); answers of how many something changed."""
    network = source.network
    rows = {row.pk: row for row in source.remembered.filter(pk__in=list(said))}
    if len(rows) != len(said):
        raise Refusal(_("This is not in your network."))
    check_ours(network, [one.contact for one in said.values() if one.contact is not None])
    pairs = []
    for key, one in said.items():
        _check(one)
        row = rows[key]
        columns = {"spoken": one.spoken, "would_answer": one.would_answer}
        if row.kept_on is None:
            columns |= {"contact": one.contact, "somebody_new": one.somebody_new and one.contact is None}  # type: ignore[dict-item]
        if any(getattr(row, name) != value for name, value in columns.items()):
            pairs.append((row, {**columns, "said_on": today}))
    with acting(by, network, "recall", summary=_("Told of those remembered: %(source)s") % {"source": source}) as act:
        if pairs:
            _spend(act, source, seconds)
        return act.edit_each(pairs)


def take_off(*, remembered: Remembered, by: Actor | Acting) -> None:
    """Take a name off the list; the contact that was made of it stays."""
    summary = _("Took %(name)s off the list of %(source)s") % {"name": remembered.name, "source": remembered.source}
    with acting(by, remembered.network, "recall", summary=summary) as act:
        act.remove(remembered)


def skip(*, source: Source, by: Actor | Acting, seconds: int = 0) -> None:
    """Not this one; it can be come back to, and what was typed stays."""
    with acting(by, source.network, "recall", summary=_("Skipped %(source)s") % {"source": source}) as act:
        _spend(act, source, seconds)
        act.edit(source, state=Source.State.SKIPPED)


def reopen(*, source: Source, by: Actor | Acting) -> None:
    with acting(by, source.network, "recall", summary=_("Came back to %(source)s") % {"source": source}) as act:
        act.edit(source, state=Source.State.OPEN)


def unanswered(rows: Sequence[Remembered], alike: Mapping[str, Sequence[Contact]]) -> list[Remembered]:
    """Those of whom it must be asked which of several of their name is meant."""
    return [
        row
        for row in rows
        if row.kept_on is None and row.contact_id is None and not row.somebody_new and alike.get(name_key(row.name))
    ]


def _spend(act: Acting, source: Source, seconds: int) -> None:
    if seconds > 0:
        act.edit(source, seconds=source.seconds + min(seconds, LONGEST_SITTING))


def _check(said: Said) -> None:
    if said.spoken not in {"", *Remembered.Spoken.values}:
        raise Refusal(_("“%(said)s” is no answer.") % {"said": said.spoken}, field="spoken")
    if said.would_answer not in {"", *Remembered.Would.values}:
        raise Refusal(_("“%(said)s” is no answer.") % {"said": said.would_answer}, field="would_answer")
