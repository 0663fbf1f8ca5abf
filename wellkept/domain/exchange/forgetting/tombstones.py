"""What keeps the forgotten from coming back: hashes that can be compared with, and not be read.

The key of the hashes lies in the same database: it hides whom somebody forgot from those who look, and not from those
who have the database and an address to try.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable

from django.utils.translation import gettext_noop

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.links import link_key
from wellkept.domain.exchange.matching import OWN_KEY
from wellkept.domain.exchange.models import Forgotten
from wellkept.formats.emails import is_shared_mailbox, normal_email
from wellkept.formats.person import Person
from wellkept.formats.phones import normal_phone

FORGOTTEN = gettext_noop("forgotten")  # the rule of a refused row
WHY = gettext_noop("You had this person forgotten.")


def bury(*, network: Network, signs: Iterable[str]) -> Forgotten:
    """Remember that somebody with these signs is not to come back."""
    earlier = Forgotten.objects.filter(network=network).first()
    salt = earlier.salt if earlier else secrets.token_hex(32)
    hashed = sorted({_hashed(sign, salt) for sign in signs})
    return Forgotten.objects.create(network=network, salt=salt, signs=hashed)


def lift(*, network: Network, forgotten: Forgotten) -> None:
    """From now on an import may bring them again."""
    Forgotten.objects.filter(network=network, pk=forgotten.pk).delete()


class Graves:
    """Whom a network has forgotten, read once."""

    def __init__(self, network: Network) -> None:
        self._signs: dict[str, set[str]] = {}
        for salt, signs in Forgotten.objects.filter(network=network).values_list("salt", "signs"):
            self._signs.setdefault(salt, set()).update(signs)

    def __bool__(self) -> bool:
        return bool(self._signs)

    def hold(self, signs: Iterable[str]) -> bool:
        """Whether one of these signs is of somebody forgotten."""
        return bool(self._signs) and any(
            _hashed(sign, salt) in known for sign in signs for salt, known in self._signs.items()
        )


def known_by(*, network: Network, address: str) -> list[Forgotten]:
    """Who of the forgotten had this e-mail, phone number or profile."""
    signs = [
        sign for sign in (email_sign(address), phone_sign(address, network.phone_region), link_sign(address)) if sign
    ]
    found = Forgotten.objects.filter(network=network)
    return [one for one in found if any(_hashed(sign, one.salt) in one.signs for sign in signs)]


def signs_of_person(person: Person, region: str, *, source: str = "", key: str = "") -> list[str]:
    """What a row of an import says of who it is. A name alone is no sign."""
    signs = [email_sign(one.value) for one in person.emails]
    signs += [phone_sign(one.value, region) for one in person.phones]
    signs += [link_sign(one.value) for one in person.links]
    if key:
        signs += [source_sign(source, key), own_sign(key)]
    return [sign for sign in signs if sign]


def email_sign(address: str) -> str:
    """'' for a shared mailbox, which is nobody's own."""
    key = normal_email(address)
    return f"email:{key}" if key and not is_shared_mailbox(key) else ""


def phone_sign(number: str, region: str) -> str:
    e164 = normal_phone(number, region).e164
    return f"phone:{e164}" if e164 else ""


def link_sign(url: str) -> str:
    _kind, key = link_key(url)
    return f"link:{key}" if key else ""


def profile_sign(key: str) -> str:
    """``key`` as it stands on a link: 'linkedin:ana-souza'."""
    return f"link:{key}"


def source_sign(source: str, key: str) -> str:
    """How a source calls them. (What tells two rows of one key apart does not belong to it.)"""
    return f"source:{source}:{key}"


def own_sign(key: str) -> str:
    """How our own exports call them, in whatever format."""
    return f"own:{key}" if key.startswith(OWN_KEY) else ""


def _hashed(sign: str, salt: str) -> str:
    return hashlib.blake2b(sign.encode("utf-8", "replace"), key=bytes.fromhex(salt)[:64], digest_size=16).hexdigest()
