"""What a word in a line is likely to be: a title, an organization, a gathering, a place, or no name at all. As ``flat`` spells it."""

from __future__ import annotations

import re

from wellkept.formats.line.flat import alternatives
from wellkept.formats.line.posts_english import POSTS
from wellkept.formats.line.title_words import COMPOUNDS, TITLES

HONORIFICS = alternatives(
    "rt_hon rt._hon right_honourable right_honorable honourable honorable excellency his_excellency her_excellency eminence his_eminence highness his_highness her_highness majesty reverend right_reverend very_reverend monsignor monsignore msgr cmdr dr mr mrs ms miss mx prof professor sir madam dame lord lady rev fr uncle aunt auntie cousin grandma grandpa mamie papi papy tonton tata vovo vovó oma opa abuela abuelo avo doctor captain judge baron baroness count countess viscount viscountess duke duchess earl sheikh sheikha imam rabbi bishop archbishop cllr councillor capt col lt sgt general gen sister mother_superior"
    " herr herrn frau fraulein dipl-ing dr.in onkel tante"
    " sr sra srta don dona senor senora senorita tio tia m mme mlle monsieur madame mademoiselle maitre dr dra"
    " dre vo seu doutor doutora senhor senhora"
)
HONORIFIC = re.compile(
    rf"(?:(?:eng|arq|lic|prof|dr|sr|enf|psic|exm|d)\.?[ªº]\.?\s+(?=\S)|(?:(?:{HONORIFICS})(?:\.\s*|\s+)|(?:mag|ing|lic|me|dna|hr|fr|hon|rt|maj|cpl|adm|brig|eng|arq|arch|mtro|mtra|psic|enf|licda|licdo|hna|hno|h\.\s?e|h\.\s?r\.\s?h)\.\s*)(?:(?:h\.\s?c|em|emer|med|phil|jur|iur|rer|nat|oec|pol|techn|habil|mult|vet|dent)\.\s*|\(ret(?:d|'d|ired)?\.?\)\s*)*(?=\S))+"
)
# 'Ambassador Kofi Boateng': a post in large letters, and no name.
LARGE_POST = re.compile(
    r"(?<!\w)(?:Ambassador|Minister|Commissioner|Chancellor|Mayor|Councillor|Councilman|Councilwoman|Consul|Pastor|Provost|Prosecutor|Chairman|Chairwoman|Director|Secretary|Coach|Chef|Detective|Inspector|Officer)\s+(?=[^\W\d_a-z])"
)
# 'Father Brendan Doyle': titles of address where a large letter says so.
LARGE_HONORIFIC = re.compile(
    r"(?:(?:The\s+)?(?:Father|Brother|Mother|Deacon|Cardinal|Canon|Major|Commander|Admiral|Sergeant|Lieutenant|Corporal|Brigadier|President|Senator|Congressman|Congresswoman|Governor|Prince|Princess|Queen|King|Lama|Swami|Fra|Dom|Me|Mtre|Datuk|Dato|Sri|Smt|Shri|Ustad|Hajj|Hajji)\s+)(?=[^\W\d_a-z][^\W\d_]+\s+[^\W\d_a-z])"
)

PARTICLES = frozenset(
    "bint binti bte ould van von der den de del della di da das do dos du la le las los el al bin ibn ben abu ter ten zu zur af av st y e san santa o' 't dela delos bint ould".split()
)
# Family names that follow 'de' or 'da' where that could also lead to an organization.
AFTER_DE = frozenset(
    "silva souza sousa santos costa cruz oliveira lima almeida carvalho rocha mattos matos moraes morais melo mello castro luca rosa"
    " barros freitas moura jesus leon la los las vega avila paula andrade azevedo faria gaulle castro luna torre fuente fuentes campos cunha"
    " conceicao gama penha luz franca beauvoir rossi palma angelis marco vries jong boer groot haan wit bruyn haas"
    " carmo ceu rosario fatima lourdes socorro pilar carmen mercedes dios angeles dolores nieves remedios concepcion haro miguel osuna leiva borja frutos lucas mena lara lope quevedo cervantes guzman zarate"
    " assis brito castilho abreu aguiar alencar amorim araujo arruda avelar braganca caldas camargo camoes cerqueira couto deus eca fonseca gusmao holanda lacerda macedo magalhaes medeiros mendonca menezes meneses"
    " miranda nobrega noronha padua pina pinho queiroz queiros resende rezende sa sales salles sampaio siqueira sequeira vasconcelos vilhena xavier goes gois prado nascimento espirito santo amaral rego canto pombal"
    " villiers montfort saint-exupery maupassant balzac vigny broglie rohan villepin tocqueville kerdrel la_fontaine cock bock smet wilde".split()
)

_TITLES = (
    "dir reader_in board_member team_member committee_member faculty_member council_member crew_member founding_member member_of_the_board member_of_parliament mp mep trustee research_fellow senior_fellow governor chaplain usher clerk chancellor prosecutor warden team_lead mgr gm md svp evp exec asst acct_mgr acct_exec proj_mgr prod_mgr ops_mgr sales_mgr mktg_mgr eng_mgr prog_mgr vp_eng vp_sales bizdev biz_dev sysadmin devrel dev_lead tech_lead ceo cto cfo coo cmo cpo cio ciso cro chro cdo evp svp vp avp md president vice_president vice-president chair chairman chairwoman chairperson"
    " founder co-founder cofounder owner co-owner partner principal director head lead leader chief manager supervisor coordinator officer executive"
    " engineer developer programmer designer architect analyst scientist researcher consultant advisor adviser recruiter accountant lawyer attorney"
    " counsel paralegal notary doctor nurse surgeon dentist therapist psychologist pharmacist professor lecturer teacher student intern assistant"
    " secretary administrator editor journalist reporter writer author photographer artist illustrator musician producer filmmaker actor chef"
    " baker butcher maker tuner restorer glassblower weaver potter luthier electrician plumber carpenter mechanic pilot driver salesperson salesman saleswoman sales_rep rep account_executive broker"
    " banker trader investor angel_investor vc entrepreneur freelancer translator interpreter curator librarian economist statistician"
    " mathematician physicist chemist biologist geologist historian strategist planner buyer controller auditor bookkeeper treasurer evangelist"
    " scrum_master product_owner devops sre technician specialist agent ambassador organizer organiser host moderator speaker coach trainer"
    " mentor tutor dean rector mayor minister senator diplomat judge officer sergeant colonel data_protection_officer chief_of_staff postdoc"
    " botanist florist stylist columnist novelist essayist cellist pianist violinist guitarist activist lobbyist machinist receptionist optometrist archivist conservationist civil_servant tailor jeweller potter sculptor painter composer conductor singer dancer nanny midwife paramedic firefighter policeman policewoman soldier priest pastor rabbi councillor councilwoman councilman gardener landscaper roofer builder contractor surveyor underwriter actuary inspector detective investigator publisher bookseller importer exporter distributor reseller wholesaler sommelier bartender hotelier caterer conservator registrar provost headmaster headmistress superintendent commissioner consul phd_student doctoral_student trainee apprentice animator cinematographer screenwriter playwright choreographer comedian anthropologist"
    " barista farmer winemaker brewer architect realtor marketer copywriter ux_researcher podcaster blogger vet veterinarian physiotherapist"
    " leiter leiterin geschaftsfuhrer geschaftsfuhrerin chef chefin vorstand vorstandin prokurist prokuristin abteilungsleiter abteilungsleiterin"
    " teamleiter teamleiterin projektleiter projektleiterin vertriebsleiter vertriebsleiterin marketingleiter marketingleiterin entwickler entwicklerin"
    " ingenieur ingenieurin berater beraterin anwalt anwaltin rechtsanwalt rechtsanwaltin arzt arztin lehrer lehrerin architektin einkaufer einkauferin"
    " verkaufer verkauferin grunder grunderin mitgrunder mitgrunderin inhaber inhaberin steuerberater steuerberaterin journalistin redakteur redakteurin"
    " fotograf fotografin designerin produktmanager produktmanagerin personalerin personaler personalchefin personalchef professorin studentin"
    " bereichsleiter bereichsleiterin einkaufsleiter einkaufsleiterin leitung leitende leitender sachbearbeiter sachbearbeiterin"
    " direktor direktorin forscherin forscher notar notarin geschaftsfuhrung entwicklungsleiter entwicklungsleiterin finanzchef finanzchefin"
    " director directora jefe jefa gerente responsable encargado encargada fundador fundadora cofundador cofundadora socio socia ingeniero ingeniera"
    " desarrollador desarrolladora disenador disenadora abogado abogada medico medica profesor profesora consultor consultora analista arquitecto"
    " arquitecta periodista fotografo fotografa contable vendedor vendedora investigador investigadora presidente presidenta dueno duena comercial"
    " directeur directrice responsable chef cheffe gerant gerante fondateur fondatrice cofondateur cofondatrice associe associee ingenieur ingenieure"
    " developpeur developpeuse designeuse avocat avocate medecin professeur professeure consultante consultant analyste architecte journaliste"
    " photographe comptable commerciale acheteur acheteuse chercheur chercheuse presidente chargee charge pdg drh daf dsi notaire graphiste"
    " diretor diretora gerente chefe lider fundador fundadora cofundador cofundadora socio socia engenheiro engenheira desenvolvedor desenvolvedora"
    " advogado advogada medico medica professor professora consultor consultora arquiteto arquiteta jornalista fotografo fotografa contador contadora"
    " gestor gestora programador programadora tecnico tecnica enfermeiro enfermeira psicologo psicologa dentista veterinario veterinaria corretor corretora economista biologo biologa quimico quimica tradutor tradutora traductor traductora cocinero cocinera cozinheiro"
    " cozinheira empresario empresaria empreendedor empreendedora maestro maestra escritor escritora redactor redactora redator redatora editor editora enfermero enfermera cirujano cirujana actriz ator atriz musico cantante farmaceutico farmaceutica consejero delegado"
    " infirmier infirmiere traducteur traductrice enseignant enseignante redacteur redactrice musicien musicienne dentiste veterinaire psychologue etudiant etudiante boulanger boulangere libraire vigneron restaurateur kine retraitee retraite"
    " krankenschwester pfleger musiker musikerin autor autorin schauspieler schauspielerin psychologe psychologin ubersetzer ubersetzerin student rentner rentnerin backer tischler schreiner elektriker wirt wirtin winzer winzerin makler maklerin aufsichtsrat jubilado jubilada aposentado aposentada"
    " pesquisador pesquisadora coordenador coordenadora presidente dono dona analista vendedor vendedora estagiario estagiaria"
)
TITLE = re.compile(
    rf"(?<![\w-])(?:(?:{alternatives(_TITLES + ' ' + TITLES + ' ' + POSTS)})|\w+(?:ologist|iatrist|ician|keeper|grapher|maker|therapist|nomist|smith|ologo|ologa|ologue|{COMPOUNDS}))(?!\w)"
)

ORGANIZATION = re.compile(
    r"(?<!\w)(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|ohg|se|sa|sas|sarl|srl|bv|nv|ab|as|asa|oy|aps|sl|slu|ltda|s\.a|corp|corporation|company|co|group|holding|holdings"
    r"|bank|banque|banco|university|universitat|universite|universidad|universidade|college|school|hospital|institute|institut|instituto|labs?|robotics"
    r"|systems|solutions|technologies|software|consulting|partners|ventures|capital|media|studios?|agency|agentur|foundation|stiftung|fundacion|fondation"
    r"|ministry|ministerium|vc|verlag|werke|stadtwerke|logistics|energy|pharma|biotech|airlines|airways|insurance|versicherung|services|trading|traders|exports|imports|shipping|freight|transport|construction|architects|engineering|analytics|collective|cooperative|co-?op|council|clinic|museum|trust|society|association|federation|academy|centre|center|gallery|bakery|brewery|winery|vineyards|catering|records|films|pictures|productions|games|interactive|networks?|telecom|solar|mining|textiles|interiors|dynamics|aerospace|aviation|health|healthcare|therapeutics|diagnostics|sciences|instruments|electronics|packaging|printing|couriers|lawyers|advisors|advisory|chemicals|furniture|optics|marine|outfitters|publishing|press|books|industries|motors|foods|design|digital)\.?(?!\w)"
)
_EVENTS = (
    "conference conf summit meetup meet-up fair expo forum festival party wedding after-party afterparty workshop hackathon webinar gala congress symposium camp bootcamp"
    " exhibition convention reunion barbecue bbq retreat seminar panel roundtable ceremony awards reception mixer launch demo_day open_day open_house"
    " trade_show show tech_week fashion_week design_week week days breakfast_club networking_event networking_night happy_hour offsite off-site"
    " hack_night pitch_night book_club kickoff kick-off training course lecture vernissage opening event con get-together jam unconference barcamp"
    " townhall town_hall faire fayre assembly biennale biennial triennale triennial auction premiere screening masterclass hackday hack_day jamboree colloquium hearing open_mic poetry_slam prize-giving award_ceremony hackfest game_jam film_festival school_fair fundraiser funeral concert charity_run fun_run charity_dinner charity_auction charity_ball charity_event school_play school_fete agm all-hands graduation baptism christening housewarming garden_party christmas_market bake_sale book_launch product_launch job_fair career_day parents'_evening parents_evening wine_tasting game_night poker_night quiz_night trivia_night movie_night"
    " kirtag kirchweih messe kongress konferenz tagung fachmesse kongresses stammtisch hochzeit feier geburtstagsfeier fest ball workshop seminar ausstellung"
    " jahrestagung gipfel treffen sommerfest weihnachtsfeier buchmesse hausmesse symposion netzwerktreffen klassentreffen"
    " verbena romeria simposio maraton coloquio certamen bienal feria congreso conferencia encuentro cumbre jornada jornadas foro boda fiesta taller seminario exposicion salon evento cena_de"
    " assises journees trophees universites_d'ete carrefour marathon foire congres salon conference colloque sommet rencontres mariage fete atelier seminaire exposition forum soiree"
    " lancamento_do_livro lancamento formatura batizado inauguracao churrasco palestra presentacion_del_libro graduacion bautizo inauguracion entrega_de_premios barbacoa asado lancement vernissage inauguration remise_des_prix bapteme cremaillere"
    " tag_der_offenen_tur portes_ouvertes journee_portes_ouvertes jornada_de_puertas_abiertas puertas_abiertas dia_de_portas_abertas portas_abertas taufe beerdigung einweihung polterabend firmung abiball lesung premiere trauung"
    " feira congresso conferencia encontro cupula jornada mostra bienal sarau maratona romaria coloquio arraial forum casamento festa oficina seminario exposicao evento simposio meetup"
)
EVENT = re.compile(
    rf"(?<!\w)(?:{alternatives(_EVENTS)})(?!\w)|\w*(?:messe|forum|kongress|konferenz|tagung|tage|gipfel|fest|feier|treffen|konzert|vernissage|lesung|premiere|ausstellung|veranstaltung|empfang|turnier|con|conf|summit|fest|camp|world|expo|(?<!mid)(?<!fort)(?<!to)(?<!over)(?<!week)night)(?!\w)"
    # 'Gründertag', no Montag and no Geburtstag.
    r"|(?<!\w)(?!(?:hash|name|price|dog|rag|mon|diens|donners|frei|sams|sonn|geburts|hochzeits|feier|jahres|werk|arbeits|wochen|vor|mit|nach|all|todes|namens|stich|ruhe|urlaubs|heilig|gedenk|valentins|mutter|vater|pfingst|oster|neujahrs|umzugs|einsatz|liefer|wahl|spiel|reise|red)\w*tag)\w{4,}tag(?!\w)"
)
KNOWN_EVENT = re.compile(
    rf"(?<!\w)(?:{alternatives('fosdem ces mwc sxsw slush dreamforce davos ifa cebit bett aws_re:invent re:invent re:publica republica ted tedx dld oscon wwdc kubecon neurips icml icra siggraph gamescom dmexco bits_&_pretzels web_summit collision vivatech websummit hannover_messe anuga interpack medica bauma ispo photokina drupa eicma fitur fruit_logistica ise ibc pycon pydata pyladies gophercon rustconf rubyconf config devcon devconnect djangocon europython jsconf devoxx ccc 36c3 37c3 38c3 39c3 linuxtag froscon campus_party rock_in_rio hlth inbound saastr saastock money2020 money20/20 cebit leap gitex techcrunch_disrupt startup_grind latitude59 tnw ndc goto qcon strata chi acl emnlp cvpr iclr')})(?!\w)(?:\s*'?\d\d(?:\d\d)?)?"
)
VENUE = re.compile(
    r"(?<!\w)(?:cafe|coffee|bar|pub|restaurant|bistro|brasserie|trattoria|pizzeria|starbucks|costa|office|gym|airport|station|hotel|park|library|beach|club|lounge"
    r"|home|house|church|hospital|supermarket|market|mall|shop|store|bakery|train|plane|bus|lobby|playground|kindergarten|daycare|canteen|cinema|theatre|theater"
    r"|place|tesco|sainsbury's|lidl|aldi|waitrose|asda|morrisons|walmart|costco|ikea|whole\s+foods|trader\s+joe's|carrefour|rewe|edeka|migros|mcdonald's|nando's|pret|greggs|wework|arms|inn|tavern|alehouse|taproom|osteria|diner|gastropub|jfk|lax|sfo|lhr|heathrow|gatwick|schiphol|cdg|coworking\s+space|pool|court|lunch|dinner|breakfast|work|school|museum|bookshop|bookstore|booth|stand|roof|rooftop|hq|headquarters"
    r"|buro|flughafen|bahnhof|kantine|kneipe|gasthaus|zug|schule|kita|arbeit|cafeteria|uni|heuriger|biergarten"
    r"|oficina|aeropuerto|estacion|casa|tren|playa|gimnasio|escuela|bureau|aeroport|gare|train|ecole|maison|plage|cantine"
    r"|escritorio|aeroporto|estacao|praia|academia|escola|padaria|restaurante|boteco)(?!\w)"
)

_PLACES = (
    "lisbon porto berlin hamburg munich munchen frankfurt cologne koln dusseldorf stuttgart leipzig dresden bremen hannover nuremberg nurnberg bonn mainz freiburg dortmund"
    " vienna wien graz linz salzburg innsbruck klagenfurt zurich zuerich geneva genf basel bern lausanne luzern paris lyon marseille toulouse nantes lille bordeaux rennes strasbourg"
    " strassburg grenoble montpellier madrid barcelona valencia sevilla seville bilbao malaga zaragoza granada london manchester birmingham leeds glasgow edinburgh bristol liverpool oxford cambridge"
    " cardiff belfast dublin cork amsterdam rotterdam utrecht eindhoven the_hague brussels bruxelles brussel antwerp ghent luxembourg copenhagen kopenhagen aarhus stockholm gothenburg malmo oslo bergen"
    " helsinki tampere tallinn riga vilnius warsaw warschau krakow wroclaw gdansk prague prag brno bratislava budapest bucharest sofia belgrade zagreb ljubljana athens thessaloniki istanbul ankara izmir"
    " rome roma milan mailand milano turin torino naples napoli florence firenze bologna venice venedig verona genoa moscow kyiv kiev lviv odesa minsk tbilisi yerevan baku"
    " new_york nyc brooklyn boston washington philadelphia chicago detroit atlanta miami orlando dallas austin houston denver phoenix seattle portland san_francisco sf los_angeles san_diego"
    " san_jose las_vegas toronto montreal vancouver ottawa calgary mexico_city ciudad_de_mexico cdmx guadalajara monterrey bogota medellin cali lima quito caracas santiago buenos_aires cordoba rosario montevideo"
    " sao_paulo rio_de_janeiro rio brasilia salvador recife fortaleza belo_horizonte curitiba porto_alegre florianopolis manaus campinas coimbra braga faro lisboa"
    " tokyo osaka kyoto seoul busan beijing shanghai shenzhen hong_kong taipei singapore bangkok jakarta manila hanoi saigon kuala_lumpur delhi new_delhi mumbai bangalore bengaluru chennai hyderabad pune kolkata"
    " karachi lahore dhaka colombo kathmandu dubai abu_dhabi doha riyadh tel_aviv jerusalem beirut amman cairo casablanca rabat tunis algiers lagos abuja accra nairobi kampala kigali addis_ababa johannesburg"
    " cape_town durban dakar abidjan sydney melbourne brisbane perth adelaide auckland wellington christchurch honolulu reykjavik valletta nicosia"
    " germany deutschland austria osterreich switzerland schweiz suisse suiza suica france frankreich francia franca spain spanien espana espagne espanha portugal england scotland wales ireland irland"
    " uk usa united_states states netherlands niederlande holland belgium belgien denmark danemark sweden schweden norway norwegen finland finnland estonia latvia lithuania poland polen czechia hungary ungarn"
    " romania bulgaria serbia croatia kroatien slovenia greece griechenland turkey turkei italy italien italia italie ukraine russia georgia canada kanada mexico brazil brasilien brasil bresil argentina"
    " chile colombia peru uruguay venezuela ecuador japan japon korea china india indien australia australien new_zealand south_africa nigeria kenya ghana egypt agypten morocco marokko maroc israel"
    " singapur estados_unidos etats-unis alemania allemagne alemanha inglaterra angleterre londres viena ginebra geneve bruselas lisbonne bale berne copenhague munique nova_york nueva_york pekin tokio toquio europe"
    " puebla tijuana merida queretaro oaxaca cancun leon toluca veracruz cordoba mendoza la_plata rosario arequipa cusco guayaquil cuenca cartagena barranquilla bucaramanga valparaiso concepcion salamanca toledo burgos murcia alicante cadiz vigo oviedo santander pamplona logrono valladolid san_sebastian donostia tarragona girona"
    " brest nancy metz reims dijon angers tours rouen le_havre le_mans limoges avignon cannes perpignan besancon annecy mulhouse caen amiens poitiers la_rochelle biarritz saint-etienne clermont-ferrand aix-en-provence"
    " kassel mannheim karlsruhe heidelberg wiesbaden augsburg regensburg wurzburg erfurt jena rostock kiel lubeck munster bielefeld aachen ulm konstanz potsdam magdeburg halle chemnitz wolfsburg villach wels st._polten bregenz dornbirn st._gallen winterthur lugano uppsala lund linkoping umea trondheim stavanger tromso aalborg odense turku oulu"
    " goiania belem natal joao_pessoa maceio aracaju vitoria campo_grande cuiaba santos niteroi ribeirao_preto sorocaba londrina aveiro setubal evora viseu leiria guimaraes funchal maputo luanda"
    " cleveland pittsburgh cincinnati columbus nashville memphis new_orleans minneapolis st_louis kansas_city salt_lake_city sacramento oakland tampa charlotte raleigh durham baltimore richmond buffalo albany milwaukee madison palo_alto menlo_park mountain_view cupertino santa_monica pasadena berkeley"
    " leicester nottingham sheffield newcastle brighton southampton portsmouth norwich exeter aberdeen dundee swansea galway limerick"
    " ahmedabad jaipur lucknow kochi goa chandigarh sapporo nagoya yokohama kobe fukuoka incheon guangzhou chengdu nanjing wuhan hangzhou cebu penang bali tel-aviv haifa marrakech marrakesh tangier fez"
    " vienne francfort genebra zurique florianopolis milao praga varsovia estocolmo atenas"
)
PLACE = re.compile(rf"(?<!\w)(?:{alternatives(_PLACES)})(?!\w)")

DEPARTMENTS = frozenset(
    "payroll procurement warehouse reception facilities compliance security design product data research operations ops growth treasury audit tax dispatch catering press comms helpdesk gym crossfit nursery upstairs downstairs accounting sales marketing hr it finance legal engineering support purchasing logistics work school uni university church college yoga soccer football choir kindergarten daycare next_door".split()
)

# Towns and countries that people are named after.
TOWN_NAMES = frozenset(
    "charlotte orlando leon nancy vitoria denver houston phoenix jackson madison savannah lourdes merida mendoza santos toledo murcia burgos angers columbus lincoln kent london jordan chad cuba milan roma rosario chelsea brooklyn raleigh sofia florence paris victoria austin santiago adelaide georgia salvador lima cordoba verona sydney dallas israel rosario milan nice essen braga faro coimbra lyon vienna valencia cali perth".split()
)

KIN = re.compile(
    r"(?<!\w)(?:wife|husband|partner|spouse|son|daughter|kids?|child|children|baby|mother|father|mom|mum|dad|parents|brother|sister|twins?|dog|cat|boss|girlfriend|boyfriend|fiancee?|grand\w+"
    r"|frau|mann|sohn|tochter|kind|kinder|mutter|vater|bruder|schwester|hund|katze|freundin|freund|mujer|esposa|esposo|marido|hijo|hija|hijos|madre|padre|hermano|hermana"
    r"|perro|gato|novia|novio|femme|mari|fils|fille|enfants?|mere|pere|frere|soeur|sour|chien|chat|copine|copain|mulher|filho|filha|filhos|mae|pai|irmao|irma|cachorro|namorad[oa])(?!\w)"
)

# No name begins with one of these, and a name in small letters ends before one.
COMMON = frozenset(
    """
    a about after afterwards again all allergic already also always am an and another any are around as at avoid away back bad based be because been before being best better big birthday book bring but buy
    by call called can can't catch chat chatted check coffee come comes coming could couple day days did didn't dinner do does doesn't doing don't down drinks due during each early either email emailed enjoyed ends even ever every
    everyone excited family few finally fine finds first five follow for forward four friend friendly friends from funny get gets getting give gives go goes going gonna good got great had happy hard has hasn't hate hates have haven't having he he'd
    he'll he's hear heard help helps her here hers hi him his how i i'd i'll i'm i've if in into intro introduce introduced introduces is isn't it it's its january just keen keep kids know knows last late later let let's likes
    like live lives long look looking looks lot love loves lovely lunch made makes make many married may maybe me meet meeting mentioned message messaged met might mine more most moved moves moving much must my near need needs never new news next nice night no
    not now of off offered offers on once one only open or other our out over owe owes own pick ping plan planning plays please possibly probably promise promised quick quite really recently remember remind reminder
    said sat saw say says see seems seen send sends sent several share she she'd she'll she's short should showed since so some someone something sometime soon speaks spoke started starts still studied studies such super sure take talk talked tell text texted than thank thanks that that's the
    their them then there these they they'd they'll they're they've thing things think thinks this those three through tired to today told tomorrow tonight too took two turns turned twins under until up us used vegan vegetarian very via wait want wanted wants was wasn't we we'd we'll we're
    we've well went were what when where which while who who's whom whose why wife will with without won't work works worked working would wrote year years yes yesterday yet you your zoom
    lunch brunch breakfast mittagessen abendessen fruhstuck kaffeetrinken dejeuner diner almuerzo cena desayuno almoco jantar soiree fiesta evening afternoon morning anniversary mon tue wed thu fri sat sun q1 q2 q3 q4 lovely recap update heads cc subject w vs
    tur abends morgens mittags nachmittags nachts vormittags danach anschließend spater vorhin neulich unterwegs nebenbei kurzlich kurz spontan zufallig lange ausfuhrlich endlich
    getrunken gegessen verbracht gesprochen
    invited bought sold helped visited paid lent borrowed received attended joined watched played picked dropped showed hired fired thanked congratulated wished booked ordered finished heard read forgot remembered noticed learned discovered connected exchanged swapped discussed agreed planned organised organized hosted cooked baked drove walked ran flew travelled traveled introduced reached signed shared asked
    hab habs familie family postcard card gift present flowers bottle wine livro libro buch livre cadeau regalo presente vinho vino vin flores chocolate chocolates geschenk blumen wein carta karte carte tarjeta cartao geburtstag cumpleanos anniversaire aniversario
    ab aber alle als alter am an auch auf aus beim bei bin bis bitte da dann das dass dem den der des die dir doch dort du ein eine einem einen einer er es etwas fand fur ganz gern gerne gestern getroffen gesehen gesprochen gut habe haben hat heute ich ihm ihn ihr ihre ihren im immer in ist ja kann
    kaffee kein keine kommt liebt lernt mag mal man mehr mein meine meinem meiner mich mir mit mochte muss nach nachste nett nicht noch nun nur ob oder schickt schicke schicken schon sehr sein seine seit sich sie sind sucht spielt stellt telefoniert traf trinkt uber um und uns unser unter vegetarier viel vom von vor wann war was weg weil wenn wer wie
    will wir wird wo wohnt wollte zieht zu zum zur zwei drei arbeitet bietet braucht melden angerufen
    al algo ayer bien busca cafe como con comi conoci cuando cual de del desde donde dos el ella ellos en era es esa ese eso esta estaba este estoy gran ha hablamos hace hacer hasta hay hijos hola hoy le les le_encanta llama lo los las la manana mas me mi mis muy necesita ni no nos nuestra nuestro nunca o ofrece para pero
    por porque puede que quien quiere sabe se segun ser si sin sobre son su sus tambien te tenemos tengo tiene toca todo tres trabaja tu un una unos va vamos vive voy y ya yo
    a ai aime adore alors apres au aujourd'hui aussi aux avait avec avoir beaucoup bien bon bonne car ce cela cette chez cherche comme connait dans de depuis des deux dit doit donc du elle elles en encore est et etait etre eux fait habite hier il ils j'ai je jusqu'a la le les leur lui ma mais me mes moi mon ne nos notre nous on ont
    ou par parle pas peu peut plus pour pres propose qu'il qu'elle quand que qui rien s'est sa sans ses si son sont sous sur ta tes toi ton tous tout tres trois tu un une va vers veut via vit vivait voir vu
    adora ao aos aquele as ate bem com como comigo conheci da das de dela dele demais do dois dos duas e ela elas ele eles em entao entre era essa esse esta estou eu faz fez filhos foi fui gosta ha hoje isso ja la mais mas me mesmo meu meus minha mora muito na nao nas nem no nos nossa nosso num numa o
    oferece ontem os ou para pela pelo pode por porque pra precisa procura quando que quem quer sao se sem ser seu seus sim so sobre sua suas tambem te tem tenho ter toca trabalha tudo um uma vai vou
    email mail phone tel mobile cell birthday bday website linkedin twitter whatsapp
    good great nice quick long short lovely super awesome interesting productive note notes todo reminder fyi btw ps re idea ideas question
    mom mum dad boss everybody nobody somebody people guy guys lady man woman girl boy folks team teams person couple neighbour neighbor colleague coworker client customer
    """.split()
)
