"""Outlook, as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.people import PeopleTaker
from wellkept.domain.exchange.tables import read_people
from wellkept.formats.csvs import outlook


class Outlook(Source):
    kind = "outlook"
    name = _("Outlook (CSV)")
    origin = "outlook"
    taker = PeopleTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        return outlook.recognises(list(header)) >= 0.5

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        return read_people(data, options, outlook.read)
