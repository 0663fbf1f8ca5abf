"""Where the user will be is said on the week page."""

from __future__ import annotations

from datetime import timedelta

from wellkept.domain.plan.models import Trip


def test_a_trip_is_planned_and_taken_back_on_the_week_page(page, network, today, ana):
    said = {"place": "Lisbon", "starts": (today + timedelta(days=4)).isoformat(), "ends": ""}
    assert page.post("/week/trips", said).status_code == 302
    trip = Trip.objects.get()
    assert trip.starts == trip.ends and "You will be in Lisbon" in page.get("/").content.decode()
    assert page.post(f"/week/trips/{trip.pk}/cancel").status_code == 302
    assert not Trip.objects.exists()


def test_what_is_no_trip_is_told(page, network, today, ana):
    page.post("/week/trips", {"place": "Lisbon", "starts": ""})
    assert "Say from which day." in page.get("/").content.decode()
    assert not Trip.objects.exists()
