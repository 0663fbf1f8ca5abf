"""Taking acts back, also when other acts have come since. What clashes is asked, never guessed; all else is taken back.

Changes are taken back in reverse order, neighbours of one table and kind at once: an import of thousands of rows is
undone with a few queries for every five hundred changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import BATCH, acting
from wellkept.domain.history.asking import Answer, Asking, Clash, Question
from wellkept.domain.history.models import Act, Change
from wellkept.domain.history.surveying import survey
from wellkept.domain.history.taking_back import TakingBack

__all__ = ["Answer", "Choices", "Clash", "Question", "batch_of", "questions_of", "undo", "undo_batch"]

Choices = Mapping[str, str]  # key of a question: 'keep' or 'anyway'


def undo(
    *, act: Act, by: Actor, batch: str = "", choices: Choices | None = None, otherwise: Answer | None = None
) -> Act:
    """Take one act back. Answers the act that did so, which can itself be undone (that is a redo).

    Raises ``Clash`` (and changes nothing) when later changes stand in the way and neither ``choices`` nor ``otherwise``
    says what is to become of them.
    """
    if Act.objects.filter(undo_of=act).exists():
        raise Refusal(_("This was undone already."))
    return _take_back([act], by, batch, Asking(choices, otherwise))[0]


def undo_batch(
    *, acts: Sequence[Act], by: Actor, choices: Choices | None = None, otherwise: Answer | None = None
) -> list[Act]:
    """Take back several acts, newest first, all or none. What did so is a batch as well, and can be undone as one.

    What is kept as it is now stays out of it; the summary of the last one says how much that was."""
    newest_first = sorted(acts, key=lambda act: act.pk, reverse=True)
    if not newest_first:
        return []
    done = set(Act.objects.filter(undo_of__in=newest_first).values_list("undo_of", flat=True))
    left = [act for act in newest_first if act.pk not in done]
    if not left:
        raise Refusal(_("This was undone already."))
    return _take_back(left, by, f"undo:{newest_first[0].pk}", Asking(choices, otherwise))


def questions_of(*, acts: Sequence[Act], by: Actor, choices: Choices | None = None) -> tuple[list[Question], int]:
    """What taking these acts back would ask, and how many questions there are in all. Changes nothing."""
    try:
        with transaction.atomic():
            undo_batch(acts=acts, by=by, choices=choices)
            transaction.set_rollback(True)
    except Clash as clash:
        return clash.questions, clash.count
    return [], 0


def batch_of(act: Act) -> list[Act]:
    """The acts that belong together with this one, itself included."""
    return list(Act.objects.filter(batch=act.batch)) if act.batch else [act]


def _take_back(acts: Sequence[Act], by: Actor, batch: str, asking: Asking) -> list[Act]:
    if by.user.pk != acts[0].network.owner_id:
        raise Refusal(_("This is not in your network."))
    if not Change.objects.filter(act__in=[act.pk for act in acts]).exists():
        raise Refusal(_("Nothing is left of this: it was emptied from the trash."))
    undone: list[Act] = []
    try:
        with transaction.atomic():
            seen = survey(acts, asking)
            left_out: set[tuple[str, int]] = set()
            for act in acts:
                verb, summary = _verb_and_summary(act)
                with acting(by, act.network, verb, summary=summary, batch=batch) as doing:
                    doing.row.undo_of = act
                    taking = TakingBack(doing, asking, seen, left_out)
                    for changes in _runs(act):
                        taking.take_back(changes)
                    if act is acts[-1] and asking.kept:
                        doing.row.summary = f"{summary} ({asking.kept_words()})"[:300]
                    if asking.open:  # nothing will be written: what would follow it need not be computed
                        doing.changes.clear()
                if doing.changes:
                    undone.append(doing.row)
            asking.settle()
            if not undone:
                raise Refusal(_("Nothing was taken back: all of it stays as it is now."))
    except IntegrityError as error:
        line = _("something that takes its place has been added since")
        raise Clash([Question(str(acts[0].pk), line, acts[0].summary, can_take_back=False)]) from error
    return undone


def _verb_and_summary(act: Act) -> tuple[str, str]:
    """Undoing an undo says what was done again."""
    root, steps = act, 0
    while root.undo_of is not None:
        root, steps = root.undo_of, steps + 1
    if steps % 2:
        return "redo", _("Did again: %(what)s") % {"what": root.summary}
    return "undo", _("Undid: %(what)s") % {"what": root.summary}


def _runs(act: Act) -> Iterator[list[Change]]:
    """The act's changes, the last first, in runs of one table and kind, at most ``BATCH`` long."""
    changes = Change.objects.filter(act=act).order_by("-position").iterator(chunk_size=BATCH)
    for _same, run in groupby(changes, key=lambda change: (change.table, change.op)):
        part: list[Change] = []
        for change in run:
            part.append(change)
            if len(part) == BATCH:
                yield part
                part = []
        if part:
            yield part
