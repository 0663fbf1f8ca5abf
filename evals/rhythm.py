"""Rhythm: who comes next, who fell silent, when

Public logs of who wrote to or called whom. The log is cut at 80 % of its span; all that is learned, is learned of each ego alone from before the
cut, by the modules that the program itself uses (``wellkept/domain/rhythm``), and held against what came after. Columns: the area under the
curve for 'in touch within 30 days' (per ego, their mean), beside ranking by the last contact, by the number of messages and by how long more
than 30 days are over; how many of the reachable four a week the first four hold (R@4); the area for ties that had been quiet for 14 days; for ties
that fell silent for good; the share of windows said to hold in 80 % that did; the calibration error of the chances.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from evals._rhythm.logs import read_log
from evals._rhythm.measuring import measure
from evals.report import Bar, Table

CORPORA = Path(os.environ.get("WELLKEPT_CORPORA") or Path(__file__).resolve().parents[2] / "shared" / "corpora")
LOGS = {
    "manufacturing mail": ("manufacturingEmails.csv", "", 0.87),
    "Reality calls": ("call-Reality.txt", "core-call-Reality.txt", 0.84),
    "CollegeMsg": ("CollegeMsg.txt", "", 0.87),
}
LEEWAY, WEEKS, QUIET = 0.015, 0.70, 0.72
QUIET_HELD = ("manufacturing mail", "Reality calls")


def can_run(options: argparse.Namespace) -> str:
    there = all((CORPORA / "temporal" / name).exists() for name, _egos, _bar in LOGS.values())
    return "" if there else f"no logs at {CORPORA / 'temporal'} (set WELLKEPT_CORPORA)"


def tables(options: argparse.Namespace) -> list[Table]:
    found = {name: _measured(*files[:2]) for name, files in LOGS.items()}
    return [_chances(found), _weeks(found), _silences(found)]


def _measured(log: str, egos: str) -> dict[str, Any]:
    folder = CORPORA / "temporal"
    return measure(read_log(folder / log, folder / egos if egos else None))


def _chances(found: dict[str, dict[str, Any]]) -> Table:
    columns = ("egos", "ties", "auc30", "auc30_recent", "auc30_frequent", "auc30_overdue", "ece")
    bars = []
    for name, told in found.items():
        bars.append(Bar(f"{name}, area", told["auc30"], LOGS[name][2]))
        best = max(told["auc30_recent"], told["auc30_frequent"])
        bars.append(Bar(f"{name}, area above the better of recent and frequent", told["auc30"] - best, -LEEWAY))
    header = ("log", "egos", "ties", "ours", "most recent", "most frequent", "30 days overdue", "calibration error")
    return Table("In touch within 30 days", header, _rows(found, columns), bars=bars)


def _weeks(found: dict[str, dict[str, Any]]) -> Table:
    middle = sum(told["r4"] for told in found.values()) / len(found)
    header = ("log", "ours", "most recent", "most frequent")
    rows = _rows(found, ("r4", "r4_recent", "r4_frequent"))
    return Table("The first four of a week (R@4)", header, rows, bars=[Bar("mean of the logs", middle, WEEKS)])


def _silences(found: dict[str, dict[str, Any]]) -> Table:
    bars = []
    for name, told in found.items():
        if name in QUIET_HELD:
            bars.append(Bar(f"{name}, quiet ties", told["quiet_auc"], QUIET))
        bars.append(Bar(f"{name}, windows that held", told["window80_coverage"], 0.75))
        bars.append(Bar(f"{name}, windows that held", told["window80_coverage"], 0.85, at_most=True))
    header = ("log", "quiet for 14 days", "silent for good", "windows of 80 % that held")
    rows = _rows(found, ("quiet_auc", "dormancy_auc", "window80_coverage"))
    return Table("Silences", header, rows, bars=bars)


def _rows(found: dict[str, dict[str, Any]], columns: tuple[str, ...]) -> list[list[object]]:
    def shown(value: Any) -> object:
        return "–" if value is None else f"{value:.3f}" if isinstance(value, float) else value

    return [[name, *(shown(told[column]) for column in columns)] for name, told in found.items()]


def main() -> int:
    """``make eval-rhythm LOG=FILE [EGOS=FILE]``: the figures of any log as one JSON object."""
    parser = argparse.ArgumentParser(prog="evals.rhythm", description=main.__doc__)
    parser.add_argument("log", type=Path)
    parser.add_argument("egos", type=Path, nargs="?")
    options = parser.parse_args()
    for file in filter(None, (options.log, options.egos)):
        if not file.is_file():
            print(f"There is no file {file}.", file=sys.stderr)
            return 2
    print(json.dumps(measure(read_log(options.log, options.egos))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
