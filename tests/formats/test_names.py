"""Names taken apart, put together and compared."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wellkept.formats.names import (
    display_name,
    fold,
    initials,
    parse_name,
    sort_key,
    tidy,
    undecorated,
)
from wellkept.formats.person import Name


@pytest.mark.parametrize(
    ("text", "display", "given_name", "family"),
    [
        ("Ana Souza", "Ana Souza", "Ana", "Souza"),
        ("van den Berg, Zoë", "Zoë van den Berg", "Zoë", "van den Berg"),
        ("SOUZA, ANA", "ANA SOUZA", "ANA", "SOUZA"),
        ("Ana Souza, PhD 🚀", "Ana Souza", "Ana", "Souza"),
        ("Ana Souza (She/Her)", "Ana Souza", "Ana", "Souza"),
        ("✨ Ana Souza ✨ | Speaker | Author", "Ana Souza", "Ana", "Souza"),
        ("𝐀𝐧𝐚 𝐒𝐨𝐮𝐳𝐚", "Ana Souza", "Ana", "Souza"),
        ("Dr. Ana Souza MBA, PMP®", "Dr. Ana Souza", "Ana", "Souza"),
        ("Souza, Ana, PhD", "Ana Souza", "Ana", "Souza"),
        ("Ana Souza - Talent Partner Lead", "Ana Souza", "Ana", "Souza"),
        ("Ana Souza (née Lima)", "Ana Souza (née Lima)", "Ana", "Souza"),
        ("Jack Ma", "Jack Ma", "Jack", "Ma"),
        ("Ma, Jack", "Jack Ma", "Jack", "Ma"),
        ("King", "King", "King", ""),
        ("Müller, Hans-Peter", "Hans-Peter Müller", "Hans-Peter", "Müller"),
        ("李明", "李明", "", ""),
        ("山田 太郎", "山田 太郎", "太郎", "山田"),
        ("김민수", "김민수", "민수", "김"),
        ("マイケル・スミス", "マイケル・スミス", "マイケル", "スミス"),
        ("محمد أحمد", "محمد أحمد", "محمد", "أحمد"),
        ("عبد الله أحمد", "عبد الله أحمد", "عبد الله", "أحمد"),
        ("Иванов Иван Петрович", "Иванов Иван Петрович", "Иван", "Иванов"),
        ("Анна Петрова", "Анна Петрова", "Анна", "Петрова"),
        ("🚀", "🚀", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(text: str, display: str, given_name: str, family: str) -> None:
    name = parse_name(text)
    assert (name.display, name.given, name.family) == (display, given_name, family)


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("Ana Souza, PhD, MBA", "PhD, MBA"),
        ("Ana Souza, SHRM-CP, CSPO", "SHRM-CP, CSPO"),
        ("Ana Souza, M.D.", "M.D."),
        ("Ana Souza CPA", "CPA"),
        ("Bruno Smith, Jr.", "Jr."),
        ("Smith, Jr., Bruno", "Jr."),
        ("Ana Souza, XYZ-9, open to work", "XYZ-9"),
    ],
)
def test_credentials_become_the_suffix(text: str, suffix: str) -> None:
    name = parse_name(text)
    assert (name.suffix, name.family) == (
        suffix,
        text.replace(",", "").split()[0 if text[0] == "S" else 1],
    )


def test_nicknames_and_titles_have_their_own_places() -> None:
    assert parse_name('Roberto "Beto" Lima').nickname == "Beto"
    assert parse_name("Prof. Dr. Hans Müller").prefix == "Prof. Dr."


def test_what_was_cut_off_is_handed_back() -> None:
    cut = undecorated("Ana Souza (she/her), PhD | Speaker")
    assert (cut.text, cut.pronouns, cut.suffix, cut.rest) == (
        "Ana Souza",
        "she/her",
        "PhD",
        "Speaker",
    )


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Straße", "strasse"), ("Łódź", "lodz"), ("Øystein ĐORĐE", "oystein dorde"), ("  Ana\u00a0 SOUZA ", "ana souza"),
     ("O’Neil", "o'neil"), ("İstanbul", "istanbul"), ("が", "が"), ("김민수", "김민수"), ("Ανδρέας", "ανδρεασ"),
     ("أحمد", "احمد"), ("Ærø", "aero"), ("Zoe\u0308", "zoe")],
)  # fmt: skip
def test_folding_forgets_case_and_accents_only(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_tidying_keeps_the_joiners_that_letters_need() -> None:
    assert tidy("نی\u200cما\u200b") == "نی\u200cما"
    assert tidy("A\u200dna\ufeff\n Souza") == "Ana Souza"


@pytest.mark.parametrize(
    ("name", "letters"),
    [(Name(given="Ana", family="van Souza"), "AS"), (Name(display="Ana"), "A"), ("ana souza, PhD", "AS"), ("Souza, Ana", "AS"),
     ("李明", "李"), (Name(display="李 明", given="明", family="李"), "李"), ("", ""), ("🚀", ""), (Name(given="Ée"), "É")],
)  # fmt: skip
def test_initials_fit_a_badge(name: Name | str, letters: str) -> None:
    assert initials(name) == letters


def test_a_name_in_parts_is_put_together() -> None:
    assert display_name(Name(given="Ana", additional="M.", family="Souza", prefix="Dr.")) == "Ana M. Souza"
    assert display_name(Name(given="太郎", family="山田")) == "山田太郎"
    assert display_name(Name(nickname="Beto")) == "Beto"
    assert display_name(Name()) == ""


def test_names_sort_by_family_name_without_accents() -> None:
    names = [
        Name(given="Zoë", family="Ödön"),
        Name(given="Ana", family="Oz"),
        Name(display="olga"),
    ]
    assert [n.given or n.display for n in sorted(names, key=sort_key)] == [
        "Zoë",
        "olga",
        "Ana",
    ]


@given(st.text(max_size=80))
@example("0A,㐀")  # a comma, and a Han letter behind it alone
def test_no_text_makes_the_name_reader_stumble(text: str) -> None:
    name = parse_name(text)
    assert len(initials(name)) <= 3
    assert isinstance(sort_key(name), str)
    if any(c.isalpha() for c in tidy(text)):
        assert name.display


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
