"""By which words a statement is a promise, a next step, a need, an offer or a word on who introduced us; as ``flat`` spells them."""

from __future__ import annotations

import re

from wellkept.formats.line.flat import alternatives

LABEL = re.compile(
    r"(?:ne\s+pas\s+oublier|(?:a\s+)?no\s+olvidar|nao\s+esquecer|nicht\s+vergessen|penser\s+a)\s*:\s*|(?:quick\s+)?notes?\s+(?:on|about)\s+(?=[^:]{2,40}:)|(?:reminder|todo|to[\s-]do|action(?:\s+item)?|note\s+to\s+self|next\s+steps?(?:\s+with\s+[a-z'-]+(?:\s+[a-z'-]+)?(?=\s*:))?|nachster?\s+schritte?|proximos?\s+pasos?|prochaines?\s+etapes?|proximos?\s+passos?|task|aufgabe|tarea|pendiente|a\s+faire|pendencia|tarefa|fyi|(?:quick\s+|side\s+|short\s+)?notes?|ps|btw|erinnerung|recordatorio|recordar|pense-bete|memo|merkzettel|ojo|achtung|wichtig|importante|attention|rappel|lembrete)(?:\s*:\s*|\s+[-–]\s+|\s+(?=(?:send|call|ask|email|share)(?!\w)))|(?:from|name|contact|met)(?:\s*:\s*|\s+[-–]\s+)"
    r"|(?:(?:i'm|i\s+am|so|very)\s+)*(?:happy|glad|sorry|sad|good|great|delighted)\s+to\s+(?:hear|learn|read)\s+(?:that\s+)?(?!from|of\s)"
    r"|(?:please\s+)?(?:remember|don't\s+forget|note)(?:\s+that)?\s*:\s*"
    r"|(?:(?:in|during|after|at|over)\s+which|where(?:upon)?)\s+(?=(?:she|he|they|i|we)(?:\s|'))"
    r"|(?:(?:saw|read|learned|found\s+out|noticed|hear|word\s+is|rumou?r\s+(?:has\s+it|is)|turns\s+out|looks\s+like)(?:\s+(?:on\s+linkedin|online))?\s+that|heard\s+that|apparently|turns\s+out|saw\s+on\s+(?:linkedin|facebook|insta\w*)(?:\s+that)?)\s+(?=\S)|(?:because|cuz|bc|since|although|tho|though|while|whereas)\s+(?=(?:she|he|they|i|we|her|his|their)(?:\s|'))|(?:in\s+return|in\s+exchange|meanwhile|also|and|then|but|please|pls|plz|und|aber|dann|auch|y|luego|pero|et|puis|aussi|e|mas|depois|tambem|tambien|oh|ok|so|anyway)\s+(?!to\b)"
)
_SHE = r"(?:she|he|they|we)"

_VIA = (
    r"(?:(?:thanks\s+to|through|after|following|via|by|on)\s+)?(?:an?\s+|the\s+)?(?:kind\s+|warm\s+|e-?mail\s+)?intro(?:duction)?\s+(?:by|from|via|through)|via|through|thru|introduced\s+(?:to\s+(?:me|us)\s+)?(?:by|via|through)|intro(?:duction|d)?\s+(?:by|from|via|through|thanks\s+to|courtesy\s+of|was\s+(?:by|from|via|through))|intro'?e?d\s+(?:by|via|thru)|ref(?:'?d|erred)\s+(?:to\s+me\s+)?by|referral\s+(?:from|by)|recommended\s+by|connected\s+(?:by|through|via)|(?:many\s+|big\s+)?(?:thanks|thx|tks|thank\s+you|ty|props|kudos|h/t|hat\s+tip|shout-?out)\s+to|(?:whom?\s+)?i\s+(?:know|got\s+to\s+know)\s+(?:via|through|thru)"
    r"|(?:kennengelernt|vorgestellt|bekannt|empfohlen|vermittelt|bekannt\s+gemacht|kontakt)\s+(?:uber|durch|von)|durch|uber|presentad[oa]\s+por|a\s+traves\s+de|por\s+medio\s+de|por\s+mediacion\s+de|gracias\s+a|recomendad[oa]\s+por|presentee?s?\s+par|par\s+(?:l'intermediaire\s+d[eu']|le\s+biais\s+de)|grace\s+a|recommandee?\s+par|conseillee?\s+par|mise?s?\s+en\s+(?:contact|relation)\s+par"
    r"|apresentad[oa]\s+(?:por|pel[oa])|por\s+meio\s+d[eoa]|atraves\s+d[eoa]|indicad[oa]\s+(?:por|pel[oa])|indicacao\s+d[eoa]|por\s+intermedio\s+d[eoa]|gracas\s+ao?|recomendad[oa]\s+pel[oa]"
)
_VIA += (
    r"|me\s+l[oa]s?\s+(?:presento|ha\s+presentado)(?!\s+a\s)|(?:me|nos)\s+l[oa]s?\s+recomendo|quem\s+(?:me\s+|nos\s+)?indicou\s+foi|nos\s+(?:presento|ha\s+presentado)(?!\s+a\s)|quien\s+(?:me|nos)\s+(?:l[oa]s?\s+)?presento\s+fue|(?:me|nos)\s+puso\s+en\s+contacto|por\s+recomendacion\s+de|de\s+parte\s+de|contacto\s+de|por\s+mediacion\s+de|fue(?=\s+\S+(?:\s\S+)?\s+quien\s+(?:me|nos)\s)"
    r"|quem\s+(?:me|nos)\s+(?:l[oa]\s+)?apresentou\s+foi|foi(?=\s+(?:[oa]\s+)?\S+(?:\s\S+)?\s+(?:quem|que)\s+(?:me|nos)\s)|(?:me|nos)\s+foi\s+apresentad[oa]\s+(?:por|pel[oa])|por\s+indicacao\s+d[eoa]|apresentad[oa]s\s+(?:por|pel[oa])|por\s+recomendacao\s+d[eoa]|contat[oa]\s+d[eoa](?=\s+[a-z]+$)"
    r"|c'(?:est|etait)(?=\s+\S+(?:\s\S+){0,2}\s+qui\s+(?:nous|m'|me)\s*(?:l'|la\s+|le\s+|les\s+)?(?:a|avait)\s+(?:presente|mis|recommande))|sur\s+(?:la\s+)?recommandation\s+de|de\s+la\s+part\s+de|par\s+l'entremise\s+de|(?:nous\s+)?(?:avons\s+)?ete\s+presentes\s+par"
    r"|(?:uns\s+|mir\s+|mich\s+)?(?:bekannt\s+gemacht|vorgestellt|vermittelt|zusammengebracht)\s+hat\s+(?:uns|mich|ihn|sie|das|den\s+kontakt)|(?:der\s+)?kontakt\s+(?:kam|lief|kommt|stammt)\s+(?:uber|von|durch)|auf\s+empfehlung\s+von"
)
_A_FRIEND = r"(?:(?:o|a|el|la|le|der|die)\s+(?=[a-z]+))?(?:familie\s+|(?:my|our|a|mi|meu|mon|ma|meinen?|o|seine|ihren?|seinen?|her|his|their|su|seu|sua|son|sa|minha)\s+(?:(?:old\s+)?(?:friend|colleague|boss|cousin|brother|sister|wife|husband|partner|neighbou?r|flatmate|coach|mother|father|uncle|aunt|schwester|bruder|frau|mann|hermana|hermano|soeur|frere|irma|irmao|amig[oa]|ami|amie|freund|freundin|kollegen|kollegin),?\s+)?)?"
VIA = re.compile(
    rf"(?:(?:we|i)\s+(?:were|got|was)\s+|was\s+|got\s+|met\s+|found\s+(?:her\s+|him\s+|them\s+)?(?=via|through)|known\s+|came\s+(?=via|through)|know\s+(?:her|him|them)\s+(?=via|through))?(?:{_VIA}|par|por)\s+{_A_FRIEND}"
)
VIA_WITHIN = re.compile(rf"(?<![\w'-])(?:{_VIA})\s+{_A_FRIEND}")
INTRODUCED_ME = re.compile(
    r"\s+(?:(?:hat|hatte)\s+(?:mir|mich|uns)\s+(?P<de>.+?)\s+vorgestellt|me\s+(?:presento\s+a|(?:ha\s+puesto|puso)\s+en\s+contacto\s+con|conecto\s+con)\s+(?P<es>.+)|m'a\s+(?:presentee?\s+(?:a\s+)?|mise?\s+en\s+(?:contact|relation)\s+avec\s+)(?P<fr>.+)|me\s+(?:apresentou|(?:colocou|pos)\s+em\s+conta(?:c)?to\s+com|conectou\s+com)\s+(?:(?:a|ao|o)\s+)?(?P<pt>.+))"
)
INTRODUCED_US = re.compile(
    r"\s+(?:who\s+|that\s+|kindly\s+|also\s+)*+(?:(?:e-)?intro(?:'?e?d)?\s+(?:us|me)|hooked\s+us\s+up|introduced\s+(?:us|me)|connected\s+(?:us|me)|put\s+(?:us|me)\s+in\s+(?:touch|contact)|made\s+the\s+intro(?:duction)?|brought\s+us\s+together|hat\s+(?:uns|mich)\s+(?:vorgestellt|bekannt\s+gemacht)|nos\s+presento|nous\s+a\s+presentes|m'a\s+presente|nos\s+apresentou)(?!\w)"
)
CHANNELS = frozenset(
    "zoom whatsapp linkedin email e-mail mail phone teams slack telegram signal skype facetime twitter facebook instagram video call work telefono telefon teléfono sms text message meet webex x mutual work school uni university church the a an".split()
)

IT_WAS = re.compile(r"(?:(?:it|that)(?:\s+was|'s)|thank\s+you|thanks)\s+(?=.*\s(?:who|that)\s)")

# --- the next step ------------------------------------------------------------------------------------------------------------------------
_TO_DO = r"(?:(?:talvez|quizas?|tal\s+vez|a\s+lo\s+mejor|peut-etre|vielleicht)\s+)?(?:(?:i|we|ich|yo|je|eu)\s*)?(?:(?:'ll|will|shall|should|must|need\s+to|have\s+to|want\s+to|gotta|'m\s+going\s+to|am\s+going\s+to|plan\s+to|said\s+i'd|promised\s+to|muss|soll|sollte|will|werde|mochte|tengo\s+que|debo|hay\s+que|quiero|voy\s+a|dois|vais|il\s+faut|faut|penser\s+a|tenho\s+que|tenho\s+de|preciso|vou|quero|fiquei\s+de|let's|lets|let\s+us|to|remember\s+to|remind\s+me\s+to|don't\s+(?:let\s+me\s+)?forget\s+to|reminder\s+to|try\s+to|lembrar\s+de|recordar)\s+)?"
_AGAIN = alternatives(
    "f/u f/up circle_round loop_back ping_again ping nudge bump poke follow_up follow-up followup following_up check_in check_back check_back_in check_on touch_base reconnect get_back_to get_back get_in_touch circle_back catch_up reach_out be_in_touch"
    " talk_again speak_again meet_again meet_up_again meet_up chase next_touch next_contact next_call try_again revisit regroup see_her_again see_him_again see_them_again talk_more talk_next meet_next catch_up_again say_hi say_hello"
    " next_check-in drop_her_a_line drop_him_a_line drop_them_a_line drop_her_a_note drop_him_a_note drop_them_a_note drop_a_note shoot_her_a_note shoot_him_a_note send_her_a_reminder send_him_a_reminder look_in_on drop_a_line pick_this_up resume"
)
_CALLED = alternatives(
    "txt msg ring_up give_her_a_ring give_him_a_ring give_them_a_ring give_her_a_call give_him_a_call give_them_a_call talk_to speak_to speak_with call call_back ring phone text email e-mail write write_to message contact mail dm whatsapp see meet"
)
FOLLOW_UP = re.compile(
    rf"{_TO_DO}(?:(?P<again>(?!get\s+back\s+to\s+(?:me|us)(?!\w))(?:{_AGAIN}|remind\s+me(?=\s+(?:on|in|at|next|tomorrow)\s)(?!.*\s(?:to|about)\s)))|(?P<called>{_CALLED}|try(?=\s+(?!to\s)\S+(?:\s\S+){{0,2}}\s+again(?!\w))|(?:remind|visit|update)(?=\s+(?:her|him|them)\b)|(?:grab|have|get|do|plan|arrange|schedule)\s+(?:(?:a|another|some)\s+)?(?:quick\s+)?(?:coffee|lunch|dinner|drinks?|call|beer|breakfast|catch-up))(?=\s|$))(?!\w)"
    r"|(?P<german>(?:.*\s)?(?:melden|nachfassen|nachhaken|nachfragen|anrufen|anpingen|kontaktieren|zuruckrufen|follow[\s-]?up|wiedervorlage|ruckruf|wieder\s+treffen|anschreiben|anklopfen|(?:nochmals?|noch\s+einmal|wieder|erneut)\s+(?:probieren|versuchen)|anstupsen|ruhren|treffen)(?!\w).*|(?:ich\s+)?(?:melde\s+mich|rufe)\s.*|(?:wir\s+)?(?:sehen|horen|sprechen|treffen)\s+uns\s.*)"
    r"|(?P<spanish>" + _TO_DO + r"(?:(?:escribir|llamar|contactar|recontactar|buscar|reconectar|ver)(?:le|la|lo|les)?|reconectar|(?:volver\s+a\s+)?intentar(?:lo)?\s+(?:de\s+nuevo|otra\s+vez)|dar(?:le)?\s+senales|volver\s+a\s+\w+(?:le|la|lo)?|retomar(?:\s+el)?(?:\s+contacto)?|(?:hacer(?:le)?\s+)?seguimiento|hablar(?:\s+de\s+nuevo|\s+otra\s+vez)?|quedar|dar(?:le)?\s+un\s+toque|recordar(?:me|le)?|vernos|hablamos|comer\s+con|cenar\s+con|almorzar\s+con|visitar|quedamos\s+(?:en\s+vernos|para)|veo\s+a|quedo\s+con|le\s+(?:escribo|llamo)|la\s+llamo|lo\s+llamo|nos\s+vemos)(?!\w))"
    r"|(?P<french>" + _TO_DO + r"(?:a\s+)?(?:(?:le|la|les|lui|l'|leur|se|me|on)\s*)?(?:vois(?!\w)|revois|dejeune\s+avec|dine\s+avec|voir(?!\s+(?:avec|si|pour|comment|ce|quand|a)\s)|relancer|rappeler|rappelle|recontacter|reprendre\s+contact|revenir\s+vers|reecrire|ecrire|telephoner|appeler|contacter|revoir|relance|rappel|se\s+reparler|se\s+revoir|revoit|on\s+se\s+(?:revoit|reparle|rappelle|voit|appelle)|reparle|reparler|(?:re)?faire\s+signe|reessayer|(?:re)?prendre\s+des\s+nouvelles|donner\s+des\s+nouvelles|faire\s+le\s+point|refaire\s+un\s+point|suivi|recontact)(?!\w))"
    r"|(?P<portuguese>" + _TO_DO + r"(?:retomar(?:\s+o)?(?:\s+contato|\s+contacto)?|ligar|falar|fazer\s+follow[\s-]?up|dar\s+um\s+toque|entrar\s+em\s+contato|escrever|voltar\s+a\s+\w+|chamar|mandar\s+(?:uma\s+)?mensagem|cobrar|contatar|contactar|lembrar|procurar\s+de\s+novo|retornar|tentar\s+(?:de\s+novo|novamente|outra\s+vez)|dar\s+(?:um\s+)?(?:retorno|alo|oi)|reconectar|rever|revisitar|mandar\s+um\s+oi|nos\s+(?:falamos|vemos|encontramos)|a\s+gente\s+se\s+(?:fala|ve|encontra)|almocar|jantar\s+com|vejo|almoco\s+com|janto\s+com|visitar|ligo|marcar\s+de\s+novo)(?!\w))"
)  # fmt: skip
ABOUT = re.compile(
    r"(?<!\w)(?:about|re|regarding|wegen|sobre|a\s+propos|au\s+sujet|zum\s+thema|acerca|para\s+[a-z]{2,}[aei]r(?:l[aeo]s?|me|nos|se)?|pour\s+(?:l[ae]s?\s+|l'|lui\s+)?[a-z]{3,}(?:er|ir|re|oir)|um\s+.+\s+zu\s+[a-z]+en|to\s+(?:discuss|ask|say|confirm|congratulate|thank|wish)|for\s+(?:a|the|his|her)\s+\w+)(?!\w)"
)

# --- promises of mine ---------------------------------------------------------------------------------------------------------------------
ME_PREFIX = re.compile(
    r"(?:i|we)(?:'ll|\s+will|\s+shall|\s+must|\s+should|\s+need\s+to|\s+have\s+to|'ve\s+got\s+to|\s+gotta|\s+(?:\w+\s+)?promised(?:\s+(?:her|him|them)(?=\s)|\s+[a-z]+(?=\s+(?:to|i'd|i'll|i\s+would|that)))?(?:\s+to|\s+i'd|\s+that\s+i'd|\s+i'll|\s+i\s+would|\s+that\s+i\s+would)?|\s+said\s+(?:that\s+)?(?:i'd|i\s+would|i'll)|\s+told\s+(?:her|him|them|[a-z]+)\s+(?:that\s+)?(?:i'd|i\s+would|i'll)|'m\s+going\s+to|\s+am\s+going\s+to|'m\s+to|\s+am\s+to|'ve\s+to|'m\s+due\s+to|\s+agreed\s+to|\s+offered\s+to|\s+owe(?:\s+(?:her|him|them))?|\s+can|\s+want\s+to|\s+plan\s+to|\s+committed\s+to|'d\s+like\s+to)\s+"
    r"|(?:promised\s+(?:(?:her|him|them)(?:\s+(?:to|i'd|i'll|that\s+i'd|i\s+would))?|to|i'd|i'll)|told\s+(?:her|him|them)\s+(?:that\s+)?(?:i'd|i'll|i\s+would|i\s+will))\s+|(?:need|have|got|want|agreed|offering)\s+to\s+|must\s+|should\s+|gotta\s+|will\s+|(?:i\s+)?said\s+i(?:'d|'ll|\s+would|\s+will)\s+|(?:still\s+)?owe\s+(?:her|him|them)\s+|remember\s+to\s+|don't\s+(?:let\s+me\s+)?forget\s+to\s+|do\s+not\s+forget\s+to\s+|remind\s+me\s+to\s+|remind\s+me\s+(?=about)|make\s+sure\s+to\s+|be\s+sure\s+to\s+|to\s+(?=(?:send|share|forward|introduce|email|call|write|book|bring|give|prepare))"
    r"|(?:ich\s+)?(?:muss|sollte|werde)\s+|ich\s+(?:soll|will|mochte|kann)\s+|(?:ich\s+)?(?:habe\s+)?(?:(?:ihr|ihm|ihnen)\s+)?versprochen,?\s+|nicht\s+vergessen,?\s+|(?:ich\s+)?schulde\s+(?:ihr|ihm|ihnen)\s+"
    r"|(?:eu\s+)?prometi(?:\s+(?:a|ao)\s+\w+)?\s+que\s+(?:ia|iria|vou)\s+|(?:le\s+)?prometi(?:\s+al?\s+\w+(?:\s+\w+){0,2}?)?\s+que\s+(?:le\s+)?iba\s+a\s+|(?:le\s+)?prometi\s+al?\s+\w+(?:\s+\w+){0,2}?\s+(?=[a-z]+[aei]r(?:l[aeo]s?)?\s)"
    r"|(?:yo\s+)?(?:tengo\s+que|debo|hay\s+que|he\s+de|voy\s+a|(?:le\s+)?prometi|quede\s+en|no\s+olvidar|me\s+toca|me\s+comprometi\s+a|he\s+prometido|le\s+he\s+prometido|acordarme\s+de|necesito)\s+|(?:yo\s+)?le\s+debo\s+"
    r"|(?:je\s+)?(?:dois|vais|il\s+faut|faut|penser\s+a|ne\s+pas\s+oublier\s+d[e']|me\s+suis\s+engagee?\s+a)\s*|(?:je\s+)?lui\s+dois\s+|j'ai\s+promis\s+(?:(?:a\s+(?:m(?:me|lle)?\.?\s+)?\w+(?:\s+\w+){0,2}?\s+)?(?:de\s+|d'))?|je\s+lui\s+ai\s+promis\s+(?:de\s+|d')?|promis\s+(?:a\s+(?:mme\s+|m\.\s+)?\w+\s+)?(?:de\s+|d')?"
    r"|(?:que\s+no\s+se\s+me\s+olvide|acordarse\s+de|nao\s+posso\s+esquecer\s+de|ne\s+surtout\s+pas\s+oublier\s+d[e']|darf\s+nicht\s+vergessen,?)\s+"
    r"|(?:eu\s+)?(?:tenho\s+que|tenho\s+de|preciso|devo(?:-lhes?)?\s+(?:a|para)\s+el[ae]s?|devo-lhes?|devo|vou|(?:lhe\s+)?prometi(?:\s+(?:a|ao)\s+\w+(?:\s+\w+){0,2}?(?=\s+(?:que|[a-z]+[aei]r)\s))?(?:\s+que\s+vou)?|fiquei\s+de|lembrar\s+de|nao\s+esquecer\s+de|combinei\s+de|me\s+comprometi\s+a)\s+"
)
_ME_VERBS = alternatives(
    "shoot fwd txt msg dm whatsapp ring sms pick_up drop_off collect fetch reschedule cancel postpone finalize finalise look_after sort deliver nominate water feed frame order_the tidy translate summarize summarise send share forward introduce intro connect book write review prepare draft give bring invite buy pay return lend get find ask tell show recommend refer help schedule set_up organize organise arrange update read reply respond mail post ship order"
    " submit sign thank congratulate put look_into look_up drop add check make confirm finish offer pass dig_out sort_out print upload register sponsor endorse owe email_her email_him email_them text_her text_him text_them wish deliver sponsor pitch"
    " fix plan suggest nominate follow_through cc loop_in hook_up point take proofread transfer test try email call text message write invite wire refund mention talk_to speak_to speak_with message_her message_him call_her call_him"
)
_DOES_ABROAD = (
    r"(?:ich\s+)?(?:schicke|sende|schick|leite|stelle|bringe|gebe|besorge|organisiere|frage|maile|empfehle|lade|bereite|schreibe|zeige|reserviere|buche|bestelle|uberweise|leihe|mache)\s+\S|(?:ich\s+)?schulde\s+\S"
    r"|(?!(?:kann|konnte|will|mochte|wird|wurde|hat|ist|soll|muss|kennt|lasst)\s)(?:(?:ihr|ihm|ihnen|ihn|sie|den|die|das|dem|der|eine|einen|ein|herrn|frau|[a-z]+)\s+)(?:.*\s)?(?:schicken|senden|geben|vorstellen|weiterleiten|zuschicken|zusenden|mailen|bringen|besorgen|schreiben|prufen|empfehlen|einladen|vorbereiten|zeigen|zuruckgeben|leihen|buchen|reservieren|danken|gratulieren|ausrichten|schenken|verbinden|erstellen|organisieren|klaren|bezahlen|uberweisen|bestellen|vermitteln)$"
    r"|(?:le|les|te|lo|la|se\s+l[oa])\s+(?:mando|envio|enviare|mandare|debo|presento|presentare|paso|pasare|llevo|llevare|escribo|comparto|compartire|dare|doy|traigo)(?!\w)|(?:enviare|mandare|presentare|pasare|llevare)(?!\w)"
    r"|(?:enviar|mandar|pasar|presentar|compartir|devolver|preparar|reservar|invitar|dar|preguntar|agradecer|felicitar|recomendar|revisar|llevar|comprar|pagar|entregar|prestar|reenviar|organizar)(?:le|les|la|lo|los|las|selo|sela|-lhe)?\s+\S"
    r"|(?:je\s+)?(?:lui|leur|l'|le|la|les)\s*(?:envoie|envoyer|transmettre|transmets|presenter|presente|partager|partage|donner|donne|inviter|repondre|rendre|preter|remercier|feliciter|recommander|demander|apporter|payer|relire|faire\s+suivre|faire\s+parvenir|montrer|offrir|passer|ecrirai|enverrai|presenterai)(?!\w)"
    r"|(?:envoyer|transmettre|presenter|partager|donner|inviter|preparer|rendre|preter|mettre|remercier|feliciter|acheter|reserver|recommander|demander|faire\s+suivre|apporter|payer|organiser)\s+\S|j'(?:envoie|enverrai)\s+\S"
    r"|(?:lhe\s+)?(?:mando|envio|enviarei|mandarei|apresento|passo|devo|levo|encaminho)\s+\S|(?:apresentar|compartilhar|partilhar|encaminhar|convidar|perguntar|parabenizar|indicar|repassar|emprestar|levar|marcar)(?:-lhe)?\s+\S"
)  # fmt: skip
_ME_DOES = re.compile(rf"(?:{_ME_VERBS})\s+\S|{_DOES_ABROAD}")
_ME_DOES_ABROAD = re.compile(_DOES_ABROAD)


def me_does(plain: str, start: int, end: int, language: str) -> re.Match[str] | None:
    """What I am to do; 'invite' and 'prepare' are so in English alone: 'prépare un doctorat' is what she does."""
    return (_ME_DOES if language == "en" else _ME_DOES_ABROAD).match(plain, start, end)


GERMAN_DOES = re.compile(
    r"(?!.*(?<!\w)(?:hat|ist|will|kann|wird|mochte|muss|soll|sind|haben|er|sie\s+(?:will|hat|ist))(?!\w))(?:\S+\s+){0,7}(?:schicken|senden|geben|vorstellen|weiterleiten|zuschicken|zusenden|mailen|bringen|besorgen|schreiben|prufen|empfehlen|einladen|vorbereiten|zeigen|zuruckgeben|buchen|reservieren|danken|gratulieren|ausrichten|schenken|verbinden|erstellen|organisieren|klaren|bezahlen|uberweisen|bestellen|vermitteln|antworten|absagen|zusagen|kaufen|holen|fragen|abgeben|anrufen|nachfassen|nachhaken|kontaktieren|anschreiben|zuruckrufen|besuchen|treffen|informieren|abholen|helfen|mitbringen|verschicken|nachreichen|weitergeben|kontaktieren|unterschreiben|ausfullen)"
)
# --- promises of theirs -------------------------------------------------------------------------------------------------------------------
_DEEDS = alternatives(
    "get_me get_us get_back get_my have_me have_us hook_me hook_us shoot fwd txt msg dm chase loop_in sort push send share forward introduce intro connect get_back come_back email call text write put give bring ask check let_me look_into look_at look_for find review refer recommend invite book set_up arrange talk_to speak_to speak_with pass help join confirm lend show tell return buy pay"
    " reply respond follow_up ping reach_out schedule organize organise message make_an_intro make_the_intro vouch sign deliver prepare draft submit drop read mention loop add nominate update circle_back think_about show_me keep pitch"
)
# What they do for me without saying so: 'va a enviar la oferta'.
DELIVER = "mandar|enviar|confirmar|entregar|responder|contestar|pagar|assinar|firmar|avisar|falar|ligar|llamar|apresentar|presentar|indicar|passar|pasar|preparar|revisar|devolver|verificar|perguntar|preguntar|marcar|resolver|emprestar|prestar|trazer|traer|retornar|decir|dizer|buscar|conseguir"
_SUBJECT = r"(?:(?:she|he|they|it|er|sie|ella|ellos|el|elle|il|elles|ils|ela|ele|eles)\s*)?"
THEM_PREFIX = re.compile(
    rf"{_SUBJECT}(?:(?:'ll|will|shall|'s\s+going\s+to|is\s+going\s+to|are\s+going\s+to|'d|would|is\s+to|(?:(?:has|have|kindly|also)\s+)*(?:agreed|pledged|undertook|undertaken|committed|vowed|swore|consented)\s+to|to)\s+(?:also\s+|try\s+to\s+|then\s+)?(?=(?:{_DEEDS})(?!\w))|(?:has\s+|have\s+|'s\s+)?promised(?:\s+me)?(?:\s+(?:to|that\s+(?:she|he|they)(?:'ll|'d|\s+will|\s+would)|(?:she|he|they)(?:'ll|'d|\s+will|\s+would)))?\s+"
    rf"|(?:said|says|replied|mentioned|confirmed|told\s+me|wrote)\s+(?:that\s+)?(?:she|he|they)(?:'ll|'d|\s+will|\s+would)\s+(?=(?:{_DEEDS})(?!\w))|(?:owes|owe)\s+(?:me|us)\s+|(?:me|nos)\s+(?:debe|deve)\s+(?:todavia\s+|aun\s+|ainda\s+)?|(?:me|nous)\s+doit\s+(?:encore\s+|toujours\s+)?|schuldet\s+(?:mir|uns)\s+(?:noch\s+)?|(?:is|'s)\s+(?=(?:sending|introducing|getting\s+back|putting)\s)"
    r"|wird\s+(?=.*(?:mir|mich|uns|sich)\s)|will\s+(?=.*(?:mir|mich|uns|sich)\s)|hat\s+(?:mir\s+)?versprochen,?\s+|(?:me|nos)\s+(?:prometio|prometeu|ha\s+prometido)\s+|m'a\s+promis\s+(?!de)|verspricht,?\s+|hat\s+(?:mir\s+|uns\s+)?zugesagt,?\s+|s'est\s+engagee?\s+a\s+|(?=(?:schickt|sendet|stellt|gibt|bringt|leitet|zeigt|empfiehlt|besorgt|ruft|fragt|leiht|macht)\s+(?:mir|mich|uns)\s)|(?=meldet\s+sich)|(?=ruft\s+(?:mich|zuruck))"
    r"|(?=(?:me|nos)\s+(?:va\s+a|van\s+a|enviara|mandara|manda|envia|presentara|presenta|pasara|pasa|llamara|avisara|recomendara|dara|dira|escribira|pondra|prestara|traera)(?!\w))|van?\s+a\s+(?=\w+r(?:me|nos)(?!\w)|(?:"
    + DELIVER
    + r")\s)|(?:quedo\s+en|quedaron\s+en|prometieron|dijo\s+que\s+va\s+a|prometio|ha\s+prometido|(?:me\s+|nos\s+)?promete|queda\s+en|se\s+compromete\s+a|me\s+prometio|se\s+(?:ha\s+)?comprometi(?:o|do)\s+a)\s+(?=\w+r(?:me|nos)(?!\w)|\w+r\s)"
    r"|(?:va|doit|vont|doivent)\s+(?=(?:me|m'|nous)\s*)|(?=(?:me|m'|nous)\s*(?:envoie|enverra|presente|presentera|rappelle|rappellera|donne|donnera|met|mettra|transmet|transmettra|tient|recontacte|recontactera|fera|fait|repond|repondra)(?!\w))|(?:m')?a\s+promis\s+(?:de\s+|d')|(?:me\s+|nous\s+)?promet\s+(?:de\s+|d')|(?:s'engage|s'est\s+engagee?)\s+a\s+|(?:a\s+)?promis\s+de\s+(?=m)"
    r"|(?:vai|vao)\s+(?=(?:me|nos|te|lhe)\s|\w+r-(?:me|nos)\s|(?:"
    + DELIVER
    + r")\s)|(?:ficou\s+de|fica\s+de|prometeu|promete|compromete-se\s+a|se\s+compromete\s+a|disse\s+que\s+vai|combinou\s+de|se\s+comprometeu\s+a|comprometeu-se\s+a)\s+(?=me\s|lhe\s|\w+r(?:-me)?\s|nos\s|te\s)|(?=me\s+(?:manda|envia|apresenta|liga|passa|mandara|enviara|retorna|avisa|indica)(?!\w)))"
)
# Told of them, whoever else is named: 'Prometió mandar …'.
THEY_SAID = re.compile(
    r"(?:(?:me|nos|te)\s+)?(?:prometio|prometeu|ha\s+prometido|se\s+ha\s+comprometido\s+a|se\s+comprometio\s+a|comprometeu-se\s+a|se\s+comprometeu\s+a|ficou\s+de|quedo\s+en|combinou\s+de|disse\s+que\s+vai|dijo\s+que\s+va\s+a|se\s+compromete\s+a|compromete-se\s+a)\s"
    r"|(?:(?:m'|nous\s+)?a\s+promis|s'est\s+engagee?|(?:me\s+|nous\s+)?promet\s+d|s'engage\s+a|hat\s+(?:mir\s+|uns\s+)?(?:versprochen|zugesagt)|verspricht|versprach|sagte\s+zu)(?!\w)"
)
MY = re.compile(
    r"(?<!\w)(?:(?:me|us|my|our|mir|mich|uns|mi|nos|nous|meu|minha|\w+[aei]r(?:me|nos)(?:l[oa]s?)?|\w+-(?:me|nos))(?!\w)|m')"
)
THEIR = re.compile(r"(?<!\w)(?:her|him|them|ihr|ihm|ihnen|le|les|lui|leur|lhe)(?!\w)")

# --- needs and offers ---------------------------------------------------------------------------------------------------------------------
NEED = re.compile(
    r"(?:(?:is|'s|are|'re|was)\s+)?(?:currently\s+|still\s+|also\s+|now\s+|actively\s+|desperately\s+|always\s+|urgently\s+)*+(?:looking\s+(?:for|to\s+(?:hire|find|buy|rent|raise|meet|recruit|fill|sell|partner|invest))|searching\s+for|in\s+search\s+of|seeking|seeks|in\s+need\s+of|on\s+the\s+lookout\s+for|in\s+the\s+market\s+for|hunting\s+for|trying\s+to\s+(?:find|hire|raise|recruit)|hiring(?!\s+(?:manager|lead|partner|director|coordinator|committee|specialist|consultant|(?:is\s+)?(?:frozen|paused|on\s+hold|stopped|again)))|recruiting|short\s+of|after\s+an?(?=\s)"
    r"|needs?(?!\s+to\s+(?!find|hire|meet|raise|recruit|buy|rent))|wants?\s+(?!to(?!\w))(?:(?:an?|some|more|better|two|three|four|\d+)(?=\s+(?!dog|cat|child|baby|family|wedding|break|change|word|say|raise|divorce))|volunteers?|sponsors?|speakers?|testers?|partners?|suppliers?|investors?|(?:[a-z-]+\s+){0,2}samples|(?:an?\s+)?(?:intro|introduction|referral|mentor|demo|quote|copy|samples?|proposal|contacts?|recommendation|second\s+opinion)|to\s+(?:hire|be\s+introduced|get\s+an?\s+intro)|help|advice|feedback|recommendations)|would\s+(?:like|love)\s+(?:an?\s+)?(?:intro|introduction|help|advice|feedback)|asked\s+(?:me\s+)?for|asks\s+for|could\s+use|could\s+do\s+with|in\s+want\s+of|(?:is\s+|'s\s+)?after(?=\s+an?\s))(?!\w)"
    r"|(?:noch\s+|gerade\s+|dringend\s+|aktuell\s+)*+(?:sucht|suchen|braucht|brauchen|benotigt|benotigen|hatte\s+gern|wunscht\s+sich|auf\s+der\s+suche|ist\s+auf\s+der\s+suche)(?!\w)"
    r"|quiere\s+(?:un|una|la|el)\s+(?:demo|presentacion|reunion|cotizacion|muestra|presupuesto|descuento|oferta|propuesta|cita|factura)(?!\w)|(?:quer|gostaria\s+de)\s+(?:um|uma)\s+(?:demo|proposta|orcamento|cotacao|reuniao|desconto|amostra|apresentacao|indicacao)(?!\w)|(?:me\s+)?(?:pediu|pidio)(?!\w)(?!\s+(?:que|para|demissao|divorcio|desculpas?|baja|perdon|matrimonio|em\s+casamento|permiso|licenca|ferias|reforma|excedencia))|m'a\s+demande\s+(?:une?|le|la|des|du)(?!\w)|bat\s+um|bittet\s+um|hat\s+um\s+.*gebeten|(?:veut|voudrait|souhaite)\s+(?:un|une|des?)\s+(?:demo|devis|rendez-vous|proposition|remise|echantillons?|presentation|offre)(?!\w)|(?:will|mochte|wollen|wunscht)\s+(?:noch\s+)?(?:ein|eine|einen)\s+(?:angebot|demo|termin|kostenvoranschlag|muster|rabatt|praesentation|prasentation|vorfuhrung)(?!\w)|(?:esta\s+buscando|anda\s+(?:buscando|en\s+busca\s+de|tras)|va\s+buscando|esta\s+en\s+busca\s+de|buscan?|necesitan?|quiere\s+contratar|en\s+busca\s+de|les?\s+hace\s+falta|les?\s+falta|les?\s+urge|buscando)(?!\w)"
    r"|(?:re)?cherche(?:nt)?(?!\w)|(?:a|ont|aurait)\s+(?:un\s+|tres\s+|grand\s+|vraiment\s+)*besoin\s+(?:urgent\s+|urgemment\s+)?d|(?:est\s+)?a\s+la\s+recherche\s+d|recrute(?:nt)?(?!\w)|besoin\s+d"
    r"|(?:anda\s+(?:a\s+procura\s+d[eo]|procurando|atras\s+d[eo]|a\s+procurar|em\s+busca\s+d[eo])|esta\s+(?:a\s+procurar|a\s+precisar\s+d[eo]|em\s+busca\s+d[eo]|procurando|buscando|precisando|a\s+procura\s+de|contratando)|procuram?|precisam?(?:\s+de)?|necessitam?|quer\s+contratar|a\s+procura\s+de|contratando)(?!\w)"
)
_CAN = "help|offer|introduce|intro|connect|provide|lend|recommend|get\\s+(?:us|me)|host|review|teach|advise|mentor|put\\s+(?:me|us)|share|open\\s+doors|refer|sponsor|translate|give|speak|show|arrange|offer"
OFFER = re.compile(
    rf"(?:(?:is|'s|are|'re)\s+)?(?:also\s+|kindly\s+|has\s+|have\s+)*+(?:offer(?:s|ed|ing)?(?!\s+(?:a\s+)?job)|(?:can|could|may|might\s+be\s+able\s+to|is\s+able\s+to|would\s+be\s+able\s+to|would)\s+(?:also\s+|probably\s+|maybe\s+)?(?:{_CAN})|(?:happy|willing|glad|ready|keen|able)\s+to\s+(?:{_CAN}|\w+)|would\s+be\s+(?:happy|glad|willing)\s+to|volunteer(?:s|ed)?\s+to|available\s+(?:to|for|as)|open\s+to\s+(?:helping|mentoring|speaking|advising)|willing\s+to|good\s+for\s+advice|can\s+\w+\s+(?:me|us|my|our)|can\s+(?:print|supply|deliver|cater|source|host|lend|rent|repair|fix|build|make|produce|film|photograph|design|provide|store|ship|find|get|bring|drive|bake|translate|edit|proofread|sew|frame|weld|tune|test|check)\s+(?:\d+|an?\s|the\s|some\s|up\s+to\s|anything)|has\s+spare|knows\s+people\s+(?:at|in)|helps\s+with)(?!\w)"
    r"|(?:me|nos)\s+(?:ajuda|ayuda)(?!\w)|(?:bietet|bieten|bot)(?!\w)|(?:kann|konnte|konnen|wurde)\s+.*(?:helfen|vermitteln|anbieten|empfehlen|vorstellen|beraten|unterstutzen|zeigen|leihen|verleihen|stellen|liefern|drucken|ubersetzen|organisieren|besorgen|reparieren|testen|prufen|gegenlesen|uberlassen|vermieten|bereitstellen|weiterleiten|moderieren|coachen|einfuhren|beibringen|herstellen|weiterhelfen|aushelfen|mitbringen|geben|unterrichten)(?!\w)|hilft\s|hat\s+.*angeboten(?!\w)"
    r"|(?:se\s+)?(?:ofrecen?|ofrecio|ofrecia)(?!\w)|(?:puede|podria)\s+(?!ser|estar|venir|ir\s|tener|haber|comer|beber|viajar|conducir|asistir|llegar|caminar|andar|salir|dormir|volver|jubilar|mudar|viajar|empezar)\w+[aei]r(?:me|nos|l[aeo]s?|se)?(?!\w)"
    r"|(?:propose|offre|a\s+propose|a\s+offert|(?:m'|nous\s+)a\s+propose)(?!\w)|(?:me|nos)\s+(?:ofrecio|ha\s+ofrecido|ofereceu)(?!\w)|(?:peut|pourrait)\s+(?:(?:\S+\s+)?(?:aider|presenter|recommander|preter|conseiller|mettre|relire|m'aider|nous\s+aider|me)\w*|(?:m'|nous\s+|lui\s+)?(?!etre|venir|avoir|aller|manger|boire|voyager|conduire|arriver|marcher|sortir|rester|revenir|commencer|partir|demenager)[a-z]+(?:er|ir|re)(?!\w))|aide\s+volontiers|(?:nous|m')\s*aide(?!\w)"
    r"|(?:se\s+)?(?:oferecem?|ofereceu)(?!\w)|(?:pode|poderia)\s+(?:me\s+|nos\s+|lhe\s+)?(?!ser|estar|vir\s|ir\s|ter\s|haver|comer|beber|viajar|dirigir|chegar|sair|comparecer|andar|dormir|voltar|mudar|comecar)\w+[aeio]r(?:-\w+)?(?!\w)"
)  # fmt: skip

# Who a statement is about, and 'is', which a fact does without.
SUBJECT = re.compile(
    r"(?:(?:who|qui|quien|quem)(?!\w)|she|he|they|it's|er|sie|ella|ellos|elle|il|elles|ils|ela|ele|eles|el(?=\s+(?:es|tiene|busca|me|va|vive|trabaja|necesita|ofrece)\b))(?=\s|'|$)(?!\s+(?:&|and|und|y|et)\s)\s*(?:also\s+|auch\s+)?"
)
IS = re.compile(
    r"(?:=\s*|'s\s+(?!got)|'re\s+|(?:is|are|was|ist|sind|es(?=\s)|esta|est|sont|e(?=\s)|sao)\s+(?!in\b))(?:also\s+)?"
)
REPORTED = re.compile(
    r"(?:told\s+(?:me|us)|said|says|mentioned|mentions|explained|thinks|reports?|reported|replied|learn(?:ed|t)|heard|found\s+out|answered|wrote(?:\s+back)?|confirmed|let\s+me\s+know|revealed|admitted|announced|texted(?:\s+back)?)(?:\s+that)?\s+(?=(?:his|her|their|she|he|they|it|the)(?:\s|'))"
)
PERHAPS = re.compile(
    r"(?<!\w)(?:maybe|perhaps|possibly|probably|not\s+sure|i\s+think|might|vielleicht|eventuell|wahrscheinlich|quiza|quizas|tal\s+vez|a\s+lo\s+mejor|peut-etre|peut\s+etre|talvez|acho\s+que|creo\s+que|je\s+crois)(?!\w)"
)
