"""``make eval``: how good are the guesses? Prints tables; ``--write`` puts them into docs/developers/evaluation.md.

A part is a module of this package with ``tables(options) -> list[Table]``, the first line of whose docstring is its title and whose rest
is its introduction. It may have ``add_options(parser)`` for options of its own, and ``can_run(options) -> str``, which answers why it cannot
be measured here ('' when it can); a part that was named with --only and cannot run is an error.
"""

from __future__ import annotations

import argparse
import inspect
import pkgutil
import sys
import time
from importlib import import_module
from types import ModuleType

import evals
from evals import report
from evals.report import Section


def main() -> int:
    parts = find_parts()
    options = _parser(parts).parse_args()
    sections = []
    for name in options.only or parts:
        if why_not := _why_not(parts[name], options):
            print(f"{name} is left out: {why_not}", file=sys.stderr)
            if options.only:
                return 2
            continue
        sections.append(_measure(name, parts[name], options))
    report.tell(sections)
    if options.write:
        report.write(sections)
    return 0 if all(bar.holds for section in sections for table in section.tables for bar in table.bars) else 1


def find_parts() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(evals.__path__) if not module.name.startswith("_"))
    modules = {name: import_module(f"evals.{name}") for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, "tables")}


def _parser(parts: dict[str, ModuleType]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evals", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", choices=parts, action="append", help="measure this part only")
    parser.add_argument("--write", action="store_true", help="write docs/developers/evaluation.md")
    for name, part in parts.items():
        if hasattr(part, "add_options"):
            part.add_options(parser.add_argument_group(name))
    return parser


def _why_not(part: ModuleType, options: argparse.Namespace) -> str:
    return str(part.can_run(options)) if hasattr(part, "can_run") else ""


def _measure(name: str, part: ModuleType, options: argparse.Namespace) -> Section:
    print(f"Measuring {name} …", end="", flush=True, file=sys.stderr)
    began, used = time.perf_counter(), time.process_time()
    tables = part.tables(options)
    took = f"{time.perf_counter() - began:.0f} s, {time.process_time() - used:.0f} s of the processor"
    print(f" {took}", file=sys.stderr)
    title, _line, introduction = (inspect.getdoc(part) or name).partition("\n")
    return Section(name, title, introduction.strip(), tables)


if __name__ == "__main__":
    sys.exit(main())
