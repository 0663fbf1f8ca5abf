"""Lists of attendees: a CSV file with or without a header, or lines that were pasted. Pure; never raises.

Of a header the columns are taken that are understood. Without one a line is a name, then perhaps an organization, and an
e-mail wherever it stands: 'Ana Souza, Acme, ana@acme.example', 'Ana Souza <ana@acme.example>', 'Ana Souza (Acme)'.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from wellkept.formats.csvs.decoding import decode
from wellkept.formats.emails import normal_email
from wellkept.formats.names import fold, tidy
from wellkept.formats.person import Problem

MOST_LINES = 10_000
LONGEST_LINE = 2_000  # characters; what is longer is no line of a list
LONGEST = 200  # characters of a name and of an organization
_DELIMITERS = "\t;|,"
_WORDS = {
    "name": "name|full name|attendee|attendees|participant|guest|contact|teilnehmer|teilnehmende|gast|nom complet|participante|"
    "asistente|nombre completo|nome completo|nombre y apellidos|vor und nachname",
    "given": "first name|given name|firstname|given|vorname|prenom|nombre|nome|primeiro nome",
    "family": "last name|surname|family name|lastname|family|nachname|familienname|nom|nom de famille|apellido|apellidos|sobrenome|apelido",
    "organization": "organization|organisation|company|employer|affiliation|institution|firma|unternehmen|institut|entreprise|societe|"
    "empresa|organizacion|organizacao|arbeitgeber|company name|organisation name",
    "email": "email|e mail|email address|e mail address|mail|e mail adresse|correo|correo electronico|adresse email|courriel|endereco de email",
}
_COLUMNS = {word: column for column, words in _WORDS.items() for word in words.split("|")}
_NOT_WORDS = re.compile(r"[\W_]+")
_ADDRESSED = re.compile(r"\"?([^\"<>;]*?)\"?\s*<\s*([^<>\s]+@[^<>\s]+)\s*>")
_MARK = re.compile(r"^\s*(?:[-*•–‣▪·]|\d{1,4}[.)])\s+")
_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<organization>[^()]+)\)$")
_DASHED = re.compile(r"\s+[-–—@|]\s+|\s+(?:at|from|von|bei|chez|de la|da)\s+(?=[A-Z])")  # Ana Souza – Acme; Ana at Acme


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """``line`` is its number in the list, from 1. ``name`` may be empty where there is an e-mail."""

    line: int
    name: str = ""
    organization: str = ""
    email: str = ""


@dataclass(slots=True)
class AttendeeList:
    lines: list[AttendeeLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)  # row: the line


def text_of(data: bytes) -> str:
    """The text of a file, in whatever encoding; '' for what is no text."""
    return decode(data).text


def read_attendees(text: str) -> AttendeeList:
    """Who is on the list, each once; what could not be read is said."""
    found = AttendeeList()
    rows = _rows(text, found.problems)
    columns = _header(rows[0][1]) if rows else {}
    seen: set[tuple[str, str]] = set()
    for number, cells in rows[1:] if columns else rows:
        people = [_by_columns(number, cells, columns)] if columns else list(_by_place(number, cells))
        for one in people:
            if not one.name and not one.email:
                found.problems.append(Problem(number, "name", "no name and no e-mail"))
            elif (key := (one.email or fold(one.name), "" if one.email else fold(one.organization))) not in seen:
                seen.add(key)
                found.lines.append(one)
    return found


def _rows(text: str, problems: list[Problem]) -> list[tuple[int, list[str]]]:
    """The lines that hold something, each with its number, in cells."""
    lines = [line.strip("\ufeff \r") for line in text.replace("\x00", "").splitlines()]
    full = [(number, line) for number, line in enumerate(lines, start=1) if line.strip(" \t,;|")]
    if len(full) > MOST_LINES:
        problems.append(Problem(full[MOST_LINES][0], "", f"only the first {MOST_LINES} lines were read"))
        full = full[:MOST_LINES]
    delimiter = _delimiter([line for _number, line in full])
    rows = []
    for number, line in full:
        if len(line) > LONGEST_LINE and "<" not in line:
            problems.append(Problem(number, "", "too long for a line of a list"))
            continue
        rows.append((number, _cells(line, delimiter)))
    return rows


def _delimiter(lines: list[str]) -> str:
    """The one that most lines have; a comma where none is in half of them."""
    counts = Counter(sign for line in lines for sign in _DELIMITERS if sign in line)
    best = max(_DELIMITERS, key=lambda sign: counts[sign]) if lines else ","
    return best if 2 * counts[best] >= len(lines) else ","


def _cells(line: str, delimiter: str) -> list[str]:
    if "<" in line and _ADDRESSED.search(line):
        return [line]  # an address book's way of writing, which has commas and semicolons of its own
    with suppress(csv.Error):
        return [tidy(cell) for cell in next(csv.reader([line], delimiter=delimiter), [])]
    return [tidy(cell) for cell in line.split(delimiter)]


def _header(cells: list[str]) -> dict[str, int]:
    """The columns by what they hold; {} where the first line is no header."""
    if any(normal_email(cell) for cell in cells):
        return {}
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        column = _COLUMNS.get(_NOT_WORDS.sub(" ", fold(cell)).strip())
        if column:
            found.setdefault(column, place)
    return found if found.keys() & {"name", "given", "family", "email"} else {}


def _by_columns(number: int, cells: list[str], columns: dict[str, int]) -> AttendeeLine:
    def cell(column: str) -> str:
        place = columns.get(column, len(cells))
        return cells[place] if place < len(cells) else ""

    name = cell("name") or " ".join(filter(None, (cell("given"), cell("family"))))
    return AttendeeLine(number, name[:LONGEST], cell("organization")[:LONGEST], normal_email(cell("email")))


def _by_place(number: int, cells: list[str]) -> Iterator[AttendeeLine]:
    if len(cells) == 1 and (addressed := list(_ADDRESSED.finditer(cells[0]))):
        for one in addressed:
            yield AttendeeLine(number, _turned(one[1])[:LONGEST], "", normal_email(one[2]))
        return
    email = next((address for cell in cells if (address := normal_email(cell))), "")
    words = [cell for cell in cells if cell and not normal_email(cell)]
    name, organization = [*words, "", ""][:2]
    name = tidy(_MARK.sub("", name))
    if not organization and name:
        name, organization = _apart(name)
    if name and not any(sign.isalpha() for sign in name):
        name = ""
    yield AttendeeLine(number, name[:LONGEST], organization[:LONGEST], email)


def _apart(words: str) -> tuple[str, str]:
    if found := _IN_BRACKETS.match(words):
        return found["name"].strip(), found["organization"].strip()
    parts = _DASHED.split(words, maxsplit=1)
    return (parts[0].strip(), parts[1].strip()) if len(parts) == 2 and all(parts) else (words, "")


def _turned(name: str) -> str:
    """'Souza, Ana', as address books write it, is Ana Souza."""
    family, comma, given = tidy(name.strip(" ,;")).partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma and given.strip() else family.strip()
