"""``wellkept show``: all that is known of a contact, and what passed last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wellkept.interfaces.cli.choosing import Whom, chosen, headline
from wellkept.interfaces.cli.options import AsJson, ForUser, print_json
from wellkept.interfaces.cli.printing import columns, paper, shown
from wellkept.interfaces.cli.stepping import standing_as_json
from wellkept.interfaces.cli.who import acting_user

if TYPE_CHECKING:
    from wellkept.domain.contacts.models import Contact
    from wellkept.domain.timeline.reading import Item
    from wellkept.formats.person import PartialDate, Person


def show(
    whom: Whom,
    most: Annotated[int, typer.Option("--most", min=0, max=1000, help="How many entries of the timeline.")] = 10,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Show a contact: who they are, where you stand, what passed."""
    from wellkept.domain.exchange.exporting.people import person_of
    from wellkept.domain.timeline.reading import open_promises, pinned_notes, timeline_page

    with acting_user(user) as (network, _actor):
        contact = chosen(network, whom)
        person = person_of(contact, photo=False)
        items = timeline_page(contact, limit=most).items if most else []
        if as_json:
            print_json(_as_json(contact, person, open_promises(contact), pinned_notes(contact), items))
        else:
            _tell(contact, person, open_promises(contact), pinned_notes(contact), items)


def _as_json(
    contact: Contact, person: Person, promises: list[Any], notes: list[Any], items: list[Item]
) -> dict[str, Any]:
    return {
        "contact": contact.pk, "name": contact.display, "uid": str(contact.uid), "headline": headline(contact),
        "archived": contact.archived_at is not None,
        "given": contact.given, "family": contact.family, "nickname": contact.nickname, "pronouns": contact.pronouns,
        "emails": _labelled(person.emails), "phones": _labelled(person.phones), "links": _labelled(person.links),
        "addresses": [str(address) for address in contact.addresses.all()],
        "positions": [
            {
                "organization": position.organization, "title": position.title, "department": position.department,
                "kind": position.kind, "from": _date(position.started), "to": _date(position.ended),
                "current": position.current,
            }
            for position in person.positions
        ],
        "dates": [{"kind": one.kind, "label": one.label, "date": _date(one.date)} for one in person.dates],
        "circles_and_tags": person.groups, "interests": person.interests, "place": person.location,
        "about": contact.about, "custom": _labelled(person.custom),
        "met": {
            "on": _parts(contact.met_on_year, contact.met_on_month, contact.met_on_day),
            "where": contact.met_where, "how": contact.met_how,
            "through": contact.met_through.display if contact.met_through else "",
        },
        "connected_on": contact.connected_on,
        "standing": standing_as_json(contact.standing),
        "closeness": contact.closeness,
        "rhythm": _rhythm(contact),
        "promises": [{"by": promise.by, "text": promise.text, "due": promise.due_on} for promise in promises],
        "pinned": [note.body for note in notes],
        "timeline": [_item_as_json(item) for item in items],
    }  # fmt: skip


def _rhythm(contact: Contact) -> dict[str, Any] | None:
    """None for who has no contact-day."""
    from wellkept.domain.rhythm.reading import portrait
    from wellkept.domain.rhythm.words import reason_words

    tie = portrait(contact=contact, today=contact.network.today())
    if tie is None:
        return None
    low, high = tie.rhythm.window
    return {
        "state": tie.rhythm.state, "gap_days": round(tie.rhythm.gap_days, 1), "set": tie.rhythm.set, "window_days": [low, high],
        "learned_from_gaps": tie.rhythm.gaps, "stronger_than_percent": tie.percentile, "a_year_ago": tie.year_ago,
        "reasons": [reason_words(reason) for reason in tie.reasons],
        "in_touch_in_30_days": round(tie.p30, 3) if tie.learned else None,
        "contact_days": len(tie.days), "began_with_me": tie.began_mine, "began_with_them": tie.began_theirs, "since": tie.days[0],
    }  # fmt: skip


def _labelled(values: list[Any]) -> list[dict[str, str]]:
    return [{"value": value.value, "label": value.label} for value in values]


def _date(value: PartialDate) -> str:
    return _parts(value.year, value.month, value.day)


def _parts(year: int | None, month: int | None, day: int | None) -> str:
    """2019, 2019-05, 2019-05-04; without a year --05-04 (as ISO 8601 once wrote it)."""
    if not (year or month):
        return ""
    rest = "".join(f"-{part:02d}" for part in (month, day) if part)
    return f"{year:04d}{rest}" if year else f"-{rest}"


def _item_as_json(item: Item) -> dict[str, Any]:
    row = item.row
    common = {"on": item.on, "what": item.what}
    if item.interaction is None:
        return {**common, "text": row.body if item.note else row.text}
    return {
        **common, "interaction": row.pk, "kind": row.kind, "direction": row.direction, "touch": row.touch,
        "place": row.place, "text": row.body, "with": [{"contact": one.pk, "name": one.display} for one in item.others],
    }  # fmt: skip


def _tell(contact: Contact, person: Person, promises: list[Any], notes: list[Any], items: list[Item]) -> None:
    from wellkept.domain.timeline.excerpts import excerpt

    console = paper()
    console.print(contact.display, style="bold", end="")
    console.print(f"  {contact.pk}", style="dim")
    console.print(columns([row for row in _facts(contact, person) if row[1]], styles=["dim"]))
    for promise in promises:
        whose = "I promised" if promise.by == "me" else "They promised"
        due = f", by {shown(promise.due_on)}" if promise.due_on else ""
        console.print(f"  {whose}: {promise.text}{due}")
    for note in notes:
        console.print(f"  {note.body}", style="italic")
    if items:
        console.print()
        rows = [(shown(item.on), _kind(item), excerpt(_text(item))) for item in items]
        console.print(columns(rows, styles=["dim", "dim", "italic"]))


def _facts(contact: Contact, person: Person) -> list[tuple[str, str]]:
    past = [p for p in person.positions if not (p.current and p.kind == "job")]
    return [
        ("", "archived" if contact.archived_at else ""),
        ("now", headline(contact)),
        ("before", "; ".join(" · ".join(filter(None, [p.title, p.organization])) for p in past)),
        ("e-mail", ", ".join(email.value for email in person.emails)),
        ("phone", ", ".join(phone.number for phone in contact.phones.all())),
        ("links", ", ".join(link.value for link in person.links)),
        ("address", "; ".join(str(address) for address in contact.addresses.all())),
        ("place", person.location),
        ("circles", ", ".join(person.groups)),
        ("interests", ", ".join(person.interests)),
        ("dates", ", ".join(f"{one.label or one.kind} {_date(one.date)}" for one in person.dates)),
        ("met", _met(contact)),
        ("cadence", _cadence(contact)),
        ("last touch", shown(contact.standing.last_touch_on)),
        ("next step", _next_step(contact)),
    ]


def _met(contact: Contact) -> str:
    through = f"through {contact.met_through}" if contact.met_through else ""
    on = _parts(contact.met_on_year, contact.met_on_month, contact.met_on_day)
    return ", ".join(filter(None, [on, contact.met_where, contact.met_how, through]))


def _cadence(contact: Contact) -> str:
    from wellkept.domain.cadence.deciding import cadence_words

    standing = contact.standing
    if standing.decided in {"never", "undecided"}:
        return str(standing.get_decided_display())
    words = cadence_words(standing.cadence_days)
    return f"{words} (as the circle)" if standing.decided == "circle" else words


def _next_step(contact: Contact) -> str:
    standing = contact.standing
    if standing.snoozed_until:
        return f"put off until {shown(standing.snoozed_until)}"
    return " ".join(filter(None, [shown(standing.due_on), standing.due_what]))


def _kind(item: Item) -> str:
    return str(item.interaction.get_kind_display()) if item.interaction else item.what


def _text(item: Item) -> str:
    return str(item.row.text if item.promise else item.row.body)
