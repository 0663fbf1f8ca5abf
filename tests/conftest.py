"""The cast: ada owns the network, ben is the stranger who owns another one; ana, bruno and chen are contacts of ada."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

os.environ["WELLKEPT_HOME"] = tempfile.mkdtemp(prefix="wellkept-tests-")

import pytest
from django_scopes import scope
from hypothesis import HealthCheck
from hypothesis import settings as dice

# Nothing here asserts a time. A gate throws the same dice each time: what it finds is found again.
dice.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="WELLKEPT_SAME_DICE" in os.environ,
)
dice.load_profile("house")


def pytest_configure() -> None:
    """The settings were read before this file was, so they name the data folder of whoever runs the tests: nothing may
    be written there."""
    from django.conf import settings

    settings.HOME = Path(os.environ["WELLKEPT_HOME"])
    settings.FILES_FOLDER = settings.MEDIA_ROOT = settings.HOME / "files"
    settings.TLS_FOLDER = settings.HOME / "tls"


CORPORA = Path(os.environ.get("WELLKEPT_CORPORA") or Path(__file__).resolve().parents[1].parent / "shared" / "corpora")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Files that real programs wrote. Where they are missing, the tests on them are skipped, and say so."""
    if not CORPORA.is_dir():
        pytest.skip(f"no corpora at {CORPORA}: set WELLKEPT_CORPORA to run the tests on real files")
    return CORPORA


@pytest.fixture
def today() -> date:
    return date(2026, 11, 18)  # a Wednesday


@pytest.fixture
def ada(db):
    """The actor who owns the network."""
    from tests.cast import person

    return person("ada@example.org", "Ada Quill")


@pytest.fixture
def ben(db):
    """The stranger: owns another network."""
    from tests.cast import person

    return person("ben@example.org", "Ben Marsh")


@pytest.fixture
def network(ada):
    """Ada's network, in scope for the test."""
    from wellkept.domain.accounts.models import Network

    network = Network.objects.get(owner=ada.user)
    with scope(network=network):
        yield network


@pytest.fixture
def ana(network, ada):
    from tests.cast import contact

    return contact(network, ada, "Ana", "Souza")


@pytest.fixture
def bruno(network, ada):
    from tests.cast import contact

    return contact(network, ada, "Bruno", "Keller")


@pytest.fixture
def chen(network, ada):
    from tests.cast import contact

    return contact(network, ada, "Chen", "Wei")


@pytest.fixture
def page(client, ada):
    """A browser without JavaScript, signed in as ada. (A fixture of the same name drives Chromium in tests/journeys.)"""
    client.force_login(ada.user)
    return client
