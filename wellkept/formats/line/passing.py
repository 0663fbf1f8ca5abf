"""What passed between people: its kind, who took part, where, and what the line says of them on the way."""

from __future__ import annotations

import re

from wellkept.formats.line.besides import beside
from wellkept.formats.line.draft import Draft, Passed
from wellkept.formats.line.firms import organization_at
from wellkept.formats.line.flat import flat
from wellkept.formats.line.gatherings import AT, event_after, gathering_at, where
from wellkept.formats.line.jobs import job_at
from wellkept.formats.line.kin_words import KIN_LEADS
from wellkept.formats.line.kind_words import PATTERNS, WITH
from wellkept.formats.line.kinds_short import PRESENT
from wellkept.formats.line.lexicon import (
    EVENT,
    HONORIFIC,
    LARGE_POST,
    PLACE,
    TITLE,
)
from wellkept.formats.line.people import TOKEN, Person, Words, name_at
from wellkept.formats.line.vocabulary import is_given, is_word, may_be_given, only_words
from wellkept.formats.line.whom import CALLED, KIN_LEAD, skip_lead, somebody_at

# Several people by what they are together: 'the Hoffmanns (Karl and Ute)', 'the Acme team: Joe, Ada'.
_TOGETHER = r"(?:team|folks|guys|people|crew|gang|delegation|group|neighbou?rs?|twins|brothers|sisters|siblings|couple|family|interns?|founders|co-?founders|partners|owners|colleagues|parents|students|ladies|equipo|equipe|equipa|leute|truppe|pessoal|delegacion|delegacao|fundadores|fondateurs|socios|associes|nachbarn|bruder|geschwister|vecinos|voisins|vizinhos|turma|galera|time(?=\s+d[aoe]\s)|elenco|cuadrilla|bande|mannschaft|runde|gente|jungs|kollegen|kolleginnen|grunder(?:n|innen)?|vertretern?|mitarbeitern?|inhabern?|eltern|groupe|grupo)"
GROUP = re.compile(
    rf"(?<!\w)(?:the|our|my|their|some|two|three|a|das|die|den|dem|vom|beim|el|al|del|los|la|les|l'|o|os|ao|aos|aux?|le)\s*(?<=[\s'])(?:[\w'.&-]+\s+){{0,3}}?(?:[\w-]*{_TOGETHER}(?:\s+(?:from|of|at|von|vom|del?(?:\s+chez|\s+la)?|da|do|bei|chez)\s+[\w.&-]+(?:\s+[\w.&-]+)?)?(?:\s+(?:\w+\s+){{0,2}}(?:kennengelernt|getroffen|besucht|gesehen|gesprochen|gegessen|getrunken|telefoniert|gezoomt|geredet|unterhalten)|\s+(?:yesterday|today|on|last|this|at)(?:\s[^:;.,()]{{2,40}})?(?=:))?\s*[,:(])\s*"
    r"|(?<!\w)(?:los|las|os|as|ceux|celles|denen|die|den)\s+(?:del?|d[ao]s?|vo[nm])\s+(?:la\s+)?[\w.&-]+(?:\s+[\w.&-]+)?\s*[:(]\s*"
    r"|(?<!\w)(?:the|die|los|les|os)\s+[\w-]+s\s*[(:]\s*(?=[^()]*\s(?:and|&|\+|und|y|et|e)\s)"
)
_AND = re.compile(
    r"\s*(?:,\s*(?:and|und|y|e|et)?|&|\+|\s(?:and|und|y|e|et|plus|with|w/|mit|con|avec|com)(?=\s))\s*(?:with\s+|mit\s+|con\s+|avec\s+|com\s+)?(?:(?:his|her|their|the|a|o|el|la|le)\s+(?=[A-Z]))?"
)
_ALSO_WITH = re.compile(r"(?<![\w])(?:with|w/|mit|con|avec|com)\s+")
_TITLE_BEFORE = re.compile(r"(?:(?:the|our|their|a|new|der|die|la|el|le|o|a)\s+)*+")


def read_passing(draft: Draft, start: int, end: int, kind: str, found: re.Match[str]) -> bool:
    """False where the words tell of nothing that passed after all."""
    words, passed = draft.words, Passed(kind, (found.start(), found.end()))
    before = len(draft.people)
    first = re.compile(r"(?:(?:le|les|me|m'|ai|j'ai|got|received)\s+)*+\S+").match(words.plain, found.start())
    begin = found.end()
    if first and kind in ("card", "gift") and "\n" not in first[0]:
        abroad = kind == "card" and words.language != "en"
        begin = found.end() if abroad else _past_the_thing(words, first.end(), found.end(), end)
    if kind == "event" or _VISITED.match(found[0]):
        event_after(words, passed, begin, end)
        passed.kind = kind = "event" if passed.event else kind
    if kind == "event":
        begin = passed.event_at[1] if passed.event_at else begin
    with_before = any(
        somebody_at(words, lead.end(), found.start(), loose=False)
        for lead in _ALSO_WITH.finditer(words.plain, start, found.start())
    )
    by_them = _people_before(draft, start, found.start()) if _TO_ME.search(words.plain, start, end) else None
    by_them = by_them or (_of_a_group(draft, start, end) if words.language == "de" else None)
    nowhere = kind == "event" and not passed.event and words.language == "en"
    if nowhere and not with_before and not _ALSO_WITH.search(words.plain + " ", found.start(), end + 1):
        return False  # 'went to Zanzibar Rooms': no table knows it, and nobody was there
    place = by_them or (None if with_before else _people_after(draft, begin, end))
    if place is None and not with_before and kind == "event" and not passed.event:
        return False
    if place is None:
        place = _people_before(draft, start, found.start()) or found.end()
    if draft.passed is None:
        draft.passed = passed
    if draft.passed.perhaps and draft.passed is not passed:
        draft.passed.kind, draft.passed.at, draft.passed.perhaps = kind, passed.at, False
    passed = draft.passed
    if passed.kind == "event" and kind == "met" and len(draft.people) > before:
        passed.kind = "met"  # 'gave a talk at DevFest, met Olga'
    where(draft, passed, start, end, draft.people[before:] or draft.people)
    if passed.kind == "event" and not passed.event and not found[0].startswith("event"):
        passed.kind = "met"
    _others(draft, place, end)
    for one in draft.people[before:]:
        one.involved = True
    return True


def _of_a_group(draft: Draft, start: int, end: int) -> int | None:
    """'Mit den Kollegen von Siltron gegessen: Eva Pohl, Jan Roth'."""
    group = GROUP.search(draft.words.plain, start, end)
    person = somebody_at(draft.words, group.end(), end, loose=False) if group else None
    before = len(draft.people)
    stop = read_people(draft, person, end) if person else None
    if group:
        _family_name(draft, group, before)
    return stop


# 'Wendy sent me a book for Tom': it was Wendy.
_TO_ME = re.compile(
    r"(?<!\w)(?:sent|gave|brought|mailed|posted|baked|bought|knitted|lent|gifted|visited|joined|(?:e-?|voice)mailed|texted|messaged|called|rang|phoned|pinged|whatsapped|wrote(?:\s+to)?)\s+(?:me|us)\s"
)
_VISITED = re.compile(r"visited|stopped\s+by|toured|hosted")
_A_THING = re.compile(
    r"\s+(?:(?:an?|the|my|our|some|one|two|three|\d+|eine?[nm]?|das|den|die|une?|una|uma?|unos|le|la|el|o)\s|(?:thank[\s-]you|christmas|birthday|easter|new\s+year'?s?|wedding|xmas|get[\s-]well)\s+cards?)"
)
_NOUN = re.compile(r"\w*(?:card|karte|carte|tarjeta|cartao|gift|present|geschenk|regalo|cadeau)s?$")
_FOR_WHOM = re.compile(r"\s(?P<lead>to|for|from|an|fur|von|a|ao|para|pra|pro|pour|de)\s+(?=[^\W\d_])")


_CAME = re.compile(r"\s+(?:from|to|von|de|da|do)\s+\S")
_A_GIFT = re.compile(rf"(?<!\w)(?:{PRESENT}|\w*(?:card|karte|carte|tarjeta|cartao)s?)(?!\w)")


def _past_the_thing(words: Words, after: int, found: int, end: int) -> int:
    """'sent Nora a card' names her at once, 'gave a Montblanc pen to Nora' after the thing."""
    if _NOUN.match(words.plain[:after].split()[-1]):
        return found
    if _CAME.match(words.plain, found, end) and _A_GIFT.search(words.plain, after, found):
        return found  # 'got the nicest card from Nora'
    if not _A_THING.match(words.plain, after, end):
        return after
    if found > after:
        return found
    for lead in _FOR_WHOM.finditer(words.plain, after, end):
        if (lead["lead"] in ("to", "for", "from")) == (words.language == "en") and name_at(words, lead.end(), end):
            return lead.start()
    return after


def _people_after(draft: Draft, place: int, end: int) -> int | None:
    """Where the names after the words end; None where there are none."""
    words = draft.words
    if (group := GROUP.search(words.plain, place, end)) and (
        person := somebody_at(words, group.end(), end, loose=False)
    ):
        _post_before(draft, person, place)
        before, stop = len(draft.people), read_people(draft, person, end)
        _family_name(draft, group, before)
        return stop
    start = skip_lead(words, place, end)
    for day in draft.days:
        if day.start <= start < day.end:
            start = skip_lead(words, day.end, end)
    small = not re.search(
        r"(?<!\w)(?:the|my|our|their|meine?[rmn]?|unsere[rmn]?)\s+(?:new\s+|old\s+)?$", words.plain[place:start]
    )
    if person := somebody_at(words, start, end, loose=small):
        stop = read_people(draft, person, end)
        _post_before(draft, person, place)
        _firm_before(draft, person, place)
        return stop
    there = _gathering_within(words, place, end) if words.language != "en" else None
    if there and (person := _somebody_after(words, there, end)):
        return read_people(draft, person, end)
    for lead in WITH.finditer(words.plain, place, end):
        if there and there[0] <= lead.start() < there[1]:
            continue
        loose = lead[0].split()[0] in ("with", "w/", "mit", "con", "avec", "com", "from")
        person = somebody_at(words, lead.end(), end, loose=loose)
        if not person and loose and words.language != "en":  # 'con el portero Ulises'
            person = somebody_at(words, skip_lead(words, lead.end(), end), end, loose=False)
        if person:
            if lead[0].split()[0] in ("de", "do", "da", "from") and PLACE.match(words.plain, lead.end()):
                continue
            return read_people(draft, person, end)
    return None


_FAMILY = re.compile(r"(?i:the)\s+(?P<name>[^\W\d_a-z][^\W\d_]{2,}s)\s*[(:]\s*")


def _family_name(draft: Draft, group: re.Match[str], before: int) -> None:
    """'dinner with the Okonkwos (Ada and Chidi)': Ada Okonkwo and Chidi Okonkwo."""
    words = draft.words
    found = _FAMILY.fullmatch(words.text, group.start(), group.end()) if words.language == "en" else None
    if found is None or not found["name"][0].isupper() or is_word(found["name"].lower()):
        return
    name = re.sub(r"(?<=[sxz])es$|(?<=ch)es$|(?<=sh)es$|s$", "", found["name"])
    for one in draft.people[before:]:
        if " " not in one.name:
            one.name = f"{one.name} {name}"


def _gathering_within(words: Words, place: int, end: int) -> tuple[int, int] | None:
    for lead in AT.finditer(words.plain, place, end):
        found = None if words.is_blocked(lead.start()) else gathering_at(words, lead.end(), end)
        if found:
            return found[1:]
    return None


_THE = re.compile(r"\s*,?\s*(?:(?:a|o|os|as|al|la|le|el|den|die|herrn?|frau)\s+)?")


def _somebody_after(words: Words, there: tuple[int, int], end: int) -> Person | None:
    """'aux Journées Hydrogène Mme Charpentier', 'au Salon du Livre Marie Dupont', 'na Festa do Avante o Rui Sá'."""
    for address in HONORIFIC.finditer(words.plain, there[0], end):
        person = name_at(words, address.start(), end) if words.plain[address.start() - 1] == " " else None
        if person and person.start > address.start():
            return person
    lead = _THE.match(words.plain, there[1], end)
    person = name_at(words, lead.end(), end) if lead else None
    if person and may_be_given(words.plain[person.start : person.end].split()[0]):
        return person
    tokens = list(TOKEN.finditer(words.text, *there))
    for token in tokens[1:-1]:
        person = name_at(words, token.start(), end)
        last = person and person.end >= there[1] and len(person.name.split()) > 1
        if last and token[0][0].isupper() and is_given(words.plain[token.start() : token.end()]):
            return person
    return None


def _post_before(draft: Draft, person: Person, place: int) -> None:
    """'met the photographer Zoë Lind'."""
    plain = draft.words.plain
    post, kept = TITLE.search(plain, place, person.start), draft.person_named(person.name) or person
    address = HONORIFIC.match(plain, post.start()) if post else None
    if address and address.end() == person.start:
        return
    mine = post and re.search(
        r"(?<!\w)(?:her|his|my|their|mon|ma|mi|meu|minha|meine?[mnr]?|su|sua|seu|ihre?[mnr]?|seine?[mnr]?|son|sa|notre|nuestr[oa]|noss[oa]|unsere?[mnr]?)\s",
        plain[place : post.start()],
    )
    if post and not mine and not kept.title:
        kept.title, kept.at["title"] = draft.words.text[post.start() : post.end()], (post.start(), post.end())


_SOMEONE_OF = re.compile(r"(?<!\w)(?:from|at|of|von|bei|de|da|do|chez)\s+(?:the\s+|der\s+|la\s+)?(?=\S)")


def _firm_before(draft: Draft, person: Person, place: int) -> None:
    """'someone from Stripe named Josh'."""
    words, kept = draft.words, draft.person_named(person.name)
    called = CALLED.match(words.plain, words.skip(place, person.start), person.start + 1)
    found = (
        _SOMEONE_OF.search(words.plain, place, person.start)
        if called or _SOMEBODY.search(words.plain, place, person.start)
        else None
    )
    firm = organization_at(words, found.end(), person.start) if found else None
    if kept and firm and kept.organization is None:
        name = re.sub(r"\s+(?:called|named|namens|llamad[oa]|nommee?|chamad[oa])$", "", words.text[firm[1] : firm[2]])
        kept.organization, kept.at["organization"] = name, (firm[1], firm[1] + len(name))


_SOMEBODY = re.compile(
    r"(?<!\w)(?:someone|somebody|guy|woman|man|lady|person|jemand\w*|alguien|quelqu'un|alguem)(?!\w)"
)


_NAMED = re.compile(r"\s(?:named|called|by\s+the\s+name\s+of)\s+(?=\S)")


def _people_before(draft: Draft, start: int, end: int) -> int | None:
    """'Gestern Anna Weber getroffen', 'Tom Li met at PyCon'."""
    words = draft.words
    named = _NAMED.search(words.plain, start, end) if words.language == "en" else None
    if (
        named
        and _SOMEBODY.search(words.plain, start, named.start())
        and (person := somebody_at(words, named.end(), end, loose=False))
    ):
        stop = read_people(draft, person, end)
        _firm_before(draft, person, start)
        return stop  # 'someone from Stripe named Josh called'
    said = [
        (found.start(), found.end())
        for _kind, pattern in PATTERNS
        for found in pattern.finditer(words.plain, start, end)
    ]
    for token in TOKEN.finditer(words.text, start, end) if words.in_small and words.language == "de" else ():
        person = somebody_at(words, token.start(), end, loose=True) if is_given(flat(token[0])) else None
        if person and not words.is_blocked(token.start()):
            return read_people(draft, person, end)
    for lead in WITH.finditer(words.plain, start, end) if words.in_small else ():
        if person := somebody_at(words, lead.end(), end, loose=True):
            return read_people(draft, person, end)
    kin = [] if words.language == "en" else [one.span() for one in KIN_LEADS.finditer(words.plain, start, end)]
    for token in TOKEN.finditer(words.text, start, end):
        if any(a <= token.start() < b for a, b in kin) or _WHOSE_FEAST.search(words.plain, start, token.start()):
            continue
        if _NO_NAME_AFTER.search(words.plain, max(start, token.start() - 14), token.start()) or any(
            a <= token.start() < b for a, b in said
        ):
            continue
        if words.language == "en" and token.start() == start and only_words(words.plain[slice(*token.span())]):
            continue  # 'Quarterly meeting'
        if person := somebody_at(words, token.start(), end, loose=False):
            return read_people(draft, person, end)
    return None


# 'bei der Vernissage von Lisa'
_WHOSE_FEAST = re.compile(rf"(?:{EVENT.pattern})\s+von\s+(?:\S+\s+und\s+)?$")
_NO_NAME_AFTER = re.compile(
    r"(?<!mit\s)(?<!with\s)(?<!\w)(?:auf|bei|beim|at|der|dem|firma|familie|im|in|the)\s+(?:der\s+|dem\s+)?$"
)


def _is_a_family(words: Words, person: Person) -> bool:
    named = words.language == "en" and words.plain[: person.start].endswith(" the ") and " " not in person.name
    return named and person.name.endswith("s") and not re.match(r"\s*[(:]", words.text[person.end :])


def read_people(draft: Draft, person: Person, end: int) -> int:
    """One person after another, each with what is said of them beside the name. Answers where they end."""
    words, before = draft.words, len(draft.people)
    while True:
        if _is_a_family(words, person):
            draft.doubt(person.start - len("the "), person.end, "contacts")  # 'dinner with the Bergs'
            joined = _AND.match(words.plain, person.end, end)
            other = somebody_at(words, joined.end(), end, loose=False) if joined else None
            if other is None:
                return person.end
            person = other
        kept = draft.add_person(person, involved=True)
        posts = (one for one in LARGE_POST.finditer(words.text, 0, person.end) if one.end() == person.start)
        if (post := next(posts, None)) and not kept.title:
            kept.title, kept.at["title"] = post[0].strip(), (post.start(), post.end() - 1)
        place = beside(draft, kept, max(person.end, kept.end if kept is person else person.end), end)
        joined = _AND.match(words.plain, place, end)
        loose = words.was_small(person)
        kins = KIN_LEAD if words.language == "en" else KIN_LEADS
        kin = kins.match(words.plain, joined.end(), end) if joined else None
        begin = kin.end() if kin else joined.end() if joined else place
        if joined and not kin and (article := _LARGE_AFTER.match(words.text, begin, end)):
            begin = article.end()
        following = somebody_at(words, begin, end, loose=loose) if begin > place else None
        _shared(draft, before, kept, place)
        if following is None or (joined and "," in joined[0] and job_at(words, joined.end(), end)):
            return place
        before = len(draft.people) if kin else before  # where she works says nothing of his
        person = following


_LARGE_AFTER = re.compile(
    r"(?:o|a|el|la|le|l'|al|ao|com|con|avec|mit|d[aoeu]|de\s+la|den?|die|der|dem)\s+(?=[^\W\d_a-z])"
)


def _shared(draft: Draft, before: int, last: Person, place: int) -> None:
    """'Ana and Tom from Acme' are both from there."""
    at = last.at.get("organization")
    if at and draft.words.text[at[1] : place].strip() == "" and "(" not in draft.words.text[last.end : at[0]]:
        for one in draft.people[before:]:
            if one is not last and not one.at and one.organization is None:
                one.organization, one.at["organization"] = last.organization, at


def _others(draft: Draft, place: int, end: int) -> None:
    for lead in _ALSO_WITH.finditer(draft.words.plain, place, end):
        person = somebody_at(draft.words, lead.end(), end, loose=False)
        if person and draft.person_named(person.name) is None:
            read_people(draft, person, end)
