import pytest
from django.test import Client

from tests.cast import PASSWORD, network_of
from wellkept.domain.accounts.devices import devices_of, remember_device
from wellkept.domain.accounts.models import User
from wellkept.domain.accounts.settling import set_password
from wellkept.domain.contacts.models import Circle
from wellkept.domain.history.models import Act

PREFERENCES = {
    "new_goal": "2", "touch_goal": "6", "budget_minutes": "45", "time_zone": "Asia/Tokyo", "week_start": "6",
    "phone_region": "JP", "birthday_29_february": "03-01",
}  # fmt: skip


def sign_in(user):
    if not user.has_usable_password():
        set_password(user=user, password=PASSWORD)
    client = Client(headers={"user-agent": "Firefox Linux"})
    client.post("/sign-in", {"email": user.email, "password": PASSWORD})
    return client


def test_the_page_shows_what_can_be_set(page, network):
    content = page.get("/settings").content.decode()

    for shown in ("Ada Quill", "ada@example.org", "Europe/Vienna", *Circle.objects.values_list("name", flat=True)):
        assert shown in content


def test_preferences_are_kept(page, network):
    assert page.post("/settings/preferences", PREFERENCES).status_code == 302
    network.refresh_from_db()

    assert (network.new_goal, network.touch_goal, network.budget_minutes) == (2, 6, 45)
    assert (network.time_zone, network.week_start, network.birthday_29_february) == ("Asia/Tokyo", 6, "03-01")
    assert not network.single_keys


def test_a_preference_that_makes_no_sense_is_refused_and_none_is_kept(page, network):
    assert page.post("/settings/preferences", PREFERENCES | {"touch_goal": "51"}).status_code == 422
    network.refresh_from_db()

    assert network.time_zone == "Europe/Vienna"


def test_name_and_email_change(page, ada):
    page.post("/settings/profile", {"name": "Ada  Quill-Marsh", "email": "Quill@example.org"})
    ada.user.refresh_from_db()

    assert (ada.user.name, ada.user.email) == ("Ada Quill-Marsh", "quill@example.org")


def test_the_cadences_of_circles_change_in_one_act_that_can_be_undone(page, network):
    family, friends = Circle.objects.get(key="family"), Circle.objects.get(key="friends")
    page.post("/settings/circles", {f"circle{family.pk}": "14", f"circle{friends.pk}": ""})
    family.refresh_from_db()
    friends.refresh_from_db()
    assert (family.cadence_days, friends.cadence_days) == (14, None)

    act = Act.objects.get(verb="cadence of circles")
    page.post(f"/history/{act.pk}/undo")
    family.refresh_from_db()
    assert family.cadence_days == 30


@pytest.mark.parametrize("days", ["0", "-1", "1.5", "3651", "often", "٣"])
def test_days_that_are_none_are_refused_and_no_circle_changes(page, network, days):
    family, friends = Circle.objects.get(key="family"), Circle.objects.get(key="friends")
    page.post("/settings/circles", {f"circle{family.pk}": "14", f"circle{friends.pk}": days})
    family.refresh_from_db()

    assert family.cadence_days == 30


def test_the_circles_of_a_stranger_are_not_there(page, ben):
    circle = Circle._base_manager.filter(network=network_of(ben)).first()

    assert page.post("/settings/circles", {f"circle{circle.pk}": "1"}).status_code == 404


def test_a_new_password_ends_all_other_sessions(ada):
    here, there = sign_in(ada.user), sign_in(ada.user)
    here.post("/settings/password", {"old": PASSWORD, "password": "an even longer pass phrase"})

    assert here.get("/settings").status_code == 200
    assert there.get("/settings").status_code == 302
    assert devices_of(ada.user).count() == 1


def test_a_password_is_not_changed_without_the_old_one(ada):
    here = sign_in(ada.user)
    response = here.post("/settings/password", {"old": "not it", "password": "an even longer pass phrase"})
    ada.user.refresh_from_db()

    assert response.status_code == 422
    assert ada.user.check_password(PASSWORD)


def test_a_device_is_signed_out_from_another(ada):
    here, there = sign_in(ada.user), sign_in(ada.user)
    device = devices_of(ada.user).get(session_key=there.session.session_key)
    here.post(f"/settings/devices/{device.pk}/sign-out")

    assert there.get("/settings").status_code == 302
    assert here.get("/settings").status_code == 200


def test_the_device_of_a_stranger_is_not_there(page, ben):
    device = remember_device(user=ben.user, session_key="bens")

    assert page.post(f"/settings/devices/{device.pk}/sign-out").status_code == 404


def test_deleting_the_account_takes_the_password_and_leaves_nothing(ada, ana):
    here = sign_in(ada.user)
    assert here.post("/settings/delete-account", {"password": "not it"}).status_code == 422
    assert User.objects.exists()

    assert here.post("/settings/delete-account", {"password": PASSWORD})["Location"] == "/welcome"
    assert not User.objects.exists()
    assert not Circle._base_manager.exists()


def test_the_keys_are_listed(page):
    assert "<kbd>Ctrl</kbd>" in page.get("/keys").content.decode()
