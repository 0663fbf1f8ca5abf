"""``wellkept export``: everything in one ZIP, or contacts in the format of another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wellkept.interfaces.cli.choosing import chosen
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import aside, counted, say
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from wellkept.domain.accounts.models import Network
    from wellkept.domain.exchange.exporting.choosing import Choice

ARCHIVE = "archive"


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it is written.")],
    format: Annotated[
        str,
        typer.Option(
            "--format", help="archive, or for other programs vcard3, vcard4, vcard21, csv, google, outlook, jcard, markdown."
        ),
    ] = ARCHIVE,
    circle: Annotated[str, typer.Option("--circle", metavar="NAME", help="Only those in this circle.")] = "",
    tag: Annotated[str, typer.Option("--tag", metavar="NAME", help="Only those with this tag.")] = "",
    view: Annotated[str, typer.Option("--view", metavar="NAME", help="Only those in this view of the contacts.")] = "",
    contact: Annotated[str, typer.Option("--contact", metavar="CONTACT", help="Only this contact.")] = "",
    archived: Annotated[bool, typer.Option("--archived", help="Contacts that are archived, too.")] = False,
    everybody: Annotated[bool, typer.Option("--all", help="The archive of every user, to move an installation.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Write everything you keep into one ZIP; or contacts, all or some, as other programs read them."""
    from wellkept.domain.accounts.refusals import Refusal

    narrowed = {"--circle": circle, "--tag": tag, "--view": view, "--contact": contact, "--archived": archived}
    said = [name for name, value in narrowed.items() if value]
    _check_place(file, force)
    if format != ARCHIVE and everybody:
        raise Refusal("--all writes archives. Other formats are for one user: --user E-MAIL")
    if format == ARCHIVE:
        if said:
            raise Refusal(f"The archive holds everything. {said[0]} goes with another --format, such as vcard4.")
        _archive(file, user, everybody, as_json)
        return
    with acting_user(user) as (network, _actor):
        choice = _choice(network, circle, tag, view, contact, archived)
        _people(network, file, format, choice, as_json)


def _check_place(file: Path, force: bool) -> None:
    from wellkept.domain.accounts.refusals import Refusal

    if file.is_dir():
        raise Refusal(f"{file} is a folder. Name the file too: {file / 'wellkept.zip'}")
    if file.exists() and not force:
        raise Refusal(f"{file} is there already. Choose another name, or write over it with --force.")


def _archive(file: Path, user: str, everybody: bool, as_json: bool) -> None:
    from django.utils import timezone

    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.exchange.exporting.archive import export_folder, export_network

    if everybody:
        if user:
            raise Refusal("Either --all, or --user.")
        manifest = export_folder(to=file.absolute(), at=timezone.now())
    else:
        with acting_user(user) as (network, _actor):
            manifest = export_network(network=network, to=file.absolute(), at=timezone.now(), password=True)
    size, counts = file.stat().st_size, manifest["counts"]
    if as_json:
        users = [one["email"] for one in manifest["users"]]
        print_json({"file": str(file), "bytes": size, "at": manifest["at"], "users": users, "counts": counts})
        return
    people, passed = counts["contacts.contact"] - len(manifest["users"]), counts["timeline.interaction"]
    of = f" of {counted(len(manifest['users']), 'user', 'users')}" if everybody else ""
    say(f"{file}: {counted(people, 'contact', 'contacts')}, {counted(passed, 'interaction', 'interactions')}{of}.")
    aside("It holds private things about many people: keep it where only you can read it.")


def _people(network: Network, file: Path, format: str, choice: Choice, as_json: bool) -> None:
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.exchange.exporting.ordering import export_people
    from wellkept.domain.exchange.exporting.writers import FORMATS

    if format not in FORMATS:
        raise Refusal(f"There is no format {format}. There are: {', '.join([ARCHIVE, *FORMATS])}.")
    people = export_people(network=network, format=format, choice=choice, to=file.absolute())
    if as_json:
        print_json({"file": str(file), "bytes": file.stat().st_size, "format": format, "contacts": people})
        return
    say(f"{file}: {counted(people, 'contact', 'contacts')}.")


def _choice(network: Network, circle: str, tag: str, view: str, contact: str, archived: bool) -> Choice:
    """Who is meant. Raises ``Refusal`` where a name is nobody's, and where a view or contact is narrowed further."""
    from urllib.parse import urlencode

    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.contacts.models import Circle, SavedView, Tag
    from wellkept.domain.exchange.exporting.choosing import of_contacts, of_list

    if sum(map(bool, (circle or tag, view, contact))) > 1:
        raise Refusal("Choose by --contact, by --view, or by --circle and --tag.")
    if contact:
        return of_contacts([chosen(network, contact).pk])
    if view:
        return of_list(_named(SavedView.objects.filter(network=network), view, "view").query, archived=archived)
    said = {}
    if circle:
        said["circle"] = _named(Circle.objects.filter(network=network), circle, "circle").pk
    if tag:
        said["tag"] = _named(Tag.objects.filter(network=network), tag, "tag").pk
    return of_list(urlencode(said), archived=archived)


def _named(rows: Any, name: str, what: str) -> Any:
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.formats.names import fold

    found = next((row for row in rows if fold(row.name) == fold(name)), None)
    if found is None:
        there = ", ".join(row.name for row in rows[:20])
        raise Refusal(f"There is no {what} {name}." + (f" There are: {there}." if there else ""))
    return found
