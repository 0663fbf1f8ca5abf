"""A fair in Lisbon that is on, and one that comes."""

from __future__ import annotations

from datetime import timedelta

import pytest


@pytest.fixture
def now(network):
    """The day it is: the pages ask the clock."""
    return network.today()


@pytest.fixture
def fair(network, ada, now):
    from wellkept.domain.events.adding import add_event

    return add_event(
        network=network, name="Fair of small presses", place="Lisbon", starts_on=now - timedelta(days=1),
        ends_on=now + timedelta(days=1), organizer="Alder Works", by=ada,
    )  # fmt: skip


@pytest.fixture
def coming(network, ada, now):
    from wellkept.domain.events.adding import add_event

    return add_event(network=network, name="Winter supper", starts_on=now + timedelta(days=20), by=ada)
