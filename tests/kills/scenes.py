"""What is killed: a scene prepares a data folder, does one thing in it, and does it again when it was cut off."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.kills.furnishing import a_picture, ada_and_network, cards, remember, remembered, say, serve, settle_down

BATCH = 10  # rows of an import that are one act


@dataclass(frozen=True)
class Scene:
    """``old_or_new``: after a kill everything is as before or as after, nothing between. Else each act is there whole or not at all.
    ``tidies``: done again, it lets go of what the killed one left half-written, and does not wait a day."""

    name: str
    prepare: Callable[[Path], None]
    work: Callable[[Path], None]
    again: Callable[[Path], None]
    old_or_new: bool = False
    tidies: bool = False


def _in_small_batches() -> None:
    from wellkept.domain.exchange import running

    running.BATCH = BATCH


def _import_waiting(home: Path) -> None:
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.uploading import receive, start

    ada, network = ada_and_network()
    with inside(network):
        start(runs=receive(network=network, path=cards(home), name="people.vcf", by=ada))
    from django.db import connection

    connection.close()


def _import(home: Path) -> None:
    _in_small_batches()
    serve()


def _imported(home: Path) -> None:
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.importing import import_file
    from wellkept.domain.exchange.models import ImportRun
    from wellkept.domain.exchange.undoing import begin_undoing

    _in_small_batches()
    ada, network = ada_and_network()
    with inside(network):
        import_file(network=network, path=cards(home), by=ada)
    settle_down()
    with inside(network):
        begin_undoing(network=network, upload=ImportRun.objects.get().upload, by=ada)


def _two_of_one(home: Path) -> None:
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.contacts.models import Contact

    _ada, network = ada_and_network()
    with inside(network):
        one, other = Contact.objects.filter(display="Given0 Family0").order_by("pk")
        remember(home, one=one.pk, other=other.pk)
    settle_down()


def _merge(home: Path) -> None:
    say("merge", str(remembered(home)["one"]), str(remembered(home)["other"]))


def _merge_if_not(home: Path) -> None:
    if _acts("merge") == 0:
        _merge(home)


def _acts(verb: str) -> int:
    from wellkept.domain.history.models import Act

    return Act._base_manager.filter(verb=verb).count()


def _merge_all_sure(home: Path) -> None:
    from wellkept.domain.contacts.likening_jobs import begin_merging

    _ada, network = ada_and_network()
    begin_merging(network=network, batch="merge:scene")
    serve()


def _merge_all_sure_again(home: Path) -> None:
    serve()
    _merge_all_sure(home)


def _merged(home: Path) -> None:
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.contacts.merging import merge_contacts
    from wellkept.domain.contacts.models import Contact

    ada, network = ada_and_network()
    with inside(network):
        one, other = Contact.objects.filter(display="Given0 Family0").order_by("pk")
        merge_contacts(kept=one, gone=other, by=ada)
    settle_down()


def _undo(home: Path) -> None:
    say("undo")


def _undo_if_not(home: Path) -> None:
    from wellkept.domain.history.models import Act

    if not Act._base_manager.exclude(undo_of=None).exists():
        _undo(home)


def _archived(home: Path, *, password: bool = False) -> Path:
    from datetime import UTC, datetime

    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.exporting.archive import export_network

    _ada, network = ada_and_network()
    with inside(network):
        export_network(
            network=network, to=home / "archive.zip", at=datetime(2026, 11, 18, tzinfo=UTC), password=password
        )
    return home / "archive.zip"


def _changed_since() -> None:
    """What a restore takes back."""
    from tests.cast import contact
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.contacts.models import Contact
    from wellkept.domain.contacts.photos import keep_photo
    from wellkept.domain.contacts.removing import remove_contacts

    ada, network = ada_and_network()
    with inside(network):
        remove_contacts(contacts=list(Contact.objects.filter(is_me=False).order_by("pk")[:5]), by=ada)
        contact(network, ada, "Late", "Comer")
        keep_photo(network=network, data=a_picture(99), name="late.png", by=ada)


def _restore_waiting(home: Path) -> None:
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.exchange.restoring.staging import accept, look_through, stage

    archive = _archived(home)
    _changed_since()
    settle_down()
    _ada, network = ada_and_network()
    with inside(network):
        stage(network=network, path=archive, name="archive.zip")
        look_through(network=network)
        accept(network=network, replace=True)


def _empty_with_archive(home: Path) -> None:
    from wellkept.domain.accounts.leaving import remove_user
    from wellkept.domain.accounts.models import User

    _archived(home, password=True)
    remove_user(user=User.objects.get())
    settle_down()


def _restore_everybody(home: Path) -> None:
    say("restore", str(home / "archive.zip"))


def _restore_everybody_if_not(home: Path) -> None:
    from wellkept.domain.accounts.models import User

    if not User.objects.filter(is_guest=False).exists():
        _restore_everybody(home)


def _with_backup(home: Path) -> None:
    from datetime import UTC, datetime

    from wellkept.domain.exchange.backups.planning import back_up

    made = back_up(now=datetime(2026, 11, 18, 3, tzinfo=UTC))
    remember(home, backup=made.folder.name)
    _changed_since()
    settle_down()


def _restore_backup(home: Path) -> None:
    say("restore", str(home / "backups" / str(remembered(home)["backup"])), "--replace")


def _back_up(home: Path) -> None:
    say("backup")


def _later(work: Callable[[Path], None]) -> Callable[[Path], None]:
    """In the next second: a folder of backups takes one a second."""

    def worked(home: Path) -> None:
        time.sleep(1.01 - time.time() % 1)
        work(home)

    return worked


SCENES = {
    scene.name: scene
    for scene in (
        Scene("import", _import_waiting, _import, _import),
        Scene("merge", _two_of_one, _merge, _merge_if_not, old_or_new=True),
        Scene("merges", lambda home: None, _merge_all_sure, _merge_all_sure_again),
        Scene("undo", _merged, _undo, _undo_if_not, old_or_new=True),
        Scene("undo-import", _imported, lambda home: serve(), lambda home: serve(), old_or_new=True),
        Scene("restore", _restore_waiting, lambda home: serve(), lambda home: serve(), old_or_new=True),
        Scene("restore-everybody", _empty_with_archive, _restore_everybody, _restore_everybody_if_not, old_or_new=True),
        Scene("restore-backup", _with_backup, _restore_backup, _later(_restore_backup), old_or_new=True, tidies=True),
        Scene("backup", lambda home: None, _back_up, _later(_back_up), old_or_new=True, tidies=True),
    )
}
