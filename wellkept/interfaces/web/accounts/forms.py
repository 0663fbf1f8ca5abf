"""Forms of the first visit and of the settings. What they take is judged by the verbs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import OCCASIONS, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.regions import region_choices, zone_choices
from wellkept.interfaces.web.selects import LongSelect

WEEKDAYS = [
    (0, _("Monday")), (1, _("Tuesday")), (2, _("Wednesday")), (3, _("Thursday")), (4, _("Friday")),
    (5, _("Saturday")), (6, _("Sunday")),
]  # fmt: skip
PASSWORD_HINT = _("At least 12 characters, and not your name or a common one. A short sentence is good.")
REGION_HINT = _("For phone numbers written without a country.")


def refuse(form: forms.Form, refusal: Refusal) -> None:
    """Show a refusal at the field it names, or above the form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def _password(label: Any, autocomplete: str, help_text: Any = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, strip=False, help_text=help_text)


class WelcomeForm(forms.Form):
    name = forms.CharField(label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.CharField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}), help_text=_("You sign in with it. Nothing is sent to it unless you ask.")
    )  # fmt: skip
    password = _password(_("Password"), "new-password", PASSWORD_HINT)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices, widget=LongSelect)
    week_start = forms.TypedChoiceField(label=_("The week begins on"), choices=WEEKDAYS, coerce=int)
    phone_region = forms.ChoiceField(label=_("Phone region"), choices=region_choices, widget=LongSelect)


class SignInForm(forms.Form):
    email = forms.CharField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = _password(_("Password"), "current-password")


class ProfileForm(forms.Form):
    name = forms.CharField(label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.CharField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))


class PreferencesForm(forms.Form):
    new_goal = forms.IntegerField(label=_("New connections a week"), min_value=0, max_value=50)
    touch_goal = forms.IntegerField(label=_("Touches a week"), min_value=0, max_value=50)
    budget_minutes = forms.IntegerField(
        label=_("Minutes a week"), min_value=0, max_value=600, help_text=_("The week never asks for more.")
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices, widget=LongSelect)
    week_start = forms.TypedChoiceField(label=_("The week begins on"), choices=WEEKDAYS, coerce=int)
    phone_region = forms.ChoiceField(
        label=_("Phone region"), choices=region_choices, help_text=REGION_HINT, widget=LongSelect
    )
    dates = forms.ChoiceField(
        label=_("Dates are written"),
        choices=[("", _("As the browser says")), *Network.Dates.choices],
        required=False,
    )
    birthday_29_february = forms.ChoiceField(
        label=_("In other years, a birthday on 29 February is on"),
        choices=Network._meta.get_field("birthday_29_february").choices,
    )
    occasion_kinds = forms.MultipleChoiceField(
        label=_("Occasions worth a line"),
        choices=list(OCCASIONS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Of people you know or decided on. They are shown in their week, with a draft."),
    )
    single_keys = forms.BooleanField(
        label=_("Single-key shortcuts"),
        required=False,
        help_text=_("j and k move, e completes, s snoozes, u undoes. Ctrl-K works in any case."),
    )


class PasswordForm(forms.Form):
    old = _password(_("Present password"), "current-password")
    password = _password(_("New password"), "new-password", PASSWORD_HINT)


class DeleteForm(forms.Form):
    password = _password(_("Your password, to confirm"), "current-password")
