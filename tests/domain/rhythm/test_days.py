"""Contact-days are stored so that they can be read again."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.rhythm.test_strength import passed
from wellkept.domain.rhythm.days import contact_days, packed, unpacked


@settings(max_examples=200, deadline=None)
@given(st.lists(passed, max_size=40))
def test_contact_days_are_stored_and_read_again_as_they_were(told):
    history = contact_days(told)
    again = unpacked(json.loads(json.dumps(packed(history))))
    assert [day._replace(weight=round(day.weight, 6)) for day in history.days] == list(again.days)
    assert (again.on, again.mine, again.theirs, again.alone, again.messages) == (
        history.on, history.mine, history.theirs, history.alone, history.messages,
    )  # fmt: skip
