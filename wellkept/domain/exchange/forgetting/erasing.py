"""The act of forgetting. It is no act of the history, and nothing undoes it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection, models, transaction

from wellkept.domain.accounts.models import Actor, Kept, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Email, File, Link, Phone
from wellkept.domain.contacts.pointing import pointings
from wellkept.domain.exchange.exporting.ordering import let_go_of_exports
from wellkept.domain.exchange.forgetting.dropping import drop, drop_imported
from wellkept.domain.exchange.forgetting.records import redact_acts, redact_history, redact_sources
from wellkept.domain.exchange.forgetting.scrubbing import want_scrubbing
from wellkept.domain.exchange.forgetting.surveying import Survey, survey
from wellkept.domain.exchange.forgetting.tombstones import FORGOTTEN, Graves, bury, source_sign
from wellkept.domain.exchange.models import ExportRun, Forgotten, ImportRow, ImportRun, SourceRecord
from wellkept.domain.exchange.restoring.staging import forget_copies
from wellkept.domain.history.acting import acted, hanging_on
from wellkept.domain.history.models import Act, Change
from wellkept.domain.timeline.models import Interaction, Participation


@dataclass(frozen=True)
class Erased:
    """What went. ``tombstone``: what keeps them from coming back."""

    rows: int
    texts: int
    changes: int
    imports: int
    tombstone: Forgotten


def forget(
    *, contact: Contact, by: Actor, blank_shared: bool = False, keep: Collection[str] = (), also: Collection[str] = ()
) -> Erased:
    """Erase every trace of somebody. This cannot be undone.

    ``blank_shared`` empties what was said in interactions with others too; else it stays without their name. Their name
    goes from texts about others, too, but from those in ``keep`` (keys of mentions); names of one word only from those
    in ``also``. What is kept of the bytes on the disk is overwritten by ``scrub``, which is asked for.
    """
    network = contact.network
    if by.user.pk != network.owner_id:
        raise Refusal("This is not in your network.")
    with transaction.atomic():
        found = survey(contact)
        tombstone = bury(network=network, signs=found.traces.signs)
        texts = _erase(found, blank_shared, set(keep), set(also))
        _let_go_of_copies(network)
    rows = sum(len(keys) for model, keys in found.own.items() if model.recorded)
    return Erased(rows, texts, len(found.changes), len(found.import_rows), tombstone)


def forget_again(*, network: Network) -> int:
    """After somebody forgotten came back with an archive of before: erase them once more. Answers how many."""
    graves = Graves(network)
    ids: set[int] = set()
    if graves:
        for model, sign in ((Email, "email:"), (Phone, "phone:"), (Link, "link:")):
            for contact, key in model._base_manager.filter(network=network).values_list("contact_id", "key"):
                if key and graves.hold([f"{sign}{key}"]):
                    ids.add(contact)
        for contact, source, key in SourceRecord.objects.values_list("contact_id", "source", "key"):
            if graves.hold([source_sign(source, key)]):
                ids.add(contact)
    count = 0
    for pk in sorted(ids):
        person = Contact.objects.filter(pk=pk, is_me=False).first()
        if person is not None:
            _erase(survey(person), False, set(), set())
            count += 1
    return count


def _erase(found: Survey, blank_shared: bool, keep: set[str], also: set[str]) -> int:
    """Answers how many texts were changed."""
    told = _Told(found.contact.network)
    texts = _redact_texts(found, keep, also, told)
    if blank_shared:
        texts += _blank_shared(found, told)
    _erase_rows(found, told)
    _erase_history(found, keep, also)
    _erase_imports(found)
    _drop_pictures(found)
    told.tell()
    want_scrubbing()
    return texts


class _Told:
    """What those who compute from records are told, as if it were an act; it is written nowhere."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.changes: list[Change] = []
        self.contacts: set[int] = set()

    def add(self, op: str, table: str, key: int, contacts: Collection[int]) -> None:
        self.contacts.update(contacts)
        for contact in contacts or (None,):
            self.changes.append(
                Change(network=self.network, op=op, table=table, row=key, contact_id=contact, before={}, after={})
            )

    def tell(self) -> None:
        act = Act(network=self.network, verb="forget", summary="")
        acted.send(sender=Act, act=act, contacts=self.contacts, changes=self.changes)


def _redact_texts(found: Survey, keep: set[str], also: set[str], told: _Told) -> int:
    count = 0
    for mention in found.mentions:
        if mention.key in keep or not (mention.sure or mention.key in also):
            continue
        words = found.traces.all if mention.key in also else found.traces.sure
        value = words.taken_out_of(getattr(mention.row, mention.column))
        mention.model.objects.filter(pk=mention.row.pk).update(**{mention.column: value})
        told.add(Change.Op.EDIT, mention.model._meta.label_lower, mention.row.pk, list(mention.row.contact_ids()))
        count += 1
    return count


def _blank_shared(found: Survey, told: _Told) -> int:
    keys = [one.pk for one in found.shared]
    Interaction.objects.filter(pk__in=keys).update(body="", place="", source_key="")
    table = Interaction._meta.label_lower
    for change in Change.objects.filter(table=table, row__in=keys):
        for said in (change.before, change.after):
            if said:
                said.update({name: "" for name in ("body", "place", "source_key") if name in said})
        change.save(update_fields=["before", "after"])
    for one in found.shared:
        told.add(Change.Op.EDIT, table, one.pk, list(one.contact_ids()))
    return len(keys)


def _erase_rows(found: Survey, told: _Told) -> None:
    ids = found.traces.ids
    for model, keys in found.own.items():
        for key in keys if model.recorded else ():
            told.add(Change.Op.REMOVE, model._meta.label_lower, key, list(ids) if model is Contact else ())
    with_others = [one.pk for one in found.shared]
    told.contacts |= set(Participation.objects.filter(interaction__in=with_others).values_list("contact_id", flat=True))
    told.contacts |= ids
    for pointing in pointings():
        if pointing.on_forget == "blank":
            pointing.model._base_manager.filter(
                network_id=found.contact.network_id, **{f"{pointing.column}__in": ids}
            ).update(**{pointing.column: None})
    for model, keys in found.own.items():
        _empty_keys_to(model, keys)
    for model, keys in found.own.items():  # in any order: foreign keys are checked when the transaction ends
        for start in range(0, len(keys), 500):
            model.objects.filter(pk__in=sorted(keys)[start : start + 500])._raw_delete(using=connection.alias)


def _empty_keys_to(model: type[Kept], keys: set[int]) -> None:
    for hanging, field, on_delete in hanging_on(model):
        if on_delete is models.SET_NULL:
            hanging.objects.filter(**{f"{field.name}__in": keys}).update(**{field.name: None})


def _erase_history(found: Survey, keep: set[str], also: set[str]) -> None:
    keys = sorted(found.changes)
    acts = _acts_about(found)
    for start in range(0, len(keys), 500):
        Change.objects.filter(pk__in=keys[start : start + 500])._raw_delete(using=connection.alias)
    redact_history(found.traces, leave=set(map(_row_of, keep)), also=set(map(_row_of, also)))
    redact_acts(found.traces.sure, about=acts, also=found.traces.all)


def _acts_about(found: Survey) -> set[int]:
    """Acts in which they were: where their summary says a name of one word, it is theirs."""
    told = Change.objects.filter(contact_id__in=found.traces.ids).values_list("act_id", flat=True)
    keys, acts = sorted(found.changes), set(told)
    for start in range(0, len(keys), 500):
        acts |= set(Change.objects.filter(pk__in=keys[start : start + 500]).values_list("act_id", flat=True))
    return acts


def _row_of(mention: str) -> tuple[str, int]:
    room, table, key, _column = mention.split(".")
    return f"{room}.{table}", int(key)


def _erase_imports(found: Survey) -> None:
    """The account of rows stays, without whom it was about; files that name them go, and with them what they say of others."""
    words = found.traces.sure
    keys = [row.pk for row in found.import_rows]
    for start in range(0, len(keys), 500):
        ImportRow.objects.filter(pk__in=keys[start : start + 500]).update(
            label="", raw="", message="", field="", contact=None, rule=FORGOTTEN
        )
    for run in ImportRun.objects.all():
        clean = {name: words.taken_out_of(getattr(run, name)) for name in ("name", "entry", "problem", "options")}
        if any(getattr(run, name) != value for name, value in clean.items()):
            ImportRun.objects.filter(pk=run.pk).update(**clean)
    redact_sources(words)
    for file in {run.file for run in found.runs if run.file is not None}:
        drop_imported(file)
    for file in File.objects.all():
        if words.are_in(file.name):
            File.objects.filter(pk=file.pk).update(name=words.taken_out_of(file.name))


def _drop_pictures(found: Survey) -> None:
    for file in found.files:
        Change.objects.filter(table=File._meta.label_lower, row=file.pk).delete()
        drop(file)


def _let_go_of_copies(network: Network) -> None:
    """Archives that were made of the network, or kept of what stood in it before, name them too."""
    let_go_of_exports(list(ExportRun.objects.filter(network=network)))
    transaction.on_commit(lambda: forget_copies(network=network))
