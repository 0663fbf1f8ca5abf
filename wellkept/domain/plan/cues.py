"""Words that stand beside names of people, and words that are in no such name. English, German, French, Spanish, Italian,
Portuguese, Dutch, Swedish. Regular expressions are joined here, compiled in naming.py. Pure."""

from __future__ import annotations

PARTICLES = r"(?:van|von|vom|zu|zum|zur|de|del|della|delle|di|da|das|do|dos|du|den|der|des|het|ten|ter|te|la|le|el|al|bin|ibn|af|av|y|e)"


def _any(words: str) -> str:
    """Alternatives of a text, on as many lines as they take."""
    return "|".join(r"\s".join(part.split()) for part in words.split("|") if part.strip())


# Behind these stand people only.
OF_PEOPLE = _any(
    r"""colleagues? | co-?workers? | boss | manager | friend | cousin | brother | sister | wife | husband | mentor | assistant | secretary
    | co-?founder | successor | predecessor | neighbou?r | roommate | flatmate | classmate | supervisor | advis[oe]r | lawyer | accountant
    | recruiter | son | daughter | uncle | aunt | nephew | niece | girlfriend | boyfriend | fiancée? | brother-in-law | sister-in-law
    | father-in-law | mother-in-law | professor | teammate | acquaintance | counterpart | team lead | someone (?:called|named)
    | somebody (?:called|named) | (?:man|woman|guy|person|engineer|designer|researcher|developer) (?:called|named) | whose name is
    | introduced (?:me|us) to | introduce (?:me|us) to | introduces (?:me|us) to | intro to | introduction to | put (?:me|us) in touch with
    | reports to | married to | succeeded by | replaced by | ask for
    | kolleg(?:e|in|en) | arbeitskolleg(?:e|in|en) | chef(?:in)? | vorgesetzten? | freund(?:in)? | bruder | schwester | mann | ehemann | ehefrau
    | cousine | schwager | schwägerin | nachbar(?:n|in)? | assistent(?:in)? | nachfolger(?:in)? | vorgänger(?:in)? | mentorin
    | mitgründer(?:in)? | doktorvater | bekannten? | verheiratet mit | stellte (?:mich|uns) | (?:mich|uns) mit | heißt
    | collègues? | supérieure? | patronne? | amie? | frère | sœur | mari | voisine? | associée? | adjointe? | présentée? à
    | (?:m'|m’|nous )a présentée? à | mise? en contact avec | s'appelle | s’appelle
    | colegas?(?: del[ae])? | jef[ea] | amig[oa] | hermano | hermana | marido | esposa | esposo | prim[oa] | vecin[oa] | soci[oa] | compañer[oa]
    | me presentó a | me ha presentado a | se llama
    | collega | colleghi | capo | responsabile | amic[oa] | fratello | sorella | marito | moglie | cugin[oa] | soci[oa]
    | mi ha presentato | mi ha presentata | si chiama
    | chefe(?: del[ae])? | irmão | irmã | vizinh[oa] | sóci[oa] | apresentou-me (?:a|ao|à)? | me apresentou (?:a|ao|à)? | chama-se | se chama
    | collega's | baas | vriend(?:in)? | broer | zus | echtgeno(?:ot|te) | buurman | buurvrouw | leidinggevende | heet | stelde me voor aan
    | kollegan? | kollegor | chefen | vän(?:nen|inna)? | bror | syster | fru | granne | presenterade mig för | heter"""
)
# Behind these stand people, and other things too: the given name decides.
WITH_A_GIVEN_NAME = _any(
    r"""talk(?:ed|ing)? (?:to|with) | speak(?:ing)? (?:to|with) | spoke (?:to|with) | met | met with | meet | meet with | meeting | ask | asked
    | call | contact | write to | wrote to | e-?mail | reach out to | get in touch with | recommended | recommends | suggested | suggests
    | mentioned | mentions | work(?:s|ed|ing)? (?:with|for|under|alongside|closely with) | knows | knew | know | connect (?:me |us |her |him )?(?:with|to)
    | referred (?:me|us) to | refer (?:me|us) to | together with | hired | interview(?:ed)? with | named | called | heard (?:of|from) | ran into
    | (?:lunch|coffee|dinner|breakfast|drinks|call|meeting|chat) with | partner | client | customer | director | head | ceo | cto | cfo | coo | founder
    | father | mother | teacher | investor | supplier | there was | there is | told me of | tell me of | follow up with | catch up with | say hello to
    | sprechen mit | gesprochen mit | sprach mit | spricht mit | rede mit | mit | traf | getroffen | kennt | kenne | frage | fragen | empfahl
    | empfiehlt | erwähnte | arbeitet (?:mit|für|bei) | leiter(?:in)? | geschäftsführer(?:in)? | frau | vater | mutter | partnerin | kundin | kunde
    | von ihr(?:er|em) | sagte | kennengelernt | namens
    | parl(?:er|é|e) (?:à|avec|de) | rencontr(?:er|é|e) | travaille (?:avec|pour) | connaît | appel(?:er|é) | contacter | recommande | avec | directeur
    | directrice | femme | demander à | écrire à | mentionné
    | habl(?:ar|é|ó|a) con | conoc(?:er|í|e|ió) a | trabaja (?:con|para) | llamar a | contactar (?:a|con) | recomendó | recomienda | mencionó (?:a)?
    | director | directora | preguntar a | escribir a | mujer
    | parlar[et]o? con | parlato con | lavora (?:con|per) | conosce | chiamare | contattare | incontrat[oa] | direttore | direttrice | chiedere a
    | scrivere a | ha nominato | consiglia
    | fal(?:ar|ei|ou) com | trabalha (?:com|para) | conhece[ru]? (?:a|o)? | ligar (?:a|para) | recomendou | mencionou | diretor | diretora
    | perguntar (?:a|ao|à) | escrever (?:a|ao|à)
    | praten met | gesproken met | sprak met | werkt (?:met|voor) | kent | bellen met | vraag | ontmoet | noemde | directeur | samen met
    | prata med | pratade med | talade med | jobbar med | arbetar med | känner | träffade | träffa | ringa | fråga | nämnde | tillsammans med"""
)
# In these languages people have two family names.
TWO_FAMILY_NAMES = _any(
    r"""habl(?:ar|é|ó|a) con | conoc(?:er|í|e|ió) a | trabaja (?:con|para) | llamar a | recomendó | mencionó (?:a)? | jef[ea] | compañer[oa]
    | hermano | hermana | me presentó a | me ha presentado a | se llama | fal(?:ar|ei|ou) com | trabalha (?:com|para) | me apresentou (?:a|ao|à)?
    | apresentou-me (?:a|ao|à)? | recomendou | mencionou | sóci[oa] | irmão | irmã | colega | amig[oa]"""
)
# What comes after a name.
AFTER = _any(
    r""",? who | ,? whom | ,? (?:her|his|their|my|our|the|a|an) (?:\w+ ){0,2}(?:boss|colleague|friend|manager|husband|wife|brother|sister|cousin|partner|
    mentor|assistant|successor|director|head|ceo|cto|cfo|founder|lead|lawyer|professor|neighbou?r) |  \((?:her|his|their|my) \w+ | (?:works|worked|runs|leads|heads)
    (?:for|at|with|on|the|a) | is (?:her|his|their|my) | from her (?:team|lab|office) | from his (?:team|lab|office) | would be (?:good|worth|the right)
    | ,? ihr(?:e|en|em)? (?:chef|chefin|kollege|kollegin|mann|freund|freundin|bruder|schwester) | ,? sein(?:e|en|em)? (?:chef|chefin|kollege|kollegin|frau|freund|freundin|bruder|schwester)
    | arbeitet (?:bei|für|mit|an) | leitet | kennenlernen | vorgestellt | ,? (?:son|sa|leur) (?:chef|collègue|mari|femme|ami|amie|patron) | travaille (?:chez|avec|à)
    | ,? su (?:jefe|jefa|colega|marido|mujer|compañero|compañera) | trabaja (?:en|con) | ,? il suo (?:capo|collega|amico) | lavora (?:a|in|con|per) | ,? (?:seu|sua|o seu|a sua) (?:chefe|colega|amigo|amiga)
    | trabalha (?:na|no|em|com) | ,? (?:haar|zijn) (?:baas|collega|man|vrouw|vriend|vriendin) | werkt (?:bij|met|voor) | ,? (?:hennes|hans) (?:chef|kollega|man|fru) | jobbar (?:på|med)"""
)

THINGS = frozenset(
    """
    academy adventures agency airlines airport alliance arena associates association avenue award awards bank bar bay beach bistro boulevard bridge building bureau
    business cafe campus capital castle cathedral center centre central chamber church circle city class clinic club coast coffee college commission committee community
    company conference congress consulting corporation council county court cup day department design digital district dinner division energy engineering entertainment
    europe event expo fair faculty festival films finance fitness forum foundation fund gallery game games garden gardens gate global gmbh green group gym hall hills holding holdings
    hospital hotel house hub inc industries initiative institute insurance international island islands journal kitchen lab laboratories labs lake lane law library limited llc
    logistics lodge ltd lunch magazine mall management market marketing marathon media medical meeting memorial ministry mountain mountains museum national networks news
    office opera orchestra organization palace park partners party pharma pharmacy plan plaza plc point post press prize project program programme pub publishing radio railway records region report
    research resort restaurant review river road robotics royal school sciences security senate series services society software solutions square stadium state station store street
    studio studios summit supermarket system systems tech technologies technology theater theatre times tower towers trade trail trust tunnel university unit valley ventures village week wine
    winery workshop world zoo team street show song book novel movie film committee airport engine cloud
    ag ab bv sa sarl spa srl oy kg ohg ev eg
    abteilung akademie amt apotheke arbeit bahnhof brauerei buro cafe dom essen fabrik fest flughafen forschung gasse gasthaus gasthof gesellschaft gruppe gymnasium haus hochschule hof institut kaffee
    kirche kino klinik konferenz krankenhaus kunst markt messe mittagessen oper platz preis projekt restaurant ring schloss schule see stadt stiftung strasse tag theater turm universitat verband verein verlag
    versicherung weg wein werk werke woche zeitung zentrum kollegen kollege kollegin chef chefin leute thema angebot vertrag
    banque bibliotheque bureau centre chateau ecole eglise fondation gare groupe hopital ile institut lycee mairie marche musee place pont rue societe universite vin
    aeropuerto avenida ayuntamiento banco calle centro ciudad colegio empresa escuela estacion facultad fundacion grupo hospital iglesia instituto isla museo parque plaza playa puerto sociedad universidad
    aeroporto azienda banca chiesa citta fondazione gruppo istituto mercato museo ospedale piazza ponte scuola societa stazione universita via
    camara escola estacao faculdade fundacao igreja ilha praca praia rua universidade
    bedrijf gemeente gracht hogeschool huis kerk markt plein school station stichting straat universiteit ziekenhuis
    bolag foretag gata hogskola kyrka sjukhus skola torg universitet
    machine learning data science artificial intelligence falls cup linkedin google microsoft excel python java javascript powerpoint photoshop windows linux android
    english french german spanish italian portuguese dutch swedish polish russian chinese japanese korean turkish arabic
    american british european austrian swiss
    """.split()
)
DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july september october november december today tomorrow yesterday tonight
    montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar janner februar marz mai juni juli august oktober dezember heute morgen gestern
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tisdag onsdag torsdag fredag lordag sondag
    christmas easter halloween thanksgiving ramadan weihnachten ostern pfingsten noel navidad natale pasqua natal spring summer autumn winter
    """.split()
)
PLACES = frozenset(
    """
    san santa santo new los las saint st hong tel buenos kuala cape el port fort mount lake north south east west bad den united costa great sri rio sao the puerto upper lower old
    sierra monte villa nova novo nueva nuevo neu ober unter klein gross grand haute bas notre mont el al deutsche deutscher erste royal national air banca banco banque radio
    """.split()
)
COUNTRIES = frozenset(
    """
    austria australia belgium brazil canada china croatia denmark egypt england finland france germany greece hungary iceland india indonesia ireland italy japan kenya korea malaysia mexico
    netherlands nigeria norway poland portugal romania russia scotland serbia singapore slovakia slovenia spain sweden switzerland taiwan thailand turkey ukraine usa vietnam wales zealand
    california colorado florida texas arizona oregon nevada illinois michigan ohio massachusetts pennsylvania minnesota york jersey mexico carolina dakota
    deutschland osterreich schweiz frankreich italien spanien allemagne autriche espagne suisse italie alemania austria francia espana italia suiza germania
    london paris berlin vienna wien munich munchen zurich geneva rome roma milan milano madrid barcelona lisbon lisboa porto amsterdam rotterdam brussels copenhagen stockholm oslo helsinki warsaw prague
    budapest athens istanbul dublin edinburgh hamburg frankfurt graz linz salzburg innsbruck boston chicago seattle toronto tokyo delhi mumbai shanghai beijing francisco angeles aires aviv kong
    """.split()
)
# Companies and things that are called like people.
COMPANIES = frozenset(
    [
        "morgan stanley", "charles schwab", "calvin klein", "hugo boss", "ralph lauren", "tommy hilfiger", "jack daniels", "ernst young", "carl zeiss", "robert bosch",
        "robert half", "karl lagerfeld", "louis vuitton", "christian dior", "estee lauder", "elizabeth arden", "mary kay", "ben jerry", "johnny walker", "captain morgan",
        "raymond james", "edward jones", "martin luther", "jack wolfskin", "helly hansen", "jean paul", "peter pan", "robin hood", "harry potter", "santa claus",
        "max planck", "marie curie", "albert einstein", "leonardo da vinci", "michael page", "harvey nash", "tom tom", "jack jones", "kenneth cole", "giorgio armani",
        "miguel torres", "otto bock", "max mara", "hunter douglas", "morgan lewis", "allen overy", "roland berger", "oliver wyman", "marsh mclennan", "frank thelen",
    ]
)  # fmt: skip
