import pytest

from wellkept.formats.signature.quoting import own_lines


def own(body):
    return [line for line in own_lines(body)[0] if line.strip()]


@pytest.mark.parametrize(
    "begin",
    [
        "On Mon, Nov 9, 2026 at 10:12 AM Tom Baker <tom@acme.example> wrote:",
        "On Mon, Nov 9, 2026 at 10:12 AM Tom Baker <tom@acme.example>\nwrote:",
        "On 09.11.26 10:12, Tom Baker wrote:",
        "Am 12.11.2026 um 10:03 schrieb Tom Baker <tom@acme.example>:",
        "Am Do., 12. Nov. 2026 um 10:03 Uhr schrieb Tom Baker\n<tom@acme.example>:",
        "Le 12 nov. 2026 à 10:03, Tom Baker <tom@acme.example> a écrit :",
        "Le jeu. 12 nov. 2026 à 10:03, Tom Baker a écrit :",
        "El 12 nov 2026, a las 10:03, Tom Baker escribió:",
        "El jue, 12 nov 2026 a las 10:03, Tom Baker (<tom@acme.example>)\nescribió:",
        "Em qui., 12 de nov. de 2026 às 10:03, Tom Baker <tom@acme.example> escreveu:",
        "No dia 12 de novembro de 2026, Tom Baker escreveu:",
        "Tom Baker <tom@acme.example> wrote on 9 November 2026 at 10:12:",
        "Tom Baker <tom@acme.example> schrieb am Mo., 9. Nov. 2026, 10:12:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "-------- Weitergeleitete Nachricht --------",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "Anfang der weitergeleiteten Nachricht:",
        "-----Message d'origine-----",
        "---------- Mensaje reenviado ---------",
        "-----Mensagem original-----",
        "From: Tom Baker <tom@acme.example>\nSent: Monday, 9 November 2026 10:12\nTo: Ana Souza",
        "*From:* Tom Baker\n*Sent:* Monday\n*To:* Ana",
        "Von: Tom Baker\nGesendet: Montag, 9. November 2026 10:12\nAn: Ana Souza\nBetreff: x",
        "De : Tom Baker\nEnvoyé : lundi 9 novembre 2026 10:12\nÀ : Ana Souza",
        "De: Tom Baker\nEnviado el: lunes\nPara: Ana Souza\nAsunto: x",
        "________________________________\nDe: Tom Baker\nEnviado: segunda-feira\nPara: Ana",
    ],
)  # fmt: skip
def test_nothing_is_read_behind_what_was_answered_or_passed_on(begin):
    assert own(f"Fine with me.\n\nAna\n\n{begin}\n\nBest regards,\nTom Baker\nCEO") == ["Fine with me.", "Ana"]


def test_what_stands_between_and_below_quotes_is_ones_own():
    body = "On Monday, Tom wrote:\n> Is it free?\n\nYes.\n\n> And warm?\n\nNo.\n\nAna"
    assert own(body) == ["Yes.", "No.", "Ana"]


@pytest.mark.parametrize(
    "line",
    [
        "From: the north comes the wind.",
        "On Monday we wrote: nothing.",
        "She wrote to me.",
        "Am Montag schrieb ich dir schon, dass es geht.",
        "Von: Wien bis Linz fahren wir zwei Stunden.",
        "An: alle",
    ],
)
def test_a_sentence_is_no_beginning_of_a_quote(line):
    assert own(f"Hello,\n{line}\nand so on.\nAna") == ["Hello,", line, "and so on.", "Ana"]


def test_each_line_knows_where_it_stands():
    lines, places = own_lines("one\n> two\nthree")
    assert (lines, places) == (["one", "three"], [0, 2])
