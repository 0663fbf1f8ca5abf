"""The panel of the next step, for a contact's page: ``{% include 'triage/next_step.html' with next_step=… %}``."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellkept.domain.cadence.deciding import cadence_words
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.models import Circle, Contact
from wellkept.domain.timeline.models import Interaction
from wellkept.interfaces.web.triage.choosing import cadence_buttons, days_in_words, snooze_choices

ENOUGH_DAYS = 3  # with a touch, for a rhythm to be told


def next_step_of(request: Any, contact: Contact) -> dict[str, Any]:
    """What is due with a contact, why, and what can be done about it. Two queries."""
    today = request.network.today()
    standing = Standing.objects.filter(contact=contact).first() or Standing(contact=contact)
    circle = _circle(contact)
    return {
        "contact": contact,
        "standing": standing,
        "what": _what(standing),
        "why": " ".join(filter(None, [_why(standing, circle), _put_off(standing, today), _last(standing)])),
        "late": bool(standing.due_on and standing.due_on < today),
        "chosen": standing.due_kind == "chosen",
        "open": standing.decided != "never",
        "cadence": _cadence(standing),
        "circle": circle,
        "circle_words": cadence_words(circle.cadence_days) if circle else "",
        "rhythm": _rhythm(standing),
        "buttons": cadence_buttons(),
        "snoozes": snooze_choices(today),
        "kinds": Interaction.Kind.choices,
        "today": today,
    }


def _circle(contact: Contact) -> Circle | None:
    """The circle whose cadence would hold: the shortest of those the contact is in."""
    circles = Circle.objects.filter(network=contact.network_id, memberships__contact=contact, cadence_days__gt=0)
    return circles.order_by("cadence_days", "position").first()


def _what(standing: Standing) -> str:
    if standing.decided == "never":
        return _("Nothing: you decided on “never”")
    if standing.due_on is None:
        return _("Nothing is due: how often is not decided yet")
    names = {"followup": _("Follow up"), "second": _("Be in touch a second time"), "chosen": standing.due_what}
    return names.get(standing.due_kind) or _("Be in touch")


def _why(standing: Standing, circle: Circle | None) -> str:
    if standing.due_on is None:
        return ""
    words = cadence_words(standing.cadence_days)
    why = {
        "followup": _("Because you are newly acquainted: within 48 hours of meeting."),
        "second": _("So that the meeting does not fade: a second touch within two weeks."),
        "chosen": _("Because you chose this day."),
    }.get(standing.due_kind)
    if why:
        return why + (" " + _("After that, %(often)s.") % {"often": words} if words else "")
    if standing.decided == "circle" and circle:
        return _("As the circle %(circle)s: %(often)s.") % {"circle": circle.name, "often": words}
    return _("Because you mean to be in touch %(often)s.") % {"often": words}


def _put_off(standing: Standing, today: date) -> str:
    until = standing.snoozed_until
    if until is None or until <= today or standing.due_on != until:
        return ""
    return _("Put off until %(day)s.") % {"day": formats.date_format(until)}


def _last(standing: Standing) -> str:
    if standing.last_touch_on is None:
        return _("You have not been in touch yet.")
    return _("Last in touch on %(day)s.") % {"day": formats.date_format(standing.last_touch_on)}


def _cadence(standing: Standing) -> str:
    if standing.decided == "never":
        return _("never")
    return cadence_words(standing.cadence_days) if standing.decided != "undecided" else _("not decided")


def _rhythm(standing: Standing) -> str:
    """How often they are in touch, over all the days with a touch; '' where these are too few to tell."""
    first, last, days = standing.first_touch_on, standing.last_touch_on, standing.contact_days
    if days < ENOUGH_DAYS or first is None or last is None or first == last:
        return ""
    apart = round((last - first).days / (days - 1))
    return ngettext("In touch about every day.", "In touch about every %(length)s.", apart) % {
        "length": days_in_words(apart)
    }
