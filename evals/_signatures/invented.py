"""Mails made of invented parts in five languages: what forge (English, of one company, of 2001) has none of.

They are learned from and never measured on: long signatures with gaps, notices below, closings in other languages; and ends of mails that are
no signature: a closing alone, links, lists of names, numbers to call.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from evals._signatures.marked import Marked, marked

COUNT, SEED = 320, 7

PARTS: dict[str, dict[str, Any]] = {
    "en": {
        "hello": ["Hi Martin,", "Dear Ms Okafor,", "Hello everybody,", "Joe,", ""],
        "said": ["Please find the report attached.", "Could you send me the figures by Monday?", "I spoke with the supplier yesterday and they can deliver in week 12.",
                 "The meeting moves to room 4.", "We are still waiting for the permit, so nothing can start before March.", "Let me know what you think.",
                 "Thanks for the quick answer, that helps a lot.", "I will call you when I am back in the office."],
        "bye": ["Best regards,", "Kind regards", "Thanks,", "Sincerely,", "Cheers,", "All the best,", "Many thanks"],
        "name": ["Martha Hill", "George Osei", "Linda Park", "Alan Whitfield", "Nadia Rahman"], "given": ["Martha", "George", "Linda", "Alan"],
        "title": ["Operations Manager", "Head of Research", "Senior Consultant", "Chief Financial Officer", "Associate Director, Procurement"],
        "house": ["Northgate Supplies Ltd", "Harbour Analytics Inc.", "Riverside College", "Whitfield & Sons", "Fenwick Consulting LLC"],
        "street": ["14 Orchard Road", "220 Lake Street, Suite 5", "Unit 3, Mill Lane"], "town": ["Bristol BS1 4DJ", "Dayton, OH 45402", "Leeds LS2 7EW"],
        "phone": ["Tel: +44 117 496 0123", "T +1 937 555 0121", "Phone: (937) 555-0199", "M: +44 7700 900456", "Direct: 937.555.0107"],
        "notice": ["This message is confidential and intended for the addressee only.", "Sent from my iPhone"],
        "ends": ["See https://files.example.org/x/report.pdf", "Call Jenny at 937-555-0150 if it is urgent.", "Is that all right with you?", "The numbers are 937-555-0111 and 937-555-0112."],
    },
    "de": {
        "hello": ["Sehr geehrte Frau Lindner,", "Hallo Uwe,", "Liebe alle,", "Guten Tag,", ""],
        "said": ["anbei erhalten Sie das gewünschte Angebot.", "Können wir am Donnerstag kurz telefonieren?", "Die Lieferung verzögert sich leider um eine Woche.",
                 "Ich habe die Zahlen noch einmal geprüft, sie stimmen.", "Bitte geben Sie mir bis Freitag Bescheid.", "Wir freuen uns auf die Zusammenarbeit.",
                 "Der Raum ist ab neun Uhr frei.", "Das Protokoll liegt im gemeinsamen Ordner."],
        "bye": ["Mit freundlichen Grüßen", "Viele Grüße", "Beste Grüße", "Liebe Grüße", "Herzliche Grüße", "MfG", "Freundliche Grüße"],
        "name": ["Sabine Lindner", "Uwe Brandt", "Dr. Heike Vogel", "Florian Aigner", "Claudia Roth-Meier"], "given": ["Sabine", "Uwe", "Heike", "Flo"],
        "title": ["Projektleiterin", "Leiter Vertrieb Innendienst", "Geschäftsführerin", "Sachbearbeiter Einkauf", "Wissenschaftliche Mitarbeiterin"],
        "house": ["Lindner Anlagenbau GmbH", "Brandt & Partner", "Institut für Beispielkunde", "Nordlicht Energie AG", "Aigner e.U."],
        "street": ["Gartenstraße 8", "Am Hang 22", "Kirchplatz 3"], "town": ["20095 Hamburg", "8010 Graz", "CH-3011 Bern"],
        "phone": ["Tel.: +49 40 1234567", "Telefon 040 / 765 43 21", "Mobil: +43 664 1234567", "T 0316 123456-20", "Fax: +49 40 1234568"],
        "notice": ["Diese E-Mail ist vertraulich und nur für den Empfänger bestimmt.", "Von meinem iPhone gesendet"],
        "ends": ["Die Unterlagen liegen unter https://dateien.example.org/ordner", "Bei Fragen bitte Frau Vogel anrufen: 040 765 43 21.", "Passt das so?", "Bitte an alle weitergeben"],
    },
    "fr": {
        "hello": ["Bonjour Madame,", "Salut Luc,", "Chers collègues,", "Bonjour,", ""],
        "said": ["Veuillez trouver le devis en pièce jointe.", "Pourriez-vous me rappeler demain matin ?", "La livraison est prévue pour la semaine prochaine.",
                 "Je reviens vers vous dès que possible.", "Le rendez-vous est confirmé pour mardi à 14 h.", "Merci pour votre patience.", "Nous avons bien reçu votre dossier."],
        "bye": ["Cordialement,", "Bien cordialement", "Bien à vous,", "Cordialement", "À bientôt,", "Bonne journée,", "Salutations distinguées"],
        "name": ["Luc Fontaine", "Isabelle Marchand", "Hélène GIRARD", "Karim Benali", "Odile Rousseau"], "given": ["Luc", "Isabelle", "Karim"],
        "title": ["Chef de projet", "Directrice administrative et financière", "Chargé d'affaires", "Responsable des achats", "Ingénieure d'études"],
        "house": ["Fontaine Conseil SARL", "Société Marchand", "Université de l'Exemple", "Girard & Fils SAS", "Mairie de Beauval"],
        "street": ["3 rue des Lilas", "120 boulevard Voltaire", "7 impasse du Moulin"], "town": ["31000 Toulouse", "44000 Nantes", "1004 Lausanne"],
        "phone": ["Tél. : 05 61 00 11 22", "Mobile : 06 98 76 54 32", "T. +33 2 40 11 22 33", "Port. 07 55 50 11 22", "Fax : 05 61 00 11 23"],
        "notice": ["Ce message est confidentiel et destiné exclusivement à son destinataire.", "Envoyé de mon iPhone"],
        "ends": ["Voir https://fichiers.example.org/dossier", "En cas d'urgence, appelez Karim au 06 98 76 54 32.", "Qu'en pensez-vous ?", "Merci de confirmer votre présence"],
    },
    "es": {
        "hello": ["Estimado Sr. Rojas:", "Hola Inés,", "Buenos días:", "Buenas tardes,", ""],
        "said": ["Le adjunto el presupuesto solicitado.", "¿Podemos hablar mañana por la tarde?", "El pedido sale hoy del almacén.", "Quedo a la espera de su respuesta.",
                 "La reunión se retrasa media hora.", "Ya hemos recibido la documentación.", "Te llamo cuando llegue a la oficina."],
        "bye": ["Un saludo,", "Saludos cordiales,", "Atentamente,", "Saludos", "Muchas gracias,", "Un abrazo,"],
        "name": ["Inés Castaño", "Ramón Rojas Gil", "Beatriz Soler", "Andrés Molina", "Pilar Cano"], "given": ["Inés", "Ramón", "Bea", "Andrés"],
        "title": ["Jefa de Ventas", "Director General", "Técnico de Calidad", "Responsable de Logística", "Abogada"],
        "house": ["Rojas Logística S.L.", "Soler Abogados", "Universidad de Ejemplo", "Grupo Molina S.A.", "Ayuntamiento de Villar"],
        "street": ["C/ del Río, 12", "Avenida de la Paz 45, 3º A", "Plaza Nueva 1"], "town": ["46001 Valencia", "08010 Barcelona", "41004 Sevilla"],
        "phone": ["Tel.: 96 123 45 67", "Móvil: 611 222 333", "T. +34 93 123 45 67", "Tfno. 954 12 34 56", "Fax: 96 123 45 68"],
        "notice": ["Este mensaje es confidencial y va dirigido exclusivamente a su destinatario.", "Enviado desde mi iPhone"],
        "ends": ["Los planos están en https://archivos.example.org/planos", "Si hay algún problema, llama a Pilar al 611 222 333.", "¿Te parece bien?", "Avisad a los demás"],
    },
    "pt": {
        "hello": ["Prezada Sra. Moura,", "Olá Duarte,", "Bom dia,", "Caros colegas,", ""],
        "said": ["Segue em anexo o relatório pedido.", "Podemos falar amanhã de manhã?", "A entrega ficou marcada para quinta-feira.", "Fico a aguardar a sua resposta.",
                 "O contrato já foi assinado por todos.", "Obrigado pela atenção.", "Ligo quando sair da reunião."],
        "bye": ["Atenciosamente,", "Cumprimentos,", "Com os melhores cumprimentos,", "Abraço,", "Obrigada,", "Att."],
        "name": ["Duarte Moura", "Célia Barros", "Fábio Nogueira", "Teresa Pinto", "Luana Ferraz"], "given": ["Duarte", "Célia", "Fábio", "Luana"],
        "title": ["Gerente de Contas", "Coordenadora Pedagógica", "Engenheiro de Produção", "Diretora Comercial", "Analista Financeiro"],
        "house": ["Moura Transportes Lda.", "Nogueira Engenharia Ltda.", "Universidade do Exemplo", "Pinto & Filhos, Lda.", "Ferraz Advogados"],
        "street": ["Rua das Flores, 33", "Av. Brasil, 1500, sala 12", "Largo da Fonte 2"], "town": ["1200-109 Lisboa", "Curitiba, PR 80010-000", "4000-322 Porto"],
        "phone": ["Tel.: +351 21 123 45 67", "Telemóvel: 961 234 567", "Cel.: (41) 98888-7777", "Fone (41) 3333-2222", "Fax: +351 21 123 45 68"],
        "notice": ["Esta mensagem é confidencial e destina-se exclusivamente ao seu destinatário.", "Enviado do meu iPhone"],
        "ends": ["Os ficheiros estão em https://ficheiros.example.org/pasta", "Se for urgente, ligue para a Teresa: 961 234 567.", "Está bem assim?", "Favor avisar os outros"],
    },
}  # fmt: skip


def invented_mails(count: int = COUNT) -> list[Marked]:
    chance = random.Random(SEED)
    return [_mail(chance, number) for number in range(count)]


def _mail(chance: random.Random, number: int) -> Marked:
    parts = PARTS[chance.choice(list(PARTS))]
    said = [
        f"{chance.choice(parts['said'])} {chance.choice(parts['said'])}" for _paragraph in range(chance.randint(1, 3))
    ]
    text = [line for line in (chance.choice(parts["hello"]), "") if line or said] + [
        line for one in said for line in (one, "")
    ]
    clean = number % 5 < 2
    signed = [] if clean else list(_signature(chance, parts))
    if clean:
        text += _no_signature(chance, parts)
    below = ["", parts["notice"][chance.randint(0, 1)]] if chance.random() < 0.3 else []
    name = chance.choice(parts["name"]) if clean else next((line for line in signed if line in parts["name"]), "")
    body = [*text, *(f"#sig#{line}" if line else line for line in signed), *below]
    return marked(f"invented/{number}", clean, f"{name} <mail@example.org>", "\n".join(body))


def _signature(chance: random.Random, parts: dict[str, Any]) -> Iterator[str]:
    """Some with a given name only, some on one line, most a block with up to three gaps."""
    shape = chance.random()
    if shape < 0.85:
        yield chance.choice(parts["bye"])
        if chance.random() < 0.5:
            yield ""
    if shape < 0.2:
        yield chance.choice(parts["given"])
        return
    name, title, house = (chance.choice(parts[kind]) for kind in ("name", "title", "house"))
    mail = f"{name.split()[-1].lower()}@example.org"
    if shape < 0.3 or shape > 0.93:
        sign = chance.choice([" | ", " · ", " – ", ", "])
        yield sign.join(
            [name, title, house, *chance.sample([mail, chance.choice(parts["phone"])], chance.randint(0, 2))]
        )
        return
    yield name
    yield from (title, house) if chance.random() < 0.6 else (f"{title}, {house}",)
    for block in chance.sample([[chance.choice(parts["street"]), chance.choice(parts["town"])], chance.sample(parts["phone"], chance.randint(1, 3)),
                                [mail, *(["www.example.org"] if chance.random() < 0.6 else [])]], chance.randint(1, 3)):  # fmt: skip
        if chance.random() < 0.4:
            yield ""
        yield from [" | ".join(block)] if chance.random() < 0.3 else block


def _no_signature(chance: random.Random, parts: dict[str, Any]) -> list[str]:
    shape = chance.randrange(6)
    if shape == 0:
        return [chance.choice(parts["bye"])]
    if shape == 1:
        return [f"- {one}" for one in chance.sample(parts["said"], 3)]
    if shape == 2:
        return chance.sample(parts["name"], chance.randint(3, 5))
    if shape == 3:
        return [chance.choice(parts["ends"])]
    if shape == 4:
        return [f"{one}: {chance.choice(parts['phone'])}" for one in chance.sample(parts["name"], 3)]
    return []
