"""What the sender wrote themselves: the mail without what they quoted or passed on."""

from __future__ import annotations

import re

from wellkept.formats.names import fold

LONGEST = 400_000  # characters that are looked at
_WROTE = r"(?:wrote|writes|schrieb(?:en)?|a écrit|écrivait|a ecrit|escribi[oó]|escreveu|ha scritto|scrisse|schreef|skrev|napisał\(?a?\)?|kirjoitti)"
_VERB = re.compile(rf"\b{_WROTE}", re.IGNORECASE)
_BEGINS = re.compile(r"^\W*(?:On|Am|Le|El|Em|A|No dia|Il|Op|Den|Dne|W dniu)\b.{4}", re.IGNORECASE)
_DAY_AFTER = re.compile(r"^\W*(?:on|am|le|el|em)\b.{4,80}:$", re.IGNORECASE)
_STAMPED = re.compile(r"^\d{4}-\d\d-\d\d \d\d?:\d\d.{0,40}<[^>]+@[^>]+>\s?:$")
_OPENS = re.compile(r"^\W{0,3}(?:On|Am|Le|El|Em|A|No dia|Il|Op|Den)\b.{0,120}\d", re.IGNORECASE)
_PASSED_ON = re.compile(
    r"^[\s>*]*(?:[-_=*]{2,}\s*)?(?:original(?: message|e nachricht)?|ursprungliche (?:nachricht|e-?mail)|originalnachricht|forwarded (?:message|by)\b.*|(?:begin )?forwarded message"
    r"|weitergeleitete (?:nachricht|e-?mail)|anfang der weitergeleiteten (?:nachricht|e-?mail)|message (?:d'origine|original|transfere|initial)|debut du message (?:transfere|reexpedie)|message reexpedie|courriel original"
    r"|mensaje (?:original|reenviado)|inicio del mensaje reenviado|mensagem (?:original|encaminhada|reencaminhada)|inicio da mensagem (?:reencaminhada|encaminhada)|e-?mail original|messaggio originale|oorspronkelijk bericht|doorgestuurd bericht"
    r"|reply message|quoted text|antwort auf|original appointment|ursprunglicher termin)\s*:?\s*(?:[-_=*]{2,}.*)?$"
)
_RULED = re.compile(
    r"^[\s>]*[-_=]{2,}\s*(?:original|ursprungliche|forwarded|weitergeleitete?|message|mensaje|mensagem|messaggio|courriel|doorgestuurd|oorspronkelijk)\b"
)
_FROM = re.compile(r"^[\s>*_]*(?:from|von|de|da|expediteur|remitente|desde|mittente|van|fra|fran)\s?\**\s?:\**\s*\S")
_HEAD = re.compile(
    r"^[\s>*_]*(?:sent|date|to|cc|subject|gesendet|datum|an|kopie|betreff|envoye(?: le)?|a|objet|copie|cc|date|enviado(?: el| em| a)?|para|asunto|fecha|assunto|data|inviato|oggetto|verzonden|aan|onderwerp|reply-to|antwort an|importance)\s?\**\s?:\**(?:\s|$)"
)
_QUOTE = re.compile(r"^\s{0,3}(?:[>»›]|\w{1,4}>)")
_BY = re.compile(r"^\s*[-*]*\s*forwarded by .*\d{1,2}[:/]\d\d", re.IGNORECASE)


def own_lines(body: str) -> tuple[list[str], list[int]]:
    """The lines the sender wrote, and where each stands in the mail.

    Quotes are dropped, and nothing is read behind what was passed on or answered above it.
    """
    lines = (
        body[:LONGEST]
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x0b", "\n")
        .replace("\u2028", "\n")
        .split("\n")
    )
    own: list[str] = []
    places: list[int] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if _QUOTE.match(line):
            number += 1
            continue
        if passed_on(lines, number):
            break
        if taken := introduces(lines, number):
            number += taken
            if not _quoted_next(lines, number):
                break
            continue
        own.append(line.replace("\ufeff", "").replace("\u200b", "").replace("\xa0", " ").rstrip())
        places.append(number)
        number += 1
    while own and not own[-1].strip(" _-=*"):
        if re.fullmatch(r"--\s?", own[-1]):
            break
        own.pop()
    return own, places[: len(own)]


def introduces(lines: list[str], number: int) -> int:
    """How many lines say who wrote what follows: 'On Monday, Ana wrote:', which may run over three."""
    line = lines[number]
    if not line.strip() or len(line) > 500:
        return 0
    if _says_who(line) and (line.rstrip().endswith(":") or _quoted_next(lines, number + 1)):
        return 1
    if _OPENS.match(line):
        for count in (2, 3):
            joined = " ".join(part.strip() for part in lines[number : number + count])
            if len(joined) < 500 and joined.rstrip().endswith(":") and _says_who(joined):
                return count
    return 0


def _says_who(line: str) -> bool:
    """'On Monday, Ana wrote:', 'Ana <ana@…> schrieb am Montag:', 'Ana wrote:'."""
    text = line.strip()
    if _STAMPED.match(text):
        return True
    verbs = list(_VERB.finditer(text))
    if not verbs:
        return False
    before, after = text[: verbs[-1].start()], text[verbs[-1].end() :]
    if len(before) > 400 or len(after) > 200:
        return False
    if _BEGINS.match(before) or after.strip() == ":":
        return bool(before.strip())
    addressed = any(sign in before for sign in "<(@")
    return text.endswith(":") and ((addressed and len(after) < 120) or _DAY_AFTER.match(after) is not None)


def _quoted_next(lines: list[str], number: int) -> bool:
    """Whether the next line that is not empty is a quote."""
    following = next((line for line in lines[number : number + 4] if line.strip()), "")
    return _QUOTE.match(following) is not None


def passed_on(lines: list[str], number: int) -> bool:
    """Whether another mail begins here: a ruled heading, or the head of a mail."""
    line = lines[number]
    if not line.strip() or len(line) > 300:
        return False
    words = fold(line)
    if _RULED.match(words) or _BY.match(line):
        return True
    if _PASSED_ON.match(words):
        return "--" in line or "__" in line or _head_follows(lines, number + 1, 5) or words.strip().endswith(":")
    return bool(_FROM.match(words)) and _head_follows(lines, number + 1, 4)


def _head_follows(lines: list[str], start: int, within: int) -> bool:
    following = [line for line in lines[start : start + within + 2] if line.strip()][:within]
    return any(_HEAD.match(fold(line)) or _FROM.match(fold(line)) for line in following)
