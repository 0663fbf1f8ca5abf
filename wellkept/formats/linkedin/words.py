"""What the columns of Connections.csv are called, in English and in the other languages people have met."""

from __future__ import annotations

from wellkept.formats.csvs.columns import key
from wellkept.formats.csvs.outlook_words import column
from wellkept.formats.names import fold

_CONNECTED = frozenset(
    [
        "connected on",
        "connected at",
        "connection date",
        "verbunden am",
        "kontakt seit",
        "vernetzt am",
        "date de connexion",
        "connecte le",
        "en relation depuis",
        "conectado el",
        "fecha de conexion",
        "contacto desde",
        "conectado em",
        "data de conexao",
        "data da conexao",
        "connesso il",
        "data di connessione",
        "collegato il",
        "data collegamento",
        "verbonden op",
        "datum van verbinding",
        "polaczono",
        "data polaczenia",
    ]
)
_URL = frozenset(
    {"url", "profile url", "profil url", "linkedin url", "url du profil", "url del perfil", "url do perfil"}
)
_FROM_OUTLOOK = {
    "given": "given",
    "family": "family",
    "company": "company",
    "job_title": "position",
    "email 1": "email",
}


def connection_columns(header: list[str]) -> list[str]:
    """For each column 'given', 'family', 'url', 'email', 'company', 'position', 'connected' or ''."""
    found = []
    for cell in header:
        spelt = key(cell)
        if spelt in _CONNECTED:
            found.append("connected")
        elif spelt in _URL:
            found.append("url")
        else:
            found.append(_FROM_OUTLOOK.get(column(cell), ""))
    return found


# Of messages and invitations only English files have been seen; what others are likely to say costs nothing to know.
_IN_OTHER_WORDS = {
    "conversation id": "konversations id|unterhaltungs id|id der konversation|id de la conversation|id de conversation"
    "|id de la conversacion|id de conversacion|id da conversa|id conversazione|id della conversazione",
    "conversation title": "konversationstitel|titel der konversation|titre de la conversation|titulo de la conversacion"
    "|titulo da conversa|titolo conversazione|titolo della conversazione",
    "from": "von|de|da|van|od",
    "to": "an|a|para|naar|aan|do",
    "sender profile url": "profil url des absenders|absender profil url|url du profil de l expediteur"
    "|url del perfil del remitente|url do perfil do remetente|url del profilo del mittente",
    "recipient profile urls": "profil urls der empfanger|empfanger profil urls|urls des profils des destinataires"
    "|url de los perfiles de los destinatarios|urls dos perfis dos destinatarios|url dei profili dei destinatari",
    "date": "datum|fecha|data",
    "subject": "betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat",
    "content": "inhalt|contenu|contenido|conteudo|contenuto|inhoud|tresc",
    "folder": "ordner|dossier|carpeta|pasta|cartella|map",
    "attachments": "anhange|pieces jointes|archivos adjuntos|anexos|allegati|bijlagen",
    "sent at": "gesendet am|envoye le|envoyee le|enviado el|enviada el|enviado em|enviada em|inviato il|verzonden op",
    "message": "nachricht|mensaje|mensagem|messaggio|bericht|wiadomosc",
    "direction": "richtung|sens|direccion|direcao|direzione|richting",
    "inviter profile url": "profil url des einladenden|url du profil de l invitant|url del perfil del invitador",
    "invitee profile url": "profil url des eingeladenen|url du profil de l invite|url del perfil del invitado",
}
_ENGLISH = {word: english for english, words in _IN_OTHER_WORDS.items() for word in words.split("|")}
_OUTGOING = frozenset(
    str.split(
        "outgoing sent ausgehend gesendet sortant sortante envoye saliente enviado enviada uscita inviato verzonden"
    )
)
_INCOMING = frozenset(
    str.split("incoming received eingehend empfangen entrant entrante recu recibido recebido recebida entrata ricevuto")
)
# What LinkedIn calls a member who has left, or hides.
_NOBODY = frozenset(
    {"linkedin member", "linkedin mitglied", "membre linkedin", "membre de linkedin", "miembro de linkedin", "usuario de linkedin",
     "usuario do linkedin", "membro do linkedin", "utente linkedin", "utente di linkedin", "membro di linkedin", "linkedin lid",
     "uzytkownik linkedin"}
)  # fmt: skip


def column_places(header: list[str]) -> dict[str, int]:
    """Where the columns of messages and invitations are, by their English names."""
    found: dict[str, int] = {}
    for index, cell in enumerate(header):
        spelt = key(cell)
        found.setdefault(spelt, index)
        found.setdefault(_ENGLISH.get(spelt, spelt), index)
    return found


def outgoing(direction: str) -> bool | None:
    """True for OUTGOING, False for INCOMING, in any language; None for everything else."""
    word = key(direction)
    return True if word in _OUTGOING else False if word in _INCOMING else None


def is_hidden(name: str, slug: str = "") -> bool:
    """Whether this is 'LinkedIn Member', who may be any of several people."""
    return not slug and (not name or fold(name).replace("-", " ") in _NOBODY)
