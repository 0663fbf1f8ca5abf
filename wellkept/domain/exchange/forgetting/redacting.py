"""Names and addresses taken out of texts: pure, and the same for a text and for what the history says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote_plus

GONE = "…"
# Han, kana and Thai are written without spaces between words.
_NO_SPACES = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


class Words:
    """What a person is called and reached by, to be found in texts whatever their case and spacing."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(
            {" ".join(word.split()) for word in words if word.strip()}, key=lambda word: (-len(word), word)
        )
        spelt = [_spelt(word) for word in self.words]
        self._pattern = re.compile("|".join(spelt), re.IGNORECASE) if spelt else None
        # In JSON as it is stored, where letters may be escaped and their case with them.
        stored = {json.dumps(form)[1:-1] for word in self.words for form in _forms(word)}
        stored |= {form for word in self.words for form in _forms(word)}
        loose = [r"(?:\s|\\[nrt]|\+|%20)+".join(map(re.escape, form.split())) for form in sorted(stored)]
        loose += [re.escape(quote_plus(word)) for word in self.words if not word.isascii()]
        self._stored = re.compile("|".join(loose), re.IGNORECASE) if loose else None

    def __bool__(self) -> bool:
        return bool(self.words)

    def found_in(self, text: str) -> list[str]:
        return self._pattern.findall(text) if self._pattern else []

    def may_be_in(self, stored: str | None) -> bool:
        """A quick look at JSON as it is stored: no where there is surely nothing."""
        return bool(stored and self._stored and self._stored.search(stored))

    def taken_out_of(self, value: Any) -> Any:
        """A text, or JSON with its texts, without them."""
        if isinstance(value, str):
            return self._pattern.sub(GONE, value) if self._pattern else value
        if isinstance(value, list):
            return [self.taken_out_of(one) for one in value]
        if isinstance(value, dict):
            return {key: self.taken_out_of(one) for key, one in value.items()}
        return value

    def are_in(self, value: Any) -> bool:
        return bool(self.taken_out_of(value) != value)

    def excerpt(self, text: str, around: int = 40) -> str:
        """The first place where one of them stands, with what is around it."""
        hit = self._pattern.search(text) if self._pattern else None
        if hit is None:
            return text[: 2 * around]
        start, end = max(0, hit.start() - around), hit.end() + around
        return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _spelt(word: str) -> str:
    """A whole word, also as it stands in an address of a page. Scripts that part no words have no whole ones."""
    plain = r"(?:\s+|\+|%20)".join(map(re.escape, word.split()))
    spelt = f"{plain}|{re.escape(quote_plus(word))}" if not word.isascii() else plain
    return f"(?:{spelt})" if _NO_SPACES.search(word) else rf"(?<!\w)(?:{spelt})(?!\w)"


def _forms(word: str) -> set[str]:
    return {word, word.lower(), word.upper(), word.title(), word.casefold()}
