"""Websites and profiles: which kind of profile an address is, and one spelling for comparing it."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from wellkept.formats.names import fold

# Hosts whose first path segment names the person.
_BY_FIRST_SEGMENT = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "codeberg.org": "codeberg",
    "twitter.com": "x",
    "x.com": "x",
    "instagram.com": "instagram",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "t.me": "telegram",
    "orcid.org": "orcid",
}
_BY_AT_SIGN = {
    "medium.com": "medium",
    "youtube.com": "youtube",
    "tiktok.com": "tiktok",
    "threads.net": "threads",
    "threads.com": "threads",
}
_NO_PERSON = frozenset(
    str.split(
        "about explore features home i intent login orgs p pages groups events search settings share sharer hashtag watch"
        " reel reels stories topics marketplace sponsors apps join"
    )
)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_DOMAIN = re.compile(r"^[^\s/@:]+\.[^\s/@:.]{2,}(?::\d+)?(?:[/?#]|$)")


def href(url: str) -> str:
    """The address as a browser may follow it (http or https alone), or '' when it is none."""
    text = url.strip()
    if _DOMAIN.match(text):
        return f"https://{text}"
    parts = _split(text)
    return text if parts and parts.scheme.lower() in ("http", "https") and parts.hostname else ""


@lru_cache(maxsize=4096)
def link_key(url: str) -> tuple[str, str]:
    """('linkedin', 'linkedin:ana-souza') for a person's profile; ('website', '') for any other address,
    which says nothing about who it belongs to."""
    parts = _split(href(url))
    if parts is None or not parts.hostname:
        return "website", ""
    host = re.sub(r"^(?:www|m|mobile|web|old)\.", "", parts.hostname.lower())
    path = [segment for segment in unquote(parts.path).split("/") if segment]
    if host == "linkedin.com" or host.endswith(".linkedin.com"):
        return _linkedin(path, parts.query)
    if not path:
        return "website", ""
    if host == "xing.com" or host.endswith(".xing.com"):
        named = path[1:2] if fold(path[0]) in ("profile", "profil") else []
        return _keyed("xing", named[0]) if named else ("website", "")
    if host == "facebook.com" and path[0] == "profile.php":
        number = parse_qs(parts.query).get("id", [""])[0]
        return _keyed("facebook", number) if number else ("website", "")
    if kind := _BY_FIRST_SEGMENT.get(host):
        first = path[0].lstrip("@")
        return ("website", "") if not first or first.lower() in _NO_PERSON else _keyed(kind, first)
    return _at_sign(host, path)


def _at_sign(host: str, path: list[str]) -> tuple[str, str]:
    if path[0] == "users" and len(path) == 2:
        return _keyed("mastodon", f"{path[1]}@{host}")
    if not path[0].startswith("@") or len(path[0]) < 2:
        return "website", ""
    handle = path[0][1:]
    if kind := _BY_AT_SIGN.get(host):
        return _keyed(kind, handle)
    return _keyed("mastodon", handle if "@" in handle else f"{handle}@{host}")


def _linkedin(path: list[str], query: str) -> tuple[str, str]:
    if len(path) >= 2 and path[0].lower() == "in":
        return _keyed("linkedin", path[1])
    if len(path) >= 2 and path[0].lower() == "pub":
        return _keyed("linkedin", "/".join(["pub", *path[1:]]))
    if path[:2] == ["profile", "view"]:
        number = parse_qs(query).get("id", [""])[0]
        return _keyed("linkedin", f"id={number}") if number else ("website", "")
    return "website", ""


def _keyed(kind: str, name: str) -> tuple[str, str]:
    return kind, f"{kind}:{name.strip().lower()}"[:200]


def _split(url: str) -> SplitResult | None:
    if not _SCHEME.match(url):
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts
