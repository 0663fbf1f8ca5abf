"""For whom a command acts."""

from __future__ import annotations


def test_with_one_user_nobody_has_to_be_named(run, ana):
    assert run("find", "ana").exit_code == 0


def test_with_several_users_one_has_to_be_named(run, ana, ben):
    result = run("find", "ana")

    assert result.exit_code == 1 and "--user" in result.stderr
    assert run("find", "ana", "--user", "ADA@example.org").exit_code == 0


def test_a_user_who_is_not_there_is_said_so(run, ana):
    result = run("find", "ana", "--user", "nobody@example.org")

    assert result.exit_code == 1 and "nobody@example.org" in result.stderr


def test_one_user_finds_nothing_of_another(run, ana, ben):
    result = run("find", "ana", "--user", "ben@example.org")

    assert "Souza" not in result.output
