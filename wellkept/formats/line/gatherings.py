"""Where people met: the gathering, a town, the organization of one of them; a café is none of these."""

from __future__ import annotations

import re

from wellkept.formats.line.draft import Draft, Passed
from wellkept.formats.line.firms import organization_at
from wellkept.formats.line.lexicon import COMMON, EVENT, HONORIFICS, KNOWN_EVENT, ORGANIZATION, PLACE, VENUE
from wellkept.formats.line.people import Person, Words
from wellkept.formats.line.vocabulary import is_word, may_be_given

Named = tuple[str, int, int]
_ARTICLES = r"(?:the|an?|der|dem|einer|einem|den|die|das|el|la|los|las|le|les|une?|o|uma?|my|our|her|his|this|year's|last|annual|local|a)"
AT = re.compile(
    rf"(?<![\w@])(?<!grace\s)(?:(?P<lead>(?:on\s+a\s+panel\s+|at\s+(?:a|the)\s+(?:booth|stand)\s+|in\s+the\s+queue\s+|backstage\s+)?at|during|after|auf|bei|beim|im|in|en|au|al?|aos?|lors\s+d[eu]|na|no|em|durante|pendant|sur|am|num|numa|aux)\s+|@\s*)(?:(?:{_ARTICLES}\s+)++|l'\s*)?"
)
_TO = re.compile(rf"\s*:?\s*(?:(?:{_ARTICLES}|to|al|ao|au)\s+)*+")
# In small letters a gathering has a few words, and none of these.
_SMALL = re.compile(r"[^\s,;:()!?.]+")
_NOT_WITHIN = frozenset(
    "au aux al ao aos na no nas nos auf beim zum in on at with by from and or but he she they i we who to yesterday today last next this for about has is was im in am mit und er sie en con y el la que avec et il elle com e ele ela ontem hier ayer gestern heute hoy hoje via through".split()
)
_OF = re.compile(
    r"\s+(?:von|vom|of|del?|du|des|da|do|dos|das|der|sur|on|sobre|fur|uber|pour)\s+(?:(?:the|la|le|les|el|los|las|der|die|das|familie)\s+|l')?([^\s,;:()!?.]+)"
)
_GONE_TO = re.compile(r"(?:fui|fuimos|fomos)\s+(?:al?|ao|a\s+la)$|(?:suis\s+|sommes\s+)?allee?s?\s+(?:a|au)$")
_ATTENDED = re.compile(r"attended|.*\s(?:at|during)$|besuchte|asisti|assiste|participei")
# Gatherings at the end of a name in large letters alone.
LARGE_EVENTS = frozenset(
    "night evening day days awards dinner breakfast luncheon picnic showcase roadshow marathon tournament cup gathering social drinks race regatta sessions talks tour nacht abend tag noche dia nuit journee noite brunch lunch club_night".split()
)
# 'en su taller' is where somebody works.
_HERS = re.compile(
    r"(?:su|sus|sua|seu|son|sa|leur|ihre[mnr]?|seine[mnr]?|mi|mon|ma|meu|minha|nuestr[oa]|notre|noss[oa])\s+(?:taller|oficina|atelier|salon|stand|jardim?)(?=\s*(?:$|[^\w\s])|\s+(?!d)\w)"
)
_OFFICE = re.compile(r"\s+(?:hq|headquarters|offices?|booth|stand)$")


_NAMES_TOO = frozenset("ball camp day days gala con jam fest race cup messe noche dia tag".split())

_FAMILIES = frozenset("chacon rincon falcon alarcon gascon marcon bacon zancon lascon".split())


def is_a_gathering(name: str) -> bool:
    """Whether what looks like a name ends as gatherings do: 'RailTech Days', and not 'Tobias Ball'."""
    listed = name.split()
    first, last = listed[0], listed[-1]
    if may_be_given(first) or last in _FAMILIES or (last in _NAMES_TOO and len(listed) < 3):
        return False
    return bool(EVENT.fullmatch(last) or (first != last and last in LARGE_EVENTS))


def is_a_firm(name: str) -> bool:
    """Whether what looks like a name begins or ends as firms do: 'Galerie Nord', 'Acme Labs', and not 'Tom Bank'."""
    listed = name.split()
    if len(listed) < 2 or may_be_given(listed[0]):
        return False
    return bool(
        ORGANIZATION.fullmatch(listed[-1])
        or re.fullmatch(
            r"galerie|gallery|studio|museum|atelier|hotel|cafe|restaurant|banco|bank|hospital|verlag|buchhandlung|librairie",
            listed[0],
        )
    )


def gathering_at(words: Words, place: int, end: int) -> Named | None:
    """The gathering whose name begins at ``place``."""
    if _HERS.match(words.plain, place, end):
        return None
    known = KNOWN_EVENT.match(words.plain, place, end)
    if known and ":" in known[0]:
        return words.text[place : known.end()], place, known.end()
    society = _SOCIETY.match(words.plain, place, end)
    if society and not any(a < society.end() and place < b for a, b in words.blocked):
        return words.text[place : society.end()], place, society.end()
    found = organization_at(words, place, end)
    if found and words.text[found[1]].islower():
        found = None
    if found and _is_gathering(words, found):
        return _extended(words, found, end)
    start = last = found[1] if found else place
    count = 0
    begins: list[int] = []
    while count < 7 and (token := _SMALL.match(words.text, words.skip(last, end), end)):
        plain = words.plain[token.start() : token.end()]
        if plain in _NOT_WITHIN or words.is_blocked(token.start()):
            break
        last, count = token.end(), count + 1
        begins.append(token.start())
        found_at = (EVENT.fullmatch(words.plain, begin, last) for begin in begins)
        event = KNOWN_EVENT.fullmatch(words.plain, start, last) or next(filter(None, found_at), None)
        if event and not VENUE.fullmatch(plain) and not words.text[start:last].endswith("cón"):
            following = _SMALL.match(words.text, words.skip(last, end), end)
            if following and EVENT.fullmatch(following[0].lower()):
                continue
            named = _named_after(words, start, last, end) if words.language in ("es", "fr", "pt") else None
            return named or _extended(words, (words.text[start:last], start, last), end)
    return None


def _named_after(words: Words, start: int, last: int, end: int) -> Named | None:
    """'al evento Recife Criativo', 'en la feria Iberzoo'."""
    place = words.skip(last, end)
    found = organization_at(words, place, end) if place > last and words.text[start].islower() else None
    if found is None or found[1] != place or may_be_given(words.plain[place : found[2]].split()[0]):
        return None
    begin = place if re.fullmatch(r"evento|event|evenement", words.plain[start:last]) else start
    return words.text[begin : found[2]], begin, found[2]


def _extended(words: Words, found: Named, end: int) -> Named:
    """'Hochzeit von Lisa', 'conférence sur le climat'."""
    more = _OF.match(words.plain, found[2], end)
    if more is None or words.is_blocked(more.start(1)) or more[1] in _NOT_WITHIN:
        return found
    stop = more.end()
    pair = re.compile(r"\s+(?:and|&|und|y|et|e)\s+[^\W\d_a-z][^\s,;:()!?.]*").match(words.text, stop, end)
    if pair and words.text[more.start(1)].isupper():
        stop = pair.end()
    return words.text[found[1] : stop], found[1], stop


_SOCIETY = re.compile(
    r"(?:[\w'-]+\s+){0,3}?(?:pta|residents?'?|tenants?'?|community|village|town|parish|staff|board|department|committee|commerce|industry|alumni|charity|networking|speakers?'?|club|association|fundraising|founders?'?|members?'?|rotary|union|council|press|investors?'?|women|parents?'?|teachers?'?|neighbou?rhood|street|leadership|prayer|volunteers?'?|exhibitors?'?)(?:\s+[\w'-]+)?\s+(?:breakfast|luncheon|lunch|dinner|brunch|picnic|drinks|supper|tea|social|evening|night|day|walk|run|auction|meeting|gathering)(?!\w)"
)


def _is_gathering(words: Words, found: Named) -> bool:
    plain = words.plain[found[1] : found[2]]
    if words.text[found[1] : found[2]].endswith("cón"):
        return False  # 'Chacón'
    if len(plain.split()) > 1 and plain.split()[-1] in LARGE_EVENTS:
        return True
    return bool(
        KNOWN_EVENT.search(plain)
        or (EVENT.search(plain) and (not VENUE.search(plain) or EVENT.fullmatch(plain.split()[0])))
    )


def event_after(words: Words, passed: Passed, place: int, end: int) -> None:
    """'attended the Climate Forum', 'went to PyCon'."""
    if re.search(r"(?<!\w)(?:con|com|avec|mit)$", words.plain[:place].rstrip()):
        return  # 'fui con Ana al Foro'
    article = _TO.match(words.plain, place, end)
    begin = article.end() if article else place
    found = gathering_at(words, begin, end)
    if (
        found is None
        and (_ATTENDED.match(words.plain[slice(*passed.at)]) or _GONE_TO.match(words.plain[slice(*passed.at)]))
        and (named := organization_at(words, begin, end))
    ):
        plain = words.plain[named[1] : named[2]]
        gone = not _ATTENDED.match(words.plain[slice(*passed.at)]) and (PLACE.match(plain) or VENUE.search(plain))
        found = named if words.text[named[1]].isupper() and not gone else None
    if found is None and words.plain.startswith("attended", passed.at[0]):
        found = _attended(words, begin, end)
    if found:
        passed.event, passed.event_at = found[0], found[1:]


_ENDS_IT = re.compile(r"\s+(?:with|w/|together|in)\s|\s*[,;.:!?()]")


def _attended(words: Words, place: int, end: int) -> Named | None:
    """'attended gophernight with Bo': whatever one attends is one."""
    ends = [end, *(found.start() for found in _ENDS_IT.finditer(words.plain, place, end))]
    stop = min([*ends, *(a for a, b in words.blocked if a < end and b > place)])
    name = words.text[place:stop].rstrip()
    return (name, place, place + len(name)) if name and len(name.split()) < 7 else None


_ADDRESS = re.compile(rf"\s+(?:{HONORIFICS}|me|hr|fr|d)\.?[ªº]?\.?\s*$")


def where(draft: Draft, passed: Passed, start: int, end: int, people: list[Person]) -> None:
    words = draft.words
    if passed.kind == "event" and not passed.event:
        event_after(words, passed, passed.at[1], end)
    for lead in AT.finditer(words.plain, start, end):
        its = next(
            (day for day in draft.days if lead.start() < day.core <= lead.end() < day.end or day.core == lead.end()),
            None,
        )
        if (
            its
            and words.plain[its.end - 2 : its.end] == "'s"
            and (event := gathering_at(words, words.skip(its.end, end), end))
        ):
            passed.event, passed.event_at = passed.event or event[0], passed.event_at or event[1:]
            continue
        foreign = words.language == "en" and lead["lead"] and lead["lead"].strip() in ("a", "al", "na", "no", "em")
        if foreign or words.is_blocked(lead.start()) or _is_taken(people, lead.end()):
            continue
        stop = min([end, *(one.start for one in people if one.start > lead.end())]) if words.language != "en" else end
        if stop < end and (address := _ADDRESS.search(words.plain, lead.end(), stop)):
            stop = address.start()
        if words.language != "en" and lead.end() < passed.at[0]:
            stop = min(stop, passed.at[0])  # 'Na Fispal falei com Félix'
        event = None if passed.event else gathering_at(words, lead.end(), stop)
        if event and event[0].lower() == "workshop" and re.search(r"(?:his|her|their|my|our)\s+$", lead[0]):
            event = None  # where somebody works
        if event:
            passed.event, passed.event_at = event[0], event[1:]
            continue
        found = organization_at(words, lead.end(), stop if words.language != "en" else end, loose=True)
        if found:
            _somewhere(draft, passed, lead["lead"] or "at", found, people)


def _is_taken(people: list[Person], place: int) -> bool:
    return any(a <= place < b for one in people for a, b in [*one.at.values(), (one.start, one.end)])


_THEIR_MEAL = re.compile(
    r"(?:\s+[a-z]+)?\s+(?:lunch|luncheon|dinner|breakfast|brunch|drinks|supper|party|reception|picnic|barbecue|bbq|meeting|social|retreat|offsite)(?!\w)"
)


def _somewhere(draft: Draft, passed: Passed, lead: str, found: Named, people: list[Person]) -> None:
    words, plain = draft.words, draft.words.plain[found[1] : found[2]]
    town = PLACE.match(plain)
    if town:
        if lead in ("in", "en", "em", "a", "au", "im", "na", "no") and not passed.event:
            _in_town(words, people, found[1], found[1] + town.end())
    elif lead.endswith("at") and words.language == "en" and (meal := _THEIR_MEAL.match(words.plain, found[2])):
        if not passed.event:  # 'at the Royal Society dinner'
            passed.event, passed.event_at = words.text[found[1] : meal.end()], (found[1], meal.end())
    elif lead.endswith("at"):
        office = _OFFICE.search(plain)
        stop = found[1] + office.start() if office else found[2]
        if not office and _met_there(draft, passed, found):
            passed.event, passed.event_at = found[0], found[1:]
        elif office or not VENUE.search(plain):
            _at_something(draft, passed, (words.text[found[1] : stop], found[1], stop), people)
    elif lead == "bei" and not VENUE.search(plain) and words.text[found[1]].isupper():
        _at_something(draft, passed, found, people)
    elif people and not passed.event and _unknown_gathering(words, passed, lead, found, people):
        if _MEETING.match(words.plain, passed.at[0]):
            _at_something(draft, passed, found, people)
        else:
            passed.event, passed.event_at = found[0], found[1:]


# 'en Talent Land', 'na Bett Brasil': what no table knows, where one meets people.
_MEETING = re.compile(r"reuni|besprech|termin|rendez-vous|rdv|entrevista|entretien|visit|besuch")
_ENCOUNTER = re.compile(
    r"(?:me\s+|he\s+|hemos\s+|ai\s+|nos\s+)*(?:hable|hablamos|charl|convers|parle|discut|falei|falamos|bati\s|conoc|encontr|coincid|salud|top|cruc|vi(?:\s|$)|visto|vimos|conhec|reencontr|esbarr|cruz|rencontr|crois|recrois|vu|vus|revu|apercu|retrouv|fait\s+(?:la\s+)?connaissance|getroffen|kennengelernt|kennen|gesehen|gesprochen|traf|wieder|begegn|cumpriment|trombei)|"
    + _MEETING.pattern
)
_SOMEWHERE = re.compile(
    r"(?:straße|strasse|platz|terrasse|balkon|dach|weg|gasse|allee|insel|hof|wiese|calle|plaza|avenida|paseo|playa|rue|place|quai|rua|praca|praia|largo|casa|chez|barrio|bairro|quartier|metro|torre|monte|villa|vila)(?!\w)|\w+(?:straße|strasse|platz|gasse|weg)(?!\w)"
)


def _unknown_gathering(words: Words, passed: Passed, lead: str, found: Named, people: list[Person]) -> bool:
    plain, leads = (
        words.plain[found[1] : found[2]],
        {"es": ("en",), "pt": ("na", "no", "em"), "fr": ("a", "au", "aux"), "de": ("auf",)},
    )
    if lead not in leads.get(words.language, ()) or not words.text[found[1]].isupper():
        return False
    if VENUE.search(plain) or ORGANIZATION.search(plain) or _SOMEWHERE.search(plain) or plain.split()[0] in COMMON:
        return False
    several = (
        len(plain.split()) > 1
        or (lead in ("a", "en") and all(one.organization for one in people))
        or bool(re.search(r"\w[A-Z]|\d|[&+]", found[0]))
    )
    sure = (
        bool(re.search(r"[&+\d]", found[0]))
        if words.language == "de"
        else several or (lead not in ("en", "em", "a") or bool(re.search(r"\sel\s+$", words.plain[: found[1]])))
    )
    return sure and bool(_ENCOUNTER.match(words.plain, passed.at[0]))


def _in_town(words: Words, people: list[Person], start: int, end: int) -> None:
    for one in people:
        if one.location is None:
            one.location, one.at["location"] = words.text[start:end], (start, end)


_ONE_MEETS = re.compile(
    r"(?<!\w)(?:met|saw|ran\s+into|bumped\s+into|introduced|shook\s+hands|swapped|exchanged|came)(?!\w)"
)
# 'at HackBristol', 'at SaaS North': a large letter within a word, as gatherings like to be written.
_ODD_LETTERS = re.compile(r"(?!(?:Mc|Mac|O')[A-Z])(?:\S*[a-z][A-Z]\S*|\S+[A-Z]{2}\S*)(?:\s|$)(?!.*'s$)")


def _met_there(draft: Draft, passed: Passed, found: Named) -> bool:
    """'met Ana at FoodTech': one meets somebody new at a gathering; who is of a firm is met 'of', 'from' or '(Acme)'."""
    words = draft.words
    plain = words.plain[found[1] : found[2]]
    return (
        words.language == "en"
        and not passed.event
        and bool(_ONE_MEETS.search(words.plain, passed.at[0], passed.at[1] + 12))
        and bool(re.match(r"\d{0,4}[^\W\d_a-z]", words.text[found[1] : found[2]]))
        and not (ORGANIZATION.search(plain) or VENUE.search(plain))
    )


def _at_something(draft: Draft, passed: Passed, found: Named, people: list[Person]) -> None:
    """'at Acme': the organization of who has none; where it is known already, what one met at."""
    if (draft.words.text[found[1] : found[2]].islower() or found[0][0].isdigit()) and not all(
        draft.words.was_small(one) for one in people
    ):
        return  # 'at length', 'at 3pm'
    if re.fullmatch(r"\d{1,2}(?:[.:h]\d\d)?(?:\s?(?:am|pm|h|uhr))?|noon|midnight|lunchtime", found[0].lower()):
        return
    without = [one for one in people if one.organization is None]
    meal = re.match(r"(?:dinner|drinks?|breakfast|brunch|beers?|wine|tea)(?!\w)", draft.words.plain[slice(*passed.at)])
    if (meal or passed.kind in ("lunch", "coffee")) and not ORGANIZATION.search(draft.words.plain, found[1], found[2]):
        odd = draft.words.language == "en" and _ODD_LETTERS.match(found[0]) and not found[0].isupper()
        if odd and not passed.event:
            passed.event, passed.event_at = found[0], found[1:]
        return
    if without and len(without) == len(people):
        for one in without:
            one.organization, one.at["organization"], one.perhaps = _large(found[0]), found[1:], True
    elif (
        people
        and not passed.event
        and passed.kind == "met"
        and (
            draft.words.text[found[1]].isupper() or (draft.words.in_small and not is_word(found[0].split()[0].lower()))
        )
    ):
        passed.event, passed.event_at = found[0], found[1:]


def _large(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split()) if name.islower() else name
