"""vCards 2.1, 3.0 and 4.0: what phones and mail programs give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.people import PeopleTaker, units_of
from wellkept.formats import vcard


class VCard(Source):
    kind = "vcard"
    name = gettext_lazy("vCards")
    origin = "vcard"
    taker = PeopleTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        return vcard.looks_like(data)

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        found = vcard.read(data)
        if not found.cards:
            raise Refusal(_("There is no card in this file: nothing begins with BEGIN:VCARD."))

        def raw(row: int) -> str:
            card = found.cards[row - 1]
            return "\n".join([*(prop.line for prop in card.properties), *card.unread])

        return Reading(units=units_of(vcard.people(found)), remarks=found.problems, raw=raw)
