"""What passed, by the form of the statement in German, Spanish, French and Portuguese, whatever its verb: 'Tomé unas cervezas con Nahuel',
'Eu Rosalie au bout du fil', 'mit Timo auf ein Bier gewesen'."""

from __future__ import annotations

import re

from wellkept.formats.line import step_words as steps
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.kin_words import KIN_LEADS
from wellkept.formats.line.lexicon import COMMON
from wellkept.formats.line.people import TOKEN, Person, name_at
from wellkept.formats.line.predicates import PREDICATE
from wellkept.formats.line.telling import NOT_AT_ALL
from wellkept.formats.line.vocabulary import is_given, may_be_given

Passing = tuple[str, re.Match[str]]

# By what means, wherever it is said.
_BY = (
    ("video", r"zoom|skype|teams|facetime|webex|visio|video\w*|gezoomt|geskypt"),
    (
        "call",
        r"tel|tele(?:f|ph)on[a-z]*|bout\s+du\s+fil|coup\s+de\s+fil|(?:am|ans|auf\s+dem|uber|vom)\s+(?:handy|apparat|horer|draht)|an\s+der\s+strippe|angerufen|en\s+ligne|telemovel|celular|movil",
    ),
    ("message", r"whats\w*|linkedin|sms|telegram|signal|instagram|messenger|slack|zap|wasap"),
    ("email", r"(?:e-?)?mails?|correo|courriel|gemailt"),
    ("coffee", r"cafe(?:zinho|cito)?s?(?!\s+da\s+manha)|kaffee|espresso|cortado"),
    ("lunch", r"(?:a|para|pour)\s+(?:comer|almorzar|almocar|dejeuner)|almoco|almuerzo|mittag|mittagessen"),
)
_KINDS = tuple((kind, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)")) for kind, pattern in _BY)
_LEAD = re.compile(
    r"\s*(?:(?:con|avec|com|al?|aos?|as|aux?|de|du|do|da|d'|sur|para|pra|pro|el|la|los|las|le|les|l'|os?|den|die|der|dem|herrn?|frau)(?:\s+|(?<=')))*+"
)
_WITH = re.compile(r"(?<!\w)(?:con|avec|com|c/|al\s+lado\s+de|ao\s+lado\s+d[aeo]|a\s+cote\s+d[eu]|junto\s+a)\s+")
# 'Llamé', 'Visitei', 'Tombé sur' with somebody named after it.
_FIRST = r"(?:(?:hoy|ayer|hoje|ontem|hier|he|ya|me|nos|le|les|lhe|j'ai|je|ai|nous|avons|on|a|suis|acabo\s+de|viens\s+d'|por\s+fin|enfim|enfin)\s+|j'ai\s+)*+"
_DIRECT = {
    "es": (
        ("call", r"(?:llame|llamamos|marque|telefonee|(?:di|hice)\s+(?:un\s+telefonazo|una\s+llamada))(?=\s+al?\s)"),
        (
            "met",
            r"(?:visita|visite|visitamos|salude|recibi|entreviste|atendi|acompane|vi|vimos|pase\s+a\s+(?:ver|saludar|visitar)|me\s+encontre|recibi\s+la\s+visita)(?=\s+(?:al?|de|el|la)\s)",
        ),
        ("met", r"(?:vino|vinieron|aparecio)(?=\s)"),
        ("message", r"(?:conteste|respondi|contacte)(?=\s+(?:con|al?)\s)"),
    ),
    "fr": (
        ("call", r"(?:joint|appele|rappele|telephone|passe\s+un\s+(?:coup\s+de\s+fil|appel))(?=\s)"),
        (
            "met",
            r"(?:eu|visite\s+(?=de\s)|tombee?\s+sur|recu\s+la\s+visite|rendu\s+visite|salue|visite|interviewe|accompagne|accueilli|apercu|revu|rejoint|fait\s+la\s+connaissance|passe\s+chez)(?=[\s'])",
        ),
        ("message", r"(?:contacte|ecrit)(?=\s)"),
    ),
    "pt": (
        ("call", r"(?:eu\s+)?(?:liguei|telefonei)(?=\s+(?:para|pra|pro|aos?|as?|o)\s)"),
        (
            "met",
            r"(?:apanhei|visita|topei\s+com|visitei|recebi(?:\s+a\s+visita)?|cumprimentei|entrevistei|atendi|acompanhei|encontrei|revi|fui\s+ver|fui\s+visitar|dei\s+um\s+oi)(?=\s+(?:aos?|as?|o|os|de|d[ao]|para|pra|pro)?\s*[a-z])",
        ),
        ("message", r"(?:contatei|contactei|respondi)(?=\s)"),
    ),
}
_DIRECTS = {
    language: [(kind, re.compile(rf"\s*{_FIRST}(?P<verb>{verbs})")) for kind, verbs in listed]
    for language, listed in _DIRECT.items()
}
# What is no deed of ours that has passed: what one wants, does always, or what somebody else did.
_NO = re.compile(
    r"(?<!\w)(?:no|nao|ne|n'ai|pas|nicht|nie|nunca|jamas|jamais|tengo|tenemos|hay|quiero|quisiera|queria|debo|debemos|voy|vamos|podria|quiza|quizas|talvez|tal\s+vez|peut-etre|vielleicht|dois|vais|veux|voudrais|faut|il|elle|ella|ellos|ela|ele|eles|ils|elles|tenho|temos|quero|preciso|vou|devo"
    r"|trabajo|trabaja|vive|vivia|colabora|viaja|estudia|esta|estaba|fue|es|era|sera|tiene|ha|han|habia|sigue|sale|juega|se\s+\w+|trabalha|mora|colabora|estuda|viaja|joga|e|foi|tem|travaille|vit|habite|collabore|joue|est|etait|sort|part|bosse|va|vont|familia|problema\w*|contrato|contrat|proyecto|projet|projeto|acordo|acuerdo|accord|comparte|partage|casad[oa]|mariee?|prometi|promis|prometido)(?!\w)"
)
_INFINITIVE = re.compile(r"[a-z]{2,}[aei]r(?:se|l[aeo]s?|me|nos)?|prendre|boire|mettre|faire|refaire|reprendre")
_NOUNS = frozenset(
    "jantar diner dejeuner gouter souper taller atelier bar premier dernier plaisir grand-mere primer".split()
)
# 'Habló con', 'falou com'.
_THEY = {"es": re.compile(r"\w+ó"), "pt": re.compile(r"(?!museu|europeu)\w{3,}(?:ou|eu|iu)")}


def passing_abroad(draft: Draft, start: int, end: int, found: Passing | None) -> Passing | None:
    """``found`` is what the tables of words say, if they say anything."""
    words = draft.words
    if words.language == "en" or NOT_AT_ALL.search(words.plain, start, end):
        return None
    bare = " " * start + draft.without_days(start, end)
    passing = _german(draft, bare, start, end) if words.language == "de" else None
    if words.language != "de":
        passing = _direct(draft, bare, start, end) or _with_somebody(draft, bare, start, end)
    if passing is None:
        return None
    return _by(bare, start) or (found[0] if found and found[0] != "event" else passing[0]), passing[1]


def _by(bare: str, start: int) -> str | None:
    return next((kind for kind, pattern in _KINDS if pattern.search(bare, start)), None)


# 'Visité el taller de Fermín Arce'.
_PLACE_OF = re.compile(
    r"(?:(?:el|la|le|l'|o|a|su|al|ao|os|as)\s*)?(?:taller|estudio|tienda|bodega|casa|finca|fabrica|oficina|despacho|consulta|granja|atelier|boutique|cave|ferme|usine|bureau|cabinet|vignoble|loja|escritorio|quinta|fazenda|adega|galeria|galerie|exposicion|exposicao|exposition|stand|consultorio)\s+(?:del?|d[ao]|d[eu]|d')\s*(?:la\s+)?"
)


_ROLE = re.compile(r"[^\W\d_A-ZÀ-Þ]{4,}\s+(?=[^\W\d_a-zß-ÿ])")


def _somebody(draft: Draft, place: int, end: int) -> tuple[int, Person] | None:
    """Who is named there, after what may stand before a name, and where that ends."""
    words = draft.words
    lead = _LEAD.match(words.plain, place, end)
    begin = words.skip(lead.end() if lead else place, end)
    if kin := KIN_LEADS.match(words.plain, begin, end) or _PLACE_OF.match(words.plain, begin, end):
        begin = kin.end()
    person = name_at(words, begin, end)
    role = None if person else _ROLE.match(words.text, begin, end)
    if role and not COMMON.intersection(words.plain[begin : role.end()].split()):
        begin = role.end()  # 'el portero Ulises'
        person = name_at(words, begin, end)
    return (begin, person) if person else None


def _direct(draft: Draft, bare: str, start: int, end: int) -> Passing | None:
    words = draft.words
    for kind, pattern in _DIRECTS.get(words.language, ()):
        found = pattern.match(bare, start, end)
        if not found or (found["verb"] in ("llame", "marque") and words.text[found.end() - 1] == "e"):
            continue
        lead = _LEAD.match(bare, found.end("verb"), end)
        somebody = _somebody(draft, lead.end() if lead else found.end("verb"), end)
        if somebody and (found["verb"] != "eu" or _by(bare, start)):
            return kind, _at(draft, found.start("verb"), words.plain[found.start("verb") : somebody[0]].rstrip())
    return None


def _at(draft: Draft, place: int, said: str) -> re.Match[str]:
    found = re.compile(re.escape(said)).match(draft.words.plain, place)
    assert found is not None  # the words were read there
    return found


def _with_somebody(draft: Draft, bare: str, start: int, end: int) -> Passing | None:
    """'Salí a correr con Mateo', 'Partie de tennis avec Omar'."""
    words = draft.words
    for lead in _WITH.finditer(bare, start, end):
        before = bare[start : lead.start()].split()
        if not before or len(before) > 8 or _NO.search(bare, start, lead.start()):
            return None
        if _somebody(draft, lead.end(), end) is None:
            continue
        if _begins_otherwise(draft, start, before) or steps.ME_PREFIX.match(words.plain, start, end):
            return None
        said = TOKEN.search(bare, start, lead.start())
        last = before[-1]
        place = bare.rindex(last, start, lead.start())
        return ("met", _at(draft, place, last)) if said else None
    return None


def _begins_otherwise(draft: Draft, start: int, before: list[str]) -> bool:
    """Whether the words begin with somebody's name, with what is to be done, or with what somebody else did."""
    words = draft.words
    first = TOKEN.search(words.text, start)
    if first is None:
        return True
    plain, rest = words.plain[first.start() : first.end()], words.text[first.end() :].lstrip()
    they = _THEY.get(words.language)
    if _INFINITIVE.fullmatch(plain) and plain not in _NOUNS:
        return True
    if they and any(they.fullmatch(one.lower()) for one in words.text[start:].split()[: len(before)]):
        return True
    if may_be_given(plain) and first[0][0].isupper():
        return rest[:1].isupper() or bool(PREDICATE.match(words.plain, first.end()))
    return False


_PARTICIPLE = re.compile(
    r"(?:\w+\s+)*?(?P<done>(?:\w*ge(?!gen)\w{2,}(?:t|en)|\w+iert|besucht|erwischt|erreicht|begegnet|verbracht|empfangen|gewesen|vorbeigeschaut|unterhalten|verabredet|begleitet|unternommen))\s*$"
)
_TO_OBJECT = re.compile(
    r"(?:erwischt|erreicht|angetroffen|getroffen|gesehen|begegnet|begleitet|besucht|gehabt|gelaufen|interviewt|empfangen|begrußt|gesprochen|wiedergetroffen|angerufen|zuruckgerufen|gehort|abgeholt)$"
)
_GERMAN_WITH = re.compile(r"(?<!\w)(?:mit|bei)\s+(?:(?:dem|der|den|meine[mnr]?|unsere[mnr]?|herrn?|frau)\s+)*+")
_GERMAN_NO = re.compile(
    r"(?<!\w)(?:nicht|nie|kein\w*|hat|ist|wird|will|kann|soll|muss|sind|hatte|wurde|wurden|er|sie|es|gern|gerne|seit|immer|oft|bestanden|geboren|verheiratet|geheiratet|umgezogen|gegrundet|gewechselt|gekauft|verkauft|gekundigt|getrennt|verlobt|gebucht|versprochen|geschenkt|geplant|vereinbart|ausgemacht)(?!\w)"
)


def _german(draft: Draft, bare: str, start: int, end: int) -> Passing | None:
    """'Mit Jens eine Runde gejoggt', 'Gestern Karin am Handy erwischt', 'Bin Helga über den Weg gelaufen'."""
    words = draft.words
    done = re.compile(r"[a-zß]+\s*$").search(bare, start)
    participle = _PARTICIPLE.fullmatch(done[0]) if done else None
    if not done or not participle or words.text[done.start()].isupper() or _GERMAN_NO.search(bare, start):
        return None
    said = _at(draft, done.start(), done[0].strip())
    for lead in _GERMAN_WITH.finditer(bare, start, done.start()):
        small = name_at(words, lead.end(), end, loose=True)
        if name_at(words, lead.end(), end) or (small and is_given(small.name.lower().split()[0])):
            return "met", said
    lead_in = re.compile(
        r"\s*(?:(?:ich|hab|habe|bin|haben|wir|heute|kurz|endlich|zufallig|noch|auch|den|die|der|dem|schon|gerade|herrn?|frau)\s+)*+"
    ).match(bare, start)
    person = name_at(words, words.skip(lead_in.end(), end), end) if lead_in else None
    return ("met", said) if person and len(person.name.split()) > 1 and _TO_OBJECT.search(said[0]) else None
