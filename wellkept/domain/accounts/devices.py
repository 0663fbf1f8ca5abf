"""The browsers and phones in which a user is signed in, and pairing a new one by a code."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Device, PairingCode, User
from wellkept.domain.accounts.refusals import Refusal

CODE_LASTS = timedelta(minutes=10)
_BROWSERS = [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
             ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")]  # fmt: skip
_SYSTEMS = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Macintosh", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")]  # fmt: skip


def describe_device(user_agent: str) -> str:
    """'Firefox on Android', from what the browser says of itself."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if re.search(mark, user_agent)), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown device")


def remember_device(*, user: User, session_key: str, user_agent: str = "", paired: bool = False) -> Device:
    """Keep that the user is signed in with this session."""
    device, _new = Device.objects.update_or_create(
        session_key=session_key,
        defaults={"user": user, "name": describe_device(user_agent)[:80], "paired": paired},
    )
    return device


def devices_of(user: User) -> QuerySet[Device]:
    """Where the user is signed in now, newest first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return Device.objects.filter(user=user, session_key__in=alive)


@transaction.atomic
def sign_device_out(*, device: Device) -> None:
    """End the device's session."""
    Session.objects.filter(session_key=device.session_key).delete()
    device.delete()


@transaction.atomic
def sign_others_out(*, user: User, but: str) -> int:
    """End all sessions of the user except the one with the key ``but``; answers how many."""
    others = list(Device.objects.filter(user=user).exclude(session_key=but))
    for device in others:
        sign_device_out(device=device)
    return len(others)


def offer_code(*, user: User, now: datetime | None = None) -> str:
    """A fresh pairing code of 160 random bits; earlier ones of the user are void."""
    moment = now or timezone.now()
    code = secrets.token_urlsafe(20)
    PairingCode.objects.filter(user=user).delete()
    PairingCode.objects.create(user=user, sha256=_digest(code), expires_at=moment + CODE_LASTS)
    return code


def is_good_code(code: str, *, now: datetime | None = None) -> bool:
    return PairingCode.objects.filter(sha256=_digest(code), expires_at__gt=now or timezone.now()).exists()


@transaction.atomic
def redeem_code(code: str, *, now: datetime | None = None) -> User:
    """The user whose phone this is. A code works once; raises ``Refusal`` for one that is used, old or unknown."""
    row = PairingCode.objects.select_related("user").filter(sha256=_digest(code)).first()
    if row is None or row.expires_at <= (now or timezone.now()) or not row.user.is_active:
        raise Refusal(
            _("This code has been used already or is older than ten minutes. Show a new one on your computer.")
        )
    row.delete()
    return row.user


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
