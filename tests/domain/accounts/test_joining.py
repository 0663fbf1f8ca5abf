import pytest

from tests.cast import PASSWORD
from wellkept.domain.accounts.joining import add_guest, add_user, has_users
from wellkept.domain.accounts.models import User
from wellkept.domain.accounts.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_the_first_user_is_the_host_and_the_second_is_not():
    assert add_user(email="Ada@Example.org", name="Ada Quill", password=PASSWORD).is_host
    assert not add_user(email="ben@example.org", name="Ben Marsh", password=PASSWORD).is_host


def test_an_email_is_kept_in_lower_case_and_taken_once():
    assert add_user(email=" Ada@Example.org ", name="Ada", password=PASSWORD).email == "ada@example.org"

    with pytest.raises(Refusal) as refused:
        add_user(email="ADA@example.org", name="Ada", password=PASSWORD)
    assert refused.value.field == "email"


@pytest.mark.parametrize(
    ("columns", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"name": "  "}, "name"),
        ({"name": "A" * 151}, "name"),
        ({"password": "elevenchars"}, "password"),
        ({"password": "ada@example.org"}, "password"),
        ({"password": "passwordpassword"[:12] + "x" * 1020}, "password"),
        ({"password": "1qaz2wsx3edc4rfv"[:0] + "iloveyou"}, "password"),
    ],
)
def test_bad_input_is_refused_at_its_field_and_nobody_is_added(columns, field):
    with pytest.raises(Refusal) as refused:
        add_user(**{"email": "ada@example.org", "name": "Ada Quill", "password": PASSWORD} | columns)

    assert refused.value.field == field
    assert not User.objects.exists()


def test_a_password_of_128_characters_is_fine():
    assert add_user(email="ada@example.org", name="Ada", password="well " * 25 + "abc").check_password(
        "well " * 25 + "abc"
    )


def test_a_guest_is_no_user():
    guest = add_guest()

    assert not has_users()
    assert not guest.has_usable_password()
