from __future__ import annotations


def test_people_are_found_with_their_number(answer, run, ana):
    found = answer("find", "souza")

    assert [(one["contact"], one["name"]) for one in found["contacts"]] == [(ana.pk, "Ana Souza")]
    assert run("find", "souza").stdout.split()[:3] == [str(ana.pk), "Ana", "Souza"]


def test_what_was_said_is_found(answer, run, ana):
    answer("log", "Ana", "We talked about the regatta.")

    (said,) = answer("find", "regatta")["said"]

    assert "regatta" in said["excerpt"] and said["contacts"] == [{"contact": ana.pk, "name": "Ana Souza"}]
    assert "regatta" in run("find", "regatta").stdout


def test_a_near_spelling_is_said_to_be_one(answer, run, ana):
    assert answer("find", "Suoza")["corrected"] is True
    assert "near" in run("find", "Suoza").stdout


def test_nothing_found_is_no_failure(answer, run, ana):
    assert answer("find", "xyzzy")["contacts"] == []
    result = run("find", "xyzzy")
    assert (result.exit_code, result.stdout) == (0, "")


def test_what_would_drive_the_terminal_is_not_printed(run, network, ada):
    from tests.cast import contact

    contact(network, ada, "Eve\x1b[31m", "Red\x9b5m")

    result = run("find", "eve")

    assert "Eve" in result.stdout and "\x1b" not in result.stdout and "\x9b" not in result.stdout
