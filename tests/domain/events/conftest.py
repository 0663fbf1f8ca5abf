"""A fair in Lisbon, three days long, on whose second day the tests are."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.fixture
def fair(network, ada):
    from wellkept.domain.events.adding import add_event

    return add_event(
        network=network, name="Fair of small presses", place="Lisbon", starts_on=date(2026, 11, 17),
        ends_on=date(2026, 11, 19), organizer="Alder Works", series="Small presses", by=ada,
    )  # fmt: skip
