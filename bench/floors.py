"""The cheapest SQL that fetches what a page shows: what any program on this database would have to wait for at least."""

from __future__ import annotations

from typing import Any

from bench.timing import Statement

NETWORK = 1
CONTACT_COLUMNS = "c.id, c.display, c.given, c.family, c.location, c.archived_at, c.photo_id"
LISTED = (
    f"SELECT {CONTACT_COLUMNS}, s.decided, s.due_on, s.last_touch_on, "
    "(SELECT o.name || '|' || p.title FROM contacts_position p JOIN contacts_organization o ON o.id = p.organization_id "
    "WHERE p.contact_id = c.id AND p.current LIMIT 1), "
    "(SELECT group_concat(t.name) FROM contacts_tagging g JOIN contacts_tag t ON t.id = g.tag_id WHERE g.contact_id = c.id), "
    "(SELECT group_concat(k.name) FROM contacts_circlemembership m JOIN contacts_circle k ON k.id = m.circle_id "
    "WHERE m.contact_id = c.id) "
)
WHO = "FROM contacts_contact c JOIN cadence_standing s ON s.contact_id = c.id "
IN_SIGHT = f"WHERE c.network_id = {NETWORK} AND c.archived_at IS NULL AND c.is_me IN (0) "
COUNT = (f"SELECT count(*) FROM cadence_standing WHERE network_id = {NETWORK} AND in_sight IN (1)", ())
FRAME = (
    f"SELECT count(*) FROM cadence_standing WHERE network_id = {NETWORK} AND in_sight IN (1) AND decided = 'undecided'", (),
)  # fmt: skip


BY_STANDING = (
    "FROM cadence_standing s CROSS JOIN contacts_contact c ON c.id = s.contact_id "
    f"WHERE s.network_id = {NETWORK} AND s.in_sight IN (1) "
)


def contacts(order: str, where: str = "", offset: int = 0) -> list[Statement]:
    """A page of the list, chosen by keys alone, and how many there are: the number is part of what the page shows. What is
    sorted or chosen by a standing is found from the standings, which have indexes for it."""
    who = BY_STANDING if "s." in order + where else f"FROM contacts_contact c {IN_SIGHT}"
    keys = f"SELECT c.id {who}{where} ORDER BY {order} LIMIT 50 OFFSET {offset}"
    return [
        (f"{LISTED}{WHO}WHERE c.id IN ({keys})", ()),
        (f"SELECT count(*) {who}{where}" if where else COUNT[0], ()),
        FRAME,
    ]


def contact(key: int) -> list[Statement]:
    tables = (
        "email",
        "phone",
        "postaladdress",
        "link",
        "position",
        "contactdate",
        "customfield",
        "circlemembership",
        "tagging",
    )
    parts: list[Statement] = [(f"SELECT * FROM contacts_{table} WHERE contact_id = ?", (key,)) for table in tables]
    return [
        ("SELECT * FROM contacts_contact WHERE id = ?", (key,)),
        ("SELECT * FROM cadence_standing WHERE contact_id = ?", (key,)),
        *parts,
        ("SELECT i.* FROM timeline_participation p JOIN timeline_interaction i ON i.id = p.interaction_id "
         "WHERE p.network_id = ? AND p.contact_id = ? ORDER BY p.\"on\" DESC, p.interaction_id DESC LIMIT 30", (NETWORK, key)),
        ("SELECT * FROM timeline_note WHERE network_id = ? AND contact_id = ? ORDER BY \"on\" DESC LIMIT 30", (NETWORK, key)),
        ("SELECT * FROM timeline_promise WHERE network_id = ? AND contact_id = ?", (NETWORK, key)),
        FRAME,
    ]  # fmt: skip


def organization(key: int) -> list[Statement]:
    return [
        ("SELECT * FROM contacts_organization WHERE id = ?", (key,)),
        (f"SELECT {CONTACT_COLUMNS}, p.title, p.current, s.last_touch_on FROM contacts_position p "
         "JOIN contacts_contact c ON c.id = p.contact_id JOIN cadence_standing s ON s.contact_id = c.id "
         "WHERE p.network_id = ? AND p.organization_id = ?", (NETWORK, key)),
        FRAME,
    ]  # fmt: skip


def organizations() -> list[Statement]:
    listed = (
        "SELECT o.id, o.name, (SELECT count(*) FROM contacts_position p WHERE p.network_id = o.network_id "
        "AND p.organization_id = o.id AND p.current) "
        f"FROM contacts_organization o WHERE o.network_id = {NETWORK} ORDER BY o.name LIMIT 50"
    )
    return [(listed, ()), (f"SELECT count(*) FROM contacts_organization WHERE network_id = {NETWORK}", ()), FRAME]


def week(today: str, starts: str) -> list[Statement]:
    """Candidates of every kind, what passed this week, and the counters."""
    standing = f"SELECT s.*, c.display FROM cadence_standing s JOIN contacts_contact c ON c.id = s.contact_id WHERE s.network_id = {NETWORK} AND s.in_sight IN (1) "
    return [
        (f"{standing} AND s.decided IN ('own', 'circle') AND s.due_on <= ? ORDER BY s.due_on LIMIT 40", (today,)),
        (f"{standing} AND s.decided = 'undecided' ORDER BY s.promise_score DESC LIMIT 40", ()),
        (f"{standing} ORDER BY s.warmth DESC LIMIT 40", ()),
        ("SELECT * FROM timeline_promise WHERE network_id = ? AND settled_on IS NULL AND due_on <= ? LIMIT 40", (NETWORK, today)),
        ("SELECT * FROM contacts_contactdate WHERE network_id = ? AND month = ? AND day BETWEEN 16 AND 30", (NETWORK, int(today[5:7]))),
        ("SELECT i.id, p.contact_id FROM timeline_interaction i JOIN timeline_participation p ON p.interaction_id = i.id "
         "WHERE i.network_id = ? AND i.\"on\" >= ?", (NETWORK, starts)),
        (f"SELECT decided, cadence_days, count(*), count(due_on) FROM cadence_standing WHERE network_id = {NETWORK} AND in_sight IN (1) "
         "GROUP BY decided, cadence_days", ()),
        FRAME,
    ]  # fmt: skip


def triage() -> list[Statement]:
    return [
        (f"SELECT s.*, c.* FROM cadence_standing s JOIN contacts_contact c ON c.id = s.contact_id WHERE s.network_id = {NETWORK} "
         "AND s.in_sight IN (1) AND s.decided = 'undecided' ORDER BY s.promise_score DESC LIMIT 1", ()),
        (f"SELECT decided, count(*) FROM cadence_standing WHERE network_id = {NETWORK} AND in_sight IN (1) GROUP BY decided", ()),
    ]  # fmt: skip


def history() -> list[Statement]:
    return [
        (f"SELECT * FROM history_act WHERE network_id = {NETWORK} ORDER BY id DESC LIMIT 30", ()),
        ("SELECT * FROM history_change WHERE act_id = (SELECT max(id) FROM history_act) ORDER BY position LIMIT 8", ()),
        FRAME,
    ]


def imports() -> list[Statement]:
    return [(f"SELECT * FROM exchange_importrun WHERE network_id = {NETWORK} ORDER BY id DESC LIMIT 30", ()), FRAME]


def import_run() -> list[Statement]:
    rows = f"SELECT * FROM exchange_importrow WHERE network_id = {NETWORK} AND run_id = 1 ORDER BY number LIMIT 100"
    return [("SELECT * FROM exchange_importrun WHERE id = 1", ()), (rows, ()), FRAME]


def search(words: list[str], *, said: bool) -> list[Statement]:
    """People by names and then by all else, organizations, and what was said: each a walk of one index."""
    if not words:
        return []
    terms = " AND ".join(f'"{word}"*' for word in words)
    by_name = f"net : n{NETWORK} AND {{name}} : ({terms})"
    anywhere = f"net : n{NETWORK} AND - net : ({terms})"
    people = (
        "SELECT f.rowid, s.warmth FROM search_contacts f LEFT JOIN cadence_standing s ON s.contact_id = f.rowid "
        "WHERE search_contacts MATCH ? ORDER BY s.in_sight DESC, s.warmth DESC LIMIT 20"
    )
    found: list[Statement] = [
        (people, (by_name,)),
        (people, (anywhere,)),
        ("SELECT id, name FROM contacts_organization WHERE network_id = ? AND key >= ? AND key < ? LIMIT 5",
         (NETWORK, " ".join(words), " ".join(words) + "\uffff")),
    ]  # fmt: skip
    if said and max(map(len, words)) > 1:
        newest: Any = "SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT 8"
        found += [(newest.format(table=table), (anywhere,)) for table in ("search_interactions", "search_notes")]
    return found
