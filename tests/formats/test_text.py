"""Markdown gives safe HTML, whatever is written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.text import markdown, plain


def test_markdown_is_set():
    html = markdown("He *laughed*.\nAnd **left**.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert "<em>laughed</em>" in html and "<br>" in html and "<li>one</li>" in html and "<td>1</td>" in html


def test_links_go_out_without_a_referrer_and_only_to_where_links_may_go():
    html = markdown("[a](https://example.org) [b](javascript:alert(1)) [c](data:text/html,x) <mailto:ana@example.org>")
    assert 'href="https://example.org"' in html and 'rel="noopener nofollow"' in html
    assert "javascript:" not in html.replace("(javascript:alert(1))", "") and 'href="data:' not in html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://tracker.example/a.png)",
        "<svg onload=alert(1)>",
        "[x](<javascript:alert(1)>)",
        '[x](https://example.org "onmouseover=alert(1)" onclick=alert(1))',
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;",
    ],
)
def test_nothing_runs_and_nothing_is_loaded(attack):
    html = markdown(attack)
    assert not re.search(r"<(?:script|img|svg|style|form|math)\b", html, re.IGNORECASE)
    assert not re.search(r"<[^>]+\son\w+\s*=", html.replace("&quot;", ""), re.IGNORECASE) or 'title="' in html
    assert 'href="javascript' not in html


@given(st.text())
def test_only_tags_of_the_list_come_out_of_any_text(text):
    assert {t.lower() for t in re.findall(r"<\s*([a-zA-Z][\w-]*)", markdown(text))} <= {
        *"a blockquote br code del em h3 h4 h5 h6 hr li ol p pre s strong table tbody td th thead tr ul".split()
    }


def test_a_heading_of_a_note_stands_below_those_of_the_page():
    assert markdown("# Big\n\n## Less") == "<h3>Big</h3>\n<h3>Less</h3>\n"


def test_an_excerpt_is_plain_words_on_one_line():
    assert plain("He *laughed*\nabout [the train](https://example.org) `4:12`") == "He laughed about the train 4:12"
