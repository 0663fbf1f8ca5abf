"""Connections.csv, and the address books that LinkedIn was once allowed to read."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Reading
from wellkept.domain.exchange.linkedin.export import FileOfExport, lazy_raw
from wellkept.domain.exchange.people import PeopleTaker, units_of
from wellkept.formats.linkedin import read_connections, read_contacts


class Connections(FileOfExport):
    kind = "linkedin.connections"
    name = _("LinkedIn connections")
    file = "connections"
    order = 20
    whole = True
    taker = PeopleTaker

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        people = list(read_connections(data, options.get("region", "")))
        if len(people) == 1 and not people[0].row:
            raise Refusal(people[0].problems[0].message)
        return Reading(units=units_of(people), raw=lazy_raw(data))


class AddressBook(FileOfExport):
    kind = "linkedin.contacts"
    name = _("Address book that LinkedIn had read")
    origin = "linkedin-contacts"
    file = "contacts"
    order = 30
    taker = PeopleTaker

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        return Reading(units=units_of(read_contacts(data, options.get("region", ""))), raw=lazy_raw(data))
