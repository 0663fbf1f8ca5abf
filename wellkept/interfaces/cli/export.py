"""``wellkept export``: everything in one ZIP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import aside, counted, say
from wellkept.interfaces.cli.who import acting_user


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the ZIP is written.")],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Write everything you keep into one ZIP: JSON, vCards, CSV and files."""
    from django.utils import timezone

    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.exchange.exporting.archive import export_network

    if file.is_dir():
        raise Refusal(f"{file} is a folder. Name the file too: {file / 'wellkept.zip'}")
    if file.exists() and not force:
        raise Refusal(f"{file} is there already. Choose another name, or write over it with --force.")
    with acting_user(user) as (network, _actor):
        manifest = export_network(network=network, to=file.absolute(), at=timezone.now(), password=True)
    if as_json:
        print_json(
            {"file": str(file), "bytes": file.stat().st_size, "at": manifest["at"], "counts": manifest["counts"]}
        )
        return
    counts = manifest["counts"]
    people, passed = counts["contacts.contact"] - 1, counts["timeline.interaction"]
    say(f"{file}: {counted(people, 'contact', 'contacts')}, {counted(passed, 'interaction', 'interactions')}.")
    aside("It holds private things about many people: keep it where only you can read it.")
