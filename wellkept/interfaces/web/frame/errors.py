"""Pages for what went wrong. They say what happened and where to go; they work without a database."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "frame/400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "frame/403.html", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "frame/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "frame/500.html", status=500)
