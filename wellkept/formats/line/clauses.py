"""Where one thing that a line says ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellkept.formats.line.kin_words import KIN_FIRST
from wellkept.formats.line.lexicon import COMMON, EVENT

# A full stop after one of these ends no sentence.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|sr|sra|srta|herr|hr|fr|dra|m|mme|mlle|mx|rev|ing|mag|dipl|inc|ltd|co|corp|jr|vs|approx|ca|ggf|bzw|z\.b|e\.g|i\.e|etc|nr|no|tel|ext|av|s\.a|lic|eng|arq|geb|mtro|mtra|psic|enf|licda|[a-z])$"
)
# Titles of address, as they are shortened; initials of a name.
_ADDRESS = re.compile(
    r"(?:^|[\s(])(?:hon|rt|col|gen|lt|sgt|capt|maj|cpl|adm|cmdr|msgr|mt|ft|h\.\s?c|h\.\s?e|(?:dr|prof|priv)\.(?:[\s-](?:[a-z]{3,5}|h\.\s?c)\.)*[\s-](?:em|emer|med|phil|jur|iur|rer|nat|oec|pol|techn|habil|mult|vet|dent))$"
)
_INITIALS = re.compile(
    r"(?<!in\sthe\s)(?<!from\sthe\s)(?:^|[\s(])(?!(?:u\.s|u\.k|a\.m|p\.m|e\.u|d\.c|n\.y)$)(?:[a-z]\.)+[a-z]$"
)
_WORD = re.compile(r"[a-z]+")
_MARKS = re.compile(r"[,;\n•·|!?]+|\.(?=\s|$|[\"”)])|:(?=\s|$)|\s(?:-|–|—|->|→|=>|/|\*)\s|—|…|\.{2,}")
# "Ella's kids: Tom (7) and Mia (4)"
_THEIR_KIN = re.compile(
    r"(?:\w\s+(?:needs|wants|offers|can\s+offer|is\s+looking\s+for|looking\s+for)$)|(?:'s|his|her|their|(?:^|[,;.])\s*(?:two|three|four|\d)?)\s*(?:kids|children|sons|daughters|twins|boys|girls|dogs|cats|siblings|parents|grandkids|grandchildren|pets|brothers|sisters)\s*$"
)
# 'Birthday: 3 May' is one statement.
_TO_BE_FILLED = re.compile(
    r"(?:(?:^|\W)(?:remember|don't\s+forget|note|(?:phone\s+)?number\s+has\s+changed(?:\s+to)?|(?:new\s+|work\s+|private\s+|mobile\s+)*(?:number|num|cell|mobile|phone|e-?mail|mail|landline|tel|whatsapp)\s+(?:for|of)\s+[a-z'-]+(?:\s+[a-z'-]+)?|[a-z]+'s\s+(?:new\s+|work\s+|private\s+|mobile\s+)*(?:number|num|cell|mobile|phone|e-?mail|mail|landline|tel|whatsapp)|(?:birthday|bday|(?:wedding\s+|work\s+)?anniversary)(?:\s+of\s+[a-z'-]+(?:\s+[a-z'-]+){0,2})?|bday|(?:phone\s+)?number(?:\s+has\s+changed)?(?:\s+to)?|e-?mail(?:\s+address)?(?:\s+has\s+changed)?(?:\s+to)?|anniversary(?:\s+(?:at|with)\s+[^,;:.()]{2,40})?|re|born|next\s+steps?|action(?:\s+item)?|to-?do|ne\s+pas\s+oublier|no\s+olvidar|nao\s+esquecer|nicht\s+vergessen|pendiente|tarea|recordar|pense-bete|memo|merkzettel|ojo|achtung|wichtig|recordatorio|erinnerung|aufgabe|rappel|pendencia|tarefa|lembrete|notiz|nachster?\s+schritte?|proximos?\s+pass?os?|prochaines?\s+etapes?)|(?:geburtstag|hochzeitstag|cumpleanos|cumple|anniversaire|aniversario|niver)(?:\s+(?:von|de|da|do|del|d[eu']?)\s*(?:[a-z]+\s*){1,7})?)\s*$"
)
# A subject, which is no statement.
_NAME = re.compile(r"[^\W\d_]+|[^\W\d_a-z][^\s,]*(?:\s[^\W\d_a-z][^\s,]*){1,2}")
_SEVERAL = re.compile(
    r"(?:with|w/|met|saw|into|mit|con|avec|com)\s+(?:the|our|my|their|some|two|three|das|die|den|dem|el|los|la|les|o|os|a)\s+(?:[\w'.&-]+\s+){0,2}?[\w-]*(?:team|folks|guys|people|crew|gang|delegation|group|neighbou?rs?|twins|brothers|sisters|siblings|couple|family|interns?|founders|co-?founders|owners|colleagues|parents|students|ladies|equipo|equipe|equipa|leute|nachbarn|vecinos|voisins|vizinhos)(?:\s+(?:from|of|at|von|de|da|do|bei|chez)\s+[\w.&-]+(?:\s+[\w.&-]+)?)?(?:\s+(?:yesterday|today|(?:on|last|this|at)\s[^:;.,()]{2,30}))?\s*$"
    r"|(?<!\w)(?:das|dem|den|die|vom|beim|al|del|el|la|l'|o|ao|le|les|los|as?|aux?)\s*(?:[\w'.&-]+\s+){0,2}?[\w-]*(?:team|leute|truppe|equipo|equipe|equipa|delegation|delegacion|delegacao|gente|pessoal|turma|galera|time(?=\s+d[aoe]\s)|elenco|cuadrilla|bande|mannschaft|runde|grupo|groupe|jungs|kollegen|kolleginnen|grunder(?:n|innen)?|vertretern?|mitarbeitern?|inhabern?|eltern|fundadores|fondateurs|socios|associes)(?:\s+(?:von|vom|del?(?:\s+chez|\s+la)?|da|do|bei|chez|d')\s*[\w.&-]+(?:\s+[\w.&-]+)?)?(?:\s+(?:\w+\s+){0,2}(?:kennengelernt|getroffen|besucht|gesehen|kennen\s+gelernt|gesprochen|gegessen|getrunken|telefoniert|gezoomt|geredet|unterhalten))?\s*$"
    r"|(?<!\w)(?:con|com|avec|mit)\s+(?:los|las|os|as|ceux|celles|denen|die|den)\s+(?:del?|d[ao]s?|vo[nm])\s+(?:la\s+)?[\w.&-]+(?:\s+[\w.&-]+)?\s*$"
)
# The number stands after the mark.
_LABELLED = re.compile(
    r"(?<!\w)(?:(?:her|his|their)\s+(?:new\s+|private\s+|work\s+|direct\s+)?(?:cell|mobile|phone|number|tel|landline|line)|numero|nummer|handynummer|telefon\w*|telephone|movil|celular|telemovel|portable|handy|e-?mail|mail|correo|courriel|contacto|contato)(?:\s+(?:(?:nuevo|novo|nova)|de\s+(?:telefono|telefone|telephone|portable)))?(?:\s+(?:del?|d[ao]|vo[nm]|d')\s*(?:la\s+)?[a-z][\w'-]*(?:\s+[a-z][\w'-]*){0,3})?(?:\s+(?:es|ist|est|e))?\s*$"
)
_PROMISED = re.compile(r"(?:versprochen|verspricht|gesagt|angeboten|zugesagt|vorgeschlagen|bietet\s+an)$")
_NUMBERED = re.compile(
    r"\D{0,2}\d{1,3}\.\s+(?:geburtstag|hochzeitstag|jahrestag|jubilaum|firmenjubilaum|dienstjubilaum)"
)
# What begins a new statement in a line without commas, or after 'and'.
STARTS = (
    r"(?:send|share|forward|email|intro|introduce|call|text|remind|remember|show|give|lend|bring)(?=\s+(?:her|him|them|me|again|back|us)\b)|(?:send|share|forward)(?=\s+(?:the|my|a|over)\s)|(?:ping|follow[\s-]?up|check\s+(?:back\s+)?in|reconnect|touch\s+base|get\s+back(?!\s+to\s+(?:me|us))|circle\s+back|catch\s+up\s+again)(?=\s+(?:her|him|them|me|in|on|with|to|again|next|tomorrow|by|back|early|mid|after|before|end)\b)"
    r"|(?:she|he|they)(?:'s|'ll|'re|'d|\s+(?:is|has|had|will|shall|pledged|agreed|would|can|could|works?|worked|wants?|needs?|loves?|likes?|hates?|lives?|promised|said|offered|owes?|just|also|knows?|used|moved|plays?|runs?|mentioned|asked|seems?|was|are|have|used|told|offers?|studie[sd]|speaks?|started|joined|left|enjoys?|recently|might|may|turns|turned|plans|got|married))"
    r"|i(?:'ll|\s+(?:owe|promised|need|will|shall|must|should|said|have|told|offered|want|am|might))\b|loves?\s+\w|likes?\s+\w|hates\s+\w|(?:is\s+)?looking\s+for|needs\s+\w|wants\s+to|works\s+(?:at|for|as|in)|lives\s+in|has\s+(?:a|an|two|three|four|one|\d|just|been|kids|no)\b|moved\s+to(?!\s+\d)|moving\s+to|owes\s+(?:me|us)|(?:one|two|three|four|five|\d)\s+(?:kids?|children|daughters?|sons?|dogs?|cats?|boys|girls)\b"
    r"|promised\s+(?:to|her|him|them|me)|offered\s+to|can\s+(?:help|offer|introduce|get)|via\s+\w|introduced\s+by|through\s+[a-z]+(?:\s+[a-z]+)?$|allergic\s+to|(?:her|his|their)\s+(?:birthday|wife|husband|partner|son|daughter|kids|email|phone|number|dog|cat|boss|sister|brother)\b|birthday\s+(?:on|is)|speaks\s+\w|plays\s+(?:the\s+)?\w|interested\s+in|runs\s+\w"
    r"|(?:er|sie)\s+(?:ist|hat|will|sucht|schickt|wohnt|arbeitet|braucht|mag|liebt|kann|stellt|kommt|bietet|meldet|spielt|zieht|mochte|wird)|ich\s+(?:schicke|muss|soll|habe|will|melde|schulde|werde|rufe|stelle|besorge)|sucht\s+\w|braucht\s+\w|wohnt\s+in|arbeitet\s+bei|liebt\s+\w|hat\s+(?:zwei|drei|ein|eine|einen|\d)\b|(?:zwei|drei|vier)\s+kinder|bietet\s+\w|schick(?:e)?\s+(?:ihr|ihm)|melden\s+am"
    r"|(?:ella|el)\s+(?:es|tiene|busca|necesita|me|va)(?!\w)|tiene\s+(?:dos|tres|un|una|\d)\b|busca\s+\w|necesita\s+\w|vive\s+en|trabaja\s+en|le\s+(?:encanta|gusta|mando|envio|debo)\b|me\s+(?:va\s+a|debe|enviara|mandara|presentara)|ofrece\s+\w|le\s+encant\w+"
    r"|(?:elle|il|on|elles|ils)\s+(?:m'[a-z]+|nous|lui|leur|envoie|enverra|peut|veut|vient|rappelle)(?!\w)|je\s+(?:l'|la|le|les|leur|vous)\s*[a-z]|(?:eu\s+)?fiquei\s+de|eu\s+(?:mando|envio|apresento|tenho|devo|ligo|passo|prometi|combinei|levo|fico)(?!\w)|(?:ela|ele)\s+(?:manda|envia|apresenta|liga|ficou|prometeu|responde|avisa|confirma|pode|passa)(?!\w)|yo\s+(?:le|les|la|lo|mando|envio|tengo|debo|presento|paso)(?!\w)|(?:ella|el)\s+(?:nos|manda|envia|puede|quedo|prometio)(?!\w)"
    r"|(?:elle|il)\s+(?:est|a|cherche|va|me|m'a|habite|travaille|doit|veut|propose)(?!\w)|cherche\s+un|habite\s+a|travaille\s+chez|adore\s+\w|deux\s+enfants|lui\s+envoyer|a\s+besoin|propose\s+de|j'ai\s+promis|je\s+(?:dois|lui|vais)"
    r"|(?:ela|ele)\s+(?:e|tem|vai|me|procura|mora|precisa|trabalha|quer|adora)(?!\w)|procura\s+um|precisa\s+d|mora\s+em|trabalha\s+n|adora\s+\w|tem\s+(?:dois|duas|tres|um|uma)\b|vai\s+me|oferece\s+\w"
)
# 'her son Max plays the trumpet' is one statement.
_KIN_FIRST = re.compile(
    r"(?:(?:and|but|also|plus|so|because|while|although|though)\s+)*+(?:(?:her|his|their|my|our|the|its|new|old|whole|eldest|oldest|youngest|younger|older|elder|little)\s+(?!(?:the|and|but|is|was|has)(?!\w))(?:[a-z'-]+\s+){0,2}?[a-z'-]+"
    r"|(?:[a-z]+\s+)?(?:son|daughter|wife|husband|partner|brother|sister|mother|father|mom|mum|dad|boss|girlfriend|boyfriend|dog|cat|team|company|firm|startup)(?:\s+[a-z]+)?)"
)
# 'Sam told me his brother Theo is looking for an internship'
_TOLD = re.compile(
    r"^[a-z'-]+(?:\s[a-z'-]+)?\s+(?:told\s+(?:me|us)|says|said|mentioned|mentions|thinks|reckons)\s+(?:that\s+)?(?=(?:her|his|their)\s)"
)
# "d'ici vendredi lui envoyer …" is one statement.
_DAY_FIRST = re.compile(
    r"(?:d'ici|avant|pour\s+l|le\s|la\s|dans|demain|apres-demain|(?:lun|mar|mercre|jeu|vendre|same)di|bis|am\s|morgen|ubermorgen|nachste|ate\s|n[ao]\s|em\s|daqui|amanha|antes|para\s|hasta|el\s|manana|pasado|dentro|en\s)"
)
_START = re.compile(rf"(?<![\w'-])(?:{STARTS})")
_AND = re.compile(
    rf"\s+(?:and|but|und|aber|y|e|et|pero|mais|mas|sowie|who|also|plus|then)\s+(?=(?:{STARTS}|will\s+\w|[a-z-]+'s\s+(?:(?:birthday\s+)?is\s+)?(?:on\s+)?(?:the\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?:is|was)\s+(?:\w{{2,}}ing\b|after\s|in\s+need|happy\s+to|willing\s+to|able\s+to|allergic)|seeks\s|offers\s|(?:le\s+|lhe\s+)?prometi\s|promis\s+(?:de\s|d'|a\s)|fiquei\s+de\s|quede\s+en\s|(?:ihm|ihr|ihnen)\s+(?:\w+\s+)*?versprochen(?!\w)|je\s+(?:lui\s+)?dois\s|tengo\s+que\s|hay\s+que\s|tenho\s+(?:que|de)\s|procuram?\s+\w|cherche(?:nt)?\s+\w|van?\s+a\s+\w+r(?:me|nos|l[aeo]s?)(?!\w)|vai\s+(?:me|nos)\s|va\s+(?:me|nous)\s|va\s+m'|(?:schickt|gibt|stellt|bringt)\s+(?:mir|uns)\s|meldet\s+sich|(?:me\s+|nos\s+)?(?:prometio|prometeu|promete|quedo\s+en|ficou\s+de|promet\s+de|verspricht)(?!\w)|(?:learn(?:ed|t)|heard|found\s+out)\s+(?:that\s+)?(?:she|he|they|his|her|their)(?:\s|')))"
)
_COUPLE = re.compile(
    r"(?:her|his|their)\s+(?:new\s+|old\s+|younger\s+|older\s+)?(?:wife|husband|partner|spouse|sister|brother|son|daughter|boss|manager|colleague|assistant|friend|mother|father|mum|mom|dad|cousin|deputy|co-founder|cofounder|girlfriend|boyfriend|fiancee?|lawyer|agent|intern)"
)
_PLAIN_START = re.compile(rf"\s+(?=(?:{STARTS}))")
# Words after which a start is none: 'offered to send her'.
_HELD = re.compile(
    r"(?:[&+]|\b(?:ask|asks|asked|tell|tells|told|call|email|send|give|show|bring|introduce|invite|help|thank|remind|phone|text|visit|see|join|support|involve|copy|cc|loop\s+in|pick\s+up|check\s+with|talk\s+to|speak\s+to|whether|after|before|once|than|although|though|while|whereas|since|until|unless|know|knows|whose|whom|to|will|shall|'ll|would|must|should|can|could|may|might|not|that|who|which|if|because|when|where|what|how|as|i|i'd|she'd|he'd|they'd|we'd|i've|he|she|they|we|you|please|replied|mentioned|confirmed|me|us|happy|merry|thinks|believes|claims|told|\d+(?:st|nd|rd|th)|met|saw|visited|called|emailed|texted|meet|let|and|or|just|really|also|the|a|an|of|says|said|thinks|hopes|like|is|are|am|was|be|has|have|had|do|does|did|don't|doesn't|promise|promised|need|needs|owe|wants|want|offered|currently|now|still|always|never|already|her|his|my|their|reminder|todo|"
    r"dass|ob|weil|wenn|und|zu|muss|soll|will|kann|wird|er|sie|ich|der|die|das|noch|gerade|auch|que|si|porque|no|me|le|se|y|o|ella|de|debo|tengo|hay|ya|tambien|qui|qu'il|qu'elle|il|elle|je|ne|lui|on|dois|va|vais|em|ela|ele|eu|vou|nao|na|vai|tenho|da|do|a|el|don't\s+forget)|i'll|he'll|she'll|they'll|we'll|let's|to\s+do|remember\s+to|he's|she's|they're|i'm|it's|for|on|with|in|at|by|about|\w+'s)[:,]?$"
)


# What stands in brackets and is a statement by itself.
_STATED = re.compile(
    rf"(?:{STARTS}|born|birthday|b-?day|turn(?:s|ed|ing)\s+\d|married|divorced|single\s+(?:mum|mom|dad|father|mother)|vegan|vegetarian|gluten|lives|works|(?:one|two|three|four|five|six|\d)\s+(?:\w+\s+)?(?:kids?|children|daughters?|sons?|dogs?|cats?|boys|girls|twins)|(?:new|just|recently|formerly)\s+\w+|\w+s\s+(?:the|a|an|in|to)\s)"
)
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)(?=\s*(?:[,;.:!?\n]|$|\s-\s))")
_PLACE_OR_DAY = re.compile(rf"(?:{EVENT.pattern})$")


@dataclass(frozen=True)
class Clause:
    """``after`` is the mark that stands before it: ',' ';' '.' ':' '\n' '(' or '' at the start and after 'and'."""

    start: int
    end: int
    after: str = ""
    asked: bool = False  # a question mark ends it


def clauses(
    text: str, plain: str, held: Sequence[tuple[int, int]], days: Sequence[tuple[int, int]] = ()
) -> list[Clause]:
    """``held`` are places that no mark divides: days, addresses, numbers, what stands in brackets."""
    parts: list[Clause] = []
    start, after = 0, ""
    opened = _opened(plain, days)
    held = [one for one in held if one not in opened]
    brackets = [mark for a, b in opened for mark in re.compile(r"[()]").finditer(plain, a, b)]
    for mark in sorted([*_MARKS.finditer(plain), *brackets], key=lambda one: one.start()):
        if any(a <= mark.start() < b and not _ends(text, mark, b) for a, b in held) or _divides_nothing(
            text, plain, mark
        ):
            continue
        parts += _divided(text, plain, start, mark.start(), after, asked="?" in mark[0], held=held)
        start, after = mark.end(), mark[0].strip()[:1] or "\n"
    parts += _divided(text, plain, start, len(text), after, asked=False, held=held)
    trimmed = (_trim(text, part) for part in parts)
    return [part for part in trimmed if part.start < part.end]


def _opened(plain: str, days: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Brackets at an end that hold statements: '… (lives in Leeds; two kids)'; after a day or a gathering they hold nothing else."""
    opened = []
    for found in _BRACKET.finditer(plain):
        inside = re.split(r"\s*[,;]\s*", found["inside"].strip())
        if not found["inside"].strip() or _SEVERAL.search(plain[max(0, found.start() - 60) : found.start()]):
            continue
        before = any(b == found.start() for _a, b in days) or _PLACE_OR_DAY.search(plain, 0, found.start())
        if before or any(_STATED.match(part) for part in inside):
            opened.append((found.start("inside") - 1, found.end("inside") + 1))
    return opened


_STEP = re.compile(r"(?:f/u|ping|follow\s+up|touch\s+base|check\s+in|send|call|text|email|nudge)(?!\w)")


def _ends(text: str, mark: re.Match[str], end: int) -> bool:
    """'… on 12 Nov. Vegan': the full stop of a month that is the sentence's too."""
    place = mark.start()
    return (
        mark[0] == "."
        and place == end - 1
        and text[place - 1].isalnum()
        and (text[place + 2 : place + 3].isupper() or bool(_STEP.match(text, place + 2)))
    )


def _divides_nothing(text: str, plain: str, mark: re.Match[str]) -> bool:
    if mark[0] == ".":
        return _is_short(text, plain, mark.start()) or bool(_NUMBERED.match(plain, max(0, mark.start() - 3)))
    if mark[0].strip() in (",", ":") and _SEVERAL.search(plain[max(0, mark.start() - 60) : mark.start()]):
        return text[mark.end() : mark.end() + 2].lstrip()[:1].isupper()
    if (
        mark[0] == ","
        and text[mark.start() - 1 : mark.start()].isdigit()
        and re.match(r"\d{3}(?!\d)", text[mark.end() :])
    ):
        return True  # '£40,000'
    if mark[0].strip() == ",":
        return bool(_PROMISED.search(plain[max(0, mark.start() - 20) : mark.start()]))
    if mark[0].strip() == ":" and _LABELLED.search(plain[max(0, mark.start() - 60) : mark.start()]):
        return bool(
            re.match(
                r"\s*(?:[+(]?\s?\d[\d\s()/.-]{5,}|[\w.+-]+@|[\w-]+(?:\.[\w-]+)+(?=\s*(?:$|[,;)]|\.(?:\s|$))))",
                plain[mark.end() : mark.end() + 40],
            )
        )
    if mark[0].strip() == ":" and _THEIR_KIN.search(plain[max(0, mark.start() - 40) : mark.start()]):
        return True
    return mark[0] == ":" and bool(_TO_BE_FILLED.search(plain[max(0, mark.start() - 60) : mark.start()]))


def _is_short(text: str, plain: str, place: int) -> bool:
    if re.search(r"(?:^|\s)(?:inc|ltd|co|corp|etc|jr)$", plain[max(0, place - 8) : place]) and re.match(
        r"\.\s+[^\W\d_a-z]", text[place : place + 4]
    ):
        return False
    before = plain[max(0, place - 24) : place]
    return bool(_SHORT.search(before[-8:])) or (
        text[place + 1 : place + 2] == " "
        and bool(_ADDRESS.search(before) or (_INITIALS.search(before) and _goes_on(text, plain, place + 2)))
    )


def _goes_on(text: str, plain: str, place: int) -> bool:
    """Whether a name goes on: 'J.R. Whitcombe' does, 'lives in the U.S. Two kids' does not."""
    word = _WORD.match(plain, place)
    return bool(word and (text[place].islower() or word[0] not in COMMON))


def _divided(
    text: str, plain: str, start: int, end: int, after: str, *, asked: bool, held: Sequence[tuple[int, int]]
) -> Iterator[Clause]:
    """Statements without a mark between them: '… she has two kids send her the deck'."""
    place = start
    while place < end:
        cut = _cut(text, plain, place, end, held)
        if cut is None:
            break
        yield Clause(place, cut[0], after)
        place, after = cut[1], ""
    yield Clause(place, end, after, asked)


def _cut(text: str, plain: str, start: int, end: int, held: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    for pattern in (_AND, _PLAIN_START):
        for found in pattern.finditer(plain, start + 1, end):
            before = plain[start : found.start()].strip()
            if not before or any(a <= found.start() < b for a, b in held):
                continue
            couple = _COUPLE.match(plain, found.end()) if pattern is _AND else None
            if couple and (
                _NAME.fullmatch(text[start : found.start()].strip())
                or re.match(
                    r"\s+[^\W\d_a-z][\w'-]+(?!\s+(?:is|was|has|works|runs|plays|loves|teaches|will)(?!\w))",
                    text[couple.end() :],
                )
            ):
                continue  # 'dinner with Sofia and her husband Leo'
            if pattern is _PLAIN_START and (
                _HELD.search(before)
                or _KIN_FIRST.fullmatch(_TOLD.sub("", before))
                or KIN_FIRST.fullmatch(before)
                or _NAME.fullmatch(text[start : found.start()].strip())
                or _is_a_day(plain, start, found.start(), held)
            ):
                continue
            if found[0].strip() == "also" and _NAME.fullmatch(text[start : found.start()].strip()):
                continue
            earlier = None if pattern is _PLAIN_START else _cut_plain(text, plain, start, found.start(), held)
            return earlier or (found.start(), found.end())
    return None


def _is_a_day(plain: str, start: int, end: int, held: Sequence[tuple[int, int]]) -> bool:
    begin = start + len(plain[start:end]) - len(plain[start:end].lstrip())
    return _DAY_FIRST.match(plain, begin) is not None and any(a <= begin and end <= b for a, b in held)


def _cut_plain(text: str, plain: str, start: int, end: int, held: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    for found in _PLAIN_START.finditer(plain, start + 1, end):
        before = plain[start : found.start()].strip()
        if (
            before
            and not _HELD.search(before)
            and not _KIN_FIRST.fullmatch(_TOLD.sub("", before))
            and not KIN_FIRST.fullmatch(before)
            and not _NAME.fullmatch(text[start : found.start()].strip())
            and not _is_a_day(plain, start, found.start(), held)
            and not any(a <= found.start() < b for a, b in held)
        ):
            return found.start(), found.end()
    return None


_EDGE = ' \t\n-–—•*·"“”„«»→>'


def _trim(text: str, part: Clause) -> Clause:
    start, end = part.start, part.end
    while start < end and (text[start] in _EDGE or _is_picture(text[start])):
        start += 1
    while end > start and (text[end - 1] in _EDGE + ".:," or _is_picture(text[end - 1])):
        end -= 1
    return Clause(start, end, part.after, part.asked)


def _is_picture(char: str) -> bool:
    return 0x2600 <= ord(char) < 0x2C00 or 0x1F000 <= ord(char) < 0x20000 or ord(char) in (0xFE0F, 0x200D, 0x20E3)
