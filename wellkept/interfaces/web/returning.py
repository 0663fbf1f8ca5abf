"""Where a form leads back to."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def wanted_next(request: Any) -> str:
    """The page of ours that the form names in ``next``, else ''."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return str(wanted) if safe else ""


def back(request: Any, to: Any, *args: Any) -> HttpResponse:
    """Redirect to ``next`` if that is a page of ours, else to the page named."""
    return HttpResponseRedirect(wanted_next(request) or resolve_url(to, *args))
