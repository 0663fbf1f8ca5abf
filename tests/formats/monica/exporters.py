"""An invented account, and what Monica 4 would write of it: as JSON, and as the SQL of PHP."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

CREATED = "2021-05-06 07:08:09"
PIXEL = b"\x89PNG\r\n\x1a\nnot much of a picture"

Row = dict[str, Any]
_NUMERIC = re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*\Z", re.ASCII)


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


def account() -> dict[str, Any]:
    """Ada's account: ana, bruno, chen and a partial contact; every kind of record at least once."""
    return {
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


# --- JSON -----------------------------------------------------------------------------------------------------------


def _stamp(value: str | None) -> str | None:
    if value is None:
        return None
    return f"{value[:10]}T{value[11:] or '00:00:00'}.000000Z"


def _item(number: int, **properties: Any) -> Row:
    kept = {name: value for name, value in properties.items() if value is not None}
    return {"uuid": uuid(number), "created_at": _stamp(CREATED), "updated_at": _stamp(CREATED), "properties": kept}


def _collection(kind: str, values: Iterable[Any]) -> list[Row]:
    found = list(values)
    return [{"count": len(found), "type": kind, "values": found}] if found else []


def _types(names: Iterable[str | None], base: int) -> dict[str, int]:
    return {name: base + at for at, name in enumerate(dict.fromkeys(name for name in names if name))}


def _special(value: Row | None) -> Row | None:
    return value and {
        **value,
        "uuid": uuid(1),
        "date": _stamp(value["date"]),
        "created_at": _stamp(CREATED),
        "updated_at": None,
    }


def to_json(data: dict[str, Any], indent: int | None = None) -> bytes:
    """The export as JsonExportAccount writes it (app/ExportResources of Monica 4.1)."""
    field_types = _types([field["type"] for field in data["fields"]] + [c["type"] for c in data["conversations"]], 9000)
    activity_types = _types([activity["type"] for activity in data["activities"]], 9100)
    event_types = _types([event["type"] for event in data["life_events"]], 9200)
    genders = _types([each.get("gender") for each in data["contacts"]], 9300)
    contacts = [_contact_item(data, each, field_types, event_types, genders) for each in data["contacts"]]
    user = {key: value for key, value in data["user"].items() if key != "me"}
    me = data["user"].get("me")
    tree = {
        "version": "1.0-preview.1",
        "app_version": "4.1.2",
        "export_date": "2022-01-01T00:00:00Z",
        "exported_by": "Ada Lee",
        "account": {
            "uuid": uuid(0),
            "data": [
                *_collection("user", [{**_item(1, me_contact=uuid(me) if me else None), **user}]),
                *_collection("contact", contacts),
                *_collection("relationship", [
                    _item(700 + r["id"], type=r["type"], contact_is=uuid(r["contact_is"]), of_contact=uuid(r["of_contact"]))
                    for r in data["relationships"]
                ]),
                *_collection("photo", [
                    _item(800 + c["id"], original_filename="a.png", mime_type="image/png",
                          dataUrl=f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}")
                    for c in data["contacts"] if c.get("photo")
                ]),
                *_collection("activity", [
                    _item(600 + a["id"], summary=a["summary"], description=a["description"], happened_at=_stamp(a["happened_at"]),
                          type=uuid(activity_types[a["type"]]) if a["type"] else None)
                    for a in data["activities"]
                ]),
            ],
            "properties": {
                "journal_entries": [
                    _item(500 + j["id"], type="entry", title=j["title"], post=j["post"], date=_stamp(j["date"]))
                    for j in data["journal"]
                ],
                "modules": [_item(99, key="notes")],
            },
            "instance": {
                "activity_types": [_item(n, translation_key=t) for t, n in activity_types.items()],
                "contact_field_types": [_item(n, name=t, **_field_type(t)) for t, n in field_types.items()],
                "genders": [_item(n, name=t, type="F") for t, n in genders.items()],
                "life_event_types": [_item(n, translation_key=t) for t, n in event_types.items()],
            },
        },
    }  # fmt: skip
    return json.dumps(tree, indent=indent).encode()


def _field_type(name: str) -> Row:
    kind = {"Email": "email", "Phone": "phone"}.get(name)
    return {"type": kind, "protocol": {"email": "mailto:", "phone": "tel:"}.get(kind or "")}


def _contact_item(
    data: dict[str, Any], each: Row, fields: dict[str, int], events: dict[str, int], genders: dict[str, int]
) -> Row:
    own = each["id"]
    complex_ones = {"birthdate", "first_met_date", "deceased_date", "first_met_through", "gender", "photo", "id"}
    plain = {key: value for key, value in each.items() if key not in complex_ones}
    for name in ("stay_in_touch_trigger_date", "last_talked_to"):
        plain[name] = _stamp(plain[name])
    through = each.get("first_met_through")
    item = _item(
        own,
        **plain,
        birthdate=_special(each.get("birthdate")),
        first_met_date=_special(each.get("first_met_date")),
        deceased_date=_special(each.get("deceased_date")),
        first_met_through=uuid(through) if through else None,
        gender=uuid(genders[each["gender"]]) if each.get("gender") else None,
        avatar={"avatar_source": "default", **({"avatar_photo": uuid(800 + own)} if each.get("photo") else {})},
    )

    def mine(kind: str) -> list[Row]:
        return [record for record in data[kind] if record["contact"] == own]

    item["data"] = [
        *_collection("call", [_item(1000 + r["id"], called_at=_stamp(r["called_at"]), content=r["content"], contact_called=r["contact_called"]) for r in mine("calls")]),
        *_collection("contact_field", [_item(1100, data=r["data"], type=uuid(fields[r["type"]])) for r in mine("fields")]),
        *_collection("debt", [_item(1200 + r["id"], in_debt=r["in_debt"], status=r["status"]) for r in mine("debts")]),
        *_collection("gift", [_item(1300 + r["id"], name=r["name"], comment=r["comment"], url=r["url"], status=r["status"], date=_stamp(r["date"])) for r in mine("gifts")]),
        *_collection("note", [_item(1400 + r["id"], body=r["body"], is_favorite=r["favourite"]) for r in mine("notes")]),
        *_collection("reminder", [_item(1500 + r["id"], **{k: v for k, v in r.items() if k not in {"id", "contact"}}) for r in mine("reminders")]),
        *_collection("task", [_item(1600 + r["id"], **{k: v for k, v in r.items() if k not in {"id", "contact"}}) for r in mine("tasks")]),
        *_collection("address", [_item(1700 + r["id"], **{k: v for k, v in r.items() if k not in {"id", "contact"}}) for r in mine("addresses")]),
        *_collection("pet", [_item(1800 + r["id"], name=r["name"]) for r in mine("pets")]),
        *_collection("conversation", [_item(1900 + r["id"], happened_at=_stamp(r["messages"][0]["written_at"]), contact_field_type=uuid(fields[r["type"]]),
                     messages=[_item(2000, **{**m, "written_at": _stamp(m["written_at"])}) for m in r["messages"]]) for r in mine("conversations")]),
        *_collection("life_event", [_item(2100 + r["id"], name=r["name"], note=r["note"], happened_at=_stamp(r["happened_at"]), type=uuid(events[r["type"]])) for r in mine("life_events")]),
        *_collection("activity", [uuid(600 + a["id"]) for a in data["activities"] if own in a["contacts"]]),
        *_collection("photo", [uuid(800 + own)] if each.get("photo") else []),
    ]  # fmt: skip
    return item


# --- SQL ------------------------------------------------------------------------------------------------------------


def addslashes(text: str) -> str:
    return re.sub(r"(['\"\\])", r"\\\1", text).replace("\0", "\\0")


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(int(value))
    text = str(value)
    return text if _NUMERIC.match(text) else f"'{addslashes(text)}'"


def insert(table: str, rows: list[Mapping[str, Any]]) -> str:
    if not rows:
        return ""
    columns = ",".join(f"`{name}`" for name in rows[0])
    values = ",\n".join(f" ({','.join(_literal(value) for value in row.values())})" for row in rows)
    return f"INSERT IGNORE INTO `{table}` ({columns}) VALUES\n{values};\n\n"


def to_sql(data: dict[str, Any], prefix: str = "") -> bytes:
    """The export as SqlExportAccount writes it."""
    dates: list[Row] = []

    def special_id(number: int, value: Row | None) -> int | None:
        if not value:
            return None
        dates.append(
            {
                "id": len(dates) + 1,
                "account_id": 7,
                "contact_id": number,
                "uuid": uuid(1),
                **value,
                "created_at": CREATED,
            }
        )
        return len(dates)

    field_types = _types([field["type"] for field in data["fields"]] + [c["type"] for c in data["conversations"]], 1)
    activity_types = _types([activity["type"] for activity in data["activities"]], 1)
    event_types = _types([event["type"] for event in data["life_events"]], 1)
    genders = _types([each.get("gender") for each in data["contacts"]], 1)
    tags = _types([tag for each in data["contacts"] for tag in each.get("tags", [])], 1)
    kinds = _types([each["type"] for each in data["relationships"]], 1)
    contacts = [
        {
            "id": each["id"], "account_id": 7, "uuid": uuid(each["id"]),
            **{key: value for key, value in each.items()
               if key not in {"id", "birthdate", "first_met_date", "deceased_date", "first_met_through", "gender", "tags", "photo"}},
            "gender_id": genders.get(each.get("gender", "")),
            "birthday_special_date_id": special_id(each["id"], each.get("birthdate")),
            "first_met_special_date_id": special_id(each["id"], each.get("first_met_date")),
            "deceased_special_date_id": special_id(each["id"], each.get("deceased_date")),
            "first_met_through_contact_id": each.get("first_met_through"),
            "avatar_photo_id": each["id"] if each.get("photo") else None,
            "created_at": CREATED,
        }
        for each in data["contacts"]
    ]  # fmt: skip
    stamp = {"created_at": CREATED, "updated_at": CREATED}

    def owned(kind: str, **change: Any) -> list[Row]:
        """Rows with an account, their contact by id, and some columns made anew from the record."""
        made = []
        for at, record in enumerate(data[kind], 1):
            row = {"id": record.get("id", at), "account_id": 7, "contact_id": record["contact"]}
            row |= {key: value for key, value in record.items() if key not in {"id", "contact", "type", "messages"}}
            made.append({**row, **{key: make(record) for key, make in change.items()}, **stamp})
        return made

    messages = [
        {"id": 100 * c["id"] + at, "account_id": 7, "contact_id": c["contact"], "conversation_id": c["id"], **m}
        for c in data["conversations"] for at, m in enumerate(c["messages"])
    ]  # fmt: skip
    notes = [
        {**{k: v for k, v in row.items() if k != "favourite"}, "is_favorited": row["favourite"]}
        for row in owned("notes")
    ]
    tables: dict[str, list[Any]] = {
        "accounts": [{"id": 7, "api_key": "k", "number_of_invitations_sent": 0}],
        "activities": [{"id": a["id"], "account_id": 7, "activity_type_id": activity_types.get(a["type"]), "summary": a["summary"],
                        "description": a["description"], "happened_at": a["happened_at"], **stamp} for a in data["activities"]],
        "contacts": contacts,
        "activity_contact": [{"activity_id": a["id"], "account_id": 7, "contact_id": c} for a in data["activities"] for c in a["contacts"]],
        "activity_types": [{"id": n, "account_id": 7, "name": None, "translation_key": t} for t, n in activity_types.items()],
        "addresses": [{"id": r["id"], "account_id": 7, "place_id": r["id"], "contact_id": r["contact"], "name": r["name"]} for r in data["addresses"]],
        "calls": owned("calls"),
        "contact_field_types": [{"id": n, "account_id": 7, "name": t, **_field_type(t)} for t, n in field_types.items()],
        "contact_fields": owned("fields", contact_field_type_id=lambda r: field_types[r["type"]]),
        "contact_tag": [{"contact_id": c["id"], "tag_id": tags[t], "account_id": 7} for c in data["contacts"] for t in c.get("tags", [])],
        "conversations": [{"id": c["id"], "account_id": 7, "contact_id": c["contact"], "contact_field_type_id": field_types[c["type"]]} for c in data["conversations"]],
        "debts": owned("debts", in_debt=lambda r: "yes" if r["in_debt"] else "no"),
        "entries": [{"id": j["id"], "account_id": 7, "title": j["title"], "post": j["post"], **stamp} for j in data["journal"]],
        "genders": [{"id": n, "account_id": 7, "name": t, "type": "F"} for t, n in genders.items()],
        "gifts": owned("gifts"),
        "journal_entries": [{"id": 50 + j["id"], "account_id": 7, "date": f"{j['date']} 00:00:00", "journalable_id": j["id"],
                             "journalable_type": "App\\Models\\Journal\\Entry"} for j in data["journal"]],
        "life_event_types": [{"id": n, "account_id": 7, "name": None, "default_life_event_type_key": t} for t, n in event_types.items()],
        "life_events": owned("life_events", life_event_type_id=lambda r: event_types[r["type"]]),
        "messages": messages,
        "modules": [{"id": 1, "account_id": 7, "key": "notes"}],
        "notes": notes,
        "pets": owned("pets"),
        "photos": [{"id": c["id"], "account_id": 7, "original_filename": "a.png", "mime_type": "image/png"} for c in data["contacts"] if c.get("photo")],
        "places": [{"id": r["id"], "account_id": 7, **{k: v for k, v in r.items() if k not in {"id", "contact", "name"}}} for r in data["addresses"]],
        "relationship_types": [{"id": n, "account_id": 7, "name": t} for t, n in kinds.items()],
        "relationships": [{"id": r["id"], "account_id": 7, "relationship_type_id": kinds[r["type"]], "contact_is": r["contact_is"],
                           "of_contact": r["of_contact"]} for r in data["relationships"]],
        "reminders": owned("reminders"),
        "special_dates": dates,
        "tags": [{"id": n, "account_id": 7, "name": t} for t, n in tags.items()],
        "tasks": owned("tasks"),
        "users": [{"id": 1, "account_id": 7, "first_name": data["user"]["first_name"], "last_name": data["user"]["last_name"],
                   "email": data["user"]["email"], "me_contact_id": data["user"].get("me"), "password": "$2y$10$x"}],
        "contact_photo": [{"contact_id": c["id"], "photo_id": c["id"], **stamp} for c in data["contacts"] if c.get("photo")],
    }  # fmt: skip
    head = "# *****\n# Ada's dump of data\n# * import this sql file (`now`)\n# *****\n\nSET FOREIGN_KEY_CHECKS=0;\n\n"
    body = "".join(insert(prefix + table, rows) for table, rows in tables.items())
    return f"{head}{body}SET FOREIGN_KEY_CHECKS=1;\n".encode()
