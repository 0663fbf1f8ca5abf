from datetime import timedelta

import pytest


@pytest.fixture
def today(network):
    """The pages ask the clock, so the records are made around the day it is."""
    return network.today()


@pytest.fixture
def crowd(network, ada, today):
    """Makes so many undecided contacts at one organization."""
    from wellkept.domain.contacts.adding import add_contacts
    from wellkept.formats.person import Name, PartialDate, Person, Position

    def make(count, organization="Harbour Analytics"):
        day = today - timedelta(days=400)
        people = [
            Person(
                name=Name(display=f"Person {number}", given="Person", family=str(number)),
                positions=[Position(organization, "Builder")],
                connected_on=PartialDate(day.year, day.month, day.day),
            )
            for number in range(count)
        ]
        return add_contacts(network=network, people=[(person, None) for person in people], by=ada, source="linkedin")

    return make
