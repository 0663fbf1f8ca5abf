"""E-mail and web addresses on a card: found by their grammar, mended where engines usually misread them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from wellkept.formats.emails import normal_email
from wellkept.formats.names import fold

_GENERIC = frozenset(
    str.split(
        "com net org info biz name pro edu gov mil int aero coop museum jobs mobi travel tel cat asia post xxx app dev io ai co tv me cc"
        " online site website shop store tech agency studio design digital cloud company group solutions systems services consulting"
        " media marketing ventures capital partners law legal engineering energy health care clinic academy school university institute"
        " foundation center global world today live life blog page team work works space zone network software tools xyz one club art"
        " photography photo graphics video events email careers expert guru ninja berlin wien hamburg koeln koln cologne ruhr bayern nrw"
        " saarland tirol swiss zuerich london scot wales cymru irish paris bzh alsace corsica amsterdam brussels vlaanderen gent barcelona"
        " madrid eus gal quebec nyc boston vegas miami tokyo osaka kyoto istanbul moscow sydney melbourne capetown africa lat eu"
        " example test invalid"
    )
)
_COUNTRY = frozenset(
    str.split(
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cd cf cg ch ci ck cl"
        " cm cn cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gt gu"
        " gw gy hk hn hr ht hu id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma"
        " mc md mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr"
        " ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr"
        " tt tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
    )
)
_NO_COUNTRY_THERE = frozenset(
    {"io", "ai", "co", "tv", "me", "cc", "fm", "to", "ly", "gg", "sh", "ws", "eu", "so", "la"}
)
_AT = re.compile(r"\s*(?:[(\[{]\s*(?:at|ät|arroba|chez)\s*[)\]}]|＠|(?<=[a-z0-9])[©®](?=[a-z0-9]))\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{]\s*(?:dot|punkt|point|punto|ponto)\s*[)\]}]\s*", re.IGNORECASE)
_EMAIL = re.compile(
    r"[^\W_][\w.+'’-]*\s?@\s?[^\W_](?:[\w-]|\s?[.,]\s?(?=[^\W\d_]))*[^\W_]|[^\W_]@[^\W_](?:[\w-]|\s?[.,]\s?(?=[^\W\d_]))*[^\W_]"
)
_URL = re.compile(
    r"(?:(?P<scheme>https?\s?[:;]\s?/\s?/?\s?)|(?P<www>[wvWV]{3,6}\s?[.,]\s?|www\s(?=[^\W\d_])|www(?=[a-z])))?"
    r"(?P<host>[^\W_](?:[\w-]*[^\W_])?(?:\s?[.,]\s?[^\W_](?:[\w-]*[^\W_])?)*)(?P<path>/[\w./?=&%#~+@-]*)?",
)
_LABEL_GLUED = re.compile(
    r"^(?:e-?mail|mail|email|e|courriel|correo|eposta|e-posta|sahkoposti|web|www|internet)\s*[:;|]\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail or web address as it can be used, and where in its line it stands."""

    value: str
    start: int
    end: int
    mended: bool = False


def plain(text: str) -> str:
    """Full-width letters made plain, and the signs that stand for @ and the point in them."""
    text = unicodedata.normalize("NFKC", text).replace("（", "(").replace("）", ")")
    text = re.sub(r"(?<=\bA\.)\s?\$(?=\.|$)", "Ş", text)
    return _DOT.sub(".", _AT.sub("@", text)) if "@" in text or _AT.search(text) else text


def emails_in(text: str) -> list[Address]:
    """``text`` as ``plain`` gives it."""
    found = []
    for hit in _EMAIL.finditer(text):
        raw = hit[0]
        start = hit.start()
        if glued := _LABEL_GLUED.match(raw):
            raw, start = raw[glued.end() :], start + glued.end()
        closed = re.sub(r"\s", "", raw)
        local, _at, domain = closed.partition("@")
        mended_domain = _domain(domain)
        local = fold(local.strip(".-'’")).replace("’", "").replace("'", "'")
        value = normal_email(f"{local}@{mended_domain}")
        if value and local:
            found.append(Address(value, start, hit.end(), closed.lower() != value))
    return found


def _domain(text: str) -> str:
    """The domain with its points put right, as far as it goes."""
    fixed = text.lower().replace(",", ".")
    labels = [label for label in fixed.split(".") if label]
    while len(labels) > 2 and not is_top_level(labels[-1]):
        labels.pop()  # what ran on behind
    if len(labels) == 1:
        if not (tail := _unpointed(labels[0])):
            return ""
        labels = [labels[0][: -len(tail)], tail]
    return ".".join(labels)


def _unpointed(label: str) -> str:
    """'com' of 'acmecom': a point that the engine did not see."""
    return next(
        (end for end in ("com", "org", "net", "example") if label.endswith(end) and len(label) > len(end) + 2), ""
    )


def is_top_level(label: str) -> bool:
    return label in _GENERIC or label in _COUNTRY


def urls_in(text: str, domains: Sequence[str] = ()) -> list[Address]:
    """Web addresses in a text without its e-mail addresses. Without http or www only what ends like an address.
    ``domains``: those of the e-mail addresses, by which one that is cut off is completed."""
    found = []
    for hit in _URL.finditer(text):
        marked = bool(hit["scheme"] or hit["www"])
        host = re.sub(r"\s*[.,]\s*", ".", hit["host"]).lower()
        if marked and "." not in host and (tail := _unpointed(host)):
            host = f"{host[: -len(tail)]}.{tail}"
        if marked and not is_top_level(host.rpartition(".")[2]):
            host = next((domain for domain in domains if len(host) > 5 and domain.startswith(host)), host)
        labels = host.split(".")
        if len(labels) < 2 or not is_top_level(labels[-1]) or any(char.isspace() for char in host):
            continue
        if not marked and not _reads_as_host(hit["host"], labels):
            continue
        path = (hit["path"] or "").rstrip("/.,")
        scheme = re.sub(r"[\s;]", "", (hit["scheme"] or "").replace(";", ":"))
        scheme = f"{scheme.split(':')[0].lower()}://" if scheme else ""
        www = "www." if hit["www"] and not host.startswith("www.") else ""
        value = f"{scheme}{www}{host}{path}"
        found.append(
            Address(value, hit.start(), hit.end(), re.sub(r"\s", "", hit[0]).rstrip("/.,").lower() != value.lower())
        )
    return found


def _reads_as_host(written: str, labels: Sequence[str]) -> bool:
    """Not 'B.V.' or 'No.8 ...': small letters, a name of some length before its end, no space but beside a point."""
    if (
        not (written.islower() or written.isupper())
        or "," in written
        or " " in written
        or max(map(len, labels[:-1])) < 3
    ):
        return False
    return not any(label.isdigit() for label in labels) and all(label.isascii() or len(label) > 2 for label in labels)


def site_of(address: str) -> str:
    """'acme' of 'www.acme.co.uk', 'https://acme.com/team' and 'ana@mail.acme.com': the part that its owner chose."""
    host = re.sub(r"^[a-z]+://", "", address.lower()).rpartition("@")[2].split("/")[0]
    labels = [label for label in host.split(".") if label]
    if labels[:1] == ["www"]:
        labels = labels[1:]
    if len(labels) > 2 and (
        labels[-2] in ("co", "com", "org", "ac", "gov", "net", "or", "ne", "gob", "edu") and len(labels[-1]) == 2
    ):
        labels = labels[:-1]
    return labels[-2] if len(labels) > 1 else (labels[0] if labels else "")


def country_of(address: str) -> str:
    """The region of a country's domain, '' for the others and for those that everybody uses."""
    host = re.sub(r"^[a-z]+://", "", address.lower()).rpartition("@")[2].split("/")[0]
    end = host.rpartition(".")[2]
    if end not in _COUNTRY or end in _NO_COUNTRY_THERE:
        return ""
    return {"uk": "GB"}.get(end, end.upper())
