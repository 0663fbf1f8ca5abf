"""``wellkept signature``: who signed a mail, and with what. Nothing is written, and no data folder is needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from wellkept.interfaces.cli.options import AsJson
from wellkept.interfaces.cli.printing import aside, columns, paper

if TYPE_CHECKING:
    from wellkept.formats.signature import Signature

FIELDS = ("name", "title", "organization", "emails", "phones", "urls", "address", "unsure")
NOTHING: dict[str, Any] = {
    "file": None, "name": None, "title": None, "organization": None, "emails": [], "phones": [], "urls": [], "address": None, "unsure": [],
}  # fmt: skip
LONGEST_LINE = 4_000_000  # octets of a line of a batch
Region = Annotated[
    str, typer.Option("--region", metavar="CC", help="The country of numbers without one: two letters, as in DE.")
]


def signature(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE…", help="Mails: text, or .eml. '-' reads standard input.")
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE.jsonl", help='Many at once: {"body","region"} a line, answered in order.'
        ),
    ] = None,
    region: Region = "",
    as_json: AsJson = False,
) -> None:
    """Read the signature of a mail: name, title, organization, e-mails, phones; with --json one object a line."""
    if region and not (len(region) == 2 and region.isalpha() and region.isascii()):
        aside(f"{region} is no country: two letters, as in DE.")
        raise typer.Exit(2)
    if bool(files) == bool(batch):
        aside("Name the mails to read, or a file of them with --batch.")
        raise typer.Exit(2)
    good = _batch(batch, region) if batch else _files(files or [], region, as_json=as_json)
    if not good:
        raise typer.Exit(1)


def _files(files: list[Path], region: str, *, as_json: bool) -> bool:
    from wellkept.formats.mails import LONGEST, read_mail
    from wellkept.formats.signature import read_signature

    good = True
    for file in files:
        try:
            data = sys.stdin.buffer.read(LONGEST + 1) if str(file) == "-" else _octets(file, LONGEST + 1)
        except OSError as error:
            aside(f"{file}: {error.strerror or error}")
            good = False
            continue
        if len(data) > LONGEST:
            aside(f"{file}: larger than {LONGEST // 1_000_000} MB; no mail is.")
            good = False
            continue
        mail = read_mail(data)
        _tell(str(file), read_signature(mail.text, region=region, sender=mail.sender), as_json=as_json)
    return good


def _octets(file: Path, most: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(most)


def _batch(file: Path, region: str) -> bool:
    """One object for each line that is not empty, in order; a line that cannot be read gives an empty one with "error"."""
    try:
        opened = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    except OSError as error:
        aside(f"{file}: {error.strerror or error}")
        return False
    good = True
    with opened:
        for answer in _answers(opened, region):
            good = good and "error" not in answer
            typer.echo(json.dumps(answer, ensure_ascii=False))
            if "error" in answer:
                aside(f"{file}: {answer['error']}")
    return good


def _answers(lines: BinaryIO, region: str) -> Iterator[dict[str, Any]]:
    from wellkept.formats.signature import read_signature

    number = 0
    while line := lines.readline(LONGEST_LINE + 1):
        number += 1
        told: dict[str, Any] | str
        if len(line) > LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = lines.readline(LONGEST_LINE)
            told = f"The line is longer than {LONGEST_LINE // 1_000_000} MB."
        elif not line.strip():
            continue
        else:
            told = _asked(line)
        if isinstance(told, str):
            yield {**NOTHING, "error": f"Line {number}: {told}"}
        else:
            read = read_signature(told["body"], region=told["region"] or region)
            yield {"file": None, **as_dict(read)}


def _asked(line: bytes) -> dict[str, str] | str:
    """The body and the region of a line, or what is wrong with it."""
    try:
        told = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return "This is no JSON."
    if not isinstance(told, dict) or not isinstance(told.get("body"), str):
        return 'Expected an object with "body", a text.'
    region = told.get("region") or ""
    if not isinstance(region, str) or (region and not (len(region) == 2 and region.isalpha() and region.isascii())):
        return 'Expected "region" to be two letters, as in "DE".'
    return {"body": told["body"], "region": region}


def as_dict(read: Signature) -> dict[str, Any]:
    """As the command prints it: null for a field that is not there."""
    found = {name: getattr(read, name) for name in FIELDS}
    return {name: list(value) if isinstance(value, tuple) else value or None for name, value in found.items()}


def _tell(file: str, read: Signature, *, as_json: bool) -> None:
    told = as_dict(read)
    if as_json:
        typer.echo(json.dumps({"file": file, **told}, ensure_ascii=False))
        return
    console = paper()
    console.print(file, style="bold")
    if read.empty:
        console.print("  no signature", style="dim")
        return
    rows = [
        (name, ", ".join(value) if isinstance(value, list) else value, "please check" if name in read.unsure else "")
        for name, value in told.items()
        if value and name != "unsure"
    ]
    console.print(columns(rows, styles=["dim", "", "yellow"]))
