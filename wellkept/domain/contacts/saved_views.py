"""Saved views: a list of contacts under a name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.models import SavedView
from wellkept.domain.history.acting import Acting, acting
from wellkept.formats.names import tidy

MOST_VIEWS = 30


def keep_view(*, network: Network, name: str, query: str, by: Actor | Acting) -> SavedView:
    """Keep a list under a name; a view of that name shows this list from now on."""
    name = tidy(name)
    if not name or len(name) > 80:
        raise Refusal(_("A view needs a name of at most 80 letters."), field="name")
    if len(query) > 600:
        raise Refusal(_("This list is too long to be kept."), field="query")
    views = list(SavedView.objects.filter(network=network))
    same = next((view for view in views if view.name == name), None)
    if same is None and len(views) >= MOST_VIEWS:
        raise Refusal(
            _("There are %(count)d views already; take one away first.") % {"count": len(views)}, field="name"
        )
    with acting(by, network, "keep view", summary=_("Kept the view %(name)s") % {"name": name}) as act:
        if same is not None:
            act.edit(same, query=query)
            return same
        place = max((view.position for view in views), default=-1) + 1
        return act.add(SavedView(network=network, name=name, query=query, position=place))


def drop_view(*, view: SavedView, by: Actor | Acting) -> None:
    """Take a view away; the contacts in it stay."""
    with acting(by, view.network, "drop view", summary=_("Took the view %(name)s away") % {"name": view.name}) as act:
        act.remove(view)
