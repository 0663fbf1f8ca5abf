"""What an import would do, before it does anything: kind, number of rows, the first of them, and what would become of all."""

from __future__ import annotations

from collections import Counter
from typing import Any

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Outcome, Taker, Unit, Verdict
from wellkept.domain.exchange.entries import Bytes, bytes_of
from wellkept.domain.exchange.forgetting.tombstones import FORGOTTEN
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.naming import name_key
from wellkept.domain.exchange.people import PeopleTaker
from wellkept.domain.exchange.running import BATCH
from wellkept.domain.exchange.sources import source_of

FIRST = 10  # rows shown
State = ImportRun.State


def preview_upload(*, runs: list[ImportRun], bytes_of: Bytes = bytes_of) -> None:
    """Look through the runs of one upload in order and keep on each what it would do. Writes no record."""
    upcoming: frozenset[str] = frozenset()
    for run in sorted(runs, key=lambda run: (run.position, run.pk)):
        if run.state in (State.PREVIEW, State.MAPPING):
            upcoming |= _preview(run, bytes_of, upcoming)
            run.save(update_fields=["state", "rows", "options", "problem"])


def _preview(run: ImportRun, bytes_of: Bytes, upcoming: frozenset[str]) -> frozenset[str]:
    source = source_of(run.kind)
    try:
        reading = source.read(bytes_of(run), run.options)
    except Refusal as refusal:
        run.state, run.problem = State.FAILED, str(refusal)[:500]
        return frozenset()
    taker = source.taker(network=run.network, run=run, source=source, reading=reading, upcoming=upcoming)
    counts: Counter[str] = Counter()
    first: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for start in range(0, len(reading.units), BATCH):
        units = reading.units[start : start + BATCH]
        verdicts = taker.judge(units)
        counts.update(verdict.outcome for verdict in verdicts)
        of_row = {verdict.row: verdict for verdict in verdicts}
        first += [_shown(unit, of_row) for unit in units[: FIRST - len(first)]]
        no = [unit for unit in units if of_row[unit.rows[0]].outcome == Outcome.REFUSED]
        refused += [_shown(unit, of_row) for unit in no[: FIRST - len(refused)]]
    run.rows = reading.rows
    run.options["preview"] = {"counts": dict(counts), "first": first, "refused": refused}
    run.options["remarks"] = [problem.message for problem in reading.remarks][:50]
    return _named(taker)


def _shown(unit: Unit, of_row: dict[int, Verdict]) -> dict[str, Any]:
    verdict = of_row[unit.rows[0]]
    if verdict.rule == FORGOTTEN:  # of whom nothing is kept, here neither
        told = {"label": "", "detail": ""}
    else:
        told = {
            "label": unit.label or verdict.label,
            "detail": unit.detail if isinstance(unit.detail, str) else unit.detail(),
        }
    return {
        **told,
        "row": unit.rows[0],
        "outcome": verdict.outcome,
        "rule": verdict.rule,
        "message": verdict.message,
    }


def _named(taker: Taker) -> frozenset[str]:
    """The LinkedIn profiles that a file names, and the names that one connection alone bears: 'name:ana souza'."""
    if not isinstance(taker, PeopleTaker):
        return frozenset()
    if taker.source.origin != "linkedin":
        return frozenset(taker.index.in_this_file)
    often = Counter(name_key(unit.value.person.name) for unit in taker.reading.units)
    return frozenset(taker.index.in_this_file) | {f"name:{name}" for name, times in often.items() if times == 1}
