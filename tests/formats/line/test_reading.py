"""Lines as people type them, against what a careful reader makes of them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.line.scoring import samples, score
from wellkept.formats.line import LONGEST, TooLong, parse

TUESDAY = date(2026, 11, 24)
WORDS = st.sampled_from(
    "met Ana Souza (Acme, CTO) at PyCon yesterday , . ; : next Friday by 03/04 31.12. 29 February her birthday is 99/99 send him the deck"
    " ping in 999 weeks ago via Tom and und am 3. Mai el le de la 2 kids looking for hace tres dias ? ! ( ) 🎂 田中 +1 415 555 0132 a@b.example".split(
        " "
    )
)


@pytest.fixture(scope="module")
def scored():
    return score(samples())


def test_english_lines_are_read_exactly(scored):
    assert scored.share("en") >= 0.85, scored.wrong


@pytest.mark.parametrize("language", ["de", "es", "fr", "pt"])
def test_lines_in_other_languages_are_read_exactly(scored, language):
    assert scored.share(language) >= 0.60, scored.wrong


def test_what_is_read_wrongly_is_marked_as_unsure(scored):
    assert scored.silent_share <= 0.03, scored.wrong


def test_the_line_of_the_documentation_is_read():
    line = parse(
        "met Ana Souza (Acme, head of data) at PyCon yesterday, two kids, loves climbing, send her the deck by Friday, ping in 2 weeks, via Tom",
        today=TUESDAY,
    )

    assert line.as_json() == {
        "contacts": [
            {"name": "Ana Souza", "organization": "Acme", "title": "head of data", "emails": [], "phones": [], "location": None, "match": None}
        ],
        "interaction": {"kind": "met", "on": "2026-11-23", "event": "PyCon"},
        "facts": ["two kids", "loves climbing"],
        "occasions": [],
        "promises": [{"by": "me", "text": "send her the deck", "due": "2026-11-27"}],
        "introduced_by": "Tom",
        "follow_up_on": "2026-12-08",
        "needs": [],
        "offers": [],
        "unsure": [],
    }  # fmt: skip


def test_the_words_that_each_part_came_from_are_given():
    line = parse("met Ana Souza (Acme) yesterday, send her the deck by Friday", today=TUESDAY)

    assert {(span.field, line.text[span.start : span.end]) for span in line.spans} == {
        ("interaction.kind", "met"),
        ("contacts.0.name", "Ana Souza"),
        ("contacts.0.organization", "Acme"),
        ("interaction.on", "yesterday"),
        ("promises.0.text", "send her the deck by Friday"),
        ("promises.0.due", "Friday"),
    }


def test_what_must_be_asked_comes_with_its_field_and_what_it_could_mean():
    line = parse("met Ana 03/04", today=TUESDAY)

    (doubt,) = line.doubts
    assert (doubt.words, doubt.field, doubt.candidates) == ("03/04", "interaction.on", ("2026-03-04", "2026-04-03"))
    assert line.interaction.on is None


def test_names_of_the_network_help_where_a_name_ends():
    line = parse("lunch with ana maria souza torres bakery talk", today=TUESDAY, known=["Ana Maria Souza"])

    assert line.contacts[0].name == "Ana Maria Souza"


def test_a_letter_is_refused_as_a_line():
    with pytest.raises(TooLong, match="10,000 characters"):
        parse("x" * 10_000, today=TUESDAY)


@pytest.mark.parametrize(
    "word", ["a ", "my friend ", "met Ana, ", "(", "1 ", "next Friday or ", "is is ", "' - ", "e e a "]
)
def test_a_row_of_one_word_comes_to_an_end(word):
    assert parse((word * LONGEST)[:LONGEST], today=TUESDAY).text


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=30).map(" ".join)),
    st.sampled_from(["", "US", "DE", "XX"]),
)
def test_any_text_is_read_without_an_error_and_its_places_lie_within_it(text, region):
    line = parse(text, today=TUESDAY, region=region)

    for part in [*line.spans, *line.doubts]:
        assert 0 <= part.start < part.end <= len(line.text)
    days = [line.follow_up_on, line.interaction and line.interaction.on, *(promise.due for promise in line.promises)]
    assert all(1900 <= day.year <= 2110 for day in days if day)
    assert all(doubt.words in line.text for doubt in line.doubts)
    assert line.as_json()["unsure"] == list(line.unsure)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join), st.text(" \t\n", max_size=4))
def test_blanks_around_a_line_change_nothing(text, blanks):
    assert parse(blanks + text + blanks, today=TUESDAY) == parse(text, today=TUESDAY)
