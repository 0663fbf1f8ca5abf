"""Which events are worth it."""

from __future__ import annotations

from datetime import date, timedelta

from wellkept.domain.events.adding import add_event
from wellkept.domain.events.listing import list_contacts
from wellkept.domain.events.meeting import meet
from wellkept.domain.events.worth import of_each, worth
from wellkept.domain.timeline.recording import record_interaction

TODAY = date(2027, 6, 1)


def test_a_series_is_looked_at_over_its_years_and_the_one_with_second_talks_stands_first(
    network, ada, fair, ana, bruno, chen, django_assert_max_num_queries
) -> None:
    again = add_event(
        network=network, name="The next fair", starts_on=date(2027, 2, 1), organizer="Alder Works",
        series="Small presses", by=ada,
    )  # fmt: skip
    supper = add_event(network=network, name="Supper", starts_on=date(2027, 3, 1), by=ada)
    add_event(network=network, name="Yet to come", starts_on=TODAY + timedelta(days=9), by=ada)
    for event, who in ((fair, [ana, bruno]), (again, [chen]), (supper, [chen])):
        for row in list_contacts(event=event, contacts=who, by=ada):
            meet(attendance=row, on=event.starts_on, by=ada, today=TODAY)
    for who, on, kind in ((ana, 3, "email"), (ana, 60, "lunch"), (bruno, 30, "email")):
        record_interaction(
            network=network, contacts=[who], kind=kind, on=fair.starts_on + timedelta(days=on), direction="mine", by=ada,
            today=TODAY,
        )  # fmt: skip
    with django_assert_max_num_queries(4):
        found = worth(network=network, today=TODAY)
    with django_assert_max_num_queries(4):
        each = of_each(network=network, today=TODAY)
    assert [(one.name, one.met, one.followed, one.again) for one in each.values()] == [
        ("Supper", 1, 0, 0), ("The next fair", 1, 0, 1), (fair.name, 2, 1, 1),
    ]  # fmt: skip
    told = [(kind, one.name, one.events, one.met, one.followed, one.again, one.second) for kind, one in found.by_event]
    # Chen, met at the next fair, was talked to again at the supper.
    assert told == [("series", "Small presses", 2, 3, 1, 2, 67), ("event", "Supper", 1, 1, 0, 0, 0)]
    assert [(one.name, one.events, one.met, one.again) for one in found.by_organizer] == [("Alder Works", 2, 3, 2)]
    assert [(one.name, one.events, one.met) for one in found.by_year] == [("2027", 2, 2), ("2026", 1, 2)]


def test_a_network_without_events_has_nothing_to_compare(network) -> None:
    found = worth(network=network, today=TODAY)
    assert (found.by_event, found.by_organizer, found.by_year) == ([], [], [])
    assert of_each(network=network, today=TODAY) == {}
