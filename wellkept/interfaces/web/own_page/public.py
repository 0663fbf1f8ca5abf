"""The own page as everybody sees it who knows its address: what its user ticked, no cookie, no script, no trace in the log.

A page that is off, or never was, answers as any address at which there is nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from wellkept.domain.accounts.entering import TooManyTries, check_allowance
from wellkept.domain.accounts.tenancy import inside
from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.contacts.publishing import page_at, whole_card
from wellkept.domain.contacts.showing_card import shown_person
from wellkept.interfaces.web.accounts.letting_in import address_of
from wellkept.interfaces.web.gate import open_to_all
from wellkept.interfaces.web.own_page.details import MOST_BYTES, TRIES, TRIES_OF_ALL, DetailsForm, leave
from wellkept.interfaces.web.own_page.showing import card_file, picture_file, shown
from wellkept.interfaces.web.reminders.calendar import unlogged

LOOKS = (240, 60)  # from one network address
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
View = Callable[[Any, OwnPage], HttpResponse]


def seen_by_all(view: View) -> Callable[..., HttpResponse]:
    """Finds the page that is at the address, and opens its network; the answer is not to be indexed, logged or led from."""

    @wraps(view)
    def find(request: Any, address: str) -> HttpResponse:
        answer = _found(view, request, address)
        answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers.setdefault("Content-Security-Policy", POLICY)
        return unlogged(answer)

    return find


def _found(view: View, request: Any, address: str) -> HttpResponse:
    try:
        check_allowance(f"own-page:{address_of(request)}", LOOKS)
    except TooManyTries as refusal:
        return _wait(request, refusal)
    page = page_at(address)
    if page is None:
        return render(request, "own_page/nothing.html", status=404)
    with inside(page.network), timezone.override(page.network.zone):
        try:
            return view(request, page)
        except Http404:
            return render(request, "own_page/nothing.html", status=404)


def _wait(request: Any, refusal: TooManyTries) -> HttpResponse:
    answer = render(request, "own_page/nothing.html", {"why": refusal}, status=429)
    answer.headers["Retry-After"] = str(refusal.wait)
    return answer


@csrf_exempt  # whoever knows the address may write here, from anywhere: there is no session that could be misused
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@seen_by_all
def page(request: Any, page: OwnPage) -> HttpResponse:
    if request.method == "POST":
        return _take(request, page)
    return _show(request, page, DetailsForm(), thanks="thanks" in request.GET)


def _show(request: Any, page: OwnPage, form: DetailsForm, status: int = 200, **also: Any) -> HttpResponse:
    return render(request, "own_page/public.html", {**shown(page), "page": page, "form": form, **also}, status=status)


def _take(request: Any, page: OwnPage) -> HttpResponse:
    size = request.META.get("CONTENT_LENGTH") or "0"
    if not page.leave_details:
        raise Http404
    if not size.isdecimal() or int(size) > MOST_BYTES:
        return _show(request, page, DetailsForm(), 413, too_much=True)
    try:
        check_allowance(f"details:{address_of(request)}", TRIES)
    except TooManyTries as refusal:
        return _wait(request, refusal)
    form = DetailsForm(request.POST)
    if not form.is_valid():
        return _show(request, page, form, 422)
    try:
        check_allowance(f"details-to:{page.network_id}", TRIES_OF_ALL)
    except TooManyTries as refusal:
        return _wait(request, refusal)
    leave(page, form.cleaned_data)
    return redirect(f"{reverse('public-page', args=[page.address])}?thanks=1")


@open_to_all
@require_safe
@seen_by_all
def vcard(request: Any, page: OwnPage) -> HttpResponse:
    return card_file(shown_person(whole_card(page.network), page.fields, picture=True))


@open_to_all
@require_safe
@seen_by_all
def photo(request: Any, page: OwnPage) -> HttpResponse:
    answer = picture_file(page)
    if answer is None:
        raise Http404
    return answer
