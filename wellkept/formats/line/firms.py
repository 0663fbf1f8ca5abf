"""Names of organizations at a place in a line."""

from __future__ import annotations

import re

from wellkept.formats.line.flat import flat
from wellkept.formats.line.lexicon import COMMON, ORGANIZATION
from wellkept.formats.line.people import Words
from wellkept.formats.line.vocabulary import is_given

_ORGANIZATION_TOKEN = re.compile(r"[^\s,;:()\[\]!?\"“”„/]+")
_JOINING = frozenset("& of for de des dos das della delle da do del di du für fur and und y e et + the".split())
_ARTICLE = re.compile(
    r"(?:(?:the|der|die|das|dem|la|el|los|las|le|les|a|o|as|os)\s+)?(?:(?:firma|empresa|entreprise|company|startup|start-up|societe)\s+)?"
)


# 'The Guardian', 'La Brasa', 'El Taller': part of the name.
_LARGE_ARTICLE = re.compile(
    r"(?:The|La|El|Los|Las|Le|Les|Die|Der|Das|Os|As)\s+(?!(?:Firma|Empresa|Company)\s)[^\W\d_a-z]"
)


# 'Société Boréale'
_LARGE_FIRM = re.compile(r"(?:Société|Empresa|Entreprise|Startup|Start-[Uu]p)\s+[^\W\d_a-z]")


def organization_at(words: Words, place: int, end: int, *, loose: bool = False) -> tuple[str, int, int] | None:
    """The organization's name that begins at ``place``, after an article or 'Firma'; with ``loose`` also in small letters."""
    article = _ARTICLE.match(words.plain, place, end)
    large = _LARGE_ARTICLE.match(words.text, place, end) or _LARGE_FIRM.match(words.text, place, end)
    start = last = article.end() if article and not large else place
    count = 0
    while count < 7 and (token := _ORGANIZATION_TOKEN.match(words.text, words.skip(last, end), end)):
        if not _goes_on(
            words, token, count, end, loose=loose, small=words.text[start:last].strip().islower() or not count
        ):
            break
        last, count = token.end(), count + 1
        bare = words.plain[token.start() : token.end()].rstrip(".")
        if (
            token[0].endswith((".", "!", "?"))
            and not ORGANIZATION.fullmatch(bare)
            and not _shortened(words, token, end)
        ):
            break
    name = words.text[start:last].rstrip(" .,;:!?&-–")
    if not any(char.isalnum() for char in name):
        return None
    if not _NAMED_SO.match(words.plain, start + len(name)):
        name = re.sub(r"['’]s$", "", name)
    if flat(name) == "the":
        return None
    return name if words.language != "en" and not words.text.islower() else _company(name), start, start + len(name)


# "at Lowe's", and not "Acme's offsite": nothing follows that could be theirs.
_NAMED_SO = re.compile(
    r"\s*(?:$|[^\w\s'’-])|\s+(?:on|in|at|and|for|from|since|as|with|w/|who|via|to|by|last|this|next|yesterday|today|until|where|is|was|now)(?!\w)"
)
_SHORTENED = re.compile(r"(?:[a-z]|st|ste|mt|ft|dr|prof|mr|mrs|fr|sr|sta)\.")


def _shortened(words: Words, token: re.Match[str], end: int) -> bool:
    """'St. Brendan's Hospital', 'Dr. Oetker': no full stop ends it."""
    large = re.compile(r"\s[^\W\d_a-z]").match(words.text, token.end(), end)
    return bool(large and token[0][0].isupper() and _SHORTENED.fullmatch(words.plain, *token.span()))


def _is_somebody(words: Words, token: re.Match[str], end: int) -> bool:
    """Whether a first and a family name begin here, with what tells of them behind."""
    family = _ORGANIZATION_TOKEN.match(words.text, words.skip(token.end(), end), end)
    if family is None or not family[0][:1].isupper() or not is_given(words.plain[token.start() : token.end()]):
        return False
    return bool(
        re.match(r"\s*(?:\(|,|$|[.;:])|\s+(?:of|from|at|who|are|is|were|both|about)\s", words.plain[family.end() :])
    )


# '9grams', 'quill&co': nothing but a firm is written so.
ODD_BRAND = re.compile(
    r"\d{1,4}(?!(?:st|nd|rd|th|[ap]m|h|k|m|bn|km|kg|min|x|ish|yo|kids|uhr)$)[a-z]{2,}|[a-z]{2,}(?:[&+][a-z]{2,})+"
)


_OF_THE = re.compile(r"de (?:la|las|los|el|les)$")


def _goes_on(words: Words, token: re.Match[str], count: int, end: int, *, loose: bool, small: bool) -> bool:
    """Whether a word is part of an organization's name of which ``count`` words are read, none in large letters if ``small``."""
    plain, word = words.plain[token.start() : token.end()].rstrip(".").removesuffix("'s"), token[0]
    joining = word in ("&", "+")
    if not joining and (words.is_blocked(token.start()) or not any(char.isalnum() for char in word)):
        return False
    if not joining and (word[0].isdigit() or word != word.lower() or word == word.upper()):
        return not (count and plain in ("i", "he", "she"))
    if (
        count
        and words.language in ("es", "fr")
        and _OF_THE.fullmatch(words.plain, max(0, token.start() - 3), token.end())
    ):
        following = _ORGANIZATION_TOKEN.match(words.text, words.skip(token.end(), end), end)
        return bool(following and following[0][:1].isupper())  # 'Banque de la Loire'
    if plain in _JOINING and count:
        following = _ORGANIZATION_TOKEN.match(words.text, words.skip(token.end(), end), end)
        name = re.sub(r"^[ldLD]['’]", "", following[0]) if following else ""
        if following and plain == "de" and words.language in ("es", "fr") and name in ("la", "las", "los", "el", "les"):
            after = _ORGANIZATION_TOKEN.match(words.text, words.skip(following.end(), end), end)
            return bool(after and after[0][:1].isupper())
        if following and plain in ("and", "&", "und", "y", "et", "e") and _is_somebody(words, following, end):
            return False  # 'Banca Sol and Greta Holm of Nordkredit'
        return name[:1].isupper()
    if words.language != "en" and not count and re.fullmatch(r"[a-z]{2,}\d{1,4}", plain):
        return True  # 'lokomotiv21'
    if not count and ODD_BRAND.fullmatch(word):
        return True
    return (
        loose
        and plain not in COMMON
        and count < 3
        and (small or not plain.endswith(("king", "ting", "ring", "ning", "ling", "ed")))
    )


def _company(name: str) -> str:
    return (
        " ".join(word.capitalize() for word in name.split())
        if name.islower() and not ODD_BRAND.fullmatch(name)
        else name
    )
