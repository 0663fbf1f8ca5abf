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

    if not User.objects.filter(is_guest=False).exists() and not user:
        _everybody(file, as_json)
    else:
        _into_network(file, user, replace, as_json)


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
