"""What somebody is called by their work: judged by the noun at its head, in English, German, French, Spanish and Portuguese."""

from __future__ import annotations

import re
from functools import lru_cache

from wellkept.formats.names import fold

# The nouns, folded; feminine forms where they are words of their own.
_HEADS = frozenset(
    str.split(
        "accountant account-executive actor actuary administrator advisor adviser advocate agent analyst architect artist assistant associate"
        " attorney auditor author banker barrister biologist bookkeeper broker builder buyer captain carpenter chair chairman chairperson"
        " chairwoman chancellor chef chemist chief clerk coach cofounder co-founder commissioner composer comptroller conductor consultant"
        " contractor controller coordinator co-ordinator copywriter counsel counselor counsellor creator curator dean dentist deputy designer"
        " developer director dispatcher doctor editor educator electrician engineer entrepreneur evangelist examiner executive expert facilitator"
        " fellow founder freelancer fundraiser generalist geologist geophysicist governor handler head historian illustrator inspector instructor"
        " interim intern interpreter investigator investor journalist judge landlord lawyer lead leader lecturer liaison librarian manager marketer"
        " mathematician mechanic mediator mentor merchandiser minister moderator musician notary novelist nurse officer operator organizer organiser"
        " originator owner painter paralegal partner pastor paramedic pathologist pharmacist photographer physician physicist physiotherapist pilot planner"
        " plumber postdoc practitioner president principal producer professor programmer proprietor prosecutor psychologist publicist publisher"
        " purchaser reader realtor receptionist recruiter registrar rep reporter representative researcher salesman salesperson saleswoman"
        " scholar scheduler scientist secretary senator shareholder social-worker solicitor specialist statistician steward strategist student superintendent"
        " supervisor surgeon surveyor teacher teamlead technician technologist tester therapist trader trainee trainer translator treasurer"
        " trustee tutor underwriter vet veterinarian vice-president volunteer warden webmaster writer wizard sommelier barista geschaeftsfuehrung"
        # German
        " abgeordnete abteilungsleitung aerztin anlagenbauer anwaltin arzt arztin arzthelferin assistenz assistent assistentin aufsichtsrat ausbilder"
        " bauleitung bauer beamter beamtin beirat berater beraterin betriebsrat betriebsratin bibliothekar bibliothekarin buchhalter buchhalterin burgermeister"
        " burgermeisterin chefarzt dekan dekanin direktor direktorin doktorand doktorandin dozent dozentin einkaufer einkauferin entwickler entwicklerin"
        " erzieher erzieherin fachkraft forscher forscherin fotograf fotografin freiberufler generaldirektor geschaftsfuhrer geschaftsfuhrerin"
        " geschaftsfuhrung geschaftsleiter geschaftsleitung gesellschafter gesellschafterin gestalter gestalterin grafiker grafikerin grunder grunderin"
        " hausverwalter hebamme informatiker informatikerin ingenieur ingenieurin inhaber inhaberin journalist journalistin jurist juristin kanzler"
        " kauffrau kaufmann koch kochin koordination koordinator koordinatorin kurator kuratorin lehrer lehrerin leiter leiterin leitung lehrbeauftragte"
        " makler maklerin marktleiter meister meisterin mitarbeiter mitarbeiterin mitbegrunder mitgrunder mitgrunderin notar notarin pfarrer pfarrerin"
        " partnerin pflegedienstleitung physiker physikerin praktikant praktikantin praesident prasident prasidentin professorin programmierer programmiererin"
        " projektleitung prokurist prokuristin psychologin psychologe recherche redakteur redakteurin redaktion rechtsanwalt rechtsanwaltin referent"
        " referentin rektor rektorin richter richterin sachbearbeiter sachbearbeiterin schriftstellerin schriftfuhrer sekretar sekretarin sekretariat"
        " sprecher sprecherin staatssekretar steuerberater steuerberaterin stellvertreter stellvertreterin steuerberatung student studentin studienrat techniker technikerin"
        " teamleitung trainerin ubersetzer ubersetzerin unternehmer unternehmerin verkaufer verkauferin verleger verlegerin vertreter vertreterin"
        " verwalter verwalterin vorsitzende vorsitzender vorstand vorstandin vorstandsvorsitzende vorstandsvorsitzender werkstudent werkstudentin"
        " wirtschaftsprufer wirtschaftspruferin wissenschaftler wissenschaftlerin zahnarzt zahnarztin"
        # French
        " amministratore amministratrice avvocato avvocata consulente direttore direttrice impiegata impiegato ingegnere responsabile ricercatore ricercatrice"
        " acheteur acheteuse adjoint adjointe administrateur administratrice agente animateur animatrice architecte assistante associe associee avocat"
        " avocate bibliothecaire cadre cadreur caissier charge chargee chef cheffe chercheur chercheuse chirurgien collaborateur collaboratrice"
        " commerciale commercial comptable concepteur conceptrice conducteur conseiller conseillere consultante controleur coordinateur coordinatrice"
        " createur creatrice delegue deleguee dentiste dessinateur developpeur developpeuse directeur directrice dirigeant dirigeante doctorant"
        " doctorante documentaliste doyen economiste educateur educatrice enseignant enseignante expert-comptable experte fondateur fondatrice formateur"
        " formatrice gerant gerante gestionnaire geometre graphiste huissier infirmier infirmiere informaticien informaticienne ingenieure inspecteur"
        " inspectrice institutrice journaliste juriste libraire magistrat maire maitre medecin mediateur notaire ouvrier pharmacien pharmacienne"
        " photographe presidente preparateur professeur professeure proviseur psychologue recruteur recruteuse redacteur redactrice responsable secretaire"
        " stagiaire statisticien technicien technicienne traducteur traductrice tresorier tresoriere vendeur vendeuse veterinaire vice-presidente"
        # Spanish and Portuguese
        " abogada abogado academico administrador administradora administrativa administrativo advogada advogado agrimensor analista apoderado"
        " apoderada arquitecta arquitecto arquiteta arquiteto asesor asesora asistente assessor assessora assistente auxiliar bibliotecaria bibliotecario"
        " bolsista capitan catedratica catedratico chefe cientifica cientifico cientista cirujano comerciante comercial compradora comprador concejal"
        " conselheira conselheiro consejera consejero consultor consultora contable contador contadora controladora coordenador coordenadora coordinador"
        " coordinadora corredor corretor corretora creativo criador decana decano delegada delegado desarrollador desarrolladora desenhador desenvolvedor"
        " desenvolvedora desenvolvimento dentista deputado diputado diretor diretora directora director disenador disenadora docente doctoranda doctorando economista editora"
        " educadora emprendedor emprendedora empresaria empresario empreendedor empreendedora encargada encargado enfermeira enfermeiro enfermera"
        " enfermero engenheira engenheiro ensino especialista estagiaria estagiario estudante estudiante executiva executivo ejecutiva ejecutivo farmaceutica"
        " farmaceutico fiscal fisioterapeuta fotografa fotografo formadora formador fundador fundadora funcionario gerente gestor gestora guia"
        " ingeniera ingeniero inspector inspectora investigadora investigador jefa jefe jornalista jueza juez juiz juiza jurista lider medica medico"
        " mestre notaria notario oficial ouvidor orientador paisajista perito periodista pesquisador pesquisadora presidenta presidente procurador"
        " procuradora produtor produtora productor productora profesor profesora professora programador programadora promotor psicologa psicologo"
        " psicologa quimica quimico reitor reitora rector rectora redactor redactora redator redatora representante responsavel secretaria secretario"
        " sindico socia socio subdirector subdirectora superintendente supervisora tecnica tecnico tecnologo tesoureiro tesorera tesorero traductora"
        " traductor tradutor tradutora vendedor vendedora veterinaria veterinario vicepresidenta vicepresidente vice-presidente vogal"
    )
)
_SHORT = frozenset(
    "ceo cto cfo coo cmo cio cpo ciso cro cdo cso chro clo cco md evp svp avp vp gm pm po cpa hr hrbp sre qa pdg dg daf drh dsi rssi vrh gf gl sdr bdr ae"
    " csm pa ea mp mdb mdl".split()
)
_ENDS = (
    "leiter", "leiterin", "leitung", "manager", "managerin", "berater", "beraterin", "entwickler", "entwicklerin", "ingenieur", "ingenieurin",
    "referent", "referentin", "direktor", "direktorin", "assistent", "assistentin", "assistenz", "beauftragter", "beauftragte", "sprecher",
    "sprecherin", "meister", "meisterin", "anwalt", "anwaltin", "fuhrer", "fuhrerin", "prasident", "prasidentin", "vorsitzende", "vorsitzender",
    "verantwortliche", "verantwortlicher", "techniker", "technikerin", "betreuer", "betreuerin", "planer", "planerin", "prufer", "pruferin",
    "sekretar", "sekretarin", "redakteur", "redakteurin", "architekt", "architektin", "forscher", "forscherin", "kaufmann", "kauffrau", "verwalter",
    "verwalterin", "therapeut", "therapeutin", "wissenschaftler", "wissenschaftlerin", "spezialist", "spezialistin", "analyst", "analystin",
    "koordinator", "koordinatorin", "gestalter", "gestalterin", "vertreter", "vertreterin", "mitarbeiter", "mitarbeiterin", "inhaber",
    "inhaberin", "grunder", "grunderin", "chef", "chefin", "coach", "trainer", "trainerin", "arzt", "arztin", "lehrer", "lehrerin", "experte",
    "expertin", "designer", "designerin", "controller", "controllerin", "programmierer", "bearbeiter", "bearbeiterin",
)  # fmt: skip
_OPENING = re.compile(
    r"(?:(?:interim|acting|deputy|stv\.?|stellv\.?|senior|sr\.?|junior|jr\.?|global|group|regional|national|international|chief|staff|lead|managing)\s+)*"
    r"(?:head|director|vp|vice president|president|manager|dean|chair|partner|professor|prof\.?|lecturer|member|leitung|leiter(?:in)?|abteilungsleit\w+"
    r"|bereichsleit\w+|direktor(?:in)?|responsable|directeur|directrice|chef(?:fe)?|charge|chargee|director|directora|jef[ea]|gerente|diretora?"
    r"|coordena\w+|coordina\w+|encargad[oa]|secretari[oa]|presidente|membre|miembro|membro|mitglied|adjoint(?:e)?|president|presidente)"
    r"(?:\s+\w+)?\s*(?:of|for|fur|der|des|de|du|del|da|do|des|d'|,|en|em|im|-)\b"
)
_FIELDS = frozenset(
    str.split(
        "sales marketing engineering operations finance product design data research business development strategy communications technology"
        " vertrieb einkauf entwicklung forschung personal buchhaltung kommunikation technik verwaltung einkauf buchhaltung controlling marketing rechnungswesen ventes recherche communication finances ventas"
        " compras contabilidade contabilidad comptabilite achats acquisti vendite finanzas vendas financas comunicacao comunicacion"
    )
)
_PARTNERS = re.compile(
    r"(?:&|\+|\b(?:and|und|et|y|e))\s+(?:partners?|associates|associes|asociados|associados|kollegen)\b.*$"
)
LONGEST = 110


@lru_cache(maxsize=4096)
def is_title(text: str) -> float:
    """How surely a line is what somebody is called by their work: 'Head of Data', 'Leiterin Einkauf', 'Directrice des ventes'."""
    plain = fold(text).strip(" .,;:|-–•·*")
    plain = _PARTNERS.sub("", plain)
    if not plain or len(plain) > LONGEST or "@" in plain or "://" in plain:
        return 0.0
    words = [word.strip(".,;:()&'\"") for word in re.split(r"[\s/|,]+", plain) if word.strip(".,;:()&'\"")]
    if not words or len(words) > 14:
        return 0.0
    score = _of_words(words, plain, text)
    if sum(char.isdigit() for char in plain) > 2:
        score *= 0.4
    if text[:1].islower() and not text.islower():
        score *= 0.8
    if plain.endswith(("?", "!")) or (len(words) > 8 and text.rstrip().endswith(".")):
        score *= 0.3
    return score


def _of_words(words: list[str], plain: str, text: str) -> float:
    if _OPENING.match(plain):
        return 0.95
    if any(word in _SHORT and (word.upper() in text or len(words) == 1) for word in words):
        return 0.92
    places = [number for number, word in enumerate(words) if is_head_noun(word)]
    if places:
        edge = places[0] == 0 or places[-1] == len(words) - 1 or "," in plain or " - " in plain
        short = 0.05 if len(words) < 7 else 0.0
        return (0.87 if edge else 0.72) + short
    if is_field(words[-1]) and len(words) < 4:
        return 0.35
    return 0.0


def is_field(word: str) -> bool:
    """Whether a folded word is a field of work, as one signs for a department: 'vertrieb', 'sales'."""
    return word in _FIELDS


def is_head_noun(word: str) -> bool:
    """Whether a folded word names a work: 'manager', 'projektleiterin', 'ingénieur/e'."""
    bare = (
        re.sub(r"(?:\(in\)|:in|\*in|_in|-?in(?=$)|\(e\)|·e|\(a\)|/-?a|/-?in)$", "", word)
        if not word.endswith("in") or ":" in word or "*" in word
        else word
    )
    for one in (word, bare):
        if one in _HEADS or (len(one) > 6 and one.endswith(_ENDS)):
            return True
    return any(part in _HEADS for part in word.split("-")) if "-" in word else False
