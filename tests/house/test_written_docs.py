"""The pages that follow from the code are as the code is; settings, commands and columns are all documented."""

import re
from pathlib import Path

import pytest

from tools import write_docs

ROOT = Path(__file__).resolve().parents[2]
PAGES = write_docs.pages()
SOURCES = [*(ROOT / "wellkept").rglob("*.py"), ROOT / "tests" / "conftest.py", ROOT / "bench" / "__main__.py"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_written_page_is_not_behind(page):
    assert page.read_text("utf-8") == PAGES[page], f"{page.name} is behind the code: make docs"


def test_every_exported_column_has_a_meaning():
    from wellkept.domain.exchange.exporting.tables import columns, exported_tables

    text = PAGES[write_docs.USERS / "export-format.md"]
    for model in exported_tables():
        section = text.split(f"### `{model._meta.label_lower}`\n")[1].split("\n### ")[0]
        for field in columns(model):
            (line,) = re.findall(rf"^\| `{field.attname}` \| (.+) \| (.*) \|$", section, re.M)
            assert all(part.strip() for part in line), f"{model._meta.label}.{field.attname}"


def test_every_command_and_option_is_documented():
    import typer

    from wellkept.site.command import app

    text = PAGES[write_docs.USERS / "command-line.md"]
    for words, command in write_docs._commands(typer.main.get_command(app)):
        section = text.split(f"## `wellkept {words}`\n")[1].split("\n## ")[0]
        assert command.help, words
        for param in command.params:
            for option in param.opts if param.param_type_name == "option" else []:
                assert f"`{option}" in section, f"{words} {option}"


def test_every_setting_is_documented():
    read = set()
    for file in SOURCES:
        text = file.read_text("utf-8")
        read |= set(re.findall(r"environ(?:\.get|\.setdefault)?[(\[]\"([A-Z_]+)\"", text))
        read |= set(re.findall(r"\bflag\(\"([A-Z_]+)\"", text))
    ours = {name for name in read if name.startswith("WELLKEPT_") or name in {"SITE_URL", "SIZE"}}

    page = (ROOT / "docs" / "developers" / "settings.md").read_text("utf-8")

    assert "WELLKEPT_HOME" in ours and "WELLKEPT_BEHIND_PROXY" in ours
    assert {name for name in ours if f"`{name}`" not in page} == set()
