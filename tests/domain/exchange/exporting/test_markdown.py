"""A folder of notes that opens well elsewhere."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from tests.cast import contact
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.exporting.markdown import file_names, markdown_folder


@pytest.fixture
def folder(kept):
    def opened(keys=None):
        with zipfile.ZipFile(io.BytesIO(b"".join(markdown_folder(keys)))) as zipped:
            assert zipped.testzip() is None
            return {name: zipped.read(name) for name in zipped.namelist()}

    return opened


def front(page: bytes) -> dict[str, object]:
    """The front matter, read by hand: our texts are JSON, which YAML takes as it is."""
    said: dict[str, object] = {}
    for line in page.decode().split("---\n")[1].splitlines():
        if line.startswith("  - "):
            said.setdefault(name, []).append(json.loads(line[4:]))  # noqa: F821
        else:
            name, _colon, value = line.partition(":")
            if value:
                said[name] = json.loads(value)
    return said


def test_a_contact_is_a_file_with_front_matter(folder):
    said = front(folder()["contacts/Ana Souza.md"])

    assert said["name"] == "Ana Souza" and said["birthday"] == "--02-29" and said["connected"] == "2024-01-05"
    assert said["tags"] == ["sailors"] and said["circles"] == ["Past co-workers"]
    assert said["emails"] == ["ana@example.org (work)"] and "42 (Shoe size)" in said["fields"]
    assert said["positions"] == ["Engineer · Acme (2020-05 –)", "Old School (past)"]


def test_below_it_stand_what_is_said_promised_noted_and_what_passed(folder):
    page = folder()["contacts/Ana Souza.md"].decode()

    assert (
        "# Ana Souza\n\n![](<photos/Ana Souza.jpg>)\n\nKnows **tides**.\n\n## Promises\n\n- [ ] I promised: Send the chart"
        in page
    )
    assert "## Notes\n\n### 2026-11-18\n\nLikes early trains\n" in page
    assert page.endswith("## Timeline\n\n### 2026-11-18 lunch\n\nwith [[Bruno Keller]]\n\n=1+1 boats\n")


def test_the_picture_lies_beside_it(folder):
    assert folder()["contacts/photos/Ana Souza.jpg"].startswith(b"\xff\xd8")


def test_whoever_is_not_in_the_folder_is_no_link(folder):
    pages = folder([Contact.objects.get(display="Ana Souza").pk])

    assert set(pages) == {"contacts/Ana Souza.md", "contacts/photos/Ana Souza.jpg"}
    assert "with Bruno Keller\n" in pages["contacts/Ana Souza.md"].decode()


def test_names_of_files_are_each_ones_own_and_fit_every_system(network, ada):
    for given, family in [
        ("Ana", "Souza"),
        ("ANA", "SOUZA"),
        ("Ana/..", "x\\y:z"),
        ("CON", ""),
        ("...", ""),
        ("é" * 90, ""),
    ]:
        contact(network, ada, given, family)

    names = list(file_names().values())

    assert sorted(names) == sorted(["ANA SOUZA 2", "Ana Souza", "Ana .. x y z", "CON_", "contact", "é" * 60])


def test_hostile_words_stay_within_their_quotation_marks(network, ada):
    eve = contact(network, ada, "Eve", "Berg")
    Contact.objects.filter(pk=eve.pk).update(location='a"\n---\nname: "Mallory\u2028\x85')

    with zipfile.ZipFile(io.BytesIO(b"".join(markdown_folder(None)))) as zipped:
        page = zipped.read("contacts/Eve Berg.md")

    assert front(page)["place"] == 'a"\n---\nname: "Mallory\u2028\x85' and front(page)["name"] == "Eve Berg"
    assert "\u2028" not in page.decode() and "\x85" not in page.decode()


def test_pages_are_read_with_few_queries(network, ada, django_assert_max_num_queries):
    for number in range(30):
        contact(network, ada, f"Person{number}", "Test")
    with django_assert_max_num_queries(30):
        folder = b"".join(markdown_folder(None))
    assert folder.count(b"Person29") > 0
