"""Where the signature begins: a choice among the last lines and 'nowhere', with weights learned from marked mails.

The probability that a block is the signature is its share among all candidates of the mail (a conditional logit; McFadden 1974). The mail
is decided first: it has a signature when the shares of all blocks together reach the threshold. Then the likeliest block is it. How the
weights were learned, and from what, is told in docs/developers/evaluation.md.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from wellkept.formats.signature.features import candidates, features, sender_words

DELIMITER = re.compile(r"^-- ?$")
MOST_BELOW_DELIMITER = 25  # lines; what is longer is no signature whatever stands above it


class Weights(NamedTuple):
    of: Mapping[str, float]
    none: float
    threshold: float


class Choice(NamedTuple):
    """Where the signature begins (None: there is none), and how sure it is that there is one."""

    start: int | None
    sure: float


@cache
def shipped() -> Weights:
    told = json.loads((Path(__file__).parent / "weights.json").read_text("utf-8"))
    return Weights(told["weights"], told["none"], told["threshold"])


def choose(lines: Sequence[str], sender: str = "", weights: Weights | None = None) -> Choice:
    """``lines`` are what the sender wrote, without quotes and footers; ``sender`` is the From header where it is known."""
    if (below := _below_delimiter(lines)) is not None:
        return Choice(below, 1.0)
    weights = weights or shipped()
    starts = candidates(lines)
    if not starts:
        return Choice(None, 0.0)
    words = sender_words(sender)
    scores = [
        sum(weights.of.get(name, 0.0) * value for name, value in features(lines, start, words).items())
        for start in starts
    ]
    highest = max(*scores, weights.none)
    shares = [math.exp(score - highest) for score in scores]
    total = sum(shares) + math.exp(weights.none - highest)
    sure = sum(shares) / total
    best = starts[shares.index(max(shares))]
    return Choice(best if sure >= weights.threshold else None, sure)


def _below_delimiter(lines: Sequence[str]) -> int | None:
    """The line behind the last '-- ' (RFC 3676, 4.3), where what follows is no longer than a signature is."""
    places = [number for number, line in enumerate(lines) if DELIMITER.match(line)]
    if not places:
        return None
    below = [line for line in lines[places[-1] + 1 :] if line.strip()]
    if not 0 < len(below) <= MOST_BELOW_DELIMITER:
        return None
    return next(number for number in range(places[-1] + 1, len(lines)) if lines[number].strip())
