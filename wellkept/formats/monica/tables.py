"""The SQL export: its tables joined into records."""

from __future__ import annotations

from dataclasses import dataclass, field

from wellkept.formats.monica.source import LONGEST_KEY, Record, Source, named, text, truth
from wellkept.formats.monica.sql import rows
from wellkept.formats.person import Problem

MOST_PROBLEMS = 100
# Tables with records of one contact each, by what they are called once they are joined.
_PARTS = {
    "calls": "call",
    "contact_fields": "contact_field",
    "debts": "debt",
    "gifts": "gift",
    "notes": "note",
    "reminders": "reminder",
    "tasks": "task",
    "addresses": "address",
    "pets": "pet",
    "conversations": "conversation",
    "life_events": "life_event",
    "occupations": "occupation",
}
_USED = {
    *_PARTS,
    "accounts", "activities", "activity_contact", "activity_types", "contacts", "contact_field_types", "contact_photo",
    "contact_tag", "days", "documents", "entries", "genders", "journal_entries", "life_event_types", "messages", "photos",
    "places", "relationship_types", "relationships", "special_dates", "tags", "users", "companies",
}  # fmt: skip
# What Monica keeps for itself, or fills anew for every account.
_HOUSEKEEPING = {
    "activity_statistics", "activity_type_categories", "life_event_categories", "relationship_type_groups", "modules",
    "reminder_outbox", "reminder_rules", "recovery_codes", "term_user", "audit_logs", "invitations", "weather",
}  # fmt: skip


@dataclass(slots=True)
class _Tables:
    rows: dict[str, list[Record]] = field(default_factory=dict)
    by_id: dict[str, dict[str, Record]] = field(default_factory=dict)

    def of(self, table: str) -> list[Record]:
        return self.rows.get(table, [])

    def find(self, table: str, row: Record, column: str) -> Record:
        """The row of another table that a column points at, or an empty one."""
        if table not in self.by_id:
            self.by_id[table] = {text(each, "id"): each for each in self.of(table)}
        wanted = text(row, column)
        return self.by_id[table].get(wanted, {}) if wanted else {}


def read_tables(written: str) -> Source:
    """The account in a dump. Contacts that rows point at and that are not there are said to be missing."""
    source = Source(minor_units=True)
    tables = _collected(written, source)
    for table, each in tables.rows.items():
        for row in each:
            row["key"] = _key(table, row)
    _read_contacts(tables, source)
    _read_parts(tables, source)
    _read_activities(tables, source)
    _read_relationships(tables, source)
    _read_journal(tables, source)
    source.photos, source.documents = tables.of("photos"), tables.of("documents")
    if source.photos or source.documents:
        message = "the SQL export names photos and documents and does not hold them; the JSON export does"
        source.problems.append(Problem(0, "photos", message))
    source.user = next(iter(tables.of("users")), {})
    source.me = text(tables.find("contacts", source.user, "me_contact_id"), "key")
    return source


def _collected(written: str, source: Source) -> _Tables:
    tables = _Tables()
    prefix: str | None = None
    for row in rows(written):
        if prefix is None:
            prefix = row.table.removesuffix("accounts") if row.table.endswith("accounts") else ""
        table = row.table.removeprefix(prefix)
        if row.fault:
            if len(source.problems) < MOST_PROBLEMS:
                source.problems.append(Problem(row.line, table, f"line {row.line}: {row.fault}"))
        elif table in _USED:
            tables.rows.setdefault(table, []).append(dict(row.values))
        elif table not in _HOUSEKEEPING:
            source.unmodelled[table] = source.unmodelled.get(table, 0) + 1
    return tables


def _key(table: str, row: Record) -> str:
    if uuid := text(row, "uuid"):
        return f"monica:{uuid}"[:LONGEST_KEY]
    place = "" if table == "contacts" else f"{table}:"
    return f"monica:id:{text(row, 'account_id')}:{place}{text(row, 'id')}"[:LONGEST_KEY]


def _read_contacts(tables: _Tables, source: Source) -> None:
    tags: dict[str, list[str]] = {}
    for link in tables.of("contact_tag"):
        if name := text(tables.find("tags", link, "tag_id"), "name"):
            tags.setdefault(text(link, "contact_id"), []).append(name)
    photos: dict[str, list[str]] = {}
    for link in tables.of("contact_photo"):
        if key := text(tables.find("photos", link, "photo_id"), "key"):
            photos.setdefault(text(link, "contact_id"), []).append(key)
    documents: dict[str, list[str]] = {}
    for each in tables.of("documents"):
        documents.setdefault(text(each, "contact_id"), []).append(text(each, "key"))
    for row in tables.of("contacts"):
        own = text(row, "id")
        row |= {
            "tags": tags.get(own, []),
            "photos": photos.get(own, []),
            "documents": documents.get(own, []),
            "gender": text(tables.find("genders", row, "gender_id"), "name", "type"),
            "birthdate": tables.find("special_dates", row, "birthday_special_date_id"),
            "deceased_date": tables.find("special_dates", row, "deceased_special_date_id"),
            "first_met_date": tables.find("special_dates", row, "first_met_special_date_id"),
            "first_met_through": text(tables.find("contacts", row, "first_met_through_contact_id"), "key"),
            "avatar_photo": text(tables.find("photos", row, "avatar_photo_id"), "key"),
        }
        source.contacts.append(row)


def _read_parts(tables: _Tables, source: Source) -> None:
    messages: dict[str, list[Record]] = {}
    for row in tables.of("messages"):
        messages.setdefault(text(row, "conversation_id"), []).append(row)
    for table, kind in _PARTS.items():
        missing = 0
        for row in tables.of(table):
            contact = text(tables.find("contacts", row, "contact_id"), "key")
            missing += not contact and kind != "task"
            if contact or kind == "task":
                source.add_part(kind, contact, _joined(tables, kind, row, messages))
        if missing:
            message = f"{missing} of “{table}” belong to contacts that the file does not hold"
            source.problems.append(Problem(0, table, message))


def _joined(tables: _Tables, kind: str, row: Record, messages: dict[str, list[Record]]) -> Record:
    if kind == "contact_field":
        found = tables.find("contact_field_types", row, "contact_field_type_id")
        return {
            **row,
            "type_name": text(found, "name"),
            "type": text(found, "type"),
            "protocol": text(found, "protocol"),
        }
    if kind == "address":
        return {**tables.find("places", row, "place_id"), "key": row["key"], "name": row.get("name")}
    if kind == "conversation":
        medium = tables.find("contact_field_types", row, "contact_field_type_id")
        return {**row, "medium": text(medium, "name"), "medium_type": text(medium, "type"),
                "messages": messages.get(text(row, "id"), [])}  # fmt: skip
    if kind == "life_event":
        return {**row, "what": named(tables.find("life_event_types", row, "life_event_type_id"))}
    if kind == "occupation":
        return {**row, "company": text(tables.find("companies", row, "company_id"), "name")}
    if kind == "note":
        return {**row, "is_favorite": truth(row, "is_favorited")}
    if kind == "gift":
        return {**row, "recipient": text(tables.find("contacts", row, "is_for"), "key")}
    return row


def _read_activities(tables: _Tables, source: Source) -> None:
    who: dict[str, list[str]] = {}
    for link in tables.of("activity_contact"):
        if key := text(tables.find("contacts", link, "contact_id"), "key"):
            who.setdefault(text(link, "activity_id"), []).append(key)
    for row in tables.of("activities"):
        what = named(tables.find("activity_types", row, "activity_type_id"))
        source.activities.append({**row, "what": what, "contacts": who.get(text(row, "id"), [])})


def _read_relationships(tables: _Tables, source: Source) -> None:
    for row in tables.of("relationships"):
        source.relationships.append(
            {
                "key": row["key"],
                "type": text(tables.find("relationship_types", row, "relationship_type_id"), "name"),
                "contact_is": text(tables.find("contacts", row, "contact_is"), "key"),
                "of_contact": text(tables.find("contacts", row, "of_contact"), "key"),
            }
        )


def _read_journal(tables: _Tables, source: Source) -> None:
    """Diary pages have the date of their place in the journal."""
    dates = {
        text(row, "journalable_id"): text(row, "date")
        for row in tables.of("journal_entries")
        if text(row, "journalable_type").endswith("Entry")
    }
    for row in tables.of("entries"):
        source.journal.append({**row, "date": dates.get(text(row, "id")) or text(row, "created_at")})
    source.journal += tables.of("days")
