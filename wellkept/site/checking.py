"""``python -m wellkept.site.checking``: are the settings fit to be deployed, and is there a migration for every model?"""

from __future__ import annotations

import os
import tempfile


def check() -> None:
    """Exits with 1 and says why where something is amiss."""
    with tempfile.TemporaryDirectory(prefix="wellkept-check-") as folder:
        os.environ.update(
            DJANGO_SETTINGS_MODULE="wellkept.site.settings",
            WELLKEPT_HOME=folder,
            SITE_URL="https://wellkept.example.org",
            WELLKEPT_BEHIND_PROXY="on",
        )
        import django
        from django.core.management import call_command

        django.setup()
        call_command("check", deploy=True, fail_level="WARNING")
        call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1)


if __name__ == "__main__":
    check()
