"""Which file of the archive holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wellkept.formats.csvs.table import read_table
from wellkept.formats.linkedin.words import column_places, connection_columns
from wellkept.formats.person import Problem

_ENTRIES = {
    "connections": "connections",
    "messages": "messages",
    "invitations": "invitations",
    "positions": "positions",
    "education": "education",
    "profile": "profile",
    "email addresses": "emails",
    "contacts": "contacts",
    "importedcontacts": "contacts",
    "imported contacts": "contacts",
    "notes": "notes",
    "recommendations given": "recommendations",
    "recommendations received": "recommendations",
    "endorsement given info": "endorsements",
    "endorsement received info": "endorsements",
}
_ENTRY = re.compile(r"(?:.*/)?([^/]+?)(?:[ _]?\(\d+\)| copy)?\.csv$", re.IGNORECASE)


def which_entry(filename: str) -> str | None:
    """'connections', 'messages', 'invitations', 'positions', 'education', 'profile', 'emails', 'contacts', 'notes', 'recommendations', 'endorsements' or None."""
    name = filename.replace("\\", "/")
    if name.startswith("__MACOSX/") or "/._" in f"/{name}":
        return None
    found = _ENTRY.match(name)
    return _ENTRIES.get(found[1].lower().replace("_", " ").strip()) if found else None


def entries(names: Iterable[str]) -> dict[str, list[str]]:
    """The names of an archive's files by kind; those nothing is known of are left out."""
    found: dict[str, list[str]] = {}
    for name in names:
        if kind := which_entry(name):
            found.setdefault(kind, []).append(name)
    return found


def kind_of_header(header: list[str]) -> str | None:
    """The kind of a single CSV file, by its header; None when it is not LinkedIn's."""
    words = set(column_places(header))
    if {"given", "family", "connected"} <= set(connection_columns(header)):
        return "connections"
    if {"from", "to", "content"} <= words and ("conversation id" in words or "folder" in words):
        return "messages"
    if {"from", "to", "sent at"} <= words:
        return "invitations"
    if {"company name", "title", "started on"} <= words:
        return "positions"
    if {"school name", "degree name"} <= words:
        return "education"
    if {"first name", "headline", "summary"} <= words:
        return "profile"
    if {"connection profile url", "note"} <= words:
        return "notes"
    if {"first name", "job title", "text", "creation date"} <= words:
        return "recommendations"
    if {"endorsement date", "skill name"} <= words:
        return "endorsements"
    if {"created at", "bookmarked at"} <= words or {"created at", "instant message handles"} <= words:
        return "contacts"
    if {"email address", "confirmed", "primary"} <= words:
        return "emails"
    return None


def complaint(data: bytes, kind: str) -> Problem | None:
    """Why ``data`` is not the file of that kind; None when it is. The readers give no rows for files that are not theirs."""
    table = read_table(data[:100_000])
    if kind_of_header(table.header) == kind:
        return None
    if not table.header and table.problems:
        return table.problems[0]
    found = ", ".join(table.header)[:120]
    return Problem(0, "", f"these are not the columns of LinkedIn's {kind} file: {found}")
