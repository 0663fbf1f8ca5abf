from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.stepping import complete, reschedule, snooze
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle
from wellkept.interfaces.web.triage.parts import next_step_of


@pytest.fixture
def step(network):
    """What the panel says of a contact."""
    return lambda contact: next_step_of(SimpleNamespace(network=network), contact)


def test_of_somebody_not_decided_nothing_is_due(step, ana):
    said = step(ana)

    assert said["what"] == "Nothing is due: how often is not decided yet"
    assert said["cadence"] == "not decided"


def test_an_own_cadence_is_the_reason(step, ada, ana, today):
    decide(contacts=[ana], kind="own", days=90, by=ada, today=today)

    assert step(ana)["why"].startswith("Because you mean to be in touch every quarter.")


def test_a_circle_is_named_as_the_reason(step, ada, ana, today):
    put_in_circle(contacts=[ana], circle=Circle.objects.get(key="friends"), by=ada)
    decide(contacts=[ana], kind="circle", by=ada, today=today)

    assert "As the circle Friends: every six weeks." in step(ana)["why"]


def test_a_chosen_day_tells_what_and_what_comes_after(step, ada, ana, today):
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)
    reschedule(contact=ana, on=today + timedelta(days=3), what="Send the paper", by=ada, today=today)

    said = step(ana)

    assert said["what"] == "Send the paper"
    assert "Because you chose this day. After that, every month." in said["why"]


def test_what_was_put_off_says_until_when(step, ada, ana, today):
    complete(contact=ana, kind="call", body="", by=ada, today=today, on=today - timedelta(days=40))
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)
    snooze(contact=ana, until=today + timedelta(days=9), by=ada, today=today)

    assert "Put off until" in step(ana)["why"]


def test_never_offers_no_step_but_another_cadence(step, ada, ana, today):
    decide(contacts=[ana], kind="never", by=ada, today=today)

    html = render_to_string("triage/next_step.html", {"next_step": step(ana)})

    assert "contact-complete" not in html and "/complete" not in html
    assert f"/contacts/{ana.pk}/decide" in html


def test_the_rhythm_is_told_from_three_days_on(step, ada, ana, today):
    for back in (84, 42):
        complete(contact=ana, kind="call", body="", by=ada, today=today, on=today - timedelta(days=back))
    assert step(ana)["rhythm"] == ""
    complete(contact=ana, kind="call", body="", by=ada, today=today)

    assert step(ana)["rhythm"] == "In touch about every 6 weeks."


def test_the_panel_asks_two_questions(network, ada, ana, today, django_assert_num_queries):
    decide(contacts=[ana], kind="own", days=90, by=ada, today=today)

    with django_assert_num_queries(2):
        shown = render_to_string(
            "triage/next_step.html", {"next_step": next_step_of(SimpleNamespace(network=network), ana)}
        )
    assert "Every" in shown or "every" in shown
