"""The planner knows that a network is no rare value."""

from __future__ import annotations

import pytest
from django.db import connection

from wellkept.domain.history.models import Change
from wellkept.domain.timeline.models import Interaction, Participation
from wellkept.site.estimates import tell_planner


def plan(query) -> str:
    with connection.cursor() as cursor:
        sql, params = query.query.sql_with_params()
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return "; ".join(row[3] for row in cursor.fetchall())


@pytest.fixture
def told(db):
    tell_planner(connection)


def test_rows_asked_for_by_their_keys_are_found_by_them(told, network):
    assert "PRIMARY KEY" in plan(Interaction.objects.filter(pk__in=[1, 2, 3]).order_by())


def test_who_took_part_is_found_by_the_interaction(told, network):
    assert "interaction_id=?" in plan(Participation.objects.filter(interaction__in=[1, 2, 3]))


def test_the_changes_of_a_row_are_found_by_table_and_row(told, network):
    found = plan(Change.objects.filter(table="timeline.interaction", row__in=[1, 2, 3]))
    assert "network_id=? AND table=? AND row=?" in found


def test_a_day_of_the_timeline_is_read_from_its_index(told, network):
    found = plan(Interaction.objects.filter(on__gte="2026-11-16", on__lte="2026-11-22").order_by())
    assert "network_id=? AND on>? AND on<?" in found


def test_it_can_be_told_again(told):
    tell_planner(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT idx) FROM sqlite_stat1")
        rows, indexes = cursor.fetchone()
    assert rows == indexes > 50
