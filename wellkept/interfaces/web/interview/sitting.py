"""Five minutes at a time: how long the user has sat over it today, and where they go on."""

from __future__ import annotations

import time
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from wellkept.domain.recall.remembering import LONGEST_SITTING
from wellkept.domain.recall.walking import walk_of

ENOUGH = 300  # seconds
ANOTHER_TIME = 1800  # seconds without a press, and it is another sitting


def seconds_since_shown(request: Any) -> int:
    """From when the page was shown until it was sent; 0 where that cannot be told."""
    shown = request.POST.get("shown", "")
    seconds = int(time.time()) - int(shown) if shown.isdecimal() and len(shown) < 12 else 0
    return seconds if 0 < seconds <= LONGEST_SITTING else 0


def sit(request: Any, seconds: int) -> None:
    """Count towards the five minutes."""
    now = int(time.time())
    known = request.session.get("interview") or {}
    before = known.get("spent", 0) if now - known.get("at", 0) < ANOTHER_TIME else 0
    request.session["interview"] = {"spent": before + seconds, "at": now}


def onward(request: Any) -> HttpResponse:
    """To the next source; after five minutes to the page that says so; at the end of the walk to its end."""
    coming = walk_of(request.network).next
    if coming is None:
        return redirect("interview-end")
    if request.session.get("interview", {}).get("spent", 0) >= ENOUGH:
        request.session["interview"] = {"spent": 0, "at": int(time.time())}
        return redirect(f"{reverse('interview')}?enough=1")
    return redirect("interview-source", pk=coming.pk)
