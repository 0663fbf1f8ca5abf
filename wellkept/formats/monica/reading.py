"""From the bytes of either export to the account. Never raises."""

from __future__ import annotations

import re
from typing import Literal

from wellkept.formats.jsons import LARGEST, BadJson, load
from wellkept.formats.monica import happenings
from wellkept.formats.monica.exported import read_tree
from wellkept.formats.monica.people import to_facts, to_person, user_as_person
from wellkept.formats.monica.source import Source
from wellkept.formats.monica.tables import read_tables
from wellkept.formats.monica.values import MonicaExport, Unmodelled
from wellkept.formats.person import Problem

MOST_PROBLEMS = 1_000

_SQL = re.compile(rb"SET FOREIGN_KEY_CHECKS|INSERT IGNORE INTO\s+`?\w*accounts`?", re.IGNORECASE)
_JSON = re.compile(rb'"account"\s*:\s*\{|"app_version"|"exported_by"')


def kind_of(data: bytes) -> Literal["json", "sql", ""]:
    """Which of Monica's exports this is, from its first 64 KB; '' when it looks like neither."""
    head = data[:65536].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"{":
        return "json" if _JSON.search(head) else ""
    return "sql" if _SQL.search(head) and b"INSERT" in data[:1_000_000].upper() else ""


def read(data: bytes) -> MonicaExport:
    """The account; when it cannot be read at all, nothing but problems.

    The two exports of one account give equal values, but for what only one of them holds: the SQL has where one met,
    the reasons of debts, jobs and the parts of a date that are unknown; the JSON has pictures, currencies, emotions,
    whom a gift was for and uuids for every record.
    """
    if len(data) > LARGEST:
        return _refused(f"the file is larger than {LARGEST // (1024 * 1024)} MB")
    kind = kind_of(data)
    if not kind:
        return _refused("this is neither of Monica's exports (JSON or SQL)")
    if kind == "sql":
        return _built(read_tables(data.decode("utf-8-sig", "replace")))
    try:
        return _built(read_tree(load(data)))
    except BadJson as bad:
        return _refused(bad.message)


def _refused(message: str) -> MonicaExport:
    return MonicaExport(problems=[Problem(0, "", message)])


def _built(source: Source) -> MonicaExport:
    _unique_keys(source)
    export = MonicaExport()
    export.photos = list(happenings.files(source, source.photos))
    export.documents = list(happenings.files(source, source.documents))
    photos = {photo.key: photo for photo in export.photos}
    for row, contact in enumerate(source.contacts, 1):
        person = to_person(row, contact, source, photos)
        export.facts[person.source_key] = to_facts(contact)
        if source.me and person.source_key == source.me:
            export.own = person
        else:
            export.people.append(person)
    export.own = export.own or user_as_person(source.user)
    export.interactions = list(happenings.interactions(source))
    export.notes = list(happenings.notes(source))
    export.reminders = list(happenings.reminders(source))
    export.tasks = list(happenings.tasks(source))
    export.gifts = list(happenings.gifts(source))
    export.debts = list(happenings.debts(source))
    export.life_events = list(happenings.life_events(source))
    export.relationships = list(happenings.relationships(source))
    export.pets = list(happenings.pets(source))
    export.journal = list(happenings.journal(source))
    export.unmodelled = [Unmodelled(kind, count) for kind, count in sorted(source.unmodelled.items()) if count]
    export.problems = source.problems[:MOST_PROBLEMS]
    if len(source.problems) > MOST_PROBLEMS:
        export.problems.append(Problem(0, "", f"and {len(source.problems) - MOST_PROBLEMS} more problems"))
    return export


def _unique_keys(source: Source) -> None:
    """A key that several records claim is numbered from the second on: no record may hide another."""
    seen: dict[str, int] = {}
    lists = [source.contacts, source.activities, source.relationships, source.photos, source.documents, source.journal]
    lists += [records for by_contact in source.parts.values() for records in by_contact.values()]
    for number, records in enumerate(lists):
        for record in records:
            key = str(record["key"])
            times = seen[key] = seen.get(key, 0) + 1
            if times > 1:
                record["key"] = f"{key}#{times}"
                if number == 0:
                    message = f"two contacts have the key {key[:80]}; the records of both are with the first"
                    source.problems.append(Problem(0, "contact", message))
