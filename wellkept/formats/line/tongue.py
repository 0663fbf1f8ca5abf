"""In which of five languages a line is written."""

from __future__ import annotations

import re

from wellkept.formats.line.vocabulary import is_english

_WORDS = {
    "en": "the and with at to her him his she he by from has is for met about will of in on me my yesterday week weeks birthday friday monday looking call lunch"
    " owe owes need needs who after calls coffee loves likes works wants send ping ask tell again back said says they them we us our this that some today tomorrow kids wife husband daughter knows prefers moved a sent gave posted got married plays never offers september october",
    "de": "der die das und mit bei auf am im ist hat sie er ihm ihr ich zum zur von vom fur fuer bis getroffen traf gestern heute wird mir mich habe sucht nicht wohnt ein eine einen kaffee mittagessen uber geburtstag morgen gern"
    " nachste nachsten woche wochen frau herr herrn arbeitet schicken telefoniert kinder seine ihre allergisch gegen braucht bietet liebt kann beim wegen anrufen geschickt geschrieben kennengelernt vorgestellt bekommen gesprochen gesehen heirat studiert jetzt lebt zwei drei tochter sohn bin hab durch seit auch noch nach dem den einem einer sich ihn geht kommt hatte haben waren melden tagen monaten wieder nachfassen kontaktieren anfang ende bringen",
    "es": "el la los las con y en del al le se su que para por una un me es tiene ayer hoy busca manana de conoci comi viernes lunes cumpleanos reunion llamada hijos vive hable necesita proxima dia marzo enero esta este anteayer trabaja hace"
    " alergico alergica gusta encanta ofrece tengo enviar escribir cene vegetariana a al volver llamar llame llamarlo llamarla sigue quiere viene sus retomar diciembre principios vi fui quede les debo mandarle enviarle tome he nos mis hija hijo hermana hermano toca juega semana mes abogada miercoles jueves martes lunes",
    "fr": "le la les avec et en du au des une un je il elle me lui est chez pour par dans sur hier aujourd'hui cherche rencontre dejeuner j'ai semaine demain de vendredi lundi anniversaire deux enfants habite besoin appel mois adore travaille vu qui son sa"
    " propose envoyer vegetarienne allergique aux travaille relancer rappeler d'un d'une l'anniversaire a aura ans on se nous notre ma mes ce cette dans depuis puis prochain prochaine appeler veut fait leur juillet mardi mercredi jeudi samedi dimanche",
    "pt": "o os as com e em no na do da ao dos das um uma ele ela me para por ontem hoje procura almocei conheci precisa sexta segunda semana amanha de que dia reuniao filhos mora aniversario tem nao adora cafe liguei falei vai pra mandei oferece fez trabalha"
    " alergico alergica gosta ate mandar enviar prometi marco janeiro meu seu sua terca quarta quinta a vi fui ela num numa pelo pela ficou nasceu retomar contato daqui alguns comigo falar ligar filha irma ontem pro nos nas deu quer vou",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_MARKED = {
    "de": re.compile("[äöüß]"),
    "es": re.compile("[ñ¿¡]|ción\\b"),
    "fr": re.compile("[çèêœù]|\\bà\\b|\\b[ldj]['’]"),
    "pt": re.compile("[ãõ]|ção\\b|ções\\b"),
}


# Of an English note typed in a hurry.
_HURRIED = re.compile(r"(?<!\w)(?:w/|mtg|msg|txt|thx|tmrw|intro'd|abt|bday)(?!\w)")


def language_of(text: str, plain: str, region: str = "") -> str:
    """'en', 'de', 'es', 'fr' or 'pt'; English where the words do not tell. ``plain`` is ``text`` as ``flat`` spells it."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", plain)
    scores = {language: sum(word in known for word in words) * 1.0 for language, known in _SETS.items()}
    lower = text.lower()
    for language, marks in _MARKED.items():
        scores[language] += 0.5 * len(marks.findall(lower))
    scores["fr"] += 0.5 * lower.count(" à ")
    scores["en"] += (
        0.4 + 0.25 * sum(len(word) > 3 and is_english(word) for word in words) + len(_HURRIED.findall(plain))
    )
    spoken = {
        "ES": "es",
        "MX": "es",
        "AR": "es",
        "CO": "es",
        "PT": "pt",
        "BR": "pt",
        "FR": "fr",
        "DE": "de",
        "AT": "de",
        "CH": "de",
        "CL": "es",
        "PE": "es",
    }
    if region.upper() in spoken:
        scores[spoken[region.upper()]] += 0.5
    return max(scores, key=lambda language: scores[language])
