"""jCard: vCard 4.0 in JSON. It names people by the same UID as vCards do, so both are one source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.people import PeopleTaker, units_of
from wellkept.formats import jcard, vcard


class JCard(Source):
    kind = "jcard"
    name = gettext_lazy("jCards")
    origin = "vcard"
    taker = PeopleTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        return jcard.looks_like(data)

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        found = jcard.read(data)
        if not found.cards:
            raise Refusal(found.problems[0].message)

        def raw(row: int) -> str:
            return json.dumps(jcard.of_card(found.cards[row - 1]), ensure_ascii=False)

        return Reading(units=units_of(vcard.people(found)), remarks=found.problems, raw=raw)
