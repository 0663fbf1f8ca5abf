"""What Monica 4 writes of an account as JSON."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Any

from tests.formats.monica.account import CREATED, PIXEL, Row, field_type, types_of, uuid


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
    field_types = types_of(
        [field["type"] for field in data["fields"]] + [c["type"] for c in data["conversations"]], 9000
    )
    activity_types = types_of([activity["type"] for activity in data["activities"]], 9100)
    event_types = types_of([event["type"] for event in data["life_events"]], 9200)
    genders = types_of([each.get("gender") for each in data["contacts"]], 9300)
    contacts = [_contact_item(data, each, field_types, event_types, genders) for each in data["contacts"]]
    tree = {
        "version": "1.0-preview.1",
        "app_version": "4.1.2",
        "export_date": "2022-01-01T00:00:00Z",
        "exported_by": "Ada Lee",
        "account": {
            "uuid": uuid(0),
            "data": _records(data, contacts, activity_types),
            "properties": {
                "journal_entries": [
                    _item(500 + j["id"], type="entry", title=j["title"], post=j["post"], date=_stamp(j["date"]))
                    for j in data["journal"]
                ],
                "modules": [_item(99, key="notes")],
            },
            "instance": {
                "activity_types": [_item(n, translation_key=t) for t, n in activity_types.items()],
                "contact_field_types": [_item(n, name=t, **field_type(t)) for t, n in field_types.items()],
                "genders": [_item(n, name=t, type="F") for t, n in genders.items()],
                "life_event_types": [_item(n, translation_key=t) for t, n in event_types.items()],
            },
        },
    }  # fmt: skip
    return json.dumps(tree, indent=indent).encode()


def _records(data: dict[str, Any], contacts: list[Row], activity_types: dict[str, int]) -> list[Row]:
    user = {key: value for key, value in data["user"].items() if key != "me"}
    me = data["user"].get("me")
    return [
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
    ]  # fmt: skip


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
