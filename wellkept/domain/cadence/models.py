"""How often we mean to be in touch, and where each contact stands.

``Decision``, ``NextStep``, ``Snooze`` and ``Skip`` are what the user said; ``Standing`` is computed from them, from the
timeline and from the circles, one row a contact, so that lists and the week are read in one query.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact


class Decision(Kept):
    """What the user decided for a contact. No row: not decided."""

    class Kind(models.TextChoices):
        CIRCLE = "circle", _("as the circle")
        OWN = "own", _("own cadence")
        NEVER = "never", _("never")

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="decision")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("cadence decision")
        verbose_name_plural = _("cadence decisions")
        indexes = [models.Index(fields=["network", "decided_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="own", days__gt=0) | (~models.Q(kind="own") & models.Q(days=None)),
                name="own_cadence_has_days",
            )
        ]

    def __str__(self) -> str:
        if self.days is None:
            return str(self.get_kind_display())
        return ngettext("every day", "every %(days)d days", self.days) % {"days": self.days}


class NextStep(Kept):
    """A next step that the user chose: what, and on which day. It stands until it is completed or skipped."""

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="chosen_step")
    on = models.DateField(_("date"))
    what = models.CharField(_("what"), max_length=300, blank=True)
    chosen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("next step")
        verbose_name_plural = _("next steps")
        indexes = [models.Index(fields=["network", "on"])]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.what, formats.date_format(self.on)]))


class Snooze(Kept):
    """The next step was put off until a date. Is no touch."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="snoozes")
    until = models.DateField(_("until"))
    on = models.DateField()

    class Meta:
        verbose_name = _("snooze")
        verbose_name_plural = _("snoozes")
        indexes = [models.Index(fields=["network", "contact", "-until"])]

    def __str__(self) -> str:
        return gettext("until %(day)s") % {"day": formats.date_format(self.until)}


class Skip(Kept):
    """This turn was let go; the next one comes a cadence after ``on``. Is no touch."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="skips")
    on = models.DateField()

    class Meta:
        verbose_name = _("skip")
        verbose_name_plural = _("skips")
        indexes = [models.Index(fields=["network", "contact", "-on"])]

    def __str__(self) -> str:
        return formats.date_format(self.on)


class StandingQuerySet(models.QuerySet["Standing"]):
    def visible(self) -> StandingQuerySet:
        """In sight. Written as IN, because SQLite uses no index for a bare boolean column."""
        return self.filter(in_sight__in=(True,))


class RowKey(models.OneToOneField):  # type: ignore[type-arg]
    """A primary key that SQLite keeps as the number of the row, so that each index of the table holds it by itself."""

    def db_type(self, connection: Any) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


class Standing(Kept):
    """Where a contact stands; computed (see standing.py), never edited."""

    recorded = False

    class Decided(models.TextChoices):
        UNDECIDED = "undecided", _("not decided")
        CIRCLE = "circle", _("as the circle")
        OWN = "own", _("own cadence")
        NEVER = "never", _("never")

    contact = RowKey(Contact, on_delete=models.CASCADE, related_name="standing", primary_key=True)
    in_sight = models.BooleanField(default=True)  # not archived, not the user's own card
    decided = models.CharField(max_length=10, choices=Decided.choices, default=Decided.UNDECIDED)
    cadence_days = models.PositiveSmallIntegerField(null=True)  # the one that holds
    new_on = models.DateField(null=True)  # met, connected or entered by hand: from then on a new connection
    first_touch_on = models.DateField(null=True)
    last_touch_on = models.DateField(null=True)
    last_sent_on = models.DateField(null=True)
    last_received_on = models.DateField(null=True)
    contact_days = models.PositiveIntegerField(default=0)  # days with a touch
    sent = models.PositiveIntegerField(default=0)
    received = models.PositiveIntegerField(default=0)
    warmth = models.FloatField(
        default=0
    )  # for ranking only: log2 of contact-days halved every 60 days (see standing.py)
    due_on = models.DateField(null=True)  # the next step
    due_kind = models.CharField(max_length=12, blank=True)  # followup, second, chosen, cadence
    due_what = models.CharField(max_length=300, blank=True)
    snoozed_until = models.DateField(null=True)
    promise_score = models.FloatField(default=0)  # for triage: how promising it is to decide on this contact
    promise_reason = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = ScopedManager(
        network="network", _manager_class=models.Manager.from_queryset(StandingQuerySet)
    )

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        indexes = [
            models.Index(fields=["network", "in_sight", "decided", "cadence_days", "due_on"]),
            models.Index(fields=["network", "in_sight", "decided", "-promise_score"]),
            models.Index(fields=["network", "in_sight", "last_touch_on"]),
            models.Index(fields=["network", "in_sight", "due_on"]),
            models.Index(fields=["network", "in_sight", "-warmth"]),
            models.Index(fields=["network", "in_sight", "-contact_days", "last_touch_on"]),
            models.Index(fields=["network", "in_sight", "due_kind", "due_on"]),
            models.Index(fields=["network", "in_sight", "new_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id}: {self.decided}, due {self.due_on}"
