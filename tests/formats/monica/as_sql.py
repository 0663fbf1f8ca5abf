"""What Monica 4 writes of an account as SQL, by PHP's rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.formats.monica.account import CREATED, Row, field_type, types_of, uuid

NUMERIC = re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*\Z", re.ASCII)
STAMP = {"created_at": CREATED, "updated_at": CREATED}


def addslashes(text: str) -> str:
    return re.sub(r"(['\"\\])", r"\\\1", text).replace("\0", "\\0")


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(int(value))
    text = str(value)
    return text if NUMERIC.match(text) else f"'{addslashes(text)}'"


def insert(table: str, rows: list[Mapping[str, Any]]) -> str:
    if not rows:
        return ""
    columns = ",".join(f"`{name}`" for name in rows[0])
    values = ",\n".join(f" ({','.join(_literal(value) for value in row.values())})" for row in rows)
    return f"INSERT IGNORE INTO `{table}` ({columns}) VALUES\n{values};\n\n"


def to_sql(data: dict[str, Any], prefix: str = "") -> bytes:
    """The export as SqlExportAccount writes it."""
    tables = {"accounts": [{"id": 7, "api_key": "k", "number_of_invitations_sent": 0}]}
    tables |= _contacts(data) | _records(data) | _typed(data) | _activities(data) | _links(data)
    tables["users"] = [_user(data["user"])]
    head = "# *****\n# Ada's dump of data\n# * import this sql file (`now`)\n# *****\n\nSET FOREIGN_KEY_CHECKS=0;\n\n"
    body = "".join(insert(prefix + table, rows) for table, rows in tables.items())
    return f"{head}{body}SET FOREIGN_KEY_CHECKS=1;\n".encode()


def _user(user: Row) -> Row:
    return {"id": 1, "account_id": 7, **{key: value for key, value in user.items() if key != "me"}, "me_contact_id": user.get("me"),
            "password": "$2y$10$x"}  # fmt: skip


def _contacts(data: dict[str, Any]) -> dict[str, list[Row]]:
    dates: list[Row] = []

    def special_id(number: int, value: Row | None) -> int | None:
        if not value:
            return None
        own = {"id": len(dates) + 1, "account_id": 7, "contact_id": number, "uuid": uuid(1)}
        dates.append({**own, **value, "created_at": CREATED})
        return len(dates)

    genders = types_of([each.get("gender") for each in data["contacts"]])
    elsewhere = {"id", "birthdate", "first_met_date", "deceased_date", "first_met_through", "gender", "tags", "photo"}
    contacts = [
        {
            "id": each["id"],
            "account_id": 7,
            "uuid": uuid(each["id"]),
            **{key: value for key, value in each.items() if key not in elsewhere},
            "gender_id": genders.get(each.get("gender", "")),
            "birthday_special_date_id": special_id(each["id"], each.get("birthdate")),
            "first_met_special_date_id": special_id(each["id"], each.get("first_met_date")),
            "deceased_special_date_id": special_id(each["id"], each.get("deceased_date")),
            "first_met_through_contact_id": each.get("first_met_through"),
            "avatar_photo_id": each["id"] if each.get("photo") else None,
            "created_at": CREATED,
        }
        for each in data["contacts"]
    ]
    named = [{"id": number, "account_id": 7, "name": name, "type": "F"} for name, number in genders.items()]
    return {"contacts": contacts, "special_dates": dates, "genders": named}


def _owned(records: list[Row], without: set[str], **columns: str) -> list[Row]:
    """Rows with an account and their contact's id; ``without`` some columns, and some under another name."""
    rows = []
    for at, record in enumerate(records, 1):
        row = {"id": record.get("id", at), "account_id": 7, "contact_id": record["contact"]}
        left = {key: value for key, value in record.items() if key not in {"id", "contact", *without}}
        rows.append({**row, **{columns.get(key, key): value for key, value in left.items()}, **STAMP})
    return rows


def _records(data: dict[str, Any]) -> dict[str, list[Row]]:
    plain = {name: _owned(data[name], set()) for name in ("calls", "gifts", "pets", "reminders", "tasks")}
    debts = [{**row, "in_debt": "yes" if row["in_debt"] else "no"} for row in _owned(data["debts"], set())]
    places = [{"id": r["id"], "account_id": 7, **{k: v for k, v in r.items() if k not in {"id", "contact", "name"}}}
              for r in data["addresses"]]  # fmt: skip
    addresses = [
        {**row, "place_id": row["id"]} for row in _owned(data["addresses"], set(data["addresses"][0]) - {"name"})
    ]
    pages = [{"id": j["id"], "account_id": 7, "title": j["title"], "post": j["post"], **STAMP} for j in data["journal"]]
    journal = [
        {"id": 50 + j["id"], "account_id": 7, "date": f"{j['date']} 00:00:00", "journalable_id": j["id"],
         "journalable_type": "App\\Models\\Journal\\Entry"}
        for j in data["journal"]
    ]  # fmt: skip
    notes = _owned(data["notes"], set(), favourite="is_favorited")
    return {
        **plain,
        "debts": debts,
        "places": places,
        "addresses": addresses,
        "entries": pages,
        "journal_entries": journal,
        "notes": notes,
    }


def _typed(data: dict[str, Any]) -> dict[str, list[Row]]:
    fields = types_of([field["type"] for field in data["fields"]] + [c["type"] for c in data["conversations"]])
    events = types_of([event["type"] for event in data["life_events"]])

    def typed(kind: str, column: str, numbers: dict[str, int]) -> list[Row]:
        rows = _owned(data[kind], {"type", "messages"})
        return [{**row, column: numbers[record["type"]]} for row, record in zip(rows, data[kind], strict=True)]

    messages = [
        {"id": 100 * c["id"] + at, "account_id": 7, "contact_id": c["contact"], "conversation_id": c["id"], **m}
        for c in data["conversations"] for at, m in enumerate(c["messages"])
    ]  # fmt: skip
    return {
        "contact_field_types": [{"id": n, "account_id": 7, "name": t, **field_type(t)} for t, n in fields.items()],
        "contact_fields": typed("fields", "contact_field_type_id", fields),
        "conversations": typed("conversations", "contact_field_type_id", fields),
        "messages": messages,
        "life_event_types": [
            {"id": n, "account_id": 7, "name": None, "default_life_event_type_key": t} for t, n in events.items()
        ],
        "life_events": typed("life_events", "life_event_type_id", events),
    }


def _activities(data: dict[str, Any]) -> dict[str, list[Row]]:
    types = types_of([activity["type"] for activity in data["activities"]])
    activities = [
        {"id": a["id"], "account_id": 7, "activity_type_id": types.get(a["type"]), "summary": a["summary"],
         "description": a["description"], "happened_at": a["happened_at"], **STAMP}
        for a in data["activities"]
    ]  # fmt: skip
    return {
        "activities": activities,
        "activity_types": [{"id": n, "account_id": 7, "name": None, "translation_key": t} for t, n in types.items()],
        "activity_contact": [
            {"activity_id": a["id"], "account_id": 7, "contact_id": c}
            for a in data["activities"]
            for c in a["contacts"]
        ],
    }


def _links(data: dict[str, Any]) -> dict[str, list[Row]]:
    tags = types_of([tag for each in data["contacts"] for tag in each.get("tags", [])])
    kinds = types_of([each["type"] for each in data["relationships"]])
    pictured = [each["id"] for each in data["contacts"] if each.get("photo")]
    relationships = [
        {"id": r["id"], "account_id": 7, "relationship_type_id": kinds[r["type"]], "contact_is": r["contact_is"], "of_contact": r["of_contact"]}
        for r in data["relationships"]
    ]  # fmt: skip
    return {
        "tags": [{"id": n, "account_id": 7, "name": t} for t, n in tags.items()],
        "contact_tag": [
            {"contact_id": c["id"], "tag_id": tags[t], "account_id": 7}
            for c in data["contacts"]
            for t in c.get("tags", [])
        ],
        "relationship_types": [{"id": n, "account_id": 7, "name": t} for t, n in kinds.items()],
        "relationships": relationships,
        "photos": [
            {"id": n, "account_id": 7, "original_filename": "a.png", "mime_type": "image/png"} for n in pictured
        ],
        "contact_photo": [{"contact_id": n, "photo_id": n, **STAMP} for n in pictured],
        "modules": [{"id": 1, "account_id": 7, "key": "notes"}],
    }
