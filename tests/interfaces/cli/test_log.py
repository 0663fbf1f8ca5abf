from __future__ import annotations

import pytest

from wellkept.domain.timeline.models import Interaction, Note


def test_what_passed_is_logged(answer, network, ana, bruno):
    said = answer("log", "Ana", "We talked about boats.", "--kind", "lunch", "--on", "2026-01-05", "--with", "Bruno")

    talk = Interaction.objects.get(pk=said["interaction"])
    assert (talk.kind, talk.on.isoformat(), talk.body) == ("lunch", "2026-01-05", "We talked about boats.")
    assert said["touch"] is True
    assert {one["name"] for one in said["contacts"]} == {"Ana Souza", "Bruno Keller"}


def test_the_history_knows_the_door(run, network, ana):
    from wellkept.domain.history.models import Act

    run("log", "Ana", "Hello")

    assert Act.objects.order_by("-pk").first().via == "cli"


def test_without_a_day_it_was_today(answer, network, ana):
    assert answer("log", "Ana", "Hello")["on"] == network.today().isoformat()


def test_their_letter_is_no_touch(answer, network, ana):
    assert answer("log", "Ana", "Hello", "--kind", "email", "--direction", "theirs")["touch"] is False


@pytest.mark.parametrize(
    ("option", "value"),
    [("--on", "99-Nov-99"), ("--on", "tomorrow"), ("--on", "May 2026"), ("--kind", "dance"), ("--direction", "up")],
)
def test_bad_input_is_refused_with_a_word_and_nothing_is_written(run, network, ana, option, value):
    result = run("log", "Ana", "Hello", option, value, "--json")

    assert result.exit_code == 1
    assert result.stdout == "" and result.stderr.strip()
    assert not Interaction.objects.exists()


def test_a_note_is_written(answer, network, ana):
    said = answer("note", "Ana", "Likes *boats*.", "--on", "5 January 2026")

    note = Note.objects.get(pk=said["note"])
    assert (note.contact_id, note.body, note.on.isoformat()) == (ana.pk, "Likes *boats*.", "2026-01-05")


def test_a_note_without_words_is_refused(run, ana):
    assert run("note", "Ana", "  ").exit_code == 1
