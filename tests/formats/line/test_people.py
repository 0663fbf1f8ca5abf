"""Another name or another firm in a line changes nothing but the name."""

import json
import random
import re

import pytest

from tests.formats.line.scoring import read, samples, wrong_fields

FIRST = "Amara Bogdan Chidi Dagny Eszter Farouk Greta Hamza Ilse Jorge Katya Leilani Mateo Nkechi Oisin Priya Ravi Saoirse Tariq Ursula Viktor Wanjiru Xiomara Yusuf Zofia Rosemarie Dele Thandi Ayumi Soren".split()
FAMILY = "Abernathy Adeyemi Bergström Bianchi Brennan Castellano Chowdhury Dlamini Dubois Fischer García Haddad Ivanova Kamau Karlsson Kowalski Lindgren Mehta Nakamura Nguyen O'Brien Okafor Papadopoulos Petrov Quintero Ramírez Schneider Tanaka Virtanen Whitfield Yilmaz Zimmermann".split()
FIRMS = (
    "Northwind|Lumen Grid|Oak & Iron|Brightpath Health|Casa Verde|Quill|Fjord AS|Harbour Logistics|Sunrise Dental|Kestrel Rail|Vega Systems"
    "|Mistral Energy|Ledgerly|Halden Paper|BlueRiver|Nordlicht GmbH|Red Kite Theatre|Rift Valley Coffee|The Wool Shed|Larch Academy|Pixelbay"
).split("|")


@pytest.fixture(scope="module")
def rightly_read():
    return [
        sample
        for sample in samples()
        if sample["language"] == "en" and not wrong_fields(sample["expected"], read(sample))
    ]


def renamed(sample, dice):
    line, expected = sample["line"], json.dumps(sample["expected"], ensure_ascii=False)
    for contact in sample["expected"]["contacts"]:
        name = re.fullmatch(r"([A-Z][a-zà-ÿ]+) ([A-Z][\w'-]+)", contact["name"])
        if not name or contact["name"] not in line or "@" in line:
            continue
        first, family = dice.choice(FIRST), dice.choice(FAMILY)
        for old, new in ((contact["name"], f"{first} {family}"), (name[1], first)):
            line, expected = (re.sub(rf"\b{re.escape(old)}\b", new, text) for text in (line, expected))
    return dict(sample, line=line, expected=json.loads(expected))


def refirmed(sample, dice):
    line, expected = sample["line"], sample["expected"]
    for old in {one["organization"] for one in expected["contacts"] if one["organization"]}:
        elsewhere = json.dumps({**expected, "contacts": []}, ensure_ascii=False)
        if line.count(old) != 1 or not old[0].isupper() or f"{old}'s" in line or "@" in line or old in elsewhere:
            continue
        new = dice.choice(FIRMS)
        line = line.replace(old, new)
        contacts = [
            {**one, "organization": new if one["organization"] == old else one["organization"]}
            for one in expected["contacts"]
        ]
        expected = {**expected, "contacts": contacts}
    return dict(sample, line=line, expected=expected)


@pytest.mark.parametrize("changed", [renamed, refirmed])
def test_who_or_what_it_is_changes_nothing_of_how_a_line_is_read(changed, rightly_read):
    dice = random.Random(20261122)
    pairs = [(changed(sample, dice), sample) for sample in rightly_read]
    others = [other for other, sample in pairs if other["line"] != sample["line"]]

    wrong = [other["line"] for other in others if wrong_fields(other["expected"], read(other))]

    assert len(others) > 500
    assert len(wrong) <= len(others) / 100, wrong
