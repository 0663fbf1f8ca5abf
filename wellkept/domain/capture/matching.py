"""Who is meant, by which sign, and who else it could be. Nobody is taken for somebody by a name alone: that is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.likeness.nicknames import short_for_same
from wellkept.domain.contacts.models import Contact, Email, Link, Phone, Position
from wellkept.domain.exchange.matching import signs_of
from wellkept.domain.exchange.naming import can_be_one, is_full, name_key
from wellkept.domain.search.searching import find_contacts
from wellkept.formats.emails import is_shared_mailbox
from wellkept.formats.person import Name, Person

MOST = 6  # who else it could be, on one page
LOOKED_AT = 24
SURE = ("linkedin", "email", "phone", "organization")


@dataclass(frozen=True, slots=True)
class Candidate:
    """``sign``: linkedin, email, phone, organization (with the name), name, first (name) or spelling; ``reason`` says it."""

    contact: Contact
    sign: str
    reason: str

    @property
    def sure(self) -> bool:
        return self.sign in SURE


@dataclass(frozen=True)
class Meant:
    """``contact``: who it is, where a sign leaves no doubt; ``candidates``: everybody it could be, the likeliest first."""

    contact: Contact | None = None
    reason: str = ""
    candidates: Sequence[Candidate] = ()

    @cached_property
    def asked(self) -> bool:
        """Whether the user has to say who it is."""
        return self.contact is None and bool(self.candidates)


def who_is(*, network: Network, person: Person) -> Meant:
    """Whom these values are about. Six queries, and one for each sign that is there."""
    signs = signs_of(person, network.phone_region)
    found: dict[int, tuple[str, str]] = {}
    for key, sign, reason in _by_address(network, person, signs.linkedin, signs.emails, signs.phones):
        found.setdefault(key, (sign, reason))
    people = {contact.pk: contact for contact in _read(found)}
    candidates = [_doubted(Candidate(people[key], *said), signs.name) for key, said in found.items() if key in people]
    candidates += [
        candidate
        for candidate in _by_name(network, person, signs.name, signs.organizations)
        if candidate.contact.pk not in people
    ]
    sure = [candidate for candidate in candidates if candidate.sure]
    candidates.sort(key=lambda candidate: not candidate.sure)
    if len(sure) == 1:
        return Meant(sure[0].contact, sure[0].reason, candidates[:MOST])
    return Meant(candidates=candidates[:MOST])


def known_key(contact: Contact) -> str:
    return name_key(Name(display=contact.display, given=contact.given, family=contact.family))


def _by_address(
    network: Network, person: Person, linkedin: str, emails: list[str], phones: list[str]
) -> Iterator[tuple[int, str, str]]:
    if linkedin:
        rows = Link.objects.filter(network=network, key=linkedin, contact__is_me=False)
        for key in rows.order_by("pk").values_list("contact_id", flat=True):
            yield key, "linkedin", _("the same LinkedIn profile")
    own = [email for email in emails if not is_shared_mailbox(email)]
    if own:
        mails = Email.objects.filter(network=network, key__in=own, contact__is_me=False).order_by("pk")
        for key, address in mails.values_list("contact_id", "address"):
            yield key, "email", _("the same e-mail, %(address)s") % {"address": address}
    if phones:
        calls = Phone.objects.filter(network=network, key__in=phones, contact__is_me=False).order_by("pk")
        for key, number in calls.values_list("contact_id", "number"):
            yield key, "phone", _("the same phone, %(number)s") % {"number": number}


def _doubted(candidate: Candidate, name: str) -> Candidate:
    """A shared address under another name is a question."""
    if can_be_one(known_key(candidate.contact), name):
        return candidate
    return Candidate(candidate.contact, "name", _("%(why)s, but another name") % {"why": candidate.reason})


def _by_name(network: Network, person: Person, name: str, organizations: list[str]) -> Iterator[Candidate]:
    if not name:
        return
    looked = find_contacts(network=network, text=name, most=LOOKED_AT)
    if is_full(name) and not any(known_key(contact) == name for contact in looked):
        looked += find_contacts(
            network=network, text=name.split()[-1], most=LOOKED_AT
        )  # 'Bob Smith' who is Robert here
    there = _organizations_of(looked)
    seen: set[int] = set()
    for contact in looked:
        sign, reason = _likeness(contact, name)
        if not sign or contact.is_me or contact.pk in seen:
            continue
        seen.add(contact.pk)
        at = next((said for key, said in there.get(contact.pk, ()) if key in organizations), "")
        if at and is_full(name) and sign == "name":
            sign, reason = "organization", _("the same name, at %(organization)s") % {"organization": at}
        elif at:
            reason = _("%(why)s, also at %(organization)s") % {"why": reason, "organization": at}
        yield Candidate(contact, sign, reason)


def _likeness(contact: Contact, name: str) -> tuple[str, str]:
    """How the name of somebody here is like one that was read; ('', '') where it is not."""
    known = known_key(contact)
    if known == name:
        return "name", _("the same name")
    if not is_full(name):
        words = {*known.split(), *name_key(Name(display=contact.nickname)).split()}
        return ("first", _("also called %(name)s") % {"name": contact.first_name}) if name in words else ("", "")
    if can_be_one(known, name) and is_full(known):
        return "first", _("perhaps the same name")
    return ("spelling", _("a similar name")) if is_full(known) and _near(known, name) else ("", "")


def _near(known: str, name: str) -> bool:
    """One word is the same and each other nearly so, or a short form of it."""
    one, other = known.split(), name.split()
    if len(one) != len(other) or not set(one) & set(other):
        return False
    return all(
        a == b or short_for_same(a, b) or (min(len(a), len(b)) > 3 and OSA.distance(a, b) < 2)
        for a, b in zip(one, other, strict=True)
    )


def _organizations_of(people: Sequence[Contact]) -> dict[int, list[tuple[str, str]]]:
    rows = Position.objects.filter(contact__in=[contact.pk for contact in people], kind=Position.Kind.JOB, current=True)
    found: dict[int, list[tuple[str, str]]] = {}
    for key, organization, said in rows.values_list("contact_id", "organization__key", "organization__name"):
        found.setdefault(key, []).append((organization, said))
    return found


def _read(keys: Iterable[int]) -> list[Contact]:
    jobs = Position.objects.select_related("organization")
    found = Contact.objects.filter(pk__in=list(keys)).select_related("standing")
    return list(found.prefetch_related(Prefetch("positions", queryset=jobs)))
