"""Names on the week page."""

from __future__ import annotations

from typing import Any

from django import template

from wellkept.domain.timeline.models import Interaction

register = template.Library()
_KINDS = dict(Interaction.Kind.choices)


@register.filter
def interaction_kind(value: Any) -> str:
    """'video call' for 'video'."""
    return str(_KINDS.get(value, value))
