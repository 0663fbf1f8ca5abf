"""Letters for many contacts at once: opening line, draft and ways to send it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.correspondence.channels import Channel, channels
from wellkept.domain.correspondence.drafts import draft
from wellkept.domain.correspondence.facts import gather, twins_of
from wellkept.domain.correspondence.known import Known, Named, Purpose, Said
from wellkept.domain.correspondence.openings import Opening, opening, recalled
from wellkept.domain.correspondence.phrases import nameless
from wellkept.domain.timeline.excerpts import excerpt

LONG_SILENT = 365  # days
JUST_MET = 14  # days
LAST_WORDS = 160  # characters


@dataclass(frozen=True, slots=True)
class Letter:
    """``last`` is what was last said, ``last_on`` and ``last_kind`` when something last passed and in which way."""

    contact: int
    purpose: Purpose
    opening: str
    fact: str
    evidence: str
    subject: str
    body: str
    short: str
    channels: tuple[Channel, ...]
    last: str
    last_on: date | None
    last_kind: str
    headline: str
    photo: int | None


def letter(*, network: Network, contact: Contact, today: date, purpose: Purpose | None = None) -> Letter:
    """The letter to one contact; without a purpose, the one that suits how things are."""
    if contact.is_me or contact.network_id != network.pk:
        raise Refusal(_("There is nobody to write to."))
    return letters(network=network, wanted={contact.pk: purpose}, today=today)[contact.pk]


def letters(
    *,
    network: Network,
    wanted: Mapping[int, Purpose | None],
    today: date,
    visits: Mapping[int, tuple[str, date]] | None = None,
    mentions: Mapping[int, Named] | None = None,
) -> dict[int, Letter]:
    """Letters by contact, no two beginning alike, nor like one that another contact of the network would get.

    ``visits``: the place and the day where the user will be near a contact; ``mentions``: whom to ask them after.
    """
    known = gather(network=network, contacts=list(wanted))
    known |= {pk: replace(known[pk], visit=there) for pk, there in (visits or {}).items() if pk in known}
    known |= {pk: replace(known[pk], mentioned=named) for pk, named in (mentions or {}).items() if pk in known}
    found = {pk: back for pk, person in known.items() if (back := recalled(person))}
    days = {pk: (said.on, said.kind, said.body if topic else "") for pk, (said, topic) in found.items()}
    twins = twins_of(known.values(), days, network=network)
    everybody = {**known, **gather(network=network, contacts=twins)} if twins else known
    taken: set[str] = set()
    written: dict[int, Letter] = {}
    for person in sorted(everybody.values(), key=lambda person: person.key):
        purpose = wanted.get(person.contact) or purpose_for(person, today)
        line = opening(person, purpose, today, taken)
        taken.add(nameless(line.line, person))
        if person.contact in wanted:
            written[person.contact] = _letter(person, purpose, line)
    return written


def purpose_for(known: Known, today: date) -> Purpose:
    """What a letter without an occasion would be for."""
    if known.met_on and 0 <= (today - known.met_on).days <= JUST_MET and len(known.said) < 2:
        return "followup"
    if not known.said:
        return "introduce"
    return "reconnect" if (today - known.said[0].on).days > LONG_SILENT else "keep"


def _letter(known: Known, purpose: Purpose, line: Opening) -> Letter:
    text = draft(known, purpose, line.line)
    last: Said | None = next((said for said in known.said if said.body.strip()), known.said[0] if known.said else None)
    return Letter(
        contact=known.contact,
        purpose=purpose,
        opening=line.line,
        fact=line.fact,
        evidence=line.evidence,
        subject=text.subject,
        body=text.body,
        short=text.short,
        channels=channels(known, text),
        last=excerpt(last.body, length=LAST_WORDS) if last else "",
        last_on=known.said[0].on if known.said else None,
        last_kind=known.said[0].kind if known.said else "",
        headline=" · ".join(filter(None, [known.title, known.organization])),
        photo=known.photo,
    )
