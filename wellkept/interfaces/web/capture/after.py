"""After a good talk: did you ask who else you should know, and how you could help?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.timeline.learning import learn_fact
from wellkept.domain.timeline.models import Fact, Interaction, Promise
from wellkept.domain.timeline.promising import make_promise
from wellkept.domain.timeline.referring import note_referral
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.capture.rows import day_of
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.returning import back, wanted_next

NAMES = 2
PROMISED, NEEDED = "promise", "need"


@dataclass(frozen=True)
class NameRow:
    place: int
    name: str = ""
    about: str = ""


class WhoElse:
    """The question, with what was typed."""

    def __init__(self, request: Any, talk: Interaction) -> None:
        self.request, self.talk = request, talk
        people = Contact.objects.filter(participations__interaction=talk, is_me=False)
        self.people = list(people.order_by("participations__pk"))
        said = request.POST
        self.names = [
            NameRow(
                place, said.get(f"named-{place}", "").strip()[:201], said.get(f"named-{place}-about", "").strip()[:301]
            )
            for place in range(NAMES)
        ]
        self.help = said.get("help", "").strip()
        self.help_as = said.get("help-as", "")
        self.due = said.get("due", "")
        self.whom = said.get("whom", "")
        self.error = ""

    @property
    def contact(self) -> Contact | None:
        """Whom it was with; of several, who was picked."""
        if len(self.people) == 1:
            return self.people[0]
        return next((each for each in self.people if str(each.pk) == self.whom), None)

    def keep(self, act: Acting) -> None:
        contact = self.contact
        if contact is None:
            raise Refusal(_("Say with whom."))
        for row in self.names:
            if row.name:
                note_referral(
                    contact=contact, name=row.name, about=row.about, on=self.talk.on, interaction=self.talk, by=act
                )
        if not self.help:
            return
        if self.help_as == PROMISED:
            make_promise(
                contact=contact,
                by_whom=Promise.By.ME,
                text=self.help,
                due_on=day_of(self.due),
                interaction=self.talk,
                by=act,
            )
        elif self.help_as == NEEDED:
            today = self.request.network.today()
            learn_fact(
                contact=contact,
                words=self.help,
                kind=Fact.Kind.NEED,
                on=self.talk.on,
                interaction=self.talk,
                by=act,
                today=today,
            )
        else:
            raise Refusal(_("Say whether you promised it or they need it."))


@require_http_methods(["GET", "HEAD", "POST"])
def who_else(request: Any, pk: int) -> HttpResponse:
    asked = WhoElse(request, find(request, Interaction, pk))
    if request.method == "POST":
        try:
            with acting(request.actor, request.network) as act:
                asked.keep(act)
        except Refusal as refusal:
            asked.error = str(refusal)
        else:
            messages.done(request, act.row)
            return back(request, "contact", asked.contact.pk if asked.contact else 0)
    context = {"asked": asked, "next": wanted_next(request)}
    return render(request, "capture/who-else.html", context, status=422 if asked.error else 200)
