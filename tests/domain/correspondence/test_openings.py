"""An opening line is made of a true fact of this contact, and of nobody else's."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wellkept.domain.correspondence.known import Known, Pledge, Said, Shared
from wellkept.domain.correspondence.openings import candidates, opening, openings
from wellkept.domain.correspondence.phrases import nameless, would
from wellkept.domain.correspondence.writing import purpose_for

from .people import network_of_known

TODAY = date(2026, 11, 18)
DAYS = (date(2026, 5, 12), date(2026, 4, 2), date(2025, 12, 1))
ANA = {"contact": 1, "key": "a1", "display": "Ana Souza", "first_name": "Ana", "given": "Ana", "family": "Souza"}


def said(body="", kind="call", on=date(2026, 5, 12), direction="both", **more) -> Said:
    return Said(on, kind, direction, body, more.get("place", ""), more.get("sent", 0), more.get("received", 0))


def ana(**facts) -> Known:
    return Known(**{**ANA, **facts})


def line(known: Known, purpose="keep") -> str:
    return opening(known, purpose, TODAY).line


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_no_two_of_200_contacts_with_history_get_the_same_line(seed):
    people = network_of_known(seed, 200, TODAY)
    lines = openings([(person, purpose_for(person, TODAY)) for person in people], TODAY)
    bare = {nameless(each.line, person) for each, person in zip(lines, people, strict=True)}
    assert len(bare) == 200


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(["keep", "reconnect", "birthday", "promise_mine", "followup", "thanks"]))
def test_every_line_says_something_true_of_the_contact(seed, purpose):
    for person in network_of_known(seed, 30, TODAY):
        found = opening(person, purpose, TODAY)
        assert found.line.strip() and found.evidence.strip()
        assert "  " not in found.line and "None" not in found.line and "**" not in found.line and "](" not in found.line
        days = [each.on for each in person.said] + [each.made_on for each in person.pledges]
        facts = [f"{day.day} {day:%B}" for day in days] + [f"on {day:%A}" for day in days]
        facts += [person.organization or "-", "yesterday", "today"]
        assert any(fact in found.line for fact in facts), found.line


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_a_line_is_the_same_whenever_it_is_asked_for(seed):
    for person in network_of_known(seed, 20, TODAY):
        assert opening(person, "keep", TODAY) == opening(person, "keep", TODAY)


def test_the_same_lunch_gives_each_guest_another_line():
    table = [
        ana(contact=n, key=f"{n}", display="Ana Souza", said=(said("Talked about the fair.", "lunch"),))
        for n in range(6)
    ]
    lines = openings([(guest, "keep") for guest in table], TODAY)
    assert len({each.line for each in lines}) >= 5


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Talked about the move to Linz.", "about the move to Linz"),
        ("We **discussed** her new job at [Acme](https://acme.example), and she was tired.", "your new job at Acme"),
        ("Spoke about Ana's book", "your book"),
        ("Good chat on pricing for small customers; wants an offer", "pricing for small customers"),
    ],
)
def test_what_was_talked_about_is_put_in_the_readers_terms(body, words):
    assert words in line(ana(said=(said(body),)))


@pytest.mark.parametrize(
    "body",
    [
        "Talked about her divorce.",
        "She seems to be a bit slow and annoying in meetings",
        "He told me that they will fire him soon",
        "Wants a discount, keeps complaining about everything",
        "Sent the slides.",
        "Talked about Souza and her mother's illness",
    ],
)
def test_what_is_private_or_said_behind_a_back_is_left_out(body):
    text = line(ana(said=(said(body),)))
    for word in ("divorce", "slow", "fire", "discount", "slides", "illness", "mother", " she ", " he "):
        assert word not in text.lower()
    assert "12 May" in text


def test_only_their_own_words_are_quoted_as_theirs():
    talk = "Ada Quill: Hi Ana, would you join the panel in March?\n\nAna Souza: Hi Ada! I would love to talk about wells in March."
    text = line(ana(me_display="Ada Quill", me_first="Ada", said=(said(talk, "message", sent=1, received=1),)))
    assert "“I would love to talk about wells in March”" in text
    assert "you wrote" in text.lower()
    mine = line(
        ana(me_display="Ada Quill", said=(said("Ada Quill: Would you join the panel in March?", "message", sent=1),))
    )
    assert "I wrote" in mine and "you wrote" not in mine.lower()


def test_my_words_are_mine_under_another_name_and_a_third_persons_are_nobodys():
    alone = ana(
        me_display="Ada Quill", said=(said("Ada Byron-Lovelace: I am drawing the plan of the pump", "message", sent=1),)
    )
    assert "I wrote" in line(alone) and "note" not in line(alone)
    group = "Ada Byron: I am drawing the plan of the pump\n\nBo Far: It will be a very big pump indeed"
    assert "pump" not in line(ana(me_display="Ada Quill", said=(said(group, "message", sent=2),)))


def test_what_everybody_writes_is_quoted_of_nobody():
    talk = "Ana Souza: Thank you again for the thoughtful feedback.\n\nAna Souza: I look forward to your response at your earliest convenience."
    text = line(ana(said=(said(talk, "message", received=2),)))
    assert "“" not in text and "12 May" in text


def test_an_imported_invitation_is_no_note_of_mine():
    sent = Said(date(2026, 5, 12), "message", "mine", "We met at the Linz lecture on wells", "", 1, 0, "linkedin")
    assert "I wrote" in line(ana(said=(sent,))) and "noted" not in line(ana(said=(sent,)))
    bare = sent._replace(body="Invitation to connect, without a note.")
    assert "nvitation" not in line(ana(said=(bare,)))


def test_a_long_word_of_theirs_is_cut_at_a_words_end():
    talk = "Ana Souza: " + "perhaps we could meet at the waterworks " * 8
    text = line(ana(said=(said(talk, "message", received=1),)))
    quote = text.split("“")[1].split("”")[0]
    assert len(quote) <= 96 and quote.split()[-1] in "perhaps we could meet at the waterworks".split()


def test_a_promise_of_mine_is_named_with_its_day():
    promised = ana(pledges=(Pledge(1, "me", "I'll send her the plan", date(2026, 5, 12), None),))
    text = line(promised, "promise_mine")
    assert "send you the plan" in text and "12 May" in text


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("send her article", "send your article"),
        ("Send her the plan.", "send you the plan"),
        ("introduce him to Bruno", "introduce you to Bruno"),
        ("to call her", "call you"),
        ("The plan for the well", ""),
        ("send what she asked for", ""),
    ],
)
def test_a_promise_is_turned_to_the_reader_or_not_at_all(text, deed):
    assert would(text) == deed


def test_a_promise_of_theirs_is_asked_for_gently():
    promised = ana(pledges=(Pledge(1, "them", "send me the contract", date(2026, 5, 12), None),))
    text = line(promised, "promise_theirs")
    assert "send me the contract" in text and ("No hurry" in text or "easier" in text)


def test_somebody_never_spoken_to_is_not_told_of_a_talk():
    text = line(ana(connected_on=date(2021, 3, 3), organization="Hooli", title="Data Engineer"), "introduce")
    assert "3 March 2021" in text and "Hooli" in text
    assert "spoke" not in text and "talked about" not in text


def test_whoever_was_written_to_is_never_told_that_we_never_talked():
    talks = tuple(said("The Society is convening a panel next quarter", "message", on=day) for day in DAYS)
    known = ana(connected_on=date(2021, 3, 3), organization="Hooli", title="Data Engineer", said=talks)
    every = [each.line for each in candidates(known, "keep", TODAY)]
    assert any("3 March 2021" in each for each in every)
    assert not [each for each in every if "never" in each or "without ever" in each or "properly" in each]


def test_where_the_newest_talk_is_everybodys_an_older_one_is_recalled():
    def with_(key: str, older: str) -> Known:
        shared = said("Shall we look at the venue together on Monday morning?", "message", DAYS[0], "theirs")
        return ana(key=key, said=(shared, said(older, "message", DAYS[1], "theirs")), connected_on=date(2021, 3, 3))

    people = [with_(str(number), f"The pump in hall {number} is leaking again since Tuesday") for number in range(12)]
    lines = [each.line for each in openings([(known, "keep") for known in people], TODAY)]
    assert len(set(lines)) == 12
    assert all("venue" in each or "leaking" in each for each in lines)
    assert sum("leaking" in each for each in lines) >= 9


def test_shared_years_are_together_only_when_they_overlap():
    together = set(lines_of(ana(shared=(Shared("Hooli", "job", True),))))
    apart = set(lines_of(ana(shared=(Shared("Hooli", "job", False),))))
    assert not any("together" in each or "our time" in each for each in apart)
    assert together.isdisjoint(apart)


def lines_of(known: Known):
    return [each.line for each in candidates(known, "introduce", TODAY) if "Hooli" in each.line]


def test_a_follow_up_thanks_for_the_meeting_where_it_was():
    text = line(ana(met_on=TODAY - timedelta(days=1), met_where="the Linz fair"), "followup")
    assert "at the Linz fair yesterday" in text


def test_with_nothing_known_the_line_claims_nothing():
    text = line(ana(), "introduce")
    assert text == "I would like to be in touch again, and to hear what you are working on."


def test_what_a_line_rests_on_is_told_in_a_readers_dates():
    owed = Pledge(1, "me", "Say thank you for the lamp", date(2026, 5, 2), None, thanks=True)
    told = {found.evidence for found in candidates(ana(pledges=(owed,)), "thanks", TODAY)}
    assert "owed since 2 May 2026: the lamp" in told
    assert not any(re.search(r"\d{4}-\d\d-\d\d", evidence) for evidence in told)


@pytest.mark.parametrize(
    ("noted", "written"),
    [
        ("the seat at her table", "the seat at your table"),
        ("his patience", "your patience"),
        ("the lamp", "the lamp"),
    ],
)
def test_thanks_are_turned_to_the_reader(noted, written):
    owed = Pledge(1, "me", f"Say thank you for {noted}", date(2026, 11, 16), None, thanks=True)
    assert written in line(ana(pledges=(owed,)), "thanks")


def test_thanks_that_cannot_be_turned_to_the_reader_are_not_written():
    owed = Pledge(1, "me", "Say thank you for what she did", date(2026, 11, 16), None, thanks=True)
    assert "she" not in line(ana(pledges=(owed,)), "thanks").split()
