"""What one copies from a LinkedIn profile: its address, or the words at its top."""

from __future__ import annotations

import re

from wellkept.formats.fields import bare_name, is_given, is_title, name_like
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.names import fold, parse_name, tidy
from wellkept.formats.person import Labelled, Person, Position

MOST_LINES = 60  # of a profile's top that are looked at
LONGEST_LINE = 300  # characters
_DEGREE = re.compile(
    r"^(?:[·•]\s*)?(?:1st|2nd|3rd\+?|1\.|2\.|3\.\+?|1er|2e|3e|1º|2º|3º|1\.º|2\.º|3\.º)(?:\s*(?:degree connection|degree|grades?|kontakt|relation|grado|grau).*)?$",
    re.IGNORECASE,
)
_DEGREE_BEHIND = re.compile(r"\s*[·•]\s*(?:1st|2nd|3rd\+?|[123]\.|1er|2e|3e|[123]\.?º).*$", re.IGNORECASE)
_CONTACT = re.compile(
    r"\b(?:contact info|kontaktinfo|coordonnees|informacion de contacto|informacoes de contato|informacoes de contacto)\b"
)
_COUNTS = re.compile(
    r"\b(?:\d[\d.,+ ]*\s*(?:connections?|followers?|kontakte|follower|relations|abonnes|contactos|seguidores|conexoes)|mutual connections?|gemeinsame kontakte)\b"
)
_BUTTONS = frozenset(
    str.split(
        "message|connect|follow|following|more|pending|save in sales navigator|open to|add profile section|view profile|premium|verified|he/him|she/her|they/them"
        "|nachricht|vernetzen|folgen|mehr|message|se connecter|suivre|plus|mensaje|conectar|seguir|mas|mensagem|mais|profilbild|background image|in|badge|view my blog|visit my website"
        "|influencer|profile picture|top voice|status is reachable|status is online|status is offline",
        "|",
    )
)
_SECTIONS = frozenset(
    str.split(
        "about|activity|experience|education|skills|highlights|featured|info|aktivitaten|berufserfahrung|ausbildung|kenntnisse|infos|activite|experience|formation|competences"
        "|acerca de|actividad|experiencia|educacion|aptitudes|sobre|atividades|experiencia|formacao academica|competencias|interests|services|languages",
        "|",
    )
)
_AT = re.compile(r"\s+(?:at|@|bei|chez|en|na|no|em)\s+(?=[A-ZÀ-Þ0-9])|\s*@\s*", re.UNICODE)
_PRONOUNS = re.compile(r"^\(?(?:she|he|they|sie|er|elle|il|ella|él|ela|ele)/[\w/]+\)?$", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:present|heute|aujourd|actualidad|o momento|\b(?:19|20)\d\d\s*[-–]|\b\d+ (?:yrs?|mos?|jahre?|ans?|años?|anos?)\b)",
    re.IGNORECASE,
)


def is_profile_text(text: str) -> bool:
    """Whether words were copied from a profile: two of its marks stand in its first lines."""
    lines = _lines(text)
    marks = {"degree": False, "contact": False, "counts": False, "buttons": False, "sections": False}
    for line in lines:
        plain = fold(line)
        marks["degree"] |= _DEGREE.match(line) is not None or _DEGREE_BEHIND.search(line) is not None
        marks["contact"] |= _CONTACT.search(plain) is not None and len(plain) < 120
        marks["counts"] |= _COUNTS.search(plain) is not None and len(plain) < 80
        marks["buttons"] |= plain in (
            "message",
            "connect",
            "follow",
            "vernetzen",
            "se connecter",
            "conectar",
            "nachricht",
        )
        marks["sections"] |= plain in _SECTIONS and len(lines) > 4
    return sum(marks.values()) > 1 and "@" not in lines[0] if lines else False


def person_of_slug(url: str) -> Person:
    """Who a profile's address names, as far as it does: 'Ana Souza' of /in/ana-souza-1a2b3c. To be asked about."""
    slug = slug_of(url)
    words = [word for word in re.split(r"[-_.]", slug) if word and not any(map(str.isdigit, word))]
    name = " ".join(word.capitalize() for word in words) if len(words) > 1 or (words and is_given(words[0])) else ""
    person = Person(name=parse_name(name))
    person.links = [Labelled(_address(slug), "LinkedIn")]
    return person


def _address(slug: str) -> str:
    return f"https://www.linkedin.com/in/{slug}"


def read_profile_text(text: str) -> tuple[Person, tuple[str, ...]]:
    """Name, headline ('Head of Data at Acme') and place of a profile's top, and the fields to be asked about."""
    lines = _lines(text)
    rest = [line for line in lines if not _is_furniture(line)]
    name, at = "", 0
    for number, line in enumerate(rest[:6]):
        if name_like(_DEGREE_BEHIND.sub("", line)) > 0.35:
            name, at = bare_name(_DEGREE_BEHIND.sub("", line)), number + 1
            break
    after = [line for line in rest[at:] if fold(_DEGREE_BEHIND.sub("", line)) != fold(rest[at - 1])] if name else rest
    person = Person(name=parse_name(name))
    unsure = [] if name else ["name"]
    after = after[: next((number for number, line in enumerate(after) if fold(line) in _SECTIONS), len(after))]
    headline = after[0] if after and _CONTACT.search(fold(after[0])) is None else ""
    if headline:
        job, sure = _job(headline)
        person.positions = [job] if job.title or job.organization else []
        if not sure:
            unsure.append("organization" if job.organization else "title")
    person.location = _place(after)
    urls = [slug for slug in map(slug_of, re.findall(r"\S*linkedin\.\S+", text[:20_000])) if slug]
    person.links = [Labelled(_address(urls[0]), "LinkedIn")] if urls else []
    return person, tuple(unsure)


def _lines(text: str) -> list[str]:
    return [
        line for line in (tidy(line[:LONGEST_LINE]) for line in text[:60_000].split("\n")[: 4 * MOST_LINES]) if line
    ][:MOST_LINES]


def _is_furniture(line: str) -> bool:
    plain = fold(line)
    return (
        plain in _BUTTONS or _DEGREE.match(line) is not None or _PRONOUNS.match(line) is not None or len(plain) < 2
        or (_COUNTS.search(plain) is not None and len(plain) < 80) or slug_of(line) != "" or plain.startswith(("status is", "has a ", "profile photo"))
    )  # fmt: skip


def _job(headline: str) -> tuple[Position, bool]:
    """'Head of Data at Acme | Speaker' as a position; a headline that names no house is a title to be asked about."""
    head = re.split(r"\s*[|•·]\s*|\s+[–—-]\s+|\s*//\s*", headline)[0].strip()
    for hit in _AT.finditer(head):
        title, house = head[: hit.start()].strip(" ,"), head[hit.end() :].strip(" ,")
        if title and house:
            return Position(house, title=title), is_title(title) > 0.5
    return Position("", title=head), is_title(head) > 0.5


def _place(lines: list[str]) -> str:
    """Beside 'Contact info', or else a line of up to four names with commas behind the headline."""
    for number, line in enumerate(lines[:12]):
        found = _CONTACT.search(fold(line))
        if not found:
            continue
        place = re.split(r"\s*[·•]\s*", line)[0].strip()
        if _CONTACT.search(fold(place)) is None:
            return place
        return lines[number - 1] if number > 1 and not _SPAN.search(lines[number - 1]) else ""
    for line in lines[1:6]:
        if re.fullmatch(r"[^\W\d_][^,|@:!?]{1,40}(?:, [^\W\d_][^,|@:!?]{1,40}){1,3}", line) and not is_title(line):
            return line
    return ""
