import pytest

from tests.cast import contact, network_of
from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.models import Contact, Organization, Position
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.recall.laying import lay_walk
from wellkept.domain.recall.models import Remembered, Source
from wellkept.domain.recall.remembering import LONGEST_SITTING, MOST, Said, remember, reopen, say, skip, take_off


def written(source):
    return [(row.name, row.organization, row.contact and row.contact.display) for row in source.remembered.all()]


def test_names_are_written_down_once_and_who_is_here_is_recognized(network, ada, ana, walk, today):
    acme = walk["Acme"]
    remember(source=acme, text="Ana Souza\nFern Moss, Blue Kettle", by=ada, today=today)
    remember(source=acme, text="fern moss, blue kettle\nTom", by=ada, today=today)

    assert written(acme) == [("Ana Souza", "", "Ana Souza"), ("Fern Moss", "Blue Kettle", None), ("Tom", "", None)]
    assert Contact.objects.filter(is_me=False).count() == 1


def test_of_two_of_one_name_nobody_is_guessed_unless_the_organization_tells(network, ada, ana, walk, today):
    other = contact(network, ada, "Ana", "Souza")
    kettle = Organization.objects.get(name="Blue Kettle")
    Position.objects.create(network=network, contact=other, organization=kettle)
    rows = remember(
        source=walk["Acme"], text="Ana Souza\nAna Souza, Blue Kettle\nAna Souza, Elsewhere", by=ada, today=today
    )

    assert [row.contact for row in rows] == [None, other, None]


def test_a_name_is_recognized_the_way_it_is_compared_everywhere(network, ada, walk, today):
    who = contact(network, ada, "José", "Núñez")
    who.sort_key = "nunez jose"
    who.save()
    (row,) = remember(source=walk["Acme"], text="jose nunez", by=ada, today=today)

    assert row.contact == who


def test_nobody_is_recognized_in_the_user_or_in_somebody_elses_network(network, ada, ben, walk, today):
    theirs = network_of(ben)
    contact(theirs, ben, "Dana", "Stranger")
    rows = remember(source=walk["Acme"], text="Ada Quill\nDana Stranger", by=ada, today=today)

    assert [row.contact for row in rows] == [None, None]


def test_what_is_said_of_them_is_kept_with_the_day_it_was_said(network, ada, ana, walk, today):
    (row,) = remember(source=walk["Acme"], text="Fern Moss", by=ada, today=today)
    later = today.replace(day=20)
    said = {row.pk: Said("years", "surely", None, True)}
    assert say(source=walk["Acme"], said=said, by=ada, today=later) == 1
    assert say(source=walk["Acme"], said=said, by=ada, today=later.replace(day=25)) == 0

    row.refresh_from_db()
    assert (row.spoken, row.would_answer, row.somebody_new, row.said_on) == ("years", "surely", True, later)


@pytest.mark.parametrize("wrong", [Said("yesterday"), Said("years", "never")])
def test_an_answer_there_is_not_is_refused(network, ada, walk, today, wrong):
    (row,) = remember(source=walk["Acme"], text="Fern Moss", by=ada, today=today)
    with pytest.raises(Refusal):
        say(source=walk["Acme"], said={row.pk: wrong}, by=ada, today=today)

    row.refresh_from_db()
    assert row.spoken == ""


def test_time_is_counted_but_not_the_hours_that_a_page_stood_open(network, ada, walk, today):
    acme = walk["Acme"]
    remember(source=acme, text="Tom", by=ada, today=today, seconds=60)
    remember(source=acme, text="Tim", by=ada, today=today, seconds=10**6)
    remember(source=acme, text="Kim", by=ada, today=today, seconds=-5)
    remember(source=acme, text="Kim", by=ada, today=today, seconds=100)

    acme.refresh_from_db()
    assert acme.seconds == 60 + LONGEST_SITTING


def test_a_source_is_skipped_and_come_back_to(network, ada, walk, today):
    acme = walk["Acme"]
    remember(source=acme, text="Tom", by=ada, today=today)
    skip(source=acme, by=ada)
    assert (acme.state, acme.remembered.count()) == ("skipped", 1)
    reopen(source=acme, by=ada)
    assert acme.state == "open"

    skip(source=acme, by=ada)
    remember(source=acme, text="Tim", by=ada, today=today)
    assert acme.state == "open"


def test_a_name_is_taken_off_and_comes_back(network, ada, walk, today):
    (row,) = remember(source=walk["Acme"], text="Tom", by=ada, today=today)
    take_off(remembered=row, by=ada)
    assert not Remembered.objects.exists()

    undo(act=Act.objects.latest("pk"), by=Actor(ada.user))
    assert written(walk["Acme"]) == [("Tom", "", None)]


def test_a_source_has_room_for_so_many(network, ada, walk, today):
    acme = walk["Acme"]
    Remembered.objects.bulk_create(
        Remembered(network=network, source=acme, name=f"Name {n}", said_on=today) for n in range(MOST)
    )
    with pytest.raises(Refusal):
        remember(source=acme, text="One More", by=ada, today=today)


def test_a_stranger_writes_and_changes_nothing(network, ada, ben, walk, today):
    acme = walk["Acme"]
    (row,) = remember(source=acme, text="Tom", by=ada, today=today)
    theirs = network_of(ben)
    with inside(theirs):
        lay_walk(network=theirs, by=ben)
        own = Source.objects.first()
        with pytest.raises(Refusal):
            say(source=own, said={row.pk: Said("years")}, by=ben, today=today)
    for attempt in (
        lambda: remember(source=acme, text="Tim", by=ben, today=today),
        lambda: say(source=acme, said={row.pk: Said("years")}, by=ben, today=today),
        lambda: take_off(remembered=row, by=ben),
        lambda: skip(source=acme, by=ben),
    ):
        with pytest.raises(Refusal):
            attempt()
    assert written(acme) == [("Tom", "", None)]


def test_somebody_elses_contact_is_not_taken_for_one_of_ours(network, ada, ben, walk, today):
    dana = contact(network_of(ben), ben, "Dana", "Stranger")
    (row,) = remember(source=walk["Acme"], text="Dana", by=ada, today=today)
    with pytest.raises(Refusal):
        say(source=walk["Acme"], said={row.pk: Said(contact=dana)}, by=ada, today=today)
