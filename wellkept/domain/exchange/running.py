"""Running an import: in batches, each of which is one act and one transaction with the account of its rows.

A run that is cut off leaves nothing half-written and goes on where it stood.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Outcome, Reading, Source, Stale, Taker, Unit, Verdict
from wellkept.domain.exchange.entries import Bytes, bytes_of
from wellkept.domain.exchange.forgetting.dropping import drop_if_naming
from wellkept.domain.exchange.forgetting.tombstones import FORGOTTEN
from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.exchange.sources import source_of
from wellkept.domain.history.acting import acting
from wellkept.domain.history.inserting import bare_row, insert_all

BATCH = 500  # units: a row, or a day of a conversation
MOST_FAULTS = 20  # rows that fail one after the other, for no reason of their own
MOST_WAITS, WAIT = 5, 1  # times to wait for a busy database, and seconds, a little more each time
BUGS = (ValueError, TypeError, KeyError, AttributeError, IndexError)
LONGEST_RAW = 20_000  # characters of a refused row that are kept
State = ImportRun.State
log = logging.getLogger(__name__)


class Overtaken(Exception):
    """Another process has taken this run further."""


class Broken(Exception):
    """Row after row fails for no reason of its own: going on would only refuse the whole file."""


def run_upload(*, upload: str, by: Actor, bytes_of: Bytes = bytes_of) -> list[ImportRun]:
    """Run all that wait (or were cut off) of one upload, in order. Inside the network's scope."""
    runs = ImportRun.objects.filter(upload=upload, state__in=(State.WAITING, State.RUNNING))
    done = []
    for run in runs.select_related("file", "network").order_by("position", "pk"):
        run_import(run=run, by=by, bytes_of=bytes_of)
        done.append(run)
    return done


def run_import(*, run: ImportRun, by: Actor, bytes_of: Bytes = bytes_of) -> ImportRun:
    """Take the rest of one file into the network. What cannot be read at all leaves the run failed, with the reason."""
    source = source_of(run.kind)
    try:
        reading = source.read(bytes_of(run), run.options)
    except Refusal as refusal:
        return _fail(run, str(refusal))
    run.state, run.rows = State.RUNNING, reading.rows
    run.started_at = run.started_at or timezone.now()
    run.options["remarks"] = [problem.message for problem in reading.remarks][:50]
    run.save(update_fields=["state", "rows", "started_at", "options"])
    gc.freeze()  # a file of many rows is many objects that stay: looking through them again and again takes a fifth of the time
    try:
        _take_all(run, source, reading, by)
    except Overtaken:
        run.refresh_from_db()
    except Broken as broken:
        run.refresh_from_db()
        told = {"row": run.rows_done + 1, "error": str(broken)}
        return _fail(
            run, _("Stopped at row %(row)d: row after row failed (%(error)s). What came before is kept.") % told
        )
    finally:
        gc.unfreeze()
    return run


def _take_all(run: ImportRun, source: Source, reading: Reading, by: Actor) -> None:
    taker = _taker(run, source, reading)
    left = _after(reading.units, run.rows_done)
    busy = faults = 0
    while batch := _batch(left):
        queue = [batch]
        while queue:
            units = queue.pop(0)
            try:
                _take(run, taker, units, by)
                busy = faults = 0
                continue
            except Stale:
                queue.insert(0, units)
            except OperationalError:  # of the database, not of a row: wait a little, then leave the run to be resumed
                busy += 1
                if busy > MOST_WAITS or connection.in_atomic_block:
                    raise
                time.sleep(WAIT * busy)
                queue.insert(0, units)
            except (Refusal, DatabaseError, *BUGS) as error:
                if len(units) > 1:
                    queue = [[unit] for unit in units] + queue
                else:
                    faults += not isinstance(error, Refusal)
                    if faults > MOST_FAULTS:
                        raise Broken(type(error).__name__) from error
                    run.refresh_from_db()
                    _refuse(run, units[0], reading, error)
            run.refresh_from_db()
            taker = _taker(run, source, reading)
    _finish(run, taker)


def _taker(run: ImportRun, source: Source, reading: Reading) -> Taker:
    return source.taker(network=run.network, run=run, source=source, reading=reading)


def _after(units: Sequence[Unit], rows: int) -> Iterator[Unit]:
    """The units whose rows have no account yet."""
    for unit in units:
        if rows > 0:
            rows -= len(unit.rows)
        else:
            yield unit


def _batch(left: Iterator[Unit]) -> list[Unit]:
    return list(islice(left, BATCH))


def _take(run: ImportRun, taker: Taker, units: Sequence[Unit], by: Actor) -> None:
    summary = _("Imported %(rows)s of %(file)s") % {
        "rows": _span(run, sum(len(unit.rows) for unit in units)),
        "file": str(run),
    }
    with acting(by, run.network, "import", summary=summary, batch=run.batch) as act:
        verdicts = taker.take(units, act)
        _account(run, verdicts, taker.reading)


def _span(run: ImportRun, count: int) -> str:
    first, last = run.rows_done + 1, run.rows_done + count
    return (
        _("row %(row)d") % {"row": first}
        if count == 1
        else _("rows %(first)d to %(last)d") % {"first": first, "last": last}
    )


def _account(run: ImportRun, verdicts: Sequence[Verdict], reading: Reading) -> None:
    """Write what became of rows, in the same transaction as what was done with them."""
    counts = {outcome: sum(1 for verdict in verdicts if verdict.outcome == outcome) for outcome in COUNTED}
    after = {outcome: getattr(run, outcome) + counts[outcome] for outcome in COUNTED}
    done = run.rows_done + len(verdicts)
    moved = ImportRun.objects.filter(pk=run.pk, rows_done=run.rows_done, state=State.RUNNING).update(
        rows_done=done, **after
    )
    if not moved:
        raise Overtaken
    insert_all([_row(run, verdict, reading) for verdict in verdicts])
    run.rows_done = done
    for outcome, count in after.items():
        setattr(run, outcome, count)


COUNTED = (Outcome.ADDED.value, Outcome.MERGED.value, Outcome.UNCHANGED.value, Outcome.REFUSED.value)


def _row(run: ImportRun, verdict: Verdict, reading: Reading) -> ImportRow:
    return bare_row(
        ImportRow,
        {
            "id": None,
            "network_id": run.network_id,
            "run_id": run.pk,
            "number": verdict.row,
            "outcome": str(verdict.outcome),
            "label": "" if verdict.rule == FORGOTTEN else verdict.label[:200],
            "contact_id": verdict.contact.pk if verdict.contact is not None else None,
            "rule": verdict.rule[:60],
            "field": verdict.field[:100],
            "message": verdict.message[:500],
            "raw": _raw(verdict, reading),
        },
    )


def _raw(verdict: Verdict, reading: Reading) -> str:
    """A refused row as it stood; of somebody forgotten nothing is kept."""
    if verdict.outcome != Outcome.REFUSED or verdict.rule == FORGOTTEN:
        return ""
    return reading.raw(verdict.row)[:LONGEST_RAW]


def _refuse(run: ImportRun, unit: Unit, reading: Reading, error: Exception) -> None:
    """A row that cannot be taken, alone neither, is refused with the reason; the others go on."""
    if isinstance(error, Refusal):
        message, field = str(error), error.field
    else:
        log.error("Row %s of import %s could not be taken.", unit.rows[0], run.pk, exc_info=error)
        message, field = _("This row could not be taken: %(error)s") % {"error": type(error).__name__}, ""
    with transaction.atomic():
        verdicts = [Verdict(row, Outcome.REFUSED, label=unit.label, field=field, message=message) for row in unit.rows]
        _account(run, verdicts, reading)


def _finish(run: ImportRun, taker: Taker) -> None:
    with transaction.atomic():
        missing = taker.missing()
        moved = ImportRun.objects.filter(pk=run.pk, rows_done=run.rows_done, state=State.RUNNING)
        run.state, run.finished_at, run.missing = State.DONE, timezone.now(), len(missing)
        if not moved.update(state=run.state, finished_at=run.finished_at, missing=run.missing):
            raise Overtaken
        ImportRow.objects.bulk_create(
            [
                ImportRow(
                    network=run.network,
                    run=run,
                    number=0,
                    outcome=Outcome.MISSING,
                    label=contact.display[:200],
                    contact=contact,
                )
                for contact in missing
            ],
            batch_size=500,
        )
        drop_if_naming(run)


def _fail(run: ImportRun, why: str) -> ImportRun:
    run.state, run.problem, run.finished_at = State.FAILED, why[:500], timezone.now()
    run.save(update_fields=["state", "problem", "finished_at"])
    return run
