import pytest

from tests.cast import PASSWORD
from wellkept.domain.accounts import entering
from wellkept.domain.accounts.entering import TooManyTries, recognize
from wellkept.domain.accounts.joining import add_guest, add_user
from wellkept.domain.accounts.refusals import Refusal

pytestmark = pytest.mark.django_db
HERE, THERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def user():
    return add_user(email="ada@example.org", name="Ada Quill", password=PASSWORD)


def test_a_user_is_recognized_by_email_and_password(user):
    assert recognize(email=" ADA@example.org", password=PASSWORD, address=HERE) == user


@pytest.mark.parametrize("email", ["ada@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_email_get_the_same_answer(user, email):
    with pytest.raises(Refusal) as refused:
        recognize(email=email, password="something else entirely", address=HERE)

    assert str(refused.value) == "This e-mail and password do not belong together."


def test_an_unknown_email_costs_as_many_hashes_as_a_known_one(user, monkeypatch):
    from wellkept.domain.accounts.passwords import Argon2

    hashes = []
    real = Argon2.encode
    monkeypatch.setattr(Argon2, "encode", lambda *args, **kwargs: hashes.append("made") or real(*args, **kwargs))
    monkeypatch.setattr(Argon2, "verify", lambda *args: hashes.append("checked") or False)
    for email in ("ada@example.org", "nobody@example.org"):
        with pytest.raises(Refusal):
            recognize(email=email, password="something else entirely", address=HERE)

    assert hashes == ["checked", "made"]


def test_five_tries_with_one_account_from_one_address_and_no_more(user):
    for _ in range(5):
        with pytest.raises(Refusal, match="do not belong"):
            recognize(email=user.email, password="wrong", address=HERE)

    with pytest.raises(TooManyTries) as refused:
        recognize(email=user.email, password=PASSWORD, address=HERE)
    assert 0 < refused.value.wait <= 300
    assert recognize(email=user.email, password=PASSWORD, address=THERE) == user


def test_thirty_tries_a_minute_from_one_address_whatever_the_account(user, monkeypatch):
    monkeypatch.setattr(entering, "PER_ADDRESS", (3, 60))
    for number in range(3):
        with pytest.raises(Refusal, match="do not belong"):
            recognize(email=f"u{number}@example.org", password="wrong", address=HERE)

    with pytest.raises(TooManyTries):
        recognize(email=user.email, password=PASSWORD, address=HERE)


def test_coming_in_makes_the_count_begin_anew(user):
    for _ in range(7):
        assert recognize(email=user.email, password=PASSWORD, address=HERE) == user


def test_neither_guests_nor_the_disabled_come_in(user):
    guest = add_guest()
    user.is_active = False
    user.save()

    for email in (guest.email, user.email):
        with pytest.raises(Refusal, match="do not belong"):
            recognize(email=email, password=PASSWORD, address=HERE)
