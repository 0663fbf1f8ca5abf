"""Every contact with contact-days has one rhythm, and it follows each act at once."""

from __future__ import annotations

from datetime import timedelta

from wellkept.domain.contacts.merging import merge_contacts
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.rhythm.jobs import learn_job
from wellkept.domain.rhythm.keeping import keep, learn_where_missing, lesson_of, relearn
from wellkept.domain.rhythm.learning import Learned
from wellkept.domain.rhythm.models import Lesson, Rhythm
from wellkept.domain.timeline.recording import record_interaction

from ...cast import contact


def rows():
    return {row.pop("contact_id"): row for row in Rhythm.objects.values()}


def talk(network, people, ada, today, *ages, kind="call", **more):
    for age in ages:
        on = today - timedelta(days=age)
        record_interaction(network=network, contacts=people, kind=kind, on=on, by=ada, today=today, **more)


def test_an_interaction_and_its_undo_are_followed(network, ada, ana, today):
    assert rows() == {}
    talk(network, [ana], ada, today, 30, 9)
    before = rows()
    assert before[ana.pk]["contact_days"] == 2
    talk(network, [ana], ada, today, 0)
    assert Rhythm.objects.get(contact=ana).last_on == today
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert rows() == before


def test_taking_the_only_one_back_leaves_no_rhythm(network, ada, ana, today):
    talk(network, [ana], ada, today, 3)
    undo(act=Act.objects.order_by("-pk").first(), by=ada)
    assert rows() == {}


def test_computing_them_again_changes_nothing(network, ada, ana, bruno, today):
    talk(network, [ana, bruno], ada, today, 90, 60, 30, 2)
    before = rows()
    keep(network=network, contacts=[ana.pk, bruno.pk])
    assert rows() == before


def test_two_who_are_one_have_the_days_of_both(network, ada, ana, bruno, today):
    talk(network, [ana], ada, today, 30, 10)
    talk(network, [bruno], ada, today, 20, 10)
    merge_contacts(kept=ana, gone=bruno, by=ada)
    assert {key: row["contact_days"] for key, row in rows().items()} == {ana.pk: 3}


def test_a_lesson_comes_back_as_it_was_stored(network, ada, today):
    for place in range(6):
        person = contact(network, ada, "Person", f"Number {place}")
        talk(network, [person], ada, today, *range(place + (150 if place % 2 else 1), 300, 16 + place))
    learned = relearn(network=network, today=today)
    assert learned.chances is not None
    assert lesson_of(network) == learned
    assert len(Lesson.objects.get().strengths) == 100
    assert Rhythm.objects.count() == 6


def test_a_lesson_of_another_time_counts_for_nothing(network, today):
    Lesson.objects.create(network=network, learned_on=today, learned={"kernel": ["power", 0.8]})
    assert lesson_of(network) == Learned()


def test_a_network_from_before_there_were_lessons_gets_its_own(network, ada, ana, ben, today):
    talk(network, [ana], ada, today, 60, 30, 9)
    Rhythm.objects.all().delete()
    Lesson.objects.all().delete()

    assert learn_where_missing() == 1  # ben has nothing to learn from
    learn_job.func(network.pk)

    assert Lesson.objects.filter(network=network).exists()
    assert rows()[ana.pk]["contact_days"] == 3
    assert learn_where_missing() == 0
