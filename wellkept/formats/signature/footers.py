"""Lines below a signature that say nothing of its owner: notices, what a telephone added, what lists append."""

from __future__ import annotations

import re

from wellkept.formats.names import fold
from wellkept.formats.signature.closings import begins_legal, is_machine_line, is_register_line

_LIST = re.compile(
    r"^\W*(?:to unsubscribe|unsubscribe|you received this (?:message|email)|you are receiving|this list|mailing list|to post to this|visit this group|manage your|.{0,40}mailing list$|abmelden|newsletter abbestellen|se desabonner|cancelar (?:la |a )?(?:suscripcion|inscricao))"
)


def without_footers(lines: list[str]) -> tuple[list[str], list[int]]:
    """The lines that are none, and where each of them stands among all."""
    kept: list[str] = []
    places: list[int] = []
    inside = False
    for number, line in enumerate(lines):
        if not line.strip():
            inside = inside and _prose_follows(lines, number)
        elif (is_machine_line(line) and len(line) < 160) or (is_register_line(line) and number):
            inside = False
            continue
        elif begins_legal(line) and _is_notice(lines, number):
            inside = True
        elif _LIST.match(fold(line)):
            break
        if inside:
            continue
        kept.append(line)
        places.append(number)
    return kept, places


def _is_notice(lines: list[str], number: int) -> bool:
    """A notice is long, or is its heading alone; what only begins like one, near the top of a mail, is a sentence of it."""
    paragraph = " ".join(_paragraph(lines, number)).strip()
    words = fold(paragraph)
    telling = (
        "confidential", "vertraulich", "confidentiel", "confidencial", "intended", "empfanger", "destinat", "recipient", "privileged", "imprim", "print", "drucken", "ausdruck",
        "environment", "umwelt", "environnement", "medio ambiente", "meio ambiente", "planet", "disclaimer", "virus", "privacy", "datenschutz", "proteccion de datos", "aviso legal",
        "legal notice", "haftung", "rgpd", "gdpr", "dsgvo", "lgpd", "in error", "irrtumlich", "par erreur", "por error", "por engano",
    )  # fmt: skip
    return any(word in words for word in telling) and (number > 0)


def _paragraph(lines: list[str], number: int) -> list[str]:
    taken = []
    for line in lines[number : number + 30]:
        if not line.strip():
            break
        taken.append(line.strip())
    return taken


def _prose_follows(lines: list[str], number: int) -> bool:
    """Whether a notice goes on behind an empty line: with a paragraph of long lines."""
    following = next((line for line in lines[number:] if line.strip()), "")
    return len(following.split()) > 9 or begins_legal(following)
