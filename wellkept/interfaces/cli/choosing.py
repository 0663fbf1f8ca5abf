"""Whom a command is about: by number, or by name when it names one person alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from wellkept.domain.accounts.models import Network
    from wellkept.domain.contacts.models import Contact

Whom = Annotated[str, typer.Argument(metavar="CONTACT", help="A name, or the number that `wellkept find` shows.")]
MOST = 10


def chosen(network: Network, whom: str) -> Contact:
    """The contact that is meant. Raises ``Refusal`` where there is none, and one that lists them where there are several:
    whom something is written about is never guessed."""
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.domain.contacts.models import Contact

    if whom.strip().isdecimal():
        found = Contact.objects.filter(pk=int(whom[:18]), is_me=False).first()
        if found is None:
            raise Refusal(f"There is no contact {whom.strip()}.")
        return found
    people, sure = _candidates(network, whom)
    if not people:
        raise Refusal(f"Nobody is found for “{whom}”.")
    if len(people) == 1 and sure:
        return people[0]
    asked = f"Several people are found for “{whom}”." if sure else f"Nobody is found for “{whom}”. Near it:"
    raise Refusal(
        "\n".join([asked, *(_line(person) for person in people), "Say which, by the number before the name."])
    )


def _candidates(network: Network, whom: str) -> tuple[list[Contact], bool]:
    """Who may be meant: those of exactly this name, else whose name it begins, else whom the words find otherwise."""
    from wellkept.domain.search.searching import search
    from wellkept.formats.names import fold

    found = search(network=network, text=whom, most=MOST, said=False)
    exact = [person for person in found.contacts if fold(person.display) == fold(" ".join(whom.split()))]
    return exact or [person for person in found.contacts if _is_called(person, found.words)] or found.contacts, (
        not found.corrected
    )


def _is_called(person: Contact, words: list[str]) -> bool:
    from wellkept.domain.search.words import query_words

    names = query_words(f"{person.display} {person.nickname} {person.given} {person.family}")
    return all(any(name.startswith(word) for name in names) for word in words)


def _line(person: Contact) -> str:
    return f"{person.pk:>6}  {person.display}{headline_after(person)}"


def headline_after(person: Contact) -> str:
    line = headline(person)
    return f" ({line})" if line else ""


def headline(person: Contact) -> str:
    """Title and organization of today."""
    for position in person.positions.all():
        if position.current and position.kind == "job":
            return " · ".join(filter(None, [position.title, position.organization.name]))
    return ""
