"""Taking in what was captured: once, however often it is sent."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.models import Captured
from wellkept.domain.contacts.models import File
from wellkept.domain.events.models import Event
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.recording import EARLIEST

LONGEST_TEXT = 20_000  # characters: a whole mail, not a book
LONGEST_READ = 100_000  # characters of what was read, as JSON
LATEST = date(9000, 1, 1)
_KEY = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{7,35}")


def receive(
    *,
    network: Network,
    key: str,
    way: str,
    on: date,
    by: Actor | Acting,
    text: str = "",
    picture: File | None = None,
    read: dict[str, Any] | None = None,
    problem: str = "",
    event: Event | None = None,
) -> Captured:
    """Keep what was captured until the user has looked at it. The same ``key`` again gives the row that is there, and no act.

    ``key``: 8 to 36 letters, digits, '-' and '_', made where it was captured (a UUID). ``on``: the day there. ``read``: what
    the readers gave (people.as_json); ``problem``: why nothing could be read.
    """
    if not _KEY.fullmatch(key):
        raise Refusal(_("A capture needs a key of 8 to 36 letters and digits."), field="key")
    known = Captured.objects.filter(network=network, key=key).first()
    if known is not None:
        _check_owner(network, by)
        return known
    words = text.strip()
    _check(network, way, words, picture, read, event, on)
    row = Captured(
        key=key, way=way, text=words, picture=picture, read=read or {}, problem=problem[:500], event=event, on=on
    )
    with acting(by, network, "capture", summary=_("Captured %(what)s") % {"what": row.get_way_display()}) as act:
        return act.add(row)


def _check_owner(network: Network, by: Actor | Acting) -> None:
    with acting(by, network, "capture"):
        pass


def _check(
    network: Network,
    way: str,
    words: str,
    picture: File | None,
    read: dict[str, Any] | None,
    event: Event | None,
    on: date,
) -> None:
    if way not in Captured.Way.values:
        raise Refusal(_("“%(way)s” is no way to capture something.") % {"way": way}, field="way")
    if not words and picture is None and not read:
        raise Refusal(_("There is nothing to capture: write a line."), field="text")
    if len(words) > LONGEST_TEXT:
        raise Refusal(_("That is longer than %(most)d characters.") % {"most": LONGEST_TEXT}, field="text")
    if read and len(json.dumps(read)) > LONGEST_READ:
        raise Refusal(_("That is more than one capture holds."), field="read")
    if any(row is not None and row.network_id != network.pk for row in (picture, event)):
        raise Refusal(_("This is not in your network."))
    if not EARLIEST <= on <= LATEST:
        raise Refusal(_("%(day)s is no day to capture something on.") % {"day": on.isoformat()}, field="on")
