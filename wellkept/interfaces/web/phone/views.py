"""Wellkept on a phone: reaching it, pairing it, and the certificate that makes it trust this machine."""

from __future__ import annotations

import plistlib
import ssl
import uuid
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wellkept.domain.accounts.devices import devices_of, is_good_code, offer_code, redeem_code
from wellkept.domain.accounts.entering import TooManyTries, check_allowance
from wellkept.domain.accounts.refusals import Refusal
from wellkept.interfaces.web.accounts.letting_in import address_of, let_in
from wellkept.interfaces.web.gate import open_to_all
from wellkept.interfaces.web.headers import FILE_POLICY

TRIES = (30, 60)


def reachable() -> str:
    """Where a phone finds us: the local network's door, or the public address where it speaks HTTPS; '' for nowhere."""
    return settings.LAN_URL or (settings.SITE_URL if settings.OVER_HTTPS else "")


@require_http_methods(["GET", "HEAD", "POST"])
def phone(request: Any) -> HttpResponse:
    address = reachable()
    context = {
        "address": address,
        "own_certificate": bool(settings.LAN_URL),
        "devices": devices_of(request.user),
        "this_session": request.session.session_key,
        "on_the_phone": devices_of(request.user).filter(session_key=request.session.session_key, paired=True).exists(),
    }
    if request.method == "POST" and address and not request.user.is_guest:
        link = address + reverse("pair", args=[offer_code(user=request.user)])
        context |= {"link": link, "picture": picture(link)}
    return render(request, "phone/phone.html", context)


def picture(link: str) -> str:
    """The link as a QR code, for the src of an image. Dark on light in either theme, so that cameras read it."""
    code = segno.make(link, error="m", micro=False)
    return code.svg_data_uri(scale=6, border=4, dark="#17212a", light="#ffffff")


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: Any, code: str) -> HttpResponse:
    """A link's preview must not use the code up, so it is the button that signs in."""
    try:
        check_allowance(f"pair:{address_of(request)}", TRIES)
        if request.method == "POST":
            let_in(request, redeem_code(code), paired=True)
            return redirect("phone")
    except TooManyTries as refusal:
        return _refused(request, refusal, 429, wait=refusal.wait)
    except Refusal as refusal:
        return _refused(request, refusal, 404)
    if not is_good_code(code):
        return _refused(request, _("This code has been used already or is older than ten minutes."), 404)
    return render(request, "phone/pair.html")


def _refused(request: Any, why: Any, status: int, wait: int = 0) -> HttpResponse:
    response = render(request, "phone/refused.html", {"why": why}, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


@require_safe
def authority(request: Any) -> HttpResponse:
    return _file(_authority(), "application/x-x509-ca-cert", "wellkept-authority.crt")


@require_safe
def mobileconfig(request: Any) -> HttpResponse:
    """Apple's way to install a certificate: a configuration profile."""
    der = ssl.PEM_cert_to_DER_cert(_authority().decode())
    name = "org.wellkept.authority"
    certificate = {
        "PayloadType": "com.apple.security.root", "PayloadVersion": 1, "PayloadIdentifier": f"{name}.certificate",
        "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_OID, der.hex())), "PayloadDisplayName": "Wellkept",
        "PayloadContent": der,
    }  # fmt: skip
    profile = {
        "PayloadType": "Configuration", "PayloadVersion": 1, "PayloadIdentifier": name,
        "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_URL, der.hex())), "PayloadDisplayName": "Wellkept",
        "PayloadDescription": str(_("Lets this phone trust Wellkept on your own network, and nothing else.")),
        "PayloadContent": [certificate],
    }  # fmt: skip
    return _file(plistlib.dumps(profile), "application/x-apple-aspen-config", "wellkept.mobileconfig")


def _authority() -> bytes:
    file = Path(settings.TLS_FOLDER) / "authority.crt"
    if not settings.LAN_URL or not file.exists():
        raise Http404
    return file.read_bytes()


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": FILE_POLICY}
    return HttpResponse(content, content_type=media_type, headers=headers)
