"""Whose number or address a statement gives, where it says nothing else: 'El nuevo número de Rocío es …', 'Celular do Ezequiel: …'."""

from __future__ import annotations

import re

from wellkept.formats.line.draft import Draft
from wellkept.formats.line.people import name_at

_NEW = r"(?:nuev[oa]|neue[rs]?|nouve(?:au|lle)|nov[oa]|aktuelle[rs]?|actual|atual)"
_OF = re.compile(
    rf"(?:(?:el|la|le|o|a|der|die|das|ein|un|um)\s+)?(?:{_NEW}\s+)?(?:telefono|numero|movil|celular|correo(?:\s+electronico)?|e-?mail(?:-adresse)?|mail(?:-?adresse)?|mailadresse|handy(?:nummer)?|rufnummer|durchwahl|nummer|telefon(?:nummer)?|mobilnummer|portable|telephone|telefone|telemovel|contato|contacto|whatsapp|tel|adresse\s+(?:mail|e-?mail)|endereco\s+de\s+e-?mail|direccion\s+de\s+correo)"
    rf"(?:\s+(?:{_NEW}|movil|mobile|profissional|personal|pessoal|de\s+(?:telefone|telefono|telephone|portable|movil|celular|contacto|contato)))*\s+(?:del?(?:\s+la)?|d[ao]|d'|vo[nm])\s*"
)
_IS = re.compile(
    r"\s*(?:(?:es|est|ist|e|el|le|o|lautet|jetzt|ahora|agora|maintenant|nun|ab\s+sofort)(?!\w)\s*|[:=–-]\s*)*"
)


_NEW_ONE = re.compile(
    rf"\s+(?:hat|tiene|a|tem)\s+(?:jetzt\s+)?(?:(?:eine?|una?|uma?|une)\s+)?{_NEW}\s+(?:handy|mobil)?(?:nummer|numero|telefono|movil|celular|portable|telefone|telemovel|handy|e-?mail|mail|adresse|correo)(?:\s+(?:nuevo|nova|novo))?|\s+(?:tem|tiene)\s+(?:el\s+|o\s+)?(?:numero|telefono|telefone|celular)\s+{_NEW}"
)


def _has_a_new_one(draft: Draft, start: int, end: int) -> bool:
    """'Cem hat eine neue Nummer: +49 …'."""
    words, days = draft.words, {day.start for day in draft.days}
    person = name_at(words, start, end)
    found = _NEW_ONE.match(words.plain, person.end, end) if person else None
    after = _IS.match(words.plain, found.end()) if found else None
    if not person or not after or not any(a <= after.end() < b and a not in days for a, b in words.blocked):
        return False
    draft.add_person(person)
    return True


def owner(draft: Draft, start: int, end: int) -> bool:
    words = draft.words
    if words.language == "en":
        return False
    if _has_a_new_one(draft, start, end):
        return True
    found = _OF.match(words.plain, start, end)
    person = name_at(words, found.end(), end, loose=words.text.islower()) if found else None
    after = _IS.match(words.plain, person.end) if person else None
    days = {day.start for day in draft.days}
    given = after and any(a <= after.end() < b and a not in days for a, b in words.blocked)
    if not person or not given:
        return False
    draft.add_person(person)
    return True
