"""The words of a page or an HTML mail, line by line as one would read them; nothing is fetched, nothing raises."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul br".split()
)
_SILENT = frozenset("script style head title template noscript svg".split())
_CELLS = frozenset("td th".split())
_QUOTING = re.compile(
    r"gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote|divRplyFwdMsg|appendonsend|OutlookMessageHeader|x_divRplyFwdMsg|mail-editor-reference-message",
    re.IGNORECASE,
)
DEEPEST = 200
QUOTED = "> "


def text_of_html(html: str) -> str:
    """Blocks stand on lines of their own, cells are parted by a tab, quotes are marked with '>'."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except Exception:  # noqa: BLE001 the parser has raised on broken declarations before; what was read so far is kept
        reader.broke()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line: list[str] = []
        self.silent = 0
        self.quoted: list[str] = []  # the elements open since a quote began
        self.rest_quoted = False
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in _SILENT:
            self.silent += 1
        if tag in _BLOCKS:
            self._break(empty=tag == "p")
        if tag in _CELLS and self.line:
            self.line.append("\t")
        if self.quoted and tag not in ("br", "hr", "img", "input", "meta", "link") and len(self.quoted) < DEEPEST:
            self.quoted.append(tag)
        marks = f"{told.get('class') or ''} {told.get('id') or ''}"
        if not self.quoted and (tag == "blockquote" or (tag == "div" and _QUOTING.search(marks))):
            self._break()
            self.quoted = [tag]
            # Outlook puts what is answered behind its head, not into it.
            self.rest_quoted = (
                self.rest_quoted
                or re.search(r"divRplyFwdMsg|appendonsend|mail-editor-reference", marks, re.IGNORECASE) is not None
            )
        if tag == "a":
            self.links.append(told.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self.silent:
            self.silent -= 1
        if tag in _BLOCKS:
            self._break(empty=tag in ("p", "table"))
        if tag == "a" and self.links:
            self._link(self.links.pop())
        if self.quoted and tag in self.quoted:
            while self.quoted and self.quoted.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.line.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _link(self, href: str) -> None:
        """Where a word leads, where that is somebody's profile or mail address."""
        target = re.sub(r"^(?:mailto|tel):", "", href.strip(), flags=re.IGNORECASE).partition("?")[0]
        known = not target or target.lower().rstrip("/") in "".join(self.line[-5:]).lower()
        if (
            not known
            and len(target) < 200
            and ("linkedin.com/in/" in target.lower() or href.lower().startswith("mailto:"))
        ):
            self.line.append(f" {target}")

    def _break(self, *, empty: bool = False) -> None:
        words = "\t".join(" ".join(cell.split()) for cell in "".join(self.line).split("\t")).strip()
        if words:
            self.lines.append(f"{QUOTED}{words}" if self.quoted or self.rest_quoted else words)
        elif self.lines and self.lines[-1] and empty:
            self.lines.append("")
        if empty and self.lines and self.lines[-1]:
            self.lines.append("")
        self.line = []

    def broke(self) -> None:
        self.silent = 0

    def text(self) -> str:
        self._break()
        return "\n".join(self.lines).strip("\n")
