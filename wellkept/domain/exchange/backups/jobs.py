"""A backup as a background job, for a host who does not want to wait for the night."""

from __future__ import annotations

import contextlib

from django.utils import timezone
from django_tasks import task

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.exchange.backups.planning import back_up


@task()
def back_up_job() -> None:
    with contextlib.suppress(Refusal):  # which the status page tells
        back_up(now=timezone.now())
