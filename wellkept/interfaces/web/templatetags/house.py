"""Filters that every page may use."""

from __future__ import annotations

from typing import Any

from django import template

from wellkept.interfaces.web import messages

register = template.Library()


@register.filter
def undoable(message: Any) -> int | None:
    """The act a flash offers to undo, if it does."""
    return messages.undoable(message)
