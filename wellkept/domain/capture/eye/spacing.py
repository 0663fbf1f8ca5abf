"""Spaces that the engine did not see: 'Universitetet i' is easily read as one word. The picture of the line has them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from wellkept.domain.capture.eye.straightening import Pixels

STEPS = 6  # places at which the engine looks, in one height of the line
NARROWEST = 0.18  # of the height: no space is narrower
MOST_UNSEEN = 2  # in one line; more are no spaces but letters set wide
LEAST_GAP = 0.24  # of the height: a space where no other space of the line says how wide they are


class _Between(NamedTuple):
    """Two neighbouring letters: where the second stands in the text, whether a space is read there, how wide the gap is."""

    at: int
    spaced: bool
    gap: float


def with_spaces(text: str, places: Sequence[int], line: Pixels) -> tuple[str, bool]:
    """The text with the spaces that the engine did not see, and whether there may be more of them: gaps nearly as wide.
    ``places``: where along the line the engine saw each letter, in its steps; spaces have none."""
    letters = [at for at, char in enumerate(text) if not char.isspace()]
    if len(letters) != len(places) or len(letters) < 4 or any(sign in text for sign in ("@", "://", "www")):
        return text, False
    pairs = _pairs(text, letters, places, line)
    height = float(line.shape[0])
    close = [pair.gap for pair in pairs if not pair.spaced]
    wide = [pair.gap for pair in pairs if pair.spaced and pair.gap]
    usual = median(close) if close else 0.0
    least = max(1.8 * usual + 0.05 * height, NARROWEST * height)
    sure, likely = (0.85 * min(wide), 0.7 * min(wide)) if wide else (LEAST_GAP * height, LEAST_GAP * height)
    inside = [pair for pair in pairs if not pair.spaced and text[pair.at - 1].isalpha() and text[pair.at].isalpha()]
    unseen = [pair.at for pair in inside if pair.gap >= max(least, sure)]
    if len(unseen) > MOST_UNSEEN:
        return text, False
    doubtful = sum(pair.gap >= max(least, likely) for pair in inside) > len(unseen)
    for at in reversed(unseen):
        text = f"{text[:at]} {text[at:]}"
    return text, doubtful


def _pairs(text: str, letters: Sequence[int], places: Sequence[int], line: Pixels) -> list[_Between]:
    step = line.shape[0] / STEPS
    runs = _blank_runs(line)
    pairs = []
    for number in range(1, len(letters)):
        left, right = (places[number - 1] + 0.5) * step, (places[number] + 0.5) * step
        inside = [end - start for start, end in runs if left < (start + end) / 2 < right]
        pairs.append(_Between(letters[number], letters[number] - letters[number - 1] > 1, max(inside, default=0.0)))
    return pairs


def _blank_runs(line: Pixels) -> list[tuple[int, int]]:
    """Columns without ink, as (from, to)."""
    grey = cv2.cvtColor(line, cv2.COLOR_BGR2GRAY)
    _level, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    if ink.mean() > 0.5:
        ink = 1 - ink
    trim = max(1, ink.shape[0] // 10)
    full = np.concatenate([[1], (ink[trim:-trim].sum(axis=0) > 0).astype(int), [1]])
    edges = np.diff(full)
    return list(zip(np.where(edges == -1)[0].tolist(), np.where(edges == 1)[0].tolist(), strict=True))
