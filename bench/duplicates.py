"""The search for duplicates: everybody against everybody, and the new ones against the rest."""

from __future__ import annotations

from bench.sizes import Size
from bench.timing import Result, timed

FRESH = 300


def all_of_them(size: Size) -> list[Result]:
    """In the network that is there, of which one in a hundred is there twice by chance of the names; nothing is merged."""
    from wellkept.domain.accounts.models import Network
    from wellkept.domain.accounts.tenancy import inside
    from wellkept.domain.contacts.likening import catch_up, search_all
    from wellkept.domain.contacts.models import Contact
    from wellkept.domain.contacts.sameness import Likening, Unlooked

    network = Network.objects.get(kind=Network.Kind.OWN, owner__is_guest=False)
    with inside(network):
        fresh = min(FRESH, size.contacts // 10)
        whole = timed(lambda: search_all(network=network))
        known = Likening.objects.get(network=network)
        few = []
        for start in (0, 1, 2):
            newest = Contact.objects.filter(network=network, is_me=False).order_by("-pk")
            keys = newest.values_list("pk", flat=True)[start * fresh : (start + 1) * fresh]
            Unlooked.objects.bulk_create([Unlooked(network=network, contact_id=key) for key in keys])
            few.append(timed(lambda: catch_up(network=network)))
    note = f"{known.compared:,} pairs compared"
    return [
        Result(f"duplicates among {size.contacts:,} contacts", [whole], 20.0, unit="s", note=note),
        Result(f"duplicates of {fresh:,} new ones among them", few, 2.0, unit="s"),
    ]
