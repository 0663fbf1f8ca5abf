"""Every address. Each page's own are in its folder."""

from __future__ import annotations

from django.urls import include, path

PAGES = [
    "week", "contacts", "organizations", "events", "capture", "timeline", "triage", "imports", "search", "duplicates", "history", "export", "restore", "status", "forget", "accounts", "reminders",
    "phone", "own_page", "interview", "cards", "paste",
]  # fmt: skip

urlpatterns = [path("", include(f"wellkept.interfaces.web.{page}.urls")) for page in PAGES]
handler400 = "wellkept.interfaces.web.frame.errors.bad_request"
handler403 = "wellkept.interfaces.web.frame.errors.forbidden"
handler404 = "wellkept.interfaces.web.frame.errors.not_found"
handler500 = "wellkept.interfaces.web.frame.errors.server_error"
