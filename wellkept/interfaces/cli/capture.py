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
    from wellkept.domain.accounts.models import Actor, Network
    from wellkept.domain.capture.choosing import Choice
    from wellkept.domain.capture.reading import Reading
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
    from wellkept.domain.accounts.models import User
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.capture.reading import read_parsed
    from wellkept.formats.line import TooLong, parse
    from wellkept.interfaces.cli.days import day
    from wellkept.interfaces.cli.who import acting_user

    if dry_run and not user and not User.objects.filter(is_guest=False, is_active=True).exists():
        _bare(line, on, region, as_json=as_json)
        return
    with acting_user(user) as (network, actor):
        today = network.today()
        that_day = day(on, network, option="--on") if on else today
        try:
            read = parse(line, today=that_day, region=region or network.phone_region)
        except TooLong as refused:
            raise Refusal(str(refused)) from refused
        reading = read_parsed(network=network, read=read, on=that_day)
        told = as_contract(read, reading)
        if not dry_run:
            _keep(line, that_day, network, actor, reading)
    if as_json:
        print_json(told)
    else:
        _tell(read, told)


def _bare(line: str, on: str, region: str, *, as_json: bool) -> None:
    """Nobody is there yet to be matched: the line alone is read."""
    from wellkept.domain.accounts.refusals import Refusal

    today = on or date.today().isoformat()  # noqa: DTZ011 the day here
    told = _read({"line": line, "today": today}, region)
    if isinstance(told, str):
        raise Refusal(told)
    read, answer = told
    if as_json:
        print_json(answer)
    else:
        _tell(read, answer)


def as_contract(read: Line, reading: Reading) -> dict[str, Any]:
    """What is printed: the line as it was read, with who is meant; a name that could be several people's is asked about."""
    told = read.as_json()
    for contact, person in zip(told["contacts"], reading.people, strict=True):
        contact["match"] = person.meant.contact.pk if person.meant.contact else None
        if person.meant.asked and contact["name"] not in told["unsure"]:
            told["unsure"].append(contact["name"])
    return told


def _keep(line: str, on: date, network: Network, actor: Actor, reading: Reading) -> None:
    """Kept where nothing has to be asked; else it waits in the inbox for the answers."""
    from uuid import uuid4

    from wellkept.domain.capture.keeping import keep_at_once
    from wellkept.domain.capture.models import Captured
    from wellkept.domain.capture.receiving import receive

    key, today = str(uuid4()), network.today()
    choice = None if _is_asked(reading) else _choice(line, reading)
    if choice is None:
        receive(network=network, key=key, way=Captured.Way.LINE, text=line, on=on, by=actor)
        aside("It waits in the inbox: something has to be asked first.")
        return
    kept = keep_at_once(network=network, key=key, line=line, on=on, choice=choice, by=actor, today=today)
    aside(f"Kept: {', '.join(map(str, kept.contacts))}. `wellkept undo` takes it back.")


def _is_asked(reading: Reading) -> bool:
    whom = [each.whom for each in reading.facts] + [each.whom for each in reading.occasions]
    whom += [each.whom for each in reading.promises]
    return reading.asked or min(whom, default=0) < 0 or bool(reading.talk and reading.talk.on is None)


def _choice(line: str, reading: Reading) -> Choice:
    from wellkept.domain.capture.choosing import Choice, ChosenPerson, ChosenTalk

    talk, through = reading.talk, reading.introduced_by
    known = ChosenPerson(through.person, through.meant.contact) if through and through.meant.contact else None
    return Choice(
        people=[ChosenPerson(each.person, each.meant.contact) for each in reading.people],
        talk=ChosenTalk(talk.kind, talk.on, talk.event, talk.at, body=line) if talk and talk.on else None,
        facts=list(reading.facts),
        occasions=list(reading.occasions),
        promises=list(reading.promises),
        introduced_by=known,
        through=through.person.name.display if through and not known else "",
        follow_up_on=reading.follow_up_on,
    )


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
    try:
        told = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return "This is no JSON."
    if not isinstance(told, dict) or not isinstance(told.get("line"), str):
        return 'Expected an object with "line", a text.'
    read = _read(told, region)
    return read if isinstance(read, str) else read[1]


def _read(told: dict[str, Any], region: str) -> tuple[Line, dict[str, Any]] | str:
    from wellkept.formats.line import TooLong, parse

    country = told.get("region") or region
    if not isinstance(country, str) or (country and not _is_country(country)):
        return 'Expected "region" to be two letters, as in "DE".'
    try:
        today = date.fromisoformat(told["today"]) if told.get("today") else date.today()  # noqa: DTZ011 the day here
    except (TypeError, ValueError):
        return f"{told['today']} is no day: write it as 2026-11-18."
    try:
        read = parse(told["line"], today=today, region=country)
    except TooLong as refused:
        return str(refused)
    return read, read.as_json()


def _nothing() -> dict[str, Any]:
    from wellkept.formats.line import Line

    return Line("").as_json()


# --- for people -----------------------------------------------------------------------------------------------------------------
def _tell(read: Line, told: dict[str, Any]) -> None:
    rows: list[tuple[str, str]] = []
    for one, contact in zip(read.contacts, told["contacts"], strict=True):
        known = f"contact {contact['match']}" if contact["match"] else ""
        about = [one.title, one.organization, *one.emails, *one.phones, one.location, known]
        rows.append(("who", ", ".join([one.name, *filter(None, about)])))
    if read.interaction:
        happened = read.interaction
        rows.append(
            ("what", " · ".join(filter(None, [happened.kind, _day(happened.on) or "which day?", happened.event])))
        )
    rows += [("fact", said.words) for said in read.facts]
    rows += [("needs", said.words) for said in read.needs]
    rows += [("offers", said.words) for said in read.offers]
    for occasion in read.occasions:
        day = "-".join(f"{part:02d}" for part in (occasion.year, occasion.month, occasion.day) if part)
        rows.append(
            (occasion.kind.replace("_", " "), " · ".join(filter(None, [occasion.contact, day or "which day?"])))
        )
    rows += [(f"promised by {one.by}", " · ".join(filter(None, [one.text, _day(one.due)]))) for one in read.promises]
    rows += [("introduced by", read.introduced_by)] if read.introduced_by else []
    rows += [("get back on", _day(read.follow_up_on))] if read.follow_up_on else []
    rows += [("unsure", f"“{words}”") for words in told["unsure"]]
    console = paper()
    console.print(columns(rows, styles=["dim", ""], indent=0) if rows else "Nothing was read from this line.")


def _day(day: date | None) -> str:
    return f"{day:%a} {day.isoformat()}" if day else ""
