"""Who is this row? The index of all that are known, and the rules by which a row is somebody in it.

The index is read once per run in a few queries and kept up to date as rows arrive, so that a person who stands twice
in one file is found too. A name alone never decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_noop

from wellkept.domain.accounts.models import Network
from wellkept.domain.contacts.links import link_key
from wellkept.domain.contacts.models import Contact, Email, Link, Phone, Position
from wellkept.domain.contacts.organizations import organization_key
from wellkept.domain.exchange.models import SourceRecord
from wellkept.domain.exchange.naming import can_be_one, is_full, name_key
from wellkept.formats.emails import is_shared_mailbox, normal_email
from wellkept.formats.person import Name, Person
from wellkept.formats.phones import normal_phone

OWN_KEY = "urn:uuid:"
SAME_KEY = gettext_noop("same entry of this source")
SAME_LINKEDIN = gettext_noop("same LinkedIn profile")
SAME_EMAIL = gettext_noop("same e-mail")
SAME_PHONE = gettext_noop("same phone")
SAME_NAME_AND_DAY = gettext_noop("same name and day of connection")
SAME_NAME_AND_ORGANIZATION = gettext_noop("same name and organization")


@dataclass(slots=True, eq=False)
class Known:
    """Somebody the index knows; ``pk`` is 0 until a row that adds them is written."""

    pk: int
    name: str = ""
    emails: set[str] | None = None
    linkedin: str = ""
    connected_on: date | None = None
    organizations: set[str] | None = None


class Match(NamedTuple):
    known: Known
    rule: str


@dataclass(slots=True)
class Signs:
    """What a row says of who it is."""

    name: str
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    linkedin: str = ""
    connected_on: date | None = None
    organizations: list[str] = field(default_factory=list)


def own_key(uid: object) -> str:
    """How somebody is called in what we export."""
    return f"{OWN_KEY}{uid}"


def linkedin_of(person: Person) -> str:
    """The key of the LinkedIn profile that a row names, or ''."""
    links = (link_key(one.value) for one in person.links)
    return next((key for kind, key in links if kind == "linkedin" and key), "")


def signs_of(person: Person, region: str) -> Signs:
    emails = [key for one in person.emails if (key := normal_email(one.value))]
    phones = [key for one in person.phones if (key := normal_phone(one.value, region).e164)]
    day = person.connected_on
    connected = date(day.year, day.month, day.day) if day.year and day.month and day.day else None
    organizations = [
        key
        for position in person.positions
        if position.kind == "job" and position.current and (key := organization_key(position.organization))
    ]
    return Signs(name_key(person.name), emails, phones, linkedin_of(person), connected, organizations)


class Index:
    """All that are known in one network, by every sign that can tell who a row is."""

    def __init__(self) -> None:
        self.by_pk: dict[int, Known] = {}
        self.by_key: dict[str, Known] = {}
        self.by_linkedin: dict[str, Known] = {}
        self.by_email: dict[str, list[Known]] = defaultdict(list)
        self.by_phone: dict[str, list[Known]] = defaultdict(list)
        self.by_name: dict[str, list[Known]] = defaultdict(list)
        self.in_this_file: set[str] = set()  # LinkedIn profiles that the file at hand names

    def match(self, keys: Iterable[str], signs: Signs) -> Match | None:
        """Whom the row is about, and by which rule; None when nobody is sure enough."""
        for key in keys:
            if key in self.by_key:
                return Match(self.by_key[key], SAME_KEY)
        if signs.linkedin and signs.linkedin in self.by_linkedin:
            return Match(self.by_linkedin[signs.linkedin], SAME_LINKEDIN)
        return (
            self._by_sign(self.by_email, [e for e in signs.emails if not is_shared_mailbox(e)], signs, SAME_EMAIL)
            or self._by_sign(self.by_phone, signs.phones, signs, SAME_PHONE)
            or self._by_name_and_day(signs)
            or self._by_name_and_organization(signs)
        )

    def _by_sign(self, shelf: dict[str, list[Known]], keys: list[str], signs: Signs, rule: str) -> Match | None:
        for key in keys:
            fitting = [
                known
                for known in shelf.get(key, ())
                if can_be_one(known.name, signs.name) and not self._has_own_row(known, signs)
            ]
            exact = [known for known in fitting if known.name == signs.name]
            if len(exact or fitting) == 1:
                return Match((exact or fitting)[0], rule)
        return None

    def _by_name_and_day(self, signs: Signs) -> Match | None:
        if not signs.connected_on or not is_full(signs.name):
            return None
        fitting = [
            known
            for known in self.by_name.get(signs.name, ())
            if known.connected_on == signs.connected_on and not self._other_profile(known, signs)
        ]
        return Match(fitting[0], SAME_NAME_AND_DAY) if len(fitting) == 1 else None

    def _by_name_and_organization(self, signs: Signs) -> Match | None:
        if not signs.organizations or not is_full(signs.name):
            return None
        fitting = [
            known
            for known in self.by_name.get(signs.name, ())
            if known.organizations
            and not known.organizations.isdisjoint(signs.organizations)
            and not self._other_profile(known, signs)
            and not (known.connected_on and signs.connected_on and known.connected_on != signs.connected_on)
            and not (known.emails and signs.emails and known.emails.isdisjoint(signs.emails))
        ]
        return Match(fitting[0], SAME_NAME_AND_ORGANIZATION) if len(fitting) == 1 else None

    def _has_own_row(self, known: Known, signs: Signs) -> bool:
        """Whether another row of this file is this person's, by its LinkedIn profile."""
        differ = bool(known.linkedin and signs.linkedin and known.linkedin != signs.linkedin)
        return differ and known.linkedin in self.in_this_file

    def _other_profile(self, known: Known, signs: Signs) -> bool:
        """Two profiles are two people, unless the day of connection is one and the file no longer names the old profile."""
        if not known.linkedin or not signs.linkedin or known.linkedin == signs.linkedin:
            return False
        same_day = signs.connected_on is not None and known.connected_on == signs.connected_on
        return not same_day or self._has_own_row(known, signs)

    def learn(self, known: Known, signs: Signs, keys: Iterable[str] = ()) -> Known:
        """Remember what a row said of somebody."""
        if known.pk:
            self.by_pk.setdefault(known.pk, known)
        for key in keys:
            self.by_key.setdefault(key, known)
        if signs.linkedin:
            known.linkedin = known.linkedin or signs.linkedin
            self.by_linkedin.setdefault(signs.linkedin, known)
        for shelf, found in ((self.by_email, signs.emails), (self.by_phone, signs.phones)):
            for sign in found:
                _put(shelf, sign, known)
        if signs.emails:
            known.emails = (known.emails or set()).union(signs.emails)
        if signs.organizations:
            known.organizations = (known.organizations or set()).union(signs.organizations)
        known.connected_on = known.connected_on or signs.connected_on
        known.name = known.name or signs.name
        for name in {known.name, signs.name} - {""}:
            _put(self.by_name, name, known)
        return known

    def meet(self, signs: Signs, keys: Iterable[str] = ()) -> Known:
        """Somebody new, whose row is about to be written."""
        return self.learn(Known(pk=0, name=signs.name), signs, keys)

    def settle(self, known: Known, pk: int) -> None:
        """The row of somebody new was written."""
        known.pk = pk
        self.by_pk[pk] = known

    def forget(self, known: Known) -> None:
        """Somebody has gone since the index was read."""
        self.by_pk.pop(known.pk, None)
        for table in (self.by_key, self.by_linkedin):
            for key in [key for key, value in table.items() if value is known]:
                del table[key]
        for shelf in (self.by_email, self.by_phone, self.by_name):
            for found in shelf.values():
                if known in found:
                    found.remove(known)


def _put(shelf: dict[str, list[Known]], key: str, known: Known) -> None:
    there = shelf[key]
    if known not in there:
        there.append(known)


def read_index(network: Network, source: str, *, twin: str = "#:") -> Index:
    """The index of a network as it stands, in six queries however many are in it."""
    index = Index()
    columns = ("pk", "uid", "display", "given", "additional", "family", "nickname", "connected_on")
    for pk, uid, display, given, additional, family, nickname, connected in (
        Contact.objects.filter(network=network).values_list(*columns).iterator(chunk_size=2000)
    ):
        name = name_key(Name(display=display, given=given, additional=additional, family=family, nickname=nickname))
        known = Known(pk=pk, name=name, connected_on=connected)
        index.by_pk[pk] = known
        index.by_key[own_key(uid)] = known
        if name:
            index.by_name[name].append(known)
        whole = name_key(Name(display=display))
        if whole and whole != name:
            index.by_name[whole].append(known)
    of = index.by_pk
    for pk, key in Email.objects.filter(network=network).exclude(key="").values_list("contact_id", "key").iterator():
        of[pk].emails = (of[pk].emails or set()) | {key}
        _put(index.by_email, key, of[pk])
    for pk, key in Phone.objects.filter(network=network).exclude(key="").values_list("contact_id", "key").iterator():
        _put(index.by_phone, key, of[pk])
    linked = Link.objects.filter(network=network, kind="linkedin").exclude(key="")
    for pk, key in linked.values_list("contact_id", "key").iterator():
        of[pk].linkedin = of[pk].linkedin or key
        index.by_linkedin.setdefault(key, of[pk])
    jobs = Position.objects.filter(network=network, current=True, kind=Position.Kind.JOB)
    for pk, key in jobs.values_list("contact_id", "organization__key").iterator():
        of[pk].organizations = (of[pk].organizations or set()) | {key}
    records = SourceRecord.objects.filter(network=network, source=source)
    for pk, key in records.values_list("contact_id", "key").iterator():
        index.by_key[key] = of[pk]
        index.by_key.setdefault(key.split(twin)[0], of[pk])
    return index
