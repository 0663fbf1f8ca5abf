"""``wellkept capture``: one line about people, read into what it says."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import aside, columns, paper

if TYPE_CHECKING:
    from wellkept.formats.line import Line

LONGEST_LINE = 100_000  # octets of a line of a batch
_NO_COUNTRY = "{} is no country: two letters, as in DE."


def capture(
    line: Annotated[str, typer.Argument(metavar="LINE", help="Who, what, when, in your own words.")] = "",
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="The day it was typed, as 2026-11-18; today when left out.")
    ] = "",
    region: Annotated[
        str,
        typer.Option(
            "--region", metavar="CC", help="The country of numbers and of dates such as 03/04: two letters, as in DE."
        ),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show how it is read; nothing is written.")] = False,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch",
            metavar="FILE.jsonl",
            help='Only read many: {"line","today","region"} a line, answered in order, one object a line.',
        ),
    ] = None,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Capture one line: who, what passed, facts, promises, the next step. What is unsure is asked about, never guessed."""
    if region and not _is_country(region):
        aside(_NO_COUNTRY.format(region))
        raise typer.Exit(2)
    if bool(line.strip()) == bool(batch):
        aside("Give a line, or a file of lines with --batch.")
        raise typer.Exit(2)
    if batch:
        if not _batch(batch, region):
            raise typer.Exit(1)
        return
    _one(line, on, region, user, dry_run=dry_run, as_json=as_json)


def _is_country(region: str) -> bool:
    return len(region) == 2 and region.isalpha() and region.isascii()


def _one(line: str, on: str, region: str, user: str, *, dry_run: bool, as_json: bool) -> None:
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.formats.line import TooLong, parse
    from wellkept.interfaces.cli.days import day
    from wellkept.interfaces.cli.who import acting_user

    with acting_user(user) as (network, _actor):
        today = day(on, network, option="--on") if on else network.today()
        try:
            read = parse(line, today=today, region=region or network.phone_region)
        except TooLong as refused:
            raise Refusal(str(refused)) from refused
        if as_json:
            print_json(read.as_json())
        else:
            _tell(read)


# --- many lines -----------------------------------------------------------------------------------------------------------------
def _batch(file: Path, region: str) -> bool:
    """One object for each line that is not empty, in order; a line that cannot be read gives one with "error"."""
    try:
        opened = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    except OSError as error:
        aside(f"{file}: {error.strerror or error}")
        return False
    good = True
    with opened:
        for number, answer in _answers(opened, region):
            if isinstance(answer, str):
                good = False
                aside(f"{file}, line {number}: {answer}")
                answer = {**_nothing(), "error": f"Line {number}: {answer}"}
            typer.echo(json.dumps(answer, ensure_ascii=False))
    return good


def _answers(lines: BinaryIO, region: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    number = 0
    while line := lines.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = lines.readline(LONGEST_LINE)
            yield number, f"It is longer than {LONGEST_LINE:,} octets."
        elif line.strip():
            yield number, _answer(line, region)


def _answer(line: bytes, region: str) -> dict[str, Any] | str:
    """What the line says, or what is wrong with it."""
    from wellkept.formats.line import TooLong, parse

    try:
        told = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return "This is no JSON."
    if not isinstance(told, dict) or not isinstance(told.get("line"), str):
        return 'Expected an object with "line", a text.'
    country = told.get("region") or region
    if not isinstance(country, str) or (country and not _is_country(country)):
        return 'Expected "region" to be two letters, as in "DE".'
    try:
        today = date.fromisoformat(told["today"]) if told.get("today") else date.today()  # noqa: DTZ011 the day here
    except (TypeError, ValueError):
        return 'Expected "today" to be a day, as in "2026-11-18".'
    try:
        return parse(told["line"], today=today, region=country).as_json()
    except TooLong as refused:
        return str(refused)


def _nothing() -> dict[str, Any]:
    from wellkept.formats.line import Line

    return Line("").as_json()


# --- for people -----------------------------------------------------------------------------------------------------------------
def _tell(read: Line) -> None:
    from wellkept.interfaces.cli.printing import shown

    rows: list[tuple[str, str]] = []
    for one in read.contacts:
        about = [one.title, one.organization, *one.emails, *one.phones, one.location]
        rows.append(("who", ", ".join([one.name, *filter(None, about)])))
    if read.interaction:
        happened = read.interaction
        rows.append(
            ("what", " · ".join(filter(None, [happened.kind, shown(happened.on) or "which day?", happened.event])))
        )
    rows += [("fact", said.words) for said in read.facts]
    rows += [("needs", said.words) for said in read.needs]
    rows += [("offers", said.words) for said in read.offers]
    for occasion in read.occasions:
        day = "-".join(f"{part:02d}" for part in (occasion.year, occasion.month, occasion.day) if part)
        rows.append(
            (occasion.kind.replace("_", " "), " · ".join(filter(None, [occasion.contact, day or "which day?"])))
        )
    rows += [(f"promised by {one.by}", " · ".join(filter(None, [one.text, shown(one.due)]))) for one in read.promises]
    rows += [("introduced by", read.introduced_by)] if read.introduced_by else []
    rows += [("get back on", shown(read.follow_up_on))] if read.follow_up_on else []
    rows += [("unsure", f"“{words}”") for words in read.unsure]
    console = paper()
    console.print(columns(rows, styles=["dim", ""], indent=0) if rows else "Nothing was read from this line.")
