"""Gatherings, who was or will be there, and the talks that were had."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact, Organization
from wellkept.domain.timeline.models import Interaction


class Series(Kept):
    """Gatherings that come again under one name: PyCon, the breakfast of the chamber."""

    name = models.CharField(_("name"), max_length=200)
    url = models.URLField(_("web page"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("series of events")
        verbose_name_plural = _("series of events")
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="one_series_a_name")]

    def __str__(self) -> str:
        return self.name


class Event(Kept):
    """A gathering: a fair, a conference, a dinner of the association."""

    name = models.CharField(_("name"), max_length=200)
    place = models.CharField(_("place"), max_length=200, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))  # its last day
    organizer = models.ForeignKey(
        Organization,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        verbose_name=_("organizer"),
    )
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="events", verbose_name=_("series")
    )
    url = models.URLField(_("web page"), max_length=500, blank=True)
    notes = models.TextField(_("notes"), blank=True)  # Markdown
    uid = models.CharField(max_length=255, blank=True)  # of the calendar file it came from (RFC 5545 3.8.4.7)
    debriefed_on = models.DateField(null=True, blank=True)  # nothing of it waits any more
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_on", "-id"]
        indexes = [models.Index(fields=["network", "-starts_on", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="event_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["network", "uid"], condition=~models.Q(uid=""), name="one_event_a_calendar_uid"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def left_alone_without(cls, removed: Sequence[Any]) -> Sequence[Kept]:
        """Series of which no event is left."""
        keys = {event.series_id for event in removed} - {None}
        network_id = removed[0].network_id
        there = cls._base_manager.filter(network_id=network_id, series__in=keys).values("series")
        return list(Series._base_manager.filter(network_id=network_id, pk__in=keys).exclude(pk__in=there))


class Attendance(Kept):
    """Somebody at an event: a contact, or a name on the list who is no contact (yet)."""

    class State(models.TextChoices):
        LISTED = "listed", _("on the list")
        WANTED = "wanted", _("I want to meet them")
        MET = "met", _("met")
        MISSED = "missed", _("not met")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="attendances")
    name = models.CharField(_("name"), max_length=200, blank=True)  # as the list has it
    organization = models.CharField(_("organization"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.LISTED)
    why = models.CharField(_("why"), max_length=300, blank=True)  # I want to meet them, or thank them
    interaction = models.ForeignKey(
        Interaction, null=True, blank=True, on_delete=models.SET_NULL, related_name="attendances"
    )  # the talk that was had there
    let_go_on = models.DateField(null=True, blank=True)  # the debrief asks for no follow-up any more

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["network", "event"]), models.Index(fields=["network", "contact"])]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "event", "contact"], condition=models.Q(contact__isnull=False), name="attends_once"
            )
        ]

    one_each = ("event_id",)

    def __str__(self) -> str:
        return self.name or str(self.contact or "")

    def better_in(self, other: Attendance) -> dict[str, Any]:
        """Whoever was met under one of two names was met, in that talk; whoever was wanted is wanted."""
        ranks = [self.State.LISTED, self.State.MISSED, self.State.WANTED, self.State.MET]
        if ranks.index(self.State(other.state)) <= ranks.index(self.State(self.state)):
            return {}
        return {"state": other.state, "interaction_id": other.interaction_id, "let_go_on": other.let_go_on}
