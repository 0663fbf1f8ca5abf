"""How dates are written: one setting of the network, applied by each door; all that formats a date follows it."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from django.utils import translation

from wellkept.domain.accounts.models import Network

LANGUAGES = {
    Network.Dates.DAY: "en-gb",
    Network.Dates.MONTH: "en",
    Network.Dates.ISO: "en-se",
}  # of one text, by their dates


def written_for(network: Network, otherwise: str = "") -> AbstractContextManager[object]:
    """Inside, dates are written as the user wants them; left open, as in the language ``otherwise``, or as they were."""
    language = LANGUAGES.get(Network.Dates(network.dates)) if network.dates else otherwise
    return translation.override(language) if language else nullcontext()
