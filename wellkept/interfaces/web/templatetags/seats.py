"""Whose page this is, without saying who: what waits on a phone is sent to its own network alone."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.utils.crypto import salted_hmac

register = template.Library()


@register.simple_tag(takes_context=True)
def seat(context: Context) -> str:
    return seat_of(context["request"])


def seat_of(request: Any) -> str:
    """A keyed hash of the user and the network: two pages tell by it whether they are of the same one, and not of which."""
    return salted_hmac("events.here", f"{request.user.pk}:{request.network.pk}", algorithm="sha256").hexdigest()[:32]
