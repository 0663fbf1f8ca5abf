"""What happened, when, and with whom; what was promised; what was noted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept
from wellkept.domain.contacts.models import Contact


class Interaction(Kept):
    """Something that passed between people on a date."""

    class Kind(models.TextChoices):
        MET = "met", _("met")
        CALL = "call", _("call")
        VIDEO = "video", _("video call")
        LUNCH = "lunch", _("lunch")
        COFFEE = "coffee", _("coffee")
        EMAIL = "email", _("e-mail")
        MESSAGE = "message", _("message")
        LETTER = "letter", _("letter or card")
        EVENT = "event", _("event")
        INTRODUCTION = "introduction", _("introduction")
        GIFT = "gift", _("gift")
        HELP = "help", _("help")
        OTHER = "other", _("other")

    class Direction(models.TextChoices):
        MINE = "mine", _("I began")
        THEIRS = "theirs", _("they began")
        BOTH = "both", _("both")

    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    on = models.DateField(_("date"))
    at = models.DateTimeField(_("time"), null=True, blank=True)
    direction = models.CharField(_("direction"), max_length=6, choices=Direction.choices, default=Direction.BOTH)
    body = models.TextField(_("what was said"), blank=True)  # Markdown
    place = models.CharField(_("place"), max_length=200, blank=True)
    touch = models.BooleanField(_("counts as keeping in touch"), default=True)
    sent_count = models.PositiveIntegerField(default=0)  # messages of mine that it stands for
    received_count = models.PositiveIntegerField(default=0)  # messages of theirs
    source = models.CharField(max_length=30, blank=True)  # '' when written by hand
    source_key = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    _contacts: tuple[int, ...] | None = None  # where read_contacts has read them

    class Meta:
        verbose_name = _("interaction")
        verbose_name_plural = _("interactions")
        ordering = ["-on", "-id"]
        indexes = [
            models.Index(fields=["network", "-on", "-id"]),
            models.Index(fields=["network", "on", "touch"]),  # the weeks' counts are read from it alone
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "source", "source_key"],
                condition=~models.Q(source_key=""),
                name="one_interaction_a_source_key",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {formats.date_format(self.on)}"

    def contact_ids(self) -> Iterable[int]:
        if self.pk is None:
            return ()
        if self._contacts is not None:
            return self._contacts
        cached = getattr(self, "_prefetched_objects_cache", {}).get("participations")
        if cached is not None:
            return tuple(part.contact_id for part in cached)
        parts = Participation._base_manager.filter(network_id=self.network_id, interaction_id=self.pk)
        return tuple(parts.values_list("contact_id", flat=True))

    @classmethod
    def read_contacts(cls, rows: Sequence[Any]) -> None:
        keys = [row.pk for row in rows]
        parts = Participation._base_manager.filter(network_id=rows[0].network_id, interaction__in=keys)
        found: dict[int, list[int]] = {}
        for interaction, contact in parts.order_by("contact_id").values_list("interaction_id", "contact_id"):
            found.setdefault(interaction, []).append(contact)
        for row in rows:
            row._contacts = tuple(found.get(row.pk, ()))


class Participation(Kept):
    """A contact took part in an interaction. ``on`` repeats the interaction's date so that a contact's
    newest interactions are found from one index."""

    interaction = models.ForeignKey(Interaction, on_delete=models.CASCADE, related_name="participations")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="participations")
    on = models.DateField()

    class Meta:
        verbose_name = _("part in an interaction")
        verbose_name_plural = _("parts in interactions")
        indexes = [models.Index(fields=["network", "contact", "-on", "-interaction"])]
        constraints = [
            models.UniqueConstraint(fields=["network", "interaction", "contact"], name="takes_part_once"),
        ]

    def __str__(self) -> str:
        return str(self.interaction)

    @classmethod
    def left_alone_without(cls, removed: Sequence[Any]) -> Sequence[Kept]:
        """Interactions in which nobody takes part any more."""
        keys = {part.interaction_id for part in removed}
        network_id = removed[0].network_id
        return list(
            Interaction._base_manager.filter(network_id=network_id, pk__in=keys).exclude(
                pk__in=Participation._base_manager.filter(network_id=network_id, interaction__in=keys).values(
                    "interaction"
                )
            )
        )


class Promise(Kept):
    """Something one side said they would do; or a thank-you that is owed, which is a promise of mine that nobody had to say."""

    class By(models.TextChoices):
        ME = "me", _("I promised")
        THEM = "them", _("they promised")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="promises")
    interaction = models.ForeignKey(
        Interaction, null=True, blank=True, on_delete=models.SET_NULL, related_name="promises"
    )
    by = models.CharField(max_length=4, choices=By.choices)
    thanks = models.BooleanField(_("a thank-you owed"), default=False)
    text = models.CharField(_("promise"), max_length=500)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    forgiven_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["network", "settled_on", "due_on"]),
            models.Index(fields=["network", "contact"]),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def open(self) -> bool:
        return self.settled_on is None and self.forgiven_on is None

    @property
    def side(self) -> str:
        return str(_("Thank-you owed") if self.thanks else self.get_by_display())


class Referral(Kept):
    """A name that a contact gave: somebody worth meeting, who is no contact yet. ``met`` is who they became."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="referrals_given")
    interaction = models.ForeignKey(
        Interaction, null=True, blank=True, on_delete=models.SET_NULL, related_name="referrals"
    )
    name = models.CharField(_("name"), max_length=200)
    about = models.CharField(_("who they are"), max_length=300, blank=True)
    on = models.DateField(_("date"))
    met = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="referrals_met")
    dropped_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["on", "id"]
        indexes = [
            models.Index(fields=["network", "met", "dropped_on", "on"]),
            models.Index(fields=["network", "contact"]),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.about}" if self.about else self.name

    @property
    def open(self) -> bool:
        return self.met_id is None and self.dropped_on is None


class Note(Kept):
    """What the user wrote about a contact, without anything having passed."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="notes")
    body = models.TextField(_("note"))  # Markdown
    on = models.DateField(_("date"))
    pinned = models.BooleanField(default=False)
    source = models.CharField(max_length=30, blank=True)
    source_key = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["network", "contact", "-on"])]

    def __str__(self) -> str:
        return self.body[:60]


class Fact(Kept):
    """Something true about a contact in the user's own words; or what they need, or could give."""

    class Kind(models.TextChoices):
        FACT = "fact", _("fact")
        NEED = "need", _("need")
        OFFER = "offer", _("offer")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="facts")
    interaction = models.ForeignKey(Interaction, null=True, blank=True, on_delete=models.SET_NULL, related_name="facts")
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.FACT)
    words = models.CharField(_("words"), max_length=300)
    on = models.DateField()  # when it was learned
    over_on = models.DateField(null=True, blank=True)  # no longer so

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["network", "contact", "kind"]), models.Index(fields=["network", "kind"])]

    def __str__(self) -> str:
        return self.words
