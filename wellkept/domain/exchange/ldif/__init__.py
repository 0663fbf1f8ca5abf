"""LDIF: the address books of Thunderbird and of directories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.people import PeopleTaker, units_of
from wellkept.formats import ldif


class Ldif(Source):
    kind = "ldif"
    name = gettext_lazy("LDIF (Thunderbird)")
    origin = "ldif"
    taker = PeopleTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        return ldif.looks_like(data)

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        people = list(ldif.read(data))
        if not people:
            raise Refusal(_("There is no entry in this file."))
        return Reading(units=units_of(people), raw=lambda row: _raw(data, row))


def _raw(data: bytes, row: int) -> str:
    entry = next((entry for entry in ldif.entries(data) if entry.row == row), None)
    if entry is None:
        return ""
    lines = [f"{name}: {value}" for name in entry.attributes for value in entry.texts(name)]
    return "\n".join([f"dn: {entry.dn}", *lines, *entry.unread])
