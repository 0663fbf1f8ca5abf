"""Why somebody is proposed: one line, with the evidence."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.utils import formats
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from wellkept.domain.cadence.deciding import cadence_words
from wellkept.domain.occasions.yearly import Occasion


def day_words(day: date) -> str:
    return _in_words(day, get_language())


@lru_cache(maxsize=4096)
def _in_words(day: date, language: str | None) -> str:
    """A week has a reason for each of hundreds who could be in it, and many share their days."""
    return formats.date_format(day)


def after_meeting(kind: str, due: date, met: date, today: date) -> str:
    if kind == "second":
        return _("A second touch within two weeks of meeting, by %(day)s") % {"day": day_words(due)}
    if due < today:
        return _("You met on %(day)s and have not followed up yet") % {"day": day_words(met)}
    return _("You met on %(day)s: follow up by %(due)s") % {"day": day_words(met), "due": day_words(due)}


def chosen(what: str, on: date) -> str:
    if what:
        return _("You chose %(day)s: %(what)s") % {"day": day_words(on), "what": what}
    return _("You chose to be in touch on %(day)s") % {"day": day_words(on)}


def promised(text: str, due: date | None, *, theirs: bool) -> str:
    words = {"what": text, "day": day_words(due) if due else ""}
    if theirs:
        return _("They promised by %(day)s: %(what)s") % words if due else _("They promised: %(what)s") % words
    return (
        _("You promised by %(day)s: %(what)s") % words if due else _("You promised, without a date: %(what)s") % words
    )


def thanks(text: str, due: date | None) -> str:
    if due is None:
        return text
    return _("%(what)s, by %(day)s") % {"what": text, "day": day_words(due)}


def occasion(found: Occasion, today: date) -> str:
    names = {"birthday": _("Birthday"), "anniversary": _("Anniversary")}
    if found.kind in {"job", "work", "met"}:
        return _of_acquaintance(found)
    words = {
        "what": found.label or names.get(found.kind) or _("A day to remember"),
        "day": day_words(found.on),
        "years": found.turning,
    }
    if found.on < today:
        return _("%(what)s was on %(day)s") % words
    if found.turning and found.kind == "birthday":
        return _("%(what)s on %(day)s, turning %(years)d") % words
    if found.turning:
        return _("%(what)s on %(day)s, %(years)d years") % words
    return _("%(what)s on %(day)s") % words


def _of_acquaintance(found: Occasion) -> str:
    words = {"what": found.label, "day": day_words(found.on), "years": found.turning}
    if found.kind == "job":
        return _("New position: %(what)s, shown by an import on %(day)s") % words
    if found.kind == "work":
        month = {**words, "month": formats.date_format(found.on, "YEAR_MONTH_FORMAT")}
        several = _("%(years)d years at %(what)s in %(month)s")
        return (_("One year at %(what)s in %(month)s") if found.turning == 1 else several) % month
    return ngettext("You first met %(years)d year ago", "You first met %(years)d years ago", found.turning or 0) % words


def by_cadence(days: int | None, last: date | None, usually: str = "") -> str:
    words = {"cadence": cadence_words(days), "day": day_words(last) if last else "", "usually": usually}
    if last and usually:
        return _("You meant to be in touch %(cadence)s, as a rule it is %(usually)s; the last time was %(day)s") % words
    if last:
        return _("You meant to be in touch %(cadence)s; the last time was %(day)s") % words
    return _("You meant to be in touch %(cadence)s, and have not been yet") % words


def dormant(last: date, contact_days: int) -> str:
    return _("Silent since %(day)s, after being in touch on %(count)d days") % {
        "day": day_words(last),
        "count": contact_days,
    }


def not_decided(reason: str) -> str:
    return _("Not decided yet: %(why)s") % {"why": reason}


def awaited(event: str, starts: date, ends: date, why: str) -> str:
    """``why`` in the user's words, '' where they gave none."""
    words = {"event": event, "day": day_words(starts), "end": day_words(ends), "why": why}
    if starts == ends:
        told = _("You want to meet at %(event)s on %(day)s") % words
    else:
        told = _("You want to meet at %(event)s, %(day)s to %(end)s") % words
    return _("%(told)s: “%(why)s”") % {"told": told, **words} if why else told


def met_at(event: str, met: date, due: date, today: date) -> str:
    words = {"event": event, "day": day_words(met), "due": day_words(due)}
    if due < today:
        return _("You met at %(event)s on %(day)s and have not followed up yet") % words
    return _("You met at %(event)s on %(day)s: follow up by %(due)s") % words


def named(name: str, by: str, on: date) -> str:
    return _("%(by)s named %(name)s on %(day)s; ask for an introduction") % {
        "by": by,
        "name": name,
        "day": day_words(on),
    }


def mentioned(quote: str, name: str, on: date) -> str:
    words = {"quote": quote, "name": name, "day": day_words(on)}
    return _("You noted on %(day)s “%(quote)s”: who is %(name)s?") % words


def through(name: str) -> str:
    return _("Known through %(name)s, and nothing has passed between you yet") % {"name": name}


def gap(name: str, people: int, last: date | None, *, own: bool) -> str:
    """Where nobody is in touch; ``own``: where the user is or was."""
    words = {"name": name, "count": people, "day": day_words(last) if last else ""}
    if own and last:
        return _("You were at %(name)s too, and nobody there heard from you since %(day)s") % words
    if own:
        return _("You were at %(name)s too, and are in touch with nobody there") % words
    if last:
        return _("You know %(count)d people at %(name)s, and nobody there heard from you since %(day)s") % words
    return _("You know %(count)d people at %(name)s and are in touch with none of them") % words


def visit(place: str, starts: date, ends: date, last: date | None) -> str:
    words = {"place": place, "day": day_words(starts), "end": day_words(ends), "last": day_words(last) if last else ""}
    there = (
        _("You are in %(place)s on %(day)s") if starts == ends else _("You are in %(place)s from %(day)s to %(end)s")
    )
    told = there % words
    return _("%(there)s; the last time was %(last)s") % {"there": told, **words} if last else told


def met_once(day: date) -> str:
    return _("Met on %(day)s, and not again") % {"day": day_words(day)}


def never_spoken(since: date, reason: str) -> str:
    return _("New since %(day)s and not spoken to yet: %(why)s") % {"day": day_words(since), "why": reason}
