"""``wellkept backup`` and ``wellkept status``: is everything safe?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wellkept.interfaces.cli.options import AsJson, print_json
from wellkept.interfaces.cli.printing import aside, columns, counted, paper, say


def backup(
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="Where the backups are kept; else as settled.")
    ] = None,
    keep: Annotated[
        int, typer.Option(min=0, help="Keep this many of the newest; else 7 days, 4 weeks and 12 months.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Back up everybody's records and files while the server runs, verify the copy, and let go of old ones."""
    from django.utils import timezone

    from wellkept.domain.exchange.backups.planning import back_up

    made = back_up(now=timezone.now(), to=to.absolute() if to else None, keep=keep)
    missing = made.manifest["missing_files"]
    if as_json:
        print_json(
            {"backup": str(made.folder), "at": made.made_at.isoformat(), "bytes": made.size, "missing_files": missing}
        )
        return
    say(f"{made.folder}: {megabytes(made.size)}, verified.")
    if missing:
        aside(f"{counted(len(missing), 'file is', 'files are')} missing from the disk, and so from the backup.")
    aside("The installation's secret key is not in it: after restoring elsewhere, everybody signs in again.")


def status(as_json: AsJson = False) -> None:
    """Say how the installation stands: the last good backup, the disk, versions, each user's index."""
    from django.utils import timezone

    from wellkept.domain.exchange.backups.status import status as how

    now = timezone.now()
    stands, users = how(now), _users()
    if as_json:
        print_json({**stands.as_json(), "networks": users})
        return
    at = stands.backup_at
    lines = [
        ("Wellkept", f"{stands.wellkept} (Python {stands.python}, Django {stands.django}, SQLite {stands.sqlite})"),
        ("Last good backup", f"{at:%Y-%m-%d %H:%M} UTC, {megabytes(stands.backup_size)}" if at else "none"),
        ("Backups", f"{stands.backups} in {stands.backup_folder}"),
        ("At night", f"at {stands.nightly_at}, while the server runs" if stands.nightly else "switched off"),
        ("Database", megabytes(stands.database)),
        ("Files", megabytes(stands.files)),
        ("Free on the disk", megabytes(stands.free)),
    ]
    for user in users:
        index = "complete" if not user["search_missing"] else f"{user['search_missing']} rows differ"
        lines.append((str(user["email"]), f"search index {index}; last import {user['last_import'] or 'none'}"))
    paper().print(columns(lines))
    if stands.backup_problem:
        aside(f"The last backup failed: {stands.backup_problem}")
    if stands.backup_old and stands.users:
        aside("There is no recent backup. Make one: wellkept backup")


def _users() -> list[dict[str, object]]:
    from wellkept.domain.accounts.models import Network
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.backups.status import last_import
    from wellkept.domain.search.checking import missing_from_index

    found: list[dict[str, object]] = []
    for network in Network.objects.filter(kind=Network.Kind.OWN, owner__is_guest=False).select_related("owner"):
        with inside(network):
            run = last_import()
            found.append(
                {
                    "email": network.owner.email,
                    "search_missing": missing_from_index(network=network),
                    "last_import": run.created_at.date().isoformat() if run else None,
                }
            )
    return found


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
