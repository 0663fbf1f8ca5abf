from __future__ import annotations

import json

import pytest

NOTHING = {
    "name": None, "title": None, "organization": None, "emails": [], "phones": [], "urls": [], "address": None, "unsure": []
}  # fmt: skip
MAIL = "Hi Tom,\n\nsee you on Monday.\n\nBest regards,\nAna Souza\nHead of Data\nAcme GmbH\nTel. 030 1234567\n"
HEAD = "From: Zoe <zoe@acme.example>\nSubject: x\nDate: Mon, 9 Nov 2026 10:00:00 +0000\n\n"


@pytest.fixture
def mail(tmp_path):
    file = tmp_path / "mail.txt"
    file.write_text(MAIL, "utf-8")
    return file


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_mail_is_one_object_a_line(run, mail, tmp_path):
    bare = tmp_path / "bare.eml"
    bare.write_text(HEAD + "Please send it over as soon as it is there.\n", "utf-8")
    result = run("signature", mail, bare, "--region", "DE", "--json")
    assert result.exit_code == 0
    assert lines(result) == [
        {
            "file": str(mail),
            **NOTHING,
            "name": "Ana Souza",
            "title": "Head of Data",
            "organization": "Acme GmbH",
            "phones": ["+49301234567"],
        },
        {"file": str(bare), **NOTHING},
    ]


def test_people_read_it_in_columns(run, mail, tmp_path):
    bare = tmp_path / "bare.txt"
    bare.write_text("Please send it over as soon as it is there.", "utf-8")
    said = run("signature", mail, bare, "--region", "DE").stdout
    assert "Ana Souza" in said and "no signature" in said


def test_a_batch_answers_in_order_and_says_what_is_broken(run, tmp_path):
    file = tmp_path / "many.jsonl"
    rows = [
        json.dumps({"body": MAIL, "region": "DE"}),
        "no json",
        json.dumps({"body": "", "region": None}),
        '{"body": 5}',
        '{"body": "x", "region": "Germany"}',
    ]
    file.write_text("\n".join(rows), "utf-8")
    result = run("signature", "--batch", file)
    told = lines(result)
    assert result.exit_code == 1
    assert [one["name"] for one in told] == ["Ana Souza", None, None, None, None]
    assert ["error" in one for one in told] == [False, True, False, True, True]
    assert told[1]["error"].startswith("Line 2") and told[2] == {"file": None, **NOTHING}


def test_a_batch_that_is_whole_ends_well(run, tmp_path):
    file = tmp_path / "many.jsonl"
    file.write_text(json.dumps({"body": MAIL}) + "\n\n", "utf-8")
    result = run("signature", "--batch", file, "--region", "DE")
    assert result.exit_code == 0 and lines(result)[0]["phones"] == ["+49301234567"]


@pytest.mark.parametrize("words", [["--region", "Germany"], []])
def test_a_wrong_call_is_refused(run, mail, words):
    assert run("signature", *([mail, *words] if words else [])).exit_code == 2


def test_a_file_that_is_not_there_costs_no_other(run, mail, tmp_path):
    result = run("signature", tmp_path / "none.eml", mail, "--json")
    assert result.exit_code == 1 and len(lines(result)) == 1 and "none.eml" in result.stderr
