"""The form of a contact: one calm page. What each field takes is judged by the domain (``contacts.written``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts import written
from wellkept.domain.contacts.closeness import closeness_words
from wellkept.domain.contacts.models import Circle, Contact, ContactDate, Position
from wellkept.domain.contacts.organizations import organization_key

Value = TypeVar("Value")


def _text(label: Any, most: int, *, hint: Any = "", **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs=attrs)
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint, widget=widget)


class PersonForm(forms.Form):
    display = _text(
        _("Name as it is written"), 300, hint=_("In any script. Left empty, it is put together from the parts.")
    )
    given = _text(_("Given name"), 150)
    additional = _text(_("Middle name"), 150)
    family = _text(_("Family name"), 150)
    prefix = _text(_("Prefix"), 80)
    suffix = _text(_("Suffix"), 80)
    nickname = _text(_("Nickname"), 150, hint=_("What you call them; drafts use it."))
    phonetic_given = _text(_("Given name, as spoken"), 150)
    phonetic_family = _text(_("Family name, as spoken"), 150)
    pronouns = _text(_("Pronouns"), 60)
    location = _text(_("Place"), 200, hint=_("Where they live or work."))
    circles = forms.ModelMultipleChoiceField(
        label=_("Circles"), queryset=Circle.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    tags = _text(_("Tags"), 2000, hint=_("Separated by commas."))
    interests = _text(_("Interests"), 2000, hint=_("Separated by commas. They make good reasons to write."))
    met_on = _text(_("When we met"), 40, hint=_("As much as you know: 4 March 2021, March 2021 or 2021."))
    met_where = _text(_("Where"), 200)
    met_how = _text(_("How"), 300)
    met_through = _text(_("Through whom"), 300, hint=_("The name of a contact."), list="people", autocomplete="off")
    closeness = forms.TypedChoiceField(
        label=_("How close you are, as you feel it"), required=False, coerce=int, empty_value=None
    )
    about = forms.CharField(
        label=_("About"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 5, "class": "words"}),
        help_text=_("What you want to know before the next talk. Markdown."),
    )

    def __init__(self, *args: Any, network: Network, contact: Contact | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.network, self.contact = network, contact
        words = [(number, f"{number} – {word}") for number, word in closeness_words().items()]
        self.fields["closeness"].choices = [("", _("not said")), *words]  # type: ignore[attr-defined]
        self.fields["circles"].queryset = Circle.objects.filter(network=network)  # type: ignore[attr-defined]

    def clean_met_on(self) -> Any:
        network = self.network
        return refused(written.met_on, self.cleaned_data["met_on"], network.phone_region, network.today())

    def clean_met_through(self) -> Contact | None:
        name = self.cleaned_data["met_through"].strip()
        if not name:
            return None
        there = self.contact.met_through if self.contact else None
        if there is not None and there.display == name:
            return there
        people = list(Contact.objects.filter(network=self.network, display__iexact=name)[:2])
        if len(people) != 1:
            why = _("More than one contact is named so.") if people else _("No contact is named so.")
            raise ValidationError(why)
        return people[0]


class RowForm(forms.Form):
    """One row of a list; a row whose first field is empty is no row."""

    row = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def written(self) -> bool:
        return any(value for name, value in self.cleaned_data.items() if name not in ("row", "kind", "current"))


class EmailForm(RowForm):
    address = _text(_("E-mail"), 254, inputmode="email", autocomplete="off")
    label = _text(_("Label"), 60, list="labels")

    def clean_address(self) -> str:
        return _unless_kept(self, "address", written.email)


class PhoneForm(RowForm):
    number = _text(_("Phone"), 80, inputmode="tel", autocomplete="off")
    label = _text(_("Label"), 60, list="labels")

    def clean_number(self) -> str:
        return _unless_kept(self, "number", written.phone)


class LinkForm(RowForm):
    url = _text(_("Web address or profile"), 600, inputmode="url", autocomplete="off")
    label = _text(_("Label"), 60)

    def clean_url(self) -> str:
        return _unless_kept(self, "url", written.link)


class AddressForm(RowForm):
    label = _text(_("Label"), 60, list="labels")
    street = _text(_("Street"), 300)
    extended = _text(_("Address line 2"), 200)
    po_box = _text(_("PO box"), 100)
    postcode = _text(_("Postcode"), 40)
    city = _text(_("City"), 150)
    region = _text(_("Region"), 150)
    country = _text(_("Country"), 100)
    formatted = _text(_("Address as written"), 600)

    def clean(self) -> dict[str, Any]:
        """The address as a file wrote it goes once its parts are written anew."""
        if set(self.changed_data) & {"street", "extended", "po_box", "postcode", "city", "region", "country"}:
            self.cleaned_data["formatted"] = ""
        return self.cleaned_data


class PositionForm(RowForm):
    organization = _text(_("Organization"), 300, list="organizations", autocomplete="off")
    title = _text(_("Title"), 300)
    department = _text(_("Department"), 200)
    kind = forms.ChoiceField(label=_("What"), choices=Position.Kind.choices, required=False)
    started = _text(_("From"), 40, placeholder="2019")
    ended = _text(_("To"), 40)
    current = forms.BooleanField(label=_("Still there"), required=False, initial=True)

    def __init__(self, *args: Any, region: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.region = region

    def clean_started(self) -> Any:
        return refused(lambda: written.month(self.cleaned_data["started"], self.region, column="started"))

    def clean_ended(self) -> Any:
        return refused(lambda: written.month(self.cleaned_data["ended"], self.region, column="ended"))

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if self.written and not organization_key(said.get("organization", "")):
            self.add_error("organization", _("Which organization is this at?"))
        if "started" in said and "ended" in said:
            try:
                written.in_order(said["started"], said["ended"])
            except Refusal as refusal:
                self.add_error("ended", str(refusal))
        return said


class DateForm(RowForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=ContactDate.Kind.choices, required=False)
    date = _text(_("Date"), 40, placeholder="4 March 1990")
    label = _text(_("Name of the day"), 80)

    def __init__(self, *args: Any, region: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.region = region

    def clean_date(self) -> Any:
        text = self.cleaned_data["date"]
        return refused(written.yearly_date, text, self.region) if text.strip() else None

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("label") and not self.cleaned_data.get("date") and "date" not in self.errors:
            self.add_error("date", _("Which day is it?"))
        return self.cleaned_data


class CustomForm(RowForm):
    name = _text(_("Field"), 100)
    value = _text(_("Value"), 1000)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("value") and not said.get("name"):
            self.add_error("name", _("What is this called?"))
        return said


def refused(check: Callable[..., Value], *said: Any) -> Value:
    """A domain check as a form's: its refusal stands at the field."""
    try:
        return check(*said)
    except Refusal as refusal:
        raise ValidationError(str(refusal)) from refusal


def _unless_kept(form: RowForm, name: str, check: Callable[[str], str]) -> str:
    """Check what was written anew; what an import brought and nobody touched stays as it is."""
    text = str(form.cleaned_data[name]).strip()
    return text if not text or text == form.initial.get(name) else refused(check, text)


ROWS: dict[str, tuple[type[RowForm], Any]] = {
    "positions": (PositionForm, _("another position")),
    "emails": (EmailForm, _("another e-mail")),
    "phones": (PhoneForm, _("another phone")),
    "links": (LinkForm, _("another link")),
    "addresses": (AddressForm, _("another address")),
    "dates": (DateForm, _("another date")),
    "custom": (CustomForm, _("another field")),
}
WITH_REGION = ("positions", "dates")
BLANK_ROWS = 2
MOST_ROWS = 200
FORMSETS = {
    name: forms.formset_factory(form, extra=BLANK_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True)
    for name, (form, _more) in ROWS.items()
}
