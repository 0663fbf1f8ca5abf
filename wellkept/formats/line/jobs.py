"""Titles and organizations in a statement such as 'CTO at Acme', 'works for Acme as a designer', 'Leiter Einkauf bei Acme'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wellkept.formats.line.firms import organization_at
from wellkept.formats.line.flat import flat
from wellkept.formats.line.lexicon import COMMON, DEPARTMENTS, EVENT, ORGANIZATION, PLACE, TITLE, VENUE
from wellkept.formats.line.people import Words
from wellkept.formats.line.trades_abroad import trade_at
from wellkept.formats.line.vocabulary import is_word

_ARTICLE = re.compile(
    r"(?:(?:she|he|they)\s+)?(?:(?:is|'s|now|new|currently|works?\s+as|working\s+as|as|the|a|an|our|their|its|der|die|das|neuer|neue|als|ist|jetzt|arbeitet\s+als|el|la|un|una|es|como|trabaja\s+(?:como|de)|(?:bosse|travaille)\s+comme|ahora|le|une|est|comme|o|um|uma|e|agora|trabalha\s+como|just\s+became|became|senior_)\s+)*+"
)
_AT = re.compile(r"\s+(?:at|@|w/|with|for|bei|von|vom|chez|en|na|no|da|do|de\s+chez)\s+|\s*@\s*")
# By the language; of several the last, and 'von' and 'do' where there is no other.
_HOUSE = r"klinik\w*|krankenhaus|spital|universitat|uni|hochschule|tu|fh|institut|museum|theater|oper|staatsoper|schule|gymnasium|volksschule|kanzlei|landgericht|amtsgericht|max-planck-institut|lmu|charite|akh"
_AT_IN = {
    "en": re.compile(_AT.pattern + r"|\s+from\s+(?!home|abroad|scratch)"),
    "fr": re.compile(_AT.pattern + r"|\s+(?:a\s+la\s+|a\s+l'|au\s+|aux\s+|a\s+)"),
    "de": re.compile(
        _AT.pattern
        + rf"|\s+(?:am|an\s+der|im|in\s+der|beim|bei\s+der)\s+(?=(?:\w+\s+)?(?:{_HOUSE})(?!\w))|\s+(?:beim|bei\s+der)\s+"
    ),
    "es": re.compile(_AT.pattern + r"|\s+del\s+(?=hospital|instituto|banco|grupo|colegio|museo|ayuntamiento)"),
}
_AT_INITIALS = re.compile(r"\s+(?:am|an\s+der|im|beim)\s+(?=[A-ZÄÖÜ]{2,6}(?:\W|$))")
_RISEN = re.compile(r"promu|nommee?|nombrad|promovid|nomead|ascendid|befordert")
_LOOSELY = ("da", "do", "von", "vom")
# 'the opera of Lille': the town belongs to the name.
_OF_A_TOWN = re.compile(
    r"(?:^|\s|')(?:opera|hospital|hopital|universi\w+|clinica|clinique|museo|museu|musee|teatro|theatre|ayuntamiento|mairie|camara|prefeitura|banco|chu|orchestre|orquesta|orquestra|ecole|escuela|escola"
    r"|lycee|instituto|institut|colegio|colegio|tribunal|puerto|port|aeropuerto|aeroport|metro|conservatoire|conservatorio|filarmonica|philharmonie|sinfonica|diputacion|ville|region|metropole)$"
)
# What an organization is called by at the beginning of its name: 'director of the Institute for Soft Robotics'.
_BY_KIND = re.compile(
    r"(?:the\s+)?(?:institute|museum|ministry|university|school|society|association|cent(?:er|re)|academy|council|federation|guild|chamber|college|hospital|league|union|foundation|library|bureau|trust|committee|commission|alliance|coalition|friends|bank)\s+(?:of|for)\s"
)
# Posts that one has at a firm: 'directora de arte en Palomar'; a lawyer may be one in a town.
_OF_A_FIRM = re.compile(
    r"(?:sub)?(?:director|jef[ea]|gerente|responsable|encargad[oa]|coordinador|supervisor|programador|desarrollador|disenador|analista|redactor|editor|comercial|vendedor|comprador|becari[oa]|controller|recruiter|ceo|cto|cfo|coo|cmo|cofundador|fundador|soci[oa]|consultor|asesor|cientific[oa]\s+de\s+datos|ingenier[oa]\s+de|tecnic[oa]\s+de|product|account|key\s+account|community|presidente|vicepresident[ea]|delegad[oa]|portavoz|secretari[oa]|administrativ[oa]|productor|reponedor|operari[oa]|capataz)"
)
_BY_KIND_ABROAD = re.compile(
    r"(?:(?:la|el|los|las|le|les|a|o|as|os|der|des|dem)\s+|l['’])?(?:Universi|Institut|Museo|Museu|Musée|Hospital|Hôpital|Fundación|Fondation|Fundação|Cámara|Câmara|Chambre|Ayuntamiento|Mairie|Prefeitura|Ministerio|Ministère|Ministério|Escuela|École|Escola|Colegio|Collège|Colégio|Lycée|Teatro|Théâtre|Banco|Banque|Biblioteca|Bibliothèque|Cooperativa|Coopérative|Asociación|Association|Associação|Federación|Fédération|Federação|Sindicato|Syndicat|Orquesta|Orchestre|Orquestra|Opéra|Ópera|Galería|Galerie|Galeria|Editorial|Clínica|Clinique|Centro|Centre|Conservatorio|Conservatoire|Consejo|Conseil|Conselho|Liga|Ligue|Casa|Maison|Bodega|Puerto|Port|Porto|Autoridad|Consorcio|Diputación|Junta|Gobierno|Governo|Agencia|Agence|Agência|Observatorio|Observatoire|Parque|Parc|Tribunal|Cofradía|Confraria|Domaine|Château|Quinta|Finca|Granja|Ferme|Librería|Librairie|Livraria|Imprenta|Astillero|Chantier|Editora|Éditions|Ediciones|Edições|Grupo|Groupe|Compagnie|Compañía|Companhia|Restaurante|Restaurant|Hotel|Hôtel|Padaria|Boulangerie|Panadería|Farmacia|Farmácia|Pharmacie|Taller|Oficina|Atelier|Estudio|Studio|Estúdio|Laborator|Radio|Rádio|Revista|Revue|Journal|Diario|Diário|Jornal|Club|Caja|Caixa|Caisse|Crédit|Mutua|Mutuelle|Quesería|Fromagerie|Vivero|Stiftung|Universität|Hochschule|Klinik|Oper)\w*(?=\s)"
)
# 'conservador del Museo de la Seda': what ends so is somebody's trade, though no table knows it.
_TRADE_AT = re.compile(
    r"(?P<title>[a-z]{2,}(?:or|ora|ero|era|ista|ario|aria|eur|euse|ier|iere|eiro|eira|ante|ente|iste|ien|ienne|log[oa]|logue|graf[oa]|graphe|prof)(?:\s+(?!del?\s|en\s|d[ao]\s|du\s|chez\s)[a-z]{3,}){0,2}?|prof(?:e|esse)?)\s+(?:en|n[ao]|del?|d[ao]|du|de\s+la|a\s+la|a\s+l'|au|chez|d')\s*(?:l[ae]\s+|l'|el\s+)?"
)
_ABROAD = ("es", "fr", "pt")
_SAYS = re.compile(r"(?<!\w)(?:is|was|are|were|has|had|will|called|named)(?!\w)")
_OF = re.compile(r"\s+(?:d'\s*|(?:of|del|des|der|du|de|da|do)(?:\s+|$))")
_WORKS = re.compile(
    r"(?:(?:who|now|also|she|he|they|ella|elle|ela|ele|il|er|sie)\s+)*+(?:works?|working|worked|is\s+working|is\s+now|now|is|was|'s\s+now|arbeitet|ist|jetzt|trabaja|esta|travaille|est|bosse|trabalha|esta)?\s*(?:now\s+|jetzt\s+|ahora\s+|agora\s+|maintenant\s+)?(?P<prep>at|for|with|bei|fur|en|chez|na|no|para|pour|from|of)\s+"
)
_WORKS_VERB = re.compile(
    r"(?:(?:who|now|also|she|he|they|ella|elle|ela|ele|il|er|sie)\s+)*+(?:works?|working|arbeitet|trabaja|travaille|trabalha|bosse)(?:\s+now|\s+jetzt|\s+ahora|\s+agora)?\s+(?:at|for|with|bei|fur|en|chez|na|no|para|pour)\s+"
)
_WORK_AT = ("at", "@", "bei", "chez", "w/", "with", "for")
_FUNCTION = frozenset(
    "csr esg ehs qhse hse dei kyc aml erp crm bi cad cnc r&d rnd hrbp eng mktg fin tech web mobile infra platform hardware software field clinical medical regulatory corporate commercial consumer enterprise global regional national emea apac latam americas europe asia ops bizdev bd dev devrel pr qa rd r&d ux ui cx crm seo ppc gtm revenue merch merchandising ecommerce e-commerce retail programs programmes events facilities fundraising admissions comms biz partnerships channel channels sourcing fulfilment fulfillment production manufacturing maintenance safety security sales marketing engineering data people product products growth operations finance hr design research staff innovation sustainability communications it customer legal security"
    " strategy partnerships talent business content support success technology procurement purchasing quality logistics analytics ai ml machine development account supply brand public risk"
    " compliance training learning education science media communication digital".split()
)
_AS = re.compile(r"\s+(?:as|als|como|comme)\s+(?:(?:a|an|the|ein|eine|un|una|une|um|uma)\s+)?")


@dataclass(frozen=True)
class Job:
    title: str | None
    organization: str | None
    title_at: tuple[int, int]
    organization_at: tuple[int, int]
    end: int
    unsure: tuple[int, int] | None = None  # a town or an organization


def job_at(words: Words, start: int, end: int, *, loose: bool = False) -> Job | None:
    """The job that the statement from ``start`` on tells of, if it begins with one."""
    titled = _titled(words, start, end, loose=loose)
    if titled and words.language == "en" and _SAYS.search(words.plain, *titled.title_at):
        titled = None  # 'assistant is Pepe Ortiz'
    return (
        titled
        or _works(words, start, end, loose=loose)
        or _at_a_firm(words, start, end)
        or _in_a_town(words, start, end)
        or _by_its_form(words, start, end)
    )


_OF_TOWN = re.compile(r"\s+(?:de|en|em|a)\s+")


def _by_its_form(words: Words, start: int, end: int) -> Job | None:
    article = _ARTICLE.match(words.plain, start, end)
    begin = article.end() if article else start
    town = _TOWN[words.language].search(words.plain, begin, end) if words.language in _TOWN else None
    if town and town_after(words, town.start(), end) and trade_at(words, begin, town.start()):
        end = town.start()
    elif (of := _OF_TOWN.search(words.plain, begin, end)) and PLACE.fullmatch(words.plain, of.end(), end):
        if not trade_at(words, begin, of.start()):
            return None
        end = of.start()  # 'naviero de Vigo'
    elif not trade_at(words, begin, end):
        return None
    return Job(words.text[begin:end], None, (begin, end), (end, end), end)


_NONE = re.compile(r"(?!)")


def _titled(words: Words, start: int, end: int, *, loose: bool) -> Job | None:
    article = _ARTICLE.match(words.plain, start, end)
    begin = article.end() if article else start
    found = TITLE.search(words.plain, begin, end)
    if not found or len(words.plain[begin : found.start()].split()) > 3 or _is_no_title(words, begin, found):
        return None
    stop = _stop(words, found.end(), end)
    for place in (one.start() for one in _TOWN.get(words.language, _NONE).finditer(words.plain, found.end(), end)):
        if town_after(words, place, end):
            stop = min(stop, place)
    at = None
    for candidate in _AT_IN.get(words.language, _AT).finditer(words.plain, found.end(), stop):
        if at is None or at[0].strip() in _LOOSELY or candidate[0].strip() not in _LOOSELY:
            at = candidate
    if at is None and words.language == "de":
        at = _AT_INITIALS.search(words.text, found.end(), stop)  # 'Kardiologe am UKE'
    if of_a_house := _of_a_house(words, begin, found.end(), at.start() if at else stop, stop):
        return of_a_house
    organization = organization_at(words, at.end(), stop, loose=True) if at else None
    if at and organization:
        if asked := _asked_where(words, begin, found, at, organization, end):
            return asked
        if at[0].strip() in _WORK_AT or re.search(r"^[^\W\d_a-z]|\d|[A-Z]", organization[0]):
            return _job(words, begin, at.start(), organization)
    if beside := _short_title(words, begin, stop):
        return beside
    for of in reversed(list(_OF.finditer(words.plain, found.end(), stop))):
        organization = organization_at(words, of.end(), stop)
        if organization and words.plain[organization[1] :].split()[0].strip(".,;:()[]!?/") not in _FUNCTION:
            return _job(words, begin, of.start(), organization)
    if len(words.plain[found.end() : stop].split()) > 5:
        return None
    return Job(words.text[begin:stop].strip(" .,"), None, (begin, stop), (stop, stop), stop)


_NO_LONGER = frozenset("former ex one-time erstwhile aspiring amateur hobby keen avid would-be ex-professional".split())


def _is_no_title(words: Words, begin: int, found: re.Match[str]) -> bool:
    """'Karakoram VC', 'Thiel & Partner', 'à la retraite'; and where what stands before it belongs to no post."""
    before = words.plain[begin : found.start()].split()
    if before and _RISEN.match(before[0]):
        return True  # 'promue cheffe de section'
    if found[0] == "vc" and before and words.text[begin].isupper():
        return True
    retired = found[0] == "retraite" and words.text[found.start() : found.end()][-1:] == "e"
    if before[-1:] in (["&"], ["+"]) or retired:
        return True
    if words.language == "en" and before and before[0] in _NO_LONGER:
        return True  # 'former goalkeeper' is a fact
    american = words.text[begin : begin + 2] == "US"
    if any(word in COMMON and not (word == "us" and american) for word in before):
        return True
    return any(words.is_blocked(place) for place in (begin, found.start()))


def _asked_where(
    words: Words, begin: int, found: re.Match[str], at: re.Match[str], organization: tuple[str, int, int], end: int
) -> Job | None:
    """'CTO at Corvid or Corvex'; and 'en X', which may be a town or a firm."""
    nowhere = (begin, begin)
    if either := _EITHER.match(words.text, organization[2], end):
        place = (begin, at.start())
        return Job(
            words.text[slice(*place)], None, place, nowhere, either.end(), unsure=(organization[1], either.end())
        )
    if (
        at[0].strip() in ("en", "a", "in")
        and len(organization[0].split()) == 1
        and not (words.language == "es" and _OF_A_FIRM.match(words.plain, found.start()))
        and not ORGANIZATION.search(organization[0].lower())
    ):
        place = (begin, at.start())
        return Job(words.text[slice(*place)], None, place, nowhere, organization[2], unsure=organization[1:])
    return None


def _of_a_house(words: Words, begin: int, place: int, before: int, stop: int) -> Job | None:
    for of in _OF.finditer(words.plain, place, stop):
        abroad = _BY_KIND_ABROAD.match(words.text, of.end()) if words.language in _ABROAD else None
        house = organization_at(words, of.end(), stop) if abroad or _BY_KIND.match(words.plain, of.end()) else None
        if house and (before == stop or before < house[2]):
            return _job(words, begin, of.start(), house)
    return None


_SHORT_TITLE = re.compile(r"(?:c[a-z]o|vp|md|gf|ceo|pdg|head\s+of\s+\w+)\s+(?=\S)")
_JOINING = frozenset("de du des del da do d en".split())
_VERB = re.compile(r"(?:ed|ing|(?<!sale)(?<!operation)(?<!logistic)(?<!communication)s)$")
_SOME_JOB = re.compile(r"(?P<title>[^\W\d_][\w'-]*(?:\s+[\w'&-]+){0,3}?)(?:\s+(?:at|bei|chez)\s+|\s*@\s*)")


_ONE = re.compile(r"(?:an?|eine?|une?|uma?|una)\s+")  # 'is a restorer at Museum Quist'
_NO_JOB = frozenset(
    "stelle job rolle position puesto trabajo poste emploi emprego cargo role friend mate regular guest customer client patient fan parent"
    " speaker fixture freund freundin kunde kundin gast amigo amiga cliente ami amie client cliente".split()
)


_TOWN = {"de": re.compile(r"\s+(?:in|aus)\s+"), "fr": re.compile(r"\s+a\s+"), "pt": re.compile(r"\s+em\s+")}


def town_after(words: Words, place: int, end: int) -> tuple[str, int, int] | None:
    """'Tierärztin in Passau': what stands after 'in' is a town, known or not."""
    lead = _TOWN[words.language].match(words.plain, place, end) if words.language in _TOWN else None
    town = (
        re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)?(?=\s*$)").match(words.text, lead.end(), end)
        if lead
        else None
    )
    return (town[0], town.start(), town.end()) if town and not ORGANIZATION.search(flat(town[0])) else None


def _in_a_town(words: Words, start: int, end: int) -> Job | None:
    """'chirurgien à Lille'."""
    found = re.compile(r"([^\W\d_]{4,})\s+(?:in|a|en|em|aus|from)\s+").match(words.plain, start, end)
    town = PLACE.fullmatch(words.plain, found.end(), end) if found else None
    if (
        not found
        or not town
        or found[1] in COMMON
        or _VERB.search(found[1])
        or found[1]
        in ("grew", "born", "trip", "weekend", "holiday", "moving", "back", "kommt", "zieht", "vive", "mora", "habite")
    ):
        return None
    if words.language != "en" and not trade_at(words, start, found.end(1)):
        return None  # 'déménage à Genève'
    return Job(words.text[start : found.end(1)], None, (start, found.end(1)), (start, start), found.end(1))


def _at_a_firm(words: Words, start: int, end: int) -> Job | None:
    """'Lektorin bei Federverlag': a title that the table does not know."""
    lead = _ONE.match(words.plain, start, end)
    start = lead.end() if lead else start
    trade = _TRADE_AT.match(words.plain, start, end) if words.language in _ABROAD else None
    house = organization_at(words, trade.end(), end) if trade and words.text[start].islower() else None
    if trade and house and house[2] == end and not PLACE.fullmatch(words.plain, house[1], end):
        return _job(words, start, trade.end("title"), house)
    found = _SOME_JOB.match(words.plain, start, end)
    if not found or words.is_blocked(start):
        return None
    if words.language == "de" and words.text[start].islower() and not words.in_small and not lead:
        return None  # 'kennt jemanden bei Siemens'
    listed = found["title"].split()
    organization = organization_at(words, found.end(), end, loose=words.in_small and "@" in found[0])
    if listed[-1] in _NO_JOB:
        return None
    if listed[-1].endswith("ly") or listed[-1] in ("now", "ex", "once", "again", "still", "back", "ehemals", "fruher"):
        return None
    if words.language == "en" and len(listed) > 1 and words.text[start : found.end("title")].istitle():
        return None  # 'Henrik Lund at Maersk'
    if not organization or any(word in COMMON - _JOINING for word in listed) or _VERB.search(listed[0]):
        return None
    if (words.language == "en" and re.search(r"(?:ed|ing)$", listed[-1])) or re.fullmatch(
        r"[\d.,]+(?:k|m|bn|%)?", organization[0]
    ):
        return None  # 'budget capped at 80k'
    if EVENT.search(words.plain, organization[1], organization[2]) or VENUE.search(
        words.plain, organization[1], organization[2]
    ):
        return None
    return _job(words, start, start + len(found["title"]), organization)


def _short_title(words: Words, start: int, end: int) -> Job | None:
    """'CTO Globex'."""
    short = _SHORT_TITLE.match(words.plain, start, end)
    organization = organization_at(words, short.end(), end, loose=words.in_small) if short else None
    if not short or not organization or _OF.match(words.plain, short.end() - 1) or organization[2] != end:
        return None
    first = words.plain[organization[1] : end].split()[0]
    return None if first in _FUNCTION else _job(words, start, short.end() - 1, organization)


# 'head of sales and operations at Acme', 'VP of sales and marketing'
_TWO_FIELDS = re.compile(
    r"(?!(?:has|is|was|loves|likes|plays|lives|wants|needs|will|can|two|three|one|his|her|their|my|our|she|he|they|i|also|not|very)\s)[a-z]+(?:\s[a-z]+)?(?:\s+(?:at|@|for|with|of)\s+(?:the\s+)?[^\W\d_a-z]|\s*$)"
)


def _stop(words: Words, start: int, end: int) -> int:
    stops = [a for a, _b in words.blocked if start <= a < end]
    for found in re.compile(
        r"\s(?:based|in\s+[A-Z]|who|and|und|y|et|with(?!\s+(?:the\s+)?[A-Z])|that|since|,|\()\s?"
    ).finditer(words.text, start, end):
        two = found[0].strip() == "and" and (
            TITLE.match(words.plain, found.end(), end) or _TWO_FIELDS.match(words.text, found.end(), end)
        )
        if not two:
            stops.append(found.start())  # 'founder and CEO of Skerry'
            break
    for town in re.compile(r"\s+(?:from|aus|in|en|em|a|de|based\s+in)\s+").finditer(words.plain, start, end):
        if PLACE.match(words.plain, town.end(), end) and not _OF_A_TOWN.search(words.plain, start, town.start()):
            stops.append(town.start())
    return min([end, *stops])


def _job(words: Words, start: int, stop: int, organization: tuple[str, int, int]) -> Job:
    title = words.text[start:stop].strip(" .,")
    return Job(title or None, organization[0], (start, stop), organization[1:], organization[2])


_NOW_AT = re.compile(r"(?:now|currently|these\s+days)\s+(?:working\s+)?at\s")


def _is_named(words: Words, place: int, end: int) -> bool:
    """Whether what begins here in small letters can be a name of its own: no 'home', no 'peak capacity'."""
    listed = re.match(r"(?:[\w&+'.-]+(?:\s+(?=[\w&+'.-]+(?:\s|$)))?){0,3}", words.plain[place:end])
    return any(not is_word(word) for word in (listed[0].split() if listed else ()))


_EITHER = re.compile(r"\s+(?:or|/)\s+(?:the\s+)?[^\W\d_a-z][\w&'-]*(?:\s[^\W\d_a-z][\w&'-]*)?")
_FROM_A_FIRM = re.compile(r"(?:(?:is|'s|now|jetzt|ahora)\s+)*+(?:from|at|bei|chez)\s+")
_LOOSE_FIRMS = ("de", "del", "da", "do", "von", "vom")
# ', de Grupo Tres Ríos' after a name.
_FROM_ITS_FIRM = re.compile(
    _FROM_A_FIRM.pattern
    + r"|(?:(?:est|ist|es|e)\s+)?(?:de\s+chez|de\s+la\s+(?:empresa|firma|societe|startup)|d[ao]\s+empresa|von\s+der\s+firma|del?|d[ao]s?|des|du|vo[nm])\s+(?=(?:la\s+|el\s+|der\s+)?\S)"
)


def _works(words: Words, start: int, end: int, *, loose: bool) -> Job | None:
    verb = _WORKS_VERB.match(words.plain, start, end)
    plain = (
        None if verb else (_FROM_A_FIRM if words.language == "en" else _FROM_ITS_FIRM).match(words.plain, start, end)
    )
    found = verb or plain
    now_at = bool(
        found and not verb and words.in_small and _NOW_AT.search(found[0]) and _is_named(words, found.end(), end)
    )
    organization = organization_at(words, found.end(), end, loose=loose or bool(verb) or now_at) if found else None
    if not organization or words.plain[organization[1] : organization[2]] in DEPARTMENTS:
        return None
    if (
        plain
        and plain[0].split()[-1] == "at"
        and VENUE.search(words.plain, organization[1], organization[2])
        and not ORGANIZATION.search(words.plain, organization[1], organization[2])
    ):
        return None  # 'at the Carpenters Arms'
    if (
        found
        and not verb
        and found[0].split()[-1] in _LOOSE_FIRMS
        and (organization[2] != end or PLACE.fullmatch(words.plain, organization[1], organization[2]))
    ):
        return None
    if either := _EITHER.match(words.text, organization[2], end):
        return Job(None, None, (start, start), (start, start), either.end(), unsure=(organization[1], either.end()))
    role = _AS.search(words.plain, organization[2], end)
    if role:
        stop = _stop(words, role.end(), end)
        return Job(
            words.text[role.end() : stop].strip(" ."), organization[0], (role.end(), stop), organization[1:], stop
        )
    return Job(None, organization[0], (start, start), organization[1:], organization[2])
