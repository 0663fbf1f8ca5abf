"""TLS for the local network's door."""

from __future__ import annotations

import ssl
from typing import Any

from cheroot.ssl.builtin import BuiltinSSLAdapter

HANDSHAKE = 3  # seconds; handshakes happen one after the other, so none may take long


class LanAdapter(BuiltinSSLAdapter):
    """Cheroot's adapter, with TLS 1.2 at least, and an end to a handshake that does not come."""

    def __init__(self, certificate: str, private_key: str) -> None:
        super().__init__(certificate, private_key)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2

    def wrap(self, sock: Any) -> Any:
        sock.settimeout(HANDSHAKE)
        return super().wrap(sock)
