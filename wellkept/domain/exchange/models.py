"""Imports, what became of each of their rows, and what each source last said of a contact."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact, File

SOURCE_NAMES = {
    "linkedin": "LinkedIn",
    "linkedin-own": "LinkedIn",
    "google": "Google",
    "outlook": "Outlook",
    "thunderbird": "Thunderbird",
    "vcard": "vCard",
    "monica": "Monica",
    "wellkept": "Wellkept",
    "ldif": "LDIF",
    "facebook": "Facebook",
}  # sources as a reader knows them

BESIDE = ("monica-kept",)  # sources whose records are of what hangs on a contact, and not of the contact


class ImportRun(Kept):
    """One file (or entry of a ZIP) on its way into the network."""

    recorded = False

    class State(models.TextChoices):
        PREVIEW = "preview", _("waiting for your word")
        MAPPING = "mapping", _("waiting for a mapping")
        WAITING = "waiting", _("waiting for its turn")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("could not be read")
        UNDOING = "undoing", _("being undone")
        UNDONE = "undone", _("undone")

    file = models.ForeignKey(
        File, null=True, on_delete=models.CASCADE, related_name="import_runs"
    )  # None: it could not be read, so it was not kept
    name = models.CharField(max_length=255, blank=True)  # of the file, as it came
    upload = models.CharField(max_length=32)  # runs of one upload (the entries of one ZIP) belong together
    entry = models.CharField(max_length=255, blank=True)  # the entry of a ZIP, '' for the file itself
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=40, blank=True)  # 'linkedin.connections', 'google', 'vcard', …
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREVIEW)
    options = models.JSONField(default=dict)  # mapping of columns, phone region
    rows = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)  # how far it came: a run that was cut off goes on here
    added = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)  # known from this source, no longer in this file
    problem = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]
        indexes = [models.Index(fields=["network", "state"]), models.Index(fields=["network", "upload"])]

    def __str__(self) -> str:
        return self.entry or self.name

    @property
    def batch(self) -> str:
        """The name under which the history keeps this import's acts together."""
        return f"import:{self.pk}"


class ImportRow(Kept):
    """What became of one row."""

    recorded = False

    class Outcome(models.TextChoices):
        ADDED = "added", _("added")
        MERGED = "merged", _("merged")
        UNCHANGED = "unchanged", _("unchanged")
        REFUSED = "refused", _("refused")
        MISSING = "missing", _("missing")  # no row of the file: somebody the source no longer names

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="outcomes")
    number = models.PositiveIntegerField()  # counted from 1, as a person counts the rows
    outcome = models.CharField(max_length=9, choices=Outcome.choices)
    label = models.CharField(max_length=200, blank=True)  # who or what the row was about
    contact = models.ForeignKey(
        Contact, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="import_rows"
    )
    rule = models.CharField(max_length=60, blank=True)  # by which rule it was merged; 'set aside' for no people
    field = models.CharField(max_length=100, blank=True)
    message = models.CharField(max_length=500, blank=True)
    raw = models.TextField(blank=True)  # of a refused row: the row as it stood

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["number", "id"]
        indexes = [models.Index(fields=["network", "run", "outcome"]), models.Index(fields=["network", "contact"])]

    def __str__(self) -> str:
        return f"{self.number}: {self.outcome}"


class SourceRecord(Kept):
    """What a source last said of a contact: later files of it update what it said, never what the user wrote."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="source_records")
    source = models.CharField(max_length=30)  # 'linkedin', 'google', 'vcard', …
    key = models.CharField(max_length=200)
    values = models.JSONField(default=dict)
    seen_run = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("record of a source")
        verbose_name_plural = _("records of sources")
        constraints = [models.UniqueConstraint(fields=["network", "source", "key"], name="one_record_a_source_key")]
        indexes = [models.Index(fields=["network", "contact"])]

    def __str__(self) -> str:
        return SOURCE_NAMES.get(self.source, self.source)


class ExportRun(Kept):
    """One archive that was asked for: being made, or waiting to be fetched for a day. Its bytes lie beside the files."""

    recorded = False

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for its turn")
        RUNNING = "running", _("being made")
        DONE = "done", _("ready")
        FAILED = "failed", _("could not be made")

    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    format = models.CharField(max_length=10, default="archive")  # or one of exporting/writers.py
    choice = models.JSONField(default=dict)  # who is in it, as exporting/choosing.py says; the archive holds everybody
    people = models.PositiveIntegerField(default=0)  # how many are in it
    token = models.CharField(max_length=32)  # names its folder
    size = models.BigIntegerField(default=0)  # bytes
    problem = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        indexes = [models.Index(fields=["network", "state"])]

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d}: {self.state}"

    @property
    def busy(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING)


class Forgotten(Kept):
    """Somebody whom the user had forgotten, so that no import brings them back: keyed hashes of what tells who they are
    (addresses, numbers, profiles, keys of sources), and nothing that could be read."""

    recorded = False

    at = models.DateTimeField(default=timezone.now)
    salt = models.CharField(max_length=64)  # one for a network, so that each sign of a row is hashed but once
    signs = models.JSONField(default=list)  # list[str]

    class Meta:
        verbose_name = _("forgotten person")
        verbose_name_plural = _("forgotten people")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["network", "-at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
