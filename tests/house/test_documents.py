"""What the documents name exists: commands, settings, pages, files."""

import re
from pathlib import Path

import pytest
import typer
from django.urls import Resolver404, resolve

from wellkept.site.command import app

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SOURCES = "\n".join(file.read_text("utf-8") for file in (ROOT / "wellkept").rglob("*.py"))
SOURCES += "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("*.py") if "house" not in file.parts)


def code_of(document):
    """What stands in code: `so` and in fenced blocks."""
    text = document.read_text("utf-8")
    fenced = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.S | re.M)
    return [*fenced, *re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.S | re.M))]


def name(document):
    return str(document.relative_to(ROOT))


def verbs():
    command = typer.main.get_command(app)
    return {word: set(getattr(one, "commands", {})) for word, one in command.commands.items()}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_command_named_exists(document):
    known = verbs()
    for code in code_of(document):
        for line in code.splitlines():
            used = re.match(r"^\s*(?:\$ )?(?:[A-Z_]+=\S+ )*(?:\.venv/bin/)?wellkept ([a-z]+)(?: ([a-z]+))?", line)
            if not used:
                continue
            assert used[1] in known, line
            if known[used[1]] and used[2]:
                assert used[2] in known[used[1]], line


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_setting_named_is_read_somewhere(document):
    for code in code_of(document):
        for setting in re.findall(r"\b(WELLKEPT_[A-Z_]+|SITE_URL)\b", code):
            assert f'"{setting}"' in SOURCES, setting


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_make_target_named_exists(document):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for code in code_of(document):
        for target in re.findall(r"^\s*(?:\$ )?make ([a-z-]+)", code, re.M):
            assert target in targets, target


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_to_a_file_leads_somewhere(document):
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_page_named_exists(document):
    for code in code_of(document):
        if re.fullmatch(r"/[a-z][a-z/.-]*", code) and not code.startswith("/etc"):
            try:
                resolve(code)
            except Resolver404:
                pytest.fail(f"{code} is no page")
