"""Bytes are kept once, whole, under their hash."""

from __future__ import annotations

import hashlib
import stat

import pytest

from tests.cast import network_of
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import open_file, path_of, store_bytes
from wellkept.domain.contacts.models import File


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    return settings.FILES_FOLDER


def store(network, ada, data=b"kettle", name="kettle.txt"):
    return store_bytes(network=network, data=data, name=name, media_type="text/plain", by=ada)


def test_bytes_come_back_as_they_were(ada, network, folder):
    file = store(network, ada)
    with open_file(file) as opened:
        assert opened.read() == b"kettle"
    assert file.sha256 == hashlib.sha256(b"kettle").hexdigest() and file.size == 6
    assert path_of(network.pk, file.sha256) == folder / str(network.pk) / file.sha256[:2] / file.sha256


def test_the_same_bytes_are_kept_once_and_nothing_else_lies_about(ada, network, folder):
    assert store(network, ada) == store(network, ada)
    assert File.objects.count() == 1
    (only,) = [path for path in folder.rglob("*") if path.is_file()]
    assert stat.S_IMODE(only.stat().st_mode) == 0o600


def test_a_file_that_was_cut_off_is_written_again(ada, network):
    file = store(network, ada)
    path_of(network.pk, file.sha256).write_bytes(b"ket")
    with open_file(store(network, ada)) as opened:
        assert opened.read() == b"kettle"


def test_a_name_is_only_a_name(ada, network):
    assert store(network, ada, name="../../etc/pass\\wd\x00.txt").name == "wd.txt"


def test_a_path_is_made_of_a_hash_alone(network):
    with pytest.raises(ValueError, match="SHA"):
        path_of(network.pk, "../../../etc/passwd")


def test_a_file_missing_from_the_disk_is_told(ada, network):
    file = store(network, ada)
    path_of(network.pk, file.sha256).unlink()
    with pytest.raises(Refusal, match=r"kettle\.txt"):
        open_file(file)


def test_networks_keep_their_own_bytes_and_a_stranger_stores_nothing(ada, ben, network):
    with pytest.raises(Refusal):
        store(network, ben)
    assert not File._base_manager.exists()
    store(network_of(ben), ben)
    assert not File.objects.filter(network=network).exists()
