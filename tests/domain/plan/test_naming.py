"""Whom the notes name: written by hand in eight languages, with what looks like a name and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.plan.naming import LONGEST_QUOTE, mentions

NAMED = {
    "She offered to ask her colleague Tom Baker about the grant.": ["Tom Baker"],
    "Ana introduced me to Priya Raman over lunch.": ["Priya Raman"],
    "I should talk to Amina Haddad about the ferry tender": ["Amina Haddad"],
    "Her boss, Ingrid Solberg, decides on the budget.": ["Ingrid Solberg"],
    "He works with Jan van der Berg on the tunnel.": ["Jan van der Berg"],
    "Tom Baker, who runs the lab, could help.": ["Tom Baker"],
    "Her co-founder Xochitl Quetzal left in May.": ["Xochitl Quetzal"],
    "Met Marta Kowalska and her husband Piotr Nowak at the fair.": ["Marta Kowalska", "Piotr Nowak"],
    "Good call. He suggested Fatou Diallo for the panel.": ["Fatou Diallo"],
    "She recommended Dr. Helen O’Connor for the knee.": ["Helen O’Connor"],
    "He now reports to Anna-Lena Brandt.": ["Anna-Lena Brandt"],
    "Lunch with Sofia de la Cruz on Monday": ["Sofia de la Cruz"],
    "Said I must meet Yuki Tanaka when in Kyoto.": ["Yuki Tanaka"],
    "Spoke with William J. Harrow, her lawyer.": ["William J. Harrow"],
    "His cousin Ezra Lindqvist brews beer in Malmö.": ["Ezra Lindqvist"],
    "- ask Kofi Mensah for the slides\n- send the paper": ["Kofi Mensah"],
    "Ran into **Lucia Ferri** there; she knows Ana too.": ["Lucia Ferri"],
    "There is somebody called Odalys Brenner in her team.": ["Odalys Brenner"],
    "Moritz Hale works at the harbour now, says Bruno.": ["Moritz Hale"],
    "He is married to Greta Winslow, the painter.": ["Greta Winslow"],
    "Call with Anna Maria Huber is on for Friday.": ["Anna Maria Huber"],
    "Ihr Kollege Jonas Pichler kümmert sich um die Förderung.": ["Jonas Pichler"],
    "Ich soll mit Katharina Vogel sprechen.": ["Katharina Vogel"],
    "Sie stellte mich Lukas Hofer vor.": ["Lukas Hofer"],
    "Seine Chefin Dr. Beate Ortner geht in Pension.": ["Beate Ortner"],
    "Treffen mit Anna Gruber Montag um zehn": ["Anna Gruber"],
    "Bruno kennt Sebastian von Thurn gut.": ["Sebastian von Thurn"],
    "Son collègue Thierry Moreau cherche un studio.": ["Thierry Moreau"],
    "Elle m’a présenté à Camille Roux.": ["Camille Roux"],
    "Il faut parler avec Hélène Dubois avant l’été.": ["Hélène Dubois"],
    "Su jefe Álvaro Pérez Luna viene en mayo.": ["Álvaro Pérez Luna"],
    "Me presentó a Lucía Fernández en la feria.": ["Lucía Fernández"],
    "Tengo que hablar con Ramón Ortega sobre el puerto.": ["Ramón Ortega"],
    "La sua collega Chiara Bianchi cerca casa.": ["Chiara Bianchi"],
    "Devo parlare con Matteo Greco del progetto.": ["Matteo Greco"],
    "O chefe dela, Tiago Moreira, gostou da proposta.": ["Tiago Moreira"],
    "Preciso falar com Joana dos Santos amanhã.": ["Joana dos Santos"],
    "Haar collega Pieter de Vries werkt aan de brug.": ["Pieter de Vries"],
    "Hij werkt met Femke Bakker in Utrecht.": ["Femke Bakker"],
    "Hennes chef Lars Åkesson slutar i maj.": ["Lars Åkesson"],
    "Jag borde prata med Sigrid Nyström.": ["Sigrid Nyström"],
    "Colleague: Wanjiru Kamau, hydrologist": ["Wanjiru Kamau"],
}
NOBODY = [
    "We talked about Goldman Sachs and the market.",
    "She works for Morgan Stanley in London.",
    "He works with Red Bull on the race.",
    "Met at Café Central, then Hotel Sacher.",
    "Moving to New York in spring, maybe San Francisco later.",
    "Talk to Deutsche Bank about the loan.",
    "I should ask the University of Graz.",
    "Reading Thomas Mann, loved the exhibition of Frida Kahlo.",
    "We talked about Jane Austen all evening.",
    "Meeting Monday Morning, then lunch.",
    "Great Talk. Nice Evening. See You Soon.",
    "met TOM BAKER GMBH at the stand",
    "Her friend works at Max Planck Institute.",
    "He knows Virginia Beach well.",
    "Met in Austin Texas two years ago.",
    "Lunch with Anna on Friday",
    "Call Mum Sunday",
    "Introduced me to Machine Learning and Data Science Team practices.",
    "Ask her about Project Phoenix",
    "Wrote to support@example.org and https://example.org/Tom/Baker",
    "Sie arbeitet mit Siemens Energy an Windkraft.",
    "Treffen mit Kollegen Montag früh",
    "Gespräch über Neue Arbeit und Gute Führung.",
    "Das Mittagessen mit Anna Montag verschoben.",
    "Wir trafen uns am Wiener Hauptbahnhof, dann Volksgarten.",
    "Elle travaille avec Air France depuis mai.",
    "On a parlé de Notre Dame et du Grand Palais.",
    "Trabaja con Banco Santander en Madrid.",
    "Vive en Buenos Aires y conoce Costa Rica.",
    "Lavora con Banca Intesa a Milano.",
    "Trabalha com Caixa Geral em Lisboa.",
    "Hij werkt voor Shell Nederland in Den Haag.",
    "She knows Python Programming and Adobe Photoshop.",
    "He recommended Harry Potter for the kids.",
    "She recommended Grace Hopper Conference.",
    "Her boss Monday, her team Tuesday.",
    "Their partner Ernst & Young signed.",
    "Works with Charlotte County on water.",
    "We met June Tenth at noon.",
    "Talk to HR Department about it",
    "Call with Sydney Office on Tuesday",
    "He mentioned Victoria Falls and Florence Italy as places to go.",
    "",
    "no capitals here at all, talk to tom baker",
    "Talk To Me About Everything",
]

# Written before anything was found in them, and nothing was changed for them since.
UNSEEN = {
    "Coffee with Bruno. His sister Hannah Weiss is moving to Linz.": ["Hannah Weiss"],
    "She suggested I ask Oliver Grant, head of ports.": ["Oliver Grant"],
    "Talked to Bruno about hiring; he mentioned Nadia Rahman.": ["Nadia Rahman"],
    "His manager Takeshi Mori will be in Vienna in June.": ["Takeshi Mori"],
    "I ought to get in touch with Ngozi Eze.": ["Ngozi Eze"],
    "Eleanor Pike from her team would know.": ["Eleanor Pike"],
    "Worked with Dimitris Papadakis at Hooli.": ["Dimitris Papadakis"],
    "Intro to Ravi Menon promised.": ["Ravi Menon"],
    "Chen's wife Li Na teaches piano.": ["Li Na"],
    "We should invite Clara Vance too.": ["Clara Vance"],
    "New CTO there: Priscilla Odum.": ["Priscilla Odum"],
    "Asked about Samir Khoury, whom she trained.": ["Samir Khoury"],
    "Old friend Gus Tyrell joined them.": ["Gus Tyrell"],
    "Mit Frau Claudia Reiter telefonieren wegen Vertrag.": ["Claudia Reiter"],
    "Sein Freund Emre Yilmaz sucht eine Stelle.": ["Emre Yilmaz"],
    "Die neue Leiterin heißt Ursula Brandl.": ["Ursula Brandl"],
    "Sa patronne Mireille Fabre part à la retraite.": ["Mireille Fabre"],
    "Conoce a Javier Mora desde la escuela.": ["Javier Mora"],
    "Il capo si chiama Paolo Conti.": ["Paolo Conti"],
    "Trabalha com Rui Almeida no porto.": ["Rui Almeida"],
    "Samen met Joost Visser een huis gekocht.": ["Joost Visser"],
    "Känner Karin Holm från skolan.": ["Karin Holm"],
    "He plays tennis with Marcus Hill every week.": ["Marcus Hill"],
    "Daughter of Henry Bloom.": ["Henry Bloom"],
    "Pitch by Zoë Lambert was great, talk to her.": ["Zoë Lambert"],
    "Her supervisor is Prof. Alan Whitby.": ["Alan Whitby"],
}
UNSEEN_NOBODY = [
    "Long talk about the Green Deal and Horizon Europe.",
    "He wants to work with Boston Dynamics.",
    "Met in Café Museum, Karlsplatz.",
    "Loves Pink Floyd and David Bowie.",
    "Told me about his trip to Costa Brava.",
    "Talk to Legal Team first.",
    "Ask Amazon Web Services for credits.",
    "She works for Merck Sharp in Ohio.",
    "Recommended the film Annie Hall.",
    "Bought a Mercedes Benz.",
    "Met at Web Summit, near Parque das Nações.",
    "The Victoria Station meeting was moved.",
    "He knows Angela Merkel only from TV.",
    "Wants to hire for Customer Success.",
    "Visit to Santa Monica and Los Angeles.",
    "Partner Program starts in May.",
    "Her colleague from Credit Suisse moved on.",
    "Works under Chapter Eleven now.",
    "Friend Request on LinkedIn accepted.",
    "Contact Sales Team about Office Hours.",
    "Client Success Manager now.",
    "Boss Fight tonight with the kids.",
    "Met Opera tickets for June.",
    "Er arbeitet für Erste Bank in Wien.",
    "Termin mit Steuerberater Montag.",
    "Sie kennt Neue Mittelschule gut.",
    "Ferien in Bad Ischl mit Familie.",
    "Travaille avec Crédit Agricole.",
    "Habló con Ayuntamiento de Madrid.",
    "Lavora per Poste Italiane.",
    "Fala com Câmara Municipal amanhã.",
    "Werkt bij Albert Heijn in Zaandam.",
    "Introduced me to Design Thinking.",
    "Meeting Joe Biden would be fun, he said.",
    "Manager Training on Tuesday",
]


def found(line):
    return [mention.name for mention in mentions(line)]


@pytest.mark.parametrize("line", NAMED)
def test_a_person_is_found_in(line):
    assert found(line) == NAMED[line]


@pytest.mark.parametrize("line", NOBODY)
def test_nobody_is_found_in(line):
    assert found(line) == []


def test_in_lines_never_looked_at_nine_of_ten_names_are_people_and_three_of_four_people_are_found():
    right = [name for line, names in UNSEEN.items() for name in found(line) if name in names]
    wrong = [name for line, names in UNSEEN.items() for name in found(line) if name not in names]
    wrong += [name for line in UNSEEN_NOBODY for name in found(line)]
    assert len(right) / len([*right, *wrong]) >= 0.9
    assert len(right) / len(UNSEEN) >= 0.75


def test_the_quote_is_the_sentence_with_the_name_short_of_its_end():
    (mention,) = mentions("Long lunch. Her colleague Tom Baker knows the port. We left at two.")
    assert mention.quote == "Her colleague Tom Baker knows the port"


def test_a_long_sentence_is_quoted_around_the_name():
    (mention,) = mentions("and then " * 40 + "her colleague Tom Baker came " + "and then " * 40)
    assert "Tom Baker" in mention.quote and len(mention.quote) < LONGEST_QUOTE + 8


def test_a_name_is_found_once_however_often_it_stands():
    assert found("Her boss Tom Baker called. Her boss Tom Baker wrote.") == ["Tom Baker"]


@given(st.text(max_size=300))
def test_whatever_was_written_the_names_stand_in_it(body):
    for mention in mentions(body):
        assert len(mention.name.split()) > 1 and mention.name.split()[0] in body
