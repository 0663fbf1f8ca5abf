"""What a form offers and says: how often, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import CADENCE_KEYS, Choice, cadence_words


@dataclass(frozen=True)
class Decided:
    """What a cadence button says: ``kind`` and ``days`` as the verb takes them."""

    kind: Choice | None
    days: int | None = None

    @classmethod
    def of(cls, value: str) -> Decided:
        """From 'circle', 'never', 'undecided' or a number of days."""
        if value == "circle":
            return cls("circle")
        if value == "never":
            return cls("never")
        if value == "undecided":
            return cls(None)
        if not value.isdecimal() or len(value) > 5:
            raise Refusal(_("Choose how often."), field="cadence")
        return cls("own", int(value))

    @property
    def words(self) -> str:
        names = {"circle": _("as the circle"), "never": _("never"), None: _("not decided")}
        return cadence_words(self.days) if self.kind == "own" else names[self.kind]


@dataclass(frozen=True)
class Button:
    """One cadence to press. ``short`` stands on the button, ``words`` say it whole."""

    key: str
    value: str
    short: str
    words: str


def cadence_buttons() -> list[Button]:
    """The seven cadences of the digits 1 to 7, then 'never' for 0."""
    short = {
        7: _("week"),
        14: _("2 weeks"),
        30: _("month"),
        45: _("6 weeks"),
        90: _("quarter"),
        180: _("half-year"),
        365: _("year"),
    }
    buttons = [Button(str(key), str(days), short[days], cadence_words(days)) for key, days in CADENCE_KEYS.items()]
    return [*buttons, Button("0", "never", _("never"), _("never: do not ask again"))]


@dataclass(frozen=True)
class Until:
    label: str
    on: date


def snooze_choices(today: date) -> list[Until]:
    return [
        Until(_("Tomorrow"), today + timedelta(days=1)),
        Until(_("In a week"), today + timedelta(weeks=1)),
        Until(_("In two weeks"), today + timedelta(weeks=2)),
        Until(_("In a month"), today + timedelta(days=30)),
    ]


def day_of(form: Mapping[str, str], name: str) -> date | None:
    """The day in this field, None where it is empty; raises Refusal where it is no date."""
    text = form.get(name, "").strip()
    if not text:
        return None
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Refusal(_("“%(text)s” is no date.") % {"text": text[:40]}, field=name)
    return day


def days_in_words(days: int) -> str:
    """A length of time as one says it: '9 days', '6 weeks', '4 months', '2 years'."""
    if days < 14:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if days < 70:
        return ngettext("%(n)d week", "%(n)d weeks", round(days / 7)) % {"n": round(days / 7)}
    if days < 700:
        return ngettext("%(n)d month", "%(n)d months", round(days / 30.4)) % {"n": round(days / 30.4)}
    return ngettext("%(n)d year", "%(n)d years", round(days / 365.25)) % {"n": round(days / 365.25)}
