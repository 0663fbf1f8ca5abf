"""What was learned of the ties: one row a contact with contact-days, one lesson a network. Computed, never edited."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact


class Lesson(Kept):
    """What a network taught about itself (see learning.py), as it stood on a day."""

    recorded = False

    learned_on = models.DateField()
    contact_days = models.PositiveIntegerField(default=0)
    learned = models.JSONField(default=dict)
    strengths = models.JSONField(default=list)  # list[float]: the hundredths of all strengths on that day

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        constraints = [models.UniqueConstraint(fields=["network"], name="one_lesson_a_network")]

    def __str__(self) -> str:
        return f"learned on {self.learned_on}"


class Rhythm(Kept):
    """The rhythm of one contact. Knows no today: its states begin on days."""

    recorded = False

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="rhythm", primary_key=True)
    first_on = models.DateField()
    last_on = models.DateField()
    contact_days = models.PositiveIntegerField()
    gap_days = models.FloatField()
    gaps = models.PositiveIntegerField()  # from how many of its own it was learned
    window_low = models.PositiveSmallIntegerField()  # days after last_on
    window_high = models.PositiveSmallIntegerField()
    at_risk_gaps = models.FloatField()
    dormant_gaps = models.FloatField()
    strength = models.FloatField()  # for ranking only: log2 of the weights halved every 60 days (strength.in_logarithm)
    days = models.JSONField(
        default=list
    )  # the contact-days, see days.packed: a page need not read ten years of messages

    class Meta:
        verbose_name = _("rhythm")
        verbose_name_plural = _("rhythms")
        indexes = [models.Index(fields=["network", "-strength"])]

    def __str__(self) -> str:
        return f"{self.contact_id}: every {self.gap_days:.0f} days"
