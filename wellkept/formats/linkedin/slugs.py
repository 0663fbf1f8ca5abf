"""The part of a LinkedIn profile's address that names the member."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)?linkedin\.[a-z.]{2,6}/(?:mwlite/)?(?:in|pub)/([^/?#\s]+)", re.IGNORECASE
)


@lru_cache(maxsize=65536)
def slug_of(url: str) -> str:
    """'ana-souza' of 'https://www.linkedin.com/in/Ana-Souza/?x': percent-decoded, lower case; '' when it is no profile."""
    found = _PROFILE.match(url.strip())
    return unicodedata.normalize("NFC", unquote(found[1])).lower() if found else ""


def slugs_of(urls: str) -> list[str]:
    """The slugs of addresses joined by commas, semicolons or spaces; '' for each that is no profile."""
    return [slug_of(part) for part in re.split(r"[,;\s]+", urls) if part]
