"""Adding a row that was set aside after all: the user knows better who is a person, and whom they want back."""

from __future__ import annotations

from django.db.models import F
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import SET_ASIDE, Outcome
from wellkept.domain.exchange.deleted import DELETED
from wellkept.domain.exchange.entries import bytes_of
from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.exchange.sources import source_of
from wellkept.domain.history.acting import Acting, acting

ASIDE = (SET_ASIDE, DELETED)  # rules of refused rows that can be taken after all


def add_anyway(*, row: ImportRow, by: Actor | Acting) -> ImportRow:
    """Take one row that was set aside, or is of somebody deleted. It becomes added or merged, and belongs to its import: undoing that undoes it."""
    run = row.run
    if row.rule not in ASIDE or run.state != ImportRun.State.DONE:
        raise Refusal(_("Only a row that was set aside can be added after all."))
    run.options = {**run.options, "anyway": sorted({*run.options.get("anyway", []), row.number})}
    source = source_of(run.kind)
    reading = source.read(bytes_of(run), run.options)
    unit = next((unit for unit in reading.units if unit.rows == (row.number,)), None)
    if unit is None:
        raise Refusal(_("This row is no longer in the file."))
    deleted = row.rule == DELETED
    words = _("Added %(who)s, who had been deleted") if deleted else _("Added %(who)s, who had been set aside")
    summary = words % {"who": unit.label}
    with acting(by, run.network, "import", summary=summary, batch=run.batch) as act:
        taker = source.taker(network=run.network, run=run, source=source, reading=reading)
        (verdict,) = taker.take([unit], act)
        if verdict.outcome == Outcome.REFUSED:
            raise Refusal(verdict.message)
        row.outcome, row.contact, row.rule = verdict.outcome, verdict.contact, verdict.rule
        row.message, row.raw, row.label = "", "", verdict.label[:200]
        row.save(update_fields=["outcome", "contact", "rule", "message", "raw", "label"])
        counted = {"refused": F("refused") - 1, verdict.outcome: F(verdict.outcome) + 1}
        ImportRun.objects.filter(pk=run.pk).update(options=run.options, **counted)
    return row
