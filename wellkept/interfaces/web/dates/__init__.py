"""How dates are written: one setting of the network, applied by the gate; all that formats a date follows it."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from django.utils import translation

from wellkept.domain.accounts.models import Network

LANGUAGES = {
    Network.Dates.DAY: "en-gb",
    Network.Dates.MONTH: "en",
    Network.Dates.ISO: "en-se",
}  # of one text, by their dates


def written_for(network: Network) -> AbstractContextManager[object]:
    """Inside, dates are written as the user wants them; left open, as the browser's language says."""
    language = LANGUAGES.get(Network.Dates(network.dates)) if network.dates else None
    return translation.override(language) if language else nullcontext()
