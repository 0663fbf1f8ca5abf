"""Tags of the frame: icons, which page we are on, initials."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """A line icon of the sprite. It is decoration: the words beside it (or an aria-label) speak."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        f" {extra}" if extra else "",
        static("icons/sprite.svg"),
        name,
    )


@register.filter
def initials(name: Any) -> str:
    """At most two letters: of the first and the last word, or the first sign where a script has no words."""
    words = [word.strip("\"'().,-") for word in str(name).split()]
    words = [word for word in words if word and word[0].isalnum()]
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


@register.filter
def tint(key: Any) -> int:
    """One of the six quiet tints, the same each time for the same contact."""
    return int(key) % 6 if str(key).isdecimal() else sum(map(ord, str(key))) % 6


@register.filter
def tenth(done: Any, goal: Any = 1) -> int:
    """How full the well is, from 0 to 10."""
    return max(0, min(10, round(10 * float(done or 0) / float(goal)))) if goal else 10


@register.filter
def counting(upto: Any) -> range:
    """1, 2, … for the pips of a goal."""
    return range(1, int(upto or 0) + 1)


class Here(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        context["here"] = self.nodelist.render(context).strip()
        return ""


@register.tag(name="here")
def here(parser: Parser, token: Token) -> Here:
    """Keeps the name that a page put into {% block here %}, so that each navigation marks it."""
    nodelist = parser.parse(("endhere",))
    parser.delete_first_token()
    return Here(nodelist)
