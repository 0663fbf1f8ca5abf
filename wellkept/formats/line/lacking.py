"""What somebody lacks or could give, without the words that say which of the two it is: 'looking for a designer' is a designer."""

from __future__ import annotations

import re

_NEEDS = re.compile(
    r"(?:(?:is|'s|are|'re|was|were)\s+)?(?:(?:currently|still|also|now|actively|desperately|always|urgently|really|badly|just)\s+)*+"
    r"(?:(?:looking|searching|hunting|on\s+the\s+(?:lookout|hunt))\s+(?:for|to(?=\s+(?:hire|find|buy|rent|meet|recruit|fill|sell|invest)))|in\s+(?:search|need|want)\s+of|seeking|seeks|in\s+the\s+market\s+for|short\s+of|(?:is\s+)?after(?=\s+an?\s)"
    r"|hiring|recruiting|trying\s+to(?=\s+(?:find|hire|recruit))|needs?(?:\s+to(?=\s+(?:find|hire|meet|recruit|buy|rent)))?|wants?(?:\s+to)?|would\s+(?:like|love)(?:\s+to)?|could\s+(?:use|do\s+with)|asked\s+(?:(?:me|us)\s+)?for|asks\s+(?:(?:me|us)\s+)?for)(?::\s*|\s+)"
    r"|(?:(?:noch|gerade|dringend|aktuell)\s+)*+(?:sucht|suchen|braucht|brauchen|benotigt|benotigen|wunscht\s+sich|(?:ist\s+)?auf\s+der\s+suche\s+nach)\s+(?:(?:noch|gerade|dringend|aktuell)\s+)*+"
    r"|(?:esta\s+|anda\s+|va\s+)?(?:buscan?|buscando|necesitan?|quieren?(?=\s+una?\s)|en\s+busca\s+de|les?\s+hace\s+falta|les?\s+falta|les?\s+urge)\s+"
    r"|(?:re)?cherche(?:nt)?\s+(?:desesperement\s+|toujours\s+|actuellement\s+)?|(?:(?:a|ont|aurait)\s+)?besoin\s+d(?:e\s+|')|(?:est\s+)?a\s+la\s+recherche\s+d(?:e\s+|')|(?:veut|voudrait|souhaite)\s+(?=(?:une?|des)\s)"
    r"|(?:esta\s+|anda\s+)?(?:procuram?|procurando|a\s+procurar|precisam?(?:\s+de)?|precisando\s+de|a\s+precisar\s+de|necessitam?(?:\s+de)?|a\s+procura\s+d[eo]|em\s+busca\s+d[eo]|buscando|quer(?=\s+uma?\s))\s+"
)
_OFFERS = re.compile(
    r"(?:(?:is|'s|are|'re|was)\s+)?(?:(?:also|kindly|has|have|very|really|just)\s+)*+(?:offer(?:s|ed|ing)?(?:\s+to|\s+(?:me|us)(?=\s))?|(?:can|could|may|would|might\s+be\s+able\s+to|able\s+to|would\s+be\s+able\s+to)\s+(?:(?:also|probably|maybe)\s+)?(?:offer(?:\s+(?:me|us))?)?|(?:would\s+be\s+)?(?:happy|willing|glad|ready|keen)\s+to|volunteer(?:s|ed)?\s+to|has(?=\s+spare))(?::\s*|\s*(?<=\s))"
    r"|hat\s+angeboten,?\s+|(?:kann|konnte|konnen|wurde)\s+|(?:bietet|bieten|bot)\s+"
    r"|(?:se\s+|me\s+|nos\s+)?(?:ofrecen?|ofrecio|ha\s+ofrecido)\s+(?:a\s+(?=\w+[aei]r))?|(?:puede|podria)\s+(?:ofrecer\s+)?"
    r"|(?:(?:m'|nous\s+)?a\s+)?(?:propose|offert|offre)\s+(?:de\s+|d'(?=[aeiouh]))?|(?:peut|pourrait)\s+"
    r"|(?:se\s+)?(?:oferecem?|ofereceu)(?:-se)?\s+(?:para\s+(?=\w+[aei]r))?|(?:pode|poderia)\s+(?:oferecer\s+)?"
)
_OFFERED = re.compile(
    r"(?:hat|haben)\s+(?:(?:mir|uns)\s+)?(?!angeboten)(.+?)\s+angeboten\W*$"
)  # 'hat Hilfe beim Umzug angeboten'
_APART = re.compile(r"\s+an$")  # 'bietet Hilfe an'


def thing_needed(plain: str) -> tuple[int, int]:
    """Where in the words of a need, as ``flat`` spells them, that which is needed begins and ends."""
    return _bare(_NEEDS, plain)


def thing_offered(plain: str) -> tuple[int, int]:
    """Where in the words of an offer, as ``flat`` spells them, that which is offered begins and ends."""
    return _bare(_OFFERS, plain)


def _bare(pattern: re.Pattern[str], plain: str) -> tuple[int, int]:
    if offered := _OFFERED.match(plain):
        return offered.span(1)
    found = pattern.match(plain)
    end = len(plain.rstrip(" .,;:!"))
    if found is None or found.end() >= end:
        return 0, end
    apart = _APART.search(plain, 0, end) if re.match(r"(?:bietet|bieten|bot)\s", plain) else None
    return found.end(), apart.start() if apart else end
