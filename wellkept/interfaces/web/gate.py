"""The one gate to a record: who is asking, in whose network, and is it theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required as _open
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from wellkept.domain.accounts.dates import written_for
from wellkept.domain.accounts.joining import has_users
from wellkept.domain.accounts.models import Actor, Kept, Network
from wellkept.domain.accounts.tenancy import inside

Row = TypeVar("Row", bound=Kept)
open_to_all = _open  # a view that needs nobody signed in


class NetworkRequest(HttpRequest):
    """A request of a signed-in user, inside their network's scope."""

    network: Network
    actor: Actor


class NetworkGate:
    """Every page asks for a signed-in user unless it is marked ``open_to_all``; a user's requests run inside their network."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.network = None
        if not request.user.is_authenticated:
            return self.get_response(request)
        request.network = network_of(request)
        request.actor = Actor(request.user, "web")
        if request.network is None:
            return self.get_response(request)
        with inside(request.network), timezone.override(request.network.zone), written_for(request.network):
            return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if getattr(view, "login_required", True) is False or request.network is not None:
            return None
        if not has_users():
            return redirect("welcome")
        return _to_the_door(request)


def _to_the_door(request: Any) -> HttpResponse:
    """To sign in, and then on to the page that was asked for; for what a form sent, to the page it stood on or the week."""
    if request.htmx:  # an answer that followed the redirect would stand in the middle of the page
        return HttpResponseClientRedirect(redirect_to_login(request.htmx.current_url_abs_path or "/").url)
    return redirect_to_login(request.get_full_path() if request.method in {"GET", "HEAD"} else "/")


def network_of(request: HttpRequest) -> Network | None:
    """The network the user is in: their own, or the sample they look around in."""
    kind = request.session.get("network", Network.Kind.OWN)
    networks = {network.kind: network for network in Network.objects.filter(owner=request.user)}  # type: ignore[misc]
    return networks.get(kind) or networks.get(Network.Kind.OWN) or networks.get(Network.Kind.SAMPLE)


def find(request: Any, model: type[Row], key: int, **also: Any) -> Row:
    """The record, if it is this network's; else 404, the same for what is not there and what is somebody else's."""
    row = model.objects.filter(pk=key, network=request.network, **also).first()
    if row is None:
        raise Http404
    return row


def chosen(request: Any, model: type[Row], keys: list[str]) -> list[Row]:
    """The records of a selection; keys that are not this network's (or no numbers) give 404, and nothing is done."""
    numbers = {int(key) for key in keys if key.isdecimal() and len(key) < 19}
    if len(numbers) != len(set(keys)):
        raise Http404
    rows = list(model.objects.filter(pk__in=numbers, network=request.network))
    if len(rows) != len(numbers):
        raise Http404
    return rows
