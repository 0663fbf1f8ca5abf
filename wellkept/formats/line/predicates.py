"""By which words after a name it is the subject of the statement; as ``flat`` spells them."""

from __future__ import annotations

import re

PREDICATE = re.compile(
    r"(?:'s\s|\s+(?:is|was|has|had|will|shall|would|can|could|loves?|likes?|hates?|needs?|wants?|works?|lives?|moved|moving|turns?|turned|got|just|promised|offered|offers|owes|said|says|mentioned|asked|runs?|plays?|knows?|speaks?|started|starts|joined|joins|left|leaves|became|recommended|told|looking|called|wrote|texted|introduced|are|were|have|also|now|and|new|used|studied|went|going|married|born|birthday|allergic|recently|still|enjoys?|prefers?|plans?|quit|bought|sold|won|published|launched|founded|raised|celebrates?|gave|sent|teaches|replied|\w{3,}(?:ies|[^\Wsu]s)"
    r"|d[ao](?=\s+(?:una?|uma?|clases?|aulas?|cursos?)\s)|dara|ist|hat|wird|sucht|braucht|wohnt|arbeitet|liebt|mag|spielt|zieht|kann|bietet|schickt|stellt|meldet|geht|kommt|heiratet|wurde|und"
    r"|es|esta|tiene|busca|necesita|vive|trabaja|cumple|me|va|puede|ofrece|quiere|se|ha|juega|toca|habla|y"
    r"|est|a|cherche|habite|travaille|va|doit|peut|propose|aime|adore|joue|parle|fete|et|veut|vient"
    r"|fahrt|fliegt|lernt|studiert|plant|kennt|isst|trinkt|mochte|will|fangt|lauft|macht|erwartet|fuhrt|leitet|war|verkauft|baut|schreibt|liest|feiert|bekommt|darf|muss|soll|kommen|haben|sind|ziehen|leben|wohnen|heiraten"
    r"|viene|llega|estudia|fue|sabe|conoce|compro|abrio|vuelve|empieza|acaba|piensa|odia|prefiere|corre|dejo|perdio|gano|son|tienen|van|vienen|viven|dirige|toma|lleva"
    r"|part|arrive|sait|connait|ouvre|etudie|court|mange|deteste|prefere|attend|sont|ont|vont|viennent|quitte|demenage|monte|dirige|adopte|apprend|prend|perd|revient"
    r"|vem|foi|parou|ficou|esta|sabe|conhece|viaja|estuda|fez|perdeu|ganhou|comprou|abriu|voltou|chega|comeca|sao|estao|vao|vem|trouxe|toca|cria|corre|dirige|odeia|prefere|pensa|acabou|nasceu|casou|me"
    r"|tem|mora|procura|precisa|trabalha|vai|pode|oferece|quer|faz|gosta|adora|joga|fala|se|e)(?=\s|$))"
)
