"""By what a person can be found: their rows, the names they had, and the addresses they are known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wellkept.domain.contacts.models import Contact, Email, Link, Phone
from wellkept.domain.contacts.sameness import Merged
from wellkept.domain.exchange.forgetting.redacting import Words
from wellkept.domain.exchange.forgetting.tombstones import email_sign, own_sign, phone_sign, profile_sign, source_sign
from wellkept.domain.exchange.matching import OWN_KEY
from wellkept.domain.exchange.models import SourceRecord
from wellkept.domain.exchange.people import TWIN
from wellkept.domain.history.models import Change
from wellkept.formats.names import script_of

SHORTEST = 3  # letters of a name of one word that is looked for
SHORT_ADDRESS = 4  # of an address, below which it is none
NAMES = ("display", "given", "family", "nickname", "phonetic_given", "phonetic_family", "gone_name")
ADDRESSES = ("address", "number", "url", "formatted")


@dataclass(frozen=True)
class Traces:
    """``ids``: the contact, and those that were merged into it."""

    contact: Contact
    ids: frozenset[int]
    rows: tuple[dict[str, Any], ...]  # their rows of names and addresses, as they are and as the history has them

    @classmethod
    def of(cls, contact: Contact) -> Traces:
        ids = _with_merged(contact)
        return cls(contact, frozenset(ids), tuple(_rows(ids)))

    @cached_property
    def sure(self) -> Words:
        """Names of several words, and addresses: where they stand, this person is meant."""
        addresses = [address for address in self._addresses() if len(address) > SHORT_ADDRESS]
        return Words([*(name for name in self._names() if " " in name), *addresses])

    @cached_property
    def maybe(self) -> Words:
        """Names of one word, which others may have too."""
        single = {name for name in self._names() if " " not in name and len(name) >= _shortest(name)}
        return Words(single - set(self.sure.words))

    @cached_property
    def all(self) -> Words:
        return Words([*self.sure.words, *self.maybe.words])

    @cached_property
    def signs(self) -> list[str]:
        """What an import may know them by."""
        region = self.contact.network.phone_region
        found = [own_sign(f"{OWN_KEY}{row['uid']}") for row in self.rows if row.get("uid")]
        for row in self.rows:
            found.append(email_sign(row.get("address") or ""))
            found.append(phone_sign(row.get("number") or "", region))
            if row.get("url") and row.get("key"):
                found.append(profile_sign(str(row["key"])))
        for source, key in SourceRecord.objects.filter(contact__in=self.ids).values_list("source", "key"):
            found += [source_sign(source, key), source_sign(source, key.split(TWIN)[0])]
        return sorted({sign for sign in found if sign})

    def _names(self) -> Iterator[str]:
        for row in self.rows:
            yield from (" ".join(str(row[name]).split()) for name in NAMES if row.get(name))
            given, family = row.get("given") or "", row.get("family") or ""
            if given and family:
                yield from (f"{given} {family}", f"{family} {given}", f"{family}, {given}")

    def _addresses(self) -> Iterator[str]:
        for row in self.rows:
            yield from (str(row[name]) for name in ADDRESSES if row.get(name))
            key = str(row.get("key") or "")
            if row.get("url") and ":" in key:
                yield key.split(":", 1)[1]  # 'ana-souza' of 'linkedin:ana-souza'
            elif row.get("address") or row.get("number"):
                yield key
            if row.get("number"):
                yield "".join(re.findall(r"\d", str(row["number"])))
            if row.get("uid"):
                yield str(row["uid"])


def _shortest(name: str) -> int:
    return 2 if script_of(name) in ("han", "kana", "hangul") else SHORTEST


def _with_merged(contact: Contact) -> set[int]:
    ids, new = {contact.pk}, {contact.pk}
    while new:
        gone = set(Merged.objects.filter(kept__in=new).values_list("gone_id", flat=True))
        told = Change.objects.filter(table=Merged._meta.label_lower, op=Change.Op.REMOVE, contact_id__in=new)
        gone |= {key for before in told.values_list("before", flat=True) if (key := (before or {}).get("gone_id"))}
        new = gone - ids
        ids |= new
    return ids


def _rows(ids: set[int]) -> Iterator[dict[str, Any]]:
    yield from Contact.objects.filter(pk__in=ids).values()
    for model in (Email, Phone, Link):
        rows: Any = model.objects.filter(contact__in=ids).values()
        yield from rows
    for name in Merged.objects.filter(kept__in=ids).values_list("gone_name", flat=True):
        yield {"gone_name": name}
    tables = [model._meta.label_lower for model in (Contact, Email, Phone, Link, Merged)]
    for before, after in Change.objects.filter(contact_id__in=ids, table__in=tables).values_list("before", "after"):
        yield from (told for told in (before, after) if told)
