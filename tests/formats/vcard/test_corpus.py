"""What real programs write, broken files included: every card counted, every line accounted for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wellkept.formats.person import Person
from wellkept.formats.vcard import looks_like, people, read, write
from wellkept.formats.vcard.cards import ReadCards
from wellkept.formats.vcard.people import to_person
from wellkept.formats.vcard.texts import plain

# What stands between words.
TAGS = re.compile(r"\W+")
# Properties that are no text of the person: what the card is, what is kept decoded, what became a label.
STRUCTURE = {"VERSION", "X-ABLABEL", "AGENT", "LABEL", "PHOTO", "KIND", "X-ADDRESSBOOKSERVER-KIND"}


@pytest.fixture(scope="module")
def files(corpora: Path) -> list[Path]:
    return sorted(path for path in (corpora / "vcard").rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def cards(files: list[Path]) -> dict[Path, ReadCards]:
    return {path: read(path.read_bytes()) for path in files}


def test_every_card_of_every_file_is_counted(cards: dict[Path, ReadCards]) -> None:
    all_cards = [card for found in cards.values() for card in found.cards]
    assert len(cards) == 382
    assert len([card for card in all_cards if not card.agent_of]) == 431
    assert len(all_cards) == 434


def test_each_file_holds_as_many_cards_as_it_says(cards: dict[Path, ReadCards]) -> None:
    for path, found in cards.items():
        assert len(found.cards) == len(re.findall(rb"(?i)begin:vcard", path.read_bytes())), path


def test_every_file_is_recognised(files: list[Path]) -> None:
    assert [path for path in files if not looks_like(path.read_bytes())] == []


def test_every_line_is_in_a_property_or_kept_unread(cards: dict[Path, ReadCards]) -> None:
    for path, found in cards.items():
        lines = [prop.line for card in found.cards for prop in card.properties]
        lines += [line for card in found.cards for line in card.unread]
        held = _bare(" ".join(lines + found.stray))
        for raw in re.split(rb"[\r\n]+", path.read_bytes()):
            line = _bare(raw.removesuffix(b"=").decode("ascii", "ignore"))
            if not re.fullmatch(r"(?i)(AGENT:)?(BEGIN|END):VCARD", line):
                assert line in held or _inside_an_agent(line, found), (path, line)


def _bare(text: str) -> str:
    """Text without blanks, line breaks and what is not ASCII, which folding may have cut in two."""
    return re.sub(r"\s|\\n|[^\x00-\x7f]", "", text)


def _inside_an_agent(line: str, found: ReadCards) -> bool:
    """Whether a line is part of a card that stands in a value, whose text is the lines of that card."""
    texts = [_bare(plain(prop.line)) for card in found.cards for prop in card.properties if prop.name == "AGENT"]
    return any(_bare(plain(line)) in text for text in texts)


def test_every_property_is_in_the_person_or_in_its_extras(cards: dict[Path, ReadCards]) -> None:
    lost: list[tuple[str, str]] = []
    for path, found in cards.items():
        for row, card in enumerate(found.cards, 1):
            person = to_person(card, row)
            extras = set(person.extras)
            told = _told(person)
            for prop in card.properties:
                if prop.line in extras or prop.name in STRUCTURE:
                    continue
                if prop.name in {"BDAY", "ANNIVERSARY", "X-ANNIVERSARY", "X-ABDATE", "X-KADDRESSBOOK-X-ANNIVERSARY"}:
                    assert person.dates or not prop.value.strip()
                    continue
                words = TAGS.split(plain(prop.value, letters=card.version != "2.1" or not prop.quoted_printable))
                lost += [(path.name, prop.line[:80]) for word in words if word.lower() not in told][:1]
    assert lost == []


def _told(person: Person) -> str:
    """All a person says, without the escapes of its notation."""
    return re.sub(r"\\[nrt]", " ", repr(person)).replace("\\'", "'").lower() + " tel ext mailto home work x-apple "


def test_every_unread_line_is_reported(cards: dict[Path, ReadCards]) -> None:
    for path, found in cards.items():
        for card in found.cards:
            assert len(card.unread) <= len(card.problems), path


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_what_was_read_is_the_same_when_it_was_written_and_read_again(files: list[Path], version: str) -> None:
    for path in files:
        for person in people(path.read_bytes()):
            [again] = people(write(person, version).encode())
            first, second = _comparable(person), _comparable(again)
            assert first == second, (path, {k: (first[k], second[k]) for k in first if first[k] != second[k]})


def _comparable(person: Person) -> dict[str, object]:
    ours = ("VERSION", "PRODID")
    fields = {name: getattr(person, name) for name in Person.__dataclass_fields__ if name not in {"row", "problems"}}
    fields["extras"] = sorted(line for line in person.extras if not line.upper().startswith(ours))
    fields["links"] = sorted(person.links, key=lambda link: link.value)
    return fields


@pytest.mark.parametrize(
    ("part", "name", "email", "phone"),
    [
        ("libebook/vcard/1.vcf", "Frank Dawson", "Frank_Dawson@Lotus.com", "+1-919-676-9515"),
        ("src/thebat.vcf", "Piotr Iksiński", "piotr.iksinski@somedomain.com", ""),
        ("src/johndoe.vcf", "John Doë", "roundcube@gmail.com", "+123456789"),
        ("Outlook2007.txt", "Mr. David John Pinch", "dave@thoughtproject.com", "800-929-5805"),
        ("UnicodeNameSample.txt", "陈丽君", "", "18777777719"),
        ("allfields-vcard3.vcf", "Ämi Display", "private@example.com", "+49 1234 56788"),
        ("libebook/vcard/12.vcf", "Michael Brüning", "ext-Michael.Bruning@nokia.com", "+491622433834"),
        ("vcardImport/XAbLabel.vcf", "Max Mustermann", "special@maxmu.de", ""),
    ],
)
def test_programs_of_many_kinds_are_read_right(files: list[Path], part: str, name: str, email: str, phone: str) -> None:
    [path] = [path for path in files if path.as_posix().endswith(part)]
    person = next(people(path.read_bytes()))
    assert person.name.display == name
    assert [value.value for value in person.emails][:1] == ([email] if email else [])
    assert [value.value for value in person.phones][:1] == ([phone] if phone else [])
