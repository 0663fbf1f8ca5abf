"""What passed, in the words and abbreviations of a note typed in a hurry; by kind, as in ``kind_words``."""

from __future__ import annotations

_WITH = r"(?=(?:\s+[^\s,;]+){0,9}?\s+(?:with|w/|w)\s)"
_TALK = r"(?:job\s+|screening\s+|intro(?:ductory)?\s+|discovery\s+|follow-up\s+|catch-up\s+)?(?:interview|catch-?up|check-?in|sync|session|demo|walkthrough|consultation|conference|conversation|1:1|stand-?up|workshop|pitch|hangout|intro|talk|coffee|date|visit|tour|debrief|discussion)"
# What one gives or is given.
PRESENT = r"(?:flowers?|bouquet|plant|orchid|wine|champagne|prosecco|whisk(?:e)?y|gin|rum|chocolates?|truffles|cake|cookies|biscuits|honey|jam|marmalade|cheese|olive\s+oil|panettone|stollen|hamper|basket|box|bottle|book|notebook|novel|cookbook|pen|mug|teapot|tea\s+set|vase|bowl|candles?|scarf|tie|cufflinks|necklace|bracelet|earrings|watch|blanket|gloves|socks|sweater|jumper|hat|toy|teddy|puzzle|painting|vinyl|voucher|gift\s+card|gift|present|souvenir|keepsake|ornament|figurine|parcel|care\s+package)s?"
_A = r"(?:an?|some|the|one|two|three|four|six|\d+)"
_TO_WHOM = r"(?:(?:\([^()]*\)|(?!(?:an?|the|some|my|our|for|about)\s)[^\s,;()]+)\s+){1,9}?"
SHORT = {
    "video": rf"(?:(?:ms|microsoft)\s+)?(?:video|zoom|teams|skype|webex|facetime|google\s+meet)[\s-]+(?:{_TALK})|(?:vid|vc|facetime|zoomed|hangout|video)(?:\s+call)?{_WITH}|vid(?:eo)?[\s-]?calls?|vc\s+(?:with|w/)|zooms?\s+(?:with|w/)",
    "call": rf"(?:tele)?phone\s+(?:{_TALK}|screen(?:ing)?)|(?:ph|tel|fone|phone)\s+(?:call|chat|conv)|convo\s+(?:on|over)\s+the\s+phone|(?:phone|blower)\s+w/|calls?\s+(?:with|w/)|rung\s+(?:by|up)|(?:voice\s?mail|vm|missed\s+call|voice\s+message)\s+(?:from|frm)",
    "message": r"(?:txt|text|msg|dm|sms|whatsapp|wa|ig|insta|slack|signal|telegram|fb|li)(?:\s+(?:msg|message|dm|chat|txt|text|note|thread))?\s+(?:frm|from|w/|with|to)(?=\s)"
    r"|(?:txt|msg|dm|whatsapp|slack)(?:'?e?d|s)?(?=\s+(?:me|us)(?!\w))|txt'?e?d|msg'?e?d|(?:linkedin|insta|instagram)\s+(?:note|msg|message|dm|inmail|ping)s?(?:\s+(?:from|to))?|inmail(?:\s+from)?",
    "email": r"(?:e-?)?mails?\s+(?:frm|w/)|(?:quick\s+|short\s+|long\s+)?(?:e-?)?mail\s+(?:back\s+|in\s+)?(?:from|frm)|emld",
    "lunch": r"(?:biz|working|business|team)\s+lunch",
    "coffee": rf"(?:coffees|flat\s+whites?|lattes?|cuppas?|java|cortados?){_WITH}",
    "card": r"(?:xmas|x-mas|bday|b-day|get[\s-]well|leaving|farewell|new\s+year'?s?|thank[\s-]you|condolence|greetings|valentine'?s?)\s+cards?\s+(?:to|for|from|w/)",
    "gift": rf"(?:got|received|was\s+given)\s+(?:{_A}\s+)?(?:[\w'-]+\s+){{0,3}}?{PRESENT}(?:\s+(?:of|with)\s+(?:[\w'-]+\s+){{0,2}}?[\w'-]+)?(?=\s+from\s+\S)|(?:sent|brought|mailed|posted|baked|bought|knitted|dropped\s+off)\s+(?:{_A}\s+)?(?:[\w'-]+\s+){{0,2}}?{PRESENT}(?:\s+(?:of|with)\s+(?:[\w'-]+\s+){{0,2}}?[\w'-]+)?(?=\s+(?:over\s+|round\s+)?(?:to|for)\s+(?!(?:the|an?|my|our|his|her|their|kids|work|charity|sale|school|free|christmas|easter)(?!\w))[^\W\d_])|(?:sent|brought|mailed|posted|baked|bought|knitted)\s+(?!(?:me|us|him|her|them|a|an|the|some|back|along)\s){_TO_WHOM}{_A}\s+(?:[\w'-]+\s+){{0,2}}?{PRESENT}(?!\s+(?:list|order|report|review|chapter|proposal|idea|office|number|of\s+(?:contacts|tasks))(?!\w))|(?:bday|b-day|xmas|birthday|christmas|wedding|baby)\s+(?:gift|present|pressie)s?\s+(?:to|for|from)|(?:flowers|chocolates|champagne|wine|hamper)\s+from(?=\s+[^\W\d_])",
    "event": r"(?:gig|panel)\s+at(?=\s+the\s)",
    "met": rf"mtgs?(?:\s+(?:with|w/))?|mtng|(?:drinks?|beers?|pints?|wines?|cocktails?|tea|brekkie|brekky|breakky|supper|bbq|barbecue|catch-?up|catchup|coffee\s+chat|f2f|sync|stand-?up|1-?on-?1|1-2-1|121|intro|round|pitch|demo|interview|workshop|session|offsite|golf|tennis|padel|squash|gym|run|ride|hike|walk|sauna|chat|convo|natter|chinwag|meetup|visit){_WITH}|1-?on-?1|1-2-1|face[\s-]to[\s-]face\s+(?:with|w/)|f2f|hung\s+w/|hung\s+out|bumped\s+in\s*(?:to|2)|ran\s+in\s*(?:to|2)|met\s+w/|(?:was\s+|got\s+)?intro'?e?d\s+to|c/up\s+w/",
}
