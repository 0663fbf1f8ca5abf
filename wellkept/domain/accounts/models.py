"""Users, the networks they keep, and what every record of a network inherits."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str = "", password: str | None = None, **columns: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), name=name, **columns)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    is_active = models.BooleanField(default=True)
    is_host = models.BooleanField(default=False)
    is_guest = models.BooleanField(default=False)  # looks around in a sample network, has no password
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    def __str__(self) -> str:
        return self.email


OCCASIONS = {
    "birthday": _("birthdays"),
    "anniversary": _("wedding and other anniversaries"),
    "work": _("years in their present position"),
    "job": _("new positions that an import shows"),
    "met": _("the day we first met"),
    "other": _("other dates, such as name days"),
}


def every_occasion() -> list[str]:
    return list(OCCASIONS)


class Network(models.Model):
    """All that one user keeps, and how they want to keep it."""

    class Kind(models.TextChoices):
        OWN = "own", _("own")
        SAMPLE = "sample", _("sample")

    class Dates(models.TextChoices):
        """How dates are written; left open, the browser's language says it."""

        DAY = "day", "22 Nov 2026"
        MONTH = "month", "Nov. 22, 2026"
        ISO = "iso", "2026-11-22"

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="networks")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OWN)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    week_start = models.PositiveSmallIntegerField(_("first day of the week"), default=0)  # 0 Monday … 6 Sunday
    phone_region = models.CharField(_("phone region"), max_length=2, default="US")
    new_goal = models.PositiveSmallIntegerField(_("new connections a week"), default=4)
    touch_goal = models.PositiveSmallIntegerField(_("touches a week"), default=4)
    budget_minutes = models.PositiveSmallIntegerField(_("minutes a week"), default=30)
    birthday_29_february = models.CharField(
        max_length=5, default="02-28", choices=[("02-28", _("28 February")), ("03-01", _("1 March"))]
    )
    occasion_kinds = models.JSONField(_("occasions"), default=every_occasion)  # list of keys of OCCASIONS
    dates = models.CharField(_("how dates are written"), max_length=5, blank=True, choices=Dates.choices)
    single_keys = models.BooleanField(_("single-key shortcuts"), default=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind"], name="one_network_of_a_kind"),
            models.CheckConstraint(condition=models.Q(week_start__lte=6), name="week_starts_on_a_weekday"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} network of {self.owner_id}"

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        try:
            return zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo("UTC")

    def today(self, now: datetime | None = None) -> date:
        """The date it is for this user."""
        return (now or timezone.now()).astimezone(self.zone).date()


@dataclass(frozen=True)
class Actor:
    """Who acts, and through which door: 'web', 'cli', 'import', 'sample'."""

    user: User
    via: str = "web"


@cache
def _labels(field: Any) -> dict[Any, Any]:
    """The words of a field's choices, still to be translated."""
    return dict(field.flatchoices)


class Kept(models.Model):
    """A record of one network. A query outside any network's scope raises ``django_scopes.exceptions.ScopeError``."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="+")

    objects = ScopedManager(network="network")
    recorded: ClassVar[bool] = True  # False: computed from other rows, not kept in the history
    one_each: ClassVar[tuple[str, ...]] = ()  # two rows alike in these are one when their contacts are merged

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: Any) -> Any:  # noqa: N802 - Django's hook behind each get_…_display
        """As Django's, which makes the table of a field's choices anew for each row that a page shows."""
        value = getattr(self, field.attname)
        return force_str(_labels(field).get(value, value), strings_only=True)

    def contact_ids(self) -> Iterable[int]:
        """The contacts that this row is about; the history and the index follow it."""
        contact_id = getattr(self, "contact_id", None)
        return () if contact_id is None else (contact_id,)

    @classmethod
    def read_contacts(cls, rows: Sequence[Any]) -> None:
        """Read at once what ``contact_ids`` needs of rows just read, where that is another table."""

    def better_in(self, other: Any) -> dict[str, Any]:
        """Columns in which another row that is one with this (see ``one_each``) knows better."""
        return {}

    @classmethod
    def left_alone_without(cls, removed: Sequence[Any]) -> Sequence[Kept]:
        """Rows of another table that mean nothing any more now that these are gone, and go with them."""
        return ()


class Allowance(models.Model):
    """How often something was tried in a window of time; counts across processes and restarts (see limits.py)."""

    key = models.CharField(max_length=128, primary_key=True)
    window = models.BigIntegerField()  # its first second, since 1970
    count = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.key


class Device(models.Model):
    """A browser or phone in which a user is signed in."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="devices")
    session_key = models.CharField(max_length=40, unique=True)
    name = models.CharField(_("device"), max_length=80)  # 'Firefox on Android'
    paired = models.BooleanField(default=False)  # came in with a pairing code, not with the password
    signed_in_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-signed_in_at", "-id"]

    def __str__(self) -> str:
        return self.name


class PairingCode(models.Model):
    """A code that signs one phone in, once, within ten minutes. Only its SHA-256 is stored."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"for {self.user_id} until {self.expires_at:%H:%M}"
