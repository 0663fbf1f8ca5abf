from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from wellkept.domain.accounts.devices import (
    describe_device,
    devices_of,
    is_good_code,
    offer_code,
    redeem_code,
    remember_device,
    sign_device_out,
    sign_others_out,
)
from wellkept.domain.accounts.models import PairingCode
from wellkept.domain.accounts.refusals import Refusal


@pytest.fixture
def signed_in():
    def sign_in(actor):
        session = SessionStore()
        session.create()
        return remember_device(user=actor.user, session_key=session.session_key, user_agent="Firefox Android")

    return sign_in


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        ("", "Unknown device"),
        ("<script>alert(1)</script>", "Unknown device"),
    ],
)
def test_a_device_is_named_by_what_its_browser_says(agent, name):
    assert describe_device(agent) == name


def test_a_code_works_once(ada):
    code = offer_code(user=ada.user)

    assert is_good_code(code)
    assert redeem_code(code) == ada.user
    with pytest.raises(Refusal):
        redeem_code(code)


def test_a_code_lasts_ten_minutes(ada):
    now = timezone.now()
    code = offer_code(user=ada.user, now=now)

    assert is_good_code(code, now=now + timedelta(minutes=9))
    assert not is_good_code(code, now=now + timedelta(minutes=10))
    with pytest.raises(Refusal):
        redeem_code(code, now=now + timedelta(minutes=10))


def test_a_new_code_voids_the_one_before_but_nobody_elses(ada, ben):
    first, bens = offer_code(user=ada.user), offer_code(user=ben.user)
    offer_code(user=ada.user)

    assert not is_good_code(first)
    assert redeem_code(bens) == ben.user


def test_a_code_is_not_stored_and_long_enough_to_be_unguessable(ada):
    code = offer_code(user=ada.user)

    assert len(code) * 6 >= 160
    assert code not in str(PairingCode.objects.values())


def test_signing_a_device_out_ends_its_session(ada, signed_in):
    device = signed_in(ada)
    sign_device_out(device=device)

    assert not Session.objects.filter(session_key=device.session_key).exists()
    assert not devices_of(ada.user).exists()


def test_signing_the_others_out_leaves_this_one_and_other_people_alone(ada, ben, signed_in):
    here, there, bens = signed_in(ada), signed_in(ada), signed_in(ben)

    assert sign_others_out(user=ada.user, but=here.session_key) == 1
    assert list(devices_of(ada.user)) == [here]
    assert list(devices_of(ben.user)) == [bens]
    assert there not in devices_of(ada.user)


def test_a_device_whose_session_has_run_out_is_not_shown(ada, signed_in):
    device = signed_in(ada)
    Session.objects.filter(session_key=device.session_key).update(expire_date=timezone.now() - timedelta(days=1))

    assert not devices_of(ada.user).exists()
