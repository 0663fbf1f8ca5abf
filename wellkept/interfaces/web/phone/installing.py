"""What makes the pages an app on the home screen. None of it knows anybody's data."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wellkept.interfaces.web.gate import open_to_all

SHELL = [
    "css/tokens.css", "css/fonts.css", "css/base.css", "css/layout.css", "css/frame.css", "css/actions.css",
    "icons/wellkept.svg", "icons/sprite.svg", "js/theme.js",
    "fonts/source-sans-3-latin-wght-normal.woff2", "fonts/source-serif-4-latin-wght-normal.woff2",
]  # fmt: skip


@open_to_all
@require_safe
def manifest(request: Any) -> HttpResponse:
    icon = {"type": "image/png", "purpose": "any"}
    content = {
        "id": "/",
        "name": "Wellkept",
        "short_name": "Wellkept",
        "description": _("Dig your well before you’re thirsty."),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6f5f0",
        "theme_color": "#f6f5f0",
        "icons": [
            icon | {"src": static("icons/wellkept-192.png"), "sizes": "192x192"},
            icon | {"src": static("icons/wellkept-512.png"), "sizes": "512x512"},
            icon | {"src": static("icons/wellkept-maskable-512.png"), "sizes": "512x512", "purpose": "maskable"},
        ],
        "share_target": {
            "action": reverse("capture"),
            "method": "GET",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
        "shortcuts": _shortcuts(),
    }
    return JsonResponse(content, content_type="application/manifest+json")


def _shortcuts() -> list[dict[str, str]]:
    """One press away from the icon on the home screen."""
    found = []
    for route, name in (("capture", _("Capture a line")), ("own-code", _("Show your code")), ("search", _("Search"))):
        try:
            found.append({"name": name, "url": reverse(route)})
        except NoReverseMatch:
            continue
    return found


@open_to_all
@require_safe
def service_worker(request: Any) -> HttpResponse:
    shell = {
        "name": settings.STATIC_URL,
        "shell": [reverse("offline"), *map(static, SHELL)],
        "icon": static("icons/wellkept-192.png"),
        "ready": _("Your week is ready."),
    }
    return render(request, "phone/service-worker.js", shell, content_type="text/javascript")


@open_to_all
@require_safe
def offline(request: Any) -> HttpResponse:
    """Is kept on the device, so it is rendered without the request: no name, no flash gets in."""
    return HttpResponse(render_to_string("phone/offline.html"))
