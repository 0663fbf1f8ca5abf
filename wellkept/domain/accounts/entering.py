"""Who is at the door: checking a password, within limits."""

from __future__ import annotations

import hashlib

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from wellkept.domain.accounts.limits import allowed, forget, seconds_left
from wellkept.domain.accounts.models import User
from wellkept.domain.accounts.refusals import Refusal

PER_ACCOUNT = (5, 300)  # tries, seconds: with one account from one address
PER_ADDRESS = (30, 60)


class TooManyTries(Refusal):
    """``wait`` is in seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(
            _("Too many tries. Please wait %(minutes)s minutes and try again.") % {"minutes": -(-wait // 60)}
        )
        self.wait = wait


def check_allowance(key: str, limit: tuple[int, int]) -> None:
    """Count one try; raises ``TooManyTries`` beyond ``limit`` (tries, seconds)."""
    tries, seconds = limit
    if not allowed(key, limit=tries, seconds=seconds):
        raise TooManyTries(seconds_left(seconds=seconds))


def recognize(*, email: str, password: str, address: str) -> User:
    """The user with this e-mail and password. An unknown e-mail costs the same work and gets the same answer.

    ``address`` is the network address asked from: the limits are per address, so that nobody can lock another out.
    """
    known_as = email.strip().lower()
    account_key = f"sign-in:{hashlib.sha256(known_as.encode()).hexdigest()[:32]}:{address}"
    check_allowance(f"sign-in:{address}", PER_ADDRESS)
    check_allowance(account_key, PER_ACCOUNT)
    user = User.objects.filter(email=known_as, is_active=True, is_guest=False).first()
    if user is None:
        make_password(password[:1024])
    elif len(password) <= 1024 and user.check_password(password):
        forget(account_key)
        return user
    raise Refusal(_("This e-mail and password do not belong together."))
