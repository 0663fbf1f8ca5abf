from __future__ import annotations

import pytest

from tests.domain.contacts.own_card import fill_own_card
from wellkept.domain.contacts.publishing import choose_address, settle_page


@pytest.fixture
def card(network, ada):
    return fill_own_card(network, ada)


@pytest.fixture
def publish(network, ada, card):
    """Puts ada's page at /p/quill, with these fields ticked."""

    def publish(*fields, on=True, code=(), leave_details=False):
        choose_address(network=network, address="quill", by=ada)
        return settle_page(network=network, on=on, fields=fields, code_fields=code, leave_details=leave_details, by=ada)

    return publish
