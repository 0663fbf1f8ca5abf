"""What people do for a living in German, Spanish, French and Portuguese, in both genders, as ``flat`` spells it."""

from __future__ import annotations

_GERMAN = (
    "recruiter texter grafiker informatiker techniker mechaniker mechatroniker elektroniker optiker apotheker chemiker physiker mathematiker biologe geologe padagoge soziologe archaologe"
    " historiker ethnologe okologe okonom agronom astronom gastronom lektor kurator intendant dirigent regisseur produzent programmierer administrator architekt"
    " dozent professor referent assistent koordinator disponent therapeut trainer moderator redakteur dramaturg choreograf choreograph journalist reporter kolumnist pressesprecher sprecher"
    " betreuer erzieher sozialarbeiter pfleger altenpfleger krankenpfleger hebamme logopade ergotherapeut physiotherapeut heilpraktiker zahnarzt tierarzt hausarzt chirurg"
    " internist kardiologe neurologe radiologe orthopade dermatologe urologe zahntechniker florist landwirt gastwirt hotelier"
    " hausmeister bauleiter dachdecker installateur klempner goldschmied uhrmacher tischlermeister kfz-mechaniker friseur kosmetiker schauspieler cellist"
    " pianist bildhauer kunstler illustrator musiker komponist filmemacher kameramann buchhandler bibliothekar archivar restaurator staatsanwalt jurist"
    " patentanwalt wirtschaftsprufer buchhalter controller kauffrau bankkaufmann bankkauffrau immobilienmakler versicherungsmakler makler banker analyst stratege"
    " volkswirt betriebswirt unternehmer unternehmensberater grunder mitgrunder gesellschafter prasident vizeprasident vorsitzende vorsitzender vorstandsvorsitzende vorstandsvorsitzender"
    " burgermeister stadtrat abgeordnete abgeordneter politiker diplomat beamter beamtin polizist feuerwehrmann soldat pilot flugbegleiter lokfuhrer kapitan spediteur"
    " disponentin sachbearbeiter sekretar assistenz praktikant werkstudent auszubildende auszubildender azubi doktorand forscher wissenschaftler laborant statistiker designer scrum-master"
    " zimmerer imker polier fliesenleger spengler tapezierer estrichleger stuckateur hochschullehrer schulleiter rektor dekan dolmetscher ubersetzer fremdenfuhrer reiseleiter eventmanager veranstalter galerist sammler keramiker bestatter pfarrer diakon trauerredner"
)
_SPANISH = (
    "notario bibliotecario funcionario secretario empresario veterinario comisario boticario archivero librero cocinero enfermero camarero panadero pastelero carpintero fontanero jardinero ganadero"
    " zapatero joyero relojero ingeniero banquero bombero mecanico electrico electricista fisico quimico matematico biologo geologo psicologo sociologo arqueologo agronomo enologo ecologo"
    " cardiologo dermatologo neurologo ginecologo urologo radiologo oncologo podologo logopeda fisioterapeuta terapeuta farmaceutico medico cirujano pediatra psiquiatra oculista optometrista dentista odontologo"
    " asesor gestor editor productor locutor escultor pintor ilustrador disenador programador administrador coordinador organizador entrenador historiador traductor corrector redactor lector"
    " rector decano catedratico docente maestro profesor investigador doctorando becario alumno estudiante jurista procurador perito tasador inspector interventor auditor"
    " contador contable tesorero economista agente representante distribuidor proveedor vendedor dependiente transportista piloto azafata capitan policia "
    " alcalde alcaldesa concejal concejala diputado diputada senador ministro embajador consul portavoz periodista guionista cineasta actor actriz musico violinista pianista cantante bailarin bailarina"
    " coreografo compositor director subdirector vicepresidente presidente copresidente cofundador emprendedor inversor inversionista accionista dueno propietario hostelero restaurador chef sumiller viticultor agricultor"
    " apicultor artesano ceramista alfarero florista galerista comisaria anticuario arquitecto aparejador urbanista topografo paisajista informatico cientifico analista estadistico trabajador_social educador"
)
_FRENCH = (
    "avocat notaire huissier juriste magistrat juge procureur greffier comptable expert-comptable fiscaliste auditeur controleur tresorier banquier courtier assureur agent agente negociant"
    " galeriste antiquaire architecte urbaniste geometre paysagiste decorateur ingenieur technicien informaticien developpeur programmeur testeur integrateur designer infographiste illustrateur dessinateur"
    " graveur sculpteur peintre potier ceramiste ebeniste menuisier plombier electricien serrurier mecanicien garagiste horloger bijoutier joaillier couturier styliste modeliste"
    " fleuriste maraicher agriculteur eleveur viticulteur oenologue caviste sommelier brasseur patissier chocolatier fromager serveur hotelier aubergiste"
    " medecin chirurgien cardiologue pediatre psychiatre dermatologue gynecologue radiologue neurologue ophtalmologue opticien pharmacien sage-femme kinesitherapeute orthophoniste osteopathe podologue aide-soignant ambulancier"
    " instituteur institutrice professeur enseignant formateur formatrice educateur educatrice animateur animatrice directeur sous-directeur proviseur doyen recteur chercheur doctorant doctorante stagiaire apprenti apprentie"
    " alternant alternante bibliothecaire documentaliste archiviste conservateur conservatrice historien philosophe sociologue archeologue geologue biologiste chimiste physicien mathematicien statisticien economiste"
    " journaliste redacteur reporter correcteur correctrice editeur editrice libraire ecrivain ecrivaine romancier poete scenariste realisateur realisatrice cineaste producteur productrice monteur comedien acteur actrice"
    " violoniste violoncelliste pianiste guitariste chanteur chanteuse danseur choregraphe compositeur compositrice pilote hotesse steward capitaine chauffeur livreur "
    " gendarme policier pompier maire conseiller senateur senatrice depute deputee ministre prefet prefete ambassadeur ambassadrice consul diplomate attache attachee"
    " secretaire assistant assistante gestionnaire administrateur administratrice coordinateur coordinatrice coordonnateur coordonnatrice chargee_de_mission delegue deleguee representant representante vendeur distributeur"
    " entrepreneur entrepreneuse investisseur investisseuse actionnaire proprietaire cogerant cogerante president vice-president tresoriere consultant coach traducteur interprete veterinaire toiletteur"
)
_PORTUGUESE = (
    "notario bibliotecario funcionario secretario empresario veterinario comissario arquivista livreiro cozinheiro enfermeiro padeiro confeiteiro carpinteiro marceneiro canalizador encanador jardineiro"
    " pecuarista fazendeiro sapateiro joalheiro relojoeiro engenheiro banqueiro bancario bombeiro mecanico eletricista fisico quimico matematico biologo geologo psicologo sociologo arqueologo agronomo enologo"
    " cardiologista dermatologista neurologista ginecologista urologista radiologista oncologista fonoaudiologo fisioterapeuta terapeuta farmaceutico medico cirurgiao cirurgia pediatra psiquiatra oftalmologista ortopedista nutricionista"
    " assessor gestor editor produtor locutor escultor pintor ilustrador programador administrador coordenador organizador treinador historiador tradutor revisor redator leitor reitor"
    " decano docente professor pesquisador investigador doutorando bolsista estagiario aluno estudante jurista procurador promotor juiz juiza perito avaliador inspetor auditor contador contabilista tesoureiro economista"
    " agente representante distribuidor fornecedor vendedor caixeiro motorista piloto comissaria_de_bordo capitao policial delegado delegada prefeito prefeita vereador deputado deputada senador"
    " ministro ministra embaixador consul porta-voz jornalista roteirista cineasta realizador ator atriz musico violinista pianista cantor cantora bailarino coreografo compositor diretor vice-presidente presidente"
    " copresidente cofundador empreendedor investidor acionista dono proprietario hoteleiro restaurador sommelier viticultor agricultor produtor_rural apicultor artesao artesa ceramista florista galerista curador antiquario arquiteto"
    " urbanista paisagista desenhador estatistico cientista analista assistente_social educador designer empreiteiro corretor despachante lobista sindico zelador"
)


def _german(word: str) -> list[str]:
    if word.endswith(("in", "frau", "mann", "amme", "ende", "ender", "neter", "nete", "amter")):
        return [word]
    bare = word.removesuffix("e")
    return [word, f"{bare}in"]


def _romance(word: str) -> list[str]:
    return [word, word[:-1] + "a"] if word.endswith("o") else [word, word + "a"] if word.endswith("or") else [word]


def _french(word: str) -> list[str]:
    if word.endswith("ier"):
        return [word, word[:-1] + "re"]
    if word.endswith("ien"):
        return [word, word + "ne"]
    if word.endswith("teur"):
        return [word, word[:-3] + "rice", word[:-1] + "se"]
    if word.endswith("eur"):
        return [word, word[:-1] + "se", word + "e"]
    return [word, word + "e"] if word.endswith(("at", "ant")) else [word]


TITLES = " ".join(
    form
    for words, forms in (
        (_GERMAN, _german),
        (_SPANISH, _romance),
        (_FRENCH, _french),
        (_PORTUGUESE, _romance),
    )
    for word in words.split()
    for form in forms(word)
)
# The end of a German compound: 'Produktdesignerin', 'Chefredakteur'.
COMPOUNDS = (
    r"(?:designer|redakteur|direktor|techniker|planer|meister|sprecher|referent|assistent|koordinator|analyst|pfleger|buchhandler|wissenschaftler|vertreter|verwalter|programmierer|informatiker|arbeiter|betreuer|prufer|gartnerin"
    r"|entwickler|leiter|manager|berater|ingenieur|anwalt|lehrer|trainer|forscher|architekt|fuhrer|inhaber|grunder|makler|mechaniker|handwerker|produzent|juristin?|dirigent|intendant|spezialist|experte?|therapeut)(?:in)?"
    r"|arztin|arzt|chefin|(?<=\w\w\w)chef|beauftragter?|kauffrau|kaufmann|vorstandin|ologin|ologe"
)
