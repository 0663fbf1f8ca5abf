"""Looking around in a sample network, and leaving it without a trace."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from wellkept.domain.accounts.entering import TooManyTries, check_allowance
from wellkept.domain.accounts.joining import add_guest, has_users
from wellkept.domain.accounts.leaving import remove_network, remove_user
from wellkept.domain.accounts.models import Actor, Network, User
from wellkept.domain.accounts.regions import machine_zone, propose
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.founding import found_network
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.accounts.letting_in import address_of, let_in
from wellkept.interfaces.web.gate import open_to_all

VISITS_PER_ADDRESS = (10, 3600)


@open_to_all
@require_POST
def visit(request: Any) -> HttpResponse:
    guest = not request.user.is_authenticated
    if guest and has_users() and not settings.SIGN_UP_OPEN:
        return redirect("sign-in")
    try:
        check_allowance(f"sample:{address_of(request)}", VISITS_PER_ADDRESS)
    except TooManyTries as refusal:
        messages.refused(request, refusal)
        return redirect("welcome")
    with transaction.atomic():
        user = add_guest() if guest else request.user
        _furnish(user, request.headers.get("Accept-Language", ""))
    if guest:
        let_in(request, user)
    request.session["network"] = Network.Kind.SAMPLE
    return redirect("week")


def _furnish(user: User, language: str) -> None:
    """The user's sample network: the one there is, or a new one."""
    from wellkept.domain.sample.making import make_sample

    if Network.objects.filter(owner=user, kind=Network.Kind.SAMPLE).exists():
        return
    own = Network.objects.filter(owner=user, kind=Network.Kind.OWN).first()
    columns = vars(own or propose(language, here=machine_zone()))
    taken = {name: columns[name] for name in ("time_zone", "week_start", "phone_region")}
    network = found_network(user=user, kind=Network.Kind.SAMPLE, **taken)
    with inside(network):
        make_sample(network=network, by=Actor(user, "sample"), today=network.today())


@require_POST
def leave(request: Any) -> HttpResponse:
    if request.user.is_guest:
        guest = request.user
        logout(request)
        remove_user(user=guest)
        return redirect("welcome")
    request.session.pop("network", None)
    for sample in Network.objects.filter(owner=request.user, kind=Network.Kind.SAMPLE):
        remove_network(network=sample)
    return redirect("week")
