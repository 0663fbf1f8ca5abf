"""Who may be whom: what was found (computed), and what the user said (recorded)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact, File, OfContact, Organization


class Likeness(Kept):
    """Two contacts that may be one person; ``one`` is the lower key. Computed (see likening.py)."""

    recorded = False

    one = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    weight = models.FloatField()  # bits
    chance = models.FloatField()
    sure = models.BooleanField(default=False)  # may be merged at one word
    reasons = models.JSONField(default=list)  # [[field, level, bits], …], those for it first

    class Meta:
        indexes = [models.Index(fields=["network", "sure", "-weight"]), models.Index(fields=["network", "other"])]
        constraints = [models.UniqueConstraint(fields=["network", "one", "other"], name="one_likeness_a_pair")]

    def __str__(self) -> str:
        return f"{self.one_id} ~ {self.other_id}"


class OrganizationLikeness(Kept):
    """Two organizations that may be one; ``one`` is the lower key. Computed."""

    recorded = False

    one = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    weight = models.FloatField()
    reasons = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["network", "-weight"])]
        constraints = [models.UniqueConstraint(fields=["network", "one", "other"], name="one_likeness_two_houses")]

    def __str__(self) -> str:
        return f"{self.one_id} ~ {self.other_id}"


class NotTheSame(Kept):
    """The user said that these two are two people. They are never asked about again."""

    one = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("word that two are not the same")
        verbose_name_plural = _("words that two are not the same")
        constraints = [models.UniqueConstraint(fields=["network", "one", "other"], name="said_once_of_two")]

    def __str__(self) -> str:
        return gettext("%(one)s is not %(other)s") % {"one": self.one, "other": self.other}

    def contact_ids(self) -> Iterable[int]:
        return (self.one_id, self.other_id)


class OrganizationsNotTheSame(Kept):
    """The user said that these are two organizations."""

    one = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("word that two organizations are not the same")
        verbose_name_plural = _("words that two organizations are not the same")
        constraints = [models.UniqueConstraint(fields=["network", "one", "other"], name="said_once_of_two_houses")]

    def __str__(self) -> str:
        return gettext("%(one)s is not %(other)s") % {"one": self.one, "other": self.other}


class Merged(Kept):
    """Who a contact that is gone has become: its address leads there, and so does what was imported of it."""

    gone = models.ForeignKey(
        Contact, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )  # is not there
    kept = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="merged")
    gone_name = models.CharField(max_length=300)
    merged_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("merged contact")
        verbose_name_plural = _("merged contacts")
        indexes = [models.Index(fields=["network", "kept"]), models.Index(fields=["network", "-merged_at"])]
        constraints = [models.UniqueConstraint(fields=["network", "gone"], name="merged_once")]

    def __str__(self) -> str:
        return self.gone_name

    def contact_ids(self) -> Iterable[int]:
        return (self.kept_id,)


class OtherPhoto(OfContact):
    """A picture of a contact that another one stands before: that of a contact that was merged into it."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="other_photos")
    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="+")

    class Meta(OfContact.Meta):
        verbose_name = _("other photo")
        verbose_name_plural = _("other photos")

    def __str__(self) -> str:
        return str(self.file)


class OrganizationName(Kept):
    """Another name of an organization: that of one that was merged into it. Whoever comes with it comes to the right place."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=300)
    key = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("other name of an organization")
        verbose_name_plural = _("other names of organizations")
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_other_name_a_key")]

    def __str__(self) -> str:
        return self.name


class Unlooked(Kept):
    """A contact that came or changed and was not compared with the others yet."""

    recorded = False

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["network", "contact"])]

    def __str__(self) -> str:
        return str(self.contact_id)


class Likening(Kept):
    """How the search for duplicates stands in a network, and what it learned."""

    recorded = False

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for its turn")
        RUNNING = "running", _("running")
        MERGING = "merging", _("merging those that are sure")
        DONE = "done", _("done")

    state = models.CharField(max_length=8, choices=State.choices, blank=True)  # of the search through everybody
    model: Any = models.JSONField(default=dict)
    contacts = models.PositiveIntegerField(default=0)  # how many were compared when the model was learned
    compared = models.PositiveIntegerField(default=0)  # pairs, while it runs
    searched_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network"], name="one_likening")]

    def __str__(self) -> str:
        return self.state
