"""An archive into a network, or everybody's into an empty folder: all of it or nothing, in one transaction."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from wellkept.domain.accounts.arriving import arrived
from wellkept.domain.accounts.joining import checked_email, checked_name
from wellkept.domain.accounts.leaving import empty_network, remove_user
from wellkept.domain.accounts.models import Kept, Network, User
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.settling import change_preferences, set_password
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.files import path_of
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.exchange.exporting.tables import SETTINGS
from wellkept.domain.exchange.models import Forgotten, ImportRun
from wellkept.domain.exchange.restoring.columns import WrongValue, decoder
from wellkept.domain.exchange.restoring.opening import Opened, Part, damaged, opened
from wellkept.domain.exchange.restoring.rows import USER, Reading
from wellkept.domain.exchange.restoring.shifting import Shift, draw_no_key_below, shift_for, shifted
from wellkept.domain.history.inserting import bare_row, insert_all
from wellkept.domain.history.models import Act

BATCH = 2000  # rows
Tell = Callable[[int, int], None]  # how many rows of how many are done
AskPassword = Callable[[str], str]  # for whom


def _silent(_done: int, _rows: int) -> None:
    pass


def is_empty(network: Network) -> bool:
    """Whether there is nothing to lose in a network: nobody in it, and nothing ever done. Inside its scope."""
    somebody = Contact.objects.filter(network=network, is_me=False).exists()
    return not (somebody or Act.objects.filter(network=network).exists())


def restore_network(
    *, network: Network, path: Path, part: str = "", replace: bool = False, tell: Tell = _silent
) -> Part:
    """Put an archive in the place of all that a network keeps; the account stays as it is. Answers what was put back.

    Refused (and nothing is changed) where the archive is not sound, an import is running, or the network is not empty
    and ``replace`` was not said. No history is added: what there was of it comes with the archive.
    """
    with opened(path) as archive, inside(network):
        archive.check()
        if not replace and not is_empty(network):
            raise Refusal(_("There are records in this network already. Say that they are to be replaced."))
        if ImportRun.objects.filter(state__in=(ImportRun.State.WAITING, ImportRun.State.RUNNING)).exists():
            raise Refusal(_("An import is running. Restore when it is done."))
        wanted = next((one for one in archive.parts if one.prefix == part), None)
        if wanted is None:
            raise Refusal(_("The archive holds several people's networks. Say whose is to be restored."))
        reading = Reading(archive, wanted)
        reading.check()
        with _files(archive, wanted, network), _whole():
            buried: list[dict[str, Any]] = [*Forgotten.objects.values("at", "salt", "signs")]  # type: ignore[list-item]
            empty_network(network=network)
            shift = shift_for(network, reading.reach)
            _put_back(archive, reading, network, shift, tell)
            _stay_forgotten(network, buried)
        _drop_unnamed_files(network)
    return wanted


def restore_users(*, path: Path, password: AskPassword, tell: Tell = _silent) -> list[User]:
    """Put everybody of an archive into a folder in which nobody is yet, with the keys that all had.

    ``password`` is asked for those whose archive does not hold the hash of theirs.
    """
    if User.objects.filter(is_guest=False).exists():
        raise Refusal(_("Somebody has an account here already."))
    with opened(path) as archive:
        archive.check()
        readings = [Reading(archive, part) for part in archive.parts]
        for reading in readings:
            reading.check()
        with _whole():
            for guest in User.objects.filter(is_guest=True):  # who has nothing to lose, and may have a key of theirs
                remove_user(user=guest)
            users = []
            for reading in readings:
                network = _account(archive, reading.part, password)
                with inside(network), _files(archive, reading.part, network):
                    _put_back(archive, reading, network, {}, tell)
                users.append(network.owner)
    return users


def _stay_forgotten(network: Network, buried: list[dict[str, Any]]) -> None:
    """Whoever was forgotten since the archive was made does not come back with it."""
    from wellkept.domain.exchange.forgetting.erasing import forget_again  # which lets go of archives in its turn

    known = [set(signs) for signs in Forgotten.objects.values_list("signs", flat=True)]
    fresh = [Forgotten(network=network, **one) for one in buried if set(one["signs"]) not in known]
    if fresh:
        Forgotten.objects.bulk_create(fresh)
        forget_again(network=network)


@contextmanager
def _whole() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        raise Refusal(
            _("The archive cannot be restored: its rows contradict each other (%(why)s). Nothing was changed.")
            % {"why": str(error)[:120]},
            field="file",
        ) from error


def _account(archive: Opened, part: Part, password: AskPassword) -> Network:
    said = archive.document(f"{part.prefix}user.json")
    moments: dict[str, datetime] = {}
    try:
        own = {
            name: decoder(_column(User, name))(said.get(name)) for name in ("id", "is_host", "is_active", "last_login")
        }
        moments = {"created_at": decoder(_column(User, "created_at"))(said.get("created_at"))}
        founded = decoder(_column(Network, "created_at"))(said["network"]["created_at"])
        hashed = said.get("password", "")
        if not 0 < own["id"] < 2**62 or type(hashed) is not str or len(hashed) > 128:
            raise WrongValue
        user = User(
            email=checked_email(said["email"]), name=checked_name(said["name"]), password=hashed, **own, **moments
        )
    except (WrongValue, KeyError, TypeError, AttributeError) as error:
        raise damaged(f"{part.prefix}user.json") from error
    user.save(force_insert=True)
    if not hashed:
        set_password(user=user, password=password(user.email))
    return Network.objects.create(owner=user, created_at=founded)


def _column(model: Any, name: str) -> Any:
    return model._meta.get_field(name)


def _put_back(archive: Opened, reading: Reading, network: Network, shift: Shift, tell: Tell) -> None:
    _settle(archive, reading.part, network)
    done, rows = 0, reading.part.rows
    for model in reading.tables:
        batch: list[Kept] = []
        for row in reading.rows(model):
            batch.append(bare_row(model, {**_in(network, model, shifted(model, row, shift)), "network_id": network.pk}))
            if len(batch) == BATCH:
                insert_all(batch)
                done, batch = done + len(batch), []
                tell(done, rows)
        insert_all(batch)
        done += len(batch)
        tell(done, rows)
    draw_no_key_below(reading.reach, shift)
    if Contact.objects.filter(is_me=True).count() != 1:
        raise damaged("contacts.contact")
    arrived.send(sender=Network, network=network)


def _in(network: Network, model: type[Kept], row: dict[str, Any]) -> dict[str, Any]:
    """The row with its keys to the one who kept it leading to the one who keeps it now."""
    for field in model._meta.concrete_fields:
        if field.is_relation and row.get(field.attname) and field.related_model._meta.label_lower == USER:  # type: ignore[union-attr]
            row[field.attname] = network.owner_id
        elif field.unique and not field.is_relation and not field.primary_key:
            _give_another(model, field, row)
    return row


def _give_another(model: type[Kept], field: Any, row: dict[str, Any]) -> None:
    """What may be there once in the whole installation, and is taken by somebody, gets another value: that of a new row."""
    if model._base_manager.filter(**{field.attname: row[field.attname]}).exists():
        row[field.attname] = field.get_default()


def _settle(archive: Opened, part: Part, network: Network) -> None:
    said = archive.document(f"{part.prefix}settings.json")
    try:
        wanted = {name: decoder(_column(Network, name))(said[name]) for name in SETTINGS if name in said}
    except WrongValue as error:
        raise damaged("settings.json") from error
    change_preferences(network=network, **wanted)


@contextmanager
def _files(archive: Opened, part: Part, network: Network) -> Iterator[None]:
    """The bytes of all files stand in their places; those that were not there before go again when what follows fails."""
    added: list[Path] = []
    try:
        for sha256 in archive.files(part):
            target = path_of(network.pk, sha256)
            if not target.exists():
                added.append(target)
                _write(target, archive.pieces(f"{part.prefix}files/{sha256}"))
        yield
    except BaseException:
        for target in added:
            target.unlink(missing_ok=True)
        raise


def _write(target: Path, pieces: Iterator[bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = target.with_name(f".{target.name[:16]}.{secrets.token_hex(6)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
            for piece in pieces:
                new.write(piece)
            new.flush()
            os.fsync(new.fileno())
        beside.replace(target)
    except OSError as error:
        raise Refusal(_("The disk is full, or cannot be written: %(why)s.") % {"why": error.strerror}) from error
    finally:
        beside.unlink(missing_ok=True)


def _drop_unnamed_files(network: Network) -> None:
    """Bytes that no record names any more."""
    named = set(File.objects.exclude(sha256="").values_list("sha256", flat=True))
    for file in (Path(settings.FILES_FOLDER) / str(network.pk)).glob("??/*"):
        if file.name not in named:
            file.unlink(missing_ok=True)
