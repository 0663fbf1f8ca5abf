"""The history and the imports, as far as they tell of somebody."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

from wellkept.domain.accounts.models import Kept
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import open_file
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.contacts.pointing import pointings
from wellkept.domain.exchange.forgetting.redacting import Words
from wellkept.domain.exchange.forgetting.tracing import Traces
from wellkept.domain.exchange.models import ImportRow, ImportRun, SourceRecord
from wellkept.domain.history.models import Act, Change
from wellkept.domain.timeline.models import Interaction, Participation

Gone = dict[str, set[int]]  # keys by table
MOST_READ = 300 << 20  # bytes of a file that is searched
# What tells who somebody else is.
WHO = {
    "display", "given", "additional", "family", "prefix", "suffix", "nickname", "phonetic_given", "phonetic_family",
    "sort_key", "emails", "phones", "links", "addresses",
}  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "latin-1")


def changes_about(traces: Traces, gone: Gone) -> set[int]:
    """Entries of the history that tell of them alone: of their rows, as they are or were."""
    found: set[int] = set(Change.objects.filter(contact_id__in=traces.ids).exclude(
        table__in=[Interaction._meta.label_lower, Participation._meta.label_lower]
    ).values_list("pk", flat=True))  # fmt: skip
    for table, keys in gone.items():
        for part in _parts(keys):
            found |= set(Change.objects.filter(table=table, row__in=part).values_list("pk", flat=True))
    found |= _pointing_at(traces)
    return found | _interactions_gone(traces)


def _pointing_at(traces: Traces) -> set[int]:
    """Entries of rows that were removed while they pointed at them, and would go with them now."""
    found = set()
    for table, columns in _erasing_keys().items():
        removed = Change.objects.filter(table=table, op=Change.Op.REMOVE).values_list("pk", "row", "before")
        keys = {
            row
            for _pk, row, before in removed.iterator()
            if any((before or {}).get(one) in traces.ids for one in columns)
        }
        for part in _parts(keys):
            found |= set(Change.objects.filter(table=table, row__in=part).values_list("pk", flat=True))
    return found


def _interactions_gone(traces: Traces) -> set[int]:
    """Entries of interactions that were removed and in which only they had taken part."""
    took_part: dict[int, set[int]] = {}
    removed = Change.objects.filter(table=Participation._meta.label_lower, op=Change.Op.REMOVE)
    for before in removed.values_list("before", flat=True).iterator():
        if before:
            took_part.setdefault(before["interaction_id"], set()).add(before["contact_id"])
    mine = {key for key, people in took_part.items() if people <= traces.ids}
    there = set()
    for part in _parts(mine):
        there |= set(Interaction.objects.filter(pk__in=part).values_list("pk", flat=True))
    found = set()
    for part in _parts(mine - there):
        rows = Change.objects.filter(table=Interaction._meta.label_lower, row__in=part)
        found |= set(rows.values_list("pk", flat=True))
    return found


@cache
def _erasing_keys() -> dict[str, list[str]]:
    """Columns by table that point at a contact with whom the row goes."""
    found: dict[str, list[str]] = {}
    for pointing in pointings():
        model = pointing.model
        if issubclass(model, Kept) and model.recorded and pointing.on_forget == "erase":
            field = model._meta.get_field(pointing.column)
            found.setdefault(model._meta.label_lower, []).append(field.attname)  # type: ignore[union-attr]
    return found


def redact_history(traces: Traces, *, leave: set[tuple[str, int]], also: set[tuple[str, int]]) -> None:
    """What the history keeps of others' rows, without them. ``leave``: rows whose text the user wants to stay; ``also``:
    those in which names of one word are theirs."""
    own_of_others = {"contacts.contact", "contacts.email", "contacts.phone", "contacts.link", "contacts.postaladdress"}
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT id, "table", "row", contact_id, "before", "after" FROM history_change WHERE network_id = %s',
            [traces.contact.network_id],
        )
        keys = [
            key
            for key, table, row, contact, before, after in cursor
            if (table, row) not in leave
            and (
                (words := traces.all if (table, row) in also else traces.sure).may_be_in(before)
                or words.may_be_in(after)
                or _may_point(traces, before, after)
            )
        ]
    for part in _parts(keys):
        for change in Change.objects.filter(pk__in=part):
            only_keys = change.table in own_of_others
            words = traces.all if (change.table, change.row) in also else traces.sure
            before, after = (
                _redacted(change.table, told, traces, words, only_keys) for told in (change.before, change.after)
            )
            if (before, after) != (change.before, change.after):
                Change.objects.filter(pk=change.pk).update(before=before, after=after)


def _redacted(table: str, told: Any, traces: Traces, words: Words, only_keys: bool) -> Any:
    if not told:
        return told
    blanked = {
        name: None if name in _keys_to_contacts(table) and value in traces.ids else value
        for name, value in told.items()
    }
    if only_keys:
        free = {"about", "met_how", "met_where", "location", "interests"}
        return {name: words.taken_out_of(value) if name in free else value for name, value in blanked.items()}
    return {name: words.taken_out_of(value) for name, value in blanked.items()}


@cache
def _keys_to_contacts(table: str) -> set[str]:
    model = apps.get_model(table)
    return {
        field.attname
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is Contact
    }


def _may_point(traces: Traces, before: str | None, after: str | None) -> bool:
    return any(f'_id": {key}' in told for told in (before, after) if told for key in traces.ids)


def redact_acts(words: Words, *, about: Collection[int], also: Words) -> None:
    """Summaries without them, in acts ``about`` them without ``also`` too; acts of which nothing is left go."""
    for key, summary in Act.objects.values_list("pk", "summary").iterator(chunk_size=2000):
        gone = also if key in about else words
        if gone.are_in(summary):
            Act.objects.filter(pk=key).update(summary=gone.taken_out_of(summary))
    while empty := list(
        Act.objects.filter(changes=None).exclude(undone_by__changes__isnull=False).values_list("pk", flat=True)[:500]
    ):
        Act.objects.filter(undo_of__in=empty, changes=None).delete()
        Act.objects.filter(pk__in=empty).delete()


def redact_sources(words: Words) -> None:
    """What sources said of others, without them; who those others are stays."""
    for key, values in SourceRecord.objects.values_list("pk", "values").iterator(chunk_size=2000):
        free = {name: value for name, value in values.items() if name not in WHO}
        if words.are_in(free):
            SourceRecord.objects.filter(pk=key).update(values={**values, **words.taken_out_of(free)})


def import_rows_about(traces: Traces) -> Iterator[ImportRow]:
    """Rows of imports that were taken for them, or name them."""
    for row in ImportRow.objects.order_by("pk").iterator(chunk_size=2000):
        if row.contact_id in traces.ids or any(map(traces.sure.are_in, (row.label, row.message, row.raw))):
            yield row


def runs_naming(traces: Traces, rows: Iterable[ImportRow]) -> list[ImportRun]:
    """Imports whose file names them: it was read for them, or their names stand in its bytes."""
    about = {row.run_id for row in rows}
    seen = SourceRecord.objects.filter(contact__in=traces.ids).exclude(seen_run=None)
    about |= {run for run in seen.values_list("seen_run", flat=True) if run is not None}
    runs = ImportRun.objects.select_related("file").order_by("pk")
    found, looked_at = [], dict[int, bool]()
    for run in runs:
        if run.file is None:
            continue
        if run.file.pk not in looked_at:
            looked_at[run.file.pk] = _names_in(run.file, traces.sure)
        if run.pk in about or looked_at[run.file.pk]:
            found.append(run)
    return found


def _names_in(file: File, words: Words) -> bool:
    try:
        with open_file(file) as stored:
            data = stored.read(MOST_READ)
    except Refusal:
        return False
    return any(words.found_in(text) for piece in _pieces(data) for text in _texts(piece))


def _pieces(data: bytes) -> Iterator[bytes]:
    import io

    if not data.startswith(b"PK\x03\x04"):
        yield data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            for info in zipped.infolist():
                with zipped.open(info) as member:
                    yield member.read(MOST_READ)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        yield data


def _texts(data: bytes) -> Iterator[str]:
    for encoding in ENCODINGS:
        yield data.decode(encoding, "replace")


def _parts(keys: Iterable[int], size: int = 500) -> Iterator[list[int]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
