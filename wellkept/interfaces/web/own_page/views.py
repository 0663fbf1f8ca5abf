"""What the own page and the code show, and at which address: for the user alone."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wellkept.domain.contacts.own_page import OwnPage
from wellkept.domain.contacts.publishing import (
    LONGEST,
    choose_address,
    new_address,
    page_of,
    settle_page,
    whole_card,
)
from wellkept.domain.contacts.showing_card import card_fields
from wellkept.domain.history.acting import Acting
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.own_page.details import DetailsForm
from wellkept.interfaces.web.own_page.showing import page_address, picture_file, reachable_by_others, shown


@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: Any) -> HttpResponse:
    if request.method == "POST":
        attempt(request, lambda act: _settle(request, act))
        return redirect("own-page")
    page = page_of(request.network)
    fields = card_fields(whole_card(request.network))
    rows = [(field, field.key in page.fields, field.key in page.code_fields) for field in fields]
    there = {field.key for field in fields}
    context = {
        "page": page,
        "rows": rows,
        "changed": not there.issuperset([*page.fields, *page.code_fields]),
        "public": page_address(page),
        "longest": LONGEST,
        "typed": request.session.pop("own-page-typed", ""),
        "reachable": reachable_by_others(),
    }
    return render(request, "own_page/own_page.html", context)


def _settle(request: Any, act: Acting) -> OwnPage:
    said = request.POST
    return settle_page(
        network=request.network,
        on=bool(said.get("on")),
        fields=said.getlist("page"),
        code_fields=said.getlist("code"),
        leave_details=bool(said.get("leave_details")),
        by=act,
    )


@require_POST
def address(request: Any) -> HttpResponse:
    wanted = request.POST.get("address", "")

    def move(act: Acting) -> OwnPage:
        if request.POST.get("do") == "choose":
            return choose_address(network=request.network, address=wanted, by=act)
        return new_address(network=request.network, by=act)

    if not attempt(request, move):
        request.session["own-page-typed"] = wanted[:60]
    return redirect("own-page")


@require_safe
def preview(request: Any) -> HttpResponse:
    """The page as others see it, also while it is off."""
    page = page_of(request.network)
    context = {**shown(page), "preview": True, "page": page, "form": DetailsForm()}
    return render(request, "own_page/public.html", context)


@require_safe
def photo(request: Any) -> HttpResponse:
    """The picture of the preview."""
    answer = picture_file(page_of(request.network))
    if answer is None:
        raise Http404
    return answer
