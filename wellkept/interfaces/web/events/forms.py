"""Forms of events. What they take is judged by the verbs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellkept.domain.events.models import Event
from wellkept.interfaces.web.timeline.forms import day_field, words_field


class EventForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    starts_on = day_field(_("From"))
    ends_on = day_field(_("To"), required=False, help_text=_("Its last day; empty where it is one day."))
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, help_text=_("The city: who lives there is shown.")
    )
    organizer = forms.CharField(
        label=_("Organizer"), max_length=300, required=False, help_text=_("The organization: who works there is shown.")
    )
    series = forms.CharField(
        label=_("Series"),
        max_length=200,
        required=False,
        help_text=_("Where it comes again under one name: its years are looked at together."),
    )
    url = forms.CharField(
        label=_("Web page"), max_length=500, required=False, widget=forms.TextInput(attrs={"inputmode": "url"})
    )
    notes = words_field(_("Notes"), rows=4, required=False, max_length=100_000)

    def columns(self) -> dict[str, Any]:
        """As the verbs take them."""
        data = dict(self.cleaned_data)
        data["ends_on"] = data["ends_on"] or data["starts_on"]
        return data


def of_event(event: Event) -> dict[str, Any]:
    """What stands in the form of an event that is there."""
    columns = ("name", "starts_on", "place", "url", "notes")
    initial: dict[str, Any] = {name: getattr(event, name) for name in columns}
    initial["ends_on"] = event.ends_on if event.ends_on != event.starts_on else None
    initial["organizer"] = event.organizer.name if event.organizer else ""
    initial["series"] = event.series.name if event.series else ""
    return initial
