"""The user's own card as others may see it: where, and what of it."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Kept

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # 32 of them, none like another: 5 bits each
LENGTH = 27  # 135 bits


def fresh_address() -> str:
    """An address that nobody guesses."""
    return "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))


class OwnPage(Kept):
    """What of the own card may be seen by others, on the page and in the code. No row: nothing, and no page."""

    address = models.CharField(_("address"), max_length=40, unique=True, default=fresh_address)  # where it is: /p/…
    on = models.BooleanField(default=False)
    fields = models.JSONField(default=list)  # list[str]: what the page shows, keys of showing_card.card_fields
    code_fields = models.JSONField(default=list)  # list[str]: what the code says
    leave_details = models.BooleanField(default=False)  # whether visitors may leave their details

    class Meta:
        verbose_name = _("own page")
        verbose_name_plural = _("own pages")
        constraints = [models.UniqueConstraint(fields=["network"], name="one_page_a_network")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
