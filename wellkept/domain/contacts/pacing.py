"""How often we mean to be in touch with those of a circle."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Circle
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.history.models import Act

LONGEST = 3650  # days


def set_cadences(*, network: Network, days: Iterable[tuple[Circle, str | int | None]], by: Actor | Acting) -> Act:
    """Set the cadence of circles, in days; '' or None for a circle that has none. Answers the act."""
    with acting(by, network, "cadence of circles", summary=_("Changed the cadence of circles")) as act:
        for circle, said in days:
            act.edit(circle, cadence_days=_days(said, circle))
    return act.row


def _days(said: str | int | None, circle: Circle) -> int | None:
    text = str(said if said is not None else "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= LONGEST):
        raise Refusal(
            _("%(circle)s: a number of days from 1 to %(most)s is needed, or nothing for no cadence.")
            % {"circle": circle.name, "most": LONGEST},
            field=f"circle{circle.pk}",
        )
    return int(text)
