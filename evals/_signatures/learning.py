"""The weights of the choice: maximum likelihood with a penalty, by the steps of L-BFGS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from evals._signatures.marked import Marked
from wellkept.formats.signature.choosing import Weights
from wellkept.formats.signature.features import MOST_LINES, NAMES, candidates, features, sender_words

PENALTY = 0.4
PLACE = {name: number for number, name in enumerate(NAMES)}


class Seen:
    """A mail as numbers: a row of features for each candidate, and which of them is marked (the last column: none)."""

    def __init__(self, mail: Marked, *, with_sender: bool) -> None:
        self.mail = mail
        self.starts = candidates(mail.lines)
        self.rows = np.zeros((MOST_LINES, len(NAMES)))
        words = sender_words(mail.sender) if with_sender else frozenset()
        for number, start in enumerate(self.starts):
            for name, value in features(mail.lines, start, words).items():
                self.rows[number, PLACE[name]] = float(value)
        self.there = np.zeros(MOST_LINES + 1)
        self.there[: len(self.starts)] = 1
        self.there[-1] = 1
        self.right = self.starts.index(mail.start) if mail.start in self.starts else MOST_LINES


def learn(seen: Sequence[Seen], penalty: float = PENALTY) -> np.ndarray[Any, Any]:
    """The weights of the features, and last the score of 'none'."""
    from scipy.optimize import minimize

    rows = np.stack([one.rows for one in seen])
    there = np.stack([one.there for one in seen])
    right = np.array([one.right for one in seen])
    each = np.arange(len(seen))

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        scores = _scores(rows, weights)
        shares = _shares(scores, there)
        told = -np.log(np.maximum(shares[each, right], 1e-12)).sum() + penalty / 2 * (weights[:-1] ** 2).sum()
        wrong = shares.copy()
        wrong[each, right] -= 1
        slope = np.append(np.einsum("mk,mkf->f", wrong[:, :-1], rows) + penalty * weights[:-1], wrong[:, -1].sum())
        return told, slope

    return minimize(loss, np.zeros(len(NAMES) + 1), jac=True, method="L-BFGS-B").x


def _scores(rows: np.ndarray[Any, Any], weights: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    scores = rows @ weights[:-1]
    return np.concatenate([scores, np.full((len(rows), 1), weights[-1])], axis=1)


def _shares(scores: np.ndarray[Any, Any], there: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True)) * there
    return powers / powers.sum(axis=1, keepdims=True)


def sureness(seen: Sequence[Seen], weights: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], list[int | None]]:
    """For each mail how sure a signature is, and where it would begin."""
    shares = _shares(_scores(np.stack([one.rows for one in seen]), weights), np.stack([one.there for one in seen]))
    best = shares[:, :-1].argmax(axis=1)
    return 1 - shares[:, -1], [one.starts[at] if one.starts else None for one, at in zip(seen, best, strict=True)]


def as_weights(weights: np.ndarray[Any, Any], threshold: float) -> Weights:
    told = {name: round(float(weights[PLACE[name]]), 3) for name in NAMES}
    return Weights(told, round(float(weights[-1]), 3), round(threshold, 3))
