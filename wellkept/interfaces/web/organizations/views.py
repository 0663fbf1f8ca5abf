"""Organizations: who is there, who was."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import Organization
from wellkept.domain.contacts.organizations import edit_organization
from wellkept.domain.contacts.rosters import organization_keys, roster, with_counts
from wellkept.domain.history.acting import acting
from wellkept.interfaces.web import gate, messages
from wellkept.interfaces.web.contacts.facts import span

PAGE = 60


class OrganizationForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=300)
    website = forms.CharField(
        label=_("Website"), max_length=300, required=False, widget=forms.TextInput(attrs={"inputmode": "url"})
    )
    about = forms.CharField(
        label=_("About"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 6, "class": "words"}),
        help_text=_("What they do, whom to ask for, what you heard. Markdown."),
    )


@require_safe
def organizations(request: Any) -> HttpResponse:
    words, by_name = request.GET.get("words", "").strip()[:200], request.GET.get("sort") == "name"
    page = Paginator(organization_keys(request.network, words=words, by_name=by_name), PAGE).get_page(
        request.GET.get("page")
    )
    context = {"words": words, "by_name": by_name, "page": page, "lines": with_counts(list(page.object_list))}
    part = "#listed" if request.htmx and request.htmx.target == "listed" else ""
    return render(request, f"organizations/organizations.html{part}", context)


@require_safe
def organization(request: Any, pk: int) -> HttpResponse:
    found = gate.find(request, Organization, pk)
    people = roster(found)
    lists = [
        ("here", _("There now"), people.here),
        ("before", _("There before"), people.before),
        ("studied", _("Studied there"), people.studied),
    ]
    context = {
        "organization": found,
        "people": people,
        "lists": [(key, name, [(row, span(row)) for row in rows]) for key, name, rows in lists if rows],
        "own": [(row, span(row)) for row in people.own],
        "today": request.network.today(),
    }
    return render(request, "organizations/organization.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Any, pk: int) -> HttpResponse:
    found = gate.find(request, Organization, pk)
    initial = {"name": found.name, "website": found.website, "about": found.about}
    form = OrganizationForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            with acting(request.actor, request.network) as act:
                edit_organization(organization=found, by=act, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.done(request, act.row)
            return redirect("organization", pk=pk)
    context = {"organization": gate.find(request, Organization, pk), "form": form}
    return render(request, "organizations/edit.html", context, status=422 if form.errors else 200)
