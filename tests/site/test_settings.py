import os
import subprocess
import sys

import pytest

SHOW = "from wellkept.site import settings as s; print(s.SITE_URL, s.ALLOWED_HOSTS, s.SECURE_SSL_REDIRECT)"


def settings(**environment):
    return subprocess.run(
        [sys.executable, "-c", SHOW], env=os.environ | environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "environment", [{"SITE_URL": "wellkept.example.org"}, {"SITE_URL": "ftp://x"}, {"WELLKEPT_SIGN_UP": "yes"}]
)
def test_a_setting_that_makes_no_sense_stops_the_start_and_is_named(environment):
    result = settings(**environment)

    assert result.returncode != 0
    assert next(iter(environment)) in result.stderr


def test_behind_a_proxy_everything_goes_over_https():
    result = settings(SITE_URL="https://wellkept.example.org/", WELLKEPT_BEHIND_PROXY="on")

    assert "https://wellkept.example.org " in result.stdout
    assert "'wellkept.example.org'" in result.stdout
    assert "True" in result.stdout
