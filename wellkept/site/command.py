"""The ``wellkept`` command: the command line's verbs, and ``serve``."""

from __future__ import annotations

import os


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellkept.site.settings")
    from wellkept.interfaces.cli.main import run

    run()
