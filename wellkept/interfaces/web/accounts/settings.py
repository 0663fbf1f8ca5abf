"""The settings page: each of its sections is a form of its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import logout, update_session_auth_hash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.devices import devices_of, remember_device, sign_others_out
from wellkept.domain.accounts.devices import sign_device_out as end_device
from wellkept.domain.accounts.entering import check_allowance
from wellkept.domain.accounts.joining import has_users
from wellkept.domain.accounts.leaving import remove_account
from wellkept.domain.accounts.models import Device
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.accounts.settling import change_password, change_preferences, change_profile
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Circle
from wellkept.domain.contacts.pacing import set_cadences
from wellkept.interfaces.web import messages
from wellkept.interfaces.web.accounts.forms import DeleteForm, PasswordForm, PreferencesForm, ProfileForm, refuse

PASSWORD_TRIES = (5, 300)


def _page(request: Any, status: int = 200, **forms_shown: forms.Form) -> HttpResponse:
    network = request.network
    columns = {name: getattr(network, name) for name in PreferencesForm.base_fields}
    context: dict[str, Any] = {
        "profile": ProfileForm(initial={"name": request.user.name, "email": request.user.email}),
        "preferences": PreferencesForm(initial=columns),
        "password": PasswordForm(auto_id="id_change_%s"),
        "deleting": DeleteForm(auto_id="id_delete_%s"),
        "circles": Circle.objects.filter(network=network),
        "devices": devices_of(request.user),
        "this_session": request.session.session_key,
        "own_card": own_card(network=network),
    }
    return render(request, "accounts/settings.html", context | forms_shown, status=status)


@require_safe
def show(request: Any) -> HttpResponse:
    return _page(request)


@require_POST
def profile(request: Any) -> HttpResponse:
    _no_guest(request)
    form = ProfileForm(request.POST)
    if form.is_valid():
        try:
            change_profile(user=request.user, **form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            return _saved(request)
    return _page(request, 422, profile=form)


@require_POST
def preferences(request: Any) -> HttpResponse:
    form = PreferencesForm(request.POST)
    if form.is_valid():
        try:
            change_preferences(network=request.network, **form.cleaned_data)
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            return _saved(request)
    return _page(request, 422, preferences=form)


@require_POST
def circles(request: Any) -> HttpResponse:
    days = {name[6:]: value for name, value in request.POST.items() if name.startswith("circle")}
    known = {str(circle.pk): circle for circle in Circle.objects.filter(network=request.network)}
    if not set(days) <= set(known):
        raise Http404
    try:
        act = set_cadences(
            network=request.network, days=[(known[key], value) for key, value in days.items()], by=request.actor
        )
    except Refusal as refusal:
        messages.refused(request, refusal)
    else:
        messages.done(request, act)
    return redirect("settings")


@require_POST
def password(request: Any) -> HttpResponse:
    _no_guest(request)
    form = PasswordForm(request.POST, auto_id="id_change_%s")
    if form.is_valid():
        try:
            check_allowance(f"password:{request.user.pk}", PASSWORD_TRIES)
            change_password(user=request.user, old=form.cleaned_data["old"], new=form.cleaned_data["password"])
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            return _begin_anew(request)
    return _page(request, 422, password=form)


def _begin_anew(request: Any) -> HttpResponse:
    """After a change of the password only this browser stays signed in, under a new key."""
    sign_others_out(user=request.user, but="")
    update_session_auth_hash(request, request.user)
    agent = request.headers.get("User-Agent", "")
    remember_device(user=request.user, session_key=request.session.session_key, user_agent=agent)
    messages.done(request, None, _("Your password is changed. All other devices are signed out."))
    return redirect("settings")


@require_POST
def sign_device_out(request: Any, pk: int) -> HttpResponse:
    device = Device.objects.filter(user=request.user, pk=pk).first()
    if device is None:
        raise Http404
    end_device(device=device)
    messages.done(request, None, _("%(device)s is signed out.") % {"device": device.name})
    return redirect((request.POST.get("next") == "phone" and "phone") or "settings")


@require_POST
def delete_account(request: Any) -> HttpResponse:
    _no_guest(request)
    form = DeleteForm(request.POST, auto_id="id_delete_%s")
    if form.is_valid():
        try:
            check_allowance(f"password:{request.user.pk}", PASSWORD_TRIES)
            remove_account(user=request.user, password=form.cleaned_data["password"])
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            logout(request)
            return redirect("sign-in" if has_users() else "welcome")
    return _page(request, 422, deleting=form)


@require_safe
def keys(request: Any) -> HttpResponse:
    return render(request, "accounts/keys.html")


def _saved(request: Any) -> HttpResponse:
    messages.done(request, None, _("Saved."))
    return redirect("settings")


def _no_guest(request: Any) -> None:
    if request.user.is_guest:
        raise Http404
