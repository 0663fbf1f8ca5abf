"""What a page says after an act: one line, with Undo where the act can be taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html

from wellkept.domain.history.models import Act


def done(request: HttpRequest, act: Act | None, text: str = "") -> None:
    """Say that an act was done; the flash offers to undo it."""
    if act is None or act.pk is None:
        messages.info(request, text or "Nothing changed.")
        return
    messages.success(request, text or act.summary, extra_tags=f"act-{act.pk}")


def refused(request: HttpRequest, why: Any) -> None:
    messages.error(request, str(why))


def leading(request: HttpRequest, text: str, to: str, link: str) -> None:
    """Say something that leads to a page; without an address only the words."""
    said = format_html('{} <a href="{}">{}</a>', text, to, link) if to else text
    messages.info(request, said)


def undoable(message: Any) -> int | None:
    """The act that a flash offers to undo."""
    for tag in (message.extra_tags or "").split():
        if tag.startswith("act-"):
            return int(tag[4:])
    return None
