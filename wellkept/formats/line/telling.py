"""Which words of a statement tell that something passed, and of what kind it was."""

from __future__ import annotations

import re

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.draft import Draft, Passed
from wellkept.formats.line.kind_words import FOR, NOT_YET, PATTERNS
from wellkept.formats.line.lexicon import COMMON
from wellkept.formats.line.people import name_at

FILLER = re.compile(
    r"(?:(?:i|we|just|had|have|has|a|an|the|quick|great|nice|good|lovely|long|short|brief|interesting|finally|again|so|spoke|talked|her|him|them|both|caught\s+up|chatted|today|really|very|productive|super|first|second|another|got|did|took|went|for|out|to|my|our|on|it|was|attended|enjoyed|me|amazing|excellent|spontaneous|surprise|yesterday's|today's|this|morning's|really|random|fun|wonderful|unexpected|kurze[srn]?|kurzer|lange[rs]?|nette[rs]?|gute[rs]?|schone[rs]?|spontane[rs]?|breve|larga|rapido|bref|longa|otimo|off|maybe|perhaps|vielleicht|quizas?|tal\s+vez|a\s+lo\s+mejor|peut-etre|eventuell|talvez|intro|introductory|catch-up|impromptu|weekly|monthly|annual|quarterly|biweekly|fortnightly|regular|yearly|status|planning|strategy|over|informal|virtual|online|in-person|received|sent|joined|grabbed|shared"
    r"|ich|wir|habe|haben|hatte|hatten|war|kurz|nettes?|tolles?|gutes?|ein|eine|einen|mich|uns|heute|gestern|langes|schones|spontanes|mit|zu|beim|zum|auf|noch|am|im|in|einer|einem|den|die|der|das"
    r"|yo|he|hemos|tuve|tuvimos|un|una|me|nos|hoy|ayer|rapido|gran|buena?|larga?|por|la|el|los"
    r"|geschickt|bekommen|erhalten|wieder|endlich|nochmal|lange|ausfuhrlich|spontan|anschließend|danach|letzten|netten?|mande|envie|recibi|le|lo|les|lhe|mandei|enviei|recebi|ganhei|envoye|recu|poste|lui|nos|se|longue|jolie?|belle?|chouette|nouvel|petite|he|hemos|agradable|grata|hoy|por\s+fin|otra\s+vez|de\s+nuevo|enfim|novamente|agradavel|bela?|rapidinha|uma|hab"
    r"|je|j'ai|nous|avons|ai|on|a|eu|pris|bu|une|petit|bon|bonne|rapide|super|fait|passe|le|l'|la"
    r"|eu|tive|tivemos|fiz|um|uma|nos|hoje|ontem|rapida?|boa|bom|otim[oa]|o|tomei|foi)(?!\w)[\s,:!-]*+)*+"
)


# 'Dankeskarte schreiben'.
_TO_DO = re.compile(r"(?:schreiben|schicken|senden|besorgen|kaufen|schenken|beantworten|mailen)\s*$")


# 'met him at the Rotary lunch': the lunch is the gathering.
_MET_AT = re.compile(r"(?:i\s+|we\s+)?met\s[^,;]*?\sat\s+(?:the|an?|her|his|their|our)\s+[^,;]{3,40}$")
# 'at the PTA meeting met Lisa'
_AT_THE = re.compile(r"(?:^|\s)(?:at|after|before|during)\s+(?:the|an?|our|her|his|their|my)\s+(?:[\w'&-]+\s+){0,3}$")
_MET_LATER = re.compile(
    r"(?<!\w)(?:met|saw|spoke|talked|chatted|bumped|ran\s+into|sat\s+next|got\s+talking|introduced)(?!\w)"
)
NOT_AT_ALL = re.compile(
    r"(?<!\w)(?:(?:was|got|is|been|were)\s+(?:cancel+ed|postponed|called\s+off|rescheduled)|fell\s+through|didn't\s+(?:happen|show|turn\s+up|take\s+place))(?!\w)"
)


# 'Hugo da una charla': somebody else's.
_GIVES = re.compile(
    r"(?<!\w)(?:da|dara|dio|imparte|donne|donnera|halt|hielt|deu|gibt|prepara|organiza|organise|organisiert|plant)\s+(?:una?|uma?|eine[nm]?|une)\s+$"
)
_WROTE = re.compile(r"(?:le\s+)?(?:escrib|escrev|ecrit)")


def _in_a_name(draft: Draft, start: int, found: re.Match[str]) -> bool:
    """'(Rift Valley Coffee, sales director)': a word that belongs to a firm's name tells of nothing that passed."""
    text = draft.words.text
    if draft.words.language != "en" or not text[found.start()].isupper():
        return False
    before = re.search(r"([^\W\d_a-z][\w'-]*)\s+$", text[start : found.start()])
    within = text.rfind("(", start, found.start()) > text.rfind(")", start, found.start())
    return within or bool(before and before[1].lower() not in COMMON)


def _of_a_thing(draft: Draft, start: int, found: re.Match[str]) -> bool:
    """'Dog called Bodri': a name that somebody or something has."""
    words, before = draft.words, draft.words.plain[start : found.start()].strip()
    if found[0] != "called" or not before or not re.match(r"\s+[^\W\d_a-z]", words.text[found.end() :]):
        return False
    filled = FILLER.match(before + " ")
    return (
        not (filled and filled.end() > len(before))
        and name_at(words, start, found.start()) is None
        and len(before.split()) < 4
    )


def passing_in(draft: Draft, start: int, end: int) -> tuple[str, re.Match[str]] | None:
    """The kind of what passed and the words that say so."""
    plain, best = draft.words.plain, None
    if NOT_AT_ALL.search(plain, start, end):
        return None
    for kind, pattern in PATTERNS:
        for found in pattern.finditer(plain, start, end):
            if _of_a_thing(draft, start, found) or _in_a_name(draft, start, found):
                continue
            named = found[0] == "called" and re.match(r"\s+[^\W\d_a-z]", draft.words.text[found.end() :])
            if (named or (draft.words.in_small and found[0] == "called")) and re.search(
                r"(?<!\w)(?:(?:(?:an?|the|this|that|some|one|their|her|his)\s+(?:[\w-]+\s+){1,3})|(?:is|are|was|were|someone|somebody)\s+|(?:someone|somebody|guy|woman|man|lady|person|engineer|lawyer|recruiter)\s+(?:from|at|of|in|with)\s+\S+(?:\s\S+)?\s+)$",
                plain[start : found.start()],
            ):
                continue
            if (
                draft.words.language == "de"
                and kind in ("card", "gift", "message", "email")
                and _TO_DO.search(plain, start, end)
            ):
                continue
            if draft.words.language != "en" and _GIVES.search(plain, start, found.start()):
                continue
            if _AT_THE.search(plain, start, found.start()) and _MET_LATER.search(plain, found.end(), end):
                continue
            if kind == "lunch" and _MET_AT.match(plain, start, found.end()):
                continue
            if draft.words.is_blocked(found.start()) or NOT_YET.search(plain[start : found.start()]):
                continue
            at = found.start() + {"met": 1000, "event": 0 if found[0] == "attended" else 500}.get(kind, 0)
            if kind == "email" and best and best[1] == "message" and _WROTE.match(found[0]):
                continue  # 'Escribí a Carla por LinkedIn'
            introduced = kind == "met" or found.start() == start or not best or FOR.search(plain[start : found.start()])
            if introduced and (best is None or at < best[0]):
                best = (at, kind, found)
            break
    return (best[1], best[2]) if best else None


def begins_with(draft: Draft, start: int, found: re.Match[str]) -> bool:
    """Whether nothing but fillers and days stands before the words that say what passed."""
    before = draft.words.plain[start : found.start()]
    for day in draft.days:
        if start <= day.start and day.end <= found.start():
            before = before[: day.start - start] + " " * (day.end - day.start) + before[day.end - start :]
    bare = before.strip(" ,:")
    return not bare or (FILLER.match(bare + " ") or re.match("", "")).end() >= len(bare)  # type: ignore[union-attr]


_INTRODUCED_OVER = re.compile(
    r"(?<!\w)(?:over|on|at|for|during)\s+(?:(?:a|an|the|quick|our)\s+)*(?=(?:lunch|coffee|zoom|teams)(?!\w))"
)


def kind_over(draft: Draft, passed: Passed, start: int, end: int) -> None:
    """'Tom introduced me to Ana over lunch'."""
    over = _INTRODUCED_OVER.search(draft.words.plain, start, end)
    found = passing_in(draft, over.end(), end) if over and passed.kind == "met" else None
    passed.kind = found[0] if found else passed.kind


_SOMETHING_WITH = re.compile(
    r"(?:(?:a|an|the|had|quick|our|el|la|un|una|le|une|o|a|um|uma)\s+)*+(?P<what>[^\W\d_][\w'-]*(?:\s+(?!with)[^\W\d_][\w'-]*){0,3})\s+(?:with|w/|mit|con|avec|com|(?:(?<=drinks\s)|(?<=dinner\s)|(?<=party\s)|(?<=lunch\s)|(?<=do\s))for)\s+"
)
_DONE = re.compile(
    r"(?<!meet)(?<!train)(?<!sail)(?<!hik)(?<!rid)(?<!danc)(?<!ski)(?<!ev)(?<!bowl)(?<!fish)(?<!sight)(?<!tast)(?:ing|ed)(?!\w)|(?<!\w)(?:is|was|are|been|works|lives|goes|deal|help|connect|talk|speak|check|follow|catch|touch|stay|keep|went|married|hat|ist|est|es|e|tem|tiene|a)(?!\w)"
)


_AND_I_DID = re.compile(
    r"[^,;.!?]{2,60}?\sand\s+i\s+(?:both\s+)?(?P<did>had|shared|grabbed|went|ate|walked|hiked|ran|played|sat|cooked|watched|travelled|traveled|flew|danced|worked\s+out|saw\s+each\s+other)(?!\w)"
)


def something_with(draft: Draft, start: int, end: int) -> tuple[str, re.Match[str]] | None:
    """'Happy hour with Nadine', 'Amy and I had ramen': whatever it was, one met."""
    words = draft.words
    both = _AND_I_DID.match(words.plain, start, end) if words.language == "en" else None
    if both and name_at(words, start, both.start("did")):
        did = re.compile(r"\w+").match(words.plain, both.start("did"))
        return ("met", did) if did else None
    found = _SOMETHING_WITH.match(words.plain, start, end)
    if (
        not found
        or words.language in ("es", "fr", "pt")
        or (words.language != "en" and steps.FOLLOW_UP.match(words.plain, start, end))
        or NOT_AT_ALL.search(words.plain, start, end)
        or _DONE.search(found["what"])
        or not name_at(words, found.end(), end)
    ):
        return None
    said = re.compile(re.escape(found["what"])).match(words.plain, found.start("what"))
    return ("met", said) if said else None
