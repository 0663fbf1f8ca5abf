"""Statements that begin with a verb which no table knows: something that I am to do, or that they said they would."""

from __future__ import annotations

import re

from wellkept.formats.given_names import usual_given
from wellkept.formats.line.flat import alternatives, flat
from wellkept.formats.line.lexicon import COMMON, KIN, TITLE

_VERBS = alternatives(
    "remind warn nudge chase reimburse alert badger hassle pester prod loop_in quiz congratulate console refund reassure pester escort onboard compile proofread photocopy retrieve renew verify clarify approve adjust align amend announce apologise apologize apply appoint approach ask_for assemble assess assign attach begin buy cancel carry choose clear collect compare"
    " complete consult convert create customise customize decide define demonstrate describe determine develop discuss distribute double-check edit email enquire ensure enter enroll enrol evaluate examine exchange execute expand expedite explain explore extend"
    " fetch fill_in fill_out finalise finalize find_out follow_through formulate get_hold_of go_over go_through hand_in hand_over hang have_a_look identify implement inform inquire install keep let negotiate notify obtain onboard outline pack phone_in"
    " prioritise prioritize procure propose provide publish pull_together put_together re-send reach_out_to read_through reconfirm recommend recruit redo refill reimburse release remove renegotiate rent repair replace rephrase reschedule resend resolve resubmit retrieve revise rewrite run_by"
    " search_for secure see_about seek settle shortlist simplify sketch solicit specify spell_out submit supply swap take_care_of tell think_of throw_in tidy translate try_out tweak type_up upgrade validate escalate subscribe rsvp figure_out volunteer double_check work_on write_down write_up get_back_to get_her get_him get_them have_her have_him vouch_for"
)
_KNOWN = re.compile(rf"(?:{_VERBS})\s+\S")
_NO_VERB = frozenset(
    "found lost kept froze stole drew flew rode rose shut spent split stuck swore threw woke bent bled blew built burnt cast clung dealt fed fled forgave laid leapt learnt misread overcame oversaw proved rebuilt repaid sank sewed shone slid sped spun sprang strode struck swept swung trod underwent undertook upset withdrew wound unhappy happy sad angry furious keen aware unaware unsure sure busy ill sick tired bored excited anxious worried proud fond afraid engaged ready free full short late early new old good great bad poor rich open closed due able unable willing eager curious cautious critical sceptical skeptical positive negative neutral jealous grateful thankful pregnant fluent big small we he it us me my an mr ms dr oh ok hi go she they you her his their our the a born been back deal price decision answer deadline expected due valid met sat ran saw won bought sold built made got had left lost broke chose became wrote read quit hit taught caught brought thought felt held heard kept knew led paid said spoke spent took told began flew grew drove ate rang sang swam drank forgot fought caught hid lent slept stood won woke wore tore shook shot sent gave went came put cut let's"
    " about above across after against along amid among around as at before behind below beneath beside between beyond but by despite down during except for from in inside into like near of off on onto out outside over past per since than through throughout"
    " to toward towards under until unlike up upon via with within without and or nor so yet if when while where because though although not never now then once only also just even still again always often soon maybe perhaps too both all half most such what quite rather very"
    " formerly father mother ex no yes great good nice cool bad big same true more less much many some any every each either neither whose who which that this there here how why am is are was were be been has have do does did can could may might must shall should will would"
    " love hate like know want need think feel hope live enjoy prefer miss own speak believe understand wish mean seem deserve doubt fear adore owe plus minus over near next last first second third today tomorrow yesterday tonight later friend boss worth amid ask".split()
)
_OBJECT = re.compile(
    r"(?P<verb>[a-z][a-z-]+)(?:\s+(?:up|out|over|down|in|back|through|off|for|on|with|to|around))?\s+(?:her|him|them|his|their|my|our|the|a|an|some|me|us|it|this|that|both|everyone|all\s+of)(?=\s|'|$)"
)
_DUE = re.compile(
    r"(?<!\w)(?:a\s+mas\s+tardar|como\s+(?:muy\s+tarde|maximo)|o\s+mais\s+tardar|au\s+plus\s+tard|no\s+maximo|by|until|till|before|due|no\s+later\s+than|bis|spatestens|antes\s+d\w+|para|hasta|avant|d'ici|pour|ate)\s*(?:el|le|lo|la|o|a|ao|au|zum|the|al)?\s*$"
)
_WITH_DAY = frozenset(
    "plan design film paint research study host launch report record quote demo test draft review sample document estimate book order schedule ship file fund support transfer deposit print photograph process balance budget map model"
    " name note offer order pack pilot place price post present project rate register release request reserve reset return revise sample scan score screen script search sign sort source start stop stream supply survey target tag train trial upload vote walk watch work call text message measure"
    " meet visit submit finish deliver decide answer reply respond confirm send share write prepare pay".split()
)
_INFINITIVE = {
    "es": re.compile(
        r"(?P<verb>[a-z]{2,}[aei]r)(?:se)?(?:me|te|le|les|la|lo|las|los|nos|selo|sela)?\s+\S|(?P<told>[a-z]{3,}[aei]r)(?:le|les|la|lo|las|los)$|(?:responder|contestar|confirmar|avisar|agradecer)$"
    ),
    "pt": re.compile(
        r"(?P<verb>[a-z]{2,}[aei]r|(?:pro|com|re|dis|ex|im|de|su|trans)?por)(?:-(?:me|te|lhe|lhes|a|o|as|os|nos))?\s+\S|[a-z]{3,}[aei]r-(?:lhe|lhes|a|o|as|os)$|(?:responder|confirmar|avisar|agradecer)$|parabeniza-l[ao]$"
    ),
    "fr": re.compile(
        r"(?P<verb>[a-z]{2,}er)\s+(?:la\s|les?\s|l'|une?\s|des\s|du\s|d'|de\s|sa\s|son\s|ses\s|mon\s|ma\s|mes\s|nos\s|notre\s|leur\s|ce\s|cet|aux?\s|a\s|avec\s)|(?:finir|choisir|remplir|fournir|reunir|obtenir|rendre|repondre|prendre|mettre|remettre|transmettre|soumettre|vendre|relire|construire|traduire|conclure|faire|refaire|voir|prevoir|inscrire|joindre)\s+\S|(?:lui|leur)\s+[a-z]{2,}(?:er|ir|re)(?!\w)|(?:repondre|confirmer|remercier|(?:la|le|les|l')\s*(?:feliciter|remercier|inviter|aider|conseiller|prevenir))$"
    ),
}
_TO_BE_DONE = re.compile(r"(?:[a-z'-]+\s+){1,4}a\s+(?!vendre|louer|acheter)[a-z]{3,}(?:er|re|ir)")  # 'devis à envoyer'
_TWO_NAMES = re.compile(
    r"[^\W\d_a-z][\w-]+\s+[^\W\d_a-z][\w-]*(?:\s+[^\W\d_a-z][\w-]*)?(?:\s*$|\s+(?:e|y|et)\s+[^\W\d_a-z])"
)
_NO_INFINITIVE = frozenset(
    "mujer ayer hogar lugar bar mar popular familiar militar celular taller auxiliar titular particular similar par azar lider master chofer mulher prazer lar jantar doctor doutor professor diretor director editor escritor autor amor senhor senor mejor"
    " melhor maior mayor menor peor pior por interior exterior anterior ulterior superior junior senior favor valor calor color cor motor consultor investidor inversor programador vendedor pintor actor ator tutor gestor contador"
    " hier cher premier dernier papier boulanger janvier fevrier ser ir vir soltar super ancier atelier metier quartier hiver super leger amer desayunar cenar comer almorzar almocar querer haver ter poder saber gostar nadar correr bailar dancar cozinhar cocinar esquiar ler leer quer viajar cantar surfar pescar".split()
)
_GERMAN = re.compile(
    r"(?!(?:will|mochte|kann|soll|muss|wird|hat|ist|liebt|geht|mag|lernt|ihre?|seine?|er|sie|gern|gerne|wir|haben|sind|spielen|wollen|konnen)(?!\w))(?:\S+\s+){1,8}?(?P<verb>(?!(?:ge|be|ver|er|zer|ent)\w*(?:ssen|ommen|roffen|prochen|ehen|eben|unden|ieben)$)[a-z]{2,}(?:en|eln|ern))"
)
_GERMAN_OBJECT = re.compile(
    r"[A-ZÄÖÜ]|(?:ihm|ihr|ihnen|ihn|sie|den|die|das|dem|der|einen?|eine[rm]?|noch|neue[nrs]?|mit|zu[rm]?)\s"
)
_GERMAN_NO = frozenset(
    "trinken gehen morgen wochen tagen monaten jahren kaufen_will stunden minuten freuden essen leben reisen verlaufen gelaufen wandern segeln klettern kochen tanzen lesen schwimmen laufen reiten angeln malen gartnern zwischen neben gegen wegen ihren seinen einen keinen allen beiden vielen neuen alten ersten letzten nachsten kommenden gern extern modern intern unten oben hinten mitten selten eltern kindern leuten freunden kollegen gestern getroffen gegangen gekommen gelesen gesehen gesprochen gestorben geblieben gefahren umgezogen verheiratet geboren erfahren gefallen gewesen geworden verschoben besprochen vereinbart".split()
)
_GERMAN_DONE = re.compile(
    r"(?:schrieben|nommen|schlossen|sprochen|troffen|worfen|brochen|standen|schieden|trieben|blieben|stiegen|zogen|bogen|boten|gangen|wiesen|griffen|schnitten|litten|funden|bunden|sungen|sprungen|wonnen|stohlen|holfen|storben|worben|flossen|loren|schoben|hoben)$|^(?:ab|an|auf|aus|bei|durch|ein|her|hin|los|mit|nach|um|vor|weg|weiter|wieder|zu|zuruck|zusammen)ge\w{3,}en$"
)
_THEIRS = re.compile(
    r"(?:'ll|will|shall|'d\s+(?:try\s+to|love\s+to)|promises\s+to|intends\s+to|is\s+going\s+to|'s\s+going\s+to)\s+(?:also\s+|try\s+to\s+|then\s+)?(?P<verb>[a-z-]+)"
)
_STATE = frozenset(
    "be have move start retire leave become go stay live travel know marry turn join speak visit run study work attend celebrate miss need want get fly quit".split()
)
# What one does for somebody else, so that a day makes it a promise.
_GIVES = frozenset(
    "send ship deliver submit finish provide supply forward share pay refund return bring lend print draft prepare confirm decide reply respond answer call ring phone email text message post mail collect fix repair install sign review check update introduce arrange organise organize book order transfer upload test beta-test trial pilot sample circulate table proofread redline countersign post ask invite nominate recommend speak_to vouch host join_us get_back look_into run_it_by chase approve file quote price cost measure scan translate edit".split()
)
_LOT = re.compile(rf"(?:{'|'.join(sorted(_STATE - {'speak', 'run', 'visit', 'join', 'call'}))})(?!\w)")
_MINE = re.compile(r"(?<!\w)(?:me|us|my|our)(?!\w)")
_DELIVERS = re.compile(
    r"(?:me\s+|nos\s+|m'|nous\s+|lhe\s+)?(?:mandar|enviar|confirmar|entregar|responder|contestar|pagar|assinar|firmar|avisar|falar|ligar|llamar|apresentar|presentar|indicar|passar|pasar|preparar|revisar|devolver|verificar|perguntar|preguntar|marcar|resolver|emprestar|prestar|trazer|traer|retornar|decir|dizer|buscar|conseguir"
    r"|envoyer|confirmer|livrer|repondre|payer|signer|rappeler|appeler|presenter|preparer|relire|verifier|demander|rendre|apporter|preter|transmettre)"
)
_WILL = re.compile(r"(?:vai|va\s+a|fic(?:a|ou)\s+de|doit)\s+")
# What is to come of itself.
_TOLD = re.compile(
    r"(?<!\w)(?:to\s+be|expected|ready|done|live|gone|out|over|closes?|is|are|was|will|has|have|needs?|wants?|says|said|back|home|online|pregnant|free|available|in\s+place)(?!\w)"
)
_NO_DEED = (
    r"(?!(?:ser|ter|estar|haver|casar|mudar|morar|viver|nascer|ficar|virar|fazer\s+\d\w*|comecar|sair|viajar|voltar|trabalhar|estudar|abrir|fechar|montar|lancar|vender|comprar|correr|participar|operar|passar\s+(?:o|a|as|os)\s"
    r"|tener|vivir|nacer|empezar|comenzar|cambiar|volver|trabajar|estudiar|dejar|cerrar|montar|lanzar|cumplir|ir|aposentar|jubilar|etre|avoir|vivre|naitre|commencer|changer|partir|revenir|travailler|etudier|quitter|ouvrir|fermer|demenager|accoucher|subir|rentrer|passer)(?!\w))"
)
_NOW = re.compile(
    r"(?:sends|shares|delivers|confirms|gets\s+back|replies|responds|pays|signs|brings|decides|reports|forwards"
    r"|schickt|sendet|liefert|bringt|gibt|sagt|leitet|klart|pruft|unterschreibt|bestatigt|meldet|antwortet|zahlt|bezahlt|uberweist|besorgt|erstellt|organisiert|kummert\s+sich|ruft(?=\s(?:.*\s)?zuruck)"
    r"|(?:me\s+|nos\s+)?(?:manda|mandara|envia|enviara|avisa|avisara|confirma|confirmara|pasa|pasara|entrega|entregara|firma|firmara|responde|respondera|contesta|contestara|llama|llamara|devuelve|devolvera|paga|pagara|va\s+a\s+"
    + _NO_DEED
    + r"[a-z]+r)"
    r"|(?:m'|nous\s+|me\s+)?(?:envoie|enverra|transmet|transmettra|confirme|confirmera|signe|signera|paie|paiera|livre|livrera|repond|repondra|doit\s+"
    + _NO_DEED
    + r"[a-z]+r)"
    r"|(?:me\s+|nos\s+)?(?:vai|fica\s+de|ficou\s+de)\s+"
    + _NO_DEED
    + r"[a-z]+r|(?:mandara|enviara|confirmara|entregara|assina|assinara|respondera|responde|ligara|retorna|retornara|devolve|devolvera|pagara))(?!\w)"
)


def mine(text: str, plain: str, language: str, *, due: str) -> bool:
    """Whether the words, without their days and ``plain`` as ``flat`` spells them, tell me to do something. ``due``: they end with a day."""
    if language == "de":
        found = _GERMAN.fullmatch(plain.strip()) if _GERMAN_OBJECT.match(text.strip()) else None
        return bool(
            found
            and found["verb"] not in _GERMAN_NO
            and not _GERMAN_DONE.search(found["verb"])
            and found["verb"] not in COMMON - {"schicken", "melden"}
            and _small(text, found["verb"])
        )
    if due and language == "fr" and _TO_BE_DONE.fullmatch(plain.strip()):
        return True
    if pattern := _INFINITIVE.get(language):
        found = pattern.match(plain)
        verb = found["verb"] if found else None
        if (verb in usual_given() and text.strip()[:1].isupper()) or _TWO_NAMES.match(text.strip()):
            return False  # 'Igor Sá'
        return bool(found and verb not in _NO_INFINITIVE and not (verb and TITLE.fullmatch(verb)))
    return _english(plain, due=due)


def _small(text: str, verb: str) -> bool:
    """Whether the verb is no noun and no town: 'Sohn studiert in Wien'."""
    said = [word for word in text.split() if flat(word) == verb]
    return not said or said[-1][0].islower()


_HAPPENS = re.compile(
    r"\w+\s+(?:is|was|are|were|has|had|goes|went|got|gets|paused|cut|due|delayed|approved|cancell?ed|postponed|moved|signed|closed|opened|starts|started|ends|ended|looks|looked|seems|seemed|works|worked|needs|wants|will|won't|can|can't|could|would|should|may|might|broke|fell|failed|passed|won|lost|sold|launched|expires|expired|comes|came|stuck|blocked|frozen|pending|confirmed|rejected|accepted|scheduled|booked|still|not|almost|nearly|finally|going|gone|done|rose|rises|dropped|increased|doubled|grew|grows|went|ran|stalled|halted|stopped|overdue|late|ready|live|off|up|down)(?!\w)"
)


def _english(plain: str, *, due: str) -> bool:
    if _HAPPENS.match(plain):
        return False  # 'rent goes up in March', 'project paused until Q2'
    first = plain.split()[0] if plain.split() else ""
    if _KNOWN.match(plain) or (due and first in _WITH_DAY and first != plain.strip()):
        return True
    if due == "by" and not _TOLD.search(plain) and _may_be_done(first):
        return True
    found = _OBJECT.match(plain)
    return bool(found and _may_be_done(found["verb"]))


def _may_be_done(verb: str) -> bool:
    """Whether the word can be one that tells somebody to do something, so far as its form says."""
    return (
        verb.isalpha()
        and verb not in _NO_VERB
        and not verb.endswith(("ed", "ing", "ly"))
        and not (verb.endswith("s") and not verb.endswith("ss"))
        and not KIN.match(verb)
        and not TITLE.fullmatch(verb)
    )


def theirs(plain: str, *, due: bool, ahead: bool) -> int | None:
    """Where begins what they said they would do; ``plain`` begins after the subject."""
    found = _THEIRS.match(plain)
    if found and ahead and found["verb"] in _GIVES:
        return found.start("verb")
    given = found and re.match(r"(?:get|have|move)\s+(?:me|us|my|our)(?!\w)", plain[found.start("verb") :])
    if found and (given or found["verb"] not in _STATE) and (due or _MINE.search(plain, found.end())):
        return found.start("verb")
    if not (due or ahead) or not _NOW.match(plain):
        return None
    will = _WILL.match(plain)
    if will and not due and not _DELIVERS.match(plain, will.end()):
        return None  # 'vai expor em março'
    return will.end() if will else 0


def is_lot(plain: str) -> bool:
    """'will be in Vienna', 'will move to Porto': what somebody's life brings, and nobody's promise."""
    return bool(_LOT.match(plain))


def due_after(before: str) -> str:
    """The word that makes the day after these words a last day; '' where none does."""
    found = _DUE.search(before)
    return found[0].split()[0] if found else ""
