"""Signing a browser in, and where to go from there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from wellkept.domain.accounts.devices import remember_device
from wellkept.domain.accounts.leaving import remove_user
from wellkept.domain.accounts.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"


def let_in(request: Any, user: User, *, paired: bool = False) -> None:
    """Sign the browser in under a new session key. A guest who sat in it is gone, with their sample network."""
    guest = request.user if request.user.is_authenticated and request.user.is_guest else None
    logout(request)
    login(request, user, backend=BACKEND)
    if not user.is_guest:
        agent = request.headers.get("User-Agent", "")
        remember_device(user=user, session_key=request.session.session_key, user_agent=agent, paired=paired)
    if guest is not None:
        remove_user(user=guest)


def address_of(request: Any) -> str:
    """The network address that asks. A proxy's word is taken only where the host said there is one."""
    if settings.BEHIND_PROXY:
        return str(request.headers.get("X-Forwarded-For", "").split(",")[-1].strip() or request.META["REMOTE_ADDR"])
    return str(request.META["REMOTE_ADDR"])


def safe_next(request: Any) -> str:
    """Where the user wanted to go, if that is a page of ours; else the week."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure()):
        return str(wanted)
    return resolve_url(settings.LOGIN_REDIRECT_URL)
