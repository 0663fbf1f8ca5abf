"""The own page: what it shows, where it stands, and finding it for somebody who is not signed in."""

from __future__ import annotations

import re
from collections.abc import Collection

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.founding import own_card
from wellkept.domain.contacts.models import Contact
from wellkept.domain.contacts.own_page import OwnPage, fresh_address
from wellkept.domain.contacts.showing_card import PARTS, card_fields
from wellkept.domain.history.acting import Acting, acting

SHORTEST, LONGEST = 3, 40  # letters of an address that was chosen
RESERVED = frozenset(
    """about abuse account accounts admin administrator api app assets auth billing blog card cards cgi-bin code contact contacts css
    data demo details dns docs download email export faq favicon feed ftp help home host hostmaster images import inbox info
    interview invite js legal localhost log login logout mail mailer-daemon manifest me media moderator news nobody noc null
    offline own-page owner page pages password phone photo postmaster press preview privacy profile public register restore robots root
    sales sample search secure security settings shop sign-in sign-out sign-up signin signout signup site sitemap smtp ssl
    static status store support sysadmin system team terms test tls undefined update upload user users vcard webmaster
    welcome wellkept well-known www""".split()
)
_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def page_of(network: Network) -> OwnPage:
    """The own page as it is settled; one that shows nothing where it never was (not stored)."""
    return OwnPage.objects.filter(network=network).first() or OwnPage(network=network)


def whole_card(network: Network) -> Contact:
    """The own card with all that can be shown of it, read with one query a table."""
    card = own_card(network=network)
    prefetch_related_objects([card], *PARTS)
    return card


def page_at(address: str) -> OwnPage | None:
    """The page at an address, if it is switched on. Outside of any network's scope; open that of ``page.network`` then."""
    pages = OwnPage._base_manager.select_related("network__owner")
    page: OwnPage | None = pages.filter(address=address.lower(), on=True).first()
    if page is None or page.network.kind != Network.Kind.OWN:
        return None
    owner = page.network.owner
    return page if owner.is_active and not owner.is_guest else None


def settle_page(
    *,
    network: Network,
    on: bool,
    fields: Collection[str],
    code_fields: Collection[str],
    leave_details: bool,
    by: Actor | Acting,
) -> OwnPage:
    """Say what the page shows and what the code says. What is not on the card (any more) is not taken."""
    there = card_fields(whole_card(network))
    shown = [field.key for field in there if field.key in fields]
    said = [field.key for field in there if field.key in code_fields and field.in_code]
    if on:
        _check_own(network, "on")
    if on and not shown:
        raise Refusal(_("Choose what the page shows before you switch it on."), field="on")
    page = page_of(network)
    summary = _("Your own page is on") if on else _("Your own page is off") if page.on else _("Settled your own card")
    with acting(by, network, "own page", summary=summary) as act:
        _put(act, page, on=on, fields=shown, code_fields=said, leave_details=leave_details)
    return page


def new_address(*, network: Network, by: Actor | Acting) -> OwnPage:
    """Another address that nobody guesses; the old one leads nowhere from now on."""
    return _move(network, fresh_address(), _("Your own page has a new address"), by)


def choose_address(*, network: Network, address: str, by: Actor | Acting) -> OwnPage:
    """An address of the user's own words. Raises ``Refusal`` where it cannot be had."""
    wanted = address.strip().lower()
    if not SHORTEST <= len(wanted) <= LONGEST:
        why = _("An address has between %(least)d and %(most)d letters.") % {"least": SHORTEST, "most": LONGEST}
        raise Refusal(why, field="address")
    if not _ADDRESS.fullmatch(wanted):
        raise Refusal(_("An address has the letters a to z, digits, and single hyphens between them."), field="address")
    page = page_of(network)
    taken = OwnPage._base_manager.filter(address=wanted).exclude(pk=page.pk).exists()
    if wanted in RESERVED or taken:
        raise Refusal(_("This address cannot be had. Choose another."), field="address")
    return _move(network, wanted, _("Your own page is at /p/%(address)s") % {"address": wanted}, by)


def _move(network: Network, address: str, summary: str, by: Actor | Acting) -> OwnPage:
    _check_own(network, "address")
    page = page_of(network)
    with acting(by, network, "own page", summary=summary) as act:
        _put(act, page, address=address)
    return page


def _check_own(network: Network, field: str) -> None:
    """Guests, who sit in sample networks, neither publish nor take addresses away."""
    if network.kind != Network.Kind.OWN:
        raise Refusal(_("A sample network has no own page."), field=field)


def _put(act: Acting, page: OwnPage, **columns: object) -> None:
    if page.pk is not None:
        act.edit(page, **columns)
        return
    for name, value in columns.items():
        setattr(page, name, value)
    act.add(page)
