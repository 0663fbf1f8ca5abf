"""Export, wipe, restore, export: the same, byte for byte, but for the manifest. And nothing half-written."""

from __future__ import annotations

import json

import pytest
from django.apps import apps
from django.db import connection
from django_scopes import scope

from tests.cast import PASSWORD, contact, network_of, person
from tests.domain.exchange.exporting.conftest import AT, picture
from tests.domain.exchange.restoring.conftest import everybody, members
from tests.dump import dump
from tests.interfaces.web.canary import footprint
from wellkept.domain.accounts.leaving import remove_user
from wellkept.domain.accounts.models import Kept, Network, User
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.settling import set_password
from wellkept.domain.cadence.models import Standing
from wellkept.domain.contacts.files import path_of
from wellkept.domain.contacts.models import Circle, Contact, File, SavedView
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.contacts.photos import keep_photo
from wellkept.domain.contacts.publishing import choose_address, new_address, page_of
from wellkept.domain.contacts.saved_views import keep_view
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.models import ImportRun, SourceRecord
from wellkept.domain.exchange.restoring.putting_back import restore_network, restore_users
from wellkept.domain.exchange.undoing import undo_upload
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.plan.models import Answer
from wellkept.domain.search.searching import search
from wellkept.domain.timeline.models import Promise


def never(email: str) -> str:
    raise AssertionError("no password is needed")


def standings(network: Network) -> list[dict]:
    return list(Standing._base_manager.filter(network=network).order_by("pk").values())


def test_wiped_and_restored_into_an_empty_folder_the_export_is_the_same(exported, kept, ada, tmp_path):
    set_password(user=ada.user, password=PASSWORD)
    export_network(network=kept, to=exported.path, at=AT, password=True)
    before, stood, dumped = members(exported.path), standings(kept), dump(kept)
    remove_user(user=ada.user)

    (user,) = restore_users(path=exported.path, password=never)

    again = Network.objects.get(owner=user)
    with scope(network=again):
        export_network(network=again, to=tmp_path / "again.zip", at=AT, password=True)
    assert members(tmp_path / "again.zip") == before
    assert [{**one, "network_id": 0} for one in standings(again)] == [{**one, "network_id": 0} for one in stood]
    assert [set(rows) for rows in dump(again).values()] == [set(rows) for rows in dumped.values()]
    assert user.check_password(PASSWORD) and user.email == "ada@example.org"
    connection.check_constraints()


def test_what_was_restored_is_found_by_searching(exported, kept, ada):
    remove_user(user=ada.user)
    restore_users(path=exported.path, password=never)

    again = Network.objects.get()
    with scope(network=again):
        assert [one.display for one in search(network=again, text="tides").contacts] == ["Ana Souza"]


def test_everybody_of_a_folder_comes_back_with_their_own(ada, ben, kept, tmp_path):
    theirs = network_of(ben)
    contact(theirs, ben, "Dora", "Klein")
    before = everybody(tmp_path / "all.zip")
    kept_members = members(before)
    for actor in (ada, ben):
        remove_user(user=actor.user)

    users = restore_users(path=before, password=never)

    assert [user.email for user in users] == ["ada@example.org", "ben@example.org"]
    assert members(everybody(tmp_path / "again.zip")) == kept_members


def test_an_archive_without_the_hash_asks_for_a_password(kept, ada, tmp_path):
    export_network(network=kept, to=tmp_path / "web.zip", at=AT)
    assert b"argon2" not in b"".join(members(tmp_path / "web.zip").values())
    remove_user(user=ada.user)

    with pytest.raises(Refusal, match="12 characters"):
        restore_users(path=tmp_path / "web.zip", password=lambda email: "short")
    assert not User.objects.exists()

    (user,) = restore_users(path=tmp_path / "web.zip", password=lambda email: PASSWORD)
    assert user.check_password(PASSWORD)


def test_nobody_is_put_where_somebody_is(exported, ben):
    with pytest.raises(Refusal, match="already"):
        restore_users(path=exported.path, password=never)


def test_an_archive_takes_the_place_of_what_a_network_holds_when_that_is_wanted(exported, kept, ada, ana, tmp_path):
    before, dumped = members(exported.path), dump(kept)
    contact(kept, ada, "Later", "Person")
    gone = keep_photo(network=kept, data=picture("red"), name="later.png", by=ada)

    with pytest.raises(Refusal, match="replaced"):
        restore_network(network=kept, path=exported.path)
    assert Contact.objects.filter(family="Person").exists()
    restore_network(network=kept, path=exported.path, replace=True)

    export_network(network=kept, to=tmp_path / "again.zip", at=AT, password=True)
    assert members(tmp_path / "again.zip") == before
    assert dump(kept) == dumped
    assert not path_of(kept.pk, gone.sha256).exists()
    assert path_of(kept.pk, File.objects.get(name="ana.png").sha256).exists()


def test_beside_a_stranger_with_the_same_keys_all_keys_move_on_and_the_stranger_is_left_alone(
    exported, kept, ada, ana, tmp_path
):
    keep_view(network=kept, name="Circle", query=f"circle={Circle.objects.get(key='family').pk}&sort=name", by=ada)
    promise = Promise.objects.get()
    Answer.objects.create(
        network=kept, contact=ana, proposal="promise", subject=str(promise.pk), answer="done", week="2026-11-16"
    )
    undo(act=Act.objects.filter(verb="skip").last(), by=ada)
    export_network(network=kept, to=exported.path, at=AT)
    dumped, strangers = dump(kept), footprint(kept)
    cleo = person("cleo@example.org", "Cleo Park")
    theirs = network_of(cleo)

    with scope(network=theirs):
        restore_network(network=theirs, path=exported.path, replace=True)
        promise = Promise.objects.get()
        assert Answer.objects.get(proposal="promise").subject == str(promise.pk)
        assert SavedView.objects.get(name="Circle").query == f"circle={Circle.objects.get(key='family').pk}&sort=name"
        run = ImportRun.objects.get()
        assert Act.objects.filter(batch=run.batch).exists()
        assert set(SourceRecord.objects.values_list("seen_run", flat=True)) == {run.pk}
        assert [len(rows) for rows in dump(theirs).values()] == [len(rows) for rows in dumped.values()]
        undo_upload(network=theirs, upload=run.upload, by=cleo)
        assert not Contact.objects.filter(display="Chen Wei").exists()
        act = Act.objects.filter(undo_of=None, batch="").exclude(verb="undo").latest("pk")
        undo(act=act, by=cleo)

    assert footprint(kept) == strangers
    connection.check_constraints()


def test_moved_on_and_back_in_an_empty_folder_nothing_but_the_keys_differs(exported, kept, ada, tmp_path):
    """The keys in the archive of the moved network are all moved by one number a table."""
    theirs = network_of(person("cleo@example.org", "Cleo Park"))
    with scope(network=theirs):
        restore_network(network=theirs, path=exported.path, replace=True)
        export_network(network=theirs, to=tmp_path / "moved.zip", at=AT)
    for name, data in members(exported.path).items():
        if not name.endswith(".jsonl"):
            assert name in ("user.json", "settings.json") or members(tmp_path / "moved.zip")[name] == data
            continue
        lines = [json.loads(line) for line in data.splitlines()]
        moved = [json.loads(line) for line in members(tmp_path / "moved.zip")[name].splitlines()]
        assert len({new["id"] - old["id"] for new, old in zip(moved, lines, strict=True)}) <= 1
        assert [sorted(row) for row in moved] == [sorted(row) for row in lines]


def test_a_key_that_the_history_may_put_back_is_not_given_to_somebody_else(exported, kept, ada, ana, tmp_path):
    last = contact(kept, ada, "Last", "One")
    from wellkept.domain.contacts.removing import remove_contacts

    remove_contacts(contacts=[last], by=ada)
    export_network(network=kept, to=exported.path, at=AT, password=True)
    remove_user(user=ada.user)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sqlite_sequence")
    (user,) = restore_users(path=exported.path, password=never)
    again = Network.objects.get(owner=user)
    actor = type(ada)(user)

    contact(again, actor, "New", "Comer")
    with scope(network=again):
        undo(act=Act.objects.filter(verb="remove contacts").latest("pk"), by=actor)
        assert {"Last One", "New Comer"} <= set(Contact.objects.values_list("display", flat=True))


def test_no_restoring_while_an_import_is_running(exported, kept):
    ImportRun.objects.update(state="running")
    with pytest.raises(Refusal, match="import is running"):
        restore_network(network=kept, path=exported.path, replace=True)


def test_what_fails_in_the_middle_leaves_everything_as_it_was(exported, kept, ada, monkeypatch):
    contact(kept, ada, "Later", "Person")
    before = footprint(kept)
    photo = File.objects.get(name="ana.png")
    path_of(kept.pk, photo.sha256).unlink()
    from wellkept.domain.exchange.restoring import putting_back

    def fails(*_args, **_named):
        raise Refusal("no")

    monkeypatch.setattr(putting_back, "draw_no_key_below", fails)
    with pytest.raises(Refusal):
        restore_network(network=kept, path=exported.path, replace=True)

    assert footprint(kept) == before
    assert not path_of(kept.pk, photo.sha256).exists(), "the bytes that came with the archive have gone again"


def test_every_column_of_every_table_can_be_read_back():
    from wellkept.domain.exchange.exporting.tables import columns
    from wellkept.domain.exchange.restoring.columns import decoder

    for model in apps.get_models():
        if issubclass(model, Kept):
            assert all(callable(decoder(field)) for field in columns(model))


def test_progress_ends_with_all_rows(exported, kept):
    told = []
    part = restore_network(
        network=kept, path=exported.path, replace=True, tell=lambda done, rows: told.append((done, rows))
    )
    assert told[-1] == (part.rows, part.rows) and part.rows == sum(exported.manifest["counts"].values())


def test_an_address_that_somebody_took_meanwhile_is_another_one(exported, kept, ada, ben):
    new_address(network=kept, by=ada)
    theirs = network_of(ben)
    with scope(network=theirs):
        choose_address(network=theirs, address="ada-of-the-tides", by=ben)

    restore_network(network=kept, path=exported.path, replace=True)

    assert page_of(kept).address not in {"", "ada-of-the-tides"}
    with scope(network=theirs):
        assert page_of(theirs).address == "ada-of-the-tides"
    restore_network(network=kept, path=exported.path, replace=True)
    assert OwnPage.objects.count() == 1


def test_ones_own_address_comes_back(exported, kept, ada):
    new_address(network=kept, by=ada)

    restore_network(network=kept, path=exported.path, replace=True)

    assert page_of(kept).address == "ada-of-the-tides"
