"""Under which addresses this machine is found in its local network."""

from __future__ import annotations

import contextlib
import ipaddress
import socket

# Addresses that are nobody's on the internet: RFC 1918, RFC 6598, link-local, RFC 5737 (met in laboratories), RFC 4193.
LOCAL_NETWORKS = [
    ipaddress.ip_network(network)
    for network in (
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "192.0.2.0/24",
        "127.0.0.0/8", "fc00::/7", "fe80::/10", "::1/128",
    )
]  # fmt: skip


def lan_addresses() -> list[str]:
    """IPv4 addresses of this machine in private networks, the one that a neighbour would use first."""
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))  # sends nothing: asks the system which address it would send from
            found.append(probe.getsockname()[0])
        except OSError:
            pass
    with contextlib.suppress(OSError):
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return [one for one in dict.fromkeys(found) if _is_local(one)]


def lan_name() -> str:
    """The name under which Bonjour and the like announce this machine: 'adas-mac.local'."""
    return f"{socket.gethostname().split('.')[0].lower()}.local"


def _is_local(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return not parsed.is_loopback and any(parsed in network for network in LOCAL_NETWORKS)
