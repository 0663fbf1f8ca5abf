"""How dates are written: as the user said, else as it was."""

from datetime import date

from django.utils import formats, translation

from wellkept.domain.accounts.dates import written_for

DAY = date(2026, 3, 4)


def test_it_ends_with_the_page(network):
    network.dates = "iso"
    with translation.override("en-gb"):
        with written_for(network):
            assert formats.date_format(DAY) == "2026-03-04"
            assert formats.date_format(DAY, "MONTH_DAY_FORMAT") == "4 March"
        assert formats.date_format(DAY) == "4 Mar 2026"


def test_left_open_it_is_as_it_was_or_as_the_door_says(network):
    with translation.override("en-gb"):
        with written_for(network):
            assert formats.date_format(DAY) == "4 Mar 2026"
        with written_for(network, "en-se"):
            assert formats.date_format(DAY) == "2026-03-04"
