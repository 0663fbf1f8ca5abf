"""One contract for every source of people: recognised, previewed, run, accounted for; again adds nothing; newer updates."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from tests.domain.exchange.conftest import ANA, BRUNO, CHEN, connections
from tests.formats.monica.account import account, contact
from tests.formats.monica.as_json import to_json
from wellkept.domain.contacts.models import Contact
from wellkept.domain.exchange.contract import Outcome
from wellkept.domain.exchange.entries import bytes_of_path
from wellkept.domain.exchange.models import ImportRow, ImportRun, SourceRecord
from wellkept.domain.exchange.previewing import preview_upload
from wellkept.domain.exchange.uploading import receive
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.formats import jcard, vcard


@dataclass(frozen=True)
class Sample:
    """Three people; in the newer file Ana has another job, Chen is gone and somebody is new."""

    kind: str
    name: str
    first: str
    newer: str
    turned: str = ""  # the first file with its rows in another order; a table's are turned by the test


def cards(*people: tuple[str, str, str, str]) -> str:
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{given.lower()}\r\nFN:{given} {family}\r\nN:{family};{given};;;\r\n"
        f"EMAIL:{given.lower()}@example.org\r\nORG:{organization}\r\nTITLE:{title}\r\nEND:VCARD\r\n"
        for given, family, organization, title in people
    )


def jcards(*people: tuple[str, str, str, str]) -> str:
    return json.dumps([jcard.of_card(card) for card in vcard.read(cards(*people).encode()).cards])


def ldif(*people: tuple[str, str, str, str]) -> str:
    return "".join(
        f"dn: cn={given} {family},mail={given.lower()}@example.org\nobjectclass: person\ngivenName: {given}\nsn: {family}\n"
        f"cn: {given} {family}\nmail: {given.lower()}@example.org\no: {organization}\ntitle: {title}\n\n"
        for given, family, organization, title in people
    )


def monica(*people: tuple[str, str, str, str]) -> str:
    contacts = [
        contact(number, given, family, job=title, company=organization)
        for given, family, organization, title in people
        for number in [sum(map(ord, given))]
    ]
    empty = dict.fromkeys(account(), ())
    fields = [
        {"contact": each["id"], "type": "Email", "data": f"{each['first_name'].lower()}@example.org"}
        for each in contacts
    ]
    user = {"first_name": "", "last_name": "", "email": ""}
    return to_json({**empty, "user": user, "contacts": contacts, "fields": fields}).decode()


ANA_THEN = ("Ana", "Souza", "Blue Kettle GmbH", "Engineer")
ANA_NOW = ("Ana", "Souza", "Red River Ltd", "Head of Wells")
OTHERS = [("Bruno", "Keller", "Quiet Mills", "Buyer"), ("Chen", "Wei", "Deep Stone", "Analyst")]
DORA = ("Dora", "Lund", "Far Field", "Pilot")
FIRST = [ANA_THEN, *OTHERS]
NEWER = [ANA_NOW, OTHERS[0], DORA]


def table(header: str, line: str, people) -> str:
    rows = (
        line.format(given=g, family=f, organization=o, title=t, email=f"{g.lower()}@example.org")
        for g, f, o, t in people
    )
    return "\n".join([header, *rows]) + "\n"


GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,"
    "File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value",
    "{given},,{family},,,,,,,,{organization},{title},,,,,* myContacts,* Work,{email}",
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Phone,"
    "Mobile Phone,E-mail Address,E-mail Type,E-mail Display Name,Notes,Web Page",
    ",{given},,{family},,{organization},,{title},,,,,{email},SMTP,,,",
)
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Organization,Job Title",
    "{given},{family},{given} {family},,{email},,{organization},{title}",
)
MAPPED = ("Person;Employer;Role;Mail", "{given} {family};{organization};{title};{email}")
ANA_MOVED = "Ana,Souza,https://www.linkedin.com/in/ana-souza,ana@example.org,Red River Ltd,Head of Wells,04 Mar 2019"
DORA_ROW = "Dora,Lund,https://www.linkedin.com/in/dora-lund,,Far Field,Pilot,07 Jun 2022"

SAMPLES = [
    Sample(
        "linkedin.connections",
        "Connections.csv",
        connections(ANA, BRUNO, CHEN),
        connections(ANA_MOVED, BRUNO, DORA_ROW),
    ),
    Sample("vcard", "people.vcf", cards(*FIRST), cards(*NEWER), cards(*reversed(FIRST))),
    Sample("jcard", "people.json", jcards(*FIRST), jcards(*NEWER), jcards(*reversed(FIRST))),
    Sample("ldif", "book.ldif", ldif(*FIRST), ldif(*NEWER), ldif(*reversed(FIRST))),
    Sample("monica", "monica.json", monica(*FIRST), monica(*NEWER), monica(*reversed(FIRST))),
    Sample("google", "contacts.csv", table(*GOOGLE, FIRST), table(*GOOGLE, NEWER)),
    Sample("outlook", "outlook.csv", table(*OUTLOOK, FIRST), table(*OUTLOOK, NEWER)),
    Sample("thunderbird", "export.csv", table(*THUNDERBIRD, FIRST), table(*THUNDERBIRD, NEWER)),
    Sample("mapped", "other.csv", table(*MAPPED, FIRST), table(*MAPPED, NEWER)),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.kind)
class TestEverySource:
    def test_it_is_recognised_and_previewed_without_writing(self, sample, network, ada, tmp_path):
        path = tmp_path / sample.name
        path.write_text(sample.first)
        (run,) = receive(network=network, path=path, name=sample.name, by=ada)
        preview_upload(runs=[run])
        assert run.kind == sample.kind
        assert run.rows == 3
        assert run.options["preview"]["counts"] == {"added": 3}
        assert [row["label"] for row in run.options["preview"]["first"]] == ["Ana Souza", "Bruno Keller", "Chen Wei"]
        assert "Blue Kettle GmbH" in run.options["preview"]["first"][0]["detail"]
        assert not Contact.objects.filter(is_me=False).exists()
        assert not Act.objects.exists()

    def test_every_row_is_accounted_for(self, sample, bring_one):
        report = bring_one(sample.name, sample.first)
        assert (report.kind, report.rows, report.added) == (sample.kind, 3, 3)
        rows = list(ImportRow.objects.order_by("number"))
        assert [(row.number, row.outcome, row.label) for row in rows] == [
            (1, "added", "Ana Souza"),
            (2, "added", "Bruno Keller"),
            (3, "added", "Chen Wei"),
        ]
        ana = Contact.objects.get(given="Ana")
        assert rows[0].contact == ana
        assert str(ana.positions.get()) == "Engineer · Blue Kettle GmbH"
        assert ana.emails.get().address == "ana@example.org"

    def test_the_same_file_again_changes_nothing(self, sample, bring_one):
        bring_one(sample.name, sample.first)
        acts = Act.objects.count()
        report = bring_one(sample.name, sample.first)
        assert (report.rows, report.unchanged) == (3, 3)
        assert Act.objects.count() == acts
        assert Contact.objects.filter(is_me=False).count() == 3

    def test_its_rows_in_another_order_change_nothing(self, sample, bring_one):
        bring_one(sample.name, sample.first)
        lines = sample.first.splitlines()
        turned = sample.turned or "\r\n".join([*lines[:-3], *reversed(lines[-3:])])
        report = bring_one(sample.name, turned)
        assert (report.rows, report.unchanged) == (3, 3)

    def test_a_newer_file_keeps_the_past_job_and_tells_who_is_missing(self, sample, bring_one):
        bring_one(sample.name, sample.first)
        report = bring_one(sample.name, sample.newer)
        assert (report.added, report.merged, report.unchanged) == (1, 1, 1)
        ana = Contact.objects.get(given="Ana")
        jobs = {str(position): position.current for position in ana.positions.all()}
        assert jobs == {"Engineer · Blue Kettle GmbH": False, "Head of Wells · Red River Ltd": True}
        assert Contact.objects.filter(given="Chen").exists()
        assert ImportRun.objects.latest("pk").missing == 1
        assert ImportRow.objects.get(outcome=Outcome.MISSING).label == "Chen Wei"

    def test_what_the_user_wrote_is_never_overwritten(self, sample, bring_one, network, ada):
        bring_one(sample.name, sample.first)
        ana = Contact.objects.get(given="Ana")
        with acting(ada, network, "edit", summary="Renamed") as act:
            act.edit(ana, display="Ana of the Wells", nickname="Annie")
            act.edit(ana.positions.get(), title="Chief Engineer")
        bring_one(sample.name, sample.newer)
        ana.refresh_from_db()
        assert (ana.display, ana.nickname) == ("Ana of the Wells", "Annie")
        assert ana.positions.filter(title="Chief Engineer").exists()

    def test_a_dry_run_reports_the_same_and_writes_nothing(self, sample, bring_one):
        would = bring_one(sample.name, sample.first, dry_run=True)
        assert not Contact.objects.filter(is_me=False).exists()
        assert not ImportRun.objects.exists()
        did = bring_one(sample.name, sample.first)
        assert would.as_json() == did.as_json()

    def test_reading_the_same_bytes_twice_gives_the_same_units(self, sample, network, ada, tmp_path):
        from wellkept.domain.exchange.sources import source_of

        path = tmp_path / sample.name
        path.write_text(sample.first)
        readings = [source_of(sample.kind).read(bytes_of_path(path), {}) for _ in range(2)]
        keys = [[unit.value.key for unit in reading.units] for reading in readings]
        assert keys[0] == keys[1]
        assert len(set(keys[0])) == 3

    def test_another_network_is_left_alone(self, sample, bring_one, ben):
        from tests.cast import network_of
        from wellkept.domain.accounts.tenancy import inside

        bring_one(sample.name, sample.first)
        with inside(network_of(ben)):
            assert not Contact.objects.filter(is_me=False).exists()
            assert not SourceRecord.objects.exists()


def test_a_file_taken_before_says_nothing_new_even_after_another_said_otherwise(bring_one):
    then, now = connections(ANA, BRUNO), connections(ANA_MOVED, BRUNO)
    bring_one("Connections.csv", then)
    bring_one("Connections.csv", now)
    acts = Act.objects.count()
    report = bring_one("Connections.csv", then)
    assert (report.rows, report.unchanged) == (2, 2)
    assert Act.objects.count() == acts
    assert str(Contact.objects.get(given="Ana").positions.get(current=True)) == "Head of Wells · Red River Ltd"


def test_somebody_who_stands_twice_in_a_file_is_one_contact(bring_one):
    twice = ANA.replace("Engineer", "Chief Engineer")
    report = bring_one("Connections.csv", connections(ANA, twice, ANA))
    assert (report.added, report.merged, report.unchanged) == (1, 2, 0)
    assert Contact.objects.filter(is_me=False).count() == 1
    again = bring_one("Connections (2).csv", connections(twice, ANA, ANA))
    assert (again.rows, again.unchanged) == (3, 3)
