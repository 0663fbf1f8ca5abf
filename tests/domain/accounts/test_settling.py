import pytest

from tests.cast import PASSWORD
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.settling import change_password, change_preferences, change_profile, set_password


def test_preferences_are_kept(network):
    change_preferences(network=network, time_zone="Asia/Tokyo", week_start=6, touch_goal=7, single_keys=False)
    network.refresh_from_db()

    assert (network.time_zone, network.week_start, network.touch_goal) == ("Asia/Tokyo", 6, 7)
    assert not network.single_keys


@pytest.mark.parametrize(
    "column",
    [
        {"time_zone": "Mars/Olympus"},
        {"touch_goal": -1},
        {"new_goal": 51},
        {"budget_minutes": 601},
        {"birthday_29_february": "02-30"},
        {"week_start": 7},
    ],
)
def test_a_preference_that_makes_no_sense_is_refused_at_its_field(network, column):
    with pytest.raises(Refusal):
        change_preferences(network=network, **column)
    network.refresh_from_db()

    assert network.time_zone == "Europe/Vienna"
    assert network.week_start == 0


def test_nobody_takes_the_email_of_another(ada, ben):
    with pytest.raises(Refusal) as refused:
        change_profile(user=ada.user, name="Ada", email="BEN@example.org")
    ada.user.refresh_from_db()

    assert refused.value.field == "email"
    assert ada.user.email == "ada@example.org"


def test_a_password_is_changed_by_whoever_knows_the_old_one(ada):
    set_password(user=ada.user, password=PASSWORD)
    with pytest.raises(Refusal) as refused:
        change_password(user=ada.user, old="not it", new="an even longer pass phrase")
    assert refused.value.field == "old"

    change_password(user=ada.user, old=PASSWORD, new="an even longer pass phrase")
    ada.user.refresh_from_db()
    assert ada.user.check_password("an even longer pass phrase")
