"""The own card as a code: on the whole screen, as a picture for the lock screen, and as a vCard."""

from __future__ import annotations

import io
from typing import Any

import segno
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw
from segno.encoder import DataOverflowError

from wellkept.domain.contacts.publishing import page_of, whole_card
from wellkept.domain.contacts.showing_card import shown_person
from wellkept.formats.vcard import write
from wellkept.interfaces.web.headers import FILE_POLICY
from wellkept.interfaces.web.own_page.showing import card_file, page_address, place_words, reachable_by_others

SCREEN = (1170, 2532)  # pixels of a phone's lock screen; others scale it
WIDEST = 930  # pixels of the code on it
TOP = 1010  # where it begins: below the clock
PAPER, SHEET, INK = "#f6f5f0", "#ffffff", "#17212a"
DENSE = 18  # from this version on, cheap cameras have to come close


@require_safe
def code(request: Any) -> HttpResponse:
    page = page_of(request.network)
    show = _wanted(request, page)
    made = _made(request, show)
    card = shown_person(whole_card(request.network), page.code_fields)
    context = {
        "page": page,
        "show": show,
        "picture": made and made.svg_data_uri(scale=8, border=4, dark=INK, light=SHEET),
        "overflow": made is None and show == "card" and bool(page.code_fields),
        "dense": made is not None and int(made.version) >= DENSE,
        "name": card.name.display if show == "card" else page_address(page).partition("//")[2],
        "jobs": [place_words(place) for place in card.positions] if show == "card" else [],
        "reachable": reachable_by_others(),
    }
    return render(request, "own_page/code.html", context)


def _wanted(request: Any, page: Any) -> str:
    """'card' or 'page': as asked, else whichever there is."""
    asked = request.GET.get("show", "")
    if asked in {"card", "page"}:
        return str(asked)
    return "page" if page.on and not page.code_fields else "card"


def _made(request: Any, show: str) -> Any:
    """The code; None where nothing is ticked, the page is off, or a code does not hold that much."""
    page = page_of(request.network)
    if show == "page":
        return segno.make(page_address(page), error="q", micro=False) if page.on else None
    if not page.code_fields:
        return None
    text = write(shown_person(whole_card(request.network), page.code_fields), "3.0")
    try:
        return segno.make(text, error="l", boost_error=True, micro=False, encoding="utf-8")
    except DataOverflowError:
        return None


@require_safe
def png(request: Any) -> HttpResponse:
    """A picture of the size of a lock screen, the code where neither clock nor buttons cover it."""
    made = _or_404(request)
    side = made.symbol_size(scale=1, border=4)[0]
    scale = max(1, WIDEST // side)
    drawn = io.BytesIO()
    made.save(drawn, kind="png", scale=scale, border=4, dark=INK, light=SHEET)
    screen = Image.new("RGB", SCREEN, PAPER)
    with Image.open(drawn) as square:
        left = (SCREEN[0] - square.width) // 2
        margin = 24
        box = (left - margin, TOP - margin, left + square.width + margin, TOP + square.height + margin)
        ImageDraw.Draw(screen).rounded_rectangle(box, radius=36, fill=SHEET)
        screen.paste(square.convert("RGB"), (left, TOP))
    out = io.BytesIO()
    screen.save(out, "PNG", optimize=True)
    return _file(out.getvalue(), "image/png", _("code-for-the-lock-screen") + ".png")


@require_safe
def svg(request: Any) -> HttpResponse:
    made = _or_404(request)
    out = io.BytesIO()
    made.save(out, kind="svg", scale=8, border=4, dark=INK, light=SHEET, xmldecl=True)
    return _file(out.getvalue(), "image/svg+xml", _("code") + ".svg")


@require_safe
def vcard(request: Any) -> HttpResponse:
    """What the code says, as a file."""
    page = page_of(request.network)
    if not page.code_fields:
        raise Http404
    return card_file(shown_person(whole_card(request.network), page.code_fields))


def _or_404(request: Any) -> Any:
    made = _made(request, _wanted(request, page_of(request.network)))
    if made is None:
        raise Http404
    return made


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": FILE_POLICY}
    return HttpResponse(content, content_type=media_type, headers=headers)
