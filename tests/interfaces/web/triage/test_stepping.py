from datetime import timedelta

import pytest
from django_scopes import scope

from tests.cast import contact as somebody
from tests.cast import network_of
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Decision, NextStep, Skip, Snooze
from wellkept.domain.timeline.models import Interaction

ACTS = ["complete", "snooze", "skip", "step", "decide"]


def test_completing_records_what_was_said_on_the_day_it_was(page, network, today, ana):
    on = today - timedelta(days=2)

    response = page.post(f"/contacts/{ana.pk}/complete", {"kind": "lunch", "note": "Two hours", "on": str(on)})

    assert response["Location"] == f"/contacts/{ana.pk}"
    said = Interaction.objects.get()
    assert (said.kind, said.body, said.on) == ("lunch", "Two hours", on)


def test_snoozing_and_skipping_record_no_touch(page, network, ada, today, ana):
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)

    page.post(f"/contacts/{ana.pk}/snooze", {"until": str(today + timedelta(days=7))})
    page.post(f"/contacts/{ana.pk}/skip")

    assert Skip.objects.count() == 1
    assert Interaction.objects.count() == 0


def test_a_day_and_what_is_next_can_be_chosen_and_let_go(page, network, today, ana):
    on = today + timedelta(days=10)

    page.post(f"/contacts/{ana.pk}/step", {"on": str(on), "what": "Send the paper"})
    step = NextStep.objects.get()
    page.post(f"/contacts/{ana.pk}/step", {"clear": "1"})

    assert (step.on, step.what) == (on, "Send the paper")
    assert NextStep.objects.count() == 0


def test_the_cadence_can_be_changed_and_taken_back(page, network, ana):
    page.post(f"/contacts/{ana.pk}/decide", {"cadence": "14"})
    decided = Decision.objects.get()
    page.post(f"/contacts/{ana.pk}/decide", {"cadence": "undecided"})

    assert (decided.kind, decided.days) == ("own", 14)
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("complete", {"kind": "telepathy"}),
        ("complete", {"kind": "call", "on": "31/31/31"}),
        ("snooze", {}),
        ("snooze", {"until": "2001-01-01"}),
        ("step", {"what": "x" * 301, "on": "2100-01-01"}),
        ("step", {"on": "soon"}),
        ("step", {}),
        ("decide", {"cadence": "sometimes"}),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(page, network, ana, act, form):
    text = page.post(f"/contacts/{ana.pk}/{act}", form, follow=True).content.decode()

    assert "flash-error" in text
    assert not any(model.objects.exists() for model in (Decision, NextStep, Skip, Snooze, Interaction))


@pytest.mark.parametrize("act", ACTS)
def test_bens_contact_is_not_there(page, network, ben, today, act):
    with scope(network=network_of(ben)):
        stranger = somebody(network_of(ben), ben, "Sam", "Stone")
    form = {"kind": "call", "until": str(today + timedelta(days=7)), "on": str(today), "cadence": "30"}

    assert page.post(f"/contacts/{stranger.pk}/{act}", form).status_code == 404
    assert page.get(f"/contacts/{stranger.pk}/{act}").status_code == 405
