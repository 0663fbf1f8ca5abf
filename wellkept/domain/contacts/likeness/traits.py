"""What of a contact is compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

NAMELESS = ""


@dataclass(eq=False)
class Traits:
    """Folded values of one record; an empty value is unknown and counts neither for nor against.

    ``emails`` are private addresses only (shared mailboxes say nothing), ``phones`` are E.164 or bare digits, ``profiles`` are link keys
    such as 'linkedin:ana-souza', ``places`` are ('city' | 'postcode' | 'street', value)."""

    key: int
    given: str = ""
    family: str = ""
    other_names: frozenset[str] = frozenset()  # middle names, nickname, name in another script
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    city: str = ""
    postcode: str = ""
    street: str = ""
    birthday: tuple[int | None, int, int] | None = None  # year, month, day

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """All words of the name, in order of the alphabet."""
        return tuple(sorted(f"{self.given} {self.family}".split()))

    @cached_property
    def joined(self) -> str:
        return "".join(self.tokens)

    @cached_property
    def local_parts(self) -> frozenset[str]:
        """What stands before the @, without dots and digits at its end."""
        parts = (address.partition("@")[0].partition("+")[0] for address in self.emails)
        return frozenset(
            part.replace(".", "").replace("_", "").replace("-", "").rstrip("0123456789") for part in parts
        ) - {""}
