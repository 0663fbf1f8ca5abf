"""Our own CSV, as ``wellkept export --format csv`` and the page write it; it may have been edited in a spreadsheet since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.people import PeopleTaker
from wellkept.domain.exchange.tables import read_people
from wellkept.formats.csvs import own


class Ours(Source):
    kind = "wellkept"
    name = _("Wellkept's own CSV")
    origin = "wellkept"
    taker = PeopleTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        return own.recognises(list(header))

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        return read_people(data, options, own.read, ours=True)
