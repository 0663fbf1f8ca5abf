"""Whose relation or colleague somebody is, before the name, in German, Spanish, French and Portuguese, as ``flat`` spells it."""

from __future__ import annotations

import re

_MY = r"(?:mon|ma|mes|mi|mis|[oa]s?\s+meus?|[oa]s?\s+minhas?|meu|minha|meine?[mnr]?|unsere?[mnr]?|su|sus|[oa]?\s*sua|[oa]?\s*seu|ihre?[mnr]?|seine?[mnr]?|son|sa|ses|notre|nuestr[oa]|noss[oa])"
_FORMER = r"(?:(?:ancien(?:ne)?|ex|alte[nrm]?|ehemalige[nrm]?|fruhere[nrm]?|antig[oau]+|viej[oa]|velh[oa]|neue[nrm]?|nuev[oa]|nov[oa]|nouve(?:au|lle)|vieil(?:le)?|gran|gute[nrm]?|grand[e]?|meilleure?)[\s-]+)"
_WHO = (
    r"(?:chef\w*|jef[ea]|boss|collegue|colleg\w*|compagnon|compagne|companer[oa]|colega|kolleg\w*|freund\w*|amie?|amig[oa]|prim[oa]|cousine?|nachbar\w*|vecin[oa]|vizinh[oa]|voisine?|bruder|schwester|herman[oa]s?|freres?|soeurs?|sours?|irmas?|irmaos|irmao|schwestern|geschwister"
    r"|tante|onkel|ti[oa]|oncle|schwager\w*|cunad[oa]|cunhad[oa]|beau-frere|belle-soeur|belle-sour|professor\w*|profesor\w*|professeure?|prof|steuerberater\w*|anwalt\w*|medic[oa]|arzt|arztin|cliente?|kund\w+|sobrin[oa]|neveu|niece|neffe\w*|nichte"
    r"|padrin[oa]|madrin[ao]|soci[oa]|associee?|partner\w*|mentor\w*|trainer\w*|entrenador\w*|mann|frau|mari|femme|marido|mujer|mulher|espos[oa]|sohn|tochter|hij[oa]|filh[oa]|fils|fille|mutter|vater|madre|padre|mae|pai|mere|pere|namorad[oa]|novi[oa]|freundin|copine|copain)"
)
# 'mon ancien chef Didier'.
KIN_LEADS = re.compile(
    rf"(?:(?:com|con|avec|mit|a|ao|de)\s+)?(?:{_MY}|d(?:ie|er|en|em)|la|el|les?|los|las|os?|as?)\s+{_FORMER}?(?:ex-?)?{_WHO}\s+(?=\S)"
    r"|(?:hermanas|hermanos|freres|soeurs|sours|irmas|irmaos|schwestern|brudern?|geschwistern?|eheleuten?|esposos|epoux)\s+(?=\S)"
)
# 'ihr Mann hat …' is one statement.
KIN_FIRST = re.compile(
    rf"(?:{_MY}|[oa]|el|la|le)\s+(?:\w+\s+)?(?:{_WHO}|kinder|hunde?|katzen?|hijos|filhos|enfants|padres|pais|eltern|parents|mellizos|gemeos|jumeaux)(?:\s+[a-z]+)?"
)
