"""The panel of a tie on a contact's page: how strong, how often, what was set and what was learned."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import cadence_words
from wellkept.domain.contacts.closeness import closeness_words, set_closeness
from wellkept.domain.contacts.models import Contact
from wellkept.domain.recall.reconnecting import last_said
from wellkept.domain.rhythm.reading import Portrait, portrait
from wellkept.domain.rhythm.words import often_words, state_sentence, told, window_words
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt

WIDTH, WEEKS = 312, 104  # of the strip of contact-days: units, weeks
TOLD = 2  # gaps of its own, for a rhythm to be told
HARDLY, SURELY = 2, 98  # of a hundred


def tie_of(request: Any, contact: Contact) -> dict[str, Any]:
    """What the panel shows. Nine queries at most."""
    today = request.network.today()
    found = portrait(contact=contact, today=today)
    panel: dict[str, Any] = {
        "closeness": list(closeness_words().items()),
        "contact": contact,
        "known": found is not None,
    }
    if found is None:
        return panel | {"remembered": last_said(contact)}
    return panel | {
        "strength": _strength(found),
        "percentile": found.percentile,
        "why": told(found.reasons).capitalize(),
        "state": state_sentence(found.rhythm.state),
        "rhythm": _rhythm(found),
        "due": _due(found, today),
        "set": _set(found),
        "chance": _chance(found),
        "both": _both(found),
        "strip": strip(found.days, today),
        "strip_words": _strip_words(found.days, today),
    }


@require_POST
def closeness(request: Any, pk: int) -> HttpResponse:
    """The user's own word on how close they are; empty takes it back."""
    person = gate.find(request, Contact, pk)
    said = request.POST.get("closeness", "")
    attempt(request, lambda act: set_closeness(contact=person, closeness=_number(said), by=act))
    return redirect("contact", pk=pk)


def _number(said: str) -> int | None:
    if not said:
        return None
    if not said.isdecimal():
        raise Refusal(_("Closeness is a number from 1 to 5."), field="closeness")
    return int(said)


def _strength(found: Portrait) -> str:
    words = _("Stronger than %(now)d of 100 of your ties") % {"now": found.percentile}
    if found.year_ago is None:
        return words
    if abs(found.percentile - found.year_ago) <= 2:
        return _("%(now)s, as a year ago") % {"now": words}
    return _("%(now)s; a year ago %(then)d") % {"now": words, "then": found.year_ago}


def _rhythm(found: Portrait) -> str:
    if found.rhythm.gaps < TOLD:
        return _("Learned: too few contact-days to tell yet")
    window = window_words(*found.rhythm.window)
    often = often_words(*found.rhythm.window, found.rhythm.usual_days)
    if often != window:  # a window too wide to go by
        return _("Learned: %(often)s; eight times in ten %(window)s") % {
            "often": often,
            "window": window,
        }
    return _("Learned: usually %(often)s") % {"often": window}


def _due(found: Portrait, today: date) -> str:
    """The week in which the rhythm expects them; '' once that is past or not to be told."""
    if found.rhythm.gaps < TOLD or found.rhythm.state in ("dormant", "at risk"):
        return ""
    middle = found.rhythm.last_on + timedelta(days=round(found.rhythm.gap_days))
    if middle < today or found.rhythm.gap_days < 7:
        return ""
    monday = middle - timedelta(days=middle.weekday())
    return _("due about the week of %(day)s") % {"day": formats.date_format(monday, "MONTH_DAY_FORMAT")}


def _set(found: Portrait) -> str:
    if not found.rhythm.set:
        return _("You set nothing, so what was learned holds")
    return _("You set: %(often)s, which holds") % {"often": cadence_words(round(found.rhythm.gap_days))}


def _chance(found: Portrait) -> str:
    """A percentage only where it was learned; words at the ends, where one would say too much."""
    chance = round(100 * found.p30)
    if not found.learned:
        return ""
    if chance < HARDLY:
        return _("Hardly ever in touch within 30 days by itself")
    if chance > SURELY:
        return _("Nearly surely in touch within 30 days")
    return _("In touch within 30 days by itself: about %(chance)d %%") % {"chance": chance}


def _both(found: Portrait) -> str:
    since = formats.date_format(found.days[0], "YEAR_MONTH_FORMAT")
    days = ngettext("%(count)d contact-day since %(since)s", "%(count)d contact-days since %(since)s", len(found.days))
    began = _("%(mine)d began with you, %(theirs)d with them")
    return "; ".join(
        [
            days % {"count": len(found.days), "since": since},
            began % {"mine": found.began_mine, "theirs": found.began_theirs},
        ]
    )


def strip(days: list[date], today: date) -> str:
    """The path of the last two years: a stroke a week with contact, the taller the more of its days."""
    counts: dict[int, int] = {}
    for day in days:
        back = (today - day).days // 7
        if 0 <= back < WEEKS:
            counts[back] = counts.get(back, 0) + 1
    step = WIDTH / WEEKS
    return "".join(
        f"M{WIDTH - (back + 0.5) * step:.1f} 32v-{min(28, 14 + 7 * (count - 1))}"
        for back, count in sorted(counts.items())
    )


def _strip_words(days: list[date], today: date) -> str:
    recent = sum((today - day).days < 7 * WEEKS for day in days)
    return ngettext("%(count)d contact-day in two years", "%(count)d contact-days in two years", recent) % {
        "count": recent
    }
