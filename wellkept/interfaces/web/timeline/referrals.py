"""Names that contacts gave, and what becomes of them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from wellkept.domain.timeline.models import Referral
from wellkept.domain.timeline.referring import drop_referral
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.gate import find
from wellkept.interfaces.web.returning import back


@require_POST
def drop(request: Any, pk: int) -> HttpResponse:
    referral = find(request, Referral, pk)
    attempt(request, lambda act: drop_referral(referral=referral, on=request.network.today(), by=act))
    return back(request, "contact", referral.contact_id)
