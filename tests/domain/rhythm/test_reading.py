"""What lists, the plan and a contact's page read of a rhythm."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.contacts.listing import lines
from wellkept.domain.rhythm.reading import chances, portrait, rhythms, state_of
from wellkept.domain.rhythm.silence import Limits

from .test_keeping import talk


def test_what_the_user_set_overrides_what_was_learned_and_says_so(network, ada, ana, today):
    talk(network, [ana], ada, today, 50, 40, 30, 20)
    learned = rhythms(network=network, today=today)[ana.pk]
    assert not learned.set
    decide(contacts=[ana], kind="own", days=7, by=ada, today=today)
    found = rhythms(network=network, today=today)[ana.pk]
    assert (found.set, found.gap_days, found.state) == (True, 7, "due")
    assert found.window == learned.window
    decide(contacts=[ana], kind="own", days=365, by=ada, today=today)
    assert rhythms(network=network, today=today)[ana.pk].state == "resting"


def test_the_state_changes_with_the_days_alone(network, ada, ana, today):
    talk(network, [ana], ada, today, 40, 30, 20, 10, 0)
    states = [rhythms(network=network, today=today + timedelta(days=d))[ana.pk].state for d in (0, 30, 90, 900)]
    assert states == ["resting", "due", "at risk", "dormant"]


def test_a_line_of_the_list_is_told_the_same_state(network, ada, ana, today):
    talk(network, [ana], ada, today, 40, 30, 20, 10, 0)
    for days in (None, 7, 365):
        if days:
            decide(contacts=[ana], kind="own", days=days, by=ada, today=today)
        (line,) = lines([ana.pk])
        for later in (0, 8, 30, 90, 400, 900):
            then = today + timedelta(days=later)
            state = state_of(
                last_on=line.last_on,
                gap_days=line.gap_days,
                limits=Limits(line.at_risk_gaps, line.dormant_gaps),
                decided=line.decided,
                cadence_days=line.cadence_days,
                today=then,
            )
            assert state == rhythms(network=network, today=then)[ana.pk].state


def test_a_new_contact_day_shows_at_once(network, ada, ana, today, django_assert_max_num_queries):
    talk(network, [ana], ada, today, 40, 30)
    before = portrait(contact=ana, today=today)
    talk(network, [ana], ada, today, 0, direction="theirs")
    with django_assert_max_num_queries(8):
        after = portrait(contact=ana, today=today)
    assert (len(before.days), len(after.days)) == (2, 3)
    assert after.began_theirs == before.began_theirs + 1
    assert after.rhythm.strength > before.rhythm.strength
    assert chances(network=network, contacts=[ana.pk], today=today)[ana.pk].p30 == pytest.approx(after.p30)


def test_nobody_spoken_to_has_no_portrait(network, ana, today):
    assert portrait(contact=ana, today=today) is None
    assert rhythms(network=network, today=today) == {}
    assert chances(network=network, contacts=[ana.pk], today=today) == {}


def test_a_table_of_ten_weighs_less_than_one_to_one(network, ada, ana, bruno, chen, today):
    talk(network, [ana, bruno], ada, today, 5)
    talk(network, [chen], ada, today, 5)
    found = chances(network=network, contacts=[ana.pk, chen.pk], today=today)
    assert found[ana.pk].strength == pytest.approx(found[chen.pk].strength / 2)


def test_a_stranger_s_rhythms_are_his_own(network, ada, ben, ana, today):
    talk(network, [ana], ada, today, 0)
    his = Network.objects.get(owner=ben.user)
    with inside(his):
        assert rhythms(network=his, today=today) == {}
        assert chances(network=his, contacts=[ana.pk], today=today) == {}
