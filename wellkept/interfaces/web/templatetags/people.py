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
from wellkept.domain.rhythm.reading import state_of
from wellkept.domain.rhythm.silence import AT_RISK, DORMANT, Limits, State
from wellkept.domain.rhythm.words import state_sentence, state_words
from wellkept.interfaces.web.templatetags.frame import address_of, avatar, icon
from wellkept.interfaces.web.templatetags.house import when

register = template.Library()

NOTHING = ""
ROW = """<tr data-item>
  <td class="col-pick"><label class="pick"><input type="checkbox" name="contact" value="{key}" data-select aria-label="{name}"></label></td>
  <td class="col-name"><div class="table-name">{avatar}<div class="table-who"><a href="{address}" data-open>{name}</a>{flag}{under}</div></div></td>
  <td class="col-desk">{job}</td>
  <td class="col-desk"><div class="chips">{chips}</div></td>
  <td class="col-desk nowrap">{tie}</td>
  <td class="col-desk nowrap">{touch}</td>
  <td class="col-next nowrap">{step}</td>
</tr>
"""
CHIP = '<span class="chip">{}{}</span>'
TAGS = 2  # so many of them are shown
MARK = (
    '<span class="tie-mark" title="{sentence}"><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">'
    '<circle cx="6" cy="6" r="5.25" stroke-dasharray="{ring}"/><path d="{level}"/></svg>{words}</span>'
)
LEVELS: dict[State, str] = {  # how far down the well has gone
    "resting": "M6 .75a5.25 5.25 0 0 0 0 10.5a5.25 5.25 0 0 0 0 -10.5z",
    "due": "M.75 6a5.25 5.25 0 0 0 10.5 0z",
    "at risk": "M1.69 9a5.25 5.25 0 0 0 8.62 0z",
    "dormant": "",
}


@register.simple_tag
def person_row(line: Line, today: date) -> SafeString:
    """The row of one contact in the table of people."""
    photo = address_of("contact-photo", line.pk) if line.photo else ""
    tie = _tie(line, today)
    chips = [(NOTHING, name) for name in line.circles] + [(icon("tag"), name) for name in line.tags[:TAGS]]
    return format_html(
        ROW,
        key=str(line.pk),
        name=line.display,
        avatar=avatar(line.pk, line.display, "s", photo),
        address=address_of("contact", line.pk),
        flag=format_html(' <span class="chip chip-unsure">{}</span>', _("no name")) if line.flag else NOTHING,
        under=_beside(line, tie),
        job=_job(line) if line.at else NOTHING,
        chips=format_html_join("", CHIP, chips) if chips else NOTHING,
        tie=tie,
        touch=when(line.last_touch_on, today) if line.last_touch_on else _faint("none yet", get_language()),
        step=_step(line, today),
    )


def _tie(line: Line, today: date) -> SafeString | str:
    """The state of the tie, '' where nothing has passed."""
    if line.last_on is None or not line.gap_days:
        return NOTHING
    limits = Limits(line.at_risk_gaps or AT_RISK, line.dormant_gaps or DORMANT)
    state = state_of(
        last_on=line.last_on,
        gap_days=line.gap_days,
        limits=limits,
        decided=line.decided,
        cadence_days=line.cadence_days,
        today=today,
    )
    return tie_mark(state, get_language())


@cache
def tie_mark(state: State, language: str | None) -> SafeString:
    """A well that is full, half full, low or dry, and what that means in a word."""
    return format_html(
        MARK,
        sentence=state_sentence(state),
        ring="2 1.3" if state == "dormant" else "none",
        level=LEVELS[state],
        words=state_words(state),
    )


@register.simple_tag
def tie_marks() -> list[tuple[SafeString, str]]:
    """Each mark, with what it means."""
    return [(tie_mark(state, get_language()), state_sentence(state).partition(": ")[2]) for state in LEVELS]


def _beside(line: Line, tie: SafeString | str) -> SafeString | str:
    """What stands under the name where there is no room for columns."""
    parts = [*([tie] if tie else []), *([line.organization] if line.at else [])]
    if not parts:
        return NOTHING
    return _under(format_html_join(" · ", "{}", [(part,) for part in parts]), " phone-only")


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
