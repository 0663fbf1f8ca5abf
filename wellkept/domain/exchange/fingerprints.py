"""A key for a row whose source gives none: the same when the file is read again, and never a name alone."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from wellkept.domain.exchange.naming import name_key
from wellkept.formats.emails import normal_email
from wellkept.formats.person import Person


def digest(*parts: Any) -> str:
    said = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def fingerprint(person: Person, values: dict[str, Any]) -> str:
    """Name with the least e-mail or phone; where there is neither, all that the row says."""
    signs = sorted(key for one in person.emails if (key := normal_email(one.value)))
    signs = signs or sorted("".join(filter(str.isdigit, one.value)) for one in person.phones)
    if signs and signs[0]:
        return f"~{digest(name_key(person.name), signs[0])}"
    return f"={digest(values)}"
