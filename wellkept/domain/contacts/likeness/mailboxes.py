"""What an address says that the name does not: 'ana.souza@' of an Ana Souza says the name a second time."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from wellkept.domain.contacts.likeness.letters import loose
from wellkept.domain.contacts.likeness.traits import mailbox

Words = frozenset[str]


def alike_by_name(one: str, words: Words, other: str, their_words: Words) -> bool:
    """Whether two addresses are alike only as the names of the two are: both are made of ``words``, their people's names, and share no
    number. Two that differ in one letter of the host are one address mistyped, whatever it is made of."""
    number = number_of(one)
    if number and number == number_of(other):
        return False
    (local, _at, host), (their_local, _their_at, their_host) = one.partition("@"), other.partition("@")
    if local == their_local and host != their_host and OSA.distance(host, their_host, score_cutoff=1) <= 1:
        return False
    return made_of(mailbox(one), words) and made_of(mailbox(other), their_words)


def number_of(address: str) -> str:
    """The digits of its mailbox."""
    return "".join(filter(str.isdigit, address.partition("@")[0]))


@lru_cache(maxsize=65536)
def made_of(text: str, words: Words) -> bool:
    """Whether it is some of these words one after the other, each whole or its first letter, also in another spelling ('mueller')."""
    if not text or not words:
        return False
    return _joins(text, tuple(words)) or _joins(loose(text), tuple(map(loose, words)))


def _joins(text: str, words: tuple[str, ...]) -> bool:
    if not text:
        return True
    for place, word in enumerate(words):
        rest = words[:place] + words[place + 1 :]
        if text.startswith(word) and _joins(text[len(word) :], rest):
            return True
        if text[0] == word[0] and _joins(text[1:], rest):
            return True
    return False
