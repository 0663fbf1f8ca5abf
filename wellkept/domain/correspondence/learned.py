"""What a fact in the user's own words gives for a letter: what somebody loves, and what they need. Pure.

Only words that can be said to their face are used: what they like to do, and a thing they look for.
"""

from __future__ import annotations

import re

from wellkept.domain.correspondence.topics import is_private

LONGEST = 40  # characters
_LOVES = re.compile(
    r"(?:(?:she|he|they)\s+)?(?:really\s+|also\s+)?(?:loves?|likes?|enjoys?|is into|are into|into|keen on|is keen on|fond of|plays?|"
    r"passionate about|is passionate about)\s+(?P<what>[^.,;:!?()]+)",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"(?:(?:she|he|they)\s+)?(?:needs?|is looking for|are looking for|looking for|looks for|wants?|seeks?|searching for)?\s*"
    r"(?P<what>(?:an?|the|some|more|new)\s+[^.,;:!?()]+)",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(r"\b(?:her|his|their|she|he|they|them|him|me|my|i|we|us|our|to)\b", re.IGNORECASE)


def loved(words: str) -> str:
    """'climbing' of 'loves climbing'; '' where the words say something else."""
    return _said(_LOVES.fullmatch(words.strip()))


def needed(words: str) -> str:
    """'a data engineer' of 'a data engineer' and of 'needs a data engineer'; '' where the words say something else."""
    return _said(_NEEDS.fullmatch(words.strip()))


def _said(found: re.Match[str] | None) -> str:
    what = " ".join(found["what"].split()) if found else ""
    return "" if len(what) > LONGEST or _ABOUT_OTHERS.search(what) or is_private(what) else what
