"""A file comes in: it is kept, recognised and laid out as runs that wait for the user's word."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import path_of
from wellkept.domain.contacts.models import File
from wellkept.domain.exchange.entries import Bytes, bytes_of, bytes_of_path
from wellkept.domain.exchange.linkedin.me import me_of
from wellkept.domain.exchange.mapped import header_key, proposal
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.exchange.recognising import MAPPED, Recognised, recognise
from wellkept.domain.exchange.sources import source_of
from wellkept.formats.csvs import read_table

State = ImportRun.State
MEDIA_TYPE = "application/octet-stream"


def receive(
    *,
    network: Network,
    path: Path,
    name: str,
    by: Actor,
    options: dict[str, Any] | None = None,
    upload: str = "",
) -> list[ImportRun]:
    """Keep a file and lay out its runs; several files may share one ``upload``.

    A file that cannot be imported gives one failed run that says why, so that nothing which was offered is passed over.
    """
    try:
        parts = recognise(path, name)
    except Refusal as refusal:
        return [_failed(network, name, upload, refusal)]
    file = _kept(network, path, name)
    return _lay_out(network, file, name, parts, upload, {**(options or {}), "sha256": file.sha256}, bytes_of)


def receive_unstored(
    *, network: Network, path: Path, name: str, options: dict[str, Any] | None = None
) -> list[ImportRun]:
    """As ``receive``, for a dry run: the file stays where it is."""
    try:
        parts = recognise(path, name)
    except Refusal as refusal:
        return [_failed(network, name, "", refusal)]
    given = {**(options or {}), "dry": True, "sha256": _sha256(path)}
    return _lay_out(network, None, name, parts, "", given, lambda run: bytes_of_path(path, run.entry))


def start(*, runs: list[ImportRun], options: dict[str, Any] | None = None) -> None:
    """The user's word: what was previewed now waits for its turn."""
    for run in runs:
        if run.state in (State.PREVIEW, State.MAPPING):
            run.state = State.WAITING
            run.options = {**run.options, **(options or {})}
            run.options.pop("preview", None)
            run.save(update_fields=["state", "options"])


def remembered_mapping(network: Network, header: list[str]) -> dict[str, str]:
    """The fields that the user gave to the columns of a file with the same header, the last time."""
    earlier = ImportRun.objects.filter(network=network, kind=MAPPED, options__header=header_key(header))
    run = earlier.exclude(options__mapping=None).order_by("-pk").first()
    return dict(run.options["mapping"]) if run else {}


def _kept(network: Network, path: Path, name: str) -> File:
    """The file under its hash. It is no record of the network but what records come from, so not an act of the history."""
    sha256 = _sha256(path)
    target = path_of(network.pk, sha256)
    if not target.exists() or target.stat().st_size != path.stat().st_size:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = target.with_name(f".{target.name[:16]}.{secrets.token_hex(6)}")
        try:
            with path.open("rb") as source, beside.open("xb") as copy:
                os.fchmod(copy.fileno(), 0o600)
                shutil.copyfileobj(source, copy, 1024 * 1024)
                copy.flush()
                os.fsync(copy.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    size = path.stat().st_size
    known = File.objects.filter(network=network, sha256=sha256, media_type=MEDIA_TYPE).first()
    return known or File.objects.create(
        network=network, sha256=sha256, name=named(name), media_type=MEDIA_TYPE, size=size
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def named(name: str) -> str:
    """The name of a file without its folders."""
    return Path(name.replace("\\", "/")).name[:255] or "file"


def _failed(network: Network, name: str, upload: str, refusal: Refusal) -> ImportRun:
    return ImportRun.objects.create(
        network=network,
        name=named(name),
        upload=upload or secrets.token_hex(16),
        state=State.FAILED,
        problem=str(refusal)[:500],
    )


def _lay_out(
    network: Network,
    file: File | None,
    name: str,
    parts: list[Recognised],
    upload: str,
    options: dict[str, Any] | None,
    read: Bytes,
) -> list[ImportRun]:
    upload = upload or secrets.token_hex(16)
    given = {"region": network.phone_region, **(options or {})}
    runs = [_run_of(network, file, named(name), part, upload, given) for part in parts]
    me = me_of(network=network, runs=runs, bytes_of=read)
    for run in runs:
        if run.kind.startswith("linkedin."):
            run.options["me"] = me
        if (
            run.kind == MAPPED and "mapping" in run.options
        ):  # given with the file, and remembered like one that was chosen
            run.options["header"] = header_key(read_table(read(run)).header)
        elif run.kind == MAPPED:
            _propose(network, run, read)
    return ImportRun.objects.bulk_create(runs)


def _run_of(
    network: Network, file: File | None, name: str, part: Recognised, upload: str, options: dict[str, Any]
) -> ImportRun:
    run = ImportRun(
        network=network,
        file=file,
        name=name,
        upload=upload,
        entry=part.entry[:255],
        kind=part.kind,
        options=dict(options),
    )
    run.position = source_of(part.kind).order if part.kind else 1000
    if part.problem:
        run.state, run.problem = State.FAILED, part.problem[:500]
    elif not part.kind:
        run.state, run.options = State.DONE, {"unused": True}
    return run


def _propose(network: Network, run: ImportRun, read: Bytes) -> None:
    """Fields for the columns: those of the last file with this header, or what words and contents suggest."""
    table = read_table(read(run))
    known = remembered_mapping(network, table.header)
    fields = known or {str(index): field for index, field in proposal(table.header, table.rows[:100]).items()}
    samples = [
        [row[index][:80] for row in table.rows[:200] if row[index].strip()][:3] for index in range(len(table.header))
    ]
    run.options |= {"header": header_key(table.header), "mapping": fields, "columns": table.header, "samples": samples}
    run.state = State.PREVIEW if known else State.MAPPING


def of_upload(network: Network, upload: str) -> list[ImportRun]:
    """The runs of one upload, in the order in which they are taken."""
    runs = ImportRun.objects.filter(network=network, upload=upload).select_related("file")
    found = list(runs.order_by("position", "pk"))
    if not found:
        raise Refusal(_("There is no such import."))
    return found
