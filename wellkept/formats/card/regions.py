"""From which country a card is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wellkept.formats.card.addresses import country_of
from wellkept.formats.card.cities import region_of_town
from wellkept.formats.card.numbers import LANGUAGE_OF_LABEL, Number, region_of, spelt
from wellkept.formats.card.organizing import legal_form
from wellkept.formats.card.places import country_in, region_by_postcode
from wellkept.formats.card.words import LEGAL_FORMS


def likely_regions(texts: Sequence[str], numbers: Sequence[Number], addresses: Sequence[str], region: str) -> list[str]:
    """Regions, the likeliest first: by what the card says of itself, then where the reader is."""
    votes: Counter[str] = Counter()
    for text in texts:
        votes[country_in(text)] += 5
        votes[region_by_postcode(text)] += 2
        votes[region_of_town(text)] += 4
        _count, key = legal_form(text.replace("\n", " ").strip())
        votes[LEGAL_FORMS[key][1] if key else ""] += 2
    for address in addresses:
        votes[country_of(address)] += 4
    for number in numbers:
        if number.raw.startswith(("+", "00", "(+")):
            votes[region_of(spelt(number, [])[0])] += 4
        votes[LANGUAGE_OF_LABEL.get(number.label, "")] += 1
    votes[region.upper()] += 3
    del votes[""]
    return [one for one, _count in votes.most_common(4)]
