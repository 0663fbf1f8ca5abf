"""Facebook's list of friends: names, and since when. A name alone makes nobody the same as somebody known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.contract import Reading, Source
from wellkept.domain.exchange.people import PeopleTaker, units_of
from wellkept.formats import facebook

_FRIENDS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"friends(?:_v2)?"\s*:\s*\[')


class Friends(Source):
    kind = "facebook.friends"
    name = gettext_lazy("Facebook friends")
    origin = "facebook"
    whole = True
    taker = PeopleTaker

    def fits(self, name: str, data: bytes, header: Sequence[str]) -> bool:
        """By what stands in it: many other lists of the archive have friends in their names, and in other languages."""
        return _FRIENDS.match(data[:4096]) is not None

    def read(self, data: bytes, options: dict[str, Any]) -> Reading:
        people = list(facebook.read_friends(data))
        if len(people) == 1 and not people[0].row:
            raise Refusal(people[0].problems[0].message)
        return Reading(units=units_of(people))
