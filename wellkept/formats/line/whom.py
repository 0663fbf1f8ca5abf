"""Where the name begins after the words that tell what passed: 'my old friend Tom', 'the photographer Zoë', 'a guy called Ben'."""

from __future__ import annotations

import re

from wellkept.formats.line.flat import flat
from wellkept.formats.line.gatherings import is_a_firm, is_a_gathering
from wellkept.formats.line.kin_words import KIN_LEADS
from wellkept.formats.line.kind_words import WITH
from wellkept.formats.line.lexicon import (
    COMMON,
    EVENT,
    HONORIFIC,
    KNOWN_EVENT,
    LARGE_POST,
    PLACE,
    TITLE,
    TOWN_NAMES,
    VENUE,
)
from wellkept.formats.line.people import HOME_NAMES, TOKEN, Person, Words, name_at
from wellkept.formats.line.vocabulary import may_be_given, only_words

CALLED = re.compile(
    r"(?:(?:with|w/|to|mit|con|avec|com|an?|the|eine?[nrm]?|una?|une|uma?)\s+)*+(?:[\w-]+\s+){1,5}?(?:called|named|namens|llamad[oa]|nommee?|chamad[oa])\s+(?=\S)"
)
KIN_LEAD = re.compile(
    r"(?:his|her|my|their|our|[a-z]+'s)\s+(?:old\s+|new\s+|younger\s+|older\s+|elder\s+)?(?:sister|brother|wife|husband|son|daughter|mother|father|mom|mum|dad|cousin|boss|partner|friend|colleague|assistant|manager|ceo|cto|cfo|lawyer|agent|uncle|aunt|neighbou?r|roommate|coworker|co-worker|girlfriend|boyfriend|fiancee?)\s+(?=\S)"
)


# 'old flatmate Kasia': what somebody is, before the name.
_BEFORE_NAME = re.compile(
    r"(?:(?:my|our|an?|the)\s+)?(?:(?:new|old|good|best|former|great|nice|next|first)\s+)*((?:[a-z][a-z-]+\s+){1,3})(?=[^\W\d_a-z][^\W\d_A-Z])"
)


_RELATED = frozenset(
    "friend friends colleague classmate schoolmate neighbour neighbor boss client customer supplier cousin mentor mate pal buddy flatmate roommate teammate partner contact coach teacher student uncle aunt former college university school work family".split()
)


def skip_lead(words: Words, place: int, end: int) -> int:
    place = words.skip(place, end)
    while lead := re.compile(
        r"(?::|(?:again|quickly|briefly|finally|up)\s|"
        + WITH.pattern
        + r"|(?:o|a|la|el|le|les|os|as|los|las|the|den|die|der|dem)\s|(?:big|little|old|young|good\s+old|crazy|dear|lovely|mate|buddy)\s(?=\s*[^\W\d_]))"
    ).match(words.plain, place, end):
        if lead.end() == place:
            break
        place = words.skip(lead.end(), end)
    if called := CALLED.match(words.plain, place, end):
        return called.end()
    if kin := (KIN_LEAD if words.language == "en" else KIN_LEADS).match(words.plain, place, end):
        place = kin.end()
    someone = _BEFORE_NAME.match(words.text, place, end)
    if someone and not words.is_blocked(someone.start()) and not (set(someone[1].split()) & (COMMON - _RELATED)):
        return someone.end()
    title = TITLE.match(words.plain, place)
    if (
        title
        and title.end() < end
        and (following := TOKEN.match(words.text, words.skip(title.end(), end)))
        and following[0][0].isupper()
        and (words.text[place].islower() or (words.language == "de" and may_be_given(flat(following[0]))))
    ):
        return following.start()  # 'met photographer Zoë'
    return place


_NO_PERSON = re.compile(
    r"\s+(?:club|team|group|crew|folks|guys|gang|department|board|committee|choir|conference|office|headquarters|neighbours|neighbors|verein|gruppe|equipo|grupo|equipe|equipa|groupe|clube|time)(?!\w)"
)


def somebody_at(words: Words, place: int, end: int, *, loose: bool) -> Person | None:
    address = HONORIFIC.match(words.plain, place, end)
    post = LARGE_POST.match(words.text, address.end() if address else place, end)
    person = name_at(words, post.end() if post else place, end, loose=loose)
    if person is None:
        return None
    if TITLE.fullmatch(words.plain, person.start, person.end) and words.plain.startswith(" of ", person.end):
        return None  # 'the Mayor of Lyon'
    token = words.plain[person.start : person.end]
    if (
        words.text[person.start].islower()
        and not words.in_small
        and token.endswith(("en", "t") if words.language == "de" else ("ing", "ed", "ly"))
    ):
        return None
    if (
        words.language != "en"
        and words.text[person.start].islower()
        and not words.in_small
        and not may_be_given(token.split()[0])
    ):
        return None  # "un déjeuner d'affaires"
    following = words.plain[person.end : person.end + 1]
    if (
        EVENT.fullmatch(token)
        or VENUE.fullmatch(token)
        or (PLACE.fullmatch(token) and token not in TOWN_NAMES)
        or KNOWN_EVENT.fullmatch(token)
        or following == "-"
        or is_a_gathering(token)
        or is_a_firm(token)
        or (words.language == "en" and " " in token and only_words(token))
        or (
            words.language == "de"
            and " " in token
            and (EVENT.fullmatch(token.split()[0]) or _GERMAN_POST.fullmatch(token.split()[0]))
        )
    ):
        return None
    if _NO_PERSON.match(words.plain, person.end):
        return None
    if token.split()[0] in COMMON and token not in HOME_NAMES and person.name.islower():
        return None
    return person


_GERMAN_POST = re.compile(rf"(?=\w{{7,}})(?:{TITLE.pattern})")
