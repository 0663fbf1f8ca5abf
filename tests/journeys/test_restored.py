"""A backup that was made while the server ran is restored elsewhere and used: log in, search, find."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from tests.journeys.houses import House, Visitor
from tests.journeys.test_command_line import LINKEDIN, WELLKEPT

pytestmark = pytest.mark.journey


def typed(home, *words):
    env = {**os.environ, "WELLKEPT_HOME": str(home), "WELLKEPT_PASSWORD": "a long enough pass phrase"}
    done = subprocess.run([str(WELLKEPT), *map(str, words)], env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def homes(tmp_path):
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    return tmp_path / "first", tmp_path / "second"


@pytest.mark.slow
@pytest.mark.parametrize("made_by", ["backup", "export"])
def test_restored_elsewhere_one_signs_in_searches_and_finds(chromium, homes, tmp_path, made_by):
    first, second = homes
    house = House(first)
    try:
        visitor = Visitor(chromium, house)
        visitor.create_account()
        visitor.bring("Connections.csv", LINKEDIN)
        if made_by == "backup":
            source = json.loads(typed(first, "backup", "--to", tmp_path / "backups", "--json"))["backup"]
        else:
            source = tmp_path / "everything.zip"
            typed(first, "export", source)
        visitor.close()
    finally:
        house.close()

    typed(second, "restore", source)

    house = House(second)
    try:
        visitor = Visitor(chromium, house)
        visitor.sign_in()
        visitor.page.goto("/search?q=souza")
        visitor.page.get_by_role("link", name="Ana Souza").first.click()
        visitor.page.get_by_role("heading", name="Ana Souza").wait_for()
        assert visitor.wrong == []
        visitor.close()
    finally:
        house.close()
