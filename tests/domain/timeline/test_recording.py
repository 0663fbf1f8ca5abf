"""What passed between people is recorded once, whole, and not before it happened."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import formats

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo
from wellkept.domain.timeline.models import Interaction, Participation, Promise
from wellkept.domain.timeline.recording import NewInteraction, NewPromise, record_interaction, record_interactions


def test_an_interaction_is_recorded_with_all_who_took_part(ada, network, ana, bruno, today):
    lunch = record_interaction(
        network=network, contacts=[ana, bruno, ana], kind="lunch", on=today, by=ada, today=today, body=" About wells. "
    )
    assert (lunch.kind, lunch.body, lunch.touch) == ("lunch", "About wells.", True)
    assert {(part.contact_id, part.on) for part in lunch.participations.all()} == {(ana.pk, today), (bruno.pk, today)}


def test_the_history_tells_of_it_in_one_line(ada, network, ana, bruno, chen, today):
    record_interaction(network=network, contacts=[ana, bruno, chen], kind="coffee", on=today, by=ada, today=today)
    day = formats.date_format(today, "SHORT_DATE_FORMAT")
    assert Act.objects.latest("pk").summary == f"Logged: coffee with Ana Souza and 2 others, {day}"


@pytest.mark.parametrize(
    ("kind", "direction", "touch"),
    [
        ("email", "theirs", False),
        ("message", "theirs", False),
        ("letter", "theirs", False),
        ("email", "mine", True),
        ("message", "both", True),
        ("call", "theirs", True),
        ("gift", "theirs", True),
    ],
)
def test_only_what_they_alone_wrote_is_no_touch(ada, network, ana, today, kind, direction, touch):
    made = record_interaction(
        network=network, contacts=[ana], kind=kind, direction=direction, on=today, by=ada, today=today
    )
    assert made.touch is touch


def test_a_letter_of_theirs_is_counted_as_received(ada, network, ana, today):
    made = record_interaction(
        network=network, contacts=[ana], kind="letter", direction="theirs", on=today, by=ada, today=today
    )
    assert (made.sent_count, made.received_count) == (0, 1)


def test_the_user_may_say_that_it_counts(ada, network, ana, today):
    made = record_interaction(
        network=network, contacts=[ana], kind="email", direction="theirs", on=today, touch=True, by=ada, today=today
    )
    assert made.touch is True


def test_promises_of_both_sides_are_kept_with_it(ada, network, ana, today):
    made = record_interaction(
        network=network,
        contacts=[ana],
        kind="call",
        on=today,
        by=ada,
        today=today,
        promises=[
            NewPromise(by="me", text="send the  book", due_on=today + timedelta(days=3)),
            NewPromise(by="them", text="ask Chen"),
        ],
    )
    assert list(made.promises.order_by("pk").values_list("by", "text", "contact")) == [
        ("me", "send the book", ana.pk),
        ("them", "ask Chen", ana.pk),
    ]


def test_undoing_takes_the_promises_along(ada, network, ana, today):
    record_interaction(
        network=network,
        contacts=[ana],
        kind="call",
        on=today,
        by=ada,
        today=today,
        promises=[NewPromise(by="me", text="send the book")],
    )
    undo(act=Act.objects.latest("pk"), by=ada)
    assert not Interaction.objects.exists() and not Promise.objects.exists() and not Participation.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"contacts": []}, "contacts"),
        ({"kind": "fax"}, "kind"),
        ({"direction": "up"}, "direction"),
        ({"on": date(2026, 11, 19)}, "on"),
        ({"on": date(1, 1, 1)}, "on"),
        ({"body": "x" * 100_001}, "body"),
        ({"place": "x" * 201}, "place"),
        ({"at": datetime(2026, 11, 18, 9)}, "at"),
        ({"promises": [NewPromise(by="me", text="  ")]}, "text"),
        ({"promises": [NewPromise(by="me", text="x" * 501)]}, "text"),
        ({"promises": [NewPromise(by="you", text="come")]}, "by_whom"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(ada, network, ana, today, changed, field):
    acts = Act.objects.count()
    given = {"contacts": [ana], "kind": "call", "on": today} | changed
    with pytest.raises(Refusal) as refused:
        record_interaction(network=network, by=ada, today=today, **given)
    assert refused.value.field == field
    assert not Interaction.objects.exists() and Act.objects.count() == acts


def test_who_promises_has_to_take_part(ada, network, ana, bruno, today):
    with pytest.raises(Refusal, match="did not take part"):
        record_interaction(
            network=network,
            contacts=[ana],
            kind="call",
            on=today,
            by=ada,
            today=today,
            promises=[NewPromise(by="me", text="call", contact=bruno)],
        )


def test_many_are_recorded_in_one_act_with_few_queries(ada, network, ana, bruno, today, django_assert_max_num_queries):
    rows = [
        NewInteraction(
            contacts=[ana, bruno] if number % 2 else [ana],
            kind="message",
            on=today - timedelta(days=number),
            at=datetime(2026, 11, 18, 9, tzinfo=UTC) - timedelta(days=number),
            sent=2,
            received=1,
            source="linkedin.messages",
            source_key=f"conversation:{number}",
        )
        for number in range(120)
    ]
    with django_assert_max_num_queries(28):
        made = record_interactions(network=network, rows=rows, by=ada, today=today)
    assert len({interaction.pk for interaction in made}) == 120
    assert Participation.objects.count() == 180
    act = Act.objects.latest("pk")
    assert act.changes.filter(contact_id=bruno.pk).count() == 60
    undo(act=act, by=ada)
    assert not Interaction.objects.exists()


def test_no_stranger_records_in_a_network(ben, network, ana, today):
    with pytest.raises(Refusal, match="not in your network"):
        record_interaction(network=network, contacts=[ana], kind="call", on=today, by=ben, today=today)
    assert not Interaction.objects.exists()


def test_nobody_records_with_a_contact_of_somebody_else(ben, network, ana, today):
    from django_scopes import scope

    from tests.cast import network_of

    theirs = network_of(ben)
    with scope(network=theirs), pytest.raises(Refusal, match="not in your network"):
        record_interaction(network=theirs, contacts=[ana], kind="call", on=today, by=ben, today=today)


def test_taking_many_back_costs_few_queries(ada, network, ana, today, django_assert_max_num_queries):
    rows = [NewInteraction(contacts=[ana], kind="message", on=today, body=str(number)) for number in range(150)]
    record_interactions(network=network, rows=rows, by=ada, today=today)
    with django_assert_max_num_queries(60):
        undo(act=Act.objects.latest("pk"), by=ada)
    assert not Interaction.objects.exists()
