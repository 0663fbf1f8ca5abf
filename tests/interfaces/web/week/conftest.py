import pytest


@pytest.fixture
def today(network):
    """The pages ask the clock, so the records are made around the day it is."""
    return network.today()


@pytest.fixture
def crowd(network, ada, today):
    """Makes so many connections of late, of whom nothing is known but where they work."""
    from datetime import timedelta

    from wellkept.domain.contacts.adding import add_contacts
    from wellkept.formats.person import Labelled, Name, PartialDate, Person, Position

    def make(count, start=0):
        day = today - timedelta(days=20)
        people = [
            Person(
                name=Name(display=f"Person {number}", given="Person", family=str(number)),
                emails=[Labelled(f"person.{number}@example.org", "work")],
                positions=[Position(f"House {number % 7}", "Builder")],
                connected_on=PartialDate(day.year, day.month, day.day),
            )
            for number in range(start, start + count)
        ]
        return add_contacts(network=network, people=[(person, None) for person in people], by=ada, source="linkedin")

    return make


def card(contact, kind="cadence", subject=""):
    """What a form of a card says."""
    return {"contact": str(contact.pk), "proposal": kind, "subject": subject}
