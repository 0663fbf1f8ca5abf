"""The sources that the walk goes through, and who came to mind at each."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact, Position


class Source(Kept):
    """One stretch of the walk: the family, one school, one job, one club."""

    class Kind(models.TextChoices):
        FAMILY = "family", _("family")
        FRIENDS = "friends", _("friends")
        SCHOOL = "school", _("school")
        JOB = "job", _("job or team")
        DEPARTMENTS = "departments", _("other departments")
        CUSTOMERS = "customers", _("customers")
        VENDORS = "vendors", _("vendors")
        CLUBS = "clubs", _("clubs")
        PROFESSIONAL = "professional", _("professional organizations")
        ASSOCIATIONS = "associations", _("associations")
        COMMUNITY = "community", _("community")
        NEIGHBOURS = "neighbours", _("neighbours")
        EVENTS = "events", _("events")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        SKIPPED = "skipped", _("skipped")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(
        _("name"), max_length=300, blank=True
    )  # which school, job, club; '' for the kind as a whole
    place = models.PositiveSmallIntegerField(default=0)  # its place in the walk
    of_position = models.ForeignKey(
        Position, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )  # the user's own job or time at a school that it goes through
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    seconds = models.PositiveIntegerField(default=0)  # spent on it so far

    class Meta:
        verbose_name = _("source of acquaintance")
        verbose_name_plural = _("sources of acquaintance")
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(fields=["network", "kind"], condition=Q(name=""), name="one_source_a_kind"),
            models.UniqueConstraint(
                fields=["network", "of_position"],
                condition=Q(of_position__isnull=False),
                name="one_source_a_position",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.get_kind_display()).capitalize()


class Remembered(Kept):
    """Somebody who came to mind at a source. A contact only when the source is kept."""

    class Spoken(models.TextChoices):
        """When they last spoke, as the user remembers it on ``said_on``: no day is made of it."""

        MONTH = "month", _("this month")
        YEAR = "year", _("this year")
        YEARS = "years", _("a few years ago")
        LONG = "long", _("long ago")
        UNKNOWN = "unknown", _("don’t know")

    class Would(models.TextChoices):
        SURELY = "surely", _("surely")
        PERHAPS = "perhaps", _("perhaps")
        HARDLY = "hardly", _("hardly")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="remembered")
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="remembered"
    )  # who it is: somebody who was there already, or who was added when the source was kept
    somebody_new = models.BooleanField(default=False)  # the user said that it is none of those of this name
    name = models.CharField(_("name"), max_length=300)  # as it was typed
    organization = models.CharField(_("organization"), max_length=300, blank=True)  # typed behind the name
    spoken = models.CharField(_("last spoken"), max_length=7, choices=Spoken.choices, blank=True)
    would_answer = models.CharField(_("would answer"), max_length=7, choices=Would.choices, blank=True)
    said_on = models.DateField()  # the day on which this was said
    kept_on = models.DateField(null=True, blank=True)  # the day on which it became a contact, or one in the circle

    class Meta:
        verbose_name = _("remembered name")
        verbose_name_plural = _("remembered names")
        ordering = ["id"]
        indexes = [models.Index(fields=["network", "spoken", "would_answer"])]

    def __str__(self) -> str:
        return self.name
