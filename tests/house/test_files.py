"""Files of a size and with names that one finds one's way by."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW = 400, 50, 25
EMPTY_NAMES = {"utils", "helpers", "common", "services", "manager", "managers", "misc", "base", "core"}
# What tells a house on the network of a package registry, or a folder of somebody's machine.
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|--(extra-)?index-url (?!-)|https?://[^\s\"']*/simple\b"
)
MACHINE = re.compile(r"(?<![\w.])/(?:home|Users|root|work|farm|opt)/[\w.-]+/")


def tracked():
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
        files = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):  # a tree without git, such as an unpacked archive
        left_out = {".venv", "__pycache__", "node_modules", ".git"}
        files = [file for file in ROOT.rglob("*") if file.is_file() and not left_out & set(file.parts)]
    return [file for file in files if file.exists()]


def python(*folders):
    return [
        file
        for file in tracked()
        if file.suffix == ".py" and "migrations" not in file.parts and file.relative_to(ROOT).parts[0] in folders
    ]


def relative(file):
    return str(file.relative_to(ROOT))


def functions(file):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            said = first.end_lineno - first.lineno + 1 if docstring else 0
            yield node, node.end_lineno - node.lineno + 1 - said


@pytest.mark.parametrize("file", python("wellkept", "tests", "bench", "evals", "tools"), ids=relative)
def test_no_file_and_no_function_is_too_long(file):
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE
    for node, length in functions(file):
        assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize(
    "file", [file for file in python("wellkept") if "web" in file.parts and file.stem != "apps"], ids=relative
)
def test_no_view_is_longer_than_25_lines(file):
    for node, length in functions(file):
        if node.args.args and node.args.args[0].arg == "request":
            assert length <= LONGEST_VIEW, f"{node.name} has {length} lines"


def test_no_module_has_a_name_that_says_nothing():
    assert [relative(file) for file in python("wellkept", "tests") if file.stem in EMPTY_NAMES] == []


# Tests of something wider than one module.
WIDE = {"house", "journeys", "conformance", "samples", "kills"}
CROSSING = {
    "test_strangers",
    "test_laws",
    "test_undo_law",
    "test_corpus",
    "test_corpora",
    "test_fuzz",
    "test_two_years",
}


def test_each_test_stands_where_its_subject_stands():
    astray = []
    for file in python("tests"):
        parts = file.relative_to(ROOT / "tests").parts
        if not file.name.startswith("test_") or parts[0] in WIDE or file.stem in CROSSING:
            continue
        subject = (ROOT / "wellkept").joinpath(*parts[:-1])
        named = file.stem.removeprefix("test_")
        if not ((subject / f"{named}.py").exists() or (subject / named).is_dir() or subject.name == named):
            astray.append(relative(file))

    assert astray == []


def test_no_registry_and_no_folder_of_a_machine_is_named():
    found = []
    for file in tracked():
        if file.suffix in {".woff2", ".png", ".jpg", ".ico", ".zip"} or file == Path(__file__):
            continue
        text = file.read_text("utf-8", "replace")
        found += [f"{relative(file)}: {hit[0]}" for hit in REGISTRIES.finditer(text)]
        found += [f"{relative(file)}: {hit[0]}" for hit in MACHINE.finditer(text)]

    assert found == []


def test_every_template_leaves_styles_and_scripts_to_files():
    inline = re.compile(
        r"""\s(?:style|on[a-z]+)\s*=\s*["']|<style\b|<script(?![^>]*\bsrc=)[^>]*>|javascript:|hx-on""", re.I
    )
    found = [
        f"{relative(file)}: {hit[0]}"
        for file in tracked()
        if file.suffix == ".html" and "wellkept" in file.parts
        for hit in inline.finditer(file.read_text("utf-8"))
    ]

    assert found == []


def test_absolute_addresses_come_from_the_settings_alone():
    never = re.compile(r"build_absolute_uri|get_host\(|HTTP_X_FORWARDED_HOST|USE_X_FORWARDED_HOST")
    found = [relative(file) for file in python("wellkept") if never.search(file.read_text("utf-8"))]

    assert found == []


def test_nothing_is_marked_safe_but_what_one_module_made_so():
    marked = re.compile(r"mark_safe\(|\|\s*safe\b|autoescape off")
    sources = [*python("wellkept"), *(file for file in tracked() if file.suffix == ".html")]
    found = {relative(file) for file in sources if marked.search(file.read_text("utf-8"))}

    assert len(found) <= 1, found
