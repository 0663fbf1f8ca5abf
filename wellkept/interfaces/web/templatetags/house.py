"""Filters that every page may use."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.utils import formats
from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from wellkept.domain.contacts.links import href as safe_href
from wellkept.domain.exchange.models import SOURCE_NAMES
from wellkept.formats.phones import display_phone
from wellkept.formats.text import markdown as to_html
from wellkept.formats.text import plain as to_plain
from wellkept.interfaces.web import messages

register = template.Library()


@register.filter
def source_name(source: str) -> str:
    """A source of contacts as a reader knows it, '' for one that has no name: 'hand', 'recall'."""
    return SOURCE_NAMES.get(source, "")


@register.filter
def undoable(message: Any) -> int | None:
    """The act a flash offers to undo, if it does."""
    return messages.undoable(message)


@register.filter
def markdown(text: Any) -> SafeString:
    """Markdown as HTML that formats.text made safe."""
    return mark_safe(to_html(str(text or "")))  # noqa: S308 nh3 has cleaned it


@register.filter
def plain(text: Any) -> str:
    """The words of a Markdown text on one line."""
    return to_plain(str(text or ""))


@register.filter
def partial_date(value: Any) -> str:
    """A date of which parts may be missing, as the reader's language writes it: 4 March 1990, March 1990, 4 March, 1990.

    Takes anything with year, month and day.
    """
    year, month, day = value.year, value.month, value.day
    if not month:
        return str(year or "")
    if day:
        whole = date(year or 2000, month, day)
        return formats.date_format(whole, "DATE_FORMAT" if year else "MONTH_DAY_FORMAT")
    return formats.date_format(date(year, month, 1), "YEAR_MONTH_FORMAT") if year else str(MONTHS[month])


@register.filter
def weekday_date(day: date) -> str:
    """Sunday, 22 November 2026: as the reader's dates are written."""
    return _("%(weekday)s, %(day)s") % {"weekday": formats.date_format(day, "l"), "day": formats.date_format(day)}


@register.filter
def weekday_short(day: date) -> str:
    """Sun, 22 November."""
    written = formats.date_format(day, "MONTH_DAY_FORMAT")
    return _("%(weekday)s, %(day)s") % {"weekday": formats.date_format(day, "D"), "day": written}


@register.filter
def phone(value: Any, region: str = "") -> str:
    """A phone row spelt for a reader in ``region``; as it was written where its country cannot be told."""
    return display_phone(value.key, region) if value.key and "x" not in value.number.lower() else str(value.number)


@register.filter
def href(url: Any) -> str:
    """The address if a browser may follow it, else ''."""
    return safe_href(str(url or ""))


@register.filter
def ago(day: date | None, today: date) -> str:
    """'today', '3 weeks ago', 'in 5 days': how far a day lies from today, in the largest unit that fits."""
    if day is None:
        return ""
    days = (today - day).days
    if days == 0:
        return _("today")
    if days in (1, -1):
        return _("yesterday") if days == 1 else _("tomorrow")
    length = _length(abs(days))
    return _("%(length)s ago") % {"length": length} if days > 0 else _("in %(length)s") % {"length": length}


@register.simple_tag
def when(day: date, today: date, kind: str = "", words: str = "") -> SafeString:
    """``day`` as a <time>: how far it lies from today, the date itself when pointed at. ``words`` may stand in its place."""
    return _when(day, today, kind, words, get_language())


@lru_cache(maxsize=8192)
def _when(day: date, today: date, kind: str, words: str, language: str | None) -> SafeString:
    return format_html(
        '<time{} datetime="{}" title="{}">{}</time>',
        format_html(' class="{}"', kind) if kind else "",
        day.isoformat(),
        formats.date_format(day, "DATE_FORMAT"),
        words or ago(day, today),
    )


def _length(days: int) -> str:
    if days < 14:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if days < 61:
        return ngettext("%(n)d week", "%(n)d weeks", days // 7) % {"n": days // 7}
    if days < 730:
        months = round(days / 30.44)
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    years = int(days / 365.25)
    return ngettext("%(n)d year", "%(n)d years", years) % {"n": years}
