"""People, the organizations they are at, and the circles they come from."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from wellkept.domain.accounts.models import Kept


class File(Kept):
    """A stored file: its bytes lie under the files folder by their SHA-256."""

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()  # bytes
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        indexes = [models.Index(fields=["network", "sha256"])]

    def __str__(self) -> str:
        return self.name


class ContactQuerySet(models.QuerySet["Contact"]):
    def active(self) -> ContactQuerySet:
        """Everybody in sight: not archived, and not the user's own card (as IN: SQLite uses no index for a bare boolean)."""
        return self.filter(archived_at=None, is_me__in=(False,))

    def archived(self) -> ContactQuerySet:
        return self.filter(is_me__in=(False,), archived_at__isnull=False)


class Contact(Kept):
    """A person. ``display`` is the name as it is written; the parts are what is known of it."""

    uid = models.UUIDField(default=uuid.uuid4)
    is_me = models.BooleanField(default=False)  # the user's own card: own positions, own addresses
    display = models.CharField(_("name"), max_length=300)
    given = models.CharField(_("given name"), max_length=150, blank=True)
    additional = models.CharField(_("middle name"), max_length=150, blank=True)
    family = models.CharField(_("family name"), max_length=150, blank=True)
    prefix = models.CharField(_("prefix"), max_length=80, blank=True)
    suffix = models.CharField(_("suffix"), max_length=80, blank=True)
    nickname = models.CharField(_("nickname"), max_length=150, blank=True)
    phonetic_given = models.CharField(_("phonetic given name"), max_length=150, blank=True)
    phonetic_family = models.CharField(_("phonetic family name"), max_length=150, blank=True)
    sort_key = models.CharField(max_length=300)
    pronouns = models.CharField(_("pronouns"), max_length=60, blank=True)
    interests = models.JSONField(_("interests"), default=list, blank=True)  # list[str]
    location = models.CharField(_("place"), max_length=200, blank=True)
    about = models.TextField(_("about"), blank=True)  # Markdown
    met_on_year = models.SmallIntegerField(null=True, blank=True)
    met_on_month = models.SmallIntegerField(null=True, blank=True)
    met_on_day = models.SmallIntegerField(null=True, blank=True)
    met_at = models.DateTimeField(
        null=True, blank=True
    )  # the moment of meeting, where it is known: starts the follow-up
    met_where = models.CharField(_("where we met"), max_length=200, blank=True)
    met_how = models.CharField(_("how we met"), max_length=300, blank=True)
    met_through = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="introduced")
    connected_on = models.DateField(null=True, blank=True)  # connected on LinkedIn or the like
    closeness = models.PositiveSmallIntegerField(
        _("closeness"), null=True, blank=True
    )  # 1 (distant) to 5 (very close), as the user feels it; frequency is another thing
    photo = models.ForeignKey(File, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    extras = models.JSONField(
        default=list, blank=True
    )  # list[str]: lines of a vCard that we do not model, as they stood
    flag = models.CharField(max_length=60, blank=True)  # why the user should look at it: 'no name'
    source = models.CharField(
        max_length=30, blank=True
    )  # where the contact first came from: 'linkedin', 'vcard', 'hand'
    archived_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Any] = ScopedManager(
        network="network", _manager_class=models.Manager.from_queryset(ContactQuerySet)
    )

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        indexes = [
            # What the filter of the list looks through stands in it, so that thirty thousand rows need not be read.
            models.Index(
                fields=["network", "archived_at", "is_me", "sort_key", "display", "nickname", "location"],
                name="contact_listed",
            ),
            models.Index(fields=["network", "created_at"]),
            models.Index(
                fields=["network", "met_on_month", "met_on_day"],
                condition=models.Q(met_on_day__isnull=False),
                name="contact_met_on_day",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["network", "uid"], name="one_contact_a_uid"),
            models.UniqueConstraint(fields=["network"], condition=models.Q(is_me=True), name="one_own_card"),
        ]

    def __str__(self) -> str:
        return self.display

    def contact_ids(self) -> Iterable[int]:
        return (self.pk,)

    @property
    def first_name(self) -> str:
        """What one calls this person: the nickname, the given name, or the name as it stands."""
        return self.nickname or self.given or self.display


class OfContact(Kept):
    """Something of one contact, kept in order."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]


class Email(OfContact):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="emails")
    address = models.CharField(_("e-mail"), max_length=254)
    key = models.CharField(max_length=254)  # normalised, for matching
    label = models.CharField(_("label"), max_length=60, blank=True)

    class Meta(OfContact.Meta):
        verbose_name = _("e-mail address")
        verbose_name_plural = _("e-mail addresses")
        indexes = [models.Index(fields=["network", "key"])]

    def __str__(self) -> str:
        return self.address


class Phone(OfContact):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(_("phone"), max_length=80)  # as it was written
    key = models.CharField(max_length=40, blank=True)  # E.164, '' where it cannot be told
    label = models.CharField(_("label"), max_length=60, blank=True)

    class Meta(OfContact.Meta):
        verbose_name = _("phone number")
        verbose_name_plural = _("phone numbers")
        indexes = [models.Index(fields=["network", "key"])]

    def __str__(self) -> str:
        return self.number


class PostalAddress(OfContact):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="addresses")
    label = models.CharField(_("label"), max_length=60, blank=True)
    po_box = models.CharField(_("PO box"), max_length=100, blank=True)
    extended = models.CharField(_("address line 2"), max_length=200, blank=True)
    street = models.CharField(_("street"), max_length=300, blank=True)
    city = models.CharField(_("city"), max_length=150, blank=True)
    region = models.CharField(_("region"), max_length=150, blank=True)
    postcode = models.CharField(_("postcode"), max_length=40, blank=True)
    country = models.CharField(_("country"), max_length=100, blank=True)
    formatted = models.CharField(_("address as written"), max_length=600, blank=True)

    class Meta(OfContact.Meta):
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        indexes = [models.Index(fields=["network", "city"])]

    def __str__(self) -> str:
        return self.formatted or ", ".join(filter(None, [self.street, self.postcode, self.city, self.country]))


class Link(OfContact):
    """A website or a profile. ``kind`` is 'linkedin', 'github', 'mastodon', …, 'website'; ``key`` identifies a profile."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="links")
    url = models.CharField(_("address"), max_length=600)
    kind = models.CharField(max_length=30, default="website")
    key = models.CharField(max_length=200, blank=True)  # 'linkedin:ana-souza'
    label = models.CharField(_("label"), max_length=60, blank=True)

    class Meta(OfContact.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")
        indexes = [models.Index(fields=["network", "key"])]

    def __str__(self) -> str:
        return self.url


class Organization(Kept):
    name = models.CharField(_("name"), max_length=300)
    key = models.CharField(max_length=300)  # folded name without legal form, for matching
    website = models.CharField(_("website"), max_length=300, blank=True)
    about = models.TextField(_("about"), blank=True)  # Markdown
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_organization_a_key")]
        indexes = [models.Index(fields=["network", "name"])]

    def __str__(self) -> str:
        return self.name


class Position(OfContact):
    class Kind(models.TextChoices):
        JOB = "job", _("job")
        EDUCATION = "education", _("education")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="positions")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="positions")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.JOB)
    title = models.CharField(_("title"), max_length=300, blank=True)
    department = models.CharField(_("department"), max_length=200, blank=True)
    started_year = models.SmallIntegerField(null=True, blank=True)
    started_month = models.SmallIntegerField(null=True, blank=True)
    ended_year = models.SmallIntegerField(null=True, blank=True)
    ended_month = models.SmallIntegerField(null=True, blank=True)
    current = models.BooleanField(_("still there"), default=True)
    since = models.DateField(null=True, blank=True)  # the day an import first showed it, for 'new job'

    class Meta(OfContact.Meta):
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        indexes = [
            models.Index(fields=["network", "organization", "current", "kind", "contact"]),
            models.Index(
                fields=["network", "started_month"],
                condition=models.Q(started_month__isnull=False),
                name="position_begun_in_month",
            ),
            models.Index(fields=["network", "since"], condition=models.Q(since__isnull=False), name="position_seen_on"),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.organization}" if self.title else str(self.organization)


class Circle(Kept):
    """A source of acquaintance, with the cadence meant for those in it."""

    key = models.CharField(max_length=40)  # 'family' … 'community', or its own slug
    name = models.CharField(_("name"), max_length=80)
    cadence_days = models.PositiveSmallIntegerField(_("cadence in days"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("circle")
        verbose_name_plural = _("circles")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_circle_a_key")]

    def __str__(self) -> str:
        return self.name


class CircleMembership(Kept):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="circle_memberships")
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="memberships")

    class Meta:
        verbose_name = _("place in a circle")
        verbose_name_plural = _("places in circles")
        constraints = [models.UniqueConstraint(fields=["network", "contact", "circle"], name="once_in_a_circle")]
        indexes = [models.Index(fields=["network", "circle"])]

    def __str__(self) -> str:
        return str(self.circle)


class Tag(Kept):
    name = models.CharField(_("name"), max_length=80)
    key = models.CharField(max_length=80)  # folded

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_tag_a_key")]

    def __str__(self) -> str:
        return self.name


class Tagging(Kept):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="taggings")

    class Meta:
        verbose_name = _("tag of a contact")
        verbose_name_plural = _("tags of contacts")
        constraints = [models.UniqueConstraint(fields=["network", "contact", "tag"], name="tagged_once")]
        indexes = [models.Index(fields=["network", "tag"])]

    def __str__(self) -> str:
        return str(self.tag)


class ContactDate(OfContact):
    """A birthday or another yearly date; the year may be unknown."""

    class Kind(models.TextChoices):
        BIRTHDAY = "birthday", _("birthday")
        ANNIVERSARY = "anniversary", _("anniversary")
        OTHER = "other", _("other")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="dates")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    label = models.CharField(_("label"), max_length=80, blank=True)
    year = models.SmallIntegerField(null=True, blank=True)
    month = models.PositiveSmallIntegerField()
    day = models.PositiveSmallIntegerField()

    class Meta(OfContact.Meta):
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        indexes = [models.Index(fields=["network", "month", "day"])]

    def __str__(self) -> str:
        return f"{self.label or self.get_kind_display()} {self.month}-{self.day}"


class CustomField(OfContact):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="custom_fields")
    name = models.CharField(_("field"), max_length=100)
    value = models.CharField(_("value"), max_length=1000)

    class Meta(OfContact.Meta):
        verbose_name = _("custom field")
        verbose_name_plural = _("custom fields")
        indexes = [models.Index(fields=["network", "name"])]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class SavedView(Kept):
    """A list of contacts under a name: the query string that shows it."""

    name = models.CharField(_("name"), max_length=80)
    query = models.CharField(max_length=600)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="one_view_a_name")]

    def __str__(self) -> str:
        return self.name


from wellkept.domain.contacts import own_page, sameness  # noqa: E402, F401  tables of this room in files of their own
