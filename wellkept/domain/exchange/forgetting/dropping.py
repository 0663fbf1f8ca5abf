"""Letting go of files that name somebody who is forgotten."""

from __future__ import annotations

from pathlib import Path

from django.db import connection, transaction

from wellkept.domain.contacts.files import path_of
from wellkept.domain.contacts.models import File
from wellkept.domain.exchange.forgetting.redacting import GONE
from wellkept.domain.exchange.forgetting.tombstones import FORGOTTEN
from wellkept.domain.exchange.models import ImportRow, ImportRun

State = ImportRun.State


def drop_if_naming(run: ImportRun) -> None:
    """After an import: a file in which somebody forgotten stands is not kept, once all of it was read."""
    file = run.file
    if file is None or not ImportRow.objects.filter(run__file=file, rule=FORGOTTEN).exists():
        return
    unread = (State.PREVIEW, State.MAPPING, State.WAITING, State.RUNNING)
    if not ImportRun.objects.filter(file=file, state__in=unread).exclude(pk=run.pk).exists():
        if not ImportRow.objects.filter(run__file=file).exclude(rule=FORGOTTEN).exists():
            _rename(file)
        drop_imported(file)
        run.file = None


def _rename(file: File) -> None:
    """A file about nobody else is mostly called after them."""
    for run in ImportRun.objects.filter(file=file):
        ImportRun.objects.filter(pk=run.pk).update(name=f"{GONE}{Path(run.name).suffix}", entry="")


def drop_imported(file: File) -> None:
    """Let go of a file that was imported, with what its preview showed; the account of its rows stays."""
    for run in ImportRun.objects.filter(file=file):
        run.options = {
            name: value for name, value in run.options.items() if name not in ("samples", "preview", "columns")
        }
        run.file = None
        run.save(update_fields=["file", "options"])
    drop(file)


def drop(file: File) -> None:
    """Remove a file's record, and its bytes where no other record has them."""
    network_id, sha256 = file.network_id, file.sha256
    File.objects.filter(pk=file.pk)._raw_delete(using=connection.alias)
    if not File.objects.filter(sha256=sha256).exists():
        transaction.on_commit(lambda: path_of(network_id, sha256).unlink(missing_ok=True))
