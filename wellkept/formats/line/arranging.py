"""What is arranged and has not passed, and weekdays of which the line does not say whether they have passed."""

from __future__ import annotations

import re

from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.draft import Draft

_BOOKED = re.compile(
    r"(?:(?:it's|it\s+is|that's|is|was|now|all|has\s+been|been|moved|we\s+have\s+it)\s+)*(?:booked|scheduled|planned|arranged|fixed|confirmed|pencil+ed|penciled|diarised|set|moved|postponed|pushed)\s+(?:in\s+|back\s+)?(?:for|on|to|until)(?!\w)\s*"
)
# Words that are no verb: 'lunch with Ana'.
_TOLD = re.compile(r"(?:ed|met|had|saw|spoke|ran|rang|sat|hung|got|gave|took|came|shook)(?!\w)")
# A weekday so near ahead may be meant, and is as long past as a weekday can be.
_NEARER = 2
# What shows that a line tells of something that has been.
_HAS_BEEN = re.compile(
    r"(?<!\w)(?:had|got|grabbed|was|were|went|met|said|told|promised|offered|asked|mentioned|gave|seemed|learn(?:ed|t)|heard|wore|brought|agreed|wanted|liked|loved|nice|great|good|lovely|long|interesting|productive|finally|during\s+which|in\s+which|on\s+which|over\s+which)(?!\w)"
)


def is_bare(draft: Draft) -> bool:
    """Whether nothing but a noun says what passed, so that it may be still to come."""
    return draft.passed is not None and not _TOLD.search(draft.words.plain[slice(*draft.passed.at)])


def booked(draft: Draft, start: int, end: int) -> bool:
    """'Lunch with Ana, CTO at Acme, is booked for 19 May': it is the next step, and nothing passed."""
    days = draft.days_in(start, end)
    found = _BOOKED.fullmatch(draft.without_days(start, end).strip() + " ") or _BOOKED.match(
        draft.words.plain, start, end
    )
    if not found or not days or draft.words.language != "en":
        return False
    return put_off(draft, days[0], (start, end))


def put_off(draft: Draft, day: Day, at: tuple[int, int]) -> bool:
    """What seemed to have passed is still to come, on ``day``."""
    if not is_bare(draft) or not day.coming or day.coming <= draft.today or draft.follow_up:
        return False
    draft.passed, draft.follow_up = None, (day.coming, at)
    draft.used.add(day.start)
    return True


def is_unclear(draft: Draft, day: Day) -> bool:
    """'Lunch with Ana on Thursday', said on a Tuesday: the coming one is nearer, and nothing tells that it has been."""
    passed = draft.passed
    if passed is None or not day.weekday or not day.past or not day.coming or draft.words.language != "en":
        return False
    if day.past >= draft.today or (day.coming - draft.today).days > _NEARER:
        return False
    if re.match(r"last|past|this\s+past", draft.words.plain[day.core : day.end]) or not is_bare(draft):
        return False
    return passed.kind not in ("gift", "card", "message", "email", "event") and not _HAS_BEEN.search(draft.words.plain)
