"""Every contact has exactly one standing, and it follows each act at once."""

from __future__ import annotations

from django.utils import timezone

from wellkept.domain.cadence.deciding import decide
from wellkept.domain.cadence.models import Standing
from wellkept.domain.cadence.restanding import restand
from wellkept.domain.contacts.circles import put_in_circle, take_out_of_circle
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Circle, Contact, Organization, Position
from wellkept.domain.history.acting import acting
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.recording import record_interaction

from ...cast import contact


def standings() -> dict[int, tuple]:
    return {row.pop("contact_id"): row for row in Standing.objects.values()}


def test_every_contact_has_one_from_the_first_moment(network, ada, ana, bruno):
    assert set(standings()) == {ana.pk, bruno.pk}
    with acting(ada, network, "remove", summary="x") as act:
        act.remove(bruno)
    assert set(standings()) == {ana.pk}
    undo(act=act.row, by=ada)
    assert set(standings()) == {ana.pk, bruno.pk} == set(Contact.objects.active().values_list("pk", flat=True))


def test_computing_them_all_again_changes_nothing(network, ada, ana, bruno, chen, today):
    record_interaction(network=network, contacts=[ana, bruno], kind="lunch", on=today, by=ada, today=today)
    decide(contacts=[ana], kind="own", days=30, by=ada, today=today)
    before = standings()
    assert restand(network=network) == 3
    assert standings() == before


def test_an_interaction_and_its_undo_are_followed(network, ada, ana, today):
    record_interaction(network=network, contacts=[ana], kind="call", on=today, by=ada, today=today)
    assert Standing.objects.get(contact=ana).last_touch_on == today
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert Standing.objects.get(contact=ana).last_touch_on is None


def test_an_archived_contact_is_out_of_sight(network, ada, ana):
    with acting(ada, network, "archive", summary="x") as act:
        act.edit(ana, archived_at=timezone.now())
    assert not Standing.objects.get(contact=ana).in_sight


def test_a_circles_cadence_concerns_all_who_follow_it(network, ada, ana, bruno, today):
    friends = Circle.objects.get(key="friends")
    put_in_circle(contacts=[ana], circle=friends, by=ada)
    decide(contacts=[ana, bruno], kind="circle", by=ada, today=today)
    assert Standing.objects.get(contact=ana).cadence_days == 45
    with acting(ada, network, "edit", summary="x") as act:
        act.edit(friends, cadence_days=14)
    assert Standing.objects.get(contact=ana).cadence_days == 14
    take_out_of_circle(contacts=[ana], circle=friends, by=ada)
    assert Standing.objects.get(contact=ana).cadence_days == 90


def test_a_job_on_the_own_card_makes_former_colleagues_promising(network, ada, ana, bruno):
    with acting(ada, network, "add", summary="x") as act:
        hooli = act.add(Organization(name="Hooli", key="hooli"))
        act.add(Position(contact=ana, organization=hooli, started_year=2019))
    assert "Hooli" not in Standing.objects.get(contact=ana).promise_reason
    with acting(ada, network, "add", summary="x") as act:
        act.add(
            Position(
                contact=own_card(network=network), organization=hooli, started_year=2018, ended_year=2022, current=False
            )
        )
    assert "both at Hooli until 2022" in Standing.objects.get(contact=ana).promise_reason
    assert Standing.objects.get(contact=ana).promise_score > Standing.objects.get(contact=bruno).promise_score
    undo(act=act.row, by=ada)
    assert "Hooli" not in Standing.objects.get(contact=ana).promise_reason


def test_many_are_computed_with_as_many_queries_as_one(network, ada, today, django_assert_max_num_queries):
    people = [contact(network, ada, f"P{number}", "Many") for number in range(40)]
    with django_assert_max_num_queries(14):
        assert restand(network=network, contacts=[person.pk for person in people]) == 40


def test_the_strangers_network_is_not_touched(network, ada, ben, ana):
    from ...cast import network_of

    theirs = network_of(ben)
    assert restand(network=theirs, contacts=[ana.pk]) == 0
    assert Standing.objects.filter(contact=ana).count() == 1
