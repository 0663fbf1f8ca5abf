"""Several people by the organization they are of."""

from __future__ import annotations

import re

from wellkept.formats.line.draft import Draft
from wellkept.formats.line.vocabulary import is_word

_TEAM = re.compile(
    r"(?<!\w)(?:the|our|das|vom|some)\s+(?P<firm>\S+(?:\s+\S+)?)[\s-]+(?:team|folks|guys|people|crew|gang|delegation|leute)\s*(?:kennengelernt\s*|getroffen\s*|besucht\s*)?(?:(?:at|on|yesterday|today|tonight|last|this|in|over|for)(?:\s[^:;!?\n]{0,40}?)?\s*(?=:))?[:,(]"
    r"|(?:team|folks|guys|people|crew|gang|delegation|leute|equipo|equipe|equipa|group|founders|colleagues|brothers|sisters|gente|turma|galera|time|elenco|cuadrilla|bande|mannschaft|runde|jungs|kollegen|grunder|socios|associes|pessoal|delegacion|delegacao|fundadores|fondateurs)\s+(?:from|of|at|von|vom|de\s+chez|del?|da|do|bei|chez)\s+(?P<of>\S+(?:\s+\S+)??)\s*(?:kennengelernt\s*|getroffen\s*|besucht\s*)?(?:(?:at|on|yesterday|today|tonight|last|this|in|over|for)(?:\s[^:;!?\n]{0,40}?)?\s*(?=:))?[:,(]"
)


def of_a_team(draft: Draft) -> None:
    """'the Acme team: Joe Marsh, Ada Byrne' are both of Acme."""
    words = draft.words
    found = _TEAM.search(words.plain)
    group = ("firm" if found["firm"] else "of") if found else ""
    if not found or not (words.text[found.start(group)].isupper() or (words.in_small and not is_word(found[group]))):
        return
    place = found.end()
    for one in draft.people:
        if one.start < place or re.search(r"[;.!?\n]", words.text[place : one.start]):
            continue
        if one.organization is None:
            one.organization, one.at["organization"] = words.text[slice(*found.span(group))], found.span(group)
