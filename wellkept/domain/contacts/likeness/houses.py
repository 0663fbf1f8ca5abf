"""Are these two the same organization? By rules, because too little is known of one to learn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import OSA

from wellkept.domain.contacts.likeness.blocking import LARGEST
from wellkept.domain.contacts.likeness.judging import Reason

WORTH_A_LOOK = 8.0
SMALL = {
    "of",
    "for",
    "and",
    "the",
    "und",
    "fur",
    "fuer",
    "de",
    "la",
    "le",
    "et",
    "y",
    "e",
    "do",
    "da",
    "des",
    "du",
    "der",
    "die",
    "das",
}
# Hosts of mail and pages that many share.
COMMON_HOSTS = frozenset(
    str.split(
        "gmail.com googlemail.com outlook.com hotmail.com hotmail.de hotmail.co.uk live.com msn.com yahoo.com yahoo.de yahoo.co.uk"
        " ymail.com icloud.com me.com mac.com aol.com gmx.net gmx.de gmx.at gmx.ch gmx.com web.de t-online.de freenet.de mail.com"
        " mail.ru yandex.ru yandex.com proton.me protonmail.com pm.me tutanota.com tuta.io posteo.de mailbox.org fastmail.com hey.com"
        " zoho.com qq.com 163.com 126.com orange.fr free.fr laposte.net wanadoo.fr libero.it virgilio.it uol.com.br bol.com.br"
        " comcast.net verizon.net att.net btinternet.com sky.com linkedin.com facebook.com twitter.com x.com github.com github.io"
        " wordpress.com blogspot.com medium.com sites.google.com"
    )
)


@dataclass(eq=False)
class House:
    """``name`` is the organization's key: folded, without its legal form. ``site`` is the host of its page, ``mail_hosts`` are the hosts of
    the addresses of those who are there."""

    key: int
    name: str
    site: str = ""
    mail_hosts: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.split())

    @cached_property
    def squashed(self) -> str:
        return "".join(self.words)

    @cached_property
    def initials(self) -> str:
        letters = "".join(word[0] for word in self.words if word not in SMALL)
        return letters if len(letters) > 2 else ""


@dataclass(frozen=True, slots=True)
class LikelyHouses:
    one: int
    other: int
    weight: float
    reasons: tuple[Reason, ...]


def likely_houses(houses: Iterable[House]) -> list[LikelyHouses]:
    """Pairs of organizations that may be one, the likeliest first."""
    found = []
    for one, other in _pairs(list(houses)):
        told = sorted(reasons(one, other), key=lambda reason: -reason.bits)
        weight = sum(reason.bits for reason in told)
        if weight >= WORTH_A_LOOK:
            found.append(LikelyHouses(one.key, other.key, weight, tuple(told)))
    return sorted(found, key=lambda pair: (-pair.weight, pair.one, pair.other))


def reasons(one: House, other: House) -> Iterator[Reason]:
    if named := _named(one, other):
        yield Reason("name", *named)
    if one.site and one.site == other.site and one.site not in COMMON_HOSTS:
        yield Reason("website", "same website", 9.0)
    elif one.site and other.site and one.site != other.site:
        yield Reason("website", "other website", -4.0)
    if (one.mail_hosts & other.mail_hosts) - COMMON_HOSTS:
        yield Reason("e-mail", "people with addresses at the same host", 6.0)


def _named(one: House, other: House) -> tuple[str, float] | None:
    if one.squashed == other.squashed:
        return "same name but for spaces", 14.0
    if len(one.words) > 1 and sorted(one.words) == sorted(other.words):
        return "same words in another order", 12.0
    shorter = min(len(one.squashed), len(other.squashed))
    if shorter > 5 and OSA.distance(one.squashed, other.squashed, score_cutoff=2) <= (1 if shorter < 12 else 2):
        same_digits = _digits(one.squashed) == _digits(other.squashed)
        return ("name all but the same", 9.0) if same_digits else None
    if one.initials == other.squashed or (other.initials == one.squashed and other.initials):
        return "one is the initials of the other", 7.0
    return ("one name begins with the other", 5.0) if _begins(one, other) else None


def _begins(one: House, other: House) -> bool:
    short, long = sorted((one, other), key=lambda house: len(house.words))
    return len(short.squashed) > 3 and long.words[: len(short.words)] == short.words


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _blocks(house: House) -> Iterator[str]:
    yield f"s {house.squashed}"
    yield f"w {' '.join(sorted(house.words))}"
    yield f"i {house.initials or house.squashed}"
    yield f"i {house.squashed}"
    if len(house.squashed) > 5:
        yield f"b {house.squashed[:5]}"
        yield f"e {house.squashed[-5:]}"
    if house.words and len(house.words[0]) > 3:
        yield f"f {house.words[0]}"
    for host in {house.site, *house.mail_hosts} - COMMON_HOSTS - {""}:
        yield f"h {host}"


def _pairs(houses: Sequence[House]) -> Iterator[tuple[House, House]]:
    blocks: dict[str, list[House]] = defaultdict(list)
    for house in houses:
        for block in set(_blocks(house)):
            blocks[block].append(house)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if not 1 < len(members) <= LARGEST:
            continue
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                first, second = (one, other) if one.key < other.key else (other, one)
                if (first.key, second.key) not in seen:
                    seen.add((first.key, second.key))
                    yield first, second
