"""Several people by the organization they are of."""

from __future__ import annotations

import re

from wellkept.formats.line.draft import Draft
from wellkept.formats.line.vocabulary import is_word

_TEAM = re.compile(
    r"(?<!\w)(?:the|our|das|vom|some)\s+(?P<firm>\S+(?:\s+\S+){0,2}?)[\s-]+(?:team|folks|guys|people|crew|gang|delegation|leute)\s*(?:kennengelernt\s*|getroffen\s*|besucht\s*)?(?:(?:at|on|yesterday|today|tonight|last|this|in|over|for)(?:\s[^:;!?\n]{0,40}?)?\s*(?=:))?[:,(]"
    r"|(?:team|folks|guys|people|crew|gang|delegation|leute|equipo|equipe|equipa|group|founders|colleagues|brothers|sisters|gente|turma|galera|time|elenco|cuadrilla|bande|mannschaft|runde|jungs|kollegen|kolleginnen|grunder(?:n|innen)?|vertretern?|mitarbeitern?|inhabern?|socios|associes|pessoal|delegacion|delegacao|fundadores|fondateurs)\s+(?:from|of|at|von|vom|de\s+chez|del?|da|do|bei|chez)\s+(?P<of>\S+(?:\s+\S+)??)\s*(?:kennengelernt\s*|getroffen\s*|besucht\s*)?(?:(?<=\s)(?:at|on|yesterday|today|tonight|last|this|in|over|for)(?:\s[^:;!?\n]{0,40}?)?\s*(?=:))?[:,(]"
    r"|(?:con|com|avec|mit)\s+(?:los|las|os|as|ceux|celles|denen|die|den)\s+(?:(?:kollegen|leuten)\s+)?(?:del?|d[ao]s?|vo[nm])\s+(?:la\s+)?(?P<those>\S+(?:\s+\S+)??)\s*(?:(?:\w+\s+){0,2}(?:kennengelernt|getroffen|besucht|gesehen|gesprochen|gegessen|getrunken|telefoniert|gezoomt|geredet|unterhalten)\s*)?[:(]"
)


_GROUP_ALONE = re.compile(r"(?:the|our|some)\s+(?:[\w'.&-]+\s+){1,3}?(?:team|folks|crew|gang|guys|people|delegation)")


def draft_group(draft: Draft, start: int, end: int) -> bool:
    """'The Brightwell team: Joan Pike, …': it names nobody yet."""
    there = draft.people or draft.facts or draft.words.language != "en"
    return (
        not there
        and draft.words.plain[end : end + 1] == ":"
        and bool(_GROUP_ALONE.fullmatch(draft.words.plain, start, end))
    )


def in_a_team(draft: Draft, place: int) -> bool:
    """Whether names at ``place`` stand in the list of a team."""
    found = _TEAM.search(draft.words.plain)
    return bool(found and found.end() <= place and not re.search(r"[;.!?\n]", draft.words.text[found.end() : place]))


def of_a_team(draft: Draft) -> None:
    """'the Acme team: Joe Marsh, Ada Byrne' are both of Acme."""
    words = draft.words
    found = _TEAM.search(words.plain)
    group = next((name for name in ("firm", "of", "those") if found and found[name]), "")
    if not found or not (
        words.text[found.start(group)].isupper()
        or words.text[found.start(group)].isdigit()
        or (words.in_small and not is_word(found[group]))
    ):
        return
    place = found.end()
    for one in draft.people:
        if one.start < place or re.search(r"[;.!?\n]", words.text[place : one.start]):
            continue
        if one.organization is None:
            one.organization, one.at["organization"] = words.text[slice(*found.span(group))], found.span(group)
