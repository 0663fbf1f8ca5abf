"""The words by which a line of a card is known for what it is, in the languages of Europe and its offspring. All folded.

Our own lists, by hand.
"""

from __future__ import annotations

import re

# Legal forms: as they are folded, without points and spaces -> as they are written, and the country they are of ('' for several).
LEGAL_FORMS: dict[str, tuple[str, str]] = {
    "gmbh": ("GmbH", "DE"), "ggmbh": ("gGmbH", "DE"), "mbh": ("mbH", "DE"), "gmbhcokg": ("GmbH & Co. KG", "DE"),
    "ag": ("AG", ""), "kg": ("KG", ""), "kgaa": ("KGaA", "DE"), "ohg": ("OHG", "DE"), "gbr": ("GbR", "DE"), "ev": ("e.V.", "DE"),
    "eg": ("eG", "DE"), "ek": ("e.K.", "DE"), "ug": ("UG", "DE"), "partgmbb": ("PartG mbB", "DE"), "ogkg": ("OG", "AT"),
    "se": ("SE", ""), "inc": ("Inc.", "US"), "incorporated": ("Incorporated", "US"), "corp": ("Corp.", "US"),
    "corporation": ("Corporation", "US"), "llc": ("LLC", "US"), "llp": ("LLP", ""), "lp": ("LP", ""), "pllc": ("PLLC", "US"),
    "ltd": ("Ltd", "GB"), "limited": ("Limited", "GB"), "plc": ("plc", "GB"), "coltd": ("Co., Ltd.", ""), "co": ("Co.", ""),
    "company": ("Company", ""), "pvtltd": ("Pvt. Ltd.", "IN"), "privatelimited": ("Private Limited", "IN"), "ptyltd": ("Pty Ltd", "AU"),
    "pteltd": ("Pte. Ltd.", "SG"), "sdnbhd": ("Sdn. Bhd.", "MY"), "kk": ("K.K.", "JP"), "sa": ("S.A.", ""), "sarl": ("SARL", "FR"),
    "sas": ("SAS", "FR"), "sasu": ("SASU", "FR"), "eurl": ("EURL", "FR"), "sl": ("S.L.", "ES"), "slu": ("S.L.U.", "ES"),
    "sau": ("S.A.U.", "ES"), "sc": ("S.C.", ""), "lda": ("Lda.", "PT"), "ltda": ("Ltda.", "BR"), "me": ("ME", ""),
    "eireli": ("EIRELI", "BR"), "sacv": ("S.A. de C.V.", "MX"), "sadecv": ("S.A. de C.V.", "MX"), "srl": ("S.r.l.", "IT"),
    "spa": ("S.p.A.", "IT"), "snc": ("S.n.c.", "IT"), "bv": ("B.V.", "NL"), "nv": ("N.V.", "NL"), "vof": ("V.O.F.", "NL"),
    "bvba": ("BVBA", "BE"), "sprl": ("SPRL", "BE"), "ab": ("AB", "SE"), "hb": ("HB", "SE"), "as": ("AS", "NO"), "asa": ("ASA", "NO"),
    "aps": ("ApS", "DK"), "oy": ("Oy", "FI"), "oyj": ("Oyj", "FI"), "ab oy": ("Ab Oy", "FI"), "ehf": ("ehf.", "IS"), "hf": ("hf.", "IS"),
    "spzoo": ("Sp. z o.o.", "PL"), "spzook": ("Sp. z o.o. Sp. k.", "PL"), "spj": ("Sp. j.", "PL"), "spk": ("Sp. k.", "PL"),
    "sro": ("s.r.o.", "CZ"), "asro": ("a.s.", "CZ"), "spolsro": ("spol. s r.o.", "CZ"), "doo": ("d.o.o.", "HR"), "dd": ("d.d.", ""),
    "kft": ("Kft.", "HU"), "zrt": ("Zrt.", "HU"), "nyrt": ("Nyrt.", "HU"), "ou": ("OÜ", "EE"), "sia": ("SIA", "LV"), "uab": ("UAB", "LT"),
    "ood": ("OOD", "BG"), "eood": ("EOOD", "BG"), "ead": ("EAD", "BG"), "ae": ("A.E.", "GR"), "epe": ("E.P.E.", "GR"),
    "ltdsti": ("Ltd. Şti.", "TR"), "asti": ("A.Ş.", "TR"), "anonimsirketi": ("Anonim Şirketi", "TR"), "ооо": ("ООО", "RU"),
    "оао": ("ОАО", "RU"), "ао": ("АО", "RU"), "ип": ("ИП", "RU"), "тов": ("ТОВ", "UA"),
}  # fmt: skip
# Two letters that are words too: a legal form only as they are written here, at the end.
WRITTEN_SO = re.compile(
    r"(?:^|\s)(?:AG|KG|SE|SA|AB|AS|A/S|HB|SC|ME|LP|Co\.|S\.?\s?A\.?|S\.?\s?L\.?|A\.?\s?Ş\.?|A\.\s?S\.|a\.\s?s\.|A\.E\.|OÜ|Oy|dd|d\.d\."
    r"|e\.?\s?V\.?|eG|e\.?\s?K\.?|EV|UG|hf\.?|SIA|B\.?V\.?|N\.?V\.?|АО|ИП)[.,]?$"
)

ORGANIZATION_WORDS = frozenset(
    str.split(
        "group gruppe groupe grupo gruppo grupa holding holdings partners partner associates solutions systems system services service"
        " consulting consultancy consultants consult technologies technology technologie tecnologia tecnologias tech software digital"
        " labs lab laboratories laboratory laboratoire laborator studio studios agency agentur agence agencia agenzia agencja media"
        " institute institut instituto istituto instytut instituttet institutt university universitat universite universidad"
        " universidade universita uniwersytet univerzita universitet universitetet universiteit yliopisto hochschule fachhochschule"
        " college school schule ecole escuela escola scuola szkola academy akademie academie academia accademia hospital klinik klinikum"
        " clinic clinique clinica klinika krankenhaus sjukhus ministry ministerium ministere ministerio bank banca banco banque foundation"
        " stiftung fondation fundacion fundacao fondazione fundacja verein association associacao asociacion associazione society verband"
        " kammer council commission capital ventures investments invest insurance versicherung versicherungen assurances seguros bau"
        " industries industry industrie international logistics logistik logistica transport transporte shipping freight trading handel"
        " import export energy energie energia energi electric electronics elektronik pharma pharmaceuticals biotech medical design"
        " architects architekten architectes arquitectos arquitetura architekti photography fotografie hotel restaurant cafe bakery"
        " bakeri verlag publishing press editions editora editorial zeitung werke werk werkstatt manufaktur maschinenbau officine"
        " construction construcciones construcoes costruzioni engineering ingenieurburo kanzlei law legal advies adviesbureau bureau"
        " buro office centre center zentrum centro centrum network networks global worldwide enterprises ventures robotics analytics"
        " dynamics industrial marketing communications kommunikation architecture immobilien realty properties imobiliaria farms farm"
        " foods food brewery brauerei winery weingut vineyards airlines motors automotive materials brothers bros sons sohne soehne"
        " fils hijos filhos figli synowie works yazilim sanayi ticaret insaat lojistik oyj osakeyhtio firma company companies museum"
        " library bibliothek theater theatre orchestra church gemeinde stadt kommune municipality city authority department departement"
    )
)

# Head nouns of titles, whole words.
TITLE_WORDS = frozenset(
    str.split(
        # English
        "ceo cto cfo coo cmo cio cso cpo chro cro ciso vp svp evp avp president chairman chairwoman chairperson chair chief officer"
        " director manager head lead leader supervisor coordinator administrator executive partner founder cofounder co-founder owner"
        " proprietor principal engineer developer programmer architect designer analyst scientist researcher consultant advisor adviser"
        " specialist expert associate assistant secretary receptionist accountant auditor controller treasurer lawyer attorney solicitor"
        " barrister notary paralegal counsel professor lecturer teacher instructor trainer coach tutor dean physician doctor surgeon"
        " dentist nurse pharmacist veterinarian therapist psychologist technician mechanic electrician operator planner buyer purchaser"
        " salesperson salesman representative agent broker realtor recruiter editor journalist writer author photographer artist musician"
        " producer translator interpreter curator librarian chef baker captain pilot inspector officer commissioner minister ambassador"
        " strategist evangelist ombudsman fellow postdoc intern trainee freelancer freelance entrepreneur investor economist statistician"
        " chemist biologist physicist geologist surveyor builder contractor foreman marketer copywriter merchandiser scrum"
        # German
        " geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrender geschaftsleitung leiter leiterin leitung direktor direktorin vorstand"
        " vorstandsvorsitzender vorstandsvorsitzende prokurist prokuristin inhaber inhaberin grunder grunderin berater beraterin"
        " ingenieur ingenieurin entwickler entwicklerin architekt architektin mitarbeiter mitarbeiterin referent referentin assistent"
        " assistentin sekretarin sachbearbeiter sachbearbeiterin rechtsanwalt rechtsanwaltin notar notarin steuerberater steuerberaterin"
        " wirtschaftsprufer arzt arztin zahnarzt zahnarztin facharzt facharztin apotheker apothekerin lehrer lehrerin dozent dozentin"
        " professorin meister meisterin techniker technikerin kaufmann kauffrau einkaufer einkauferin verkaufer verkauferin vertreter"
        " gestalter gestalterin fotograf fotografin redakteur redakteurin journalistin ubersetzer ubersetzerin beauftragter beauftragte"
        " vertrieb vorsitzender vorsitzende gesellschafter gesellschafterin teamleiter teamleiterin projektleiter projektleiterin"
        # French
        " directeur directrice president presidente gerant gerante responsable chef cheffe ingenieur ingenieure conseiller conseillere"
        " consultante charge chargee chercheur chercheuse avocat avocate notaire comptable medecin dentiste pharmacien pharmacienne"
        " professeur professeure enseignant fondateur fondatrice cofondateur associee adjoint adjointe secretaire technicien technicienne"
        " commercial commerciale developpeur developpeuse architecte graphiste photographe redacteur redactrice traducteur traductrice"
        " acheteur acheteuse delegue deleguee attache attachee gestionnaire animateur coordinateur coordinatrice maitre"
        # Spanish, Portuguese, Italian
        " directora gerente jefe jefa responsable ingeniero ingeniera abogado abogada consultora asesor asesora comercial fundador"
        " fundadora socio socia presidenta profesor profesora medico medica arquitecto arquitecta analista desarrollador desarrolladora"
        " disenador disenadora coordinador coordinadora administrador administradora encargado encargada tecnico tecnica contador contadora"
        " diretor diretora engenheiro engenheira advogado advogada coordenador coordenadora consultor analista desenvolvedor"
        " desenvolvedora designer vendedor vendedora socio-gerente supervisor supervisora chefe professora arquiteto arquiteta"
        " direttore direttrice amministratore amministratrice responsabile ingegnere avvocato consulente titolare fondatore fondatrice"
        " presidente medico architetto geometra commercialista impiegato impiegata addetto addetta ricercatore ricercatrice professore"
        " professoressa tecnico venditore agente capo"
        # Polish, Czech, Slovak, Hungarian, Croatian, Romanian
        " kierownik dyrektor prezes wiceprezes specjalista specjalistka inzynier programista doradca konsultant ksiegowy ksiegowa"
        " radca adwokat lekarz nauczyciel architekt wlasciciel wspolnik czlonek asystent asystentka koordynator menedzer handlowiec"
        " przedstawiciel reditel reditelka vedouci jednatel jednatelka manazer manazerka predseda inzenyr konzultant poradce obchodni"
        " zastupce pravnik advokat lekar ucitel majitel riaditel veduci konatel igazgato vezeto ugyvezeto mernok tanacsado menedzser"
        " direktor voditelj savjetnik inzenjer director-general inginer consilier"
        # Nordic, Dutch
        " verkstallande vd chef chefen direktor direktoren saljare ingenjor konsult radgivare ekonom utvecklare ansvarig projektledare"
        " handlaggare larare lakare jurist forskare professorn styreleder daglig leder avdelingsleder radgiver selger utvikler ingenior"
        " forsker advokat lege larer seniorradgiver afdelingschef direktor salgschef projektleder konsulent udvikler specialist"
        " sagsbehandler laege toimitusjohtaja johtaja paallikko myyntipaallikko projektipaallikko insinoori asiantuntija konsultti kehittaja"
        " tutkija professori laakari asianajaja myyja suunnittelija directeur-eigenaar bestuurder adviseur medewerker verkoper ontwikkelaar"
        " hoofd afdelingshoofd projectleider vertegenwoordiger advocaat arts docent onderzoeker eigenaar zaakvoerder teamleider"
        # Turkish, Greek, Russian
        " mudur muduru genel mudur yonetici yoneticisi muhendis muhendisi uzman uzmani danisman danismani avukat baskan baskani kurucu"
        " koordinator koordinatoru temsilcisi sorumlusu direktoru ortak doktor ogretmen sefi"
        " διευθυντης διευθυντρια συμβουλος μηχανικος δικηγορος προεδρος υπευθυνος καθηγητης"
        " директор менеджер руководитель начальник инженер консультант специалист адвокат юрист бухгалтер профессор президент"
        " основатель разработчик врач заместитель аналитик"
    )
)  # fmt: skip
# Ends of compound titles.
TITLE_ENDS = (
    "leiter", "leiterin", "leitung", "direktor", "direktorin", "manager", "managerin", "berater", "beraterin", "ingenieur",
    "ingenieurin", "entwickler", "entwicklerin", "fuhrer", "fuhrerin", "referent", "referentin", "techniker", "planer", "anwalt",
    "anwaltin", "vorstand", "beauftragter", "beauftragte", "meister", "assistent", "assistentin", "chef", "chefin", "leder", "leier",
    "ledare", "johtaja", "paallikko", "konsult", "konsulent", "radgiver", "ingenjor", "utvecklare", "insinoori", "asiantuntija",
    "directeur", "adviseur", "leider", "medewerker", "sjef", "sprecher", "sprecherin", "kaufmann", "kauffrau", "prufer", "wissenschaftler",
    "wissenschaftlerin", "makler", "maklerin", "trainer", "trainerin", "arzt", "arztin", "gestalter", "gestalterin", "suunnittelija",
)  # fmt: skip

STREET_WORDS = frozenset(
    str.split(
        "street st road rd avenue ave av boulevard blvd lane drive dr way court ct square sq place pl terrace highway hwy parkway pkwy"
        " suite floor fl house building bldg park quay mews close crescent yard mill unit room p.o. box po"
        " strasse str weg platz allee gasse ring ufer damm hof haus postfach markt chaussee graben stock"
        " rue route chemin impasse quai cours allee place cedex bp bis"
        " calle avenida avda plaza paseo carretera camino poligono travesia rua praca alameda travessa estrada largo rodovia andar sala"
        " via viale piazza corso vicolo strada largo"
        " ulica ul aleja al aleje plac pl osiedle os namesti trida nabrezi ulice"
        " utca ut ter korut gatan vagen gata vei veien vej gade torget katu tie kuja"
        " straat laan gracht kade plein weg dreef singel postbus"
        " sokak sok cadde cad caddesi mahallesi mah bulvari no kat daire"
        " улица ул проспект пр пер переулок дом шоссе οδος λεωφορος marg nagar sector towers tower plot"
    )
)
STREET_ENDS = (
    "strasse", "straße", "str", "weg", "platz", "allee", "gasse", "ring", "ufer", "damm", "graben", "gatan", "vagen", "gata", "gaten",
    "gate", "veien", "vegen", "gade", "vej", "katu", "tie", "kuja", "straat", "laan", "gracht", "kade", "plein", "dijk", "singel", "bulevardi",
    "rain", "berg", "markt", "hof", "torg", "torget", "utca", "brucke", "kai", "chaussee", "stieg", "steig", "promenade", "esplanade",
)  # fmt: skip

# Countries as they are written on cards, folded -> region.
COUNTRIES: dict[str, str] = {
    name: code
    for code, names in {
        "DE": "germany deutschland allemagne alemania alemanha germania niemcy",
        "AT": "austria osterreich autriche oesterreich",
        "CH": "switzerland schweiz suisse svizzera suiza",
        "FR": "france frankreich francia",
        "ES": "spain espana spanien",
        "PT": "portugal",
        "BR": "brazil brasil",
        "IT": "italy italia italien",
        "GB": "united-kingdom uk england scotland wales great-britain northern-ireland",
        "IE": "ireland eire",
        "US": "usa united-states u.s.a. united-states-of-america",
        "CA": "canada",
        "PL": "poland polska polen",
        "CZ": "czechia czech-republic ceska-republika cesko",
        "SK": "slovakia slovensko",
        "HU": "hungary magyarorszag",
        "TR": "turkey turkiye",
        "SE": "sweden sverige",
        "NO": "norway norge",
        "DK": "denmark danmark",
        "FI": "finland suomi",
        "NL": "netherlands nederland the-netherlands holland",
        "BE": "belgium belgique belgie",
        "LU": "luxembourg",
        "GR": "greece hellas ελλαδα",
        "RU": "russia россия",
        "UA": "ukraine україна",
        "IN": "india",
        "CN": "china p.r.china",
        "JP": "japan",
        "KR": "korea south-korea republic-of-korea",
        "SG": "singapore",
        "AU": "australia",
        "NZ": "new-zealand",
        "ZA": "south-africa",
        "NG": "nigeria",
        "KE": "kenya",
        "MX": "mexico",
        "AR": "argentina",
        "CL": "chile",
        "CO": "colombia",
        "IL": "israel",
        "AE": "uae united-arab-emirates",
        "RO": "romania",
        "HR": "croatia hrvatska",
        "SI": "slovenia slovenija",
        "EE": "estonia eesti",
        "LV": "latvia latvija",
        "LT": "lithuania lietuva",
        "IS": "iceland island",
    }.items()
    for name in names.replace("-", "\u00a0").split(" ")
}
COUNTRIES = {name.replace("\u00a0", " "): code for name, code in COUNTRIES.items()}

FREE_MAIL = frozenset(
    str.split(
        "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol gmx web t-online freenet posteo mailbox proton protonmail"
        " tutanota tuta fastmail zoho yandex mail orange wanadoo laposte free sfr libero virgilio tiscali alice uol bol terra ig sapo"
        " o2 onet wp interia seznam centrum bluewin hispeed telenet skynet ziggo kpn xs4all telia comhem btinternet sky virginmedia"
        " talktalk comcast verizon att sbcglobal cox charter earthlink rediffmail qq 163 126 naver daum hanmail"
    )
)

PREFIXES = frozenset(
    str.split(
        "mr mrs ms mx miss sir dame dr prof professor univ herr frau herrn dipl ing dipl-ing mag mgr ing bc judr mudr rndr phdr paeddr doc"
        " dott dottssa dottoressa dottor avv arch geom rag sig sigra m mme mlle maitre me sr sra srta don dona dra eng enga ir drs drsir"
        " dhr mevr mw lic pan pani dra. hab inz"
    )
)
PARTICLES = frozenset(
    str.split(
        "van von der den de da das do dos du di del della dei degli dalla la le les lo el y e af av zu zum zur ten ter te 't op in vom"
        " bin binti ibn al el- ben bat mac san santa st."
    )
)
SMALL_WORDS = frozenset(
    str.split(
        "of and for the at to in on und fur der die das des et de du la le les pour y e para da do das dos di del della og och i ds w z dla a"
    )
)
ACRONYMS = frozenset(
    str.split(
        "ceo cto cfo coo cmo cio cso cpo chro cro ciso vp svp evp avp it hr pr r&d qa ux ui ai ml crm erp m&a emea apac dach usa uk eu b2b ip vd"
    )
)
