"""Forms of interactions, notes and promises. What they take is judged by the verbs."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.timeline.models import Interaction, Promise
from wellkept.domain.timeline.recording import LONGEST_PLACE

STEPS = [
    ("", _("As their cadence says")),
    ("7", _("In a week")),
    ("14", _("In two weeks")),
    ("30", _("In a month")),
    ("90", _("In three months")),
    ("on", _("On a day")),
]

THANKS = "thanks"  # a third answer to 'by whom'


def refuse(form: forms.Form, refusal: Refusal) -> None:
    """Show a refusal at the field it names, or above the form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def day_field(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


def words_field(label: Any, rows: int = 5, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"class": "words", "rows": rows}), **options)


class InteractionForm(forms.Form):
    """``at`` is the time of day in the user's zone."""

    kind = forms.ChoiceField(
        label=_("What was it?"),
        choices=Interaction.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick one.")},
    )
    on = day_field(_("When"))
    at = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    direction = forms.ChoiceField(
        label=_("Who began?"),
        choices=[(value, capfirst(label)) for value, label in Interaction.Direction.choices],
        widget=forms.RadioSelect,
        initial=Interaction.Direction.BOTH,
    )
    place = forms.CharField(label=_("Where"), required=False, max_length=LONGEST_PLACE)
    body = words_field(_("What was said"), required=False)
    touch = forms.BooleanField(
        label=_("Counts as keeping in touch"),
        required=False,
        help_text=_("The next step counts from the last touch."),
    )

    def columns(self, network: Network) -> dict[str, Any]:
        """As the verbs take them."""
        data = dict(self.cleaned_data)
        at = data.pop("at")
        data["at"] = datetime.combine(data["on"], at, tzinfo=network.zone) if at else None
        return data


class LogForm(InteractionForm):
    thanks = forms.BooleanField(
        label=_("I owe them a thank-you"),
        required=False,
        help_text=_("Due within two days. Help, a gift or an introduction that came from them is noted by itself."),
    )
    step = forms.ChoiceField(label=_("Next step"), choices=STEPS, required=False, widget=forms.RadioSelect, initial="")
    step_on = day_field(_("On"), required=False)
    step_what = forms.CharField(label=_("What"), required=False, max_length=300)
    new_organization = forms.CharField(label=_("Organization"), required=False, max_length=300)
    new_email = forms.EmailField(label=_("E-mail"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["touch"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("step") == "on" and not data.get("step_on") and "step_on" not in self.errors:
            self.add_error("step_on", _("Say on which day."))
        return data

    def interaction(self, network: Network) -> dict[str, Any]:
        data = self.columns(network)
        return {name: data[name] for name in ("kind", "on", "at", "direction", "place", "body")}

    def next_step(self, today: date) -> date | None:
        """A day that was typed counts also where its choice was forgotten."""
        choice = self.cleaned_data["step"]
        if choice.isdecimal():
            return today + timedelta(days=int(choice))
        day: date | None = self.cleaned_data["step_on"]
        return day


class NoteForm(forms.Form):
    body = words_field(_("Note"))
    on = day_field(_("When"))


class PromiseForm(forms.Form):
    """A promise of either side, or a thank-you that I owe."""

    text = forms.CharField(label=_("What was promised"), max_length=500)
    by_whom = forms.ChoiceField(
        label=_("By whom"), choices=[*Promise.By.choices, (THANKS, _("I owe a thank-you"))], widget=forms.RadioSelect
    )
    due_on = day_field(_("By when"), required=False)

    def columns(self) -> dict[str, Any]:
        """As the verbs take them."""
        data = dict(self.cleaned_data)
        thanks = data["by_whom"] == THANKS
        return {**data, "by_whom": Promise.By.ME if thanks else data["by_whom"], "thanks": thanks}
