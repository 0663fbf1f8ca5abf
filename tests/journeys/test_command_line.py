"""The command line as it is installed, on a data folder of its own: from nothing to an archive, in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WELLKEPT = Path(sys.executable).with_name("wellkept")
LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Souza,https://www.linkedin.com/in/example-ana,,Acme,Engineer,05 Jan 2024
Bruno,Keller,https://www.linkedin.com/in/example-bruno,,Acme,Clerk,06 Jan 2024
Chen,Wei,https://www.linkedin.com/in/example-chen,,Tidewater,Clerk,99-Nov-99
"""


@pytest.fixture
def typed(tmp_path):
    """Runs the program: (what it ended with, standard output, standard error)."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    env = {**kept, "WELLKEPT_HOME": str(tmp_path / "home"), "WELLKEPT_PASSWORD": "a long enough pass phrase"}

    def run(*words):
        command = [str(WELLKEPT), *map(str, words)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.mark.slow
def test_from_an_empty_folder_to_a_plan_and_an_archive(typed, tmp_path):
    file = tmp_path / "Connections.csv"
    file.write_text(LINKEDIN)

    def answer(*words):
        code, out, err = typed(*words, "--json")
        assert code == 0, err
        return json.loads(out)

    assert answer("user", "add", "ada@example.org", "--name", "Ada Quill")["email"] == "ada@example.org"
    (report,) = answer("import", file)
    assert report["added"] + report["merged"] + report["unchanged"] + report["refused"] == report["rows"] == 3
    ana = next(one for one in answer("find", "souza")["contacts"] if one["name"] == "Ana Souza")
    assert answer("show", ana["contact"])["headline"] == "Engineer · Acme"
    assert answer("log", "Ana Souza", "We talked about boats.", "--kind", "coffee")["kind"] == "coffee"
    week = answer("week")
    assert week["touches"]["done"] == 1
    assert ana["contact"] not in {card["contact"] for card in week["proposals"]}
    assert answer("undo")["summary"].startswith("Undid")
    assert answer("week")["touches"]["done"] == 0
    assert answer("export", tmp_path / "everything.zip")["counts"]["contacts.contact"] == 4


@pytest.mark.slow
def test_words_go_to_one_side_and_results_to_the_other(typed):
    code, out, err = typed("week", "--json")
    assert (code, out) == (1, "") and "wellkept user add" in err

    code, out, err = typed("week", "--nonsense")
    assert (code, out) == (2, "") and "--nonsense" in err

    code, out, _err = typed("user", "list", "--json")
    assert code == 0 and json.loads(out) == []


@pytest.mark.slow
def test_help_is_given_without_making_anything(typed, tmp_path):
    code, out, _err = typed("--help")

    assert code == 0 and "import" in out and "week" in out
    assert not (tmp_path / "home").exists()
