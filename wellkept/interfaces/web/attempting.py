"""Doing one thing for a form: in one act that can be undone, or a clear word on why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.acting import Acting, acting
from wellkept.interfaces.web import messages


def attempt(request: Any, do: Callable[[Acting], Any]) -> bool:
    """Calls ``do`` with an open act and says what was done, with Undo; says why where it was refused."""
    try:
        with acting(request.actor, request.network) as act:
            do(act)
    except Refusal as refusal:
        messages.refused(request, refusal)
        return False
    messages.done(request, act.row)
    return True
