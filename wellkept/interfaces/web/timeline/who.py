"""With whom it was: contacts that were picked, names that were typed, and questions where a name is not clear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.models import Contact
from wellkept.domain.search.searching import find_contacts
from wellkept.formats.names import fold
from wellkept.interfaces.web.gate import chosen

MOST_NAMES = 12
BETWEEN = re.compile(r"[,;\n]")


@dataclass(frozen=True)
class Question:
    """A name that is nobody's or several people's; ``place`` numbers it in the form."""

    place: int
    name: str
    candidates: list[Contact]


@dataclass
class Who:
    chosen: list[Contact] = field(default_factory=list)
    new_names: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.chosen or self.new_names or self.questions)

    def pick(self, people: Iterable[Contact]) -> None:
        known = {contact.pk for contact in self.chosen}
        self.chosen += [contact for contact in people if contact.pk not in known]

    def ask(self, name: str, candidates: list[Contact]) -> None:
        self.questions.append(Question(len(self.questions), name, candidates))


def picked(request: Any, keys: list[str]) -> list[Contact]:
    """The contacts of these keys, in the order in which they were picked; 404 where one is not this network's."""
    found = {contact.pk: contact for contact in chosen(request, Contact, list(dict.fromkeys(keys)))}
    return [found[int(key)] for key in dict.fromkeys(keys)]


def read_who(request: Any) -> Who:
    """Who a posted form names. What stays open becomes a question."""
    data, network = request.POST, request.network
    who = Who(chosen=picked(request, data.getlist("contact")))
    for place in range(MOST_NAMES):
        if name := data.get(f"name-{place}", "").strip()[:300]:
            _answer(request, who, name, data.get(f"which-{place}", ""))
    for name in BETWEEN.split(data.get("who", ""))[:MOST_NAMES]:
        if name.strip():
            _look_up(network, who, name.strip()[:300])
    if new_name := " ".join(data.get("new_name", "").split())[:300]:
        same = [contact for contact in _found(network, new_name) if fold(contact.display) == fold(new_name)]
        if same:
            who.ask(new_name, same)
        else:
            who.new_names.append(new_name)
    return who


def _answer(request: Any, who: Who, name: str, answer: str) -> None:
    if answer == "new":
        who.new_names.append(name)
    elif answer.isdecimal():
        who.pick(picked(request, [answer]))
    elif answer == "":
        who.ask(name, _found(request.network, name))
    elif answer != "nobody":
        raise Http404


def _look_up(network: Network, who: Who, name: str) -> None:
    """One exact name, or one contact whose name has all the typed words, is clear; anything else is asked."""
    candidates = _found(network, name)
    exact = [contact for contact in candidates if fold(contact.display) == fold(name)]
    words = fold(name).split()
    named = [contact for contact in candidates if set(words) <= set(fold(contact.display).split())]
    clear = exact or named
    if len(clear) == 1:
        who.pick(clear)
    else:
        who.ask(name, clear or candidates)


def _found(network: Network, name: str) -> list[Contact]:
    found = find_contacts(network=network, text=name, most=9)
    return [contact for contact in found if not contact.is_me][:8]
