"""Monica 4's two account exports, JSON and SQL, as one and the same values."""

from wellkept.formats.monica.reading import kind_of, read
from wellkept.formats.monica.values import (
    Debt,
    Facts,
    Gift,
    Interaction,
    JournalEntry,
    LifeEvent,
    Message,
    Money,
    MonicaExport,
    Note,
    Pet,
    Relationship,
    Reminder,
    StoredFile,
    Task,
    Unmodelled,
)

__all__ = [
    "Debt",
    "Facts",
    "Gift",
    "Interaction",
    "JournalEntry",
    "LifeEvent",
    "Message",
    "Money",
    "MonicaExport",
    "Note",
    "Pet",
    "Relationship",
    "Reminder",
    "StoredFile",
    "Task",
    "Unmodelled",
    "kind_of",
    "read",
]
