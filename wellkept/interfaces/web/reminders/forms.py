"""Forms of the reminders' page. What they take is judged by the verbs."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellkept.domain.reminders.mail_server import TLS, MailServer
from wellkept.domain.reminders.models import Reminders, clock
from wellkept.interfaces.web.accounts.forms import WEEKDAYS

SHORT_DAYS = [(0, _("Mo")), (1, _("Tu")), (2, _("We")), (3, _("Th")), (4, _("Fr")), (5, _("Sa")), (6, _("Su"))]


def _clock(label: Any, *, required: bool = True, help_text: Any = "") -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "input-s"})
    return forms.TimeField(label=label, widget=widget, required=required, help_text=help_text)


class _Days(forms.TypedMultipleChoiceField):
    """None is a word too: once a week, no day of these counts."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class DigestForm(forms.Form):
    by_mail = forms.BooleanField(label=_("Send me the week by mail"), required=False)
    often = forms.ChoiceField(label=_("How often"), choices=Reminders.Often.choices, widget=forms.RadioSelect)
    days = _Days(label=_("On these days"), choices=SHORT_DAYS, coerce=int, widget=forms.CheckboxSelectMultiple)
    weekday = forms.TypedChoiceField(label=_("Each"), choices=WEEKDAYS, coerce=int)
    at = _clock(_("At"))
    quiet_from = _clock(_("Quiet from"), required=False)
    quiet_until = _clock(_("until"), required=False)

    @classmethod
    def of(cls, row: Reminders) -> DigestForm:
        return cls(
            initial={
                "by_mail": row.by_mail,
                "often": row.often,
                "days": [day for day in range(7) if row.days >> day & 1],
                "weekday": row.weekday,
                "at": clock(row.at),
                "quiet_from": None if row.quiet_from is None else clock(row.quiet_from),
                "quiet_until": None if row.quiet_until is None else clock(row.quiet_until),
            }
        )

    def said(self) -> dict[str, Any]:
        """As the verb takes it: times as minutes after midnight."""
        told = dict(self.cleaned_data)
        return told | {name: minutes(told[name]) for name in ("at", "quiet_from", "quiet_until")}


class ServerForm(forms.Form):
    host = forms.CharField(
        label=_("Server"),
        required=False,
        max_length=253,
        help_text=_("Such as smtp.example.org. Empty: nothing is sent."),
    )
    tls = forms.ChoiceField(label=_("Encryption"), choices=list(TLS.items()))
    port = forms.IntegerField(label=_("Port"), required=False)
    user = forms.CharField(label=_("User"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    password = forms.CharField(
        label=_("Password"), required=False, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    sender = forms.CharField(
        label=_("Sent from"), required=False, help_text=_("An e-mail address of this server; needed with it.")
    )

    @classmethod
    def of(cls, server: MailServer | None) -> ServerForm:
        names = ("host", "tls", "port", "user", "sender")
        form = cls(initial={name: getattr(server, name) for name in names} if server else {"tls": "starttls"})
        if server and server.password:
            form.fields["password"].widget.attrs["placeholder"] = _("as it is")
        return form


class PauseForm(forms.Form):
    until = forms.DateField(
        label=_("Until"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "input-s"})
    )


def minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute
