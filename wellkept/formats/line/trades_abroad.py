"""What somebody does for a living, by the form of the word, in German, Spanish, French and Portuguese, where no table knows it:
'criadora de ovejas', 'éleveuse de chèvres', 'Imkerin'."""

from __future__ import annotations

import re

from wellkept.formats.line.people import Words

_NO_ROMANCE = (
    r"(?:solter|solteir|mayor|menor|mejor|melhor|maior|primer|premier|dernier|extranjer|estrangeir|viajer|viajeir|enter|entier|companer|companheir|deport|optim|pesim|pessim|realista|ciclist|cycliste|femin|turist|tourist|fum|bebedor|corr|cour|nad|nag"
    r"|lector|leitor|lecteur|lectrice|jugador|jogador|joueu|seguidor|admir|conoced|conhec|torced|morador|sonhador|sonador|reveu|brasileir|ligeir|maneir|madeir|carreir|zurd|mad(?:re|rug)|amor|valor|calor|color|cor|favor|error|humor|dolor|temor|rumor|interior|exterior|anterior|superior"
    r"|bricol|randonn|skieu|voyag|zero|cero|pero|euro|enero|dinero|numero|febrero|fevereiro|janeiro|hier|fevrier|janvier|papier|quartier|metier|escalier|bailar|vegan|vegetar|celiac|aventur|soñador|madrugador|ahorrador|trabajad|trabalhad|conservador|hablador|peleador|ganador|vencedor|vainqueur|divers|meilleur|interieur|exterieur|chaleur|douleur|couleur|fleur|coeur|peur|bonheur|malheur|heur|erreur|mineur|majeur|superieur|seur|soeur|fan|herman|abuel|padr|madr|sobrin|manera|carrera|bandera|cadera|escalera|nevera|era|fuera|espera|quimera|primavera|lista|vista|revista|pista|conquista|entrevista|fiera|tercer|terceir|banheir|cozinha|rasteir|beira|feira|cadeir|poeira|bandeir|fronteir|sexta|ribeir|pionier|bannier|derrier|lumier|rivier|matier|manier|carrier|frontier|barrier)"
)
_ROMANCE = re.compile(
    rf"(?:poeta|poete|poetisa|luthier|(?!{_NO_ROMANCE})[a-z-]{{2,}}(?:dor|dora|tor|tora|sor|sora|tero|tera|dero|dera|jero|jera|nero|nera|lero|lera|cero|cera|viero|viera|ista|eiro|eira|eur|euse|trice|iere|[a-z]ier|iste|logo|loga|logue|grafo|grafa|graphe|icultor|icultora|iculteur|icultrice|cribano|crivain|crivaine|fabricante|comerciante|traficante|cantante|dibujante|ebanista|croupier))"
    r"(?:\s+(?:de|d'|en|du|des|d[ao]s?|a)(?:\s+|(?<='))(?:l[ae]s?\s+|l')?[a-z]{3,}(?:\s+(?:y|e|et)\s+[a-z]{3,})?){0,2}(?:\s+(?:independiente|independente|independant[e]?|freelance|autonom[oa]|jef[ea]|chefe?|cheffe|senior|junior|jubilad[oa]|aposentad[oa]|social|infantil|tecnic[oa]|industrial))?"
)
_NO_GERMAN = (
    r"(?:Wiener|Berliner|Schweizer|Österreicher|Italiener|Spanier|Engländer|Münchner|Hamburger|Kölner|Grazer|Linzer|Salzburger|Tiroler|Züricher|Zürcher|Schwäb|Norweger|Isländer|Niederländer|Ungar|Amerikaner|Kanadier|Australier|Brasilianer|Mexikaner|Japaner|Koreaner|Iraner|Syrer|Ägypter|Ukrainer|Belgier"
    r"|Vegetarier|Veganer|Rentner|Pensionist|Läufer|Raucher|Nichtraucher|Allergiker|Freund|Nachbar|Mutter|Vater|Bruder|Schwester|Tochter|Schwimmer|Tänzer|Sänger|Spieler|Kletterer|Reiter|Segler|Wanderer|Optimist|Pessimist|Diabetiker|Asthmatiker|Linkshänder|Frühaufsteher|Langschläfer|Christ|Katholik|Buddhist|Feminist|Termin|Berlin|Wein|Verein|Schein|Magazin|Medizin|Disziplin|Benzin|Tourist|Kollegin|Kollege)"
)
_GERMAN = re.compile(
    rf"(?!{_NO_GERMAN})[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]*(?:(?:ger|der|ker|ler|ner|ter|ster|zer|cher|mer|per|ber|fer|rer|ser|ist|ent|ant|log|eur|är|graf|wirt|bot|fess?or|tor)in|macher|bauer|wirt|meister|händler|iker|loge|graf|arbeiter|schmied|binder|gießer|setzer|brenner|brauer|gärtner|züchter|former|leger|werker|bäuerin|ärztin|anwältin|köchin|ingenieur|dozent|referent)"
)


_NO_FIRM = re.compile(rf"{_NO_GERMAN}\w{{0,4}}")


def is_no_firm(words: Words, start: int, end: int) -> bool:
    """'Vegetarierin', 'Berlinerin' after a name is what somebody is, and no organization."""
    return words.language == "de" and bool(_NO_FIRM.fullmatch(words.text, start, end))


def trade_at(words: Words, start: int, end: int) -> bool:
    """Whether the whole statement from ``start`` to ``end`` is a trade."""
    if words.language == "de":
        return bool(_GERMAN.fullmatch(words.text, start, end))
    if words.language not in ("es", "fr", "pt") or not words.text[start:end].islower():
        return False
    return bool(_ROMANCE.fullmatch(words.plain, start, end))
