"""Lists of attendees: nobody stands there twice, and only who is surely a contact is taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import contact
from tests.dump import dump
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.adding import add_contact
from wellkept.domain.contacts.archiving import archive
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.events.listing import link_attendance, list_attendees, list_contacts, list_name, take_off_list
from wellkept.domain.events.meeting import want_to_meet
from wellkept.domain.events.models import Attendance
from wellkept.domain.events.reading import namesakes
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.formats.attendees import read_attendees
from wellkept.formats.person import Labelled, Name, Person, Position


def lines(text: str):
    return read_attendees(text).lines


@pytest.fixture
def mirela(network, ada):
    person = Person(
        name=Name(display="Mirela Ostrova", given="Mirela", family="Ostrova"),
        emails=[Labelled("mirela@acme.example")],
        positions=[Position("Acme GmbH", "Engineer")],
    )
    return add_contact(network=network, person=person, by=ada)


def test_an_e_mail_says_who_it_is(ada, fair, mirela) -> None:
    list_attendees(event=fair, lines=lines("M. Ostrova, Other Ltd, Mirela@acme.example"), by=ada)
    assert Attendance.objects.get().contact == mirela


def test_a_name_with_its_organization_says_who_it_is_also_of_the_archived(ada, fair, mirela) -> None:
    archive(contacts=[mirela], by=ada)
    list_attendees(event=fair, lines=lines("mirela ostrova, ACME"), by=ada)
    assert Attendance.objects.get().contact == mirela


def test_a_name_alone_stays_a_name_and_is_a_question(ada, fair, mirela) -> None:
    list_attendees(event=fair, lines=lines("Mirela Ostrova\nMirela Ostrova, Blue Kettle"), by=ada)
    rows = list(Attendance.objects.order_by("pk"))
    assert [row.contact for row in rows] == [None, None]
    assert namesakes(fair, rows) == {row.pk: [mirela] for row in rows}


def test_a_mailbox_that_many_share_says_nothing(network, ada, fair) -> None:
    add_contact(
        network=network,
        person=Person(name=Name(display="Moss Fern"), emails=[Labelled("info@acme.example")]),
        by=ada,
    )
    list_attendees(event=fair, lines=lines("Somebody Else, Acme, info@acme.example"), by=ada)
    assert Attendance.objects.get().contact is None


def test_the_same_list_again_adds_nobody_and_fills_in_what_is_new(ada, fair, mirela) -> None:
    list_attendees(event=fair, lines=lines("Mirela Ostrova, Acme\nMoss Fern, Blue Kettle"), by=ada)
    done = list_attendees(
        event=fair, lines=lines("Mirela Ostrova, Acme\nMoss Fern, Blue Kettle, moss@blue.example"), by=ada
    )
    assert (done.added, done.filled, done.there) == ([], 1, 1)
    assert [row.email for row in Attendance.objects.order_by("pk")] == ["", "moss@blue.example"]


def test_two_lines_of_one_contact_are_one(ada, fair, mirela) -> None:
    done = list_attendees(event=fair, lines=lines("Mirela Ostrova, Acme\nmirela@acme.example"), by=ada)
    assert (len(done.added), done.there) == (1, 1)


def test_namesakes_with_other_addresses_are_two(ada, fair) -> None:
    list_attendees(event=fair, lines=lines("Moss Fern, Acme, moss@a.example\nMoss Fern, Acme, moss@b.example"), by=ada)
    assert Attendance.objects.count() == 2


def test_the_users_own_line_is_left_out(network, ada, fair) -> None:
    from wellkept.domain.contacts.filling import fill_contact

    person = Person(emails=[Labelled("ada@example.org")])
    fill_contact(contact=own_card(network=network), person=person, by=ada, previous=None)
    assert list_attendees(event=fair, lines=lines("Ada Quill, , ada@example.org"), by=ada).me == 1
    assert not Attendance.objects.exists()
    with pytest.raises(Refusal):
        list_contacts(event=fair, contacts=[own_card(network=network)], by=ada)


def test_one_name_by_hand_finds_the_one_who_is_there(ada, fair, mirela) -> None:
    (first,) = list_contacts(event=fair, contacts=[mirela], by=ada)
    assert list_name(event=fair, name="Mirela Ostrova", organization="Acme", by=ada) == first
    moss = list_name(event=fair, name=" Moss  Fern ", by=ada)
    assert list_name(event=fair, name="moss fern", email="moss@example.org", by=ada) == moss
    assert [row.email for row in Attendance.objects.order_by("pk")] == ["", "moss@example.org"]


@pytest.mark.parametrize(("name", "email", "field"), [("", "", "name"), ("Moss", "no address", "email")])
def test_a_name_that_is_none_is_refused(ada, fair, name, email, field) -> None:
    with pytest.raises(Refusal) as refusal:
        list_name(event=fair, name=name, email=email, by=ada)
    assert refusal.value.field == field


def test_a_name_that_turns_out_to_be_somebody_on_the_list_becomes_one_with_them(network, ada, fair, ana) -> None:
    (listed,) = list_contacts(event=fair, contacts=[ana], by=ada)
    name = list_name(event=fair, name="A. Souza", organization="Acme", email="a@acme.example", by=ada)
    want_to_meet(attendance=name, why="she knows paper", by=ada)
    before = dump(network)
    assert link_attendance(attendance=name, contact=ana, by=ada) == listed
    row = Attendance.objects.get()
    assert (row.contact, row.organization, row.why) == (ana, "Acme", "she knows paper")
    undo(act=Act.objects.latest("pk"), by=ada)
    assert dump(network) == before


def test_whoever_is_somebody_already_cannot_be_somebody_else(ada, fair, ana, bruno) -> None:
    (listed,) = list_contacts(event=fair, contacts=[ana], by=ada)
    with pytest.raises(Refusal):
        link_attendance(attendance=listed, contact=bruno, by=ada)


def test_the_list_ends_somewhere(monkeypatch, ada, fair) -> None:
    from wellkept.domain.events import listing

    monkeypatch.setattr(listing, "MOST", 2)
    with pytest.raises(Refusal):
        list_attendees(event=fair, lines=lines("One A\nTwo B\nThree C"), by=ada)
    assert not Attendance.objects.exists()


def test_a_long_list_takes_few_queries(ada, fair, django_assert_max_num_queries) -> None:
    many = lines("\n".join(f"Guest{n} Moss{n}, House {n}, g{n}@example.org" for n in range(1000)))
    with django_assert_max_num_queries(30):
        list_attendees(event=fair, lines=many, by=ada)
    with django_assert_max_num_queries(20):
        assert list_attendees(event=fair, lines=many, by=ada).there == 1000


def test_a_stranger_touches_no_list(network, ben, ada, fair, ana) -> None:
    (listed,) = list_contacts(event=fair, contacts=[ana], by=ada)
    for verb in (
        lambda: list_attendees(event=fair, lines=lines("Moss Fern"), by=ben),
        lambda: list_contacts(event=fair, contacts=[ana], by=ben),
        lambda: list_name(event=fair, name="Moss", by=ben),
        lambda: link_attendance(attendance=listed, contact=ana, by=ben),
        lambda: take_off_list(attendance=listed, by=ben),
    ):
        with pytest.raises(Refusal):
            verb()
    assert list(Attendance.objects.all()) == [listed]


def test_nobody_of_another_network_is_listed(ben, ada, fair) -> None:
    from tests.cast import network_of

    theirs = contact(network_of(ben), ben, "Dora", "Lind")
    name = list_name(event=fair, name="Dora Lind", by=ada)
    for verb in (
        lambda: list_contacts(event=fair, contacts=[theirs], by=ada),
        lambda: link_attendance(attendance=name, contact=theirs, by=ada),
    ):
        with pytest.raises(Refusal):
            verb()


_WORDS = st.sampled_from(["", "Ana Souza", "Bruno Keller", "ANA SOUZA", "Moss"])
_PLACES = st.sampled_from(["", "Acme", "ACME GmbH", "Blue"])
_MAILS = st.sampled_from(["", "ana@acme.example", "b@b.example"])
_LINES = st.lists(st.tuples(_WORDS, _PLACES, _MAILS), max_size=6).map(
    lambda rows: "\n".join(",".join(row) for row in rows if row[0] or row[2])
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_LINES)
def test_whatever_the_list_putting_it_twice_is_putting_it_once(network, ada, text) -> None:
    from wellkept.domain.events.adding import add_event

    event = add_event(network=network, name="Fair", starts_on=date(2026, 11, 17), by=ada)
    list_attendees(event=event, lines=lines(text), by=ada)
    once = list(Attendance.objects.filter(event=event).values_list("pk", "name", "email", "contact"))
    done = list_attendees(event=event, lines=lines(text), by=ada)
    assert done.added == []
    assert [row[0] for row in once] == list(Attendance.objects.filter(event=event).values_list("pk", flat=True))
