"""The people of the cards: invented, with numbers and addresses that are nobody's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """What a card says. ``phones`` are (label, as printed, E.164 or '' for a fax)."""

    name: str
    title: str
    organization: str
    email: str
    phones: tuple[tuple[str, str, str], ...]
    url: str
    address: tuple[str, ...]
    region: str

    @property
    def numbers(self) -> list[str]:
        return [e164 for _label, _printed, e164 in self.phones if e164]


PEOPLE = (
    Printed(
        "Ana Souza", "Head of Data", "Acme Analytics Ltd", "ana.souza@acme-analytics.example",
        (("T", "+44 20 7946 0123", "+442079460123"), ("M", "+44 7700 900461", "+447700900461")),
        "www.acme-analytics.example", ("12 Harbour Street", "London E1 6AN", "United Kingdom"), "GB",
    ),
    Printed(
        "Jürgen Müller", "Leiter Vertrieb", "Brückner & Söhne GmbH", "j.mueller@brueckner-soehne.example",
        (("Tel.", "+49 30 901820-14", "+493090182014"), ("Fax", "+49 30 901820-99", ""), ("Mobil", "+49 170 9018234", "+491709018234")),
        "www.brueckner-soehne.example", ("Ahornstraße 12", "10115 Berlin"), "DE",
    ),
    Printed(
        "Élodie Lefèvre", "Directrice commerciale", "Maison Verdier SARL", "elodie.lefevre@maison-verdier.example",
        (("Tél.", "01 99 00 12 34", "+33199001234"), ("Port.", "06 39 98 12 34", "+33639981234")),
        "www.maison-verdier.example", ("18, rue des Tilleuls", "69002 Lyon", "France"), "FR",
    ),
    Printed(
        "Íñigo Fernández Ruiz", "Jefe de Proyecto", "Construcciones Almenara S.A.", "ifernandez@almenara.example",
        (("Tel.", "+34 91 555 01 42", "+34915550142"), ("Móvil", "+34 655 550 142", "+34655550142")),
        "almenara.example", ("Calle del Olmo 7, 3º B", "28012 Madrid"), "ES",
    ),
    Printed(
        "João Gonçalves", "Gerente de Produto", "Porto Vivo Software Lda.", "joao@portovivo.example",
        (("Tlm", "+351 912 555 014", "+351912555014"),),
        "portovivo.example", ("Rua das Flores 24", "4050-262 Porto", "Portugal"), "PT",
    ),
    Printed(
        "Beatriz Araújo", "Diretora de Marketing", "Lumen Tecnologia Ltda.", "beatriz.araujo@lumentec.example",
        (("Tel", "+55 11 5555-0142", "+551155550142"), ("Cel", "+55 11 95555-0142", "+5511955550142")),
        "www.lumentec.example", ("Av. das Acácias, 1200", "São Paulo - SP, 01310-100"), "BR",
    ),
    Printed(
        "Małgorzata Wiśniewska", "Kierownik Projektu", "Zielony Most Sp. z o.o.", "m.wisniewska@zielonymost.example",
        (("tel.", "+48 22 555 01 42", "+48225550142"), ("kom.", "+48 601 555 014", "+48601555014")),
        "www.zielonymost.example", ("ul. Lipowa 5", "00-316 Warszawa"), "PL",
    ),
    Printed(
        "Tomáš Dvořák", "Vedoucí vývoje", "Modrá Řeka s.r.o.", "tomas.dvorak@modrareka.example",
        (("Tel.:", "+420 255 501 421", "+420255501421"),),
        "www.modrareka.example", ("Lipová 14", "120 00 Praha 2"), "CZ",
    ),
    Printed(
        "Ayşe Yıldız", "Satış Müdürü", "Gökkuşağı Yazılım A.Ş.", "ayse.yildiz@gokkusagi.example",
        (("GSM", "+90 532 555 01 42", "+905325550142"),),
        "www.gokkusagi.example", ("Çınar Sokak No: 8", "34330 Beşiktaş / İstanbul"), "TR",
    ),
    Printed(
        "Björn Åkesson", "Verkställande direktör", "Nordljus Energi AB", "bjorn.akesson@nordljus.example",
        (("Tfn", "+46 8 505 550 14", "+46850555014"), ("Mobil", "+46 70 555 01 42", "+46705550142")),
        "nordljus.example", ("Sveavägen 40", "111 34 Stockholm"), "SE",
    ),
    Printed(
        "Søren Kjærgaard", "Afdelingschef", "Havblik Shipping ApS", "sk@havblik.example",
        (("Direkte", "+45 32 55 01 42", "+4532550142"),),
        "www.havblik.example", ("Strandgade 27", "1401 København K"), "DK",
    ),
    Printed(
        "Willemijn van der Berg", "Senior Consultant", "Waterkant Advies B.V.", "w.vanderberg@waterkant.example",
        (("T", "+31 20 555 0142", "+31205550142"), ("M", "+31 6 1255 0142", "+31612550142")),
        "www.waterkant.example", ("Keizersgracht 101", "1015 CJ Amsterdam"), "NL",
    ),
    Printed(
        "Giulia Bianchi", "Responsabile Acquisti", "Officine Rinaldi S.r.l.", "g.bianchi@officinerinaldi.example",
        (("Tel", "+39 02 5550 1420", "+390255501420"), ("Cell", "+39 347 555 0142", "+393475550142")),
        "www.officinerinaldi.example", ("Via dei Mille 33", "20121 Milano MI"), "IT",
    ),
    Printed(
        "Fiona McDonald", "Chief Operating Officer", "Blue Kettle Inc.", "fiona@bluekettle.example",
        (("Direct", "(212) 555-0142", "+12125550142"), ("Cell", "(917) 555-0177", "+19175550177"), ("Fax", "(212) 555-0199", "")),
        "bluekettle.example", ("350 Fifth Avenue, Suite 4100", "New York, NY 10118"), "US",
    ),
    Printed(
        "Marcus O'Brien", "Vice President, Engineering", "Quillstone Systems LLC", "mobrien@quillstone.example",
        (("P:", "+1 415.555.0134", "+14155550134"),),
        "www.quillstone.example", ("500 Howard Street", "San Francisco, CA 94105"), "US",
    ),
    Printed(
        "Katharina Hofer-Lindner", "Wissenschaftliche Mitarbeiterin", "Institut für Gebirgsforschung",
        "katharina.hofer@gebirgsforschung.example",
        (("T", "+43 512 555 01 42", "+43512555 0142".replace(" ", "")),),
        "www.gebirgsforschung.example", ("Innrain 52", "6020 Innsbruck", "Österreich"), "AT",
    ),
    Printed(
        "Eeva Mäkinen", "Toimitusjohtaja", "Koivuranta Oy", "eeva.makinen@koivuranta.example",
        (("Puh.", "+358 9 555 0142", "+35895550142"), ("GSM", "+358 40 555 0142", "+358405550142")),
        "www.koivuranta.example", ("Mannerheimintie 15", "00260 Helsinki"), "FI",
    ),
    Printed(
        "Luca Baumann", "Rechtsanwalt", "Baumann & Partner AG", "baumann@baumannpartner.example",
        (("Telefon", "+41 44 555 01 42", "+41445550142"), ("Telefax", "+41 44 555 01 43", "")),
        "www.baumannpartner.example", ("Bahnhofstrasse 9", "8001 Zürich"), "CH",
    ),
    Printed(
        "Priya Raman", "Product Manager", "Northwind Robotics", "priya.raman@northwindrobotics.example",
        (("Mobile", "+91 98765 01420", "+919876501420"),),
        "northwindrobotics.example", ("4th Floor, Lotus Towers", "Bengaluru 560001", "India"), "IN",
    ),
    Printed(
        "Kenji Watanabe", "Sales Manager", "Hoshizora Electric Co., Ltd.", "watanabe.kenji@hoshizora.example",
        (("TEL", "+81-3-5550-1420", "+81355501420"), ("FAX", "+81-3-5550-1421", "")),
        "www.hoshizora.example", ("2-7-1 Marunouchi, Chiyoda-ku", "Tokyo 100-0005"), "JP",
    ),
    Printed(
        "Hannah Clarke", "Freelance Photographer", "Hannah Clarke Photography", "hello@hannahclarke.example",
        (("", "07700 900 142", "+447700900142"),),
        "hannahclarke.example", ("Studio 4, The Old Mill", "Bristol BS1 4ST"), "GB",
    ),
    Printed(
        "Chukwuemeka Okafor", "Managing Director", "Savanna Freight Services", "emeka.okafor@gmail.com",
        (("Mob", "+234 803 555 0142", "+2348035550142"),),
        "www.savannafreight.example", ("14 Marina Road", "Lagos"), "NG",
    ),
    Printed(
        "Ingrid Solberg", "Professor", "Universitetet i Fjordvik", "ingrid.solberg@uifjordvik.example",
        (("Tlf.", "+47 22 55 01 42", "+4722550142"), ("Mob.", "+47 912 55 014", "+4791255014")),
        "www.uifjordvik.example", ("Storgata 3", "5003 Bergen"), "NO",
    ),
    Printed(
        "Dariusz Nowak", "Specjalista ds. zakupów", "Huta Stalowa Góra S.A.", "dariusz.nowak@stalowagora.example",
        (("tel.", "+48 12 555 01 42", "+48125550142"), ("fax", "+48 12 555 01 43", "")),
        "www.stalowagora.example", ("ul. Kolejowa 18", "31-128 Kraków", "Polska"), "PL",
    ),
)  # fmt: skip
