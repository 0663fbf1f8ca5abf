import os
import subprocess
import sys

import pytest

from wellkept.domain.accounts.limits import allowed, forget, seconds_left, sweep
from wellkept.domain.accounts.models import Allowance

NOON = 1_790_000_000.0


@pytest.mark.django_db
def test_a_limit_admits_so_many_in_its_window_and_begins_anew_in_the_next():
    assert [allowed("door", limit=2, seconds=60, now=NOON) for _ in range(3)] == [True, True, False]
    assert allowed("door", limit=2, seconds=60, now=NOON + 60)
    assert allowed("other", limit=2, seconds=60, now=NOON)


@pytest.mark.django_db
def test_a_count_that_is_forgotten_begins_anew():
    allowed("door", limit=1, seconds=60, now=NOON)
    forget("door")

    assert allowed("door", limit=1, seconds=60, now=NOON)


@pytest.mark.django_db
def test_sweeping_drops_what_is_a_day_old():
    allowed("old", limit=1, seconds=60, now=NOON - 90_000)
    allowed("new", limit=1, seconds=60, now=NOON)
    sweep(now=NOON)

    assert list(Allowance.objects.values_list("key", flat=True)) == ["new"]


def test_seconds_left_never_says_none():
    assert seconds_left(seconds=60, now=119.9) == 1
    assert seconds_left(seconds=60, now=60.0) == 61


def test_a_limit_admits_exactly_as_many_across_processes(tmp_path):
    environment = os.environ | {"WELLKEPT_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "wellkept.site.settings"}
    script = (
        "from wellkept.site.preparing import begin; begin();"
        "from wellkept.domain.accounts.limits import allowed;"
        f"print(sum(allowed('door', limit=7, seconds=600, now={NOON}) for _ in range(20)))"
    )
    knocking = [
        subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]

    assert sum(int(process.communicate()[0]) for process in knocking) == 7
