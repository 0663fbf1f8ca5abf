from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import contact


def test_the_week_is_answered_as_documented(answer, network, ada, today):
    from wellkept.domain.contacts.models import Contact
    from wellkept.domain.timeline.recording import record_interaction

    met = contact(network, ada, "Ana", "Souza")
    record_interaction(
        network=network, contacts=[met], kind="event", on=today, body="Talked about tides.", by=ada, today=today
    )
    assert Contact.objects.active().count() == 1

    week = answer("week", "--on", today.isoformat())

    assert set(week) == {"week", "new", "touches", "minutes", "proposals"}
    assert week["week"] == "2026-W47"
    assert set(week["new"]) == set(week["touches"]) == {"goal", "done"}
    assert set(week["minutes"]) == {"budget", "planned"}
    for proposal in week["proposals"]:
        assert set(proposal) == {"contact", "name", "kind", "why", "due", "last", "draft"}


def test_an_undecided_contact_is_proposed_with_a_draft(answer, run, network, ana):
    (proposal,) = [one for one in answer("week")["proposals"] if one["contact"] == ana.pk]

    assert proposal["name"] == "Ana Souza" and proposal["why"]
    assert "Ana Souza" in run("week").stdout


def test_an_empty_network_is_not_scolded(run, answer, network):
    assert answer("week")["proposals"] == []
    assert "caught up" in run("week").stdout


@pytest.mark.parametrize("on", ["99-Nov-99", "someday", ""])
def test_the_week_of_no_day_is_refused(run, network, on):
    result = run("week", f"--on={on}") if on else run("week", "--on", "x")

    assert result.exit_code == 1 and result.stdout == ""


def test_any_day_of_a_week_gives_the_same_week(answer, network):
    monday = date(2026, 11, 16)

    assert {answer("week", "--on", (monday + timedelta(days=n)).isoformat())["week"] for n in range(7)} == {"2026-W47"}
