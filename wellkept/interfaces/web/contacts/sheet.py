"""Between the form of a contact and the sheet that the verbs take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.parts import ADDRESS_PARTS, NAME_PARTS
from wellkept.domain.contacts.written import Entry, Sheet, as_text
from wellkept.formats.names import display_name
from wellkept.formats.person import Address, DatedOccasion, Labelled, Name, PartialDate, Position
from wellkept.interfaces.web.contacts.forms import FORMSETS, ROWS, WITH_REGION, PersonForm

PLAIN = ("pronouns", "location", "about", "met_where", "met_how")


@dataclass
class Writing:
    """The whole form: the person's own fields, and the rows of each list."""

    person: PersonForm
    rows: dict[str, Any]

    @classmethod
    def of(cls, network: Network, contact: Contact | None, posted: Any = None, wanted: Any = None) -> Writing:
        """The form as it is first shown, or as it was ``posted``; ``wanted`` fills in a new contact."""
        initial = _person(contact) if contact else dict(wanted or {})
        person = PersonForm(posted, initial=initial, network=network, contact=contact)
        known = _rows(contact) if contact else {name: [] for name in ROWS}
        if contact is None and (wanted or {}).get("organization"):
            known["positions"] = [{"organization": wanted["organization"], "current": True}]
        rows = {}
        for name, formset in FORMSETS.items():
            extra = {"form_kwargs": {"region": network.phone_region}} if name in WITH_REGION else {}
            rows[name] = formset(posted, prefix=name, initial=known[name], **extra)
        return cls(person, rows)

    def is_valid(self) -> bool:
        return all([self.person.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def errors(self) -> Iterator[tuple[str, str, str]]:
        """(id of the field, its name, what is wrong with it), from top to bottom."""
        for rows in self.rows.values():
            yield from (("", "", str(error)) for error in rows.non_form_errors())
        for form in [self.person, *(form for rows in self.rows.values() for form in rows)]:
            for name, errors in form.errors.items():
                bound = form[name] if name in form.fields else None
                yield (bound.id_for_label or "" if bound else "", str(bound.label) if bound else "", str(errors[0]))

    def sheet(self) -> Sheet:
        said = self.person.cleaned_data
        return Sheet(
            name=Name(**{part: said[part] for part in ("display", *NAME_PARTS)}),
            emails=[Entry(d["row"], Labelled(d["address"], d["label"])) for d in self._said("emails", "address")],
            phones=[Entry(d["row"], Labelled(d["number"], d["label"])) for d in self._said("phones", "number")],
            links=[Entry(d["row"], Labelled(d["url"], d["label"])) for d in self._said("links", "url")],
            addresses=[Entry(d.pop("row"), Address(**d)) for d in self._said("addresses", *ADDRESS_PARTS)],
            positions=[Entry(d["row"], _position(d)) for d in self._said("positions", "organization")],
            dates=[
                Entry(d["row"], DatedOccasion(d["kind"], d["date"], d["label"])) for d in self._said("dates", "date")
            ],
            custom=[Entry(d["row"], Labelled(d["value"], d["name"])) for d in self._said("custom", "value")],
            circles=list(said["circles"]),
            tags=_words(said["tags"]),
            interests=_words(said["interests"]),
            met_on=said["met_on"],
            met_through=said["met_through"],
            closeness=said["closeness"],
            **{name: said[name] for name in PLAIN},
        )

    def _said(self, table: str, *needed: str) -> Iterator[dict[str, Any]]:
        """The rows that say something."""
        for form in self.rows[table]:
            said = dict(getattr(form, "cleaned_data", {}))
            if any(said.get(name) for name in needed):
                said.setdefault("row", None)
                yield said


def _position(said: dict[str, Any]) -> Position:
    return Position(
        organization=said["organization"],
        title=said["title"],
        department=said["department"],
        kind=said["kind"] or "job",
        started=said["started"],
        ended=said["ended"],
        current=said["current"] and not said["ended"],
    )


def _words(text: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]


def _person(contact: Contact) -> dict[str, Any]:
    initial = {name: getattr(contact, name) for name in ("display", *NAME_PARTS, *PLAIN)}
    parts = Name(**{part: initial[part] for part in NAME_PARTS})
    if contact.flag or contact.display == display_name(parts):
        initial["display"] = ""  # put together from the parts, and anew when they change
    met = PartialDate(contact.met_on_year, contact.met_on_month, contact.met_on_day)
    return {
        **initial,
        "circles": [membership.circle_id for membership in contact.circle_memberships.all()],
        "tags": ", ".join(sorted(tagging.tag.name for tagging in contact.taggings.all())),
        "interests": ", ".join(contact.interests),
        "met_on": as_text(met),
        "met_through": contact.met_through.display if contact.met_through else "",
        "closeness": contact.closeness or "",
    }


def _rows(contact: Contact) -> dict[str, list[dict[str, Any]]]:
    return {
        "emails": [{"row": r.pk, "address": r.address, "label": r.label} for r in contact.emails.all()],
        "phones": [{"row": r.pk, "number": r.number, "label": r.label} for r in contact.phones.all()],
        "links": [{"row": r.pk, "url": r.url, "label": r.label} for r in contact.links.all()],
        "addresses": [
            {"row": r.pk, "label": r.label, **{part: getattr(r, part) for part in ADDRESS_PARTS}}
            for r in contact.addresses.all()
        ],
        "positions": [
            {
                "row": r.pk,
                "organization": r.organization.name,
                "title": r.title,
                "department": r.department,
                "kind": r.kind,
                "started": as_text(PartialDate(r.started_year, r.started_month)),
                "ended": as_text(PartialDate(r.ended_year, r.ended_month)),
                "current": r.current,
            }
            for r in contact.positions.all()
        ],
        "dates": [
            {"row": r.pk, "kind": r.kind, "label": r.label, "date": as_text(PartialDate(r.year, r.month, r.day))}
            for r in contact.dates.all()
        ],
        "custom": [{"row": r.pk, "name": r.name, "value": r.value} for r in contact.custom_fields.all()],
    }
