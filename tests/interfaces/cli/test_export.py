from __future__ import annotations

import zipfile

from tests.cast import network_of
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.circles import put_in_circle
from wellkept.domain.contacts.models import Circle
from wellkept.domain.contacts.saved_views import keep_view
from wellkept.domain.contacts.tagging import tag
from wellkept.domain.exchange.exporting.archive import check_archive
from wellkept.domain.exchange.exporting.writers import FORMATS


def test_everything_is_written_into_one_zip(answer, run, network, ana, tmp_path):
    file = tmp_path / "out.zip"

    said = answer("export", file)

    assert said["counts"]["contacts.contact"] == 2  # ana and the own card
    assert said["bytes"] == file.stat().st_size
    assert check_archive(file)["counts"] == said["counts"]


def test_a_file_that_is_there_is_written_over_only_when_told(run, network, tmp_path):
    file = tmp_path / "out.zip"
    file.write_text("precious")

    assert run("export", file).exit_code == 1
    assert file.read_text() == "precious"
    assert run("export", file, "--force").exit_code == 0
    assert zipfile.is_zipfile(file)


def test_a_place_that_cannot_be_written_is_said_so(run, network, tmp_path):
    for place in (tmp_path, tmp_path / "nowhere" / "out.zip"):
        result = run("export", place, "--json")
        assert (result.exit_code, result.stdout) == (1, "")
        assert str(place) in result.stderr or "nowhere" in result.stderr


def test_contacts_are_written_for_other_programs(answer, run, network, ana, bruno, tmp_path):
    for name in FORMATS:
        file = tmp_path / f"people.{name}"
        said = answer("export", file, "--format", name)
        assert said == {"file": str(file), "bytes": file.stat().st_size, "format": name, "contacts": 2}


def test_some_are_chosen_by_circle_tag_view_or_name(answer, network, ada, ana, bruno, tmp_path):
    family = Circle.objects.get(name="Family")
    put_in_circle(contacts=[ana], circle=family, by=ada)
    tag(contacts=[bruno], name="sailors", by=ada, network=network)
    keep_view(network=network, name="At home", query=f"circle={family.pk}", by=ada)
    for number, (option, value, there) in enumerate(
        [
            ("--circle", "family", "Ana"),
            ("--tag", "Sailors", "Bruno"),
            ("--view", "At home", "Ana"),
            ("--contact", "Bruno", "Bruno"),
        ]
    ):
        file = tmp_path / f"{number}.vcf"
        assert answer("export", file, "--format", "vcard3", option, value)["contacts"] == 1
        assert f"FN:{there}" in file.read_text()


def test_the_archived_come_when_asked_for(answer, run, network, ada, ana, tmp_path):
    archive(contacts=[ana], by=ada)
    assert run("export", tmp_path / "a.csv", "--format", "csv").stderr.startswith("Nobody is chosen")
    assert answer("export", tmp_path / "b.csv", "--format", "csv", "--archived")["contacts"] == 1


def test_what_cannot_be_meant_is_said_and_nothing_written(run, network, ana, tmp_path):
    file = tmp_path / "out"
    for options, word in [
        (["--format", "xls"], "no format xls"),
        (["--circle", "Family"], "holds everything"),
        (["--format", "csv", "--circle", "Nowhere"], "no circle Nowhere"),
        (["--format", "csv", "--tag", "x", "--contact", "Ana"], "Choose by"),
        (["--format", "csv", "--all"], "--all writes archives"),
        (["--all", "--user", "ada@example.org"], "Either"),
    ]:
        result = run("export", file, *options)
        assert result.exit_code == 1 and word in result.stderr, options
        assert list(tmp_path.iterdir()) == []


def test_everybody_is_written_into_one_archive(answer, network, ana, ben, tmp_path):
    network_of(ben)
    said = answer("export", tmp_path / "all.zip", "--all")
    assert said["users"] == ["ada@example.org", "ben@example.org"]
    assert check_archive(tmp_path / "all.zip")["counts"] == said["counts"]
