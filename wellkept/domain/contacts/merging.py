"""Contacts that are one person become one. Every value, interaction, photo and link of both is kept; one act, one undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellkept.domain.accounts.models import Actor, Kept, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, CustomField
from wellkept.domain.contacts.moving import move_rows
from wellkept.domain.contacts.pointing import Pointing, pointings
from wellkept.domain.contacts.sameness import Merged, OtherPhoto
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.names import fold

Side = Literal["kept", "gone"]
NAME = ("display", "given", "additional", "family", "prefix", "suffix", "phonetic_given", "phonetic_family", "sort_key")
MET = ("met_on_year", "met_on_month", "met_on_day", "met_at")
# What two contacts can differ in so that one has to be chosen; several columns that mean one thing go together.
CHOICES: dict[str, tuple[str, ...]] = {
    "name": NAME,
    "nickname": ("nickname",),
    "pronouns": ("pronouns",),
    "location": ("location",),
    "met_on": MET,
    "met_where": ("met_where",),
    "met_how": ("met_how",),
    "met_through": ("met_through_id",),
    "connected_on": ("connected_on",),
    "closeness": ("closeness",),
    "photo": ("photo_id",),
}
LABELS = {
    "name": gettext_lazy("name"),
    "nickname": gettext_lazy("nickname"),
    "pronouns": gettext_lazy("pronouns"),
    "location": gettext_lazy("place"),
    "met_on": gettext_lazy("day we met"),
    "met_where": gettext_lazy("where we met"),
    "met_how": gettext_lazy("how we met"),
    "met_through": gettext_lazy("met through"),
    "connected_on": gettext_lazy("connected on"),
    "closeness": gettext_lazy("closeness"),
    "photo": gettext_lazy("photo"),
}
_FILLED = ("additional", "prefix", "suffix", "phonetic_given", "phonetic_family")


def merge_contacts(
    *,
    kept: Contact,
    gone: Contact,
    by: Actor | Acting,
    choices: Mapping[str, Side] | None = None,
    reason: str = "",
) -> Contact:
    """Merge ``gone`` into ``kept``. Where both have a value and they differ, ``choices`` says whose stays, by the names of ``CHOICES``
    ('kept' unless said); the other becomes a custom field, another photo stays beside, so that nothing is lost.

    Raises ``Refusal`` for merging a contact with itself, the user's own card, or across networks."""
    _check(kept, gone)
    summary = _("Merged %(gone)s into %(kept)s") % {"gone": gone, "kept": kept}
    with acting(by, kept.network, "merge", summary=f"{summary}: {reason}" if reason else summary) as act:
        name = gone.display
        _columns(act, kept, gone, choices or {})
        for pointing in pointings():
            _move(act, pointing, kept, gone)
        act.add(Merged(gone_id=gone.pk, kept=kept, gone_name=name))
        act.remove(gone)
        act.about(kept.pk)
    return kept


def merge_all(*, kept: Contact, gone: Sequence[Contact], by: Actor | Acting, reason: str = "") -> Contact:
    """Merge several into one, in one act."""
    summary = _("Merged %(gone)s into %(kept)s") % {"gone": ", ".join(map(str, gone)), "kept": kept}
    with acting(by, kept.network, "merge", summary=f"{summary}: {reason}" if reason else summary) as act:
        for contact in gone:
            merge_contacts(kept=kept, gone=contact, by=act, choices=better_name(kept, contact))
    return kept


def better_of(one: Contact, other: Contact) -> tuple[Contact, Contact]:
    """(kept, gone): the one of which more is known stays, of equals the older."""
    known: Counter[int] = Counter()
    for pointing in pointings():
        known.update(counts_of(pointing, one, other))
    older_first = one.pk < other.pk
    return (one, other) if (known[one.pk], older_first) >= (known[other.pk], not older_first) else (other, one)


def better_name(kept: Contact, gone: Contact) -> dict[str, Side]:
    """The fuller name is taken where nobody is asked: 'Ana Maria Souza' before 'A. Souza'."""

    def fullness(contact: Contact) -> tuple[int, int]:
        words = contact.display.replace(".", "").split()
        return sum(len(word) > 1 for word in words), len(contact.display)

    fuller = fullness(gone) > fullness(kept) and "@" not in gone.display
    return {"name": "gone"} if fuller or (kept.flag and not gone.flag) else {}


def counts_of(pointing: Pointing, one: Contact, other: Contact) -> dict[int, int]:
    """How many recorded rows of a table point at each of the two, in one question."""
    if not _recorded(pointing.model):
        return {}
    field = pointing.model._meta.get_field(pointing.column).attname  # type: ignore[union-attr]
    rows = pointing.model._base_manager.filter(network_id=one.network_id, **{f"{field}__in": (one.pk, other.pk)})
    return dict(rows.order_by().values_list(field).annotate(models.Count("pk")))


def _recorded(model: type[models.Model]) -> bool:
    return issubclass(model, Kept) and model.recorded


def _check(kept: Contact, gone: Contact) -> None:
    if kept.pk == gone.pk:
        raise Refusal(_("A contact cannot be merged with itself."), field="contact")
    if kept.network_id != gone.network_id:
        raise Refusal(_("These are not in one network."), field="contact")
    if kept.is_me or gone.is_me:
        raise Refusal(_("Your own card is merged with nobody."), field="contact")


def values_of(contact: Contact, choice: str) -> dict[str, Any]:
    """The columns of one choice, by attribute name."""
    return {column: getattr(contact, column) for column in CHOICES[choice]}


def is_empty(values: Mapping[str, Any]) -> bool:
    return all(value in (None, "") for value in values.values())


def in_words(contact: Contact, choice: str) -> str:
    """One choice as a line of text; '' where nothing is known."""
    if choice == "name":
        return contact.display
    if choice == "met_on":
        parts = (contact.met_on_year, contact.met_on_month, contact.met_on_day)
        known = [f"{part:02d}" if place else f"{part:04d}" for place, part in enumerate(parts) if part]
        return "-".join(known) or (contact.met_at.date().isoformat() if contact.met_at else "")
    value = getattr(contact, choice)
    return "" if value is None else str(value)


def differ(kept: Contact, gone: Contact, choice: str) -> bool:
    """Whether both know something here and it is not the same."""
    mine, theirs = values_of(kept, choice), values_of(gone, choice)
    if is_empty(mine) or is_empty(theirs):
        return False
    if choice == "photo":
        return _sha256(kept) != _sha256(gone)
    if choice == "name":
        return bool(mine["display"] != theirs["display"])
    return bool(mine != theirs)


def _sha256(contact: Contact) -> str:
    return contact.photo.sha256 if contact.photo else ""


def _columns(act: Acting, kept: Contact, gone: Contact, choices: Mapping[str, Side]) -> None:
    new: dict[str, Any] = {
        "about": "\n\n".join(dict.fromkeys(filter(None, [kept.about, gone.about]))),
        "interests": list(dict.fromkeys([*kept.interests, *gone.interests])),
        "extras": list(dict.fromkeys([*kept.extras, *gone.extras])),
        "created_at": min(kept.created_at, gone.created_at),
        "archived_at": kept.archived_at and gone.archived_at,
        "flag": kept.flag and gone.flag,
    }
    lost: list[str] = []
    for choice in CHOICES:
        chosen, other = (gone, kept) if choices.get(choice) == "gone" else (kept, gone)
        if is_empty(values_of(chosen, choice)):
            chosen, other = other, chosen
        new.update(_filled(chosen, other) if choice == "name" else values_of(chosen, choice))
        if differ(chosen, other, choice):
            lost.append(choice)
    if new["met_through_id"] in (kept.pk, gone.pk):
        new["met_through_id"] = None
    _remember(act, kept, gone, choices, lost)
    act.edit(kept, **new)


def _filled(chosen: Contact, other: Contact) -> dict[str, Any]:
    """The chosen name; its empty parts from the other where that is the same name: 'Dr.', a middle name."""
    name = values_of(chosen, "name")
    same = all(fold(getattr(chosen, part)) == fold(getattr(other, part)) for part in ("given", "family"))
    if same and chosen.given:
        name.update({part: name[part] or getattr(other, part) for part in _FILLED})
    return name


def _remember(act: Acting, kept: Contact, gone: Contact, choices: Mapping[str, Side], lost: Sequence[str]) -> None:
    """What was not chosen, as custom fields; a photo as another photo."""
    fields = []
    for choice in lost:
        other = kept if choices.get(choice) == "gone" else gone
        if choice == "photo":
            place = OtherPhoto.objects.filter(contact=kept).count()
            act.add(OtherPhoto(contact=kept, file=other.photo, position=place))
        else:
            label = _("Other %(what)s") % {"what": LABELS[choice]}
            fields.append((label[:100], in_words(other, choice)[:1000]))
    there = set(CustomField.objects.filter(contact__in=[kept, gone]).values_list("name", "value"))
    fresh = [field for field in dict.fromkeys(fields) if field not in there]
    place = CustomField.objects.filter(contact=kept).count()
    act.add_all(
        [
            CustomField(contact=kept, name=name, value=value, position=place + at)
            for at, (name, value) in enumerate(fresh)
        ]
    )


def _move(act: Acting, pointing: Pointing, kept: Contact, gone: Contact) -> None:
    """Rows that are not recorded stay: what is computed is computed anew, and an import's rows tell what the import did."""
    if pointing.on_merge == "recompute" or not _recorded(pointing.model):
        return
    move_rows(act, pointing.model, pointing.column, kept=kept, gone=gone, one=pointing.on_merge == "one")  # type: ignore[arg-type]


def merged_into(network: Network, gone: int) -> int | None:
    """The contact that one that is gone was merged into."""
    if gone >= 2**63:  # no key is, and the database takes none
        return None
    found: int | None = Merged.objects.filter(network=network, gone=gone).values_list("kept_id", flat=True).first()
    return found


def merged_people(network: Network, gone: Collection[int]) -> dict[int, Contact]:
    """For each that is gone, the contact that they were merged into. One query."""
    found = Merged.objects.filter(network=network, gone__in=gone).select_related("kept")
    return {one.gone_id: one.kept for one in found}
