"""A line of the list of contacts, written at once: as a template it takes three times as long, and a page has fifty."""

from __future__ import annotations

from datetime import date
from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wellkept.domain.contacts.listing import Line
from wellkept.interfaces.web.templatetags.frame import address_of, avatar, icon
from wellkept.interfaces.web.templatetags.house import when

register = template.Library()

NOTHING = ""
ROW = """<tr data-item>
  <td class="col-pick"><label class="pick"><input type="checkbox" name="contact" value="{key}" data-select aria-label="{name}"></label></td>
  <td class="col-name"><div class="table-name">{avatar}<div class="table-who"><a href="{address}" data-open>{name}</a>{flag}{under}</div></div></td>
  <td class="col-desk">{job}</td>
  <td class="col-desk"><div class="chips">{chips}</div></td>
  <td class="col-desk nowrap">{touch}</td>
  <td class="col-next nowrap">{step}</td>
</tr>
"""
CHIP = '<span class="chip">{}{}</span>'
TAGS = 2  # so many of them are shown


@register.simple_tag
def person_row(line: Line, today: date) -> SafeString:
    """The row of one contact in the table of people."""
    photo = address_of("contact-photo", line.pk) if line.photo else ""
    chips = [(NOTHING, name) for name in line.circles] + [(icon("tag"), name) for name in line.tags[:TAGS]]
    return format_html(
        ROW,
        key=str(line.pk),
        name=line.display,
        avatar=avatar(line.pk, line.display, "s", photo),
        address=address_of("contact", line.pk),
        flag=format_html(' <span class="chip chip-unsure">{}</span>', _("no name")) if line.flag else NOTHING,
        under=_under(line.organization, " phone-only") if line.at else NOTHING,
        job=_job(line) if line.at else NOTHING,
        chips=format_html_join("", CHIP, chips) if chips else NOTHING,
        touch=when(line.last_touch_on, today) if line.last_touch_on else _faint("none yet", get_language()),
        step=_step(line, today),
    )


def _under(words: str, where: str = "") -> SafeString:
    return format_html('<div class="line-under{} cut">{}</div>', where, words)


def _job(line: Line) -> SafeString:
    return format_html(
        '<a class="line-at" href="{}">{}</a>{}',
        address_of("organization", line.at or 0),
        line.organization,
        _under(line.title) if line.title else NOTHING,
    )


def _step(line: Line, today: date) -> SafeString:
    if line.archived_at:
        return _faint("archived", get_language())
    if line.decided == "never":
        return _faint("never", get_language())
    if not line.due_on:
        return _faint("not decided", get_language())
    return when(line.due_on, today, "due", _("due")) if line.due_on <= today else when(line.due_on, today)


@cache
def _faint(words: str, language: str | None) -> SafeString:
    said = {"archived": _("archived"), "never": _("never"), "not decided": _("not decided"), "none yet": _("none yet")}
    return format_html('<span class="faint">{}</span>', said[words])
