"""What Outlook calls its columns, in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish.

A header such as 'Straße geschäftlich 2' is read from its words – what, where, which – so that the spellings of
different versions all mean the same column.
"""

from __future__ import annotations

from functools import lru_cache

from wellkept.formats.csvs.columns import key


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WHERE = {
    "business": _words(
        "business work geschaftlich dienstlich bureau travail professionnel professionnelle trabajo laboral ufficio uff"
        " lavoro comercial trabalho empresa werk werkadres zakelijk sluzbowy sluzbowe sluzbowa sluzb praca"
    ),
    "home": _words(
        "home privat private domicile personnel personnelle particular casa ab abitazione residencial residencia prive thuis thuisadres huisadres"
        " domowy domowe domowa dom privado"
    ),
    "other": _words(
        "other weitere weiterer weiteres autre otro otra altro altra outro outra andere overig overige inny inna inne"
    ),
}
# In this order: 'Country/Region' is a country, 'Fax' wins over 'telephone', 'mobile' too.
_WHAT = (
    ("po_box", _words("box postfach postale postbus apartado")),
    ("postcode", _words("postal zip postleitzahl plz postcode cap cep pocztowy")),
    ("country", _words("country land pays pais paese kraj")),
    ("fax", _words("fax telefax telecopie telecopieur faks")),
    (
        "mobile",
        _words("mobile mobiltelefon mobiele handy movil celular cellulare mobiel telemovel gsm komorkowy komorka"),
    ),
    ("pager", _words("pager radiomessagerie buscapersonas cercapersone semafoon")),
    ("phone", _words("phone telefon telephone tel telefono telefone telefoon numero")),
    (
        "street",
        _words("street strasse rue calle via rua straat ulica"),
    ),
    ("city", _words("city ort stadt ville ciudad localidad citta cidade plaats woonplaats miasto miejscowosc")),
    (
        "region",
        _words("state region bundesland kanton provincia provincie province dep departement estado wojewodztwo regio"),
    ),
    ("street", _words("address adresse adres endereco indirizzo direccion")),
)
_EMAIL = _words("email emailadres emailadresse messagerie courriel correo electronico posta elettronica electronique")
_EMAIL_TYPE = _words("type typ tipo")
_EMAIL_NAME = _words(
    "display angezeigter anzeigename complet complete nom nombre nome naam weergavenaam wyswietlana nazwa mostrar"
)

_EXACT = {
    "prefix": "title|anrede|tratamiento|titolo|tratamento|aanhef|tytul|titel|titre|titulo|title",
    "given": "first name|given name|vorname|prenom|nombre|nome|primeiro nome|nome proprio|voornaam|imie|first",
    "additional": "middle name|weitere vornamen|zweiter vorname|deuxieme prenom|2eme prenom|segundo nombre|secondo nome"
    "|segundo nome|nome do meio|tweede voornaam|middelste naam|drugie imie|autres prenoms",
    "family": "last name|surname|family name|nachname|nom|nom de famille|apellidos|apellido|cognome|sobrenome|apelido"
    "|ultimo nome|achternaam|nazwisko",
    "suffix": "suffix|suffixe|sufijo|suffisso|sufixo|achtervoegsel|sufiks",
    "nickname": "nickname|spitzname|surnom|apodo|sobrenombre|soprannome|apelido familiar|bijnaam|pseudonim",
    "initials": "initials|initialen|initiales|iniciales|iniziali|iniciais|initialen|inicjaly",
    "phonetic_given": "given yomi|yomi given name",
    "phonetic_family": "surname yomi|yomi surname|family yomi",
    "company": "company|company name|organization|firma|unternehmen|societe|entreprise|empresa|compania|organizacion|societa"
    "|azienda|organizacao|bedrijf",
    "department": "department|abteilung|service|departamento|reparto|ufficio reparto|departament|afdeling|dzial|departement",
    "job_title": "job title|position|berufsbezeichnung|fonction|poste|puesto|cargo|posizione|qualifica|functie|stanowisko"
    "|titre1|titre 1|profession|beruf|profesion|professione|profissao|beroep|zawod",
    "birthday": "birthday|geburtstag|geburtsdatum|anniversaire|date de naissance|cumpleanos|compleanno|data di nascita"
    "|data de nascimento|aniversario natalicio|verjaardag|geboortedatum|urodziny|data urodzenia|data de aniversario",
    "anniversary": "anniversary|jahrestag|hochzeitstag|anniversaire de mariage ou fete|anniversaire de mariage|aniversario"
    "|anniversario|bodas|trouwdag|gedenkdag|rocznica",
    "groups": "categories|kategorien|categorie|categorias|categories contacts|categorieen|kategorie|groups|grupos",
    "notes": "notes|notizen|remarques|notas|note|annotazioni|commentaires|notities|opmerkingen|notatki|uwagi|anotacoes|observacoes",
    "web": "web page|webpage|website|webseite|personal web page|page web|pagina web|pagina da web|pagina|webpagina|strona"
    "|strona sieci web|sitio web|sito web|business homepage",
    "hobby": "hobby|hobbys|hobbies|loisirs|passe temps|aficiones|passatempos|interessi|hobbyy|passatempo",
    "spouse": "spouse|partner|partner in|ehepartner|conjoint|conjointe|conyuge|coniuge|conjuge|echtgenoot|partnerin|wspolmalzonek"
    "|malzonek",
    "children": "children|kinder|enfants|hijos|figli|filhos|kinderen|dzieci",
    "manager": "manager s name|manager name|name des der vorgesetzten|nom du responsable|nombre del director|nome manager|manager",
    "assistant": "assistant s name|assistant name|name assistent|nom de l assistant|nombre del ayudante|nome assistente",
    "location": "location|standort|lieu|ubicacion|luogo|localizacao|locatie",
    "office": "office location|buro|bureau|oficina|ufficio|escritorio|kantoor|biuro",
    "primary_phone": "primary phone|haupttelefon|tel principal|telephone principal|telefono principal|telefone principal"
    "|numero principal|telefoon hoofd|telefon podstawowy",
    "company_phone": "company main phone|telefon firma|tel societe|telephone societe|telefono principal de la compania"
    "|telefone principal da empresa|hoofdtelefoon bedrijf",
    "assistant_phone": "assistant s phone|telefon assistent|telephone de l assistant|tel assistant|telefono del ayudante",
    "car_phone": "car phone|autotelefon|telephone voiture|tel voiture|telefono del automovil|telefono auto|autotelefoon",
    "file_as": "file as|speichern unter|display name|full name",
}
_BY_WORDS = {word: field for field, words in _EXACT.items() for word in words.split("|")}
# Columns that say nothing about the person.
_BORING = frozenset(
    key(word)
    for word in (
        "Account", "Konto", "Billing Information", "Abrechnungsinformation", "Directory Server", "Verzeichnisserver", "Gender",
        "Geschlecht", "Genre", "Sexo", "Internet Free Busy", "Internet-Frei/Gebucht", "Language", "Mileage", "Reisekilometer",
        "Priority", "Priorität", "Priorité", "Prioridad", "Private", "Privat", "Privé", "Sensitivity", "Vertraulichkeit",
        "Critère de diffusion", "Kritische Diffusion", "Organizational ID Number", "Government ID Number", "Keywords",
        "Stichwörter", "Mots clés", "Referred By", "Importance", "Wichtigkeit",
    )
)  # fmt: skip


@lru_cache(maxsize=16384)
def column(header: str) -> str:
    """What a header means: 'given', 'email 2', 'home street 3', 'business phone 2', 'boring' …; '' when unknown."""
    spelt = key(header)
    if spelt in _BY_WORDS:
        return _BY_WORDS[spelt]
    if spelt in _BORING:
        return "boring"
    words = spelt.split()
    which = next((w for w in words if w.isdecimal() and len(w) == 1), "1")
    bare = [w.rstrip("123") for w in words]
    if _EMAIL & set(bare):
        kind = "type" if _EMAIL_TYPE & set(bare) else "shown" if _EMAIL_NAME & set(bare) else ""
        return f"email {kind} {which}".replace("  ", " ")
    what = next((name for name, known in _WHAT if known & set(bare)), "")
    where = next((name for name, known in _WHERE.items() if known & set(bare)), "")
    if what == "mobile" or what == "pager":
        return f"{what} {which}"
    if not what or (not where and what not in ("phone", "fax")):
        return ""
    return f"{where} {what} {which}".strip()
