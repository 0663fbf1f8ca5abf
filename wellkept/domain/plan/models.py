"""What the user said to the week's proposals, and where they will be. The week itself is computed, not stored."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact

PROPOSALS = {
    "followup": _("follow-up"),
    "thanks": _("thank-you"),
    "promise": _("promise"),
    "occasion": _("occasion"),
    "second": _("second touch"),
    "chosen": _("next step"),
    "cadence": _("cadence"),
    "reconnect": _("reconnection"),
    "decide": _("triage"),
    "meet": _("meeting"),
    "visit": _("visit"),
}  # their kinds in words


class Answer(Kept):
    """One answer to one proposal: it was done (and took ``minutes`` of the week's budget), or it is not to come back before ``until``."""

    class Kind(models.TextChoices):
        DONE = "done", _("done")
        NOT_NOW = "not_now", _("not now")
        SWAP = "swap", _("swapped")
        PICK = "pick", _("picked")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="answers")
    proposal = models.CharField(
        max_length=12
    )  # the kind of proposal: followup, promise, occasion, cadence, reconnect, decide, meet
    subject = models.CharField(max_length=60, blank=True)  # which promise, which occasion
    answer = models.CharField(max_length=8, choices=Kind.choices)
    week = models.DateField()  # the week's first day
    minutes = models.PositiveSmallIntegerField(default=0)
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("answer to a proposal")
        verbose_name_plural = _("answers to proposals")
        indexes = [models.Index(fields=["network", "week"]), models.Index(fields=["network", "contact"])]

    def __str__(self) -> str:
        return f"{PROPOSALS.get(self.proposal, self.proposal)}: {self.get_answer_display()}"


class Trip(Kept):
    """Where the user will be, and when: who lives there could be met."""

    place = models.CharField(_("place"), max_length=120)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("to"))
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("trip")
        verbose_name_plural = _("trips")
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["network", "ends"])]

    def __str__(self) -> str:
        return self.place
