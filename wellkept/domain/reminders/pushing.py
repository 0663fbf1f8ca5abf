"""Web push: a notice in the browser that says the week is ready, and nothing of anybody.

It goes through the push service that the browser's maker runs; none but those listed (and those the host adds) is ever
called, whatever a subscription says.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import ssl
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.reminders.mail_server import Unsent, mail_server
from wellkept.domain.reminders.models import PushDevice
from wellkept.formats.webpush import CURVE, NoKey, b64, encrypt, public_key, raw, unb64, vouch

SERVICES = {  # host: whose it is; a leading dot stands for all hosts below it
    "fcm.googleapis.com": "Google",
    "updates.push.services.mozilla.com": "Mozilla",
    "web.push.apple.com": "Apple",
    ".notify.windows.com": "Microsoft",
}
MOST_DEVICES = 20
LIVES = 12 * 3600  # seconds that a service keeps a notice for a browser that is off
VOUCHED = 12 * 3600
PATIENCE = 15  # seconds
GONE = {404, 410}


@dataclass(frozen=True)
class Service:
    host: str
    owner: str


def service_of(user_agent: str) -> Service | None:
    """Through which host a browser's notices will go, from what it says of itself; None where that is not known."""
    if re.search(r"iPhone|iPad", user_agent) or ("Safari/" in user_agent and "Chrome/" not in user_agent):
        return Service("web.push.apple.com", "Apple")
    if "Firefox/" in user_agent:
        return Service("updates.push.services.mozilla.com", "Mozilla")
    if "Edg/" in user_agent and "Windows" in user_agent:
        return Service("notify.windows.com", "Microsoft")
    if "Chrome/" in user_agent:
        return Service("fcm.googleapis.com", "Google")
    return None


def service_at(endpoint: str) -> Service:
    """The service of an endpoint, if it is one that may be called. Raises Refusal for any other address."""
    parts = urlsplit(endpoint)
    origin = f"{parts.scheme}://{parts.netloc}"
    if origin in settings.PUSH_SERVICES:
        return Service(parts.netloc, _("your host’s own"))
    host = (parts.hostname or "").lower()
    if parts.scheme == "https" and parts.netloc.lower() == host:
        for known, owner in SERVICES.items():
            if host == known or (known.startswith(".") and host.endswith(known)):
                return Service(host, owner)
    raise Refusal(_("“%(host)s” is no push service that is known here.") % {"host": host[:100] or "?"})


def add_device(*, network: Network, endpoint: str, p256dh: str, auth: str, name: str, through: str) -> PushDevice:
    """Keep a browser. ``through`` is the host that the user agreed to; any other is refused, by name."""
    service = service_at(endpoint)
    if len(endpoint) > 700:
        raise Refusal(_("The address of this browser is too long."))
    if not (service.host == through or service.host.endswith(f".{through}")):
        raise Refusal(
            _("Your browser uses %(host)s and not %(named)s. Nothing was turned on; look at the name and try again.")
            % {"host": service.host, "named": through or "?"},
            field="through",
        )
    try:
        public_key(unb64(p256dh))
        if len(unb64(auth)) != 16:
            raise NoKey
    except NoKey as error:
        raise Refusal(_("The browser gave no key that can be used.")) from error
    if PushDevice.objects.filter(network=network).exclude(endpoint=endpoint).count() >= MOST_DEVICES:
        raise Refusal(_("There are %(n)s browsers already. Remove one first.") % {"n": MOST_DEVICES})
    device, _new = PushDevice.objects.update_or_create(
        network=network,
        endpoint=endpoint,
        defaults={"p256dh": p256dh, "auth": auth, "name": name[:80], "problem": ""},
    )
    return device


def remove_device(*, device: PushDevice) -> None:
    device.delete()


def notify(*, network: Network, now: datetime) -> bool:
    """One notice to each of the user's browsers. Raises Unsent where none was reached and trying again may help."""
    reached, problem = 0, ""
    for device in PushDevice.objects.filter(network=network):
        try:
            status = push(device, now=now)
        except (OSError, http.client.HTTPException, Refusal, NoKey) as error:
            status, problem = 0, str(error)[:200] or type(error).__name__
        if status in GONE:
            device.delete()
            continue
        if 200 <= status < 300:
            reached += 1
        device.problem = "" if 200 <= status < 300 else problem or _("answered %(code)s") % {"code": status}
        device.save(update_fields=["problem"])
        problem = device.problem or problem
    if not reached and problem:
        raise Unsent(problem)
    return bool(reached)


def push(device: PushDevice, *, now: datetime) -> int:
    """Hand one notice to the service; answers its status. Follows no redirect."""
    service_at(device.endpoint)
    parts = urlsplit(device.endpoint)
    body = encrypt(payload(), p256dh=unb64(device.p256dh), auth=unb64(device.auth))
    headers = {
        "Authorization": vouch(
            key=own_key(),
            origin=f"{parts.scheme}://{parts.netloc}",
            subject=_subject(),
            until=int(now.timestamp()) + VOUCHED,
        ),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(LIVES),
        "Topic": "week",  # a newer notice takes the place of one that was not shown yet
        "Urgency": "normal",
    }
    if parts.scheme == "https":
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            parts.netloc, timeout=PATIENCE, context=ssl.create_default_context()
        )
    else:  # only what the host listed by its whole origin comes here
        connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    try:
        connection.request("POST", f"{parts.path}?{parts.query}" if parts.query else parts.path, body, headers)
        return connection.getresponse().status
    finally:
        connection.close()


def payload() -> bytes:
    """All that a notice says: the same for everybody."""
    said = {"title": "Wellkept", "body": _("Your week is ready."), "path": "/"}
    return json.dumps(said, ensure_ascii=False).encode()


def own_key() -> ec.EllipticCurvePrivateKey:
    """The installation's key for push, made when it is first needed; it stands beside the database, for its owner alone."""
    file = Path(settings.HOME) / "push.key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
            new.write(
                ec.generate_private_key(CURVE).private_bytes(
                    serialization.Encoding.PEM,
                    serialization.PrivateFormat.PKCS8,
                    serialization.NoEncryption(),
                )
            )
    except FileExistsError:
        pass
    key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


def application_key() -> str:
    """What the browser is told when it subscribes."""
    return b64(raw(own_key().public_key()))


def _subject() -> str:
    """RFC 8292: how the service's people reach whoever runs this."""
    server = mail_server()
    return f"mailto:{server.sender}" if server else settings.SITE_URL
