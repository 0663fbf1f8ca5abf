"""A request larger than any form of ours is refused with a page, before anything of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PIECE = 1 << 20  # bytes


class BodyLimit:
    """Answers 413. A browser shows no answer while it still sends, so what a signed-in user sends is read and dropped first, up to
    ``settings.BODY_DROPPED``; beyond that, and of everybody else, nothing is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        size = request.META.get("CONTENT_LENGTH") or "0"
        if not size.isdecimal() or int(size) <= settings.BODY_LIMIT:
            return self.get_response(request)
        if int(size) <= settings.BODY_DROPPED and request.user.is_authenticated:
            while request.read(PIECE):
                pass
        most = settings.UPLOAD_LIMIT >> 20
        return render(request, "frame/413.html", {"most": most, "size": int(size) >> 20}, status=413)
