from __future__ import annotations

import json

import pytest

from wellkept.domain.capture.models import Captured
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.models import Contact
from wellkept.domain.history.models import Act
from wellkept.domain.timeline.models import Fact, Interaction, Promise
from wellkept.formats.person import Labelled, Name, Person

LINE = "met Wanda Ilves (Acme, head of data) yesterday, two kids, send her the deck by 2031-03-04, ping 2031-04-01"


def test_a_line_becomes_records_in_one_act(answer, run, network):
    told = answer("capture", LINE, "--on", "2026-01-20")

    assert told["interaction"] == {"kind": "met", "on": "2026-01-19", "event": None}
    assert told["unsure"] == []
    wanda = Contact.objects.get(display="Wanda Ilves")
    assert (Interaction.objects.get().on.isoformat(), Fact.objects.get().words) == ("2026-01-19", "two kids")
    assert Promise.objects.get(contact=wanda, text="send her the deck").due_on.isoformat() == "2031-03-04"

    assert run("undo").exit_code == 0
    assert not Contact.objects.filter(display="Wanda Ilves").exists()
    assert Captured.objects.get().state == Captured.State.WAITING


def test_what_is_unsure_waits_in_the_inbox_and_is_no_record(run, network):
    result = run("capture", "met Wanda Ilves, follow up next week")

    assert result.exit_code == 0
    assert "It waits in the inbox" in result.stderr and "“next week”" in result.stdout
    assert Captured.objects.get().state == Captured.State.WAITING
    assert not Contact.objects.filter(display="Wanda Ilves").exists()


def test_a_dry_run_writes_nothing_and_says_who_it_could_be(answer, network, ana):
    acts = Act.objects.count()
    told = answer("capture", "met Ana yesterday", "--dry-run")

    assert (told["contacts"][0]["match"], told["unsure"]) == (None, ["Ana"])
    assert (Act.objects.count(), Captured.objects.count()) == (acts, 0)


def test_whose_address_is_known_is_matched(answer, network, ada):
    person = Person(name=Name(display="Ivo Lind"), emails=[Labelled("ivo@example.org")])
    ivo = add_contact(network=network, person=person, by=ada)

    told = answer("capture", "met Ivo Lind, ivo@example.org", "--dry-run")
    assert (told["contacts"][0]["match"], told["unsure"]) == (ivo.pk, [])


def test_many_lines_are_answered_in_order_and_nothing_is_written(run, network, tmp_path):
    file = tmp_path / "lines.jsonl"
    lines = [
        {"line": "lunch with Ana", "today": "2026-11-24", "region": "US"},
        "no object",
        {"line": "met Bruno", "today": "yesterday", "region": ""},
        {"line": "call with Tom", "today": "2026-11-25"},
    ]
    file.write_text("\n".join(map(json.dumps, lines)) + "\n\n{broken\n", "utf-8")
    result = run("capture", "--batch", file)

    told = [json.loads(line) for line in result.stdout.splitlines()]
    kinds = [one["interaction"] and one["interaction"]["kind"] for one in told]
    assert (result.exit_code, kinds) == (1, ["lunch", None, None, "call", None])
    assert ["error" in one for one in told] == [False, True, True, False, True]
    for number in (2, 3, 6):
        assert f"line {number}: " in result.stderr
    assert Captured.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("met Ana", "--region", "Austria"), 2),
        (("met Ana", "--on", "soon"), 1),
        (("x" * 5000,), 1),
        (("--batch", "there-is-no-such-file.jsonl"), 1),
    ],
)
def test_bad_input_is_refused_with_a_word_and_nothing_is_written(run, network, words, code):
    result = run("capture", *words)

    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.strip()
    assert Captured.objects.count() == 0
