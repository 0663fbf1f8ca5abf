"""What was pasted and dropped in one go, read together: whom it names, and in words what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.people import as_json
from wellkept.formats.names import display_name
from wellkept.formats.pasted import MOST_PEOPLE, Named, Pasted, read_pasted
from wellkept.formats.pictures import kind_of

MOST_FILES = 20
MOST_TEXT = 2_000_000  # octets that are pasted
MOST_FILE = 30 * 1024 * 1024
OLDEST = 24 * 3600  # seconds for which a list that is shown can be taken
SALT = "paste"
PARTS = {
    "organizer": gettext_lazy("organizer"),
    "attendee": gettext_lazy("attendee"),
    "sender": gettext_lazy("sender"),
    "card": gettext_lazy("vCard"),
}
PROBLEMS = {
    "empty": gettext_lazy("There is nothing in it."),
    "long": gettext_lazy("That is longer than a mail or a signature is: at most 2 million characters."),
    "nobody": gettext_lazy("No name, address or number of anybody was found in it."),
    "broken": gettext_lazy("This calendar is broken: no event of it could be read."),
}


@dataclass(slots=True)
class Line:
    """Somebody on the list. ``token`` holds all that was read of them, signed."""

    named: Named
    token: str

    @property
    def name(self) -> str:
        person = self.named.person
        return display_name(person.name) or next((one.value for one in (*person.emails, *person.phones)), _("No name"))

    @property
    def under(self) -> str:
        person = self.named.person
        job = person.positions[0] if person.positions else None
        parts = [job.title, job.organization] if job else []
        parts += [one.value for one in (*person.emails, *person.phones) if one.value != self.name][:2]
        return ", ".join(filter(None, parts))

    @property
    def part(self) -> str:
        return str(PARTS.get(self.named.part, ""))


@dataclass(slots=True)
class Taken:
    """``pictures`` (name, octets) are for the reader of cards."""

    lines: list[Line] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    title: str = ""


def read_all(network: Network, text: str, files: list[Any]) -> Taken:
    """``files`` are uploads; each is read on its own, so that one that is broken costs no other."""
    taken = Taken()
    if len(files) > MOST_FILES:
        taken.refusals.append(_("At most %(most)d files at a time.") % {"most": MOST_FILES})
        return taken
    if text.strip():
        _add(taken, network, "", text.encode("utf-8", "replace"), MOST_TEXT)
    for file in files:
        if file.size > MOST_FILE:
            taken.refusals.append(_("%(name)s: larger than 30 MB.") % {"name": file.name})
            continue
        data = file.read()
        if kind_of(data):
            taken.pictures.append((file.name, data))
        else:
            _add(taken, network, file.name, data, MOST_FILE)
    if not (taken.lines or taken.pictures or taken.refusals):
        taken.refusals.append(_("Paste something, or choose a file."))
    return taken


def _add(taken: Taken, network: Network, name: str, data: bytes, most: int) -> None:
    pasted = read_pasted(data, region=network.phone_region) if len(data) <= most else Pasted("nothing", problem="long")
    taken.title = taken.title or pasted.title
    before = f"{name}: " if name else ""
    if pasted.problem == "many":
        said = _("Only the first %(most)d people are shown. An address book is brought by Import.") % {
            "most": MOST_PEOPLE
        }
        taken.refusals.append(before + said)
    elif pasted.problem:
        taken.refusals.append(before + str(PROBLEMS[pasted.problem]))
    known = {_same(line.named) for line in taken.lines}
    for named in pasted.people:
        if _same(named) not in known:
            known.add(_same(named))
            taken.lines.append(Line(named, _signed(network, pasted.kind, named)))


def _same(named: Named) -> tuple[str, ...]:
    person = named.person
    return (display_name(person.name), *sorted(one.value for one in (*person.emails, *person.phones, *person.links)))


def _signed(network: Network, kind: str, named: Named) -> str:
    way = (
        Captured.Way.SIGNATURE
        if kind in ("mail", "signature") and named.part in ("", "sender")
        else Captured.Way.PASTED
    )
    told = {
        "network": network.pk,
        "way": way.value,
        "text": named.words,
        "read": as_json([named.person], unsure=named.unsure),
    }
    return signing.dumps(told, salt=SALT, compress=True)


def opened(network: Network, token: str) -> dict[str, Any]:
    """What a line of the list holds. One that was changed, is a day old or another network's is refused."""
    try:
        told: dict[str, Any] = signing.loads(token, salt=SALT, max_age=OLDEST)
    except signing.BadSignature as error:
        raise Refusal(_("This list is too old to be taken. Paste it again.")) from error
    if told.pop("network") != network.pk:
        raise Refusal(_("This list is too old to be taken. Paste it again."))
    return told
