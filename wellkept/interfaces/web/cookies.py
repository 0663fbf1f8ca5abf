"""Cookies are Secure, and bound to this host, everywhere but on loopback over plain HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
PREFIX = "__Host-"


class SecureCookies:
    """One process answers on plain loopback and over HTTPS, so a request's own scheme decides.

    Over HTTPS our cookies travel as ``__Host-…``, and only those are read: a neighbour on the same host name cannot
    set them. Over plain HTTP they stay Secure (which a browser will not store) unless the host is loopback.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ours = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
        secure = request.is_secure()
        if secure:
            for name in ours:
                request.COOKIES.pop(name, None)
                if PREFIX + name in request.COOKIES:
                    request.COOKIES[name] = request.COOKIES[PREFIX + name]
        response = self.get_response(request)
        for name in ours:
            if name in response.cookies:
                if secure:
                    _rename(response, name, PREFIX + name)
                elif _host(request) in LOOPBACK:
                    response.cookies[name]["secure"] = ""
        return response


def _rename(response: HttpResponse, name: str, new: str) -> None:
    morsel: Any = response.cookies.pop(name)
    response.cookies[new] = morsel.value
    response.cookies[new].update({key: value for key, value in morsel.items() if value})


def _host(request: HttpRequest) -> str:
    return re.sub(r":\d+$", "", request.META.get("HTTP_HOST", ""))
