"""How a user is reminded, what was sent, which browsers take a push, and how the calendar's entries changed."""

from __future__ import annotations

import secrets
from datetime import date, time

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.reminders.moments import Timetable

WEEKDAYS = 0b0011111


def fresh_key() -> str:
    return secrets.token_urlsafe(12)


class Reminders(Kept):
    """How the user is reminded. No row: not at all."""

    recorded = False

    class Often(models.TextChoices):
        MORNING = "morning", _("on the days chosen")
        WEEKLY = "weekly", _("once a week")

    by_mail = models.BooleanField(default=False)  # a digest is sent to the user's own e-mail
    often = models.CharField(max_length=8, choices=Often.choices, default=Often.MORNING)
    days = models.PositiveSmallIntegerField(
        default=WEEKDAYS
    )  # when on chosen days: 1 Monday, 2 Tuesday, … 64 Sunday, added up
    weekday = models.PositiveSmallIntegerField(default=0)  # when once a week: 0 Monday … 6 Sunday
    at = models.PositiveSmallIntegerField(default=7 * 60 + 30)  # minutes after midnight, in the user's zone
    quiet_from = models.PositiveSmallIntegerField(null=True, blank=True)  # minutes after midnight; null: no quiet hours
    quiet_until = models.PositiveSmallIntegerField(null=True, blank=True)  # minutes after midnight
    paused_until = models.DateField(null=True, blank=True)  # the first day after a pause
    since = models.DateTimeField(default=timezone.now)  # only what falls due after it is sent
    link_key = models.CharField(max_length=32, default=fresh_key)  # what the links of the mails are tied to
    feed_salt = models.CharField(
        max_length=64, blank=True
    )  # with the installation's secret it makes the calendar's address
    feed_sha256 = models.CharField(
        max_length=64, blank=True, db_index=True
    )  # of the secret in that address; '' for no calendar
    feed_cadence = models.BooleanField(default=False)  # whether the calendar also names whoever falls due by cadence

    class Meta:
        verbose_name = _("reminders")
        verbose_name_plural = _("reminders")
        constraints = [models.UniqueConstraint(fields=["network"], name="reminders_of_a_network")]

    def __str__(self) -> str:
        return f"reminders of {self.network_id}"

    @property
    def timetable(self) -> Timetable:
        weekly = self.often == self.Often.WEEKLY
        chosen = {self.weekday} if weekly else {day for day in range(7) if self.days >> day & 1}
        return Timetable(
            zone=self.network.zone,
            days=frozenset(chosen),
            at=clock(self.at),
            quiet_from=None if self.quiet_from is None else clock(self.quiet_from),
            quiet_until=None if self.quiet_until is None else clock(self.quiet_until),
            paused_until=self.paused_until,
        )

    def paused_on(self, today: date) -> bool:
        return self.paused_until is not None and today < self.paused_until


def clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


class Delivery(Kept):
    """One reminder on its way: for one user, by one way, for one day. Its text is written when it goes, and not kept."""

    recorded = False

    class Way(models.TextChoices):
        MAIL = "mail", _("mail")
        PUSH = "push", _("push")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        EMPTY = "empty", _("nothing to say")
        FAILED = "failed", _("failed")
        REPLACED = "replaced", _("replaced by the next")

    way = models.CharField(max_length=4, choices=Way.choices)
    period = models.DateField()  # the day it is for
    message_id = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("reminder sent")
        verbose_name_plural = _("reminders sent")
        constraints = [models.UniqueConstraint(fields=["network", "way", "period"], name="one_delivery_a_period")]
        indexes = [models.Index(fields=["network", "state"])]

    def __str__(self) -> str:
        return f"{self.way} for {self.period}: {self.state}"


class PushDevice(Kept):
    """A browser that shows a notice when the week is ready."""

    recorded = False

    endpoint = models.CharField(max_length=700)  # the address at the push service
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    added_at = models.DateTimeField(default=timezone.now)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("browser with push")
        verbose_name_plural = _("browsers with push")
        ordering = ["-added_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["network", "endpoint"], name="one_row_an_endpoint")]

    def __str__(self) -> str:
        return self.name


class CalendarEntry(Kept):
    """What the calendar last said under a UID, as a hash, and how often that changed. Names nobody."""

    recorded = False

    uid = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("entry of the calendar")
        verbose_name_plural = _("entries of the calendar")
        constraints = [models.UniqueConstraint(fields=["network", "uid"], name="one_entry_a_uid")]

    def __str__(self) -> str:
        return f"{self.uid} {self.sequence}"
