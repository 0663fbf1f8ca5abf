from __future__ import annotations

import json

import pytest

from tests.cards.designs import classic
from tests.cards.people import PEOPLE
from tests.cards.photographing import clean
from tests.domain.capture.test_photos import CARD, Blind, photo
from wellkept.domain.capture import seeing
from wellkept.domain.capture.seeing import Seen, engine_is_there


@pytest.fixture
def blind(monkeypatch):
    """Every picture is a card of Ana, without an engine."""
    monkeypatch.setattr(seeing, "Eye", lambda **_how: Blind())
    monkeypatch.setattr(seeing, "engine_is_there", lambda: True)
    monkeypatch.setattr(Blind, "says", CARD)
    return monkeypatch


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_object_a_line_in_order(run, blind, tmp_path):
    files = [tmp_path / "one.jpg", tmp_path / "two.jpg"]
    for file in files:
        file.write_bytes(photo())

    result = run("card", *files, "--json")

    assert result.exit_code == 0
    assert [one["file"] for one in lines(result)] == [str(file) for file in files]
    assert lines(result)[0] == {
        "file": str(files[0]), "name": "Ana Souza", "title": "Head of Data", "organization": "Acme Analytics Ltd",
        "emails": ["ana.souza@acme-analytics.example"], "phones": ["+442079460123"], "urls": [], "address": None, "unsure": ["+442079460123"],
    }  # fmt: skip


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_printed(run, blind, tmp_path):
    (tmp_path / "ana.jpg").write_bytes(photo())

    result = run("card", tmp_path / "nothing.jpg", tmp_path / "ana.jpg", "--json")

    assert result.exit_code == 1 and "nothing.jpg" in result.stderr
    assert [one["name"] for one in lines(result)] == ["Ana Souza"]


def test_a_bad_picture_is_refused_with_a_clear_word(run, blind, tmp_path):
    blind.setattr(Blind, "says", Seen(problem="polyglot"))
    (tmp_path / "both.jpg").write_bytes(photo())

    result = run("card", tmp_path / "both.jpg", "--json")

    assert result.exit_code == 1 and result.stdout == "" and "something else besides" in result.stderr


def test_a_cat_gives_an_object_without_values_and_a_word(run, blind, tmp_path):
    blind.setattr(Blind, "says", Seen())
    (tmp_path / "cat.jpg").write_bytes(photo())

    result = run("card", tmp_path / "cat.jpg", "--json")

    assert result.exit_code == 0 and "nothing that a business card says" in result.stderr
    assert lines(result)[0]["name"] is None and lines(result)[0]["emails"] == []


def test_without_the_engine_it_says_how_to_install_it(run, blind, tmp_path):
    blind.setattr(seeing, "engine_is_there", lambda: False)

    result = run("card", tmp_path / "ana.jpg", "--json")

    assert result.exit_code == 1 and "make setup-cards" in result.stderr


def test_a_region_has_two_letters(run, blind, tmp_path):
    assert run("card", tmp_path / "ana.jpg", "--region", "Germany").exit_code == 2


def test_for_people_what_is_unsure_is_said(run, blind, tmp_path):
    (tmp_path / "ana.jpg").write_bytes(photo())

    result = run("card", tmp_path / "ana.jpg")

    assert "Ana Souza" in result.stdout and "please check: +442079460123" in result.stdout


@pytest.mark.skipif(not engine_is_there(), reason="the engine that reads cards is not installed: make setup-cards")
def test_a_real_card_is_read_without_a_data_folder(tmp_path):
    import subprocess
    import sys

    (tmp_path / "ana.png").write_bytes(clean(classic(PEOPLE[0])))
    home = tmp_path / "home"
    command = [
        sys.executable,
        "-c",
        "from wellkept.site.command import main; main()",
        "card",
        str(tmp_path / "ana.png"),
        "--json",
    ]
    done = subprocess.run(command, env={"WELLKEPT_HOME": str(home), "PATH": ""}, capture_output=True, text=True)

    assert json.loads(done.stdout)["emails"] == [PEOPLE[0].email], done.stderr
    assert not home.exists()
