"""``wellkept restore``: what ``wellkept export`` or ``wellkept backup`` made, back as it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import aside, counted, say
from wellkept.interfaces.cli.user import ask_password
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from wellkept.domain.exchange.restoring.opening import Part


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An archive, or the folder of a backup.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of what is here; a copy of that is kept.")
    ] = False,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Restore an archive, or a backup into an empty data folder: users, records, history and files, as they were."""
    from wellkept.domain.accounts.models import User
    from wellkept.domain.exchange.backups.bringing_back import is_backup

    if is_backup(file):
        _backup(file, replace, as_json)
    elif not User.objects.filter(is_guest=False).exists() and not user:
        _everybody(file, as_json)
    else:
        _into_network(file, user, replace, as_json)


def _backup(folder: Path, replace: bool, as_json: bool) -> None:
    """Everybody at once: where somebody has an account already, only when that is said, and after a backup of them."""
    from django.conf import settings
    from django.db import connections
    from django.utils import timezone

    from wellkept.domain.accounts.models import User
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.exchange.backups.bringing_back import bring_back
    from wellkept.domain.exchange.backups.planning import database_file, make_safety_copy

    before = ""
    if User.objects.filter(is_guest=False).exists():
        if not replace:
            raise Refusal(
                "Somebody keeps records here already. With --replace the backup takes the place of everybody's, "
                "and a backup of how it is now is made first."
            )
        before = str(make_safety_copy(now=timezone.now()).folder)
    connections.close_all()
    made = bring_back(folder=folder, database=database_file(), files=Path(settings.FILES_FOLDER))
    if as_json:
        print_json({"backup": str(folder), "at": made.made_at.isoformat(), "before": before})
        return
    say(f"Restored as it was on {made.made_at:%Y-%m-%d at %H:%M} UTC. Everybody signs in again.")
    if before:
        aside(f"What was here before is in {before}")


def _everybody(file: Path, as_json: bool) -> None:
    from wellkept.domain.exchange.restoring.opening import opened
    from wellkept.domain.exchange.restoring.putting_back import restore_users

    with opened(file) as archive:
        parts = archive.parts
    restore_users(path=file, password=lambda email: ask_password(f"A password for {email} (at least 12 characters)"))
    _tell(file, parts, "", as_json)


def _into_network(file: Path, user: str, replace: bool, as_json: bool) -> None:
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.exchange.restoring.opening import opened
    from wellkept.domain.exchange.restoring.putting_back import is_empty, restore_network
    from wellkept.domain.exchange.restoring.staging import copies_folder, keep_copy, own_part

    with acting_user(user) as (network, _actor):
        if not replace and not is_empty(network):
            raise Refusal(
                f"{network.owner.email} keeps records here already. With --replace the archive takes their place, "
                "and a copy of them is kept."
            )
        with opened(file) as archive:
            part = own_part(archive.parts, network.owner.email)
        copy = keep_copy(network=network)
        restore_network(network=network, path=file, part=part.prefix, replace=True)
        _tell(file, [part], str(copies_folder(network) / copy) if copy else "", as_json)


def _tell(file: Path, parts: list[Part], copy: str, as_json: bool) -> None:
    if as_json:
        users = [{"email": part.email, "name": part.name, "counts": part.counts} for part in parts]
        print_json({"file": str(file), "users": users, "before": copy})
        return
    for part in parts:
        people, passed = part.counts.get("contacts.contact", 1) - 1, part.counts.get("timeline.interaction", 0)
        say(
            f"{part.name} <{part.email}>: {counted(people, 'contact', 'contacts')}, "
            f"{counted(passed, 'interaction', 'interactions')} restored."
        )
    if copy:
        aside(f"What was here before is in {copy}")
