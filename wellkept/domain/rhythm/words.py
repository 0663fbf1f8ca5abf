"""What was learned, in words of the user's language."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from .silence import State
from .strength import Reason

WIDE = 6  # times its beginning


def state_words(state: State) -> str:
    """One or two words, as a label: 'At risk'; '' for no state."""
    return {
        "resting": _("Resting"),
        "due": pgettext("state of a tie", "Due"),
        "at risk": _("At risk"),
        "dormant": _("Dormant"),
        "": "",
    }[state]


def state_sentence(state: State) -> str:
    return {
        "resting": _("Resting: there is time"),
        "due": _("Due: the usual time has come"),
        "at risk": _("At risk: silent for longer than usual"),
        "dormant": _("Dormant: silent for so long that fewer than half come back by themselves"),
        "": "",
    }[state]


def told(reasons: Sequence[Reason]) -> str:
    """'12 contact-days in 90; last 9 days ago; 5 of 12 began with them'."""
    return "; ".join(reason_words(reason) for reason in reasons)


def reason_words(reason: Reason) -> str:
    count, whole = reason.number, reason.of
    if reason.what == "last" and count <= 0:
        return _("in touch today")
    words = {
        "last": ngettext("last %(count)d day ago", "last %(count)d days ago", count),
        "quarter": ngettext("%(count)d contact-day in 90", "%(count)d contact-days in 90", count),
        "year": ngettext("%(count)d in the nine months before", "%(count)d in the nine months before", count),
        "before": ngettext("%(count)d longer ago than a year", "%(count)d longer ago than a year", count),
        "theirs": _("%(count)d of %(whole)d began with them"),
        "person": _("%(count)d of %(whole)d in person"),
    }[reason.what]
    return words % {"count": count, "whole": whole}


def window_words(low: int, high: int) -> str:
    """'every 5 to 9 weeks'; in days where it is short. Never one day alone where it spans weeks."""
    if high <= 1:
        return _("every day")
    if high < 14:
        return (
            _("every day to every %(high)d days") % {"high": high}
            if low <= 1
            else _("every %(low)d to %(high)d days") % {"low": low, "high": high}
        )
    first, last = max(1, round(low / 7)), max(2, round(high / 7))
    if low < 7:
        return _("within %(last)d weeks") % {"last": last}
    if first == last:
        return _("every %(last)d weeks or so") % {"last": last}
    return _("every %(first)d to %(last)d weeks") % {"first": first, "last": last}


def often_words(low: int, high: int, usual: float) -> str:
    """The window; where it is so wide that it says little ('every 2 to 40 weeks'), about the usual gap (days)."""
    if high < 14 or high <= WIDE * max(low, 1):
        return window_words(low, high)
    return _("about every %(weeks)d weeks") % {"weeks": max(2, round(usual / 7))}
