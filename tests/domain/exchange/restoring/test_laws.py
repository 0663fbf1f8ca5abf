"""The law of restoring: whatever was done, its export, wiped and restored, is exported the same again.

WELLKEPT_SEQUENCES says on how many sequences it is tried: 2,000 before a release.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from django.db import connection, transaction
from django_scopes import scope
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.exchange.exporting.conftest import AT
from tests.domain.exchange.restoring.conftest import members
from tests.domain.history.test_undo_law import VERBS, Doing, lawful, records, three  # noqa: F401 a fixture
from wellkept.domain.accounts.leaving import remove_user
from wellkept.domain.accounts.models import Actor, Network, User
from wellkept.domain.exchange.exporting.archive import export_network
from wellkept.domain.exchange.restoring.putting_back import restore_users
from wellkept.domain.history.models import Act
from wellkept.domain.history.undoing import undo

SEQUENCES = int(os.environ.get("WELLKEPT_SEQUENCES", "12"))
ORDERS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(min_value=0, max_value=30)), min_size=1, max_size=12)


@pytest.mark.slow
@settings(lawful, max_examples=SEQUENCES)
@pytest.mark.usefixtures("three")
@given(ORDERS)
def test_exported_wiped_and_restored_any_network_is_exported_the_same_and_can_still_be_undone(ada, network, orders):
    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        begun, first = Act.objects.latest("pk").pk, records(network)
        doing = Doing(network, ada)
        for verb, number in orders:
            doing.do(verb, number)
        export_network(network=network, to=Path(folder) / "1.zip", at=AT, password=True)
        remove_user(user=User.objects.get(pk=ada.user.pk))

        (user,) = restore_users(path=Path(folder) / "1.zip", password=str)
        again = Network.objects.get(owner=user)
        with scope(network=again):
            export_network(network=again, to=Path(folder) / "2.zip", at=AT, password=True)
            assert members(Path(folder) / "2.zip") == members(Path(folder) / "1.zip")
            connection.check_constraints()
            for act in Act.objects.filter(pk__gt=begun).order_by("-pk"):
                undo(act=act, by=Actor(user))
            assert _but_the_network(records(again)) == _but_the_network(first)
        transaction.set_rollback(True)


def _but_the_network(dumped):
    return {
        table: {key: {name: value for name, value in row.items() if name != "network_id"} for key, row in rows.items()}
        for table, rows in dumped.items()
    }
