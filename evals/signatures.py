"""Signatures: which lines of a mail are one

forge, by Mailgun (CC BY 3.0): mails of the Enron corpus, half of them with their signature lines marked, half without a signature. The mails
are measured where they lie and are no part of the program; the weights are our own figures, learned from them by
`make eval ARGS="--only signatures --learn"`, together with 320 mails that `evals/_signatures/invented.py` makes of invented parts in five
languages (long blocks with gaps, notices below, ends that are no signature), which are never measured on. It writes `wellkept/formats/signature/weights.json`.

Each mail is first cut of quotes and footers. Then the last 18 lines that are not empty, and 'nowhere', are weighed against each other as the
beginning of the signature (a conditional logit over some forty features of the block from there to the end: closings, names, telephones,
titles, how much it reads like prose). A mail has a signature where the blocks together reach the threshold; then it begins at the likeliest line.

Measured by ten folds, mails with the same words in one of them, without the sender (as `--batch` reads) and with the From header (as in a
mail). *At the shipped threshold* it is the same number in all folds; *nested*, each fold chooses it on the other nine, by ten folds within
them, as the lowest at which at most 3 % of their clean mails are said to have a signature. *P*, *R*, *F1* are those of lines that are not empty;
*mails right* those with every line right; *false* the share of clean mails with any line. We had read the mails when we chose the features, so
mail of other writers will do somewhat worse.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from evals._signatures.invented import invented_mails
from evals._signatures.marked import FORGE, Marked, read_forge
from evals.report import Bar, Table
from tests.formats.signature.reading_mails import FIELDS
from tests.formats.signature.reading_mails import invented_mails as invented_tests
from wellkept.formats.names import fold
from wellkept.formats.signature import choosing, read_signature
from wellkept.formats.signature.closings import is_closing

FOLDS, SEED = 10, 1
FALSE_WANTED = 0.03
F1_BAR, FALSE_BAR = 0.86, 0.05
WEIGHTS = Path(choosing.__file__).parent / "weights.json"
Guess = Callable[[Marked], int | None]


def add_options(group: Any) -> None:
    group.add_argument("--learn", action="store_true", help="learn the weights of the signatures anew and write them")


def can_run(options: argparse.Namespace) -> str:
    if not FORGE.is_dir():
        return f"{FORGE} is not there (set WELLKEPT_CORPORA)"
    return "" if find_spec("scipy") else "scipy is not installed here (make eval has its own environment)"


def tables(options: argparse.Namespace) -> list[Table]:
    mails = read_forge()
    model = _Model(mails)
    if options.learn:
        model.write()
        choosing.shipped.cache_clear()
    threshold = choosing.shipped().threshold
    rows, bars = [], []
    for name, guess in BASELINES.items():
        rows.append([name, *_told(_measured(mails, guess))])
    for with_sender, told in ((False, "without the sender"), (True, "with the sender")):
        starts = model.folded(with_sender=with_sender, threshold=threshold)
        found = _measured(mails, starts.get_from)
        rows.append([f"ours, {told}, at {threshold}", *_told(found)])
        bars.append(Bar(f"F1 of lines, {told}", found["f1"], F1_BAR))
        bars.append(Bar(f"false signatures on clean mail, {told}", found["false"], FALSE_BAR, at_most=True))
        nested = model.folded(with_sender=with_sender, threshold=None)
        rows.append([f"ours, {told}, nested ({nested.thresholds})", *_told(_measured(mails, nested.get_from))])
    about = f"{len(mails)} mails, {sum(mail.clean for mail in mails)} of them clean; {sum(mail.filled for mail in mails)} lines, {sum(len(mail.signed) for mail in mails)} marked."
    lines = Table("Lines of signatures", ("", "P", "R", "F1", "mails right", "false"), rows, about=about, bars=bars)
    return [lines, _fields()]


class _Starts:
    """Where each mail's signature begins, by its key."""

    def __init__(self, starts: dict[str, int | None], thresholds: Sequence[float]) -> None:
        self.starts = starts
        low, high = min(thresholds), max(thresholds)
        self.thresholds = f"{low:.2f}" if low == high else f"{low:.2f} to {high:.2f}"

    def get_from(self, mail: Marked) -> int | None:
        return self.starts[mail.key]


class _Model:
    """The mails as numbers, learned with and without their sender so that one set of weights serves both."""

    def __init__(self, mails: Sequence[Marked]) -> None:
        from evals._signatures.learning import Seen

        self.mails = mails
        self.seen = {known: [Seen(mail, with_sender=known) for mail in mails] for known in (False, True)}
        self.folds = _folds(mails, range(len(mails)))
        self.invented = [Seen(mail, with_sender=known) for mail in invented_mails() for known in (False, True)]

    def folded(self, *, with_sender: bool, threshold: float | None) -> _Starts:
        starts: dict[str, int | None] = {}
        thresholds = []
        for fold_number in range(FOLDS):
            rest = [number for number in range(len(self.mails)) if self.folds[number] != fold_number]
            asked = [number for number in range(len(self.mails)) if self.folds[number] == fold_number]
            chosen = self._threshold(rest) if threshold is None else threshold
            thresholds.append(chosen)
            for number, sure, start in self._asked(rest, asked, with_sender=with_sender):
                starts[self.mails[number].key] = start if sure >= chosen else None
        return _Starts(starts, thresholds)

    def write(self) -> None:
        """Weights of all mails; the threshold of ten folds."""
        from evals._signatures.learning import as_weights

        everyone = list(range(len(self.mails)))
        told = as_weights(self._learned(everyone), self._threshold(everyone))
        text = {"threshold": told.threshold, "none": told.none, "weights": told.of}
        WEIGHTS.write_text(json.dumps(text, indent=1) + "\n", "utf-8")

    def _learned(self, numbers: Sequence[int]) -> Any:
        from evals._signatures.learning import PENALTY, learn

        both = [self.seen[known][number] for known in (False, True) for number in numbers]
        return learn([*both, *self.invented], 2 * PENALTY)

    def _asked(
        self, rest: Sequence[int], asked: Sequence[int], *, with_sender: bool
    ) -> list[tuple[int, float, int | None]]:
        from evals._signatures.learning import sureness

        sure, starts = sureness([self.seen[with_sender][number] for number in asked], self._learned(rest))
        return [(number, float(one), start) for number, one, start in zip(asked, sure, starts, strict=True)]

    def _threshold(self, numbers: Sequence[int]) -> float:
        """The lowest, in steps of .05, at which few enough of the clean mails would be said to have a signature, with or without sender."""
        folds = _folds(self.mails, numbers)
        clean: list[float] = []
        for fold_number in range(FOLDS):
            rest = [number for number in numbers if folds[number] != fold_number]
            asked = [number for number in numbers if folds[number] == fold_number and self.mails[number].clean]
            if asked:
                clean += [sure for _number, sure, _start in self._asked(rest, asked, with_sender=False)]
        steps = [step / 20 for step in range(6, 20)]
        return next(
            (step for step in steps if sum(sure >= step for sure in clean) <= FALSE_WANTED * len(clean)), steps[-1]
        )


def _folds(mails: Sequence[Marked], numbers: Sequence[int]) -> dict[int, int]:
    words = sorted({mails[number].copy_of for number in numbers})
    random.Random(SEED).shuffle(words)
    place = {one: number % FOLDS for number, one in enumerate(words)}
    return {number: place[mails[number].copy_of] for number in numbers}


def _measured(mails: Sequence[Marked], guess: Guess) -> dict[str, float]:
    right = wrong = missed = whole = false = 0
    for mail in mails:
        start = guess(mail)
        found = set()
        if start is not None:
            written = mail.body.split("\n")
            found = {number for number in range(mail.places[start], len(written)) if written[number].strip()}
        right += len(found & mail.signed)
        wrong += len(found - mail.signed)
        missed += len(mail.signed - found)
        whole += found == mail.signed
        false += mail.clean and bool(found)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return {
        "precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "whole": whole / len(mails), "false": false / max(1, sum(mail.clean for mail in mails)),
    }  # fmt: skip


def _fields() -> Table:
    """Each field of the invented mails of the tests, against what a reader would find."""
    mails = list(invented_tests())
    reads = [read_signature(body, region=region) for _expected, region, body in mails]
    rows: list[list[object]] = []
    for name in FIELDS:
        there = [(getattr(read, name), told[name]) for read, (told, _region, _body) in zip(reads, mails, strict=True)]
        filled = [pair for pair in there if pair[1]]
        invented = sum(bool(found) for found, told in there if not told)
        rows.append([name, len(filled), sum(found == told for found, told in filled), invented])
    whole = sum(
        all(getattr(read, name) == told[name] for name in FIELDS)
        for read, (told, _r, _b) in zip(reads, mails, strict=True)
    )
    about = f"{len(mails)} invented mails in five languages, the development set of the tests: 45 of the first 51 and 10 of the next 16 were right at the first look, and the rules were mended on the others."
    return Table(
        "Fields",
        ("", "there", "exact", "found where none is"),
        [*rows, ["all fields of a mail", len(mails), whole, ""]],
        about=about,
    )


def _told(found: dict[str, float]) -> list[str]:
    return [f"{found[name]:.3f}" for name in ("precision", "recall", "f1", "whole", "false")]


def _delimiter(mail: Marked) -> int | None:
    """The '-- ' of RFC 3676."""
    places = [number for number, line in enumerate(mail.lines) if choosing.DELIMITER.match(line)]
    return places[-1] + 1 if places and places[-1] + 1 < len(mail.lines) else None


def _last_lines(mail: Marked) -> int | None:
    """The last block between empty lines, where it is short: up to five lines of up to 50 letters."""
    filled = [number for number, line in enumerate(mail.lines) if line.strip()]
    if not filled:
        return None
    start = filled[-1]
    while start and mail.lines[start - 1].strip():
        start -= 1
    block = mail.lines[start : filled[-1] + 1]
    return start if len(block) < 6 and all(len(line.strip()) <= 50 for line in block) else None


def _by_rules(mail: Marked) -> int | None:
    """From a closing in the last eleven lines; else from a line with a name of the sender; else from a short last line with a telephone."""
    filled = [number for number, line in enumerate(mail.lines) if line.strip()][-11:]
    for number in filled:
        if is_closing(mail.lines[number]):
            return number
    words = set(re.findall(r"[^\W\d_]{3,}", fold(mail.sender)))
    for number in filled:
        line = mail.lines[number]
        if len(line.split()) < 5 and words & set(re.findall(r"[^\W\d_]{3,}", fold(line))):
            return number
    return None


BASELINES: dict[str, Guess] = {
    "behind '-- '": _delimiter,
    "the last block, if short": _last_lines,
    "a closing, or the sender's name": _by_rules,
}
