"""All that names a person, gathered before it goes: for the page, and as a document to give to them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, cast

from django.db import models
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.contacts.pointing import pointings
from wellkept.domain.contacts.sameness import OtherPhoto
from wellkept.domain.exchange.exporting.tables import columns
from wellkept.domain.exchange.forgetting.records import changes_about, import_rows_about, runs_naming
from wellkept.domain.exchange.forgetting.texts import Mention, mentions
from wellkept.domain.exchange.forgetting.tracing import Traces
from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.history.acting import hanging_on
from wellkept.domain.history.models import Change
from wellkept.domain.history.values import to_json
from wellkept.domain.timeline.models import Interaction, Note, Participation

Keys = dict[type[Kept], set[int]]


@dataclass
class Survey:
    """``own``: rows that go with them. ``shared``: interactions in which others took part too."""

    contact: Contact
    traces: Traces
    own: Keys = field(default_factory=dict)
    shared: list[Interaction] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    changes: set[int] = field(default_factory=set)
    import_rows: list[ImportRow] = field(default_factory=list)
    runs: list[ImportRun] = field(default_factory=list)  # whose files name them
    files: list[File] = field(default_factory=list)  # pictures of them, and documents

    @property
    def known_by_name_alone(self) -> bool:
        """True where no address or number would tell an import who they are."""
        return not any(sign.startswith(("email:", "phone:", "link:")) for sign in self.traces.signs)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """What goes with them, by the names of its tables."""
        return [
            (str(model._meta.verbose_name_plural), len(keys))
            for model, keys in self.own.items()
            if model.recorded and keys
        ]


def survey(contact: Contact) -> Survey:
    """Everything that names somebody. Inside the network's scope. Refused for the user's own card."""
    if contact.is_me:
        raise Refusal(_("Your own card cannot be forgotten. Delete your account instead."))
    traces = Traces.of(contact)
    found = Survey(contact, traces)
    found.own = _own(traces.ids)
    gone = {model._meta.label_lower: keys for model, keys in found.own.items()}
    parts = Participation.objects.filter(contact__in=traces.ids).values("interaction")
    alone = found.own.get(Interaction, set())
    found.shared = list(Interaction.objects.filter(pk__in=parts).exclude(pk__in=alone).order_by("-on", "-pk"))
    found.mentions = list(mentions(traces, gone))
    found.changes = changes_about(traces, gone)
    found.import_rows = list(import_rows_about(traces))
    found.runs = runs_naming(traces, found.import_rows)
    found.files = _pictures(traces.ids, found.own)
    return found


def _own(ids: frozenset[int]) -> Keys:
    """Rows that mean nothing without them, with all that hangs on those."""
    own: Keys = defaultdict(set)
    own[Contact] |= set(Contact.objects.filter(pk__in=ids).values_list("pk", flat=True))
    for pointing in pointings():
        model = cast(type[Kept], pointing.model)
        if pointing.on_forget != "blank" and model is not ImportRow:
            rows = model.objects.filter(**{f"{pointing.column}__in": ids})
            _with_hanging(model, set(rows.values_list("pk", flat=True)), own)
    talks = set(Participation.objects.filter(pk__in=own[Participation]).values_list("interaction_id", flat=True))
    others = Participation.objects.filter(interaction__in=talks).exclude(pk__in=own[Participation])
    _with_hanging(Interaction, talks - set(others.values_list("interaction_id", flat=True)), own)
    return dict(own)


def _with_hanging(model: type[Kept], keys: set[int], own: Keys) -> None:
    new = keys - own[model]
    if not new:
        return
    own[model] |= new
    for hanging, key, on_delete in hanging_on(model):
        if on_delete is not models.SET_NULL:
            rows = hanging.objects.filter(**{f"{key.name}__in": new})
            _with_hanging(hanging, set(rows.values_list("pk", flat=True)), own)


def _pictures(ids: frozenset[int], own: Keys) -> list[File]:
    """Pictures of them, and documents, that are nobody else's too."""
    theirs = set(Contact.objects.filter(pk__in=ids).exclude(photo=None).values_list("photo_id", flat=True))
    theirs |= set(OtherPhoto.objects.filter(contact__in=ids).values_list("file_id", flat=True))
    told = Change.objects.filter(contact_id__in=ids, table=Contact._meta.label_lower).values_list("before", "after")
    theirs |= {row["photo_id"] for pair in told for row in pair if row and row.get("photo_id")}
    theirs |= _kept_beside(ids) | _of_rows(own)
    others = set(Contact.objects.exclude(pk__in=ids).exclude(photo=None).values_list("photo_id", flat=True))
    others |= set(OtherPhoto.objects.exclude(contact__in=ids).values_list("file_id", flat=True))
    return list(File.objects.filter(pk__in=theirs - others))


def _of_rows(own: Keys) -> set[int]:
    """Files of rows that go with them, and of none that stays: the photo of a card, also as it was before it was turned upright."""
    theirs: set[int] = set()
    others: set[int] = set()
    for model, key, _on_delete in hanging_on(File):
        gone = own.get(model, set())
        for row, file in model.objects.exclude(**{key.name: None}).values_list("pk", key.attname):
            (theirs if row in gone else others).add(file)
        told = Change.objects.filter(table=model._meta.label_lower, row__in=gone).values_list("before", "after")
        theirs |= {row[key.attname] for pair in told for row in pair if row and row.get(key.attname)}
    return theirs - others


def _kept_beside(ids: frozenset[int]) -> set[int]:
    """Files that an import kept with a note that names them: the file was written just before the note."""
    table, files = Note._meta.label_lower, Change.objects.filter(table=File._meta.label_lower, op=Change.Op.ADD)
    notes = Change.objects.filter(table=table, op=Change.Op.ADD, contact_id__in=ids, act__via="import")
    found: set[int] = set()
    for act, position in notes.values_list("act_id", "position"):
        found |= set(files.filter(act=act, position=position - 1).values_list("row", flat=True))
    return found


def document(found: Survey) -> str:
    """All that is kept of a person as JSON, to be given to them before it goes."""
    said: dict[str, Any] = {"name": found.contact.display, "records": {}}
    for model, keys in found.own.items():
        said["records"][model._meta.label_lower] = [
            _plain(row) for row in model.objects.filter(pk__in=keys).order_by("pk")
        ]
    said["with others"] = [_plain(one) for one in found.shared]
    said["named in"] = [{"where": one.key, "whose": one.whose, "text": one.excerpt} for one in found.mentions]
    history = Change.objects.filter(pk__in=found.changes).select_related("act").order_by("pk")
    said["history"] = [
        {
            "at": one.act.at.isoformat(),
            "act": one.act.summary,
            "table": one.table,
            "before": one.before,
            "after": one.after,
        }
        for one in history.iterator(chunk_size=2000)
    ]
    said["rows of imports"] = [_plain(row) for row in found.import_rows]
    said["imported files"] = [{"name": str(run), "at": run.created_at.isoformat()} for run in found.runs]
    said["pictures"] = [{"name": file.name, "sha256": file.sha256, "bytes": file.size} for file in found.files]
    return json.dumps(said, ensure_ascii=False, indent=1)


def _plain(row: Kept) -> dict[str, Any]:
    return {field.attname: to_json(field, getattr(row, field.attname)) for field in columns(type(row))}
