from __future__ import annotations

import pytest

from tests.domain.recall.conftest import career, walk

__all__ = ["career", "walk"]


@pytest.fixture
def tell(page):
    """Sends the form of a source: names, and what is said of each."""

    def tell(source, do="write", **said):
        return page.post(
            f"/interview/{source.pk}", {"do": do, **{key.replace("_", "-"): one for key, one in said.items()}}
        )

    return tell
