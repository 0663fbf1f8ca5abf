"""Every route there is, and whose record its number names. A route that is not listed here fails test_strangers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

# Open to somebody who is not signed in.
OPEN = {"welcome", "sign-in", "sign-out", "visit-sample", "pair", "manifest", "service-worker", "offline",
        "calendar-feed", "digest-answer", "digest-stop", "public-page", "public-page-vcard", "public-page-photo"}  # fmt: skip

# Of somebody's network, with the model that the number in the address names.
OF_A_RECORD = {
    "contact": "contacts.Contact",
    "contact-edit": "contacts.Contact",
    "contact-photo": "contacts.Contact",
    "contact-archive": "contacts.Contact",
    "contact-closeness": "contacts.Contact",
    "contact-delete": "contacts.Contact",
    "contact-vcard": "contacts.Contact",
    "contact-complete": "contacts.Contact",
    "contact-snooze": "contacts.Contact",
    "contact-skip": "contacts.Contact",
    "contact-step": "contacts.Contact",
    "contact-decide": "contacts.Contact",
    "contact-forget": "contacts.Contact",
    "contact-forget-document": "contacts.Contact",
    "trip-cancel": "plan.Trip",
    "referral-drop": "timeline.Referral",
    "forgotten-lift": "exchange.Forgotten",
    "contacts-drop-view": "contacts.SavedView",
    "contact-merge": "contacts.Contact",
    "contact-other-photo": "contacts.OtherPhoto",
    "duplicates-undo": "history.Act",
    "organization-merge": "contacts.Organization",
    "organization": "contacts.Organization",
    "organization-edit": "contacts.Organization",
    "event": "events.Event",
    "event-edit": "events.Event",
    "event-remove": "events.Event",
    "event-list": "events.Event",
    "event-people": "events.Event",
    "event-debrief": "events.Event",
    "event-here": "events.Event",
    "attendance": "events.Attendance",
    "timeline": "contacts.Contact",
    "interaction": "timeline.Interaction",
    "interaction-remove": "timeline.Interaction",
    "note": "timeline.Note",
    "note-pin": "timeline.Note",
    "note-remove": "timeline.Note",
    "promise-add": "contacts.Contact",
    "promise": "timeline.Promise",
    "promise-settle": "timeline.Promise",
    "promise-forgive": "timeline.Promise",
    "promise-reopen": "timeline.Promise",
    "promise-remove": "timeline.Promise",
    "inbox-item": "capture.Captured",
    "inbox-drop": "capture.Captured",
    "inbox-reopen": "capture.Captured",
    "inbox-picture": "capture.Captured",
    "card-again": "capture.Captured",
    "who-else": "timeline.Interaction",
    "fact-add": "contacts.Contact",
    "fact": "timeline.Fact",
    "fact-over": "timeline.Fact",
    "fact-again": "timeline.Fact",
    "fact-remove": "timeline.Fact",
    "contact-as-of": "contacts.Contact",
    "undo": "history.Act",
    "act": "history.Act",
    "trash-back": "history.Change",
    "import-run": "exchange.ImportRun",
    "import-start": "exchange.ImportRun",
    "import-mapping": "exchange.ImportRun",
    "import-discard": "exchange.ImportRun",
    "import-undo": "exchange.ImportRun",
    "import-anyway": "exchange.ImportRun",
    "import-circle": "exchange.ImportRun",
    "interview-source": "recall.Source",
    "interview-again": "recall.Source",
    "interview-cadences": "recall.Source",
    "interview-week": "recall.Remembered",
    "export-archive": "exchange.ExportRun",
    "device-sign-out": "accounts.Device",
    "reminders-push-remove": "reminders.PushDevice",
}

# Of the network of whoever is signed in.
OF_ONESELF = {
    "week", "week-on", "week-done", "week-not-now", "week-swap", "week-never", "week-decide", "week-past", "week-review", "trip-add", "week-relief", "week-ease", "week-pick", "week-name",
    "interview", "interview-begin", "interview-add", "interview-end",
    "own-page", "own-page-address", "own-page-preview", "own-page-photo", "own-code", "own-code-png", "own-code-svg", "own-vcard",
    "contacts", "contacts-selection", "contacts-keep-view", "contact-add", "own-card", "organizations", "events", "events-worth", "events-take", "event-add",
    "log", "log-who", "log-people", "capture", "capture-receive", "inbox", "cards", "paste", "paste-take",
    "triage", "triage-decide", "triage-later", "triage-again", "triage-circle", "triage-groups", "triage-groups-decide",
    "duplicates", "duplicates-merge", "duplicates-not-the-same", "duplicates-later", "duplicates-again", "duplicates-search",
    "duplicates-sure", "duplicates-merged", "duplicates-organizations", "duplicates-organizations-merge",
    "duplicates-organizations-not-the-same", "duplicates-organizations-later",
    "search", "palette", "palette-do", "history", "trash", "trash-empty", "imports", "export", "export-people",
    "restore", "restore-start", "restore-discard", "restore-copy", "status", "status-backup", "status-plan", "forgotten",
    "settings", "settings-profile", "settings-preferences", "settings-circles", "settings-password", "delete-account",
    "reminders", "reminders-digest", "reminders-end-links", "reminders-pause", "reminders-server", "reminders-trial", "reminders-calendar",
    "reminders-push",
    "leave-sample", "keys", "phone", "phone-authority", "phone-mobileconfig",
}  # fmt: skip

# Where ada's own page stands in the tests, switched on and with nothing ticked: nobody sees anything of her there.
PUBLIC = {"address": "kanarienvogel"}
OTHER_ARGUMENTS: dict[str, dict[str, Any]] = {
    "public-page": PUBLIC,
    "public-page-vcard": PUBLIC,
    "public-page-photo": PUBLIC,
    "week-on": {"on": date(2026, 11, 16)},
    "pair": {"code": "no-code"},
    "calendar-feed": {"secret": "no-secret"},
    "digest-answer": {"token": "no-token", "say": "done"},
    "digest-stop": {"token": "no-token"},
    "import-anyway": {"row": 1},
}


def routes(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern)
        else:
            yield pattern


def names() -> set[str]:
    return {str(pattern.name) for pattern in routes()}


def address_of(name: str, keys: dict[str, Any]) -> str:
    """The route's address, for the records whose keys are given by model label."""
    arguments = dict(OTHER_ARGUMENTS.get(name, {}))
    if name in OF_A_RECORD:
        arguments["pk"] = keys[OF_A_RECORD[name]]
    return reverse(name, kwargs=arguments)
