"""The list of contacts."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from wellkept.domain.accounts.models import Network
from wellkept.domain.cadence.counting import count
from wellkept.domain.contacts.listing import ContactFilter, contacts_of, keys_in_order, lines
from wellkept.domain.contacts.models import Contact, SavedView
from wellkept.domain.contacts.saved_views import drop_view, keep_view
from wellkept.interfaces.web import gate
from wellkept.interfaces.web.attempting import attempt
from wellkept.interfaces.web.contacts.choices import bulk_choices, filter_form, headings, organization_of, tabs

PAGE = 50


@require_safe
def contacts(request: Any) -> HttpResponse:
    chosen = ContactFilter.parse(request.GET)
    network, today = request.network, request.network.today()
    keys = keys_in_order(contacts_of(network, chosen, today=today), chosen, network, today=today)
    page = Paginator(keys, PAGE).get_page(request.GET.get("page"))
    context = {
        "chosen": chosen,
        "page": page,
        "lines": lines(list(page.object_list)),
        "headings": headings(chosen),
        "query": chosen.query(),
        "today": today,
        "nobody": not page.paginator.count and not Contact.objects.filter(is_me=False).exists(),
        **bulk_choices(network),
    }
    if request.htmx and request.htmx.target == "listed":
        answer = render(request, "contacts/contacts.html#listed", context)
        answer.headers["HX-Replace-Url"] = f"{request.path}?{chosen.query()}"
        return answer
    return render(request, "contacts/contacts.html", {**context, **_around(network, chosen)})


def _around(network: Network, chosen: ContactFilter) -> dict[str, Any]:
    """What stands on the page beside the list. Those not decided are counted once, for the frame too."""
    counters = count(network=network)
    return {
        "form": filter_form(network, chosen),
        "tabs": tabs(network, chosen, counters),
        "counters": counters,
        "undecided": counters.undecided,
        "organization": organization_of(network, chosen),
    }


@require_POST
def keep(request: Any) -> HttpResponse:
    """Keep the list that is shown under a name."""
    query = posted_filter(request).query()
    name = request.POST.get("name", "")
    attempt(request, lambda act: keep_view(network=request.network, name=name, query=query, by=act))
    return redirect(f"{reverse('contacts')}?{query}")


@require_POST
def drop(request: Any, pk: int) -> HttpResponse:
    view = gate.find(request, SavedView, pk)
    attempt(request, lambda act: drop_view(view=view, by=act))
    return redirect("contacts")


def posted_filter(request: Any) -> ContactFilter:
    """The filter of the list that a form came from."""
    return ContactFilter.parse(QueryDict(request.POST.get("query", "")[:2000]))
