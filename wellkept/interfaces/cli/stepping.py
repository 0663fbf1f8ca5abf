"""``wellkept decide | snooze | next | skip``: how often to be in touch, and what is due when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wellkept.interfaces.cli.choosing import Whom, chosen
from wellkept.interfaces.cli.days import coming
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import say, shown
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from wellkept.domain.contacts.models import Contact

When = Annotated[list[str], typer.Argument(metavar="WHEN", help="2 weeks, friday, next month, 4 May, 2026-12-01.")]


def decide(
    whom: Whom,
    cadence: Annotated[
        list[str],
        typer.Argument(
            metavar="CADENCE",
            help="A span such as 3 months; 'circle' for that of the circles; 'never'; 'undecided' to take it back.",
        ),
    ],
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Decide how often to be in touch with a contact."""
    from wellkept.domain.cadence.deciding import decide as decide_

    kind, days = _cadence(" ".join(cadence))
    with acting_user(user) as (network, actor):
        person = chosen(network, whom)
        decide_(contacts=[person], kind=kind, days=days, by=actor, today=network.today())
        _tell(person, as_json)


def snooze(whom: Whom, when: When, user: ForUser = "", as_json: AsJson = False) -> None:
    """Put the next step with a contact off. Is no touch."""
    from wellkept.domain.cadence.stepping import snooze as snooze_

    with acting_user(user) as (network, actor):
        person = chosen(network, whom)
        until = coming(" ".join(when), network, option="WHEN")
        snooze_(contact=person, until=until, by=actor, today=network.today())
        _tell(person, as_json)


def next_(
    whom: Whom,
    when: When,
    what: Annotated[str, typer.Option(help="What the next step is.")] = "",
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Choose the day of the next step with a contact."""
    from wellkept.domain.cadence.stepping import reschedule

    with acting_user(user) as (network, actor):
        person = chosen(network, whom)
        on = coming(" ".join(when), network, option="WHEN")
        reschedule(contact=person, on=on, what=what, by=actor, today=network.today())
        _tell(person, as_json)


def skip(whom: Whom, user: ForUser = "", as_json: AsJson = False) -> None:
    """Let this turn go: the next one comes a cadence later."""
    from wellkept.domain.cadence.stepping import skip as skip_

    with acting_user(user) as (network, actor):
        person = chosen(network, whom)
        skip_(contact=person, by=actor, today=network.today())
        _tell(person, as_json)


def _cadence(text: str) -> tuple[Any, int | None]:
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.formats.spans import parse_span

    word = text.strip().lower().removeprefix("every ").strip()
    if word in {"circle", "never", "undecided"}:
        return (None if word == "undecided" else word), None
    if word.isdecimal():
        return "own", int(word[:9])
    span = parse_span(word)
    if span is None:
        raise Refusal(f"“{text}” is no cadence. Write 3 months, 30 (days), circle, never or undecided.")
    count, unit = span
    if unit == "month" and count >= 12:
        return "own", count * 365 // 12
    return "own", count * {"day": 1, "week": 7, "month": 30, "quarter": 90, "year": 365}[unit]


def _tell(person: Contact, as_json: bool) -> None:
    """Where the contact stands now."""
    from wellkept.domain.cadence.deciding import cadence_words
    from wellkept.domain.cadence.models import Standing

    standing = Standing.objects.get(contact=person)
    if as_json:
        print_json({"contact": person.pk, "name": person.display, **standing_as_json(standing)})
        return
    parts = [standing.get_decided_display() if standing.decided != "own" else cadence_words(standing.cadence_days)]
    if standing.snoozed_until:
        parts.append(f"put off until {shown(standing.snoozed_until)}")
    elif standing.due_on:
        parts.append(f"next step {shown(standing.due_on)}")
    say(f"{person}: {', '.join(parts)}.")


def standing_as_json(standing: Any) -> dict[str, Any]:
    return {
        "decided": standing.decided, "cadence_days": standing.cadence_days, "last": standing.last_touch_on,
        "due": standing.due_on, "due_kind": standing.due_kind, "due_what": standing.due_what,
        "snoozed_until": standing.snoozed_until,
    }  # fmt: skip
