"""A whole import in the foreground, for the command line."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.exchange.contract import Outcome
from wellkept.domain.exchange.entries import Bytes, bytes_of_path
from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.exchange.running import run_upload
from wellkept.domain.exchange.uploading import receive, receive_unstored, start

State = ImportRun.State


@dataclass(slots=True)
class Report:
    """What became of one file, or one entry of a ZIP. added + merged + unchanged + refused == rows."""

    file: str
    kind: str
    rows: int
    added: int
    merged: int
    unchanged: int
    refused: int
    problems: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def import_file(
    *,
    network: Network,
    path: Path,
    by: Actor,
    name: str = "",
    options: dict[str, Any] | None = None,
    dry_run: bool = False,
) -> list[Report]:
    """Import one file and say what became of each row. ``options``: 'region' of the phones, 'mapping' of a CSV's columns.

    A dry run does everything inside a transaction that is rolled back, so that what it reports is what would happen.
    A file that cannot be read gives one report with a problem at row 0.
    """
    name = name or path.name
    if not dry_run:
        runs = receive(network=network, path=path, name=name, by=by, options=options)
        return _run(runs, by)
    with transaction.atomic():
        runs = receive_unstored(network=network, path=path, name=name, options=options)
        reports = _run(runs, by, bytes_of=lambda run: bytes_of_path(path, run.entry))
        transaction.set_rollback(True)
    return reports


def _run(runs: list[ImportRun], by: Actor, bytes_of: Bytes | None = None) -> list[Report]:
    if runs:
        start(runs=runs)
        given = {"bytes_of": bytes_of} if bytes_of else {}
        run_upload(upload=runs[0].upload, by=by, **given)
    return [
        report_of(run) for run in ImportRun.objects.filter(pk__in=[run.pk for run in runs]).order_by("position", "pk")
    ]


def report_of(run: ImportRun) -> Report:
    """The report of one run, with a line for everything that could not be taken as it stood."""
    told = ImportRow.objects.filter(run=run).exclude(message="").exclude(outcome=Outcome.MISSING)
    problems = [{"row": row.number, "field": row.field, "message": row.message} for row in told.order_by("number")]
    general = [run.problem] if run.problem else run.options.get("remarks", [])
    return Report(
        file=str(run),
        kind=run.kind,
        rows=run.rows,
        added=run.added,
        merged=run.merged,
        unchanged=run.unchanged,
        refused=run.refused,
        problems=[{"row": 0, "field": "", "message": message} for message in general] + problems,
    )
