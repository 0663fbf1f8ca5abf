"""How a reading is held against what was expected; the evaluation counts with it too."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from wellkept.formats.line import parse

LINES = Path(__file__).parent / "lines.jsonl"


def samples():
    return [json.loads(line) for line in LINES.read_text("utf-8").splitlines() if line.strip()]


def even(value):
    """Without what makes no difference: case, marks at the ends, the order of a list."""
    if isinstance(value, str):
        return " ".join(value.casefold().strip(" .,;:!").split())
    if isinstance(value, list):
        return sorted((even(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True, ensure_ascii=False))
    if isinstance(value, dict):
        return {key: even(one) for key, one in value.items()}
    return value


def read(sample):
    return parse(sample["line"], today=date.fromisoformat(sample["today"]), region=sample["region"]).as_json()


def wrong_fields(expected, got):
    return [name for name in expected if even(expected[name]) != even(got[name])]


@dataclass
class Score:
    """``silent``: lines of which something was read wrongly and nothing is marked unsure."""

    lines: Counter = field(default_factory=Counter)
    exact: Counter = field(default_factory=Counter)
    fields: Counter = field(default_factory=Counter)
    wrong: list = field(default_factory=list)
    silent: int = 0

    def share(self, language):
        return self.exact[language] / self.lines[language]

    @property
    def silent_share(self):
        return self.silent / self.lines.total()


def score(all_samples, reader=read):
    result = Score()
    for sample in all_samples:
        got, language = reader(sample), sample["language"]
        bad = wrong_fields(sample["expected"], got)
        result.lines[language] += 1
        result.exact[language] += not bad
        result.fields.update(name for name in sample["expected"] if name not in bad)
        result.silent += bool(bad) and not got["unsure"]
        if bad:
            result.wrong.append((sample["line"], bad))
    return result
