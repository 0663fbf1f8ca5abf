"""The server that mail goes out by. The environment's settings win; else what the host typed, in a file beside the database
that only its owner may read. Without either, nothing is ever sent."""

from __future__ import annotations

import json
import os
import secrets
import smtplib
import socket
import ssl
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from wellkept.domain.accounts.refusals import Refusal

PATIENCE = 20  # seconds for each step
PORTS = {"starttls": 587, "tls": 465, "none": 25}
TLS = {
    "starttls": lazy("STARTTLS (usually port 587)"),
    "tls": lazy("TLS from the start (usually port 465)"),
    "none": lazy("none (only on this machine or your own network)"),
}


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    tls: str  # starttls, tls, none
    user: str
    password: str
    sender: str

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


class Unsent(Refusal):
    """A mail did not go out. ``for_good``: trying again would not help."""

    def __init__(self, message: str, *, for_good: bool = False) -> None:
        super().__init__(message)
        self.for_good = for_good


def mail_server() -> MailServer | None:
    said = settings.SMTP if settings.SMTP["host"] else _typed()
    return MailServer(**said) if said else None


def is_from_environment() -> bool:
    return bool(settings.SMTP["host"])


def settle_mail_server(
    *, host: str, port: int | None, tls: str, user: str, password: str, sender: str
) -> MailServer | None:
    """Keep what the host typed; an empty ``host`` means that nothing is sent. An empty password keeps the one that is
    known for the same server and user."""
    if is_from_environment():
        raise Refusal(_("The mail server is set in the environment (WELLKEPT_SMTP_HOST); change it there."))
    host = host.strip()
    if not host:
        _file().unlink(missing_ok=True)
        return None
    if any(sign.isspace() or sign in "/@" for sign in host) or len(host) > 253:
        raise Refusal(_("A host name is needed, such as smtp.example.org."), field="host")
    if tls not in PORTS:
        raise Refusal(_("Choose how the connection is encrypted."), field="tls")
    if port is not None and not 0 < port < 65536:
        raise Refusal(_("A port is a number from 1 to 65535."), field="port")
    try:
        validate_email(sender.strip())
    except ValidationError as error:
        raise Refusal(_("From which e-mail address is it sent?"), field="sender") from error
    before = mail_server()
    if user and not password and before and (before.host, before.user) == (host, user.strip()):
        password = before.password
    if password and tls == "none" and not _is_near(host):
        raise Refusal(_("The password would travel in the clear. Choose STARTTLS or TLS."), field="tls")
    server = MailServer(host, port or PORTS[tls], tls, user.strip(), password if user.strip() else "", sender.strip())
    _keep(server)
    return server


def send(message: EmailMessage, *, to: str, server: MailServer | None = None) -> None:
    """Hand one message over. Raises Unsent with words that say what to look at."""
    server = server or mail_server()
    if server is None:
        raise Unsent(_("No mail server is set up."))
    try:
        with _connected(server) as smtp:
            if server.user:
                smtp.login(server.user, server.password)
            smtp.send_message(message, from_addr=server.sender, to_addrs=[to])
    except (OSError, smtplib.SMTPException) as error:
        raise _explained(error, server) from error


def _connected(server: MailServer) -> smtplib.SMTP:
    name = urlsplit(settings.SITE_URL).hostname or "localhost"
    context = ssl.create_default_context()
    if server.tls == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, local_hostname=name, timeout=PATIENCE, context=context)
    smtp = smtplib.SMTP(server.host, server.port, local_hostname=name, timeout=PATIENCE)
    if server.tls == "starttls":
        try:
            smtp.starttls(context=context)
        except BaseException:  # never on in the clear
            smtp.close()
            raise
    return smtp


def _explained(error: Exception, server: MailServer) -> Unsent:
    words = {"server": server, "host": server.host, "port": server.port, "user": server.user}
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Unsent(_("%(server)s does not accept the user and password.") % words)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, why = next(iter(error.recipients.values()))
        return Unsent(
            _("%(server)s refuses the recipient: %(why)s") % {**words, "why": _said(why)}, for_good=code >= 500
        )
    if isinstance(error, smtplib.SMTPSenderRefused):
        return Unsent(_("%(server)s refuses the sender: %(why)s") % {**words, "why": _said(error.smtp_error)})
    if isinstance(error, smtplib.SMTPDataError):
        return Unsent(
            _("%(server)s refuses the message: %(why)s") % {**words, "why": _said(error.smtp_error)},
            for_good=error.smtp_code >= 500,
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Unsent(_("%(server)s offers no STARTTLS or no sign-in. Nothing was sent in the clear.") % words)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Unsent(
            _("The certificate of %(host)s is not to be trusted: %(why)s.") % {**words, "why": error.verify_message}
        )
    if isinstance(error, ssl.SSLError):
        return Unsent(_("%(server)s does not speak TLS in this way. Try the other kind of encryption.") % words)
    if isinstance(error, socket.gaierror):
        return Unsent(_("There is no host called %(host)s.") % words)
    if isinstance(error, TimeoutError):
        return Unsent(_("%(server)s does not answer.") % words)
    if isinstance(error, ConnectionRefusedError):
        return Unsent(_("Nobody answers at port %(port)s of %(host)s.") % words)
    return Unsent(_("%(server)s broke off: %(why)s") % {**words, "why": _said(str(error))})


def _said(why: bytes | str) -> str:
    text = why.decode("utf-8", "replace") if isinstance(why, bytes) else why
    return " ".join(text.split())[:200] or "?"


def _is_near(host: str) -> bool:
    return host in {"localhost", "127.0.0.1", "::1"}


def _typed() -> dict[str, Any] | None:
    try:
        said = json.loads(_file().read_text("utf-8"))
        return asdict(MailServer(**said)) if said.get("tls") in PORTS else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _file() -> Path:
    return Path(settings.HOME) / "mail.json"


def _keep(server: MailServer) -> None:
    beside = _file().with_name(f".mail.{secrets.token_hex(4)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as new:
        json.dump(asdict(server), new, ensure_ascii=False)
    beside.replace(_file())
