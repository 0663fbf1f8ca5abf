"""E-mail addresses: one spelling for comparing, and which of them are no person's."""

from __future__ import annotations

import contextlib
import re
import unicodedata

from wellkept.formats.names import fold, parse_name
from wellkept.formats.person import Person

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\.]+(?:\.[^\s@<>()\[\],;:\"\\.]+)*\.?")
_BRACKETED = re.compile(r"<([^<>]*)>")
_BETWEEN = re.compile(r"[._\-\d]+")  # the parts of a mailbox

# Mailboxes that machines write from.
_AUTOMATIC = frozenset(
    str.split(
        "noreply noreplies donotreply dontreply neverreply nichtantworten keineantwort nepasrepondre noresponder naoresponda"
        " nonrispondere nicantworten mailerdaemon postmaster bounce bounces autoreply autoresponder notification notifications"
        " notify alert alerts benachrichtigung notificaciones notificacoes notifiche unsubscribe daemon robot automailer"
    )
)
# Mailboxes that several people read, in English, German, French, Spanish, Portuguese and Italian.
_SHARED = frozenset(
    str.split(
        "info infos information informacion informacoes informazioni sales support office newsletter news contact hello hi help"
        " helpdesk service services customerservice customercare customersupport care billing invoice invoices accounts"
        " accounting accountspayable accountsreceivable payments orders order shop store webshop booking bookings reservations"
        " reservation reception frontdesk admin administration webmaster hostmaster abuse security privacy legal press media pr"
        " marketing jobs careers career recruiting recruitment hr team everyone all staff enquiries inquiries enquiry feedback"
        " subscriptions members membership events webinar partners editor editorial redaktion"
        " kontakt verkauf vertrieb einkauf buero buro sekretariat zentrale kundenservice kundendienst kundenbetreuung hilfe"
        " rechnung rechnungen buchhaltung bestellung bestellungen bewerbung personal karriere presse empfang anfrage anfragen"
        " mitglieder verwaltung datenschutz poststelle"
        " ventes commercial serviceclient serviceclients bureau secretariat accueil aide facturation comptabilite commande"
        " commandes recrutement emploi presse bonjour renseignements adherents"
        " ventas soporte oficina contacto ayuda atencionalcliente clientes facturacion contabilidad pedidos empleo prensa"
        " secretaria recepcion hola consultas reservas boletin"
        " vendas suporte escritorio contato contacto ajuda atendimento faturamento contabilidade pedidos imprensa secretaria"
        " recepcao sac rh"
        " vendite supporto ufficio contatti contatto aiuto assistenza assistenzaclienti fatturazione contabilita ordini lavoro"
        " stampa segreteria prenotazioni amministrazione commerciale"
    )
)
_TELLING = frozenset(
    {"info", "noreply", "sales", "support", "newsletter", "service", "notification", "notifications", "kontakt"}
)

# Names that are an office's: the whole name, or its end when the address is an office's too.
_OFFICE_NAMES = frozenset(
    {
        "customer service", "customer services", "customer support", "customer care", "client services", "help desk", "helpdesk",
        "service desk", "support", "support team", "sales", "sales team", "info", "information", "newsletter", "no reply",
        "noreply", "no-reply", "do not reply", "reception", "front desk", "office", "admin", "administrator", "webmaster",
        "mailer-daemon", "mail delivery subsystem", "postmaster", "accounts payable", "billing", "human resources",
        "kundenservice", "kundendienst", "kundenbetreuung", "service", "sekretariat", "zentrale", "buchhaltung", "rezeption",
        "service client", "service clients", "service clientele", "accueil", "secretariat",
        "atencion al cliente", "servicio al cliente", "recepcion", "atendimento", "atendimento ao cliente", "recepcao",
        "servizio clienti", "assistenza clienti", "segreteria", "voicemail", "mailbox",
    }
)  # fmt: skip
_OFFICE_ENDS = re.compile(
    r"(?:^|\s)(?:team|support|newsletter|notifications?|shop|store|webshop|online ?shop|customer (?:service|care|support)"
    r"|gmbh|ag|ltd|limited|inc|llc|corp|sarl|srl|s\.?r\.?l|s\.?a|b\.?v|e\.?v|verein|hotel|restaurant)\.?$"
)


def normal_email(text: str) -> str:
    """The address in lower case, its domain in readable letters; '' when ``text`` is no address.

    'mailto:', a name before <…> and a final point are taken off.
    """
    plain = unicodedata.normalize("NFC", text.strip().strip("'\"\u200b\ufeff"))
    if found := _BRACKETED.search(plain):
        plain = found[1].strip()
    if plain[:7].lower() == "mailto:":
        plain = plain[7:].partition("?")[0]
    if len(plain) > 254 or not _ADDRESS.fullmatch(plain):
        return ""
    local, _, domain = plain.rstrip(".").lower().rpartition("@")
    if "." not in domain or not all(0 < len(part) < 64 for part in domain.split(".")):
        return ""
    if "xn--" in domain:
        with contextlib.suppress(UnicodeError):
            domain = domain.encode("ascii").decode("idna").lower()
    return f"{local}@{domain}" if local else ""


def _mailbox(address: str) -> tuple[str, str]:
    """('noreply', 'no') of 'no-reply+123@…': the mailbox without separators, and its first part."""
    local = fold(address.partition("@")[0].partition("+")[0])
    parts = [p for p in _BETWEEN.split(local) if p]
    return "".join(parts), parts[0] if parts else ""


def is_automatic(address: str) -> bool:
    """True for mailboxes nobody reads: noreply@, mailer-daemon@, bounces+x@."""
    return _is_automatic(*_mailbox(address))


def _is_automatic(whole: str, first: str) -> bool:
    return (
        whole in _AUTOMATIC or first in ("noreply", "bounce", "bounces") or whole.startswith(("noreply", "donotreply"))
    )


def is_shared_mailbox(address: str) -> bool:
    """True for mailboxes of an office or a machine rather than of one person: info@, sales.berlin@, no-reply@."""
    whole, first = _mailbox(address)
    return whole in _SHARED or first in _TELLING or _is_automatic(whole, first)


def not_a_person(person: Person) -> str:
    """Why this entry is no person ('customer service', 'automatic sender', 'shared mailbox', 'shop'), or ''.

    In doubt it is a person: given and family name together are taken for somebody, and so is an entry with a telephone.
    """
    written = (
        person.name.display or " ".join(filter(None, (person.name.given, person.name.family))) or person.name.nickname
    )
    named = fold(written)
    if named.rstrip(".") in _OFFICE_NAMES:
        return "customer service"
    addresses = [normal_email(e.value) or e.value for e in person.emails]
    if not addresses or person.phones or not all(map(is_shared_mailbox, addresses)):
        return ""
    if all(map(is_automatic, addresses)) and (" via " in named or not _reads_as_person(person, written)):
        return "automatic sender"
    if _OFFICE_ENDS.search(named):
        return "shop"
    if not _reads_as_person(person, written) or any(_named_after(named, a) for a in addresses):
        return "shared mailbox"
    return ""


def _reads_as_person(person: Person, written: str) -> bool:
    if "@" in written:
        return False
    if person.name.given and person.name.family:
        return True
    parts = parse_name(written)
    named_as_company = any(fold(p.organization) == fold(written) for p in person.positions)
    return bool(parts.given and parts.family) and not named_as_company


def _named_after(named: str, address: str) -> bool:
    """True when the name is the name of the domain: 'Blue Kettle' of info@blue-kettle.example."""
    compact = re.sub(r"\W", "", named)
    domain = re.sub(r"[^\w.]", "", fold(address.rpartition("@")[2]))
    return bool(compact) and compact in domain.split(".")
