"""Whom to meet: out of the notes and the memory, where nobody is in touch, and through somebody."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.stepping import reschedule
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.models import Contact, Organization, Position
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.plan.answering import done, never, not_now
from wellkept.domain.plan.mentioned import keep_mention, mentioned
from wellkept.domain.plan.week import this_week
from wellkept.domain.recall import remembering
from wellkept.domain.recall.keeping import keep_source
from wellkept.domain.recall.laying import add_source
from wellkept.domain.timeline.models import Referral
from wellkept.domain.timeline.noting import add_note
from wellkept.domain.timeline.recording import record_interaction

from ...cast import contact, network_of

TOM = "mention-tom-baker"


@pytest.fixture
def old(network, ada, today):
    """Makes contacts of long ago, out of an import."""
    long_ago = datetime.combine(today - timedelta(days=900), time(12), tzinfo=UTC)

    def make(given, **columns):
        return contact(network, ada, given, "Old", source="linkedin", created_at=long_ago, **columns)

    return make


@pytest.fixture
def say(network, ada, today):
    def record(who, body, ago=40):
        on = today - timedelta(days=ago)
        return record_interaction(network=network, contacts=[who], kind="lunch", on=on, body=body, by=ada, today=today)

    return record


@pytest.fixture
def once(network, ada, today, ana, say):
    """Ana, kept up with, and a lunch at which a name was noted."""
    decide(contacts=[ana], kind="own", days=365, by=ada, today=today)
    return say(ana, "Long lunch. Her colleague Tom Baker knows the port.")


def to_meet(network, today):
    week = this_week(network=network, on=today)
    return [card for card in week.proposals if card.kind == "meet"]


def works_at(ada, network, name, *people, **columns):
    with acting(ada, network, "edit", summary="job") as act:
        house = Organization.objects.filter(network=network, name=name).first()
        house = house or act.add(Organization(name=name, key=name.lower()))
        for person in people:
            act.add(Position(contact=person, organization=house, **columns))


def test_a_name_in_the_notes_is_asked_after_with_whom_it_was_noted(network, today, ana, once):
    (card,) = to_meet(network, today)
    assert (card.contact, card.subject, card.mentions) == (ana.pk, TOM, "Tom Baker")
    assert "“Her colleague Tom Baker knows the port”: who is Tom Baker?" in card.why


def test_the_draft_says_no_more_than_that_the_name_was_noted(network, today, once):
    (card,) = to_meet(network, today)
    assert "Tom Baker" in card.opening and "if " in card.opening and "you mentioned" not in card.draft.lower()
    assert card.mail_subject == "Do you know Tom Baker?"


def test_a_note_without_an_interaction_names_people_too(network, ada, today, ana):
    add_note(contact=ana, body="Her boss Ingrid Solberg decides.", on=today, by=ada, today=today)
    assert [each.name for each in mentioned(network=network, today=today)] == ["Ingrid Solberg"]


def test_who_is_a_contact_already_is_no_stranger(network, ada, today, once):
    tom = contact(network, ada, "Thomas", "Baker")
    assert mentioned(network=network, today=today) == []
    with acting(ada, network, "edit", summary="archive") as act:
        act.edit(tom, archived_at=tom.created_at)
    assert mentioned(network=network, today=today) == []


def test_a_namesake_of_another_given_name_is_another(network, ada, today, once):
    contact(network, ada, "Ursula", "Baker")
    assert [each.name for each in mentioned(network=network, today=today)] == ["Tom Baker"]


def test_neither_the_user_nor_an_organization_nor_a_tag_is_somebody_to_meet(network, ada, today, ana, say):
    from wellkept.domain.contacts.tagging import tag

    works_at(ada, network, "Marta Kowalska", ana)
    tag(contacts=[ana], name="Piotr Nowak", by=ada, network=network)
    say(ana, "Her colleague Marta Kowalska, her boss Piotr Nowak and her friend Ada Quill came.")
    assert mentioned(network=network, today=today) == []


def test_what_was_noted_long_ago_or_came_with_messages_is_not_read(network, ada, today, ana, say):
    say(ana, "Her colleague Tom Baker came.", ago=91)
    row = say(ana, "Her boss Ingrid Solberg came.")
    with acting(ada, network, "edit", summary="import") as act:
        act.edit(row, source="linkedin")
    assert mentioned(network=network, today=today) == []


def test_let_go_it_never_comes_back_and_undone_it_does(network, ada, today, ana, once):
    assert never(contact=ana, subject=TOM, by=ada, today=today) == 1
    assert Referral.objects.get().dropped_on == today
    assert to_meet(network, today) == [] == to_meet(network, today + timedelta(days=40))
    assert not this_week(network=network, on=today).proposals
    assert Contact.objects.get(pk=ana.pk).decision.kind == "own"
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert [card.subject for card in to_meet(network, today)] == [TOM]


def test_kept_it_is_a_name_that_was_given(network, ada, today, ana, once):
    referral = keep_mention(contact=ana, subject=TOM, by=ada, today=today)
    assert (referral.name, referral.contact, referral.interaction, referral.on) == ("Tom Baker", ana, once, once.on)
    assert [card.subject for card in to_meet(network, today)] == [f"referral-{referral.pk}"]


def test_asked_after_it_is_kept_and_left_in_peace_for_four_weeks(network, ada, today, ana, once):
    done(contact=ana, proposal="meet", subject=TOM, note="Asked.", kind="email", by=ada, today=today)
    assert Referral.objects.get().open
    assert to_meet(network, today + timedelta(days=20)) == []
    assert [card.mentions for card in to_meet(network, today + timedelta(days=29))] == [""]


def test_put_off_it_waits(network, ada, today, ana, once):
    not_now(contact=ana, proposal="meet", subject=TOM, by=ada, today=today)
    assert to_meet(network, today) == []
    assert [card.subject for card in to_meet(network, today + timedelta(days=29))] == [TOM]


def test_a_name_that_nobody_noted_cannot_be_kept_or_let_go(network, ada, today, ana, bruno, once):
    for who, subject in ((ana, "mention-somebody-else"), (bruno, TOM)):
        with pytest.raises(Refusal, match="no more"):
            never(contact=who, subject=subject, by=ada, today=today)
    assert not Referral.objects.exists()


def test_a_stranger_reads_nothing_of_it(network, ben, today, once):
    from wellkept.domain.accounts.tenancy import inside

    theirs = network_of(ben)
    with inside(theirs):
        assert mentioned(network=theirs, today=today) == [] and this_week(network=theirs, on=today).proposals == ()


def test_where_several_are_known_and_nobody_is_in_touch_the_most_promising_is_proposed(network, ada, today, old):
    people = [old(name) for name in ("Dora", "Egon", "Fina")]
    works_at(ada, network, "Hooli", *people)
    (card,) = to_meet(network, today)
    assert card.why == "You know 3 people at Hooli and are in touch with none of them"


def test_one_who_is_kept_up_with_or_was_met_lately_fills_the_gap(network, ada, today, old, say):
    people = [old(name) for name in ("Dora", "Egon", "Fina", "Gerd")]
    works_at(ada, network, "Hooli", *people)
    say(people[0], "", ago=300)
    assert to_meet(network, today) == []
    others = [old(name) for name in ("Hana", "Ilja", "Jule", "Kuno")]
    works_at(ada, network, "Initech", *others)
    decide(contacts=others[:1], kind="own", days=90, by=ada, today=today)
    assert to_meet(network, today) == []


def test_at_the_users_own_school_one_is_enough_who_left_long_ago(network, ada, today, old):
    me = Contact.objects.filter(network=network, is_me=True).first()
    dora = old("Dora")
    works_at(ada, network, "Alma Mater", me, dora, kind="education", current=False)
    (card,) = to_meet(network, today)
    assert (card.contact, card.why) == (dora.pk, "You were at Alma Mater too, and are in touch with nobody there")


def test_who_is_known_through_somebody_is_proposed_until_something_passed(network, ada, today, ana, old, say):
    decide(contacts=[ana], kind="own", days=365, by=ada, today=today)
    dora = old("Dora", met_through=ana)
    (card,) = to_meet(network, today)
    assert (card.contact, card.why) == (dora.pk, "Known through Ana Souza, and nothing has passed between you yet")
    assert "Ana Souza" in card.opening
    say(dora, "", ago=1)
    assert to_meet(network, today) == []


def test_never_holds_for_whom_to_meet_too(network, ada, today, ana, old, once):
    dora = old("Dora", met_through=ana)
    never(contact=dora, by=ada, today=today)
    never(contact=ana, by=ada, today=today)
    assert to_meet(network, today) == []


def test_no_more_are_proposed_than_the_week_means_to_meet(network, ada, today, ana, old):
    network.new_goal, network.touch_goal = 2, 0
    network.save()
    for number in range(6):
        old(f"P{number}", met_through=ana)
    assert len(to_meet(network, today)) == 2
    assert this_week(network=network, on=today).minutes.planned <= network.budget_minutes


@pytest.fixture
def fern(network, ada, today):
    """Fern Moss, remembered from the night shift: long ago, and she would surely answer."""
    source = add_source(network=network, kind="job", name="The night shift", by=ada)
    (row,) = remembering.remember(source=source, text="Fern Moss", by=ada, today=today)
    said = {row.pk: remembering.Said("long", "surely")}
    remembering.say(source=source, said=said, by=ada, today=today)
    (contact,) = keep_source(source=source, by=ada, today=today)
    return contact


def recalled(network, on):
    return [each for each in this_week(network=network, on=on).proposals if each.subject.startswith("recall-")]


def test_who_was_remembered_and_would_answer_is_proposed_with_the_reason(network, fern, today):
    (card,) = recalled(network, today)

    assert (card.contact, card.kind) == (fern.pk, "meet")
    assert card.why == "You remembered them from The night shift; they would surely answer"
    assert card.mail_subject and fern.given in card.draft


def test_once_it_is_done_they_are_not_proposed_again(network, ada, fern, today):
    (card,) = recalled(network, today)
    done(contact=fern, proposal="meet", subject=card.subject, note="", kind="email", by=ada, today=today)

    assert recalled(network, today) == []
    assert recalled(network, today + timedelta(days=40)) == []


def test_with_a_cadence_the_reason_is_still_that_they_were_remembered(network, ada, fern, today):
    decide(contacts=[fern], kind="circle", by=ada, today=today)

    (card,) = [each for each in this_week(network=network, on=today).proposals if each.contact == fern.pk]
    assert card.why == "You remembered them from The night shift; they would surely answer"


def test_whom_one_put_into_the_week_stands_there_once(network, ada, fern, today):
    reschedule(contact=fern, on=today, what="Reconnect", by=ada, today=today)

    (card,) = [each for each in this_week(network=network, on=today).proposals if each.contact == fern.pk]
    assert card.kind == "chosen"


def test_not_now_is_heard(network, ada, fern, today):
    (card,) = recalled(network, today)
    not_now(contact=fern, proposal="meet", subject=card.subject, by=ada, today=today)

    assert recalled(network, today) == []
    assert len(recalled(network, today + timedelta(days=30))) == 1


def test_never_is_heard_too(network, ada, fern, today):
    decide(contacts=[fern], kind="never", by=ada, today=today)

    assert recalled(network, today) == []


def test_whom_one_spoke_to_meanwhile_is_not_proposed(network, ada, fern, today):
    record_interaction(network=network, contacts=[fern], kind="call", on=today, body="", by=ada, today=today)

    assert recalled(network, today) == []


def test_who_is_archived_is_not_proposed(network, ada, fern, today):
    archive(contacts=[Contact.objects.get(pk=fern.pk)], by=ada)

    assert recalled(network, today) == []
