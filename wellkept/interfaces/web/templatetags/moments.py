"""Which sign stands for what in a timeline and in the history."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()

SIGNS = {
    "met": "handshake",
    "call": "phone",
    "video": "video",
    "lunch": "lunch",
    "coffee": "coffee",
    "email": "mail",
    "message": "message",
    "letter": "letter",
    "event": "event",
    "introduction": "merge",
    "gift": "gift",
    "help": "help",
    "other": "more",
    "note": "note",
    "promise": "promise",
}
OPS = {"add": "plus", "edit": "edit", "remove": "minus"}


@register.filter
def sign(kind: Any) -> str:
    """The icon of a kind of interaction, of a note, of a promise."""
    return SIGNS.get(str(kind), "more")


@register.filter
def op_sign(op: Any) -> str:
    """The icon of a change: added, edited, removed."""
    return OPS.get(str(op), "edit")
