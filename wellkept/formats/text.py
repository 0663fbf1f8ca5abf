"""Markdown to safe HTML: the one place that makes HTML which pages trust."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Longer texts are shown as they stand: nobody's note is that long, and parsing must stay quick.
LONGEST = 200_000
TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "s", "strong", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}


@cache
def _reader() -> MarkdownIt:
    """CommonMark without HTML and images, with tables and strikethrough; a line break is a line break."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True})
    return reader.enable(["table", "strikethrough"]).disable(["image", "html_block", "html_inline"])


def markdown(text: str) -> str:
    """Safe HTML of a text in Markdown.

    Links open with rel="noopener nofollow" and lead to http, https, mailto and tel alone; pictures are not shown, since
    loading one would tell its host who reads.
    """
    import nh3

    if not text.strip():
        return ""
    if len(text) > LONGEST:
        return f"<p>{nh3.clean_text(text)}</p>"
    html = _set(text.replace("\x00", ""))
    clean: str = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener nofollow", strip_comments=True
    )
    return clean


def _set(text: str) -> str:
    """HTML of a text, its headings below those of the page."""
    reader = _reader()
    tokens = reader.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close") and token.tag in ("h1", "h2"):
            token.tag = "h3"
    html: str = reader.renderer.render(tokens, reader.options, {})
    return html


def plain(text: str) -> str:
    """The words of a Markdown text on one line, for excerpts."""
    tokens = _reader().parseInline(" ".join(text[:LONGEST].split()))
    return "".join(_words(token) for token in tokens).strip()


def _words(token: object) -> str:
    children = getattr(token, "children", None)
    if children:
        return "".join(_words(child) for child in children)
    kind = getattr(token, "type", "")
    if kind in ("softbreak", "hardbreak"):
        return " "
    return str(getattr(token, "content", "")) if kind in ("text", "code_inline") else ""
