"""Events out of a calendar file, chosen from a preview."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from wellkept.domain.events.models import Attendance, Event

EVENT = (
    "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nSUMMARY:{name}\r\nLOCATION:Graz\r\n"
    "ATTENDEE;CN=Moss Fern:mailto:moss@acme.example\r\n{more}END:VEVENT\r\n"
)


@pytest.fixture
def calendar(now):
    def make(*names: str, more: str = "") -> SimpleUploadedFile:
        events = [
            EVENT.format(uid=name, day=now + timedelta(days=place), name=name, more=more)
            for place, name in enumerate(names)
        ]
        return SimpleUploadedFile("my.ics", f"BEGIN:VCALENDAR\r\n{''.join(events)}END:VCALENDAR\r\n".encode())

    return make


def test_what_is_ticked_is_taken_and_the_rest_is_not(page, network, calendar) -> None:
    preview = page.post("/events/take", {"file": calendar("Supper", "Dentist")})
    assert not Event.objects.exists()
    answer = page.post("/events/take", {"carried": preview.context["carried"], "pick": ["0"]}, follow=True)
    event = Event.objects.get()
    assert (event.name, event.place) == ("Supper", "Graz")
    assert answer.request["PATH_INFO"] == f"/events/{event.pk}"
    assert [row.name for row in Attendance.objects.all()] == ["Moss Fern"]

    preview = page.post("/events/take", {"file": calendar("Supper", "Dentist")})
    assert "there already: brought up to date" in preview.content.decode()
    page.post("/events/take", {"carried": preview.context["carried"], "pick": ["0", "1"]})
    assert sorted(event.name for event in Event.objects.all()) == ["Dentist", "Supper"]


def test_what_repeats_or_was_cancelled_is_said_and_the_cancelled_is_not_ticked(page, network, calendar) -> None:
    text = page.post("/events/take", {"file": calendar("Supper", more="RRULE:FREQ=WEEKLY\r\nSTATUS:CANCELLED\r\n")})
    assert text.context["picked"] == set()
    assert "repeats: only its first day" in text.content.decode()
    assert "cancelled" in text.content.decode()


def test_a_long_calendar_is_shown_around_today(page, network, calendar) -> None:
    preview = page.post("/events/take", {"file": calendar(*(f"E{number}" for number in range(200)))})
    assert len(preview.context["rows"]) == 60
    assert preview.context["picked"] == set()
    assert "140 more are not" in preview.content.decode()


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({}, "Choose a calendar file first."),
        ({"file": SimpleUploadedFile("cat.png", b"\x89PNG\r\n" + bytes(99))}, "this is no calendar file"),
        ({"file": SimpleUploadedFile("big.ics", b"x" * (10 * 1024 * 1024 + 1))}, "at most 10 MB"),
        ({"carried": "forged", "pick": "0"}, "The preview is too old."),
    ],
)
def test_what_is_no_calendar_is_refused_in_words_and_nothing_is_written(page, network, form, why) -> None:
    answer = page.post("/events/take", form)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Event.objects.exists()


def test_nothing_ticked_is_nothing_taken(page, network, calendar) -> None:
    preview = page.post("/events/take", {"file": calendar("Supper")})
    answer = page.post("/events/take", {"carried": preview.context["carried"]})
    assert "No event was ticked." in answer.content.decode()
    assert not Event.objects.exists()


def test_ten_thousand_events_are_read_and_the_nearest_are_shown(page, network, now) -> None:
    one = EVENT.format(uid="%d", day=now, name="Talk %d", more="")
    data = "BEGIN:VCALENDAR\r\n" + "".join(one % (number, number) for number in range(10_000)) + "END:VCALENDAR\r\n"
    preview = page.post("/events/take", {"file": SimpleUploadedFile("all.ics", data.encode())})
    assert preview.context["hidden"] == 9_940
