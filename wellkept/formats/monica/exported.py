"""The JSON export: its tree flattened into records."""

from __future__ import annotations

from wellkept.formats.monica.source import LONGEST_KEY, Record, Source, named, plain, strings, text
from wellkept.formats.person import Problem

_PARTS = {
    "call", "contact_field", "debt", "gift", "note", "reminder", "task", "address", "pet", "conversation", "life_event",
    "occupation",
}  # fmt: skip
_LINKS = {"activity", "photo", "document"}
_OF_ACCOUNT = {"user", "contact", "relationship", "photo", "document", "activity"}


def read_tree(tree: object) -> Source:
    """The account in the file as ``json`` gives it; a problem when there is none."""
    source = Source()
    account = tree.get("account") if isinstance(tree, dict) else None
    if not isinstance(account, dict):
        source.problems.append(Problem(0, "", "this is no export of a Monica account: it has no “account”"))
        return source
    collections = _collections(account)
    instance = _Instance(account.get("instance"))
    for kind, values in collections.items():
        if kind not in _OF_ACCOUNT:
            source.unmodelled[kind] = source.unmodelled.get(kind, 0) + len(values)
    source.user = next((_flat(value, "user") for value in _records(collections, "user")), {})
    source.me = _key_of(source.user.get("me_contact"))
    with_whom: dict[str, list[str]] = {}
    for value in _records(collections, "contact"):
        _read_contact(value, source, instance, with_whom)
    for value in _records(collections, "activity"):
        record = _flat(value, "activity")
        record |= {"what": instance.name(record.get("type")), "contacts": with_whom.get(str(record["key"]), [])}
        source.activities.append(record)
    for value in _records(collections, "relationship"):
        record = _flat(value, "relationship")
        source.relationships.append(
            {**record, "contact_is": _key_of(record.get("contact_is")), "of_contact": _key_of(record.get("of_contact"))}
        )
    source.photos = [_flat(value, "photo") for value in _records(collections, "photo")]
    source.documents = [_flat(value, "document") for value in _records(collections, "document")]
    properties = account.get("properties")
    if isinstance(properties, dict):
        source.journal = [_flat(value, "journal") for value in _dicts(properties.get("journal_entries"))]
    return source


class _Instance:
    """The account's own types, by their uuid."""

    def __init__(self, instance: object) -> None:
        self._by_uuid: dict[str, Record] = {}
        for values in instance.values() if isinstance(instance, dict) else ():
            for value in _dicts(values):
                self._by_uuid[plain(value.get("uuid"))] = _flat(value, "")

    def record(self, uuid: object) -> Record:
        return self._by_uuid.get(plain(uuid), {})

    def name(self, uuid: object) -> str:
        return named(self.record(uuid))


def _dicts(value: object) -> list[Record]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _collections(holder: Record) -> dict[str, list[object]]:
    """The values of 'data' by type: a list of {count, type, values}; older versions had an object by type."""
    data = holder.get("data")
    found: dict[str, list[object]] = {}
    if isinstance(data, dict):
        data = [{"type": kind, **(each if isinstance(each, dict) else {"values": each})} for kind, each in data.items()]
    for each in _dicts(data):
        values = each.get("values")
        if isinstance(values, list):
            found.setdefault(plain(each.get("type")), []).extend(values)
    return found


def _records(collections: dict[str, list[object]], kind: str) -> list[Record]:
    return _dicts(collections.get(kind))


def _key_of(uuid: object) -> str:
    said = plain(uuid)
    return f"monica:{said}"[:LONGEST_KEY] if said else ""


def _flat(value: Record, kind: str) -> Record:
    """A record's properties beside its own columns. Without a uuid its key is made of when it was created."""
    properties = value.get("properties")
    flat: Record = dict(properties) if isinstance(properties, dict) else {}
    flat |= {name: each for name, each in value.items() if name not in {"properties", "data"}}
    flat["key"] = _key_of(value.get("uuid")) or f"monica:{kind}:{text(value, 'created_at')}"[:LONGEST_KEY]
    return flat


def _read_contact(value: Record, source: Source, instance: _Instance, with_whom: dict[str, list[str]]) -> None:
    contact = _flat(value, "contact")
    key = str(contact["key"])
    collections = _collections(value)
    for activity in strings(collections.get("activity")):
        with_whom.setdefault(_key_of(activity), []).append(key)
    gender = instance.record(contact.get("gender"))
    avatar = contact.pop("avatar", None)
    avatar = avatar if isinstance(avatar, dict) else {}
    contact |= {
        "tags": strings(contact.get("tags")),
        "gender": text(gender, "name", "type") or text(contact, "gender"),
        "first_met_through": _key_of(contact.get("first_met_through")),
        "avatar_photo": _key_of(avatar.get("avatar_photo")),
        "photos": [_key_of(uuid) for uuid in strings(collections.get("photo"))],
        "documents": [_key_of(uuid) for uuid in strings(collections.get("document"))],
    }
    source.contacts.append(contact)
    for kind, values in collections.items():
        if kind in _PARTS:
            for each in _dicts(values):
                source.add_part(kind, key, _joined(kind, _flat(each, f"{kind}:{key}"), instance))
        elif kind not in _LINKS:
            source.unmodelled[kind] = source.unmodelled.get(kind, 0) + len(values)


def _joined(kind: str, record: Record, instance: _Instance) -> Record:
    if kind == "contact_field":
        found = instance.record(record.get("type"))
        return {
            **record,
            "type_name": text(found, "name"),
            "type": text(found, "type"),
            "protocol": text(found, "protocol"),
        }
    if kind == "conversation":
        medium = instance.record(record.get("contact_field_type"))
        messages = [_flat(each, "message") for each in _dicts(record.get("messages"))]
        return {**record, "medium": text(medium, "name"), "medium_type": text(medium, "type"), "messages": messages}
    if kind == "life_event":
        return {**record, "what": instance.name(record.get("type"))}
    if kind == "address":
        return {**record, "name": text(record, "name")}
    if kind == "gift":
        photos = [_key_of(uuid) for uuid in strings(record.get("photos"))]
        return {**record, "recipient": _key_of(record.get("recipient")), "photos": photos}
    if kind == "pet":
        return {**record, "category": text(record, "category")}
    return record
