"""Everything goes into one ZIP, which is checked; a failed export leaves nothing."""

from __future__ import annotations

import json
import zipfile

import pytest
from django_scopes import scope
from django_scopes.exceptions import ScopeError

from tests.cast import contact, network_of
from tests.domain.exchange.exporting.conftest import AT, picture
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import path_of
from wellkept.domain.contacts.models import Contact, File
from wellkept.domain.contacts.photos import keep_photo
from wellkept.domain.contacts.pointing import pointings
from wellkept.domain.exchange.exporting import archive
from wellkept.domain.exchange.exporting.archive import check_archive, export_network
from wellkept.domain.exchange.exporting.tables import COMPUTED, exported_tables
from wellkept.domain.timeline.noting import add_note

CANARY = "Mallory-7f3a"


def test_every_table_is_there_with_as_many_rows_as_are_kept(kept, exported):
    for model in exported_tables():
        table = model._meta.label_lower
        assert len(exported.rows(table)) == exported.manifest["counts"][table] == model.objects.count()


def test_the_network_of_this_test_fills_every_table(exported):
    assert [table for table, count in exported.manifest["counts"].items() if not count] == []


def test_whatever_points_at_a_contact_is_exported(kept):
    tables = {model._meta.label_lower for model in exported_tables()}

    assert {pointing.model._meta.label_lower for pointing in pointings()} - tables <= COMPUTED


def test_the_manifest_names_every_member_with_size_and_digest(exported):
    assert exported.names() - {"manifest.json"} == set(exported.manifest["members"])
    assert json.loads(exported.read("manifest.json")) == exported.manifest
    assert exported.manifest["at"] == "2026-11-18T12:00:00+00:00"
    assert check_archive(exported.path) == exported.manifest


def test_photos_and_imported_files_are_in_it(kept, exported):
    for file in File.objects.exclude(sha256=""):
        assert exported.read(f"files/{file.sha256}") == path_of(kept.pk, file.sha256).read_bytes()
    assert Contact.objects.get(display="Ana Souza").photo.sha256 in str(exported.names())


def test_a_file_that_is_gone_from_the_disk_is_named_and_the_rest_is_exported(kept, tmp_path):
    photo = Contact.objects.get(display="Ana Souza").photo
    path_of(kept.pk, photo.sha256).unlink()

    manifest = export_network(network=kept, to=tmp_path / "out.zip", at=AT)

    assert manifest["missing_files"] == [photo.sha256]
    assert manifest["counts"]["contacts.contact"] == Contact.objects.count()


def test_nothing_of_a_stranger_is_in_it(exported, ben, kept, today, tmp_path):
    theirs = network_of(ben)
    mallory = contact(theirs, ben, CANARY, "Gray", about=CANARY)
    with scope(network=theirs):
        add_note(contact=mallory, body=CANARY, on=today, by=ben, today=today)
        photo = keep_photo(network=theirs, data=picture("red"), name=CANARY, by=ben)

    export_network(network=kept, to=tmp_path / "out.zip", at=AT)

    with zipfile.ZipFile(tmp_path / "out.zip") as zipped:
        assert f"files/{photo.sha256}" not in zipped.namelist()
        assert [name for name in zipped.namelist() if CANARY.encode() in zipped.read(name)] == []
        assert b"ben@example.org" not in zipped.read("settings.json")


def test_outside_the_scope_of_a_network_nothing_is_exported(ada, tmp_path):
    with pytest.raises(ScopeError):
        export_network(network=network_of(ada), to=tmp_path / "out.zip", at=AT)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("when", ["_put_files", "check_archive", "settings_of"])
def test_a_failed_export_leaves_no_file_and_the_old_one_as_it_was(kept, tmp_path, monkeypatch, when):
    target = tmp_path / "export.zip"
    target.write_bytes(b"the last export")

    def fails(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, when, fails)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refusal, match="No space left"):
        export_network(network=kept, to=target, at=AT)

    assert sorted(tmp_path.iterdir()) == before
    assert target.read_bytes() == b"the last export"


def test_a_folder_that_is_not_there_is_refused(kept, tmp_path):
    with pytest.raises(Refusal, match="Cannot write"):
        export_network(network=kept, to=tmp_path / "nowhere" / "out.zip", at=AT)


def test_only_the_owner_of_the_machine_account_can_read_it(exported):
    assert exported.path.stat().st_mode & 0o077 == 0


def _rewritten(exported, path, change):
    """The archive again, each member's bytes given through ``change(name, bytes)``; None leaves it out."""
    with zipfile.ZipFile(exported.path) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "change",
    [
        lambda name, data: data + b" " if name == "contacts.vcf" else data,
        lambda name, data: None if name == "settings.json" else data,
        lambda name, data: None if name == "manifest.json" else data,
        lambda name, data: b"[]" if name == "manifest.json" else data,
        lambda name, data: b'{"format":"wellkept-export","members":[1]}' if name == "manifest.json" else data,
        lambda name, data: b"not json" if name == "manifest.json" else data,
    ],
)
def test_a_member_that_is_changed_or_missing_is_found(exported, tmp_path, change):
    with pytest.raises(Refusal):
        check_archive(_rewritten(exported, tmp_path / "changed.zip", change))


def test_a_member_too_much_is_found(exported):
    with zipfile.ZipFile(exported.path, "a") as zipped:
        zipped.writestr("files/extra", b"x")

    with pytest.raises(Refusal, match="files/extra"):
        check_archive(exported.path)


def test_an_archive_that_is_cut_off_or_scrambled_is_refused(exported, tmp_path):
    whole = exported.path.read_bytes()
    for number, damaged in enumerate(
        [whole[:-100], whole[: len(whole) // 2], b"", whole[:300] + b"\0" * 200 + whole[500:]]
    ):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(damaged)
        with pytest.raises(Refusal):
            check_archive(path)
