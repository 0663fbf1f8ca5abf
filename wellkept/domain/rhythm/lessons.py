"""A lesson as it is stored, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .chances import FEATURES, Logistic
from .gaps import Usual
from .learning import Learned
from .silence import Band, Bands, Limits
from .strength import Kernel


def as_stored(learned: Learned) -> dict[str, Any]:
    chances = learned.chances
    return {
        "kernel": list(learned.kernel),
        "usual": {
            "mu": learned.usual.mu,
            "spread": learned.usual.spread,
            "by_circle": [[circle, mu] for circle, mu in learned.usual.by_circle.items()],
        },
        "limits": [learned.limits.at_risk, learned.limits.dormant],
        "bands": {"upto": list(learned.bands.upto), "bands": [list(band) for band in learned.bands.bands]},
        "chances": [chances.intercept, *chances.weights] if chances else None,
    }


def from_stored(stored: Mapping[str, Any]) -> Learned:
    """A lesson of another shape (an older version wrote it) counts for nothing."""
    try:
        usual, bands, chances = stored["usual"], stored["bands"], stored["chances"]
        if chances is not None and len(chances) != 1 + len(FEATURES):
            return Learned()
        return Learned(
            kernel=Kernel(*stored["kernel"]),
            usual=Usual(usual["mu"], dict(usual["by_circle"]), usual["spread"]),
            limits=Limits(*stored["limits"]),
            bands=Bands(tuple(bands["upto"]), tuple(Band(*band) for band in bands["bands"])),
            chances=Logistic(chances[0], tuple(chances[1:])) if chances else None,
        )
    except (KeyError, TypeError, IndexError):
        return Learned()
