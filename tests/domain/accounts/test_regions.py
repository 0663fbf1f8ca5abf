import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.domain.accounts.regions import propose, region_choices, zone_choices


@pytest.mark.parametrize(
    ("asked", "zone", "first_day", "region"),
    [
        ("de-AT,de;q=0.8", "Europe/Vienna", 0, "AT"),
        ("de", "Europe/Berlin", 0, "DE"),
        ("en-US,en;q=0.5", "America/New_York", 6, "US"),
        ("pt-BR", "America/Sao_Paulo", 6, "BR"),
        ("zh-Hant-TW", "Asia/Taipei", 6, "TW"),
        ("", "America/New_York", 6, "US"),
    ],
)
def test_what_a_browser_asks_for_tells_where_it_is(asked, zone, first_day, region):
    proposal = propose(asked)

    assert (proposal.time_zone, proposal.week_start, proposal.phone_region) == (zone, first_day, region)


def test_where_a_country_has_several_zones_the_servers_own_is_believed():
    assert propose("en-US", here="America/Denver").time_zone == "America/Denver"
    assert propose("de-AT", here="America/Denver").time_zone == "Europe/Vienna"


@given(st.text(max_size=60))
def test_whatever_is_asked_for_there_is_a_proposal_that_the_form_offers(asked):
    proposal = propose(asked)

    assert proposal.time_zone in dict(zone_choices())
    assert proposal.phone_region in dict(region_choices())
    assert 0 <= proposal.week_start <= 6
    assert zoneinfo.ZoneInfo(proposal.time_zone)
