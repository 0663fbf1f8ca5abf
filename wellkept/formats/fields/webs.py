"""E-mail addresses and addresses on the web in free text."""

from __future__ import annotations

import re
from typing import NamedTuple

from wellkept.formats.emails import normal_email

_EMAIL = re.compile(r"[\w.+%'’-]{1,64}@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,18}(?![\w@])")
# Written so that machines do not see it: 'ana (at) acme (dot) example'.
_SPELT = re.compile(
    r"\b([\w.+-]{1,64})\s?[\[({]\s?(?:at|ät)\s?[\])}]\s?((?:[\w-]{1,63}(?:\s?[\[({]\s?(?:dot|punkt|point|punto|ponto)\s?[\])}]\s?|\.)){1,4}[a-z]{2,18})\b",
    re.IGNORECASE,
)
_DOT = re.compile(r"\s?[\[({]\s?(?:dot|punkt|point|punto|ponto)\s?[\])}]\s?", re.IGNORECASE)
_PATH = r"(?::\d{2,5})?(?:[/?#][^\s<>\"'|•·]*)?"
_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,5}[^\W\d_]{2,18}"
_URL = re.compile(rf"https?://[^\s<>\"'|•·]+|(?<![\w@./-]){_HOST}{_PATH}(?![\w@])", re.IGNORECASE)
# Ends of addresses that are written without a scheme; two letters are a country unless they end the name of a file.
_ENDS = frozenset(
    str.split(
        "com org net edu gov int info biz name pro museum coop aero jobs travel mobi example test eu app dev tech cloud online site"
        " store shop blog agency digital design studio consulting solutions group company ventures capital partners legal"
        " law health care academy school university education foundation ngo berlin wien hamburg koeln bayern tirol"
        " paris bzh london nyc swiss world global network systems software media press news events bio energy eco"
        " finance bank insurance immo haus work email link page space team today life live art music gmbh ltd xyz"
    )
)
_FILES = frozenset("py md sh rs ps cc js ts db am my so do or".split())
_SOCIAL = re.compile(
    r"(?:^|[/.])(?:linkedin|lnkd|twitter|x|facebook|fb|instagram|xing|github|gitlab|youtube|youtu|tiktok|threads|bsky|mastodon|medium|t|wa)"
    r"\.(?:com|in|be|me|app|net|social|org)(?:/|$)",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """``value`` as it is to be kept, and where it stands."""

    value: str
    span: tuple[int, int]


def emails_in(text: str) -> list[Found]:
    """Addresses in lower case, each once. 'ana (at) acme.example' is one."""
    found: dict[str, Found] = {}
    for hit in _EMAIL.finditer(text):
        lead = len(hit[0]) - len(hit[0].lstrip(".'’-"))
        if value := normal_email(hit[0][lead:]):
            found.setdefault(value, Found(value, (hit.start() + lead, hit.end())))
    if "at" in text or "AT" in text or "ät" in text:
        for hit in _SPELT.finditer(text):
            if value := normal_email(f"{hit[1]}@{_DOT.sub('.', hit[2])}"):
                found.setdefault(value, Found(value, hit.span()))
    return sorted(found.values(), key=lambda one: one.span)


def urls_in(text: str) -> list[Found]:
    """Addresses on the web as they are written, each once; without a scheme where the end is one we know."""
    mails = [one.span for one in emails_in(text)]
    found: dict[str, Found] = {}
    for hit in _URL.finditer(text):
        value = _closed(hit[0])
        span = (hit.start(), hit.start() + len(value))
        if not _is_address(value) or any(begin < span[1] and span[0] < end for begin, end in mails):
            continue
        found.setdefault(_bare(value), Found(value, span))
    return list(found.values())


def is_social(url: str) -> bool:
    """Whether an address is a profile at a social network."""
    return _SOCIAL.search(url) is not None


def host_of(url: str) -> str:
    """'acme.example' of 'https://www.acme.example/team'."""
    bare = re.sub(r"^https?://", "", url.strip(), flags=re.IGNORECASE).lower()
    return re.split(r"[/?#:]", bare, maxsplit=1)[0].removeprefix("www.")


def _bare(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.IGNORECASE).rstrip("/").lower()


def _closed(url: str) -> str:
    """Without the points and brackets of the sentence around it."""
    url = url.rstrip(".,;:!?*_")
    while url.endswith((")", "]")) and url.count(url[-1]) > url.count("(" if url[-1] == ")" else "["):
        url = url[:-1].rstrip(".,;:!?")
    return url


def _is_address(url: str) -> bool:
    lower = url.lower()
    if lower.startswith(("http://", "https://")):
        return "." in lower[8:] or "localhost" in lower
    host = host_of(url)
    labels = host.split(".")
    if lower.startswith("www.") and len(labels) > 1:
        return True
    if len(labels) < 2 or not all(labels) or not any(char.isalpha() for char in labels[-2]):
        return False
    end = labels[-1]
    if end in _ENDS:
        return len(labels[-2]) > 1
    if len(end) == 2 and len(labels) > 2 and labels[-2] in ("co", "com", "org", "net", "ac", "gov", "edu", "gv", "or"):
        return True
    if len(end) != 2 or len(labels[-2]) < 3 or end in _FILES:
        return False
    # A sentence without a space behind its point, 'done.It', has a large letter there.
    return not url.rsplit(".", 1)[-1][:1].isupper() or url.isupper()
