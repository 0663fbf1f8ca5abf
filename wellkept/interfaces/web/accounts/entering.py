"""The first visit, signing in, signing out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from wellkept.domain.accounts.entering import TooManyTries, check_allowance, recognize
from wellkept.domain.accounts.joining import has_users
from wellkept.domain.accounts.leaving import remove_user
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.regions import machine_zone, propose
from wellkept.domain.contacts.joining import join
from wellkept.interfaces.web.accounts.forms import SignInForm, WelcomeForm, refuse
from wellkept.interfaces.web.accounts.letting_in import address_of, let_in, safe_next
from wellkept.interfaces.web.gate import open_to_all

SIGN_UPS_PER_ADDRESS = (20, 3600)


@open_to_all
@require_http_methods(["GET", "POST"])
def welcome(request: Any) -> HttpResponse:
    if request.user.is_authenticated and not request.user.is_guest:
        return redirect("week")
    if has_users() and not settings.SIGN_UP_OPEN:
        return redirect("sign-in")
    if request.method == "POST":
        return _create_account(request)
    proposal = propose(request.headers.get("Accept-Language", ""), here=machine_zone())
    form = WelcomeForm(initial=vars(proposal))
    return render(request, "accounts/welcome.html", {"form": form, "first": not has_users()})


def _create_account(request: Any) -> HttpResponse:
    form = WelcomeForm(request.POST)
    if form.is_valid():
        try:
            check_allowance(f"join:{address_of(request)}", SIGN_UPS_PER_ADDRESS)
            user, _network = join(**form.cleaned_data)
        except TooManyTries as refusal:
            return _too_many(request, refusal)
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            let_in(request, user)
            return redirect("imports")
    return render(request, "accounts/welcome.html", {"form": form, "first": not has_users()}, status=422)


@open_to_all
@require_http_methods(["GET", "POST"])
def sign_in(request: Any) -> HttpResponse:
    if request.network is not None and not request.user.is_guest:
        return redirect(safe_next(request))
    if not has_users():
        return redirect("welcome")
    form = SignInForm(request.POST or None)
    status = 200 if request.method == "GET" else 422
    if request.method == "POST" and form.is_valid():
        try:
            let_in(request, recognize(**form.cleaned_data, address=address_of(request)))
        except TooManyTries as refusal:
            return _too_many(request, refusal)
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            return redirect(safe_next(request))
    wanted = request.POST.get("next") or request.GET.get("next", "")
    context = {"form": form, "next": wanted, "open": settings.SIGN_UP_OPEN}
    return render(request, "accounts/sign-in.html", context, status=status)


@open_to_all
@require_POST
def sign_out(request: Any) -> HttpResponse:
    guest = request.user if request.user.is_authenticated and request.user.is_guest else None
    logout(request)
    if guest is not None:
        remove_user(user=guest)
    return redirect("sign-in" if has_users() else "welcome")


def _too_many(request: Any, refusal: TooManyTries) -> HttpResponse:
    response = render(request, "accounts/too-many.html", {"why": refusal}, status=429)
    response["Retry-After"] = str(refusal.wait)
    return response
