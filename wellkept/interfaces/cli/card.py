"""``wellkept card``: what photos of business cards say. Nothing is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from wellkept.interfaces.cli.options import AsJson
from wellkept.interfaces.cli.printing import aside, columns, paper


def card(
    images: Annotated[
        list[Path], typer.Argument(metavar="IMAGE…", help="Photos or scans: JPEG, PNG, HEIC, WebP, GIF, TIFF.")
    ],
    region: Annotated[
        str,
        typer.Option("--region", metavar="CC", help="Your country, for numbers without one: two letters, as in DE."),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Read business cards off photos: name, organization, e-mails, phones; with --json one object a line."""
    from wellkept.domain.capture.seeing import Eye, engine_is_there

    if region and not (len(region) == 2 and region.isalpha()):
        aside(f"{region} is no country: two letters, as in DE.")
        raise typer.Exit(2)
    if not engine_is_there():
        aside("The engine that reads cards is not installed. Install it with: make setup-cards")
        raise typer.Exit(1)
    failed = False
    with Eye(warm=True) as eye:
        from wellkept.domain.capture.cards import NOTHING_FOUND, card_of, word_for

        for image in images:
            try:
                data = image.read_bytes()
            except OSError as error:
                aside(f"{image}: {error.strerror or error}")
                failed = True
                continue
            seen = eye.read(data)
            if seen.problem:
                aside(f"{image}: {word_for(seen.problem)}")
                failed = True
                continue
            read = card_of(seen, region=region)
            if read.empty:
                aside(f"{image}: {NOTHING_FOUND}")
            _tell(image, read, as_json=as_json)
    if failed:
        raise typer.Exit(1)


def _tell(image: Path, read: Any, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"file": str(image), **read.as_dict()}, ensure_ascii=False))
        return
    rows = [
        (field, ", ".join(value) if isinstance(value, list) else value, "please check" if field in read.unsure else "")
        for field, value in read.as_dict().items()
        if value and field != "unsure"
    ]
    console = paper()
    console.print(str(image), style="bold")
    console.print(columns(rows, styles=["dim", "", "yellow"]))
    if doubtful := [word for word in read.unsure if word not in read.as_dict()]:
        console.print("  please check: " + ", ".join(doubtful), style="yellow")
