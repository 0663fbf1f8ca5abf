"""A mail server on loopback that keeps what it is given, and somebody to write to."""

from __future__ import annotations

import email
import socket
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.policy import default
from typing import Any

import pytest


@dataclass
class Mailbox:
    """``answers``: what the server says to the next messages instead of taking them; ``refused``: to recipients."""

    port: int = 0
    messages: list[Any] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refused: str = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802  its name in aiosmtpd
        if self.refused:
            return self.refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.answers:
            return self.answers.pop(0)
        self.messages.append(email.message_from_bytes(envelope.content, policy=default))
        return "250 taken"


@pytest.fixture
def mailbox():
    from aiosmtpd.controller import Controller

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        box = Mailbox(port=probe.getsockname()[1])
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture
def post(settings, tmp_path, mailbox):
    """Mail goes out by that server."""
    settings.HOME = tmp_path
    settings.SMTP = {
        "host": "127.0.0.1", "port": mailbox.port, "tls": "none", "user": "", "password": "", "sender": "well@example.org",
    }  # fmt: skip
    return mailbox


@pytest.fixture
def now():
    """Wednesday, 18 November 2026, 09:00 in Vienna."""
    return datetime(2026, 11, 18, 8, 0, tzinfo=UTC)


@pytest.fixture
def promised(network, ada, ana, today):
    """The week has one card: a promise to Ana."""
    from wellkept.domain.timeline.promising import make_promise

    return make_promise(contact=ana, by_whom="me", text="Send the paper on wells", due_on=today, by=ada)


@pytest.fixture
def daily(network, now):
    """A digest every day at 07:30, settled long ago."""
    from datetime import timedelta

    from wellkept.domain.reminders.settling import settle

    return settle(
        network=network, by_mail=True, often="morning", days=range(7), weekday=0, at=450, now=now - timedelta(days=30)
    )
