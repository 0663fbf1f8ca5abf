"""Postal addresses, line by line."""

from __future__ import annotations

import re
from functools import lru_cache

from wellkept.formats.fields.organizations import has_form
from wellkept.formats.names import fold

_STREETS = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|place|plaza|parkway|pkwy|highway|hwy|terrace|crescent|close|quay|wharf"
    r"|mews|row|broadway|way|circle|park|alley|gate|hill|yard|walk"
    r"|rue|avenue|av|bd|boulevard|allee|allees|impasse|chemin|quai|cours|place|route|faubourg|passage|villa|esplanade"
    r"|calle|c|avda|avenida|paseo|plaza|pza|carrera|cra|cl|ronda|camino|carretera|ctra|pasaje|gran via|via|passeig|carrer|travesia|glorieta|poligono|urb"
    r"|rua|r|praca|largo|travessa|tv|alameda|al|estrada|rodovia|rod|avenida|lgo|beco|quinta|urbanizacao"
    r"|platz|gasse|allee|weg|ring|ufer|damm|strasse|str|straat|laan|gracht|plein|kai|steig|markt|am|an der|im|zum|unter den)\b\.?"
)
_COMPOUND = re.compile(
    r"[^\W\d_]{2,}(?:strasse|straße|str|gasse|platz|weg|allee|ring|ufer|damm|steig|hof|markt|graben|kai|zeile|berg|straat|laan|gracht|plein|gatan|vägen|vej|gade|veien)\b\.?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:^|[\s,])(?:n[°ºo.]\s?)?\d{1,5}\s?(?:[a-zA-Z]\b|bis|ter)?(?:\s?[-–/]\s?\d{1,4}[a-zA-Z]?)*(?:$|[\s,])"
)
_POSTCODES = (
    re.compile(
        r"\b(?:[A-Z]{1,3}[-–\s])?\d{4,5}\s+[A-ZÀ-ÖØ-Þ][^\W\d_]+"
    ),  # 10115 Berlin, A-1010 Wien, CH-8001 Zürich, 75002 Paris
    re.compile(r"\b[A-Z][\w.]+(?:\s[A-Z][\w.]+)*,?\s+[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?\b"),  # Summit, NJ 07901
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"),  # EC1A 1BB
    re.compile(r"\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"),  # M5V 2T6
    re.compile(r"\b\d{5}-\d{3}\b"),  # 01310-100
    re.compile(r"\b\d{4}-\d{3}\b\s+[A-ZÀ-ÖØ-Þ]"),  # 1250-096 Lisboa
    re.compile(r"\b\d{4}\s?[A-Z]{2}\s+[A-Z]"),  # 1012 AB Amsterdam
    re.compile(r"\b[A-Z][\w ]+\s(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b"),
    re.compile(r"\b[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*,? (?:C\.?P\.? ?)?\d{5}\b"),  # Ciudad de México 06600
)
_PARTS = re.compile(
    r"\b(?:p\.?\s?o\.?\s?box|postfach|apartado|apdo|caixa postal|b\.?\s?p\.?\s\d|cedex|suite|ste\.?\s\d|floor|fl\.\s?\d|room|rm\.?\s\d|unit\s\d|building|bldg|apt\.?"
    r"|stiege|top\s\d|stock|etage|étage|bâtiment|bat\.|piso|planta|oficina\s\d|of\.\s?\d|andar|sala\s\d|cj\.?\s?\d|conj\.?\s?\d|bloco|edificio|edifício|esc\.|puerta|pta|hinterhaus|4o|\dº|\dth floor)\b",
    re.IGNORECASE,
)
_COUNTRIES = frozenset(
    str.split(
        "germany deutschland austria osterreich switzerland schweiz suisse svizzera france frankreich spain espana spanien portugal brazil brasil usa us"
        " uk england scotland wales ireland mexico argentina colombia chile peru uruguay canada kanada netherlands nederland belgium belgique belgie luxembourg luxemburg"
        " italy italia poland polska sweden norway denmark finland australia india japan liechtenstein ecuador venezuela"
    )
)
_TWO_WORDS = frozenset(
    {
        "united kingdom",
        "united states",
        "united states of america",
        "great britain",
        "new zealand",
        "northern ireland",
        "vereinigtes konigreich",
        "south africa",
        "costa rica",
        "reino unido",
        "estados unidos",
    }
)
_PLACE = re.compile(
    r"^[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[ -][A-ZÀ-ÖØ-Þ]?[^\W\d_]+){0,3},\s*(?:[A-Z]{2}|[A-ZÀ-ÖØ-Þ][^\W\d_]+(?: [A-ZÀ-ÖØ-Þ][^\W\d_]+){0,2})\.?$"
)
_LABEL = re.compile(
    r"^(?:address|adresse|anschrift|office|sitz|dirección|direccion|endereço|endereco|morada|a|adr|add|hq|büro|bureau|oficina|escritório|visit us at)\s*[.:]\s*",
    re.IGNORECASE,
)
LONGEST = 130


@lru_cache(maxsize=4096)
def is_address(text: str) -> float:
    """How surely a line is part of a postal address: a street with a number, a postcode with a town, a box, a country."""
    bare = without_label(text).strip(" .,;|-–•·*")
    if not bare or len(bare) > LONGEST or "@" in bare or "://" in bare:
        return 0.0
    plain = fold(bare)
    score = 0.0
    if _is_street(bare, plain):
        score = 0.85
    if any(pattern.search(bare) for pattern in _POSTCODES):
        score = max(score, 0.85) + 0.08 * (score > 0)
    if _PARTS.search(bare):
        score = max(score, 0.6 if any(map(str.isdigit, bare)) else 0.4)
    if is_country(plain):
        score = max(score, 0.75)
    elif score == 0 and _PLACE.match(bare) and not has_form(bare):
        score = 0.45
    if sum(map(str.isdigit, bare)) > 16 or (len(bare.split()) > 12 and text.rstrip().endswith(".")):
        score *= 0.3
    return score


def is_postal_line(text: str) -> bool:
    """Whether a line has a postcode and a town."""
    return any(pattern.search(text) for pattern in _POSTCODES)


def is_country(plain: str) -> bool:
    """Whether the folded words are the name of a country that addresses often end with."""
    words = fold(plain).strip(" .")
    return words in _COUNTRIES or words in _TWO_WORDS


def without_label(text: str) -> str:
    """'1 Main Street' of 'Address: 1 Main Street'."""
    return _LABEL.sub("", text.strip())


def _is_street(bare: str, plain: str) -> bool:
    if not _NUMBERED.search(bare):
        return False
    if _COMPOUND.search(bare):
        return True
    found = _STREETS.search(plain)
    if not found:
        return False
    words = plain.split()
    # 'in 1999 at 3 st' is none: a street has its number at the beginning, or behind its name.
    return len(words) < 12 and (
        words[0][:1].isdigit() or len(found[0]) > 2 or words[0].rstrip(".") == found[0].rstrip(".")
    )
