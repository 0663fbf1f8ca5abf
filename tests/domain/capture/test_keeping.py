"""Keeping is one act that does all of it; undone, everything is as it was and the capture waits again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.capture.conftest import alone, somebody
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import NextStep
from wellkept.domain.capture.choosing import (
    Choice,
    ChosenFact,
    ChosenOccasion,
    ChosenPerson,
    ChosenPromise,
    ChosenReferral,
    ChosenTalk,
)
from wellkept.domain.capture.keeping import drop, keep, reopen
from wellkept.domain.capture.models import Captured
from wellkept.domain.capture.receiving import receive
from wellkept.domain.contacts.models import Contact, ContactDate
from wellkept.domain.events.adding import add_event
from wellkept.domain.events.models import Attendance, Event
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Fact, Interaction, Promise, Referral
from wellkept.domain.timeline.referring import note_referral
from wellkept.formats.person import Labelled


@pytest.fixture
def pycon(network, ada, today):
    return add_event(network=network, name="PyCon 2026", place="Vienna", starts_on=today - timedelta(days=2), ends_on=today, by=ada)  # fmt: skip


def whole(today, event=None, contact=None, tom=None):
    """Everything that a line can say, about one person."""
    return Choice(
        people=[ChosenPerson(somebody("Ana Souza", "Acme", "head of data"), contact)],
        talk=ChosenTalk("met", today - timedelta(days=1), event, body="met Ana"),
        facts=[ChosenFact("two kids"), ChosenFact("a data engineer", "need"), ChosenFact("an office", "offer")],
        occasions=[ChosenOccasion("birthday", 5, 4)],
        promises=[ChosenPromise("me", "send the deck", today + timedelta(days=2)), ChosenPromise("them", "intro")],
        referrals=[ChosenReferral("Eve Stone", "runs the lab")],
        introduced_by=ChosenPerson(somebody("Tom Baker"), tom) if tom else None,
        follow_up_on=today + timedelta(days=14),
        follow_up="ping",
    )


def kept(line, choice, ada, today):
    return keep(captured=line, choice=choice, by=ada, today=today)


def test_everything_of_a_line_becomes_records_in_one_act(network, ada, line, pycon, bruno, today):
    before = Act.objects.count()
    done = kept(line, whole(today, pycon, tom=bruno), ada, today)

    (ana,) = done.contacts
    assert Act.objects.count() == before + 1 and done.captured.state == "kept" and done.captured.contact == ana
    assert (ana.display, ana.source, ana.positions.get().title) == ("Ana Souza", "capture", "head of data")
    assert (ana.met_where, ana.met_through, ana.met_on_day) == ("PyCon 2026, Vienna", bruno, today.day - 1)
    talk = Interaction.objects.get()
    assert (talk.kind, talk.place, talk.body, list(talk.contact_ids())) == ("met", "PyCon 2026, Vienna", "met Ana", [ana.pk])  # fmt: skip
    assert {(f.kind, f.words, f.interaction_id) for f in Fact.objects.all()} == {
        ("fact", "two kids", talk.pk),
        ("need", "a data engineer", talk.pk),
        ("offer", "an office", talk.pk),
    }
    assert ContactDate.objects.get().day == 4 and Referral.objects.get().name == "Eve Stone"
    assert Attendance.objects.get(event=pycon, contact=ana).interaction == talk
    assert set(Promise.objects.filter(thanks=False).values_list("by", "due_on")) == {
        ("me", today + timedelta(days=2)),
        ("them", None),
    }
    assert Promise.objects.get(thanks=True).contact == bruno
    assert (NextStep.objects.get().on, NextStep.objects.get().what) == (today + timedelta(days=14), "ping")


def test_undoing_brings_all_back_and_it_waits_again(network, ada, line, pycon, ana, bruno, today):
    before = dump(network)
    kept(line, whole(today, pycon, contact=ana, tom=bruno), ada, today)
    undo(act=Act.objects.filter(verb="keep").get(), by=ada)
    assert dump(network) == before and Captured.objects.get().state == "waiting"


some = st.booleans()
PARTS = ("talk", "facts", "occasions", "promises", "referrals", "introduced_by", "follow_up_on")


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(there=some, new_event=some, parts=st.sets(st.sampled_from(PARTS)), places=st.permutations(range(2)))
def test_whatever_was_chosen_undoing_gives_the_network_back(network, ada, ana, bruno, today, there, new_event, parts, places):  # fmt: skip
    line = receive(network=network, key=f"line-{Captured.objects.count():04}", way="line", text="x", on=today, by=ada)
    everything = whole(today, contact=ana if there else None, tom=bruno)
    chosen = {part: getattr(everything, part) for part in parts}
    if "talk" in chosen:
        chosen["talk"] = ChosenTalk("event", today, at="PyCon", new_event=new_event)
    people = [*everything.people, ChosenPerson(somebody("Dora Lind"))]
    before = dump(network)

    keep(captured=line, choice=Choice(people=[people[place] for place in places], **chosen), by=ada, today=today)
    assert dump(network) != before
    undo(act=Act.objects.filter(verb="keep").order_by("pk").last(), by=ada)

    assert dump(network) == before


def test_who_is_here_is_filled_in_and_keeps_their_name(network, ada, line, ana, today):
    said = somebody("Anna Sousa", "Acme", emails=[Labelled("ana@example.org")])
    kept(line, Choice(people=[ChosenPerson(said, ana)]), ada, today)
    ana.refresh_from_db()
    assert ana.display == "Ana Souza" and ana.emails.get().address == "ana@example.org"
    assert ana.positions.get().organization.name == "Acme" and Contact.objects.filter(is_me=False).count() == 1


def test_keeping_twice_says_that_it_is_kept_already(network, ada, line, today):
    kept(line, alone(), ada, today)
    with pytest.raises(Refusal, match="kept already"):
        kept(line, alone(), ada, today)
    assert Contact.objects.filter(is_me=False).count() == 1


def test_a_stranger_keeps_drops_and_reopens_nothing(network, ben, line, today):
    verbs = [
        lambda: keep(captured=line, choice=alone(), by=ben, today=today),
        lambda: drop(captured=line, by=ben),
        lambda: reopen(captured=line, by=ben),
    ]
    for verb in verbs:
        with pytest.raises(Refusal, match="not in your network"):
            verb()
    assert Captured.objects.get().state == "waiting" and not Contact.objects.filter(is_me=False).exists()


def test_it_is_let_go_waits_again_and_both_are_undone(ada, line):
    drop(captured=line, by=ada)
    assert Captured.objects.get().state == "dropped"
    reopen(captured=line, by=ada)
    assert Captured.objects.get().state == "waiting"
    undo(act=Act.objects.get(verb="reopen"), by=ada)
    assert Captured.objects.get().state == "dropped"


def test_what_is_kept_is_not_let_go(ada, line, today):
    kept(line, alone(), ada, today)
    line.refresh_from_db()
    with pytest.raises(Refusal, match="kept already"):
        drop(captured=line, by=ada)


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("who it is about", Choice(people=[])),
        ("who it is about", alone("")),
        ("whom it is about", alone(facts=[ChosenFact("x", whom=1)])),
        ("whom it is about", alone(facts=[ChosenFact("x", whom=-1)])),
        ("a need or an offer", alone(facts=[ChosenFact("x", "rumour")])),
        ("is no occasion", alone(occasions=[ChosenOccasion("carnival", 2, 3)])),
        ("No year has such a day", alone(occasions=[ChosenOccasion("birthday", 2, 30)])),
        ("not come yet", alone(talk=ChosenTalk("met", date(2026, 11, 19)))),
        ("no kind of interaction", alone(talk=ChosenTalk("seance", date(2026, 11, 18)))),
        ("passed already", alone(follow_up_on=date(2026, 11, 1))),
        ("what was promised", alone(promises=[ChosenPromise("me", " ")])),
        ("At most 50", Choice(people=[ChosenPerson(somebody(f"P{n}")) for n in range(51)])),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_half_written(network, ada, line, today, word, choice):
    before = dump(network)
    with pytest.raises(Refusal, match=word):
        kept(line, choice, ada, today)
    assert dump(network) == before


def test_one_contact_for_two_people_of_a_line_is_refused(ada, line, ana, today):
    twice = Choice(people=[ChosenPerson(somebody("Ana"), ana), ChosenPerson(somebody("Ana Souza"), ana)])
    with pytest.raises(Refusal, match="same contact"):
        kept(line, twice, ada, today)


def test_the_own_card_and_contacts_of_others_are_refused(network, ada, ben, line, today):
    from django_scopes import scope, scopes_disabled

    from tests.cast import contact, network_of

    with scope(network=network_of(ben)):
        stranger = contact(network_of(ben), ben, "Sol", "Reyes")
    me = Contact.objects.get(is_me=True)
    for chosen, word in ((me, "own card"), (stranger, "not in your network")):
        with pytest.raises(Refusal, match=word):
            kept(line, alone(contact=chosen), ada, today)
    with scopes_disabled():
        theirs = Event(network=network_of(ben), name="Fair", starts_on=today, ends_on=today)
        theirs.save()
    with pytest.raises(Refusal, match="not in your network"):
        kept(line, alone(talk=ChosenTalk("met", today, theirs)), ada, today)


def test_a_known_birthday_is_set_right_and_keeps_its_year(ada, line, ana, network, today):
    with_year = Choice(
        people=[ChosenPerson(somebody("Ana Souza"), ana)], occasions=[ChosenOccasion("birthday", 5, 4, 1990)]
    )
    kept(line, with_year, ada, today)
    again = receive(network=network, key="line-0002", way="line", text="x", on=today, by=ada)
    kept(again, alone(contact=ana, occasions=[ChosenOccasion("birthday", 5, 4)]), ada, today)
    assert list(ContactDate.objects.values_list("year", "month", "day")) == [(1990, 5, 4)]


def test_a_wedding_and_a_job_have_dates_of_their_own(ada, line, ana, today):
    both = [ChosenOccasion("wedding_anniversary", 6, 1, 2010), ChosenOccasion("work_anniversary", 9, 1, 2020)]
    kept(line, alone(contact=ana, occasions=both), ada, today)
    assert set(ContactDate.objects.values_list("kind", "label", "year")) == {
        ("anniversary", "wedding anniversary", 2010),
        ("other", "work anniversary", 2020),
    }


def test_somebody_who_was_named_has_been_met_now(ada, line, ana, today):
    note_referral(contact=ana, name="Dora Lind", on=today, by=ada)
    done = kept(line, alone(talk=ChosenTalk("coffee", today)), ada, today)
    assert Referral.objects.get().met == done.contacts[0]


def test_who_introduced_us_by_name_alone_is_written_down(ada, line, today):
    done = kept(line, alone(through="Tom"), ada, today)
    assert done.contacts[0].met_how == "through Tom" and Contact.objects.filter(is_me=False).count() == 1


def test_an_event_that_is_new_is_added_on_the_day(ada, line, today):
    kept(line, alone(talk=ChosenTalk("met", today, at="DevFest", new_event=True)), ada, today)
    assert (Event.objects.get().name, Attendance.objects.get().state) == ("DevFest", "met")


def test_the_next_step_of_somebody_on_never_is_refused(network, ada, line, ana, today):
    decide(contacts=[ana], kind="never", days=None, by=ada, today=today)
    with pytest.raises(Refusal, match="never"):
        kept(line, alone(contact=ana, follow_up_on=today + timedelta(days=7)), ada, today)
    assert Captured.objects.get().state == "waiting"
