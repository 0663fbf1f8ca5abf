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
    assert not any(row.picked for row in text.context["rows"])
    assert ">repeats<" in text.content.decode().replace("</svg>", ">")
    assert "cancelled" in text.content.decode()


def test_a_long_calendar_is_shown_around_today(page, network, calendar) -> None:
    preview = page.post("/events/take", {"file": calendar(*(f"E{number}" for number in range(200)))})
    assert len(preview.context["rows"]) == 60
    assert not any(row.picked for row in preview.context["rows"])
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


SERIES = (
    "BEGIN:VEVENT\r\nUID:table\r\nDTSTART;VALUE=DATE:{first:%Y%m%d}\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Round table\r\n"
    "EXDATE;VALUE=DATE:{gone:%Y%m%d}\r\n{more}END:VEVENT\r\n"
)
MOVED = "BEGIN:VEVENT\r\nUID:table\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nRECURRENCE-ID;VALUE=DATE:{was:%Y%m%d}\r\nSUMMARY:Outing\r\nEND:VEVENT\r\n"


@pytest.fixture
def weekly(today):
    """A round table each week since 21 days ago, without the next one; the one after that was moved by a day."""

    def make(*, moved: bool = True, more: str = "") -> SimpleUploadedFile:
        text = SERIES.format(first=today - timedelta(days=21), gone=today, more=more)
        if moved:
            text += MOVED.format(day=today + timedelta(days=15), was=today + timedelta(days=14))
        return SimpleUploadedFile("table.ics", f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n".encode())

    return make


def _days(today) -> list[int]:
    return sorted((event.starts_on - today).days for event in Event.objects.all())


def test_of_a_series_the_next_day_is_ticked_and_others_can_be(page, network, today, weekly) -> None:
    preview = page.post("/events/take", {"file": weekly()})
    series, outing = preview.context["rows"]
    assert [(row.event.starts_on - today).days for row in (series, outing)] == [7, 15]
    assert series.picked and outing.picked and not any(day.picked for day in series.others)
    assert [(day.event.starts_on - today).days for day in series.others][:5] == [-21, -14, -7, 21, 28]
    form = {"carried": preview.context["carried"], "pick": [series.key, series.others[3].key, outing.key]}
    page.post("/events/take", form)
    assert _days(today) == [7, 15, 21]
    assert {event.series.name for event in Event.objects.all()} == {"Round table"}


def test_the_same_series_again_doubles_nothing_and_shows_what_is_there(page, network, today, weekly) -> None:
    for _time in range(2):
        preview = page.post("/events/take", {"file": weekly(moved=False)})
        series = preview.context["rows"][0]
        page.post("/events/take", {"carried": preview.context["carried"], "pick": [series.key, series.others[3].key]})
    assert _days(today) == [7, 14]
    assert series.known and series.others[3].known and series.others[3].picked
    assert "there already" in preview.content.decode()


def test_a_day_that_was_taken_and_then_moved_is_moved(page, network, today, weekly) -> None:
    preview = page.post("/events/take", {"file": weekly(moved=False)})
    page.post(
        "/events/take", {"carried": preview.context["carried"], "pick": [preview.context["rows"][0].others[3].key]}
    )
    assert _days(today) == [14]
    preview = page.post("/events/take", {"file": weekly()})
    outing = preview.context["rows"][1]
    assert outing.known is not None
    page.post("/events/take", {"carried": preview.context["carried"], "pick": [outing.key]})
    assert _days(today) == [15] and Event.objects.get().name == "Outing"


def test_a_day_that_is_not_of_the_series_cannot_be_smuggled_in(page, network, today, weekly) -> None:
    preview = page.post("/events/take", {"file": weekly()})
    for pick in ("0", f"0@{today + timedelta(days=1)}", "0@x", "9@2026-01-01"):
        page.post("/events/take", {"carried": preview.context["carried"], "pick": [pick]})
    assert not Event.objects.exists()


def test_a_rule_that_cannot_be_used_is_said_and_the_first_day_is_offered(page, network, calendar) -> None:
    preview = page.post("/events/take", {"file": calendar("Supper", more="RRULE:FREQ=SECONDLY\r\n")})
    said = preview.content.decode()
    assert "repeats: only its first day" in said and "it repeats within a day" in said
    page.post("/events/take", {"carried": preview.context["carried"], "pick": ["0"]})
    assert Event.objects.get().name == "Supper"


def test_a_broken_line_of_somebody_invited_is_shown_where_it_stands_and_kept(page, network, calendar) -> None:
    more = 'ATTENDEE;CN="Ana Souza:mailto:ana@acme.example\r\nATTENDEE;ROLE=CHAIR:urn:uuid:7\r\n'
    preview = page.post("/events/take", {"file": calendar("Supper", more=more)})
    said = preview.content.decode()
    assert "2 lines that invite somebody are broken" in said
    assert "Line 8, ATTENDEE of “Supper”: kept as Ana Souza" in said
    assert "Line 9, ATTENDEE of “Supper”: it names nobody, and is left out" in said
    page.post("/events/take", {"carried": preview.context["carried"], "pick": ["0"]})
    assert {(row.name, row.email) for row in Attendance.objects.all()} == {
        ("Moss Fern", "moss@acme.example"), ("Ana Souza", "ana@acme.example"),
    }  # fmt: skip


def test_what_could_not_be_read_is_said_entry_by_entry(page, network, calendar) -> None:
    file = calendar("Supper")
    text = file.read().decode().replace("END:VCALENDAR", "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR")
    said = page.post("/events/take", {"file": SimpleUploadedFile("my.ics", text.encode())}).content.decode()
    assert "1 thing could not be read" in said and "Entry 2: the event has no date" in said
