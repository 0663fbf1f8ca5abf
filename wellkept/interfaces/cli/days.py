"""Days as they are typed on the command line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wellkept.domain.accounts.models import Network

HOW = "Write it as 2026-11-18, or 18 November 2026."


def day(text: str, network: Network, *, option: str) -> date:
    """A day that has a year, or today, yesterday, tomorrow."""
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.formats.dates import order_of_region, parse_partial

    today = network.today()
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(text.strip().lower())
    if near is not None:
        return today + timedelta(days=near)
    found = parse_partial(text, order_of_region(network.phone_region))
    if found is None or not (found.year and found.month and found.day):
        raise Refusal(f"{option}: “{text}” is no day. {HOW}", field=option)
    return date(found.year, found.month, found.day)


def coming(text: str, network: Network, *, option: str) -> date:
    """A day ahead: '2 weeks', 'friday', 'next month', '4 May', 2026-12-01."""
    from wellkept.domain.accounts.refusals import Refusal
    from wellkept.formats.spans import parse_when

    found = parse_when(text, today=network.today(), week_start=network.week_start)
    if found is None:
        raise Refusal(f"{option}: “{text}” is no day ahead. Write 2 weeks, friday, next month, 4 May or 2026-12-01.")
    return found
