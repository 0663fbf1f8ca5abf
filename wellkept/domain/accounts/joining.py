"""A new user."""

from __future__ import annotations

import secrets

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import User
from wellkept.domain.accounts.refusals import Refusal

LONGEST_PASSWORD = 1024


def has_users() -> bool:
    """Whether anybody (but guests) has an account here."""
    return User.objects.filter(is_guest=False).exists()


@transaction.atomic
def add_user(*, email: str, name: str, password: str) -> User:
    """Add a user; the first one is the host. Their network is founded separately (contacts.founding)."""
    address, called = checked_email(email), checked_name(name)
    if User.objects.filter(email=address).exists():
        raise Refusal(_("There is a user with this e-mail already."), field="email")
    check_password_rules(password, User(email=address, name=called))
    return User.objects.create_user(address, name=called, password=password, is_host=not has_users())


def add_guest() -> User:
    """Somebody who looks around in a sample network, without an account."""
    return User.objects.create_user(
        f"guest-{secrets.token_hex(8)}@sample.invalid", name=_("Guest"), password=None, is_guest=True
    )


def checked_email(email: str) -> str:
    """The address in lower case, as it is stored."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Refusal(_("This is no e-mail address."), field="email") from error
    return address


def checked_name(name: str) -> str:
    called = " ".join(name.split())
    if not called:
        raise Refusal(_("A name is needed."), field="name")
    if len(called) > 150:
        raise Refusal(_("The name is longer than 150 characters."), field="name")
    return called


def check_password_rules(password: str, user: User) -> None:
    """Raises ``Refusal`` with all that is wrong with a password: at least 12 characters, not common, not the name."""
    if len(password) > LONGEST_PASSWORD:
        raise Refusal(_("The password is longer than 1024 characters."), field="password")
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refusal(" ".join(error.messages), field="password") from error
