"""Entries of the history with the contacts they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.urls import Resolver404, resolve

from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.exchange.models import ImportRun
from wellkept.domain.history.asking import Question, answers_of, together
from wellkept.domain.history.reading import About, Entry
from wellkept.domain.history.telling import Line
from wellkept.domain.timeline.models import Interaction, Note, Promise
from wellkept.domain.timeline.reading import interaction_ids_of

SHOWS = {
    "contact": Contact, "contact-edit": Contact, "timeline": Contact, "organization": Organization,
    "interaction": Interaction, "note": Note, "promise": Promise,
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    line: Line
    contact: Contact | None  # None where it is not about one, or they are gone


@dataclass(frozen=True)
class Shown:
    """``run``: the import that it is (part of); ``files``: how many came in it, which are taken back together."""

    entry: Entry
    told: list[Told]
    run: ImportRun | None
    files: int


@dataclass(frozen=True)
class Day:
    on: date
    entries: list[Shown]


def about(contact: Contact | None) -> About | None:
    return About(contact.pk, {"timeline.interaction": interaction_ids_of(contact)}) if contact else None


def with_contacts(lines: Sequence[Line]) -> list[Told]:
    people = Contact.objects.in_bulk({line.contact_id for line in lines if line.contact_id})
    return [Told(line, people.get(line.contact_id)) for line in lines]


def days(entries: Sequence[Entry], network: Any) -> list[Day]:
    told: dict[int, list[Told]] = {}
    for one in with_contacts([line for entry in entries for line in entry.lines]):
        told.setdefault(one.line.act_id, []).append(one)
    found: list[Day] = []
    runs, files = _imports(entries, network)
    for entry in entries:
        run = runs.get(entry.act.batch)
        on = network.today(entry.act.at)
        if not found or found[-1].on != on:
            found.append(Day(on, []))
        together = files.get(run.upload, 1) if run else 1
        found[-1].entries.append(Shown(entry, told.get(entry.act.pk, []), run, together))
    return found


def _imports(entries: Sequence[Entry], network: Any) -> tuple[dict[str, ImportRun], dict[str, int]]:
    """The imports among the entries by their batch, and how many files were read in each upload."""
    batches = {entry.act.batch.removeprefix("import:") for entry in entries if entry.act.batch.startswith("import:")}
    numbers = [int(number) for number in batches if number.isdecimal()]
    runs = {run.batch: run for run in ImportRun.objects.filter(network=network, pk__in=numbers)} if numbers else {}
    read = ImportRun.objects.filter(network=network, upload__in={run.upload for run in runs.values()}).exclude(kind="")
    counts = read.order_by().values("upload").annotate(files=Count("pk")) if runs else ()
    return runs, {row["upload"]: row["files"] for row in counts}


def chosen_answers(posted: Any) -> dict[str, Any]:
    """What was chosen on the page of clashes: per question, or one answer for all."""
    if posted.get("all"):
        return {"otherwise": posted["all"]}
    choices = {name.removeprefix("clash-"): value for name, value in posted.items() if name.startswith("clash-")}
    return {"choices": answers_of(choices), "otherwise": posted.get("otherwise") or None}


def with_people(questions: Sequence[Question], network: Any) -> list[tuple[Question, Contact | None]]:
    """What went from one to another together is asked about once."""
    keys = {question.contact_id for question in questions if question.contact_id}
    people = Contact.objects.filter(network=network).in_bulk(keys)
    return [(question, people.get(question.contact_id)) for question in together(questions)]


def is_gone(address: str, network: Any) -> bool:
    """Whether a page of ours shows a record that is not there any more, as after undoing that it was added."""
    try:
        match = resolve(address.split("?")[0].split("#")[0])
    except Resolver404:
        return True
    model = SHOWS.get(match.url_name or "")
    return model is not None and not model.objects.filter(network=network, pk=match.kwargs["pk"]).exists()
