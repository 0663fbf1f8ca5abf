"""How dates are written: as the browser says, unless the user says otherwise; on every page."""

from __future__ import annotations

from datetime import date

import pytest

from wellkept.domain.timeline.noting import add_note

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("said", "written"), [("day", "4 Mar 2026"), ("month", "March 4, 2026"), ("iso", "2026-03-04"), ("", "4 Mar 2026")]
)
def test_a_date_is_written_as_was_said_else_as_the_browser_says(page, network, ada, ana, said, written):
    network.dates = said
    network.save()
    add_note(contact=ana, body="Tea", on=DAY, by=ada, today=network.today())

    timeline = page.get(f"/contacts/{ana.pk}/timeline", HTTP_ACCEPT_LANGUAGE="en-GB").content.decode()

    assert f">{written}</time>" in timeline


def test_it_is_set_in_the_settings(page, network):
    said = {
        **{
            name: getattr(network, name)
            for name in ("new_goal", "touch_goal", "budget_minutes", "time_zone", "week_start")
        },
        "phone_region": "AT",
        "birthday_29_february": "02-28",
        "dates": "iso",
    }
    assert page.post("/settings/preferences", said).status_code == 302
    network.refresh_from_db()
    assert network.dates == "iso"
    assert page.post("/settings/preferences", {**said, "dates": "roman"}).status_code == 422
