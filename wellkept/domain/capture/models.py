"""What was captured and waits for the user's word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.events.models import Event
from wellkept.domain.history.acting import hanging_on


class Captured(Kept):
    """One line, card, signature or set of details, as it came and as it was read. Nothing of it is a record until it is kept."""

    class Way(models.TextChoices):
        LINE = "line", _("a line")
        CARD = "card", _("a card")
        CODE = "code", _("a code")
        SIGNATURE = "signature", _("a signature or mail")
        PASTED = "pasted", _("something pasted")
        DETAILS = "details", _("details they left")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        KEPT = "kept", _("kept")
        DROPPED = "dropped", _("let go")

    key = models.CharField(max_length=36)  # made where it was captured: what is sent twice is there once
    way = models.CharField(max_length=9, choices=Way.choices)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    text = models.TextField(blank=True)  # the words as they came
    picture = models.ForeignKey(File, null=True, blank=True, on_delete=models.SET_NULL, related_name="captured")
    read = models.JSONField(default=dict)  # what was read from it, as the readers give it; {} when not read yet
    problem = models.CharField(max_length=500, blank=True)  # why it could not be read
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="captured"
    )  # whom it was kept for; the first of them, where it named several
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="captured")
    on = models.DateField()  # the day it was captured, where it was captured
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["network", "state", "at"])]
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="captured_once")]

    def __str__(self) -> str:
        return self.text[:80] or self.get_way_display()

    @classmethod
    def left_alone_without(cls, removed: Sequence[Any]) -> Sequence[Kept]:
        """Pictures that nothing shows any more: also the upright one, which came with the reading."""
        keys = {row.picture_id for row in removed} - {None}
        pictures = File._base_manager.filter(network_id=removed[0].network_id, pk__in=keys)
        return [file for file in pictures if not in_use(file)]


def in_use(file: File) -> bool:
    """Whether any record shows it."""
    pointing = [(model, key.name) for model, key, _gone in hanging_on(File)]
    return any(model._base_manager.filter(**{name: file}).exists() for model, name in pointing)
