"""Undo asks: each clash with what was left, what stands and what was before; kept or taken back, one by one."""

from __future__ import annotations

import pytest

from tests.cast import contact
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Contact, Email, Organization, Position, Tag, Tagging
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import Clash, questions_of, undo, undo_batch
from wellkept.domain.timeline.models import Interaction
from wellkept.domain.timeline.recording import record_interaction


@pytest.fixture
def edit(ada, network):
    def one(row, **columns) -> Act:
        with acting(ada, network, "edit", summary="Edited") as act:
            act.edit(row, **columns)
        return act.row

    return one


@pytest.fixture
def imported(ada, network, today):
    """A batch of two acts: three people with an address and a job at Acme each, and a talk with the first two."""
    with acting(ada, network, "import", summary="part 0", batch="import:1") as act:
        acme = act.add(Organization(name="Acme", key="acme"))
        people = act.add_all([Contact(display=f"P{n}", sort_key="p") for n in range(3)])
        act.add_all([Email(contact=p, address=f"{p}@example.org", key=f"{p}@example.org".lower()) for p in people])
        act.add_all([Position(contact=p, organization=acme, title="Baker") for p in people])
    with acting(ada, network, "import", summary="part 1", batch="import:1") as act:
        record_interaction(network=network, contacts=people[:2], kind="call", on=today, by=act, today=today)
    return list(Act.objects.filter(batch="import:1"))


def asked(act: Act, by) -> list:
    return questions_of(acts=[act], by=by)[0]


def test_a_clash_shows_what_was_left_what_stands_and_what_was_before(ada, network, ana, edit):
    first = edit(ana, given="Anna", nickname="An")
    edit(ana, given="Anita")
    before = dump(network)
    (question,) = asked(first, ada)
    assert (question.name, question.field) == ("Ana Souza", "given name")
    assert (question.left, question.now, question.before) == ("Anna", "Anita", "Ana")
    assert question.contact_id == ana.pk and question.can_take_back
    assert dump(network) == before


def test_what_is_kept_stays_and_what_does_not_clash_is_taken_back(ada, network, ana, edit):
    first = edit(ana, given="Anna", nickname="An")
    edit(ana, given="Anita")
    (question,) = asked(first, ada)
    undone = undo(act=first, by=ada, choices={question.key: "keep"})
    ana.refresh_from_db()
    assert (ana.given, ana.nickname) == ("Anita", "")
    assert undone.summary == "Undid: Edited (1 kept as it is now)"


def test_what_is_taken_back_anyway_is_as_it_was_and_can_be_done_again(ada, network, ana, edit):
    first = edit(ana, given="Anna")
    edit(ana, given="Anita")
    before = dump(network)
    (question,) = asked(first, ada)
    undone = undo(act=first, by=ada, choices={question.key: "anyway"})
    ana.refresh_from_db()
    assert ana.given == "Ana"
    undo(act=undone, by=ada)
    assert dump(network) == before


def test_one_is_kept_and_another_taken_back(ada, network, ana, bruno, edit):
    with acting(ada, network, "edit", summary="both") as act:
        act.edit(ana, given="Anna")
        act.edit(bruno, given="Brun")
    edit(ana, given="Anita")
    edit(bruno, given="Bob")
    keys = {question.name: question.key for question in asked(act.row, ada)}
    with pytest.raises(Clash) as clash:
        undo(act=act.row, by=ada, choices={keys["Ana Souza"]: "anyway"})
    assert {question.name: question.answer for question in clash.value.questions} == {
        "Ana Souza": "anyway",
        "Bruno Keller": None,
    }
    undo(act=act.row, by=ada, choices={keys["Ana Souza"]: "anyway", keys["Bruno Keller"]: "keep"})
    ana.refresh_from_db()
    bruno.refresh_from_db()
    assert (ana.given, bruno.given) == ("Ana", "Bob")


def test_what_follows_from_a_column_goes_its_way(ada, network, ana, edit):
    first = edit(ana, display="Zoe", sort_key="zoe")
    edit(ana, display="Yan", sort_key="yan")
    (question,) = asked(first, ada)
    with pytest.raises(Refusal, match="all of it stays"):
        undo(act=first, by=ada, choices={question.key: "keep"})
    undo(act=first, by=ada, otherwise="anyway")
    ana.refresh_from_db()
    assert (ana.display, ana.sort_key) == ("Ana Souza", "souza ana")


def test_set_back_by_hand_is_no_clash(ada, network, ana, edit):
    first = edit(ana, given="Anna", nickname="An")
    edit(ana, given="Ana")
    undo(act=first, by=ada)
    ana.refresh_from_db()
    assert (ana.given, ana.nickname) == ("Ana", "")


def test_whoever_was_built_upon_since_an_import_stays_whole(ada, network, imported, today):
    person = Contact.objects.get(display="P0")
    record_interaction(network=network, contacts=[person], kind="met", on=today, by=ada, today=today)
    (question,), count = questions_of(acts=imported, by=ada)
    assert count == 1 and question.line == "P0 has got more since: 1 part in an interaction"
    undone = undo_batch(acts=imported, by=ada, otherwise="keep")
    assert [p.display for p in Contact.objects.filter(is_me=False)] == ["P0"]
    assert person.emails.count() == 1 and person.positions.get().organization.name == "Acme"
    assert Interaction.objects.count() == 2 and person.participations.count() == 2
    assert undone[-1].summary == "Undid: part 0 (1 kept as it is now)"


def test_what_was_built_upon_goes_too_when_chosen_and_comes_back_when_done_again(ada, network, imported, today):
    person = Contact.objects.get(display="P0")
    record_interaction(network=network, contacts=[person], kind="met", on=today, by=ada, today=today)
    before = dump(network)
    undone = undo_batch(acts=imported, by=ada, otherwise="anyway")
    assert not Contact.objects.filter(is_me=False).exists() and not Interaction.objects.exists()
    undo_batch(acts=undone, by=ada)
    assert dump(network) == before


def test_whoever_was_corrected_since_an_import_is_asked_about(ada, network, imported, edit):
    edit(Contact.objects.get(display="P1"), display="Pia", location="Graz")
    (question,), _count = questions_of(acts=imported, by=ada)
    assert question.line == "Pia: name, place has been changed since"
    assert (question.left, question.now) == ("name: P1", "name: Pia, place: Graz")


def test_an_interaction_that_was_corrected_keeps_who_took_part(ada, network, imported, edit):
    edit(Interaction.objects.get(), body="my own words")
    undo_batch(acts=imported, by=ada, otherwise="keep")
    assert {p.display for p in Contact.objects.filter(is_me=False)} == {"P0", "P1"}
    assert Interaction.objects.get().participations.count() == 2


def test_whoever_was_deleted_since_an_import_is_no_clash(ada, network, imported):
    with acting(ada, network, "remove", summary="Deleted") as act:
        act.remove(Contact.objects.get(display="P1"))
    undo_batch(acts=imported, by=ada)
    assert not Contact.objects.filter(is_me=False).exists()


def test_an_edit_of_what_is_gone_can_only_be_left(ada, network, ana, bruno, edit):
    with acting(ada, network, "edit", summary="both") as act:
        act.edit(ana, given="Anna")
        act.edit(bruno, given="Brun")
    with acting(ada, network, "remove", summary="Deleted") as removal:
        removal.remove(ana)
    (question,) = asked(act.row, ada)
    assert not question.can_take_back and question.line == "contact has been removed since"
    undo(act=act.row, by=ada, otherwise="anyway")
    bruno.refresh_from_db()
    assert bruno.given == "Bruno"


def test_what_takes_the_place_of_a_removed_row_stands_in_for_it(ada, network, ana):
    with acting(ada, network, "tag", summary="Tagged") as act:
        tag = act.add(Tag(name="wells", key="wells"))
        act.add(Tagging(contact=ana, tag=tag))
    with acting(ada, network, "untag", summary="No tag") as removal:
        removal.remove(tag)
    with acting(ada, network, "tag", summary="New tag") as act:
        new = act.add(Tag(name="Wells", key="wells"))
    (question,) = asked(removal.row, ada)
    assert "takes its place" in question.line and (question.now, question.before) == ("Wells", "wells")
    undo(act=removal.row, by=ada, otherwise="keep")
    assert ana.taggings.get().tag == new and Tag.objects.get().name == "Wells"


def test_what_takes_the_place_can_be_made_what_was_there(ada, network, ana):
    with acting(ada, network, "tag", summary="Tagged") as act:
        tag = act.add(Tag(name="wells", key="wells"))
    with acting(ada, network, "untag", summary="No tag") as removal:
        removal.remove(tag)
    with acting(ada, network, "tag", summary="New tag") as act:
        act.add(Tag(name="Wells", key="wells"))
    undo(act=removal.row, by=ada, otherwise="anyway")
    assert Tag.objects.get().name == "wells"


def test_an_answer_is_one_of_two(ada, network, ana, edit):
    with pytest.raises(Refusal, match="Choose"):
        undo(act=edit(ana, given="Anna"), by=ada, choices={"1": "maybe"})


def test_many_questions_are_counted_and_the_first_told(ada, network, ana, edit):
    with acting(ada, network, "add", summary="Many") as act:
        people = act.add_all([Contact(display=f"P{n}", sort_key="p") for n in range(130)])
    with acting(ada, network, "mail", summary="Mail") as mail:
        mail.add_all([Email(contact=p, address="p@example.org", key="p@example.org") for p in people])
    questions, count = questions_of(acts=[act.row], by=ada)
    assert (len(questions), count) == (100, 130)


def test_no_stranger_is_asked(ada, ben, network, ana, edit):
    first = edit(ana, given="Anna")
    edit(ana, given="Anita")
    with pytest.raises(Refusal, match="not in your network"):
        questions_of(acts=[first], by=ben)
    with pytest.raises(Refusal, match="not in your network"):
        undo(act=first, by=ben, otherwise="anyway")
    ana.refresh_from_db()
    assert ana.given == "Anita" and contact(network, ada, "X", "Y").pk
