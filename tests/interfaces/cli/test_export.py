from __future__ import annotations

import zipfile

from wellkept.domain.exchange.exporting.archive import check_archive


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
