"""'Leave me your details': what a visitor of the own page writes goes into the inbox, and is no record before it is kept."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Actor
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import as_json
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.formats.emails import normal_email
from wellkept.formats.names import tidy
from wellkept.formats.person import Labelled, Name, Person, Position

MOST_BYTES = 16_384  # of what the form sends
TRIES = (6, 3600)  # from one network address
TRIES_OF_ALL = (100, 86400)  # to one page, wherever they come from


def fresh_key() -> str:
    return uuid.uuid4().hex


class DetailsForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.CharField(
        label=_("E-mail"), max_length=254, required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    organization = forms.CharField(
        label=_("Organization"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    line = forms.CharField(
        label=_("A line to remember you by"),
        max_length=500,
        required=False,
        help_text=_("Where you met, what you spoke of, what comes next."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "words"}),
    )
    website = forms.CharField(required=False, max_length=200)  # nobody sees it, so nobody but a machine fills it in
    key = forms.CharField(required=False, max_length=40, initial=fresh_key, widget=forms.HiddenInput)

    def clean_email(self) -> str:
        address = tidy(self.cleaned_data["email"])
        if address and not normal_email(address):
            raise forms.ValidationError(_t("This is no e-mail address."))
        return address

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for name in ("name", "phone", "organization"):
            if name in said:
                said[name] = tidy(said[name])
        if not self.errors and not (said.get("email") or said.get("phone")):
            self.add_error("email", _t("Leave an e-mail address or a phone number."))
        return said


def leave(page: OwnPage, said: dict[str, Any]) -> Captured | None:
    """Put it into the inbox, once for each form that was shown. None for what a machine filled in: nothing is kept then.
    Inside the scope of the page's network."""
    if said["website"]:
        return None
    network = page.network
    organization = said["organization"]
    person = Person(
        name=Name(display=said["name"]),
        emails=[Labelled(said["email"])] if said["email"] else [],
        phones=[Labelled(said["phone"])] if said["phone"] else [],
        positions=[Position(organization)] if organization else [],
        notes=said["line"].strip(),
    )
    words = [said["name"], organization, said["email"], said["phone"], said["line"].strip()]
    return receive(
        network=network,
        key=str(uuid.uuid5(uuid.NAMESPACE_OID, f"details:{network.pk}:{said['key'] or fresh_key()}")),
        way=Captured.Way.DETAILS,
        text="\n".join(filter(None, words)),
        read=as_json([person]),
        on=network.today(),
        by=Actor(network.owner, "own page"),
    )
