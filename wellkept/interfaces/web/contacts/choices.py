"""What the list of contacts offers to choose: tabs, filters, headings, and what can be done with a selection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.load import Counters
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.listing import ContactFilter
from wellkept.domain.contacts.models import Circle, Contact, Organization, SavedView, Tag
from wellkept.domain.exchange.exporting.writers import FORMATS
from wellkept.interfaces.web.selects import LongSelect
from wellkept.interfaces.web.triage.choosing import cadence_buttons

SOURCES = [
    ("hand", gettext_lazy("by hand")),
    ("linkedin", "LinkedIn"),
    ("google", "Google"),
    ("outlook", "Outlook"),
    ("thunderbird", "Thunderbird"),
    ("vcard", "vCard"),
    ("csv", "CSV"),
    ("wellkept", "Wellkept"),
    ("sample", gettext_lazy("sample")),
]


@dataclass(frozen=True)
class Tab:
    name: str
    query: str
    count: int | None
    here: bool
    view: SavedView | None = None


def tabs(network: Network, chosen: ContactFilter, counters: Counters) -> list[Tab]:
    """All, not decided, due, archived, each with its number; then the user's own views."""
    due = Standing.objects.filter(network=network, in_sight=True, due_on__lte=network.today())
    fixed = [
        (_("All"), {}, counters.active),
        (_("Not decided"), {"decided": "undecided"}, counters.undecided),
        (_("Due"), {"due": "now", "sort": "next"}, due.count()),
        (_("Archived"), {"archived": "1"}, Contact.objects.filter(network=network).archived().count()),
    ]
    shown = [(name, ContactFilter.parse(query).query(), count, None) for name, query, count in fixed]
    shown += [(view.name, view.query, None, view) for view in SavedView.objects.filter(network=network)]
    return [Tab(name, query, count, query == chosen.query(), view) for name, query, count, view in shown]


class FilterForm(forms.Form):
    """The controls above the list. What they say is read by ``ContactFilter.parse``."""

    words = forms.CharField(required=False)
    circle = forms.ChoiceField(label=gettext_lazy("Circle"), required=False, widget=LongSelect)
    tag = forms.ChoiceField(label=gettext_lazy("Tag"), required=False, widget=LongSelect)
    decided = forms.ChoiceField(label=gettext_lazy("Cadence"), required=False, widget=LongSelect)
    due = forms.ChoiceField(label=gettext_lazy("Next step"), required=False, widget=LongSelect)
    quiet = forms.ChoiceField(label=gettext_lazy("Last touch"), required=False, widget=LongSelect)
    since = forms.ChoiceField(label=gettext_lazy("Added"), required=False, widget=LongSelect)
    has = forms.ChoiceField(label=gettext_lazy("Reachable"), required=False, widget=LongSelect)
    source = forms.ChoiceField(label=gettext_lazy("Came from"), required=False, widget=LongSelect)
    flag = forms.ChoiceField(label=gettext_lazy("To look at"), required=False, widget=LongSelect)
    organization = forms.CharField(required=False, widget=forms.HiddenInput)
    archived = forms.CharField(required=False, widget=forms.HiddenInput)
    sort = forms.ChoiceField(label=gettext_lazy("Sort by"), required=False, widget=LongSelect)


def filter_form(network: Network, chosen: ContactFilter) -> FilterForm:
    form = FilterForm(initial=_said(chosen), auto_id="filter_%s")
    today = network.today()
    choices: dict[str, list[tuple[Any, Any]]] = {
        "circle": [("", _("any circle")), *Circle.objects.filter(network=network).values_list("pk", "name")],
        "tag": [("", _("any tag")), *Tag.objects.filter(network=network).values_list("pk", "name")],
        "decided": [
            ("", _("any")), ("undecided", _("not decided")), ("decided", _("decided")), ("circle", _("as the circle")),
            ("own", _("own cadence")), ("never", _("never")),
        ],
        "due": [("", _("any")), ("now", _("due")), ("week", _("due within a week"))],
        "quiet": [
            ("", _("any")), (90, _("not for 3 months")), (180, _("not for 6 months")), (365, _("not for a year")),
            (730, _("not for 2 years")),
        ],
        "since": [
            ("", _("any time")),
            (str(today - timedelta(days=7)), _("in the last 7 days")),
            (str(today - timedelta(days=30)), _("in the last 30 days")),
            (str(today - timedelta(days=365)), _("in the last year")),
        ],
        "has": [
            ("", _("any")), ("email", _("has an e-mail")), ("phone", _("has a phone")), ("no-email", _("no e-mail")),
            ("no-phone", _("no phone")),
        ],
        "source": [("", _("anywhere")), *SOURCES],
        "flag": [("", _("any")), ("1", _("flagged, such as without a name"))],
        "sort": [
            ("", _("name")), ("-name", _("name, backwards")), ("organization", _("organization")),
            ("touch", _("last touch, longest ago first")), ("-touch", _("last touch, newest first")),
            ("next", _("next step")), ("strength", _("strongest tie first")), ("-strength", _("weakest tie first")),
            ("added", _("added, newest first")), ("-added", _("added, oldest first")),
        ],
    }  # fmt: skip
    for name, offered in choices.items():
        value = str(form.initial.get(name) or "")
        if value and value not in {str(key) for key, _words in offered}:
            offered.append((value, value))
        form.fields[name].choices = offered  # type: ignore[attr-defined]
    return form


def _said(chosen: ContactFilter) -> dict[str, Any]:
    said = {name: getattr(chosen, name) or "" for name in FilterForm.base_fields}
    said["flag"], said["archived"] = "1" if chosen.flag else "", "1" if chosen.archived else ""
    sort = "" if chosen.sort == "name" else chosen.sort
    said["sort"] = f"-{chosen.sort}" if chosen.backwards else sort
    return said


@dataclass(frozen=True)
class Heading:
    name: str
    query: str
    sorted: str  # 'ascending', 'descending' or ''


def headings(chosen: ContactFilter) -> list[Heading]:
    """The columns one can sort by; a second press turns the order round."""
    columns = [
        ("name", _("Name"), False),
        ("organization", _("Organization"), False),
        ("", _("Circle"), False),
        ("strength", _("Tie"), False),
        ("touch", _("Last touch"), True),
        ("next", _("Next step"), False),
    ]
    return [_heading(chosen, key, name, newest_first=newest) for key, name, newest in columns]


def _heading(chosen: ContactFilter, key: str, name: str, *, newest_first: bool) -> Heading:
    if not key:
        return Heading(name, "", "")
    here = chosen.sort == key
    backwards = not chosen.backwards if here else newest_first
    query = chosen.query(sort=f"-{key}" if backwards else key)
    falls = chosen.backwards != (key == "strength")  # the strongest tie stands first
    return Heading(name, query, ("descending" if falls else "ascending") if here else "")


def bulk_choices(network: Network) -> dict[str, Any]:
    return {
        "circles": Circle.objects.filter(network=network),
        "tags": Tag.objects.filter(network=network)[:200],
        "cadences": cadence_buttons(),
        "formats": FORMATS.values(),
    }


def organization_of(network: Network, chosen: ContactFilter) -> Organization | None:
    """The organization that the list is narrowed to."""
    if chosen.organization is None:
        return None
    return Organization.objects.filter(network=network, pk=chosen.organization).first()
