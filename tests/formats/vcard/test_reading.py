"""Lines, charsets, parameters and cards as programs get them wrong. All people here are invented."""

from __future__ import annotations

import pytest

from wellkept.formats.vcard import Card, looks_like, read


def card(*lines: str | bytes) -> Card:
    body = b"\r\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    found = read(b"BEGIN:VCARD\r\n" + body + b"\r\nEND:VCARD\r\n")
    assert len(found.cards) == 1
    return found.cards[0]


def value(name: str, *lines: str | bytes) -> str:
    prop = card(*lines).first(name)
    assert prop is not None
    return prop.value


def test_a_folded_line_is_joined_without_its_first_blank() -> None:
    assert value("NOTE", "NOTE:a long", "  story", "\t told") == "a long story told"


def test_a_character_folded_in_its_middle_is_put_together() -> None:
    assert value("NOTE", b"NOTE:M\xc3", b" \xbcller") == "Müller"


def test_a_soft_line_break_in_quoted_printable_is_joined() -> None:
    lines = ("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=", "=C3=9Fe: bis morgen")
    assert value("NOTE", *lines) == "Grüße: bis morgen"


def test_a_soft_line_break_at_the_end_does_not_swallow_the_card() -> None:
    assert value("NOTE", "NOTE;QUOTED-PRINTABLE:so far=") == "so far"


def test_an_encoded_semicolon_does_not_part_a_name() -> None:
    assert value("N", "N;QUOTED-PRINTABLE:Well=3B Kept;Ada") == r"Well\; Kept;Ada"


def test_bare_parameters_are_types_and_encodings() -> None:
    [tel, photo] = card("TEL;CELL;PREF:+1 555 0100", "PHOTO;JPEG;BASE64:/9j/4AAQ").properties
    assert tel.types == ("CELL", "PREF")
    assert photo.base64
    assert photo.types == ("JPEG",)


def test_quoted_types_are_several_and_quoted_colons_no_end() -> None:
    [tel, adr] = card(
        'TEL;TYPE="voice,home":+1 555 0100', "ADR;LABEL=\"c/o: Ada^nRoad 1^^2 ^'x^'\":;;Road 1"
    ).properties
    assert tel.types == ("voice", "home")
    assert adr.params["LABEL"] == ('c/o: Ada\nRoad 1^2 "x"',)


def test_quotes_with_backslashes_are_quotes() -> None:
    [adr] = card(r"ADR;LABEL=\"Road 1, Town\":;;Road 1").properties
    assert adr.params["LABEL"] == ("Road 1, Town",)


def test_quotes_that_are_not_closed_end_at_the_first_colon() -> None:
    assert value("NOTE", 'NOTE;X="open:text') == "text"


def test_a_group_and_its_label_keep_their_group() -> None:
    [email, label] = card("item1.EMAIL:ada@example.org", "item1.X-ABLabel:_$!<Work>!$_").properties
    assert (email.group, email.name, label.group, label.name) == ("item1", "EMAIL", "item1", "X-ABLABEL")


def test_names_with_spaces_and_slashes_are_names() -> None:
    names = [prop.name for prop in card("X-GOOGLE TALK:ada", "X-messaging/xmpp-All:ada@example.org").properties]
    assert names == ["X-GOOGLE TALK", "X-MESSAGING/XMPP-ALL"]


def test_base64_on_lines_without_a_fold_is_joined() -> None:
    found = card("PHOTO;ENCODING=BASE64:", "/9j/4AAQ", "SkZJRgAB", "", "FN:Ada Example")
    assert found.properties[0].value == "/9j/4AAQSkZJRgAB"
    assert [prop.name for prop in found.properties] == ["PHOTO", "FN"]


def test_a_line_that_is_no_property_is_kept_and_reported() -> None:
    found = card("FN:Ada Example", "# made by hand", "TEL:+1 555 0100")
    assert found.unread == ["# made by hand"]
    assert "# made by hand" in found.problems[0].message


def test_a_note_that_runs_on_without_a_fold_is_one_note_and_reported() -> None:
    found = card("NOTE:first", "second", "third")
    assert found.properties[0].value == r"first\nsecond\nthird"
    assert len(found.problems) == 2


def test_a_card_without_end_ends_where_the_next_begins() -> None:
    found = read(b"BEGIN:VCARD\nFN:Ada\nBEGIN:VCARD\nFN:Ben\n")
    assert [c.properties[0].value for c in found.cards] == ["Ada", "Ben"]
    assert all(c.problems for c in found.cards)


def test_lines_outside_any_card_are_kept_and_reported() -> None:
    found = read(b"hello\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\nEND:VCARD\n")
    assert found.stray == ["hello", "END:VCARD"]
    assert len(found.cards) == 1
    assert "2 lines" in found.problems[0].message


@pytest.mark.parametrize(
    "agent",
    [
        "AGENT:\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n",
        "AGENT:BEGIN:VCARD\n FN:Ben\n END:VCARD\n",
        "AGENT:BEGIN:VCARD\\nFN:Ben\\nEND:VCARD\\n\n",
    ],
)
def test_the_card_of_an_agent_is_a_card_of_its_own(agent: str) -> None:
    found = read(f"BEGIN:VCARD\nFN:Ada\n{agent}TEL:+1 555 0100\nEND:VCARD\n".encode())
    assert [c.first("FN").value for c in found.cards] == ["Ada", "Ben"]  # type: ignore[union-attr]
    assert [c.agent_of for c in found.cards] == [0, 1]
    assert found.cards[0].first("TEL") is not None
    assert found.problems == []


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_kind_of_line_end_is_read(ending: str) -> None:
    text = ending.join(["BEGIN:VCARD", "FN:Ada", "TEL:+1 555 0100", "END:VCARD", ""])
    assert [prop.name for prop in read(text.encode()).cards[0].properties] == ["FN", "TEL"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(charset: str) -> None:
    data = "BEGIN:VCARD\r\nFN:Zoë 陈\r\nEND:VCARD\r\n\r\n".encode(charset)
    assert looks_like(data)
    assert read(data).cards[0].properties[0].value == "Zoë 陈"


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("cp1252", "Renée Müller"),
        ("cp932", "山田太郎"),
        ("cp1251", "Анна Примерова"),
        ("cp1250", "Łucja Przykładańska"),
    ],
)
def test_a_charset_nobody_names_is_guessed_and_the_guess_reported(charset: str, name: str) -> None:
    found = read(b"BEGIN:VCARD\nFN:" + name.encode(charset) + b"\nEND:VCARD\n")
    assert found.cards[0].properties[0].value == name
    assert charset in found.problems[0].message
    assert charset in found.cards[0].problems[0].message


def test_a_charset_that_is_named_is_believed_where_it_holds() -> None:
    found = card(b"FN;CHARSET=windows-1252:Zo\xeb", b"N;CHARSET=SHIFT_JIS:\x8eR\x93c", "NOTE;CHARSET=latin1:Zoë")
    assert [prop.value for prop in found.properties] == ["Zoë", "山田", "Zoë"]
    assert found.problems == []


def test_a_backslash_inside_a_japanese_character_is_no_escape() -> None:
    assert value("FN", b"FN;CHARSET=SHIFT_JIS:\x95\x5c\x8eR") == "表山"


def test_a_charset_of_seven_bits_is_decoded() -> None:
    assert value("FN", b"FN;CHARSET=ISO-2022-JP:" + "山田".encode("iso-2022-jp")) == "山田"


def test_what_holds_no_card_looks_like_none() -> None:
    assert not looks_like(b"First Name,Last Name\nAda,Example\n")
    assert read(b"").cards == []


HOSTILE = {
    "a long line": b"NOTE:" + b"x" * 3_000_000,
    "quotes": b"X;A=" + b'"' * 300_000 + b":x",
    "quoted colons": b"X;A=" + b'":' * 150_000,
    "semicolons": b"N:" + b";" * 300_000,
    "parameters": b"X" + b";A=b" * 100_000 + b":x",
    "beginnings": b"BEGIN:VCARD\n" * 30_000,
    "agents": b"AGENT:\nBEGIN:VCARD\n" * 20_000,
    "agents on their line": b"AGENT:BEGIN:VCARD\n" * 20_000,
    "agents in a value": b"AGENT:BEGIN:VCARD" + rb"\nAGENT:BEGIN:VCARD" * 20_000,
    "notes running on": b"NOTE:a" + b"\nb c" * 60_000,
    "bare base64": b"PHOTO;BASE64:" + b"A" * 300_000 + b"\nAAAA" * 60_000,
    "carriage returns": b"NOTE:" + b"\r" * 1_000_000,
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_input_is_read_to_its_end(attack: str) -> None:
    """Sized so that work that grew with the square of the input would be noticed as a test that does not end."""
    found = read(b"BEGIN:VCARD\n" + HOSTILE[attack])
    assert found.cards
    assert found.cards[0].problems
