"""What every page's frame needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    network = getattr(request, "network", None)
    return {
        "network": network,
        "in_sample": bool(network and network.kind == "sample"),
        "single_keys": "off" if network and not network.single_keys else "on",
    }
