"""What users change about themselves and about how their network is kept."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wellkept.domain.accounts.joining import check_password_rules, checked_email, checked_name
from wellkept.domain.accounts.models import OCCASIONS, Network, User
from wellkept.domain.accounts.refusals import Refusal

MOST_GOAL = 50
MOST_MINUTES = 600


def change_profile(*, user: User, name: str, email: str) -> None:
    """Change name and e-mail. The own card keeps the name it has."""
    called, address = checked_name(name), checked_email(email)
    if User.objects.filter(email=address).exclude(pk=user.pk).exists():
        raise Refusal(_("There is a user with this e-mail already."), field="email")
    user.name, user.email = called, address
    user.save(update_fields=["name", "email"])


def set_password(*, user: User, password: str) -> None:
    """Give the user a new password; every session that knew the old one ends."""
    check_password_rules(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])


def change_password(*, user: User, old: str, new: str) -> None:
    """``set_password`` by the user, who knows the old one."""
    if not user.check_password(old):
        raise Refusal(_("That is not your present password."), field="old")
    set_password(user=user, password=new)


def change_preferences(*, network: Network, **columns: Any) -> None:
    """Change how a network is kept: time_zone, week_start, phone_region, goals, budget, 29 February, occasions, how dates are written, single keys."""
    unknown = set(columns) - {
        "time_zone", "week_start", "phone_region", "new_goal", "touch_goal", "budget_minutes",
        "birthday_29_february", "occasion_kinds", "dates", "single_keys",
    }  # fmt: skip
    if unknown:
        raise ValueError(f"no preferences: {sorted(unknown)}")
    if "time_zone" in columns and columns["time_zone"] not in zoneinfo.available_timezones():
        raise Refusal(_("This time zone is not known."), field="time_zone")
    for name, most in (("new_goal", MOST_GOAL), ("touch_goal", MOST_GOAL), ("budget_minutes", MOST_MINUTES)):
        if not 0 <= columns.get(name, 0) <= most:
            raise Refusal(_("A number from 0 to %(most)s is needed.") % {"most": most}, field=name)
    if set(columns.get("occasion_kinds", ())) - set(OCCASIONS):
        raise Refusal(_("There is no such kind of occasion."), field="occasion_kinds")
    for name, value in columns.items():
        setattr(network, name, value)
    try:
        network.full_clean(exclude=["owner", "kind", "occasion_kinds"], validate_unique=False)
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refusal(messages[0], field=field) from error
    network.save(update_fields=list(columns))
