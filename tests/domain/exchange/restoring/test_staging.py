"""An archive is brought, looked through, accepted and restored; what stood before can be brought back."""

from __future__ import annotations

import pytest

from tests.cast import contact, network_of
from tests.domain.exchange.restoring.conftest import everybody
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.restoring import staging
from wellkept.domain.exchange.restoring.staging import (
    COPIES,
    accept,
    carry_out,
    copies,
    copy_of,
    discard,
    forget_copies,
    keep_copy,
    look_through,
    stage,
    staged,
    unfinished,
)


def brought(network, path, name="my.zip"):
    stage(network=network, path=path, name=name)
    look_through(network=network)
    return staged(network)


def test_what_is_in_it_is_said_before_anything_is_written(exported, kept, ada):
    contact(kept, ada, "Later", "Person")
    before = dump(kept)

    one = brought(kept, exported.path)

    assert (one.state, one.whose, one.problem) == ("checked", "Ada Quill", "")
    assert one.counts == exported.manifest["counts"] and one.made_at == exported.manifest["at"]
    assert dump(kept) == before


def test_it_waits_for_the_word_that_what_is_there_is_replaced(exported, kept):
    brought(kept, exported.path)
    with pytest.raises(Refusal, match="replaced"):
        accept(network=kept, replace=False)
    assert staged(kept).state == "checked"
    assert accept(network=kept, replace=True).state == "waiting"


def test_restored_and_brought_back_by_its_copy(exported, kept, ada):
    contact(kept, ada, "Later", "Person")
    later = dump(kept)
    brought(kept, exported.path)
    accept(network=kept, replace=True)
    carry_out(network=kept)
    assert staged(kept).state == "done" and staged(kept).done == staged(kept).rows
    assert not Contact.objects.filter(family="Person").exists()

    ((name, _when, size),) = copies(kept)
    assert name == staged(kept).before and size
    brought(kept, copy_of(kept, name), name)
    accept(network=kept, replace=True)
    carry_out(network=kept)

    assert dump(kept) == later
    assert len(copies(kept)) == 2


def test_a_new_network_needs_no_word_and_leaves_no_copy(exported, ben):
    theirs = network_of(ben)
    from django_scopes import scope

    with scope(network=theirs):
        brought(theirs, exported.path)
        accept(network=theirs, replace=False)
        carry_out(network=theirs)
        assert staged(theirs).state == "done" and copies(theirs) == []
        assert Contact.objects.filter(display="Ana Souza").exists()


def test_what_cannot_be_read_says_why_and_lets_another_come(kept, exported, tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"no zip")
    one = brought(kept, tmp_path / "bad.zip")
    assert one.state == "failed" and "no ZIP archive" in one.problem
    with pytest.raises(Refusal):
        accept(network=kept, replace=True)
    assert brought(kept, exported.path).state == "checked"


def test_of_everybodys_archive_ones_own_part_is_taken(kept, ben, tmp_path):
    path = everybody(tmp_path / "all.zip")
    assert brought(kept, path).whose == "Ada Quill"
    kept.owner.email = "stranger@example.org"
    assert "not among them" in brought(kept, path).problem


def test_a_restore_that_was_cut_off_is_carried_out_again(exported, kept, monkeypatch):
    brought(kept, exported.path)
    accept(network=kept, replace=True)

    def stopped(**_named):
        raise SystemExit

    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr(staging, "restore_network", stopped)
        carry_out(network=kept)
    assert unfinished() == [(kept.pk, "running")]
    carry_out(network=kept)
    assert staged(kept).state == "done" and unfinished() == []
    assert len(copies(kept)) == 1


def test_no_second_archive_while_one_is_restored_and_none_is_let_go_in_the_middle(exported, kept):
    brought(kept, exported.path)
    accept(network=kept, replace=True)
    with pytest.raises(Refusal, match="Another archive"):
        stage(network=kept, path=exported.path, name="x.zip")
    with pytest.raises(Refusal, match="already"):
        discard(network=kept)


def test_let_go_nothing_of_it_is_left(exported, kept, settings):
    before = {file for file in settings.FILES_FOLDER.rglob("*") if file.is_file()}
    brought(kept, exported.path)
    discard(network=kept)
    assert staged(kept) is None
    assert {file for file in settings.FILES_FOLDER.rglob("*") if file.is_file()} == before


def test_only_the_newest_copies_are_kept_and_a_name_that_is_none_is_refused(kept):
    names = [keep_copy(network=kept) for _ in range(COPIES + 1)]
    assert [name for name, _when, _size in copies(kept)] == names[:0:-1]
    for name in (names[0], "../../wellkept.sqlite3", ""):
        with pytest.raises(Refusal):
            copy_of(kept, name)
    forget_copies(network=kept)
    assert copies(kept) == []


def test_a_damaged_word_of_how_far_it_is_counts_as_none(kept, exported):
    brought(kept, exported.path)
    staging._folder(kept).joinpath("state.json").write_text("{")
    assert staged(kept) is None
