"""Which file of the archive holds what. The folders above changed from year to year."""

from __future__ import annotations

import re
from typing import Literal

_FRIENDS = re.compile(r"(?:^|/)(?:your_)?friends(?:_\d+)?\.json$", re.IGNORECASE)
_THREAD = re.compile(
    r"(?:^|/)messages/(inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)/([^/]+)/message_\d+\.json$",
    re.IGNORECASE,
)
_PAGES = re.compile(r"(?:^|/)(?:(?:your_)?friends|message_\d+)\.html$", re.IGNORECASE)
_SECURE = re.compile(r"(?:.*/)?([^/]+)_\d+\.json$")


def which_entry(name: str) -> Literal["friends", "thread", "html", ""]:
    """'html' is what one gets who did not choose JSON. Spam and requests that were never answered are no threads."""
    path = name.replace("\\", "/")
    if _FRIENDS.search(path):
        return "friends"
    if found := _THREAD.search(path):
        return "thread" if found[1].lower() not in {"filtered_threads", "message_requests"} else ""
    return "html" if _PAGES.search(path) else ""


def conversation_of(name: str) -> str:
    """What the files of one thread have in common; for chats downloaded on their own, their name without its number."""
    path = name.replace("\\", "/")
    found = _THREAD.search(path)
    if found:
        return found[2]
    secure = _SECURE.match(path)
    return secure[1] if secure else path.rpartition("/")[2].removesuffix(".json")
