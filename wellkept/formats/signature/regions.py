"""The country that a signature itself names: by the other numbers, the address, the end of a domain."""

from __future__ import annotations

from collections.abc import Sequence

from wellkept.formats.fields import FoundPhone
from wellkept.formats.names import fold

_NAMED = {
    "DE": "germany deutschland", "AT": "austria osterreich", "CH": "switzerland schweiz suisse svizzera", "FR": "france frankreich",
    "ES": "spain espana spanien", "PT": "portugal", "BR": "brazil brasil", "US": "usa", "GB": "england scotland wales", "MX": "mexico",
    "AR": "argentina", "CL": "chile", "CO": "colombia", "BE": "belgium belgique", "NL": "netherlands nederland", "IT": "italy italia",
}  # fmt: skip
_BY_WORD = {word: region for region, words in _NAMED.items() for word in words.split()}
_DOMAINS = frozenset("de at ch fr es pt br uk mx ar cl be nl it pl se no dk fi ie ca au".split())


def other_region(phones: Sequence[FoundPhone], region: str, *, hosts: Sequence[str], address: str) -> str:
    """A country other than ``region`` that the signs agree on; '' where they name none, or ``region`` as well."""
    named = {
        _region_of(phone.value) for phone in phones if phone.value and phone.raw.lstrip("( ").startswith(("+", "00"))
    }
    named |= {_BY_WORD[word] for word in fold(address).replace(",", " ").split() if word in _BY_WORD}
    named |= {end.upper().replace("UK", "GB") for host in hosts if (end := host.rpartition(".")[2]) in _DOMAINS}
    named.discard("")
    if len(named) != 1 or region.upper() in named:
        return ""
    return named.pop() if region else ""


def _region_of(e164: str) -> str:
    import phonenumbers

    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(e164, None)) or ""
    except phonenumbers.NumberParseException:
        return ""
