"""Monica 4: the account's export, as JSON or as SQL, with all that hangs on its contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.monica.account import reading_of
from wellkept.domain.exchange.monica.taking import MonicaTaker
from wellkept.formats import monica


class Monica(Source):
    kind = "monica"
    name = gettext_lazy("Monica")
    origin = "monica"
    whole = True
    taker = MonicaTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        return bool(monica.kind_of(data))

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        export = monica.read(data)
        if not export.people and export.own is None:
            raise Refusal(export.problems[0].message if export.problems else "")
        return reading_of(export)
