"""Under which addresses this machine is found in its local network."""

from __future__ import annotations

import ipaddress
import socket


def lan_addresses() -> list[str]:
    """IPv4 addresses of this machine in private networks, the one that a neighbour would use first."""
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))  # sends nothing: asks the system which address it would send from
            found.append(probe.getsockname()[0])
        except OSError:
            pass
    try:
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        pass
    return [one for one in dict.fromkeys(found) if _is_local(one)]


def lan_name() -> str:
    """The name under which Bonjour and the like announce this machine: 'adas-mac.local'."""
    return f"{socket.gethostname().split('.')[0].lower()}.local"


def _is_local(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return parsed.is_private and not parsed.is_loopback and not parsed.is_unspecified
