from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import CliRunner, Result


@pytest.fixture
def run(ada) -> Callable[..., Result]:
    """A command of the command line, in this process, as it would be typed."""
    from wellkept.interfaces.cli.main import app

    def typed(*words: object) -> Result:
        result = CliRunner().invoke(app, [str(word) for word in words])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return typed


@pytest.fixture
def answer(run) -> Callable[..., Any]:
    """What a command that succeeds prints with --json, read back."""

    def asked(*words: object) -> Any:
        result = run(*words, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return asked
