"""Who is there already when somebody is added by hand: of the same name, or with the same e-mail."""

from __future__ import annotations

from django.db.models import Q

from wellkept.domain.contacts.models import Contact, Email
from wellkept.formats.emails import is_shared_mailbox

MOST = 3


def there_already(contact: Contact) -> list[Contact]:
    """Others of this name or e-mail, also archived ones, the oldest first. A mailbox that many share tells nothing."""
    mine = Email.objects.filter(network=contact.network_id, contact=contact).exclude(key="")
    keys = [key for key in mine.values_list("key", flat=True) if not is_shared_mailbox(key)]
    same_mail = Email.objects.filter(network=contact.network_id, key__in=keys).values("contact_id")
    same = Q(pk__in=same_mail) | (Q(sort_key=contact.sort_key) if contact.sort_key else Q())
    others = Contact.objects.filter(same, network=contact.network_id, is_me=False).exclude(pk=contact.pk)
    return list(others.order_by("pk")[:MOST])
