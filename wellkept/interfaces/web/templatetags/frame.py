"""Tags of the frame: icons, which page we are on, initials."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.defaultfilters import date as django_date
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.templatetags.static import static
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
@cache
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
    return crc32(str(key).encode()) % 6


@register.simple_tag
def avatar(who: Any, name: str = "", size: str = "", photo: str = "") -> SafeString:
    """The photo, or the initials on the contact's tint. ``who`` is the contact or its key; ``size`` is 's', 'l' or ''."""
    if photo:
        inside = format_html('<img src="{}" alt="" width="80" height="80" loading="lazy">', photo)
    else:
        inside = escape(initials(name or who))
    key = tint(getattr(who, "pk", None) or who)
    kind = f" avatar-{size}" if size else ""
    return format_html('<span class="avatar{} tint-{}" aria-hidden="true">{}</span>', kind, key, inside)


@register.filter
def tenth(done: Any, goal: Any = 1) -> int:
    """How full the well is, from 0 to 10."""
    return max(0, min(10, round(10 * float(done or 0) / float(goal)))) if goal else 10


@register.filter
def iso(day: Any) -> str:
    """A date for programs to read, as ISO 8601 writes it."""
    return day.isoformat() if day else ""


@register.filter(name="date", expects_localtime=True, is_safe=False)
def written(value: Any, arg: str | None = None) -> str:
    """As Django's; a day that stands on a page many times is written out once."""
    return _written(value, arg, get_language()) if type(value) is date else django_date(value, arg)


@lru_cache(maxsize=4096)
def _written(day: date, arg: str | None, language: str | None) -> str:
    return str(django_date(day, arg))


@register.filter
def counting(upto: Any) -> range:
    """1, 2, … for the pips of a goal."""
    return range(1, int(upto or 0) + 1)


STANDS_FOR = 987654321  # a number that no address has in it


class Url(URLNode):
    """As Django's, but the address of a page that takes nothing, or one number, is looked up once: a page names hundreds."""

    def render(self, context: Context) -> Any:
        if self.kwargs or self.asvar or len(self.args) > 1:
            return super().render(context)
        name, urlconf, prefix = self.view_name.resolve(context), get_urlconf(), get_script_prefix()
        if not self.args:
            return _address(name, urlconf, prefix)
        number = self.args[0].resolve(context)
        around = _around(name, urlconf, prefix) if type(number) is int and number >= 0 else None
        return f"{around[0]}{number}{around[1]}" if around else super().render(context)


@cache
def _address(name: str, urlconf: Any, prefix: str) -> str:
    return str(conditional_escape(reverse(name)))


@cache
def _around(name: str, urlconf: Any, prefix: str) -> tuple[str, str] | None:
    """What stands before and behind the number in an address that takes one; None where the place is not clear."""
    try:
        parts = str(conditional_escape(reverse(name, args=[STANDS_FOR]))).split(str(STANDS_FOR))
    except NoReverseMatch:
        return None
    return (parts[0], parts[1]) if len(parts) == 2 else None


def address_of(name: str, number: int) -> str:
    """The address of a page that takes one number, escaped."""
    around = _around(name, get_urlconf(), get_script_prefix())
    return f"{around[0]}{number}{around[1]}" if around else str(conditional_escape(reverse(name, args=[number])))


@register.tag
def url(parser: Parser, token: Token) -> Url:
    node = django_url(parser, token)
    return Url(node.view_name, node.args, node.kwargs, node.asvar)


class Here(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        context["here"] = self.nodelist.render(context).strip()
        return ""


@register.simple_tag(takes_context=True)
def nav_item(context: Context, name: str, icon_name: str, label: str, *, go: str = "", count: Any = None) -> SafeString:
    """One page in a list of pages. Every page has thirty of them, which is why this is no template of its own."""
    here = SafeString(' aria-current="page"') if context.get("here") == name else ""
    return format_html(
        '<li><a class="nav-link" href="{}"{}{}>{}<span>{}</span>{}</a></li>',
        SafeString(_address(name, get_urlconf(), get_script_prefix())),
        format_html(' data-go="{}"', go) if go else "",
        here,
        icon(icon_name),
        label,
        format_html('<span class="nav-count" data-count="{}">{}</span>', name, count) if count else "",
    )


class Keep(template.Node):
    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: Context) -> str:
        context[self.name] = self.nodelist.render(context)
        return ""


@register.tag(name="keep")
def keep(parser: Parser, token: Token) -> Keep:
    """{% keep fields %}…{% endkeep %}: what is between is made once, and {{ fields }} is it wherever it is wanted again."""
    name = token.split_contents()[1]
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return Keep(name, nodelist)


@register.tag(name="here")
def here(parser: Parser, token: Token) -> Here:
    """Keeps the name that a page put into {% block here %}, so that each navigation marks it."""
    nodelist = parser.parse(("endhere",))
    parser.delete_first_token()
    return Here(nodelist)
