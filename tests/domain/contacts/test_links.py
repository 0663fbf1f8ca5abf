"""Profiles are told from websites, and each has one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.contacts.links import href, link_key


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.linkedin.com/in/Ana-Souza/", "linkedin:ana-souza"),
        ("linkedin.com/in/ana-souza?trk=contact", "linkedin:ana-souza"),
        ("https://br.linkedin.com/in/jo%C3%A3o-souza", "linkedin:joão-souza"),
        ("https://m.linkedin.com/pub/ana/1/2/3", "linkedin:pub/ana/1/2/3"),
        ("https://github.com/Ana", "github:ana"),
        ("https://twitter.com/@ana", "x:ana"),
        ("https://x.com/ana/status/1", "x:ana"),
        ("https://www.xing.com/profile/Ana_Souza", "xing:ana_souza"),
        ("https://instagram.com/ana.s", "instagram:ana.s"),
        ("https://www.facebook.com/profile.php?id=100", "facebook:100"),
        ("https://social.example/@Ana", "mastodon:ana@social.example"),
        ("https://social.example/@ana@far.example", "mastodon:ana@far.example"),
        ("https://social.example/users/ana", "mastodon:ana@social.example"),
        ("https://medium.com/@ana", "medium:ana"),
    ],
)
def test_a_profile_has_one_key_however_its_address_is_written(url, key):
    assert link_key(url) == (key.partition(":")[0], key)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/company/blue-kettle",
        "https://github.com/features",
        "https://www.facebook.com/groups/9",
        "https://example.org/ana",
        "https://example.org",
        "javascript:alert(1)",
        "http://[bad",
        "",
    ],
)
def test_what_names_no_person_is_a_website_without_a_key(url):
    assert link_key(url) == ("website", "")


@pytest.mark.parametrize(
    ("text", "followed"),
    [
        ("example.org/ana", "https://example.org/ana"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("ana@example.org", ""),
        ("two words.example", ""),
    ],
)
def test_only_web_addresses_are_followed(text, followed):
    assert href(text) == followed


@given(st.text())
def test_no_text_at_all_breaks_the_reading_or_gives_a_link_that_runs(text):
    kind, key = link_key(text)
    assert (kind == "website") == (key == "") and len(key) <= 200
    assert href(text) == "" or href(text).lower().startswith(("http://", "https://"))
