from __future__ import annotations

import pytest

from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Organization, Position
from wellkept.domain.history.acting import acting
from wellkept.domain.recall.laying import lay_walk
from wellkept.domain.recall.models import Source


@pytest.fixture
def career(network, ada):
    """Ada's own jobs and school: she is at Acme, was at Blue Kettle, and learned at the Harbour School."""
    card = own_card(network=network)
    with acting(ada, network, "edit", summary="Career") as act:
        acme, kettle, school = (
            act.add(Organization(name=name, key=name.lower())) for name in ("Acme", "Blue Kettle", "Harbour School")
        )
        return [
            act.add(Position(contact=card, organization=acme, title="Head", current=True, started_year=2020)),
            act.add(Position(contact=card, organization=kettle, current=False, ended_year=2019, position=1)),
            act.add(Position(contact=card, organization=school, kind="education", current=False, position=2)),
        ]


@pytest.fixture
def walk(network, ada, career):
    """The walk, laid out over ada's career: sources by what they are called."""
    lay_walk(network=network, by=ada)
    return {str(source): source for source in Source.objects.filter(network=network)}
