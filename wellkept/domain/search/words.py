"""Text as the index sees it: folded, split where the tokenizer would split, Chinese and Japanese letter by letter."""

from __future__ import annotations

import re

from wellkept.formats.names import fold

_LETTERWISE = re.compile(r"([぀-ヿ㐀-䶿一-鿿豈-﫿])")
_WORD = re.compile(r"[^\W_]+")


def index_text(*parts: str) -> str:
    """What is stored in the index for these texts."""
    text = fold(" ".join(part for part in parts if part))
    return _LETTERWISE.sub(r" \1 ", text)


def query_words(text: str, *, most: int = 8) -> list[str]:
    """The words of a query, folded; at most ``most`` of them (a pasted page is no query)."""
    return _WORD.findall(index_text(text[:300]))[:most]


def match(words: list[str], *, network_id: int, columns: str = "") -> str:
    """An FTS5 expression: every word as a prefix, in one network. Words are letters and digits only, so nothing to escape.

    ``columns`` limits where they are looked for, such as 'name' or 'name organization'."""
    terms = " AND ".join(f'"{word}"*' for word in words)
    where = f"{{{columns}}} : " if columns else "- net : "
    return f"net : n{network_id} AND {where}({terms})"
