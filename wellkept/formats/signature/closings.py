"""Words at the end of a mail: closings, and lines that machines and lawyers put there. English, German, French, Spanish, Portuguese."""

from __future__ import annotations

import re

from wellkept.formats.names import fold

# Folded; longest first when matched, so that 'thanks and best regards' is one.
_CLOSINGS = sorted(
    (
        line.strip()
        for line in """
        regards|best|best regards|kind regards|kindest regards|warm regards|warmest regards|many regards|with regards|with best regards|with kind regards|best wishes
        all the best|warm wishes|with best wishes|sincerely|sincerely yours|yours sincerely|yours faithfully|yours truly|yours|respectfully|respectfully yours|cordially
        cheers|thanks|thank you|many thanks|thanks again|thanks so much|thanks very much|thank you very much|thank you so much|thanks a lot|thanks in advance
        thank you in advance|thx|tia|thanks and regards|thanks & regards|thanks and best regards|thank you and best regards|thanks for your help|thank you for your help
        with thanks|much appreciated|take care|talk soon|speak soon|see you soon|see you|love|lots of love|hugs|ciao|later|bye|your pal|your friend|br|rgds|brgds|kr|bw|vty
        have a great day|have a nice day|have a good day|have a good weekend|have a great weekend|have a nice weekend|enjoy|warmly|best to you|looking forward|onwards
        mit freundlichen grussen|mit freundlichem gruss|freundliche grusse|mit besten grussen|beste grusse|mit herzlichen grussen|herzliche grusse|viele grusse
        liebe grusse|schone grusse|mit lieben grussen|mit vielen grussen|freundlicher gruss|herzlichst|hochachtungsvoll|gruss|grusse|mfg|lg|vg|bg|gruesse|gruss aus wien
        mit freundlichen gruessen|freundliche gruesse|viele gruesse|beste gruesse|liebe gruesse|herzliche gruesse|mit besten gruessen|schone gruesse|schoene gruesse
        vielen dank|danke|besten dank|herzlichen dank|vielen dank und beste grusse|vielen dank und viele grusse|danke und liebe grusse|danke und beste grusse|danke im voraus
        vielen dank im voraus|dein|deine|ihr|ihre|bis bald|bis dann|alles gute|alles liebe|schonen tag|schonen tag noch|schones wochenende|servus|mit kollegialen grussen
        cordialement|bien cordialement|tres cordialement|bien a vous|bien a toi|salutations|sinceres salutations|meilleures salutations|salutations distinguees
        cordiales salutations|amicalement|bien amicalement|amities|respectueusement|sincerement|bonne journee|bonne soiree|bon week-end|bonne reception|merci
        merci d'avance|merci beaucoup|merci par avance|avec mes remerciements|a bientot|a plus|bises|bisous|bien sincerement|cdt|cdlt|bav|dans l'attente de votre retour
        je vous prie d'agreer mes salutations distinguees|veuillez agreer mes salutations distinguees|bonne continuation|tres bonne journee
        saludos|saludos cordiales|un saludo|un cordial saludo|cordialmente|cordiales saludos|atentamente|muy atentamente|atte|saludos atentos|un fuerte abrazo|un abrazo|abrazos
        muchos saludos|gracias|muchas gracias|gracias y saludos|mil gracias|gracias de antemano|gracias por adelantado|quedo atento|quedo atenta|quedo a su disposicion|besos
        reciba un cordial saludo|reciban un cordial saludo|sin otro particular|hasta pronto|que tengas un buen dia|buen dia|feliz dia|un saludo cordial|slds
        atenciosamente|cordialmente|att|abs|abraco|abracos|um abraco|grande abraco|melhores cumprimentos|com os melhores cumprimentos|cumprimentos|saudacoes
        saudacoes cordiais|com cumprimentos|obrigado|obrigada|muito obrigado|muito obrigada|grato|grata|desde ja agradeco|agradeco desde ja|com estima|bom dia|ate breve|ate logo
        um grande abraco|beijos|bjs|respeitosamente|cordiais saudacoes|os melhores cumprimentos|com os meus melhores cumprimentos|bom trabalho|bom fim de semana
        saluti|cordiali saluti|distinti saluti|grazie|un saluto|met vriendelijke groet|met vriendelijke groeten|groeten|groet|mvg|vriendelijke groet|bedankt
        med vanliga halsningar|vanliga halsningar|mvh|hilsen|med venlig hilsen|pozdrawiam
        """.replace("\n", "|").split("|")
        if line.strip()
    ),
    key=len,
    reverse=True,
)
_EXACT = frozenset(_CLOSINGS)
_START = re.compile(rf"(?:{'|'.join(map(re.escape, _CLOSINGS))})(?!\w)")
_GREETINGS = re.compile(
    r"^(?:(?:and|und|et|y|e|mit|with|aus|from|de|nach|to|pour|por|por tu|por su|pela|pelo|for|all|your|the|very|so|much|schone|viele|beste|liebe|freundliche|herzliche|best|kind|warm)\s+)*"
    r"(?:regards|wishes|grusse|grussen|gruesse|gruessen|gruss|salutations|saludos|abrazos|cumprimentos|abracos|thanks|dank|merci|gracias|help|ayuda|ajuda|aide|hilfe|time|support|wien|berlin|graz)?\W*$"
)
_MACHINE = re.compile(
    r"^\W*(?:sent (?:from|via|with|by) (?:my |mail|outlook|yahoo|proton|the|a |gmail|samsung|blackberry|iphone|ipad|android)|get outlook for|sent with \w+"
    r"|(?:von meinem|gesendet (?:von|mit|uber|aus|via)|diese nachricht wurde von meinem|von unterwegs)|outlook fur (?:ios|android)|holen sie sich outlook|laden sie outlook"
    r"|envoye (?:de|depuis|a partir|via|avec) |telecharge[rz]? outlook|obtenez outlook|provenance\s?: courrier"
    r"|enviado (?:desde|do|da|de|por|via|a partir) |obtener outlook|obter o outlook|descargar outlook|baixe o outlook|inviato da |verzonden (?:vanaf|met) "
    r"|virus-free|virenfrei|sans virus|libre de virus|livre de virus|avast|(?:written|typed) on my |excuse (?:the |any |my )?(?:brevity|typos)|please excuse)"
)
_LEGAL = re.compile(
    r"^\W*(?:(?:this|the information (?:in|contained)|this communication|the contents? of this|any views) ?(?:e-?mail|email|message|communication|transmission|electronic|in this|contained|and any|or opinions)?\b"
    r".{0,60}(?:confidential|intended|privileged|recipient|attach|property|legally|transmi|in error)"
    r"|confidential(?:ity)?\b|disclaimer|legal notice|privileged|important(?: notice)?:|notice:|notice of confid|if you (?:have received|are not the|received this)|unauthori[sz]ed (?:use|copy|review)|please (?:consider|think|do not print|note that this)|think before"
    r"|do not print|save (?:paper|trees)|p(?:lease)? consider the environment|the sender|we process|our privacy|privacy (?:notice|policy)"
    r"|diese (?:e-?mail|nachricht|mitteilung|email)\b|der inhalt dieser|die (?:information|in dieser|e-mail)|vertraulich|vertraulichkeit|haftungsausschluss|rechtlicher hinweis|hinweis(?:e)?(?::| zum)|wichtiger hinweis|sollten sie|wenn sie nicht|falls sie|bitte (?:denken|prufen|drucken|uberlegen)|denken sie|unsere datenschutz|informationen zum datenschutz|datenschutz"
    r"|ce (?:message|courriel|mail|courrier)\b|cet e-?mail|ces informations|les informations contenues|avis de confidentialite|avertissement|confidentialite|si vous (?:n'etes|avez recu)|pensez a|avant d'imprimer|n'imprimez|merci de ne pas imprimer|afin de preserver|preservons|protegeons"
    r"|este (?:mensaje|correo|e-?mail|email)\b|esta (?:mensagem|comunicacion|comunicacao)\b|la informacion (?:contenida|incluida|de este)|el contenido de|as informacoes|o conteudo|aviso (?:legal|de)|avisos? de confid|confidencial|antes de imprimir|no imprima|si (?:usted|ha recibido|no es)|se (?:voce|recebeu|nao)|piense|pense (?:antes|no|na)|por favor,? (?:considere|piense|no imprim|nao imprim|pense)|proteccion de datos|le informamos|de conformidad|em conformidade|en cumplimiento)"
)
# What the law wants on a letter: who leads the company, where it is registered.
_REGISTER = re.compile(
    r"\b(?:hr[ab]\s?(?:nr\.?\s?)?\d|amtsgericht|handelsregister|registergericht|firmenbuch|firmenbuchgericht|fn\s?\d{4,6}\s?[a-z]\b|landesgericht|handelsgericht|ust-?id|ust\.?-?idnr|uid(?:-nr)?\.?:|umsatzsteuer|steuer-?n(?:r|ummer)|atu\d|sitz der|firmensitz|geschaftsfuhr\w*\s?:|geschaftsfuhrung\s?:|geschaftsfuhrende\w* \w+:|vorstand\s?:|vorstand\w*\s?\(|vorsitzende?r? des (?:aufsichtsrat|vorstand)\w*\s?:|aufsichtsrat\w*\s?:|aufsichtsratsvorsitz\w*|prokurist\w*\s?:|managing directors?\s?:|directors?\s?:|board\s?:|ceo\s?:\s?\w+ \w+,"
    r"|registered (?:in|office|number|company|address)|company (?:no|number|reg|registration)|reg(?:istration)?\.? (?:no|number|nr)|vat(?: reg)?(?: no| number| id)?[.: ]+[a-z]{0,2}\s?\d|incorporated in|authori[sz]ed and regulated|regulated by"
    r"|siret|siren|\brcs\b|r\.c\.s|capital (?:social )?de|au capital|tva intracommunautaire|n°\s?tva|code ape|siege social|registro mercantil|inscrita en|inscrit[ao] (?:no|na)|c\.?i\.?f\.?[: ]|n\.?i\.?f\.?[: ]|nipc|cnpj|matriculada|capital social|iban\b|bic\b|kto|blz|zvr)"
)


def plain(line: str) -> str:
    """Folded, without the signs around it."""
    return fold(line).strip(" ,.;:!-–—*_~|'\"")


def is_closing(line: str) -> bool:
    """Whether a line is a closing and nothing else: 'Best regards,', 'Viele Grüße aus Wien'."""
    words = plain(line)
    if not words or len(words) > 70:
        return False
    if words in _EXACT:
        return True
    found = _START.match(words)
    if not found:
        return False
    rest = words[found.end() :]
    return _GREETINGS.match(rest.strip(" ,.!;:-")) is not None or _goes_on(rest)


def _goes_on(rest: str) -> bool:
    """Two closings on one line: 'Thanks! Best regards'; a place: 'Viele Grüße aus Salzburg'."""
    rest = rest.strip(" ,.!;:-&/")
    rest = re.sub(r"^(?:and|und|et|y|e)\s+", "", rest)
    return rest in _EXACT or re.fullmatch(r"(?:aus|from|de|nach) \w+", rest) is not None


def after_closing(line: str) -> str:
    """'David Poston' of 'Thanks,  David Poston'; '' where there is none, or the line is a sentence."""
    bare = line.strip().strip("-–—* ")
    found = _START.match(fold(bare))
    if not found:
        return ""
    # Folding may change how long a text is: 'Grüße' is cut by words.
    words = len(fold(bare)[: found.end()].split())
    if not re.search(r"[,.!;:–-]$", " ".join(bare.split()[:words])):
        if not bare[:1].isupper() or words > 3:
            return ""
        behind = bare.split()[words:]
        return " ".join(behind) if 0 < len(behind) < 4 and all(word[0].isupper() for word in behind) else ""
    rest = " ".join(bare.split()[words:]).strip(" ,.!-–")
    return rest if rest and len(rest.split()) < 6 and rest[0].isalpha() and not is_closing(rest) else ""


def is_machine_line(line: str) -> bool:
    """'Sent from my iPhone', 'Get Outlook for Android'."""
    return _MACHINE.match(fold(line).strip(" <>*_-")) is not None


def begins_legal(line: str) -> bool:
    """Whether a notice of confidentiality, a plea for trees or a disclaimer begins here."""
    return _LEGAL.match(fold(line)) is not None


def is_register_line(line: str) -> bool:
    """What the law wants on a letter: managers, seat, court, number; nobody's name, title or address."""
    return _REGISTER.search(fold(line)) is not None
