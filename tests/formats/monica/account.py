"""An invented account of Monica: ada's, with ana, bruno, chen and a partial contact."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

CREATED = "2021-05-06 07:08:09"
PIXEL = b"\x89PNG\r\n\x1a\nnot much of a picture"

Row = dict[str, Any]


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def contact(number: int, first: str, last: str = "", **more: Any) -> Row:
    """A contact with everything Monica has on one, as plain values."""
    empty = dict.fromkeys(
        ["middle_name", "nickname", "description", "job", "company", "food_preferences", "last_talked_to",
         "stay_in_touch_frequency", "stay_in_touch_trigger_date"]
    )  # fmt: skip
    flags = {"is_starred": False, "is_partial": False, "is_active": True, "is_dead": False}
    return {"id": number, "first_name": first, "last_name": last or None, **empty, **flags, **more}


def special(date: str, *, age: bool = False, no_year: bool = False) -> Row:
    return {"date": date, "is_age_based": age, "is_year_unknown": no_year}


ACCOUNT: dict[str, Any] = {
    "user": {"first_name": "Ada", "last_name": "Lee", "email": "ada@example.org", "me": 4},
    "contacts": [
        contact(
            1, "Ana", "Souza", nickname="Aninha", description="Sings.\nO'Hara's \\ \"choir\"", job="Engineer",
            company="Well & Co", food_preferences="no nuts", stay_in_touch_frequency=30,
            stay_in_touch_trigger_date="2022-01-02 00:00:00", last_talked_to="2021-12-01", is_starred=True,
            birthdate=special("1990-02-28"), first_met_date=special("2015-06-01"), first_met_through=2,
            tags=["choir", "Öl"], gender="Woman", photo=True,
        ),
        contact(2, "Bruno", "Lima", is_active=False, birthdate=special("2021-02-28", no_year=True)),
        contact(3, "007", None, is_partial=True, birthdate=special("1980-01-01", age=True)),
        contact(4, "Ada", "Lee"),
        contact(5, "陈", "丽君", is_dead=True, deceased_date=special("2020-03-04")),
    ],
    "activities": [
        {"id": 1, "summary": "Lunch; with; all", "description": "Talked of 'wells'", "happened_at": "2021-07-08",
         "type": "ate_restaurant", "contacts": [1, 2, 4]},
        {"id": 2, "summary": "Walk", "description": None, "happened_at": "2021-07-09", "type": None, "contacts": [5]},
    ],
    "calls": [{"id": 1, "contact": 1, "called_at": "2021-08-09 10:11:12", "content": "Hi\r\nthere", "contact_called": True}],
    "fields": [
        {"contact": 1, "type": "Email", "data": "ana@example.org"},
        {"contact": 1, "type": "Phone", "data": "+15550100"},
        {"contact": 1, "type": "LinkedIn", "data": "ana-souza"},
        {"contact": 1, "type": "Signal", "data": "1e5"},
        {"contact": 2, "type": "Email", "data": "not an address"},
    ],
    "addresses": [{"id": 1, "contact": 1, "name": "home", "street": "Road 1", "city": "Town", "province": None,
                   "postal_code": "01234", "country": "AT"}],
    "conversations": [
        {"id": 1, "contact": 2, "type": "Signal", "messages": [
            {"content": "Hello", "written_at": "2021-09-01", "written_by_me": True},
            {"content": "Hello you", "written_at": "2021-09-01", "written_by_me": False},
            {"content": "Next day", "written_at": "2021-09-02", "written_by_me": False},
        ]},
    ],
    "debts": [{"id": 1, "contact": 2, "in_debt": True, "status": "inprogress"}],
    "gifts": [{"id": 1, "contact": 1, "name": "Tea", "comment": "green", "url": "https://example.org/tea",
               "status": "offered", "date": "2021-12-24"}],
    "life_events": [{"id": 1, "contact": 1, "name": "New post", "note": "At last", "happened_at": "2020-04-01",
                     "type": "new_job", "specific_information": None}],
    "notes": [{"id": 1, "contact": 1, "body": "Likes *wells*", "favourite": True}],
    "pets": [{"id": 1, "contact": 1, "name": "Rex"}],
    "reminders": [
        {"id": 1, "contact": 1, "initial_date": "2022-05-01", "title": "Ask about the choir", "description": None,
         "frequency_type": "month", "frequency_number": 3, "delible": True, "inactive": False},
        {"id": 2, "contact": 2, "initial_date": "2022-02-28", "title": "Birthday", "description": None,
         "frequency_type": "year", "frequency_number": 1, "delible": False, "inactive": True},
    ],
    "tasks": [{"id": 1, "contact": 1, "title": "Send the book", "description": "The blue one", "completed": True,
               "completed_at": "2021-10-10 00:00:00"}],
    "relationships": [
        {"id": 1, "contact_is": 1, "of_contact": 3, "type": "father"},
        {"id": 2, "contact_is": 3, "of_contact": 1, "type": "child"},
    ],
    "journal": [{"id": 1, "title": "A day", "post": "Good.", "date": "2021-11-11"}],
}  # fmt: skip


def account() -> dict[str, Any]:
    """A copy to change: every kind of record at least once."""
    return deepcopy(ACCOUNT)


def types_of(names: Iterable[str | None], base: int = 1) -> dict[str, int]:
    """A number for each name."""
    return {name: base + at for at, name in enumerate(dict.fromkeys(name for name in names if name))}


def field_type(name: str) -> Row:
    kind = {"Email": "email", "Phone": "phone"}.get(name)
    return {"type": kind, "protocol": {"email": "mailto:", "phone": "tel:"}.get(kind or "")}
