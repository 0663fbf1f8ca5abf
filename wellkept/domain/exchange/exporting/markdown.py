"""A folder of Markdown in a ZIP: a file a contact, with front matter (YAML), the timeline, promises and notes.

Names of others who are in the folder too are links as Obsidian and Logseq know them: ``[[Bruno Keller]]``.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import IO, Any, cast

from django.utils import timezone

from wellkept.domain.contacts.models import CircleMembership, Contact, Tagging
from wellkept.domain.exchange.exporting.people import BATCH, keys_of_people, people
from wellkept.domain.timeline.models import Interaction, Note, Participation, Promise
from wellkept.formats.person import DatedOccasion, PartialDate, Person, Position
from wellkept.formats.vcard.moments import write_date

FOLDER = "contacts"
LONGEST = 120  # bytes of a file's name; some file systems take 143
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#^\[\]]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)\Z")
# What YAML takes only escaped (YAML 1.2.2 section 5.1).
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}


class _Pipe(io.RawIOBase):
    """What a ZIP is written into while it is read from the other end."""

    def __init__(self) -> None:
        self.held: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.held.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        data, self.held = b"".join(self.held), []
        return data


def markdown_folder(keys: Collection[int] | None) -> Iterator[bytes]:
    """The ZIP of these contacts, or of everybody."""
    names = file_names(keys)
    at = timezone.localtime().timetuple()[:6]
    pipe = _Pipe()
    ordered = list(names)
    with zipfile.ZipFile(cast(IO[bytes], pipe), "w", zipfile.ZIP_DEFLATED) as zipped:

        def put(name: str, data: bytes) -> None:
            info = zipfile.ZipInfo(name, date_time=at)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            zipped.writestr(info, data)

        for start in range(0, len(ordered), BATCH):
            batch = ordered[start : start + BATCH]
            life = _Life(batch, names)
            for contact, person in people(notes=False, only=batch):
                name, picture = names[contact.pk], ""
                if person.photo is not None and person.photo.data:
                    picture = f"photos/{name}.{_ENDINGS.get(person.photo.media_type, 'img')}"
                    put(f"{FOLDER}/{picture}", person.photo.data)
                put(f"{FOLDER}/{name}.md", _page(contact, person, life, picture).encode(errors="replace"))
                yield pipe.taken()
    yield pipe.taken()


def file_names(keys: Collection[int] | None = None) -> dict[int, str]:
    """What each contact's file is called, without its ending: as the contact, told apart by numbers also where a file
    system does not tell capitals from small letters."""
    displayed = dict(Contact.objects.filter(is_me=False).values_list("pk", "display"))
    taken: set[str] = set()
    names = {}
    for key in keys_of_people(keys):
        plain = stem = _fit(displayed[key])
        number = 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{plain} {number}"
        taken.add(stem.casefold())
        names[key] = stem
    return names


def _fit(name: str) -> str:
    fit = " ".join(_UNFIT.sub(" ", name).split()).strip(". ")
    fit = fit.encode(errors="ignore")[:LONGEST].decode(errors="ignore").strip(". ")
    return f"{fit}_" if _RESERVED.match(fit) else fit or "contact"


class _Life:
    """What passed with some contacts, was promised and noted, read with a query a table."""

    def __init__(self, keys: Sequence[int], names: dict[int, str]) -> None:
        self.names = names
        mine = Participation.objects.filter(contact__in=keys)
        wanted = set(keys)
        talks = {one.pk: one for one in Interaction.objects.filter(pk__in=mine.values("interaction"))}
        self.talks: dict[int, list[Interaction]] = defaultdict(list)
        self.who: dict[int, list[tuple[int, str]]] = defaultdict(list)
        parts = Participation.objects.filter(interaction__in=mine.values("interaction"))
        rows = parts.order_by("-on", "-interaction", "pk")
        for talk, key, name, me in rows.values_list(
            "interaction_id", "contact_id", "contact__display", "contact__is_me"
        ):
            if not me:
                self.who[talk].append((key, name))
            if key in wanted:
                self.talks[key].append(talks[talk])
        self.promises = _by_contact(Promise.objects.filter(contact__in=keys).order_by("due_on", "pk"))
        self.notes = _by_contact(Note.objects.filter(contact__in=keys).order_by("-on", "-pk"))
        self.circles = _named(CircleMembership, keys, "circle__name")
        self.tags = _named(Tagging, keys, "tag__name")

    def link(self, key: int, name: str) -> str:
        """To the file of somebody, where there is one."""
        stem = self.names.get(key)
        if stem is None:
            return name
        return f"[[{stem}]]" if stem == name else f"[[{stem}|{name.replace('|', ' ').replace(']', ' ')}]]"


def _by_contact(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.contact_id].append(row)
    return found


def _named(model: Any, keys: Sequence[int], column: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, name in model.objects.filter(contact__in=keys).order_by("pk").values_list("contact_id", column):
        found[key].append(name)
    return found


def _page(contact: Contact, person: Person, life: _Life, picture: str) -> str:
    key = contact.pk
    pieces = [_front(contact, person, life), f"# {contact.display}"]
    pieces += [f"![](<{picture}>)"] if picture else []
    pieces += [contact.about.strip()] if contact.about.strip() else []
    if promises := life.promises.get(key):
        pieces.append("## Promises\n\n" + "\n".join(map(_promise, promises)))
    if notes := life.notes.get(key):
        pieces += ["## Notes", *(f"### {note.on.isoformat()}\n\n{note.body.strip()}" for note in notes)]
    if talks := life.talks.get(key):
        pieces += ["## Timeline", *(_talk(talk, key, life) for talk in talks)]
    return "\n\n".join(pieces) + "\n"


def _promise(promise: Promise) -> str:
    said = f"- [{' ' if promise.open else 'x'}] {promise.get_by_display()}: {' '.join(promise.text.split())}"
    ends = [("by", promise.due_on), ("done", promise.settled_on), ("let go", promise.forgiven_on)]
    told = ", ".join(f"{word} {day.isoformat()}" for word, day in ends if day)
    return f"{said} ({told})" if told else said


def _talk(talk: Interaction, key: int, life: _Life) -> str:
    others = ", ".join(life.link(*one) for one in life.who[talk.pk] if one[0] != key)
    under = " · ".join(filter(None, [f"with {others}" if others else "", talk.place]))
    head = f"### {talk.on.isoformat()} {talk.get_kind_display()}"
    return "\n\n".join(filter(None, [head, under, talk.body.strip()]))


def _front(contact: Contact, person: Person, life: _Life) -> str:
    """The facts as YAML, each text in quotation marks as in JSON, which YAML takes."""
    born = next((one for one in person.dates if one.kind == "birthday"), None)
    said: dict[str, Any] = {
        "name": contact.display,
        "aliases": [contact.nickname] if contact.nickname else [],
        "pronouns": person.pronouns,
        "tags": [re.sub(r"\s+", "-", tag.strip()) for tag in life.tags.get(contact.pk, [])],
        "circles": life.circles.get(contact.pk, []),
        "positions": [_position(one) for one in person.positions],
        "emails": [_told(one.value, one.label) for one in person.emails],
        "phones": [_told(one.value, one.label) for one in person.phones],
        "links": [one.value for one in person.links],
        "addresses": [_address(one) for one in person.addresses],
        "place": person.location,
        "birthday": _written(born.date) if born else "",
        "dates": [_occasion(one) for one in person.dates if one is not born],
        "interests": person.interests,
        "fields": [_told(one.value, one.label) for one in person.custom],
        "connected": _day(contact.connected_on),
        "archived": _day(contact.archived_at.date() if contact.archived_at else None),
        "id": person.source_key,
    }
    return "\n".join(["---", *(line for name, value in said.items() if value for line in _yaml(name, value)), "---"])


def _yaml(name: str, value: str | list[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name}: {_quoted(value)}"
        return
    yield f"{name}:"
    yield from (f"  - {_quoted(one)}" for one in value)


def _quoted(text: str) -> str:
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _told(value: str, label: str) -> str:
    return f"{value} ({label})" if label else value


def _position(position: Position) -> str:
    name = " · ".join(filter(None, [position.title, position.department, position.organization]))
    start, end = _written(position.started), _written(position.ended)
    span = f"{start} – {end}" if start or end else "" if position.current else "past"
    return _told(name, span.strip())


def _address(address: Any) -> str:
    town = " ".join(filter(None, [address.postcode, address.city]))
    parts = [address.po_box, address.street, address.extended, town, address.region, address.country]
    whole = address.formatted or ", ".join(filter(None, parts))
    return _told(", ".join(whole.split("\n")), address.label)


def _occasion(one: DatedOccasion) -> str:
    return f"{_written(one.date)} {one.label or one.kind}"


def _written(when: PartialDate) -> str:
    return write_date(when, basic=False) if when else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
