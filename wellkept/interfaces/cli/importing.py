"""``wellkept import``: files into the network, every row accounted for."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import aside, columns, counted, paper
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from wellkept.domain.accounts.models import Network
    from wellkept.domain.exchange.importing import Report

PROBLEMS_SHOWN = 20  # kinds of trouble of a file; --json has every row
ROWS_NAMED = 5


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="LinkedIn's ZIP, CSV files, vCards.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN=FIELD",
            help="What a column of a CSV is, such as --mapping 'Mobile no=phone_mobile'. May be given many times.",
        ),
    ] = None,
    region: Annotated[
        str, typer.Option(help="Where phone numbers without a country are from, such as AT; else as in your settings.")
    ] = "",
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Import contacts. The same file again changes nothing."""
    from wellkept.domain.exchange.importing import import_file

    _check_files(files)
    reports: list[Report] = []
    unreadable = False
    with acting_user(user) as (network, actor):
        for file in files:
            with _waiting(file, as_json):
                of_file = import_file(
                    network=network, path=file, name=file.name, by=actor,
                    options=_options(file, mapping or [], region, network), dry_run=dry_run,
                )  # fmt: skip
            reports += of_file
            unreadable |= all(_failed(report) for report in of_file)
            if not as_json:
                _tell(file, of_file, dry_run)
    if as_json:
        print_json([report.as_json() for report in reports])
        for report in filter(_failed, reports):
            aside(f"{report.file}: {report.problems[0]['message']}")
    if unreadable:
        raise typer.Exit(1)


def _check_files(files: list[Path]) -> None:
    """Before anything is begun: are they all there?"""
    from wellkept.domain.accounts.refusals import Refusal

    for file in files:
        try:
            if file.is_dir():
                raise Refusal(f"{file} is a folder. Name the files in it: {file}/*")
            file.open("rb").close()
        except OSError as error:
            raise Refusal(f"Cannot read {file}: {error.strerror}.") from error


def _options(file: Path, mapping: list[str], region: str, network: Network) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if region:
        options["region"] = _known_region(region)
    if mapping:
        options["mapping"] = _mapping(file, mapping)
    return options


def _known_region(region: str) -> str:
    from phonenumbers import SUPPORTED_REGIONS

    from wellkept.domain.accounts.refusals import Refusal

    if region.upper() not in SUPPORTED_REGIONS:
        raise Refusal(f"--region: “{region}” is no country's code of two letters, such as AT or US.")
    return region.upper()


def _mapping(file: Path, given: list[str]) -> dict[str, str]:
    """{'0': 'name', …}: what is given, and for the other columns what their words and contents suggest."""
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.exchange.entries import is_archive
    from wellkept.domain.exchange.mapped import proposal
    from wellkept.formats.csvs import read_table
    from wellkept.formats.csvs.columns import key
    from wellkept.formats.csvs.mapped import FIELDS

    if is_archive(file):
        raise Refusal(f"--mapping is for one CSV; {file.name} is a ZIP.")
    table = read_table(file.read_bytes())
    chosen = {str(index): field for index, field in proposal(table.header, table.rows[:100]).items()}
    places = {key(name): str(index) for index, name in reversed(list(enumerate(table.header)))}
    for pair in given:
        column, equals, field = pair.rpartition("=")
        if not equals or field.strip() not in FIELDS:
            raise Refusal(f"--mapping: “{pair}” is not COLUMN=FIELD with one of the fields {', '.join(FIELDS)}.")
        if key(column) not in places:
            raise Refusal(f"--mapping: {file.name} has no column “{column}”. It has: {', '.join(table.header)}.")
        chosen[places[key(column)]] = field.strip()
    return chosen


def _failed(report: Report) -> bool:
    return not report.rows and bool(report.problems) and report.problems[0]["row"] == 0


def _waiting(file: Path, as_json: bool) -> AbstractContextManager[Any]:
    """A sign of life, on a terminal."""
    import sys

    if as_json or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(f"Reading {file.name} …")


def _tell(file: Path, reports: list[Report], dry_run: bool) -> None:
    console = paper()
    used = [report for report in reports if report.rows or report.problems]
    if not used:
        console.print(f"{file.name}: there is nothing in it to import.")
    for report in used:
        if _failed(report):
            aside(f"{report.file}: {report.problems[0]['message']}")
            continue
        console.print(report.file, style="bold", end="")
        console.print(f"  {_kind(report.kind)}", style="dim")
        console.print(f"  {_sum(report, dry_run)}")
        _tell_problems(report)
    unused = len(reports) - len(used)
    if unused and used:
        console.print(f"{counted(unused, 'entry', 'entries')} of {file.name} not used.", style="dim")


def _tell_problems(report: Report) -> None:
    """Rows with the same trouble stand in one line."""
    same: dict[tuple[str, str], list[int]] = {}
    for problem in report.problems:
        same.setdefault((problem["field"], problem["message"]), []).append(problem["row"])
    rows = [(_rows(numbers), field, message) for (field, message), numbers in list(same.items())[:PROBLEMS_SHOWN]]
    if rows:
        paper().print(columns(rows, styles=["yellow", "dim"], indent=4))
    if len(same) > len(rows):
        paper().print(f"    and {len(same) - len(rows):,} more; --json lists them all.", style="dim")


def _rows(numbers: list[int]) -> str:
    if numbers == [0]:
        return ""
    named = ", ".join(map(str, numbers[:ROWS_NAMED]))
    more = f" and {len(numbers) - ROWS_NAMED:,} more" if len(numbers) > ROWS_NAMED else ""
    return f"{'row' if len(numbers) == 1 else 'rows'} {named}{more}"


def _kind(kind: str) -> str:
    from wellkept.domain.exchange.sources import source_of

    return str(source_of(kind).name) if kind else ""


def _sum(report: Report, dry_run: bool) -> str:
    parts = [f"{report.added:,} added", f"{report.merged:,} merged", f"{report.unchanged:,} unchanged"]
    parts.append(f"{report.refused:,} refused")
    would = " (nothing was changed: a dry run)" if dry_run else ""
    return f"{counted(report.rows, 'row', 'rows')}: {', '.join(parts)}{would}"
