import pytest

from tests.cast import contact
from wellkept.domain.accounts.models import Actor
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.cadence.models import Decision, Standing
from wellkept.domain.contacts.models import Circle, CircleMembership, Contact, Position
from wellkept.domain.contacts.removing import remove_contacts
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.recall.keeping import CIRCLES, keep_source
from wellkept.domain.recall.laying import add_source
from wellkept.domain.recall.models import Remembered, Source
from wellkept.domain.recall.remembering import Said, remember, say
from wellkept.domain.timeline.models import Interaction


def circles(who):
    return list(CircleMembership.objects.filter(contact=who).values_list("circle__key", flat=True))


@pytest.fixture
def typed(network, ada, ana, walk, today):
    """At Blue Kettle: Ana, who is here already, and Fern Moss of Acme."""
    rows = remember(source=walk["Blue Kettle"], text="Ana Souza\nFern Moss, Acme", by=ada, today=today)
    say(source=walk["Blue Kettle"], said={rows[1].pk: Said("long", "surely")}, by=ada, today=today)
    return walk["Blue Kettle"]


def test_who_is_new_is_added_and_who_is_here_only_gets_the_circle(network, ada, ana, typed, today):
    before = Contact.objects.filter(pk=ana.pk).values().get()
    kept = keep_source(source=typed, by=ada, today=today)

    assert [str(one) for one in kept] == ["Ana Souza", "Fern Moss"]
    fern = kept[1]
    assert (fern.given, fern.family, fern.met_where, fern.source) == ("Fern", "Moss", "Blue Kettle", "recall")
    assert [str(place) for place in Position.objects.filter(contact=fern)] == ["Acme"]
    assert circles(ana) == circles(fern) == ["past-co-workers"]
    assert Contact.objects.filter(pk=ana.pk).values().get() == before
    assert typed.state == "done"
    assert not Decision.objects.exists()
    assert not Interaction.objects.exists()


def test_old_acquaintances_are_no_new_connections(network, ada, typed, today):
    keep_source(source=typed, by=ada, today=today)

    fern = Standing.objects.get(contact__display="Fern Moss")
    assert (fern.new_on, fern.last_touch_on) == (None, None)


def test_it_is_one_act_and_undoing_it_brings_the_list_back(network, ada, ana, typed, today):
    people, acts = Contact.objects.count(), Act.objects.count()
    keep_source(source=typed, by=ada, today=today)
    assert Act.objects.count() == acts + 1

    undo(act=Act.objects.latest("pk"), by=Actor(ada.user))
    typed.refresh_from_db()
    assert typed.state == "open"
    assert Contact.objects.count() == people
    assert circles(ana) == []
    rows = Remembered.objects.filter(source=typed)
    assert [(row.name, row.contact, row.kept_on, row.spoken) for row in rows] == [
        ("Ana Souza", ana, None, ""), ("Fern Moss", None, None, "long"),
    ]  # fmt: skip


def test_kept_twice_nobody_is_added_twice(network, ada, typed, today):
    keep_source(source=typed, by=ada, today=today)
    remember(source=typed, text="Tom", by=ada, today=today)

    assert [str(one) for one in keep_source(source=typed, by=ada, today=today)] == ["Tom"]
    assert Contact.objects.filter(display="Fern Moss").count() == 1


def test_one_of_several_is_asked_about_and_nobody_is_kept_before(network, ada, ana, typed, today):
    contact(network, ada, "Bo", "Lind")
    other = contact(network, ada, "Bo", "Lind")
    (row,) = remember(source=typed, text="Bo Lind", by=ada, today=today)
    with pytest.raises(Refusal) as refused:
        keep_source(source=typed, by=ada, today=today)
    assert "Bo Lind" in str(refused.value)
    assert not Remembered.objects.filter(kept_on__isnull=False).exists()
    assert not Contact.objects.filter(display="Fern Moss").exists()

    say(source=typed, said={row.pk: Said(contact=other)}, by=ada, today=today)
    assert other in keep_source(source=typed, by=ada, today=today)


def test_the_user_may_say_that_it_is_somebody_new(network, ada, ana, typed, today):
    row = Remembered.objects.get(source=typed, name="Ana Souza")
    say(source=typed, said={row.pk: Said(somebody_new=True)}, by=ada, today=today)
    keep_source(source=typed, by=ada, today=today)

    assert Contact.objects.filter(display="Ana Souza").count() == 2


@pytest.mark.parametrize("kind", Source.Kind.values)
def test_every_source_leads_to_a_circle(network, ada, walk, today, kind):
    assert Circle.objects.filter(network=network, key=CIRCLES[kind]).exists()
    source = add_source(network=network, kind=kind, name="Somewhere", by=ada)
    remember(source=source, text="Fern Moss", by=ada, today=today)
    (fern,) = keep_source(source=source, by=ada, today=today)

    assert circles(fern) == [CIRCLES[kind]]


def test_where_the_user_works_now_leads_to_the_present_co_workers(network, ada, walk, today):
    remember(source=walk["Acme"], text="Fern Moss", by=ada, today=today)
    (fern,) = keep_source(source=walk["Acme"], by=ada, today=today)

    assert circles(fern) == ["present-co-workers"]


def test_without_the_circle_they_are_kept_all_the_same(network, ada, walk, today):
    Circle.objects.filter(key="family").delete()
    remember(source=walk["Family"], text="Fern Quill", by=ada, today=today)
    (fern,) = keep_source(source=walk["Family"], by=ada, today=today)

    assert circles(fern) == []


def test_an_empty_source_is_done_as_well(network, ada, walk, today):
    assert keep_source(source=walk["Vendors"], by=ada, today=today, seconds=30) == []

    assert (walk["Vendors"].state, walk["Vendors"].seconds) == ("done", 30)


def test_who_was_deleted_stays_on_the_list_by_name(network, ada, typed, today):
    kept = keep_source(source=typed, by=ada, today=today)
    remove_contacts(contacts=[kept[1]], by=ada)

    assert Remembered.objects.get(name="Fern Moss").contact is None


def test_a_stranger_keeps_nothing(network, ada, ben, typed, today):
    with pytest.raises(Refusal):
        keep_source(source=typed, by=ben, today=today)

    assert not Remembered.objects.filter(kept_on__isnull=False).exists()
