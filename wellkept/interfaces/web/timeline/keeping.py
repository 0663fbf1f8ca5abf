"""The quick log: one form, one act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import NextStep
from wellkept.domain.cadence.stepping import clear_step, reschedule
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.meeting import meet
from wellkept.domain.timeline.models import Interaction, Promise
from wellkept.domain.timeline.recording import NewInteraction, NewPromise, record_interaction, summary_of
from wellkept.domain.timeline.referring import note_referral
from wellkept.interfaces.web.timeline.forms import LogForm, refuse
from wellkept.interfaces.web.timeline.who import Who, picked, read_who

PROMISES = 4
NAMES = 2
TALKS = frozenset({"met", "call", "video", "lunch", "coffee", "event"})
TAKEN = ("body", "kind", "place", "direction")  # from the address, for links that begin a log


@dataclass(frozen=True)
class PromiseRow:
    place: int
    text: str = ""
    by: str = Promise.By.ME
    due: str = ""

    @property
    def empty(self) -> bool:
        return not self.text


@dataclass(frozen=True)
class NameRow:
    """Somebody whom they named as worth meeting."""

    place: int
    name: str = ""
    about: str = ""


class Log:
    """What the page shows, and what it keeps."""

    def __init__(self, request: Any) -> None:
        self.request, self.network = request, request.network
        self.today: date = self.network.today()
        self.posted = request.method == "POST"
        if self.posted:
            self.who = read_who(request)
            self.form = LogForm(request.POST)
        else:
            self.who = Who(chosen=picked(request, request.GET.getlist("contact")))
            taken = {name: request.GET[name] for name in TAKEN if name in request.GET}
            self.form = LogForm(initial={"on": self.today, **taken})
        self.promises = [self._promise(place) for place in range(PROMISES)]
        self.names = [self._named(place) for place in range(NAMES)]
        self.did = request.POST.getlist("did") if self.posted else self._likely()
        self.who_error = ""

    def _promise(self, place: int) -> PromiseRow:
        data, name = self.request.POST, f"promise-{place}"
        by = Promise.By.THEM if place % 2 else Promise.By.ME
        return PromiseRow(
            place, data.get(f"{name}-text", "").strip(), data.get(f"{name}-by", by), data.get(f"{name}-due", "")
        )

    def _named(self, place: int) -> NameRow:
        data = self.request.POST
        return NameRow(
            place, data.get(f"named-{place}", "").strip()[:201], data.get(f"named-{place}-about", "").strip()[:301]
        )

    @property
    def steps(self) -> list[NextStep]:
        """Steps that were chosen with those it was with: this may have been one of them."""
        return list(NextStep.objects.filter(contact__in=self.who.chosen).select_related("contact"))

    def _likely(self) -> list[str]:
        """What is due within a week is likely what was done now."""
        soon = self.today + timedelta(days=7)
        return [str(step.pk) for step in self.steps if step.on <= soon]

    def keep(self) -> Act | None:
        """None where something is missing; the form then says what."""
        if self.who.questions:
            self.who_error = _("Say who is meant.")
        elif self.who.empty:
            self.who_error = _("Say with whom it was.")
        if not self.form.is_valid() or self.who_error:
            return None
        try:
            with acting(self.request.actor, self.network, "log", summary=self._summary()) as act:
                self._keep(act)
        except Refusal as refusal:
            self._refuse(refusal)
            return None
        return act.row

    def _keep(self, act: Acting) -> None:
        contacts = [*self.who.chosen, *self._new_people(act)]
        self.interaction: Interaction = record_interaction(
            network=self.network,
            contacts=contacts,
            by=act,
            today=self.today,
            promises=[self._made(row) for row in self.promises if not row.empty],
            thanks=self.form.cleaned_data["thanks"] or None,
            **self.form.interaction(self.network),
        )
        for row in self.names:
            if row.name:
                self._note_name(contacts[0], row, act)
        for step in self.steps:
            if str(step.pk) in self.did:
                clear_step(contact=step.contact, by=act)
        if step_on := self.form.next_step(self.today):
            self._choose_step(contacts, step_on, act)

    @property
    def good_talk(self) -> bool:
        """Whether it was a talk in which one may have asked who else to know, and no name is written down yet."""
        return self.interaction.kind in TALKS and not any(row.name for row in self.names)

    def _note_name(self, contact: Contact, row: NameRow, act: Acting) -> None:
        note_referral(
            contact=contact,
            name=row.name,
            about=row.about,
            on=self.interaction.on,
            interaction=self.interaction,
            by=act,
        )

    def _choose_step(self, contacts: list[Contact], on: date, act: Acting) -> None:
        what = self.form.cleaned_data["step_what"]
        try:
            for contact in contacts:
                reschedule(contact=contact, on=on, what=what, by=act, today=self.today)
        except Refusal as refusal:
            raise Refusal(str(refusal), field="step_on") from refusal

    def _new_people(self, act: Acting) -> list[Contact]:
        """The organization and the e-mail belong to the one new person, if there is just one."""
        data, alone = self.form.cleaned_data, len(self.who.new_names) == 1
        return [
            meet(
                network=self.network,
                name=name,
                organization=data["new_organization"] if alone else "",
                email=data["new_email"] if alone else "",
                on=data["on"],
                where=data["place"],
                by=act,
                today=self.today,
            )
            for name in self.who.new_names
        ]

    def _made(self, row: PromiseRow) -> NewPromise:
        try:
            due = parse_date(row.due) if row.due else None
        except ValueError:
            due = None
        if row.due and due is None:
            raise Refusal(_("%(day)s is no day.") % {"day": row.due[:20]}, field=f"promise-{row.place}")
        return NewPromise(by=row.by, text=row.text, due_on=due)

    def _summary(self) -> str:
        new = [Contact(display=name) for name in self.who.new_names]
        data = self.form.cleaned_data
        return summary_of(NewInteraction(contacts=[*self.who.chosen, *new], kind=data["kind"], on=data["on"]))

    def _refuse(self, refusal: Refusal) -> None:
        if refusal.field == "contacts":
            self.who_error = str(refusal)
        else:
            refuse(self.form, refusal)
