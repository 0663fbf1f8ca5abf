"""``wellkept user``: the people who have an account here."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from wellkept.interfaces.cli.options import AsJson, print_json

app = typer.Typer(no_args_is_help=True, help="The people who have an account here.")
Email = Annotated[str, typer.Argument(metavar="E-MAIL")]


@app.command()
def add(
    email: Email,
    name: Annotated[str, typer.Option(help="The user's name.")],
    time_zone: Annotated[str, typer.Option(help="Such as Europe/Vienna; else this machine's.")] = "",
    phone_region: Annotated[str, typer.Option(help="Such as AT: where phone numbers without a country are from.")] = "",
    as_json: AsJson = False,
) -> None:
    """Add a user. The password is asked for, or taken from WELLKEPT_PASSWORD."""
    from django.db import transaction

    from wellkept.domain.accounts.regions import machine_zone, propose
    from wellkept.domain.accounts.settling import change_preferences
    from wellkept.domain.contacts.joining import join

    proposal = propose(_language(), here=machine_zone())
    with transaction.atomic():
        user, network = join(email=email, name=name, password=ask_password())
        change_preferences(
            network=network,
            time_zone=time_zone or proposal.time_zone,
            week_start=proposal.week_start,
            phone_region=(phone_region or proposal.phone_region).upper(),
        )
    if as_json:
        print_json({"email": user.email, "name": user.name})
    else:
        typer.echo(f"Added {user.name} <{user.email}>.")


@app.command()
def password(email: Email, as_json: AsJson = False) -> None:
    """Give a user a new password (asked for, or from WELLKEPT_PASSWORD), and sign them out everywhere."""
    from wellkept.domain.accounts.devices import sign_others_out
    from wellkept.domain.accounts.models import User
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.accounts.settling import set_password

    user = User.objects.filter(email=email.strip().lower(), is_guest=False).first()
    if user is None:
        raise Refusal(f"There is no user {email}. `wellkept user list` names them.")
    set_password(user=user, password=ask_password())
    sign_others_out(user=user, but="")
    if as_json:
        print_json({"email": user.email})
    else:
        typer.echo(f"{user.email} has a new password.")


@app.command("list")
def list_users(as_json: AsJson = False) -> None:
    """List the users."""
    from wellkept.domain.accounts.models import User

    users = list(User.objects.filter(is_guest=False).order_by("pk"))
    if as_json:
        print_json([{"email": user.email, "name": user.name, "since": user.created_at.date()} for user in users])
    elif not users:
        typer.echo("There is no user yet. Make one: wellkept user add E-MAIL --name NAME", err=True)
    for user in [] if as_json else users:
        typer.echo(f"{user.email}\t{user.name}")


def ask_password(words: str = "Password (at least 12 characters)") -> str:
    """The password of WELLKEPT_PASSWORD, or what is typed twice."""
    given = os.environ.get("WELLKEPT_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        from wellkept.domain.accounts.refusals import Refusal

        raise Refusal("The password is asked for in a terminal. Without one, set WELLKEPT_PASSWORD.")
    asked: str = typer.prompt(words, hide_input=True, confirmation_prompt="Again", err=True)
    return asked


def _language() -> str:
    return (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").split(".")[0].replace("_", "-")
