"""Organizations: known by the form of their company, by words of their kind, and by the domain of an e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wellkept.formats.names import fold

# Forms of companies, as they end (or begin) a name; folded, points left out.
_FORMS = frozenset(
    str.split(
        "gmbh mbh ggmbh gesmbh ag kg kgaa ohg ug gbr eg se ek eu eingetragener co inc incorporated corp corporation llc llp lp plc ltd limited pty pte"
        " sa sas sasu sarl sàrl eurl sci snc scop sl slu slp slne srl spa sapa snc lda ltda eireli mei me epp bv nv vof cv bvba sprl asbl vzw ab hb as"
        " asa aps oy oyj ky ehf hf sro kft zrt nyrt doo dd ad ood eood oü uab sia zoo pbc cic cooperative genossenschaft"
    )
)
# Forms that are words as well: they count at the end of a name, written large.
_CAREFUL = frozenset("ag kg se ek eu co lp sa sl as ab ad dd me hb cv ky hf eg nv bv sci spa sia mei ug mbh".split())
_POINTED = re.compile(
    r"(?:\b(?:s\.\s?a\.(?:\s?s\.)?|s\.\s?l\.(?:\s?u\.)?|s\.\s?r\.\s?l\.?|s\.\s?p\.\s?a\.?|e\.\s?v\.|e\.\s?u\.|e\.\s?k\.|b\.\s?v\.|n\.\s?v\.|s\.\s?à\s?r\.\s?l\.|d\.\s?o\.\s?o\.|z\s?o\.\s?o\."
    r"|l\.\s?l\.\s?c\.|l\.\s?l\.\s?p\.|p\.\s?l\.\s?c\.|a\.\s?g\.|s\.\s?c\.(?:\s?p\.)?|i\.\s?g\.)|\be\.?\s?v\.?$|\bpty\.? ltd|& co\.?\b|\bund partner\b|\b& partners?\b|\b& sons?\b|\b& söhne\b|\bet fils\b|\be hijos\b|\b& associates\b|\bet associés\b|\by asociados\b|\be associados\b)",
    re.IGNORECASE,
)
_KINDS = frozenset(
    str.split(
        "university college school institute academy bank hospital clinic center centre foundation association federation council ministry department"
        " agency authority group holding holdings partners consulting consultants solutions systems technologies technology software labs laboratory"
        " laboratories industries logistics studio studios ventures capital media publishing press insurance museum library church society union"
        " chamber committee embassy airlines railways energy pharma pharmaceuticals bakery restaurant hotel architects advisors advisory associates"
        " services networks network enterprises works company analytics robotics dynamics biotech brewery winery farm farms orchestra theatre theater"
        " universitat hochschule fachhochschule institut akademie klinik klinikum krankenhaus spital praxis kanzlei stiftung verein verband verlag gesellschaft"
        " ministerium landesamt bundesamt amt kammer wirtschaftskammer stadtwerke stadt gemeinde magistrat schule gymnasium sparkasse versicherung"
        " werke werk werkstatt brauerei backerei apotheke buro ingenieurburo architekten architekturburo rechtsanwalte steuerberatung agentur betriebe zentrum"
        " universite ecole lycee faculte laboratoire hopital clinique cabinet societe groupe mairie ministere banque assurances editions agence"
        " fondation syndicat boulangerie atelier atelierS conseil etudes entreprise compagnie comite chambre prefecture musee"
        " universidad universidade facultad faculdade escuela escola instituto colegio ayuntamiento prefeitura camara banco hospital clinica fundacion"
        " fundacao asociacion associacao empresa grupo sociedad sociedade editorial editora agencia despacho bufete escritorio taller oficina cooperativa"
        " ministerio laboratorio laboratorios consultoria consultores asesores ingenieria engenharia construcciones construcoes transportes servicios servicos"
        " soluciones solucoes tecnologia tecnologias sistemas seguros museo museu biblioteca bodegas vinhos padaria"
    )
)
_COMPOUND = re.compile(
    r"\w{3,}(?:werke?|bank|verlag|verein|verband|stiftung|universität|universitaet|hochschule|klinik|klinikum|institut|büro|buero|kasse|versicherung|technik"
    r"|kanzlei|praxis|agentur|gesellschaft|brauerei|bäckerei|apotheke|akademie|schule|bau|soft|tech|labs?|corp|net|works)$",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"^(?:dep(?:t\.?|artment)|division|abteilung|abt\.|institut für|lehrstuhl|fachbereich|referat|team|service|département|departamento|depto|direction|dirección|direção|faculty|fakultät|faculté)\b",
    re.IGNORECASE,
)
FREE_MAIL = frozenset(
    str.split(
        "gmail googlemail hotmail outlook live msn yahoo ymail gmx web t-online freenet aol icloud me mac protonmail proton pm orange wanadoo free"
        " laposte sfr bol uol terra ig sapo chello aon posteo mailbox tutanota tuta zoho fastmail hey yandex mail excite aol compuserve"
    )
)
LONGEST = 100


def is_organization(text: str, domains: Iterable[str] = ()) -> float:
    """How surely a line names an organization; ``domains`` are those of the e-mail addresses and sites beside it."""
    plain = fold(text).strip(" .,;:|-–•·*")
    if not plain or len(plain) > LONGEST or "@" in plain or "://" in plain or not any(map(str.isalpha, plain)):
        return 0.0
    words = re.findall(r"[^\s,;/()|]+", plain)
    if len(words) > 12:
        return 0.0
    score = max(0.96 if has_form(text) else 0.0, _by_domain(plain, domains))
    if _DEPARTMENT.match(text.strip()):
        score = max(score, 0.45)
    elif any(word.strip(".,-") in _KINDS for word in words):
        score = max(score, 0.78 if text[:1].isupper() or text[:1].isdigit() else 0.4)
    elif any(_COMPOUND.match(word) for word in words):
        score = max(score, 0.6)
    if score == 0 and text[:1].isupper() and len(words) < 6:
        score = 0.2
    if plain.endswith(("?", "!")) or (len(words) > 6 and text.rstrip().endswith(".") and not has_form(text)):
        score *= 0.3
    return score


def has_form(text: str) -> bool:
    """Whether a name ends with the form of a company: GmbH, Inc., S.L., e.V."""
    if _POINTED.search(text):
        return True
    words = [word.strip("(),;:") for word in text.split()]
    for number, word in enumerate(words):
        bare = fold(word).replace(".", "")
        if not number or bare not in _FORMS:
            continue
        last = number == len(words) - 1
        if (
            bare in _CAREFUL
            and not (last and (word.isupper() or (word.istitle() and bare == "co")))
            and not (bare in ("co", "ag", "kg", "se") and word[:1].isupper() and number == len(words) - 2)
        ):
            continue
        return True
    return False


def is_form(text: str) -> bool:
    """Whether a piece is the form of a company and nothing else: 'S.A.', 'LLC'."""
    return len(text) < 20 and all(fold(word).replace(".", "") in _FORMS for word in re.split(r"[\s,&]+", text) if word)


def without_form(text: str) -> str:
    """'Acme' of 'Acme GmbH & Co. KG', folded."""
    words = [word for word in re.split(r"[\s,&+]+", fold(_POINTED.sub(" ", text))) if word]
    while len(words) > 1 and words[-1].replace(".", "") in _FORMS:
        words.pop()
    return " ".join(words)


def label_of(domain: str) -> str:
    """'acme' of 'mail.acme.co.uk'; '' for those of free mail."""
    labels = [part for part in fold(domain).strip(".").split(".") if part and part != "www"]
    if len(labels) > 1:
        labels.pop()
        if len(labels) > 1 and labels[-1] in ("co", "com", "org", "ac", "gv", "or", "edu", "gov", "net", "gob", "gouv"):
            labels.pop()
    label = labels[-1] if labels else ""
    return "" if label in FREE_MAIL else label


def _by_domain(plain: str, domains: Iterable[str]) -> float:
    """How much a name is like the domain: the same letters, its beginning, or its initials."""
    name = without_form(plain)
    compact = re.sub(r"[^\w]", "", name)
    spelt = compact.replace("ä", "ae")
    words = re.findall(r"\w+", name)
    best = 0.0
    for domain in domains:
        label = label_of(domain)
        letters = label.replace("-", "")
        if len(letters) < 2 or not compact:
            continue
        if letters in (compact, spelt):
            best = max(best, 0.95)
        elif len(letters) > 3 and (compact.startswith(letters) or (len(compact) > 3 and letters.startswith(compact))):
            best = max(best, 0.88)
        elif len(letters) > 4 and letters in compact:
            best = max(best, 0.75)
        elif len(words) > 1 and letters == "".join(word[0] for word in words):
            best = max(best, 0.85)
        elif len(letters) > 3 and letters in (word for word in words):
            best = max(best, 0.8)
    return best
