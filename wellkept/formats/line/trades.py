"""Whether a word is by its ending one for what somebody does: 'breeder', 'oboist', and not 'vegetarian'. English."""

from __future__ import annotations

import re

# Words that end like those who do something for a living, and name none of them.
_NO_TRADE = (
    r"lover|smoker|drinker|sister|brother|mother|father|daughter|grandmother|grandfather|partner\s+of|runner|walker|climber|user|eater|sufferer|member|player|learner|rider|swimmer|supporter|winner|loser|beginner|newcomer|outsider|insider|owner\s+of|"
    r"dinner|summer|winter|corner|order|number|paper|water|weather|letter|server|cancer|matter|offer|buffer|laser|power|tower|river|finger|shoulder|fever|computer|september|october|november|december|newsletter|folder|poster|"
    r"major|minor|junior|senior|doctor\s+of|colour|color|error|mirror|floor|door|tutor\s+of|visitor|survivor|neighbou?r|donor|marathoner|hiker|surfer|skier|cyclist|feminist|optimist|pessimist|perfectionist|minimalist|environmentalist|nudist|tourist|christian|vegetarian|pescatarian|pedestrian|"
    r"italian|brazilian|norwegian|austrian|hungarian|romanian|bulgarian|russian|ukrainian|indian|iranian|canadian|egyptian|croatian|serbian|estonian|latvian|lithuanian|nigerian|ghanaian|kenyan|georgian|armenian|australian|argentinian|colombian|peruvian|belgian|ethiopian|tunisian|persian|sicilian|parisian|londoner|berliner|"
    r"fluent|ambivalent|competent|confident|content|convenient|decent|dependent|independent|diligent|efficient|eloquent|evident|excellent|frequent|impatient|innocent|intelligent|lenient|magnificent|obedient|patient|permanent|persistent|prominent|prudent|reluctant|resident|sufficient|transparent|violent|vibrant|vacant|relevant|reluctant|redundant|instant|ignorant|hesitant|fragrant|dominant|defiant|constant|blatant|arrogant|abundant|abstinent|parent|client|patient|student\s+of|tenant|resident|absent|different|recent|urgent|important|pregnant|elegant|brilliant|tolerant|intolerant|distant|silent|present|moment|apartment|appointment|treatment|retirement|engagement|agreement|event|accent|talent|content|human|german|ottoman|woman|man|roman|better|older|younger|taller|former|sober|clever|eager|over|ever|never|together|other|another|either|rather|after|under|per|super|later|early\s+riser|riser|sleeper|divorcee|refugee|coffee|committee|bungee|widower|teetotaller|teetotaler|foodie|gamer|collector|reader|believer|listener|morning\s+person|person|night\s+owl|owl|follower|graduate|friend|native|fan|alumn\w+|veteran|widow|citizen|cousin|uncle|aunt|kids?|twins?|sons?|daughters?"
)
TRADE = re.compile(
    rf"(?!(?:.*\s)?(?:{_NO_TRADE})$)(?:.*\s)?\w*(?:er|or|ist|ian|(?:account|consult|assist|attend|merch|serge|lieuten|serv|adjut)ant|(?:ag|stud|superintend|correspond|presid)ent|man|woman|person|smith|wright|monger|ress|eur|euse|master|mistress|keeper|lead|head|chief|fellow|counsel|staff|rep|officer|clerk|guide|coach|pilot|nurse|judge|cook|chef|dean|host|vet|guard|poet|surgeon|dentist|hand|boss|artist|executive|exec|associate|postdoc|apprentice|scout|steward|priest|monk|nun|potter|mason|cooper|maker|captain|dev|admin|architect|analyst|specialist|philanthropist)"
)
KEEN = re.compile(
    r"(?:.*\s)?(?:my|her|his|formerly|previously|once|both|all)(?!\w)|(?:big|keen|avid|good|great|amateur|hobby|weekend|heavy|former|ex|retired|night|new|proud|single|expectant|recent|soon-to-be|aspiring|terrible|excellent|passionate|lifelong|devoted|competitive|fellow|old|dear|left-handed|two|three|four|five|no|first-time|first|second|third|\d+\S*)(?!\w)"
)
