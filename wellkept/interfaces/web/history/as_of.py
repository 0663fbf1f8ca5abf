"""What was known of a contact on a day: their page as it stood that evening, with what differs from today marked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.rewinding import Tables, as_of, ever_of
from wellkept.domain.history.values import revive
from wellkept.domain.timeline.models import Interaction
from wellkept.interfaces.web.contacts.facts import Origins, facts_of, met_words, span
from wellkept.interfaces.web.contacts.one import whole

PARTS = {
    "emails": "contacts.email", "phones": "contacts.phone", "addresses": "contacts.postaladdress",
    "links": "contacts.link", "dates": "contacts.contactdate", "custom_fields": "contacts.customfield",
}  # fmt: skip
MOST = 50  # interactions and notes shown

Said = list[tuple[str, str]]  # name, value


@require_safe
def contact_as_of(request: Any, pk: int) -> HttpResponse:
    person = whole(request, pk)
    today = request.network.today()
    day = _day(request.GET.get("on", ""), today)
    context: dict[str, Any] = {"contact": person, "day": day, "today": today}
    if day is not None:
        context |= _known(person, day, request.network)
    return render(request, "history/as-of.html", context)


def _day(text: str, today: date) -> date | None:
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return min(found, today) if found else None


def _known(person: Contact, day: date, network: Any) -> dict[str, Any]:
    evening = datetime.combine(day + timedelta(days=1), time(), network.zone) - timedelta(microseconds=1)
    ever = ever_of(person.pk, network)
    ever.setdefault("contacts.contact", set()).add(person.pk)
    ever["contacts.contact"] &= {person.pk}
    then = as_of(network, evening, ever)
    columns = then["contacts.contact"].get(person.pk)
    if columns is None:
        return {"unknown": True}
    then |= as_of(network, evening, _named(then, columns, person.pk))
    now = as_of(network, datetime.now(tz=network.zone), {**ever, **_named(then, columns, person.pk)})
    now |= as_of(network, datetime.now(tz=network.zone), _named(now, now["contacts.contact"][person.pk], person.pk))
    said = _said(then, person.pk, network)
    said_now = _said(now, person.pk, network)
    return {
        "name": columns["display"],
        "facts": [(*fact, fact not in said_now) for fact in said],
        "since": [fact for fact in said_now if fact not in said],
        "about": columns["about"],
        "moments": _moments(then, person.pk),
    }


def _named(tables: Tables, columns: dict[str, Any], pk: int) -> dict[str, set[int]]:
    """What the contact's rows point at by name."""
    wanted: dict[str, set[int]] = {}
    for table, column, target in (
        ("contacts.position", "organization_id", "contacts.organization"),
        ("contacts.circlemembership", "circle_id", "contacts.circle"),
        ("contacts.tagging", "tag_id", "contacts.tag"),
        ("timeline.participation", "interaction_id", "timeline.interaction"),
    ):
        wanted[target] = {row[column] for _key, row in _rows(tables, table, pk)}
    if columns.get("met_through_id"):
        wanted["contacts.contact"] = {pk, columns["met_through_id"]}
    return wanted


def _rows(tables: Tables, table: str, pk: int) -> list[tuple[int, dict[str, Any]]]:
    rows = [(key, row) for key, row in tables.get(table, {}).items() if row.get("contact_id") == pk]
    return sorted(rows, key=lambda pair: (pair[1].get("position", 0), pair[0]))


def _said(tables: Tables, pk: int, network: Any) -> Said:
    """All that was known, as (name, value)."""
    columns = tables["contacts.contact"][pk]
    person: Any = revive(Contact, pk, columns)
    person._prefetched_objects_cache = {
        name: [revive(_model(name), key, row) for key, row in _rows(tables, table, pk)] for name, table in PARTS.items()
    }
    said: Said = [(_("Name"), person.display)]
    for _key, row in _rows(tables, "contacts.position", pk):
        position: Any = revive(_model("positions"), _key, row)
        organization = tables["contacts.organization"].get(row["organization_id"], {}).get("name", "")
        said.append((_("At"), ", ".join(filter(None, [row["title"], organization, span(position)]))))
    said += [(fact.name, fact.value) for fact in facts_of(person, Origins(), network.phone_region)]
    through = tables["contacts.contact"].get(person.met_through_id or 0, {}).get("display", "")
    met = ", ".join(filter(None, [met_words(person), _("through %(name)s") % {"name": through} if through else ""]))
    said += [(_("Met"), met)] if met else []
    said += _names(_("Circle"), tables, ("contacts.circlemembership", "circle_id", "contacts.circle"), pk)
    said += _names(_("Tag"), tables, ("contacts.tagging", "tag_id", "contacts.tag"), pk)
    return said


def _names(label: str, tables: Tables, way: tuple[str, str, str], pk: int) -> Iterable[tuple[str, str]]:
    table, column, target = way
    rows = (tables[target].get(row[column], {}) for _key, row in _rows(tables, table, pk))
    return [(label, row["name"]) for row in rows if row]


def _moments(tables: Tables, pk: int) -> list[dict[str, Any]]:
    """Interactions and notes that had been written down, the newest first."""
    talks = (
        tables["timeline.interaction"].get(row["interaction_id"])
        for _k, row in _rows(tables, "timeline.participation", pk)
    )
    kinds = dict(Interaction.Kind.choices)
    found = [
        {"on": date.fromisoformat(t["on"]), "kind": kinds.get(t["kind"], ""), "body": t["body"]} for t in talks if t
    ]
    notes = (row for _k, row in _rows(tables, "timeline.note", pk))
    found += [{"on": date.fromisoformat(n["on"]), "kind": _("note"), "body": n["body"]} for n in notes]
    return sorted(found, key=lambda moment: moment["on"], reverse=True)[:MOST]


def _model(related: str) -> Any:
    return Contact._meta.get_field(related).related_model
