"""What the import pages show of one upload: its runs, their preview, and the rows of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Max, Min, QuerySet, Sum, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wellkept.domain.exchange.models import ImportRow, ImportRun
from wellkept.domain.exchange.set_aside import ASIDE
from wellkept.domain.exchange.sources import source_of
from wellkept.domain.history.models import Act

State = ImportRun.State
COUNTS = ("added", "merged", "unchanged", "refused")
MOST_COLUMNS = 200  # of a CSV that are shown to say what they are
MOST_NAMES = 3  # of files, where they stand in a heading
MOST_OPEN = 3  # files of people whose rows are shown at once
TABS = [
    ("added", gettext_lazy("Added")),
    ("merged", gettext_lazy("Merged")),
    ("unchanged", gettext_lazy("Unchanged")),
    ("refused", gettext_lazy("Refused")),
    ("aside", gettext_lazy("Set aside")),
    ("missing", gettext_lazy("Missing")),
]


@dataclass(slots=True)
class Upload:
    """The runs that came together: the entries of a ZIP, or files chosen in one go."""

    runs: list[ImportRun]

    @classmethod
    def of(cls, run: ImportRun) -> Upload:
        runs = ImportRun.objects.filter(upload=run.upload).select_related("file", "network")
        return cls(list(runs.order_by("position", "pk")))

    @property
    def pk(self) -> int:
        return min(run.pk for run in self.runs)

    @property
    def name(self) -> str:
        names = list(dict.fromkeys(run.name for run in self.runs))
        return ", ".join(names) if len(names) <= MOST_NAMES else and_more(names[0], len(names) - 1)

    @property
    def used(self) -> list[ImportRun]:
        return [run for run in self.runs if run.kind]

    @property
    def failed(self) -> list[ImportRun]:
        return [run for run in self.runs if run.state == State.FAILED]

    @property
    def unused(self) -> list[ImportRun]:
        return [run for run in self.runs if not run.kind and run.state != State.FAILED]

    @property
    def stage(self) -> str:
        """'preview', 'running' or 'report': how far the upload is."""
        states = {run.state for run in self.runs}
        if states & {State.WAITING, State.RUNNING, State.UNDOING}:
            return "running"
        return "preview" if states & {State.PREVIEW, State.MAPPING} else "report"

    @property
    def undone(self) -> bool:
        return any(run.state == State.UNDONE for run in self.runs)

    @property
    def undoing(self) -> bool:
        return any(run.state == State.UNDOING for run in self.runs)

    @property
    def not_undone(self) -> str:
        """Why the last attempt to undo it was refused."""
        return next((run.options["not_undone"] for run in self.runs if "not_undone" in run.options), "")

    @property
    def last_act(self) -> int | None:
        """The newest act of the imports: its page asks what becomes of what was built upon them."""
        batches = [run.batch for run in self.runs]
        return Act.objects.filter(batch__in=batches, undo_of=None, undone_by=None).values_list("pk", flat=True).last()

    @property
    def rows(self) -> int:
        return sum(run.rows for run in self.runs)

    @property
    def rows_done(self) -> int:
        return sum(run.rows_done for run in self.runs)

    @property
    def now(self) -> ImportRun | None:
        """The run that is being read, or is next."""
        return next((run for run in self.used if run.state in (State.RUNNING, State.WAITING)), None)

    def total(self, count: str) -> int:
        return sum(getattr(run, count) for run in self.runs)

    def called(self, run: ImportRun) -> str:
        """The kind of a file, with its name where several of one kind came together."""
        return kind_name(run) if self.alone(run) else f"{kind_name(run)}: {run}"

    def alone(self, run: ImportRun) -> bool:
        return sum(one.kind == run.kind for one in self.runs) == 1


def kind_name(run: ImportRun) -> str:
    return str(source_of(run.kind).name) if run.kind else ""


def and_more(name: str, more: int) -> str:
    """The first of several files, and how many there are beside it."""
    said = ngettext("%(name)s and %(n)d more file", "%(name)s and %(n)d more files", more)
    return said % {"name": name, "n": more} if more else name


def past_uploads() -> QuerySet[ImportRun, dict[str, Any]]:
    """One line an upload, the newest first."""
    return (
        ImportRun.objects.exclude(kind="")
        .values("upload")
        .annotate(files=Count("name", distinct=True))
        .annotate(
            first=Min("pk"),
            name=Min("name"),
            state=Max("state"),
            at=Min("created_at"),
            rows=Sum("rows"),
            added=Sum("added"),
            merged=Sum("merged"),
            refused=Sum("refused"),
        )
        .order_by("-first")
    )


def preview_of(upload: Upload) -> list[dict[str, Any]]:
    """For each file that would be read: its kind, what would become of its rows, the first of them; people first."""
    shown = []
    for run in upload.used:
        told = run.options.get("preview", {})
        counts = [(name, count) for name in COUNTS if (count := told.get("counts", {}).get(name, 0))]
        first, refused = told.get("first", []), told.get("refused", [])
        people = source_of(run.kind).taker.of_people
        later = [row for row in refused if row not in first]
        shown.append(
            {"run": run, "kind": upload.called(run), "counts": counts, "first": first, "later": later, "open": people}
        )
    shown = sorted((one for one in shown if one["run"].rows), key=lambda one: not one["open"])
    for one in shown[MOST_OPEN:]:
        one["open"] = False
    return shown


def rows_by_kind(upload: Upload) -> list[tuple[str, int]]:
    """How many rows there are of each kind, in the order of the files."""
    rows: dict[str, int] = {}
    for run in upload.used:
        if run.rows:
            name = kind_name(run)
            rows[name] = rows.get(name, 0) + run.rows
    return list(rows.items())


def columns_of(run: ImportRun) -> list[dict[str, Any]]:
    """The columns of a CSV with what was proposed for them; of very many, the first in which there is something."""
    from wellkept.formats.csvs.mapped import FIELDS

    fields = [(key, _(name)) for key, name in FIELDS.items()]
    names, samples = run.options.get("columns", []), run.options.get("samples", [])
    mapping = run.options.get("mapping", {})
    shown = [at for at in range(len(names)) if len(names) <= MOST_COLUMNS or samples[at]]
    return [
        {
            "index": index,
            "name": names[index],
            "field": mapping.get(str(index), "custom"),
            "samples": samples[index],
            "fields": fields,
        }
        for index in shown[:MOST_COLUMNS]
    ]


def rows_shown(upload: Upload, tab: str, file: int = 0) -> QuerySet[ImportRow]:
    """The rows of one tab of the report, of one file alone if it is named; people before what passed with them."""
    runs = [run for run in upload.runs if file in (0, run.pk)]
    rows = ImportRow.objects.filter(run__in=runs).select_related("contact", "run")
    if tab == "aside":
        rows = rows.filter(outcome="refused", rule__in=ASIDE)
    elif tab == "refused":
        rows = rows.filter(outcome="refused").exclude(rule__in=ASIDE)
    else:
        rows = rows.filter(outcome=tab)
    people = [run.pk for run in runs if run.kind and source_of(run.kind).taker.of_people]
    first = Case(When(run__in=people, then=0), default=1)
    return rows.order_by(first, "run__position", "run_id", "number", "pk")


def tabs_of(upload: Upload, wanted: str) -> tuple[str, list[dict[str, Any]]]:
    """The tab that is shown, and all of them with their counts."""
    aside = ImportRow.objects.filter(run__in=upload.runs, outcome="refused", rule__in=ASIDE).count()
    counts = {name: upload.total(name) for name in (*COUNTS, "missing")} | {"aside": aside}
    counts["refused"] -= aside
    here = wanted if wanted in counts else next((key for key, _name in TABS if counts[key]), "added")
    return here, [{"key": key, "name": name, "count": counts[key], "here": key == here} for key, name in TABS]
