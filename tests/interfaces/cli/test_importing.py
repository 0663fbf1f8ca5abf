from __future__ import annotations

import json
import zipfile

import pytest

from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.models import ImportRun

LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Souza,https://www.linkedin.com/in/example-ana,,Acme,Engineer,05 Jan 2024
Bruno,Keller,https://www.linkedin.com/in/example-bruno,,Acme,Clerk,06 Jan 2024
"""


@pytest.fixture
def connections(tmp_path):
    file = tmp_path / "Connections.csv"
    file.write_text(LINKEDIN)
    return file


def test_a_report_has_the_documented_form_and_adds_up(answer, network, connections):
    (report,) = answer("import", connections)

    assert set(report) == {"file", "kind", "rows", "added", "merged", "unchanged", "refused", "problems"}
    assert (report["file"], report["kind"], report["rows"], report["added"]) == (
        "Connections.csv",
        "linkedin.connections",
        2,
        2,
    )


def test_the_same_file_again_changes_nothing(answer, network, connections):
    answer("import", connections)

    (report,) = answer("import", connections)

    assert (report["unchanged"], report["added"], report["merged"]) == (2, 0, 0)


def test_refused_rows_are_told_and_no_failure(run, answer, network, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name,E-mail\nAna Souza,ana@example.org\nShop,noreply@shop.example.org\n,\n")

    (report,) = answer("import", file)

    assert report["added"] + report["merged"] + report["unchanged"] + report["refused"] == report["rows"]
    assert report["refused"] >= 1
    assert {"row", "field", "message"} == set(report["problems"][0])


def test_each_entry_of_a_zip_has_its_report_and_the_zip_none(answer, network, tmp_path):
    file = tmp_path / "export.zip"
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("Connections.csv", LINKEDIN)
        zipped.writestr("Ad_Targeting.csv", "A,B\n1,2\n")

    reports = {report["file"]: report for report in answer("import", file)}

    assert set(reports) == {"Connections.csv", "Ad_Targeting.csv"}
    assert reports["Ad_Targeting.csv"]["rows"] == 0


def test_a_dry_run_tells_the_same_and_leaves_nothing(answer, network, connections, settings):
    before = sorted(settings.FILES_FOLDER.rglob("*"))
    dry = answer("import", connections, "--dry-run")

    assert not Contact.objects.active().exists() and not ImportRun.objects.exists()
    assert sorted(settings.FILES_FOLDER.rglob("*")) == before
    assert answer("import", connections) == dry


def test_several_files_are_read_in_turn(answer, network, connections, tmp_path):
    card = tmp_path / "chen.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Chen Wei\r\nN:Wei;Chen;;;\r\nEND:VCARD\r\n")

    assert [report["file"] for report in answer("import", connections, card)] == ["Connections.csv", "chen.vcf"]


def test_a_file_that_cannot_be_read_fails_with_a_word_and_the_others_are_read(run, network, connections, tmp_path):
    noise = tmp_path / "noise.csv"
    noise.write_bytes(bytes(range(256)) * 20)

    result = run("import", noise, connections, "--json")

    assert result.exit_code == 1
    noisy, read = json.loads(result.stdout)
    assert noisy["rows"] == 0 and noisy["problems"][0]["message"]
    assert read["added"] == 2
    assert "noise.csv" in result.stderr


def test_a_file_that_is_not_there_stops_all_before_anything_is_read(run, network, connections):
    result = run("import", connections, "nowhere.csv", "--json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "nowhere.csv" in result.stderr
    assert not Contact.objects.active().exists()


def test_a_folder_is_no_file(run, network, tmp_path):
    result = run("import", tmp_path)

    assert result.exit_code == 1 and "folder" in result.stderr


def test_a_column_is_what_the_user_says_it_is(answer, network, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("Who,Firm,Note to self\nAna Souza,Acme,boats\n")

    answer(
        "import", file, "--mapping", "Who=name", "--mapping", "Firm=organization", "--mapping", "note to self=interests"
    )

    ana = Contact.objects.active().get()
    assert (ana.display, ana.interests) == ("Ana Souza", ["boats"])
    assert [position.organization.name for position in ana.positions.all()] == ["Acme"]


@pytest.mark.parametrize("pair", ["Who", "Who=shoe size", "Nothing=name", "=name"])
def test_a_mapping_that_is_none_is_refused(run, network, tmp_path, pair):
    file = tmp_path / "mine.csv"
    file.write_text("Who,Firm\nAna Souza,Acme\n")

    result = run("import", file, "--mapping", pair)

    assert result.exit_code == 1 and "--mapping" in result.stderr
    assert not Contact.objects.active().exists()


def test_numbers_are_read_as_in_the_region(run, answer, network, tmp_path):
    file = tmp_path / "chen.vcf"
    file.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Chen Wei\r\nTEL:(202) 555-0143\r\nEND:VCARD\r\n")

    answer("import", file, "--region", "us")

    assert Contact.objects.active().get().phones.get().key == "+12025550143"
    assert run("import", file, "--region", "USA").exit_code == 1


def test_people_can_read_the_report(run, network, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name,E-mail\nAna Souza,ana@example.org\n,\n,\n" + ",info@example.org\n" * 9)

    result = run("import", file)

    assert result.exit_code == 0
    assert "people.csv" in result.stdout and "1 added" in result.stdout and "rows" in result.stdout


def test_a_mapping_is_remembered_for_the_next_file_with_these_columns(answer, network, tmp_path):
    first, second = tmp_path / "one.csv", tmp_path / "two.csv"
    first.write_text("Namn;Epost\nEva Lund;eva@example.org\n")
    second.write_text("Namn;Epost\nIvo Lund;ivo@example.org\n")
    answer("import", first, "--mapping", "Namn=name", "--mapping", "Epost=email")
    answer("import", second)
    assert set(Contact.objects.filter(is_me=False).values_list("display", flat=True)) == {"Eva Lund", "Ivo Lund"}
