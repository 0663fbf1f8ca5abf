"""Runs (or resumes) one import in a process of its own, to be killed: python -m tests.domain.exchange.killed UPLOAD"""

from __future__ import annotations

import os
import sys


def main(upload: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "wellkept.site.settings"
    import django

    django.setup()
    from wellkept.domain.exchange import running
    from wellkept.domain.exchange.jobs import run_import_job
    from wellkept.domain.exchange.models import ImportRun

    running.BATCH = 20
    run = ImportRun._base_manager.filter(upload=upload).first()
    print("ready", flush=True)
    run_import_job.func(run.network_id, upload)


if __name__ == "__main__":
    main(sys.argv[1])
