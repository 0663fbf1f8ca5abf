"""A clear word on why input was not taken."""

from __future__ import annotations


class Refusal(Exception):
    """Bad input. ``str(refusal)`` is fit to be shown to the user; ``field`` names the input at fault, if one is."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field
