"""Whether what a statement tells of has passed or is only planned, and who did it."""

from __future__ import annotations

import re

from wellkept.formats.line.day_makers import Day
from wellkept.formats.line.draft import Draft
from wellkept.formats.line.kinds_abroad import CROSSED, THEY_DID
from wellkept.formats.line.people import name_at

_TO_BE_HELD = re.compile(
    r"(?:moved|rescheduled|postponed|pushed|scheduled|booked|arranged|set\s+up|pencilled\s+in|penciled\s+in)\s+(?:(?:the|our|my|an?|another)\s+)?$"
)
_MOVED = re.compile(
    r"(?<!\w)(?:moved|rescheduled|postponed|pushed|scheduled|planned|booked|(?<=is\s)set|(?<=now\s)set)\s+(?:to|for|until|on)\s*$|(?<!\w)(?:verschoben|verlegt|geplant|angesetzt|vereinbart|ausgemacht|vertagt)(?:\s+(?:auf|fur|zum|am))?\s*$|(?<!\w)(?:aplazad[oa]|movid[oa]|pospuest[oa]|fijad[oa]|reporte|decale|prevue?|fixe|adiad[oa]|remarcad[oa]|marcad[oa]|agendad[oa]|pasa|paso|passa|passou|queda|quedo|ficou|se\s+\w+|mudou|adiamos|aplazamos|movimos|cambiamos)\s*(?:al|para|au|a|pour)?\s*$"
)
_NEXT = re.compile(
    r"(?:la\s+|l'|na\s+|no\s+|el\s+)?(?:semaine|mois|annee|trimestre|an|semana|mes|ano)\s+(?:prochain|que|proxim)|(?:la\s+|el\s+|na\s+|no\s+)proxim|next|this\s+(?!week)|dies\w*\s|nachst|naechst|kommend|proxim|prochain|que_vem|que\s+v|soon|bald|in\s|sometime|someday|later|irgendwann|demnachst|un\s+jour|un\s+de\s+ces|algun\s+dia|un\s+dia\s+de|(?:um|qualquer|algum)\s+dia|dans|dentro|em\s+breve|pronto|bientot"
)


# 'On Friday I am meeting Mei'.
_TO_COME_SOON = re.compile(
    r"(?<!\w)(?:i'm|i\s+am|we're|we\s+are|(?:i|we)(?:'ll|\s+will)\s+be)\s+(?:meeting|seeing|having|getting|catching|visiting|calling|speaking|talking|going|grabbing|doing)(?!\w)"
)
_TO_COME = re.compile(r"rendez-vous|rdv|termin|cita|reunion|reuniao|treffen|besprechung|encontro|encuentro")


_PAST = re.compile(
    r"(?:gave|sent|brought|took|bought|baked|posted|mailed|knitted|wrote|dropped|got|received|rang|ran|swapped|exchanged|shook|came)(?!\w)"
)


def is_planned(draft: Draft, day: Day, found: re.Match[str]) -> bool:
    """'Lunch with Ana tomorrow' has not happened; 'lunch with Ana on Tuesday' has."""
    if re.search(r"(?:ed|met|had|saw|spoke)$", found[0]) or _PAST.match(found[0]):
        return False
    if (
        day.coming
        and day.coming > draft.today
        and _TO_COME_SOON.search(draft.words.plain, max(0, found.start() - 40), found.end())
    ):
        return True
    if (
        draft.words.language == "de"
        and day.coming
        and re.compile(r"\s*(?:verschoben|verlegt|vertagt|angesetzt|vereinbart|ausgemacht|geplant)").match(
            draft.words.plain, day.end
        )
    ):
        return True
    if _MOVED.search(draft.words.plain, found.end(), day.core) or _TO_BE_HELD.search(
        draft.words.plain, max(0, found.start() - 25), found.start()
    ):
        return True
    if (
        draft.passed
        and draft.words.language != "en"
        and _TO_COME.match(found[0])
        and day.coming
        and day.coming > draft.today
    ):
        return True  # 'mail de Claire, rendez-vous le 28'
    if day.coming and day.coming > draft.today and (day.past is None or day.past > draft.today):
        return True
    if day.coming and day.past and day.month and (draft.today - day.past).days > 240 and day.coming > draft.today:
        return not day.year  # 'lunch on 10 December' in November
    return (
        day.coming is None
        and day.past is None
        and bool(_NEXT.match(draft.words.plain, day.core) or (day.month and not day.day and not day.year))
    )


_THEY_DID = re.compile(
    r"left\s.*|came\s+(?:up|over|by|across)\s.*|came\s+to\s.*|approached\s.*|introduced\s+(?:himself|herself|themselves)|msgd|dmd|inmailed|linkedin'?e?d|pinged|skyped|facetimed|mailed|slacked|whatsapped|dm'?e?d|called|phoned|rang|texted|e-?mailed|messaged|ligou|llamo|a\s+appele|wrote\s+to"
)
_DID_TO_ME = re.compile(
    r"(?:wrote|dropped|shot|sent|brought|gave|baked|bought|mailed|posted|visited)\s+(?:to\s+)?(?:me|us)\s"
)


_WITH_ME = re.compile(
    r"\sand\s+i\s+(?:(?:had|met|went|got|did|talked|spoke|chatted|caught\s+up|connected|sat\s+down)\s+)?(?:(?:an?|for|some)\s+)*$"
)


def they_did(draft: Draft, start: int, found: re.Match[str]) -> bool:
    if draft.words.language == "en" and re.match(
        r"\s+(?:with|alongside)\s+(?:me|us)(?!\w)", draft.words.plain[found.end() :]
    ):
        return draft.passed is None and name_at(draft.words, start, found.start()) is not None
    with_me = _WITH_ME.search(draft.words.plain, start, found.start())
    did = with_me or _THEY_DID.fullmatch(found[0]) or _DID_TO_ME.match(draft.words.plain, found.start())
    if draft.words.language != "en" and (
        THEY_DID.fullmatch(found[0]) or _AND_I.search(draft.words.plain, start, found.start())
    ):
        article = _ARTICLE.match(draft.words.plain, start, found.start())
        return name_at(draft.words, article.end() if article else start, found.start()) is not None
    if (
        draft.words.language == "fr"
        and CROSSED.fullmatch(found[0])
        and not _HAS.search(draft.words.plain, start, found.start())
    ):
        return draft.passed is None and name_at(draft.words, start, found.start()) is not None
    return bool(did and name_at(draft.words, start, found.start()))


_HAS = re.compile(r"(?<!\w)(?:l'|n')?(?:a|ont|avait|ai|est|sont|qui|pas|s'est)\s+$")


_ARTICLE = re.compile(r"(?:o|a|el|la|der|die|le)\s+")
_AND_I = re.compile(r"\s(?:y|e|et|und)\s+(?:yo|eu|moi|ich)\s")


_CHANNEL = re.compile(
    r"(?:via|over|on|by|per)\s+(?:(?:the|an?|ms|microsoft|google|e-?)\s*)*(?:(?P<video>zoom|teams|skype|meet|facetime|webex|video(?:\s+call|\s+chat)?)|(?P<call>phone|telephone|call)|(?P<message>whatsapp|linkedin|text|sms|slack|signal|telegram)|(?P<email>e-?mail|mail))"
)


def by_channel(draft: Draft, start: int, end: int) -> list[Day] | None:
    """'Demo with Craig via Teams on 3 January': by what it was, behind what passed; answers the days beside it."""
    found = _CHANNEL.fullmatch(draft.without_days(start, end).strip()) if draft.words.language == "en" else None
    if (
        found is None
        or draft.passed is None
        or draft.facts
        or draft.promises
        or draft.passed.kind not in ("met", "call")
    ):
        return None
    draft.passed.kind = found.lastgroup or draft.passed.kind
    return draft.days_in(start, end)


_TOOK = re.compile(r"(?:(?:i|we)\s+)?(?:took|treated|brought|invited|bought|joined)\s+(?=\S)")
_SOME_PEOPLE = re.compile(r"(?:\s*(?:,|&|and)\s+[^\W\d_a-z][\w'-]+(?:\s[^\W\d_a-z][\w'-]+)*)*\s*(?:\([^()]*\)\s*)?")
_THING_GIVEN = re.compile(r"(?:an?|some|the|two|three|my|our)\s+\w")


def the_gift(draft: Draft, start: int, end: int) -> bool:
    """'gave Kenji, sommelier at Yamabuki, a magnum of Barolo last night': what was given, after whom it was given to."""
    passed = draft.passed
    if passed is None or passed.kind not in ("gift", "card") or draft.facts or draft.words.language != "en":
        return False
    word = draft.words.plain[slice(*passed.at)]
    if not re.fullmatch(r"gave|gifted|sent|brought|took|posted|mailed|bought", word) or not _THING_GIVEN.match(
        draft.words.plain, start, end
    ):
        return False
    for day in draft.days_in(start, end)[:1]:
        if passed.day is None and day.past:
            passed.day = day
            draft.used.add(day.start)
    return True


_BY_WHAT = re.compile(r"(?:on|over|via|by|for|at)\s+(?:(?:the|a|an|quick)\s+)*\w+")


def named_first(draft: Draft, start: int, found: re.Match[str]) -> bool:
    """'Bojan Ilić from Dunav Rail on the phone just now': a name and how, without a verb."""
    lead = re.compile(
        r"(?:(?:on|over|via|by|for|at|to|out\s+to|out\s+for)\s+(?:(?:the|a|an|quick)\s+)*|(?<=\s)an?\s+(?:quick\s+)?)$"
    ).search(draft.words.plain, start, found.start())
    how = lead.start() if lead else found.start() if _BY_WHAT.match(found[0]) else None
    took = _TOOK.match(draft.words.plain, start, found.start())
    if not how or draft.words.language != "en" or draft.people:
        return False
    person = name_at(draft.words, took.end() if took else start, found.start())
    between = draft.words.text[person.end : how] if person else "x"
    if took and person and _SOME_PEOPLE.fullmatch(between):
        return True
    return bool(person) and bool(
        re.fullmatch(r"\s*(?:\([^()]*\)\s*|(?:from|of)\s+(?:[^\W\d_a-z]\S*\s+){1,3})?", between)
    )
