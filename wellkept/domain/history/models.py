"""The history: acts, and the changes each of them made."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept


class Act(Kept):
    """One thing an actor did, in one transaction."""

    recorded = False

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    via = models.CharField(max_length=12)
    verb = models.CharField(max_length=40)
    summary = models.CharField(max_length=300)
    batch = models.CharField(max_length=40, blank=True)  # acts that belong together, such as 'import:12'
    at = models.DateTimeField(default=timezone.now)
    undo_of = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="undone_by")

    class Meta:
        indexes = [models.Index(fields=["network", "-at"]), models.Index(fields=["network", "batch"])]

    def __str__(self) -> str:
        return self.summary

    @property
    def undone(self) -> bool:
        return hasattr(self, "undone_by")


class Change(Kept):
    """One row added, edited or removed. ``before`` and ``after`` hold only the columns that changed
    (all of them for a removed row, none for an added one: the row itself still has them)."""

    recorded = False

    class Op(models.TextChoices):
        ADD = "add", _("added")
        EDIT = "edit", _("edited")
        REMOVE = "remove", _("removed")

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="changes")
    position = models.PositiveIntegerField()
    op = models.CharField(max_length=6, choices=Op.choices)
    table = models.CharField(max_length=60)  # 'contacts.contact'
    row = models.BigIntegerField()
    contact_id = models.BigIntegerField(null=True)  # no key: the history outlives what it tells of
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["network", "contact_id"]),
            models.Index(fields=["network", "table", "row"]),
        ]
        constraints = [models.UniqueConstraint(fields=["act", "position"], name="one_change_a_position")]

    def __str__(self) -> str:
        return f"{self.op} {self.table} {self.row}"
