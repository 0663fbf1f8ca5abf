"""Names that the user wrote down and nobody in the network has: read from what was noted lately, kept as referrals or let go.

A guess out of words, and shown as one. What the user says to it is a referral, open or dropped, so that it is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import BigIntegerField, Q, Value
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.likeness.nicknames import short_for_same
from wellkept.domain.contacts.models import Circle, Contact, Organization, PostalAddress, Tag
from wellkept.domain.history.acting import Acting, acting
from wellkept.domain.plan.naming import mentions
from wellkept.domain.timeline.models import Interaction, Note, Referral
from wellkept.domain.timeline.referring import drop_referral, note_referral
from wellkept.formats.names import fold, parse_name

MENTION = "mention-"  # begins the subject of a card about a name out of the notes
LATELY = timedelta(days=90)
NEWEST, NEWEST_NOTES = 1000, 300  # interactions and notes looked through
OWN_WORDS = ("", "sample")  # sources of what the user wrote; a message that came with an import is no note
LONG_AGO = datetime.fromisoformat("1900-01-01T00:00:00+00:00")


class Mentioned(NamedTuple):
    """Noted with this contact, on this day; ``interaction`` is None where it stands in a note."""

    contact: int
    name: str
    quote: str
    on: date
    interaction: int | None

    @property
    def subject(self) -> str:
        return f"{MENTION}{'-'.join(fold(self.name).split())}"[:60]


def mentioned(*, network: Network, today: date, contact: int | None = None) -> list[Mentioned]:
    """Strangers named in the last ninety days, each once, the newest first. One query, and four more where there are any names."""
    found: dict[str, Mentioned] = {}
    for who, on, body, interaction in sorted(_written(network, today, contact), key=lambda row: row[1], reverse=True):
        for name, quote in mentions(body):
            found.setdefault(fold(name), Mentioned(who, name, quote, on, interaction))
    if not found:
        return []
    known = {*_people(network, found), *_things(network, found.values()), fold(network.owner.name)}
    known |= {fold(name) for name in Referral.objects.filter(network=network).values_list("name", flat=True)}
    return [mention for folded, mention in found.items() if folded not in known]


def keep_mention(*, contact: Contact, subject: str, by: Actor | Acting, today: date) -> Referral:
    """Whom the notes name is worth meeting: a referral of the contact it was noted with."""
    mention = _mention(contact, subject, today)
    interaction = Interaction.objects.filter(network=contact.network, pk=mention.interaction or 0).first()
    return note_referral(contact=contact, name=mention.name, on=mention.on, by=by, interaction=interaction)


def drop_mention(*, contact: Contact, subject: str, by: Actor | Acting, today: date) -> Referral:
    """Nobody, or nobody to meet: never proposed again."""
    name = _mention(contact, subject, today).name
    with acting(by, contact.network, "drop", summary=_("Let go: %(what)s") % {"what": name}) as act:
        referral = keep_mention(contact=contact, subject=subject, by=act, today=today)
        return drop_referral(referral=referral, on=today, by=act)


def _mention(contact: Contact, subject: str, today: date) -> Mentioned:
    for each in mentioned(network=contact.network, today=today, contact=contact.pk):
        if each.subject == subject and each.contact == contact.pk:
            return each
    raise Refusal(_("This name is in your notes no more, or was answered already."))


def _written(network: Network, today: date, contact: int | None) -> Iterator[tuple[int, date, str, int | None]]:
    """Contact, day, words and interaction, by the indexes of both tables. Several took part: the first of them."""
    since = today - LATELY
    newest = Interaction.objects.filter(network=network, on__gte=since, on__lte=today).order_by("-on", "-pk")
    keys = newest.values("pk")[:NEWEST]
    said = Interaction.objects.filter(network=network, pk__in=keys, source__in=OWN_WORDS).exclude(body="").order_by()
    latest = Note.objects.filter(network=network).order_by("-pk").values("pk")[:NEWEST_NOTES]
    notes = Note.objects.filter(network=network, pk__in=latest, source__in=OWN_WORDS, on__gte=since, on__lte=today)
    if contact is not None:
        said, notes = said.filter(participations__contact=contact), notes.filter(contact=contact)
    nothing = Value(None, output_field=BigIntegerField())
    noted = notes.order_by().annotate(none=nothing).values_list("none", "on", "body", "contact_id")
    seen = set()
    for pk, on, body, who in said.values_list("pk", "on", "body", "participations__contact_id").union(noted, all=True):
        if who is not None and (pk is None or pk not in seen):
            seen.add(pk)
            yield who, on, body, pk


def _people(network: Network, found: dict[str, Mentioned]) -> set[str]:
    """Those who are contacts already, archived ones and the own card too: the same family name, and a given name that fits."""
    heads: dict[str, list[str]] = {}
    for folded, mention in found.items():
        family = fold(parse_name(mention.name).family)
        for head in {family, *folded.split()[1:]}:
            if head:
                heads.setdefault(head, []).append(folded)
    ranges = Q()
    for head in heads:
        ranges |= Q(sort_key__gte=head, sort_key__lt=f"{head} \uffff")
    there = Q(archived_at=None) | Q(archived_at__gt=LONG_AGO)
    rows = Contact.objects.filter(there, ranges, network=network, is_me__in=(False, True)).order_by()
    known: set[str] = set()
    for key in rows.values_list("sort_key", flat=True):
        words = key.split()
        for size in range(1, len(words) + 1):
            for folded in heads.get(" ".join(words[:size]), ()):
                given = folded.split()[0]
                if size == len(words) or any(_same_given(given, word) for word in words[size:]):
                    known.add(folded)
    return known


def _same_given(one: str, other: str) -> bool:
    return one == other or other.rstrip(".") == one[0] or short_for_same(one, other)


def _things(network: Network, found: Iterable[Mentioned]) -> set[str]:
    """Those that are an organization, a circle, a tag or a city here."""
    names = [mention.name for mention in found]
    folded = [fold(name) for name in names]
    organizations = Organization.objects.filter(network=network, key__in=folded).order_by().values_list("key")
    tags = Tag.objects.filter(network=network, key__in=folded).order_by().values_list("key")
    circles = Circle.objects.filter(network=network, name__in=names).order_by().values_list("name")
    cities = PostalAddress.objects.filter(network=network, city__in=names).order_by().values_list("city")
    return {fold(name) for (name,) in organizations.union(tags, circles, cities)}
