"""What became of the words of a line, in words."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

from wellkept.domain.timeline.models import Fact, Promise

register = template.Library()

BECAME = {
    "person": _("who"), "organization": _("organization"), "title": _("title"), "address": _("address"), "place": _("place"),
    "talk": _("what it was"), "day": _("day"), "event": _("event"), "fact": _("fact"), "need": _("need"), "offer": _("offer"),
    "occasion": _("date"), "promise": _("promise"), "through": _("introduced us"), "step": _("next step"), "unsure": _("unsure"),
}  # fmt: skip
OCCASIONS = [
    ("birthday", _("Birthday")),
    ("wedding_anniversary", _("Wedding anniversary")),
    ("work_anniversary", _("Work anniversary")),
]
SIDES = [(Fact.Kind.FACT, _("Fact")), (Fact.Kind.NEED, _("They need")), (Fact.Kind.OFFER, _("They could give"))]
BY = [(Promise.By.ME, _("I promised")), (Promise.By.THEM, _("They promised"))]
ICONS = {
    "line": "edit",
    "card": "id-card",
    "code": "qr",
    "signature": "mail",
    "pasted": "copy",
    "details": "person-add",
}


@register.filter
def became(what: str) -> str:
    return str(BECAME.get(what, ""))


@register.filter
def sign_of(way: str) -> str:
    """The icon of the way in which something was captured."""
    return ICONS.get(way, "inbox")


@register.simple_tag
def occasion_kinds() -> list[tuple[str, object]]:
    return list(OCCASIONS)


@register.simple_tag
def fact_kinds() -> list[tuple[str, object]]:
    return list(SIDES)


@register.simple_tag
def promise_sides() -> list[tuple[str, object]]:
    return list(BY)
