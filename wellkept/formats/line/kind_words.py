"""By which words a line says what passed, as ``flat`` spells them. The first kind that is found is the kind, 'met' the last."""

from __future__ import annotations

import re

from wellkept.formats.line.kinds_abroad import MORE
from wellkept.formats.line.kinds_short import SHORT

_PEOPLE = r"(?=\s+\S)"
KINDS: tuple[tuple[str, str], ...] = (
    ("video", r"zoom(?:ed)?(?:\s*-?(?:call|meeting|termin|chat))?|(?:ms\s+|microsoft\s+)?teams[\s-]?(?:call|meeting|termin|chat)|(?:on|via|over|per|uber|ueber|por|sur|pelo|no|por\s+el)\s+(?:ms\s+|microsoft\s+)?teams|teams\s+(?:with|mit|con|avec|com)"
     r"|google\s+meet|gmeet|(?:on|via|over)\s+(?:google\s+)?meet\b|video[\s-]?(?:call|chat|meeting|konferenz|anruf|telefonat|conference|gesprach|llamada|chamada)(?:ed)?|videollamada|videochamada|videoconferencia|videotelefoniert|facetime(?:d)?|webex|skyped?|visio(?:conference)?|en\s+visio|appel\s+video|chamada\s+de\s+video|llamada\s+de\s+video"),
    ("call", r"(?:phone\s+|quick\s+)?call(?:ed)?\b(?!\s+(?:it|cent(?:er|re)s?|for\s+papers))|(?:tele)?phoned|hung\s+up\s+(?:on|with)|(?:tele)?phone\s+(?:conversation|chat|meeting|talk)|rang|(?:on|off)\s+the\s+phone|by\s+phone|over\s+the\s+phone|telefoniert|telefonat|telefongesprach|anruf(?:\s+von|\s+mit)?|angerufen|rief|am\s+telefon|llamada|llame\b|llamo\b|me\s+llamo|telefoneei|por\s+telefono"
     r"|appel\s+(?:avec|de|a)|coup\s+de\s+fil|appele\b|au\s+telephone|telephone\s+(?:a|avec)|liguei|ligacao|telefonema|por\s+telefone|ligou\b|m'a\s+appelee?|a\s+appele\b|ao\s+telefone"),
    ("message", r"texted|(?:swapped|exchanged|traded)\s+(?:\w+\s+){0,3}?(?:messages?|texts)|(?:wrote|dropped|sent)\s+(?:(?!the\b)\S+\s+){1,3}?an?\s+(?:\w+\s+)?(?:message|text)|text\s+(?:from|with|to|message)|sms|whats[\s-]?app(?:ed)?|linkedin[\s-]?(?:message|msg|chat|dm|nachricht|request|invite)|(?:on|via|over|auf|uber|ueber|por|sur|pelo|no|en)\s+(?:linkedin|slack|telegram|signal|instagram|messenger|wechat|discord|threema)"
     r"|dm(?:'?e?d)?\s+(?:from|with|to)|dm'?e?d|messaged|(?:got\s+a\s+|a\s+)?(?:message|mensagem|mensaje|nachricht)\s+(?:whatsapp\s+|linkedin\s+|sms\s+)?(?:from|to|with|von|an|de|d[ao]|a)|sent\s+(?:\w+\s+)?a\s+message|msg(?:\s+from|\s+to|'d)?|slack(?:ed)?\s+(?:with|from)|telegram\s+(?:with|from)|pinged|nachricht|mensaje|mensagem|texto\s+de|zap\s+d[eoa]|connected\s+(?:with\s+.{1,40}\s+)?on"),
    ("email", r"e-?mailed|(?:got\s+an?\s+|an\s+)?e-?mails?\s+(?:from|to|with|an|von|mit|de|a|exchange|para|d[oa])|mailed|mail\s+(?:from|to|an|von|mit|de|a|bekommen)|(?:wrote|dropped|shot)\s+(?:to|(?:(?!the\b|my\b)\S+\s+){0,3}?an?\s+(?:\w+\s+)?e-?mail)|(?:swapped|exchanged|traded)\s+(?:\w+\s+){0,3}?e-?mails?(?!\s+address)|gemailt|mailverkehr|correo\s+(?:de|a)|(?:le\s+)?escribi\s+(?:un\s+correo\s+)?a|courriel|ecrit\s+(?:un\s+mail\s+)?a|escrevi\s+para"
     r"|sent\s+(?:\w+\s+){0,3}an\s+e-?mail|(?:received|got)\s+(?:\w+\s+)?e-?mail|heard\s+from\s+.{1,40}\s+by\s+e-?mail|par\s+(?:mail|e-?mail)|por\s+(?:correo|e-?mail)|per\s+(?:e-?)?mail"),
    ("lunch", r"lunch(?:ed)?\b(?!time|\s+(?:queue|line|break|table|room|tent|box|counter))|mittagessen|(?:zu\s+)?mittag\s+(?:gegessen|mit)|mittags\s+mit|almuerzo|almorce|comi\s+con|comida\s+con|comimos|(?<!petit\s)(?<!petit-)dejeune[r]?\b|almoco|almocei|almocamos"),
    ("coffee", r"coffee(?!\s+(?:queue|line|break|machine|shop|bar|stand|corner|house|tent|table|room|area|roast\w*|makers?|growers?|importers?|trade|beans?)(?!\w))|espresso|cappuccino|kaffee|cafe\s+(?:con|avec|com|mit|with)|(?:tome|tomamos|tomando|tomei|tomar)\s+(?:un|um)\s+cafe(?:zinho)?|(?:pris|bu)\s+un\s+cafe|cafezinho|un\s+cafe\s+avec"),
    ("card", r"(?:sent|mailed|posted|wrote|got|received)\b.{0,40}?\b(?:(?:birthday|christmas|xmas|thank[\s-]you|anniversary|sympathy|condolence|holiday|greeting|greetings|get[\s-]well|wedding|easter|new\s+year'?s?)\s+cards?\b|postcards?|(?<!business\s)card\b)|(?:birthday|christmas|thank[\s-]you|holiday|greeting|anniversary|wedding|sympathy|get[\s-]well|easter|new\s+year'?s?)\s+cards?\s+(?:(?:was|were\s+)?(?:sent|mailed|posted|given)\s+)?(?:to|for|from)|postcard\s+(?:to|from)"
     r"|(?:geburtstags|weihnachts|post|dankes|gluckwunsch|neujahrs|hochzeits)karte|tarjeta\s+(?:de\s+(?:cumpleanos|navidad|felicitacion|agradecimiento)|postal)|carte\s+(?:d'anniversaire|de\s+voeux|postale|de\s+remerciement|de\s+noel)|carta?o\s+(?:de\s+(?:aniversario|natal|agradecimento)|postal)|cartao-postal"),
    ("gift", r"gave(?!\s+(?:me\s+)?(?:\S+\s+){0,3}(?:a\s+)?(?:talk|call|lift|ride|hand|tour|(?:business\s+)?card|name|tip|tips|idea|ideas|address|details|contact|contacts|link|list|overview|update|insight|insights|info|discount|number|feedback|advice|intro|introduction|notice|birth|speech|presentation|demo)(?![\w-]))|(?:brought|baked|knitted|knit)\s+(?!(?:up|in|out|back|together|a|an|the|some|my|it|down|along|us\s+to)\b)[^\s,;.]+(?:\s+[^\s,;.]+)?\s+(?:an?|some|one|two|three)\b(?!\s+(?:smile|new|friend|colleague|guest))|gifted|(?:gift|present)\s+(?:for|from|to)|bought\s+(?!(?:a|an|the|some|my|his|her)\b)\S+(?:\s+\S+)?\s+(?:a|an|some)\b|(?:sent|brought)\s+(?:\S+\s+){0,3}(?:flowers|(?:a\s+)?(?:bottle|book|box|gift|present|bouquet|basket|hamper)|chocolates?|wine)"
     r"|geschenkt|schenkte|geschenk\s+(?:fur|von|an)|le\s+regale|regale|me\s+regalo|regalo\s+(?:para|de)|(?:ai\s+)?offert\b|cadeau\s+(?:pour|de|a)|presenteei|ofereci|obsequie|presente\s+(?:para|d[eoa])|dei\s+(?:um|uma)\b|comprei\s+(?:um|uma)\b"),
    ("event", r"(?:gave|held|did|delivered)\s+(?:an?|my|the|our)\s+(?:[\w-]+\s+){0,2}?(?:talk|keynote|lecture|speech|presentation|workshop|demo|tutorial|poster)\s+(?:at|during)|(?:spoke|presented|exhibited|volunteered|moderated\s+a\s+panel|keynoted|was\s+on\s+a\s+panel)\s+at(?=\s+(?!length))|attended|went\s+to|was\s+at|besuchte|war\s+(?:auf|bei)|waren\s+(?:auf|bei)|(?:auf|bei)\s+\S+\s+gewesen|fui\s+(?:al|a\s+la|a|ao|con|com)|asisti\s+(?:al?|con)|assiste\s+a|participe\s+(?:a|au)|(?:suis\s+)?alle\s+(?:a|au)|participei\s+d[aoe]|estive\s+n[ao]|estuve\s+en|event\s+with"),
    ("met", r"(?:nice|great|good|lovely|pleasure|pleased|happy|wonderful)\s+(?:to\s+(?:meet|see)|meeting|seeing|catching\s+up\s+with)|conversation|discussion|(?:golf|tennis|hike|hiking|run|running|padel|yoga|sauna|picnic|bbq|barbecue|tea|ice\s+cream|cake|sailing|skiing|cycling|ride|workout|trip|tour|session|training|sync|standup|evening|afternoon|movie|concert|talk|gesprach|spaziergang|austausch|sitzung|apero|aperitif|promenade|passeio|caminhada|paseo|cerveza|cervezas|vinos|chopp|cerveja)\s+(?:with|w/|w|c/|mit|con|avec|com)|met(?:\s+up)?(?:\s+with)?|meet(?:ing|up)(?:\s+(?:with|w/))?|1:1|one-on-one|dinner|drinks?\s+(?:with|w/)|beers?\s+(?:with|w/)|wine\s+with|tea\s+with|breakfast|brunch(?:ed)?|ran\s+into|run\s+into|bumped\s+into|saw(?!\s+(?:that|how|why|online|on\s+(?:linkedin|facebook|insta\w*|twitter|x))(?!\w))|seen|caught\s+up(?:\s+with)?|catch[\s-]?up|spoke(?:n)?|talked|chat(?:ted)?|sat\s+(?:next\s+to|with|beside)|hung\s+out|walk(?:ed)?\s+with|(?:was\s+)?introduced\s+to|got\s+introduced\s+to|visited|stopped\s+by|(?:dropped|called|popped|looked)\s+in\s+on|(?:dropped|popped)\s+by|interviewed|discussion\s+with|discussed\s+.{1,40}\s+with|session\s+with|(?:pitched|presented|demoed|demonstrated)\s+(?:\S+\s+){0,3}?to|gave(?=\s+(?:\S+\s+){1,3}an?\s+(?:quick\s+)?(?:tour|lift|ride|hand)(?![\w-]))|(?:toured|welcomed|hosted|greeted|mentored|onboarded)(?=\s+\S)|(?:worked|played|dined|travell?ed|shared\s+a\s+(?:taxi|cab|table|ride)|shook\s+hands|(?:exchanged|swapped|traded)\s+(?:(?:business|visiting|phone)\s+)?(?:cards|numbers|contacts|details)|negotiated|connected)\s+with|(?:was|got)\s+seated\s+(?:next\s+to|beside|with)|stood\s+next\s+to|crossed\s+paths\s+with|made\s+the\s+acquaintance\s+of|got\s+talking\s+(?:to|with)|got\s+to\s+know|was\s+(?:stopped|approached)\s+by|paired\s+with|interview\s+with"
     r"|war(?:en)?\s+mit|traf(?:en)?|getroffen|kennengelernt|kennen\s+gelernt|treffen|termin\s+mit|besprechung|meeting\s+mit|abendessen|essen\s+mit|fruhstuck|gesehen|gesprochen|unterhalten|besuch\s+(?:bei|von)|gegessen|bier\s+mit|lernte"
     r"|conoci|quede\s+con|quedamos|(?:me\s+)?encontre|reunion|reunido|cena\s+con|cene|cenamos|desayun[eo]|vi\s+a|me\s+reuni|hable|charla|charle|coincidi|me\s+cruce|cita\s+con|canas\s+con|copas\s+con"
     r"|(?:ai\s+)?rencontre|vu|croise|diner|dine|petit[\s-]dejeuner|discute|parle|rendez-vous|rdv|entretien|echange\s+avec|fait\s+la\s+connaissance|verre\s+avec|apero"
     r"|conheci|encontrei|reuniao|jantar|jantei|cafe\s+da\s+manha|conversei|conversa|falei|bati\s+papo|bate-papo|papo\s+com|vi\s+[oa]|me\s+reuni|encontro\s+com|trombei"),
)  # fmt: skip

PATTERNS = tuple(
    (kind, re.compile(rf"(?<![\w@'-])(?:{MORE[kind]}|{pattern}|{SHORT[kind]})(?!\w)")) for kind, pattern in KINDS
)
# Before a word of another kind: 'met for coffee', 'caught up over Zoom'.
FOR = re.compile(
    r"(?:for|over|on|via|by|zum|beim|auf|per|a\s+tomar|para|pour|autour\s+d'|um|un|a|an|uber|no|pelo|por|sur|en|au|to|quick|had|tomando|tomar|prendre)\s*(?:a\s+|an\s+|the\s+|un\s+|einen?\s+|um\s+|quick\s+)?$"
)
# What has not happened.
NOT_YET = re.compile(
    r"(?:wants?\s+an?|wants|needs?\s+an?|would\s+like\s+an?|asked\s+for\s+an?|suggested\s+an?|invited\s+.{1,30}\s+(?:to|for)|schedule\s+an?|want(?:s|ed)?\s+to|would\s+like\s+to|like\s+to|hope\s+to|hoping\s+to|should|could|let's|lets|plan(?:ning)?\s+to|never|haven't|have\s+not|didn't|not|hasn't|will|'ll|going\s+to|nice\s+to|to)\s*$"
)

_P = r"(?<![\w@'-])"
WITH = re.compile(
    _P
    + r"(?:with|w/|w|c/|mit|con|avec|com|from|to|an|von|vom|para|pour|de|a|ao|a\s+la|al|for|bei|and|to\s+see|between|me\s+and|ayudo|von\s+der|fur|um|do|da)\s+(?:my\s+|our\s+|the\s+|el\s+|la\s+|le\s+|les\s+|los\s+|las\s+|o\s+|a\s+|den\s+|der\s+|dem\s+|meinem\s+|meiner\s+|old\s+|friend\s+|new\s+|mi\s+|mon\s+|ma\s+|colleague\s+|ex-colleague\s+|(?:his|her|my|their|our|\w+'s)\s+(?:sister|brother|wife|husband|son|daughter|mother|father|cousin|boss|partner|friend|colleague|assistant|manager|uncle|aunt)\s+)*+"
)
