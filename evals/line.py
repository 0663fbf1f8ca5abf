"""One line

The lines of `tests/formats/line/lines.jsonl`, all of invented people, each with what a careful reader makes of it, are read by
`wellkept.formats.line`. A line counts as *exact* when every field of the answer is the one expected (case, marks at the ends of words and the
order of lists make no difference); as *silently wrong* when some field is not and nothing of the line is marked unsure. The rules were tuned on
these lines, so lines of other people do worse: how much, the last column of the last table says. Each block of lines was written in one go,
measured once, and only then tuned on: that first measure is the honest one.
"""

from __future__ import annotations

import argparse
import time
from statistics import quantiles

from evals.report import Bar, Table
from tests.formats.line.scoring import Score, read, samples, score

LANGUAGES = {"en": "English", "de": "German", "es": "Spanish", "fr": "French", "pt": "Portuguese"}
ENGLISH_BAR, OTHER_BAR, SILENT_BAR, SLOWEST = 0.85, 0.60, 0.03, 50.0
# Blocks of lines as they were written: what, how many, exact at first sight, silently wrong at first sight.
FIRST_SIGHT = (
    ("the first hundred, written before there was a rule", 100, 0.82, 0.17),
    ("a second hundred", 100, 0.53, 0.40),
    ("sixty in other manners: terse notes, dictation, mail", 60, 0.45, 0.48),
    ("eighty, half of them English", 80, 0.59, 0.30),
    ("forty English ones", 40, 0.70, 0.20),
    ("fifty-four, thirty of them English", 54, 0.63, 0.30),
    ("thirty English ones", 30, 0.70, 0.20),
    ("thirty-four in the other languages", 34, 0.71, 0.21),
    ("thirty English ones again", 30, 0.60, 0.37),
    ("forty English ones, of many clauses each", 40, 0.62, 0.28),
    ("thirty English ones of the same kind, thereafter", 30, 0.73, 0.13),
    ("thirty more of them", 30, 0.63, 0.27),
    ("fifteen English ones again", 15, 0.67, 0.33),
    ("twenty in the other languages, of many clauses each", 20, 0.90, 0.10),
    ("twenty more of them", 20, 0.55, 0.30),
    ("a hundred English ones typed in a hurry, names in small letters", 100, 0.54, 0.21),
    ("a hundred English ones in careful sentences and in lists", 100, 0.69, 0.24),
    ("a hundred English ones, an exam of the conventions", 100, 0.81, 0.13),
    ("a hundred and twenty in the other languages", 120, 0.48, 0.35),
    ("eighty English ones, another exam", 80, 0.82, 0.14),
    ("forty in the other languages, of the same exam", 40, 0.92, 0.08),
    ("eighty English ones of five kinds of people", 80, 0.78, 0.16),
    ("eighty English ones, a third exam", 80, 0.88, 0.09),
    ("seventy English ones, a fourth", 70, 0.87, 0.13),
    ("forty in the other languages, of the fourth", 40, 0.95, 0.05),
    ("sixty English ones, a fifth exam", 60, 0.92, 0.08),
    ("seventy-five typed on a phone between meetings", 75, 0.80, 0.12),
    ("seventy-five in full sentences", 75, 0.85, 0.12),
    ("seventy-five from conferences", 75, 0.71, 0.24),
    ("seventy-five from trades, arts and care", 75, 0.85, 0.09),
    (
        "seventy-five by somebody who knew the requirement alone, when a need was kept as 'looking for a designer'",
        75,
        0.67,
        0.28,
    ),
    ("seventy-five by another such", 75, 0.68, 0.25),
    ("eighty in the other languages", 80, 0.66, 0.15),
    ("eighty English ones, a sixth exam", 80, 0.93, 0.06),
    ("eighty by a strict tester", 80, 0.95, 0.04),
    ("eighty by somebody who knew the requirement alone", 80, 0.85, 0.11),
    ("eighty English ones, a seventh exam", 80, 0.90, 0.09),
    ("eighty as users of other products write them", 80, 0.89, 0.09),
    ("eighty English ones, an eighth exam", 80, 0.99, 0.01),
    ("eighty from eight countries", 80, 0.91, 0.09),
    ("ninety English ones, a ninth exam", 90, 0.93, 0.03),
    ("ninety of six trades", 90, 0.93, 0.04),
    ("sixty in the other languages, thereafter", 60, 0.88, 0.07),
    ("ninety English ones, a tenth exam", 90, 0.98, 0.01),
    ("ninety by a networker and a tester", 90, 0.93, 0.03),
    ("eighty English ones, an eleventh exam", 80, 0.95, 0.01),
    ("eighty by an engineer who knew the requirement alone", 80, 0.90, 0.05),
)


def tables(_options: argparse.Namespace) -> list[Table]:
    lines, taken = samples(), []

    def timed(sample: dict) -> dict:
        begun = time.perf_counter()
        told = read(sample)
        taken.append((time.perf_counter() - begun) * 1000)
        return told

    read(lines[0])  # the patterns are compiled once
    result = score(lines, timed)
    return [_languages(result), _fields(result, len(lines)), _speed(taken), _first_sight()]


def _languages(result: Score) -> Table:
    rows = [(told, result.lines[code], f"{result.share(code):.3f}") for code, told in LANGUAGES.items()]
    bars = [
        Bar(f"{told}, exact", result.share(code), ENGLISH_BAR if code == "en" else OTHER_BAR)
        for code, told in LANGUAGES.items()
    ]
    bars.append(Bar("silently wrong, of all", result.silent_share, SILENT_BAR, at_most=True))
    return Table("Exact lines", ["language", "lines", "exact"], rows, bars=bars)


def _fields(result: Score, lines: int) -> Table:
    rows = [(name, f"{count / lines:.3f}") for name, count in result.fields.items()]
    return Table("By field", ["field", "exact"], rows)


def _speed(taken: list[float]) -> Table:
    cuts = quantiles(taken, n=20)
    bar = Bar("the 95th of a hundred, in milliseconds", cuts[18], SLOWEST, at_most=True, digits=1)
    return Table("Milliseconds a line", ["p50", "p95"], [(f"{cuts[9]:.1f}", f"{cuts[18]:.1f}")], bars=[bar])


def _first_sight() -> Table:
    rows = [(what, count, f"{exact:.2f}", f"{silent:.2f}") for what, count, exact, silent in FIRST_SIGHT]
    return Table("At first sight", ["lines", "count", "exact", "silently wrong"], rows)
