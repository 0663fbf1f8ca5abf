"""What the columns of Connections.csv are called, in English and in the other languages people have met."""

from __future__ import annotations

from wellkept.formats.csvs.columns import key
from wellkept.formats.csvs.outlook_words import column

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
