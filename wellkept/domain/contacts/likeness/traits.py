"""What of a contact is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

Day = tuple[int | None, int, int]
_WORD = re.compile(r"[^\W\d_]+")
LOCAL = slice(-9, None)  # the digits of a number that are written everywhere


@dataclass(eq=False, slots=True)
class Traits:
    """Folded values of one record in Latin letters; an empty value is unknown and counts neither for nor against.

    ``emails`` are private addresses only (shared mailboxes say nothing), ``phones`` are E.164 or bare digits, ``profiles`` are link keys
    such as 'linkedin:ana-souza'."""

    key: int
    given: str = ""
    family: str = ""
    suffix: str = ""  # 'jr', 'iii': tells father from son
    other_names: frozenset[str] = frozenset()  # what else they are called by
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    city: str = ""
    postcode: str = ""
    street: str = ""
    birthday: Day | None = None  # year, month, day

    @property
    def joined(self) -> str:
        """All words of the name in order of the alphabet, as one."""
        given, family = self.given, self.family
        if " " in given or " " in family:
            return "".join(sorted(f"{given} {family}".split()))
        return given + family if given < family else family + given

    @property
    def local_parts(self) -> frozenset[str]:
        """The mailboxes of its addresses."""
        return frozenset(map(mailbox, self.emails)) - {""}

    @property
    def words(self) -> frozenset[str]:
        """Of their names, one by one."""
        return frozenset(_WORD.findall(f"{self.given} {self.family} {' '.join(self.other_names)}"))

    @property
    def last_digits(self) -> frozenset[str]:
        """The numbers without what stands for country and area in one list and is left out in another."""
        return frozenset([number[LOCAL] for number in self.phones])


def mailbox(address: str) -> str:
    """What stands before the @, without dots and digits at its end."""
    local = address.partition("@")[0].partition("+")[0]
    return local.replace(".", "").replace("_", "").replace("-", "").rstrip("0123456789")
