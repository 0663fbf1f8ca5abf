"""The grammar of contact details in free text: what cards, signatures and pasted blocks share.

Spans are found for what has a form of its own (e-mail addresses, telephone numbers, addresses on the web); for what has none
(a name, a title, an organization, a postal address) a line is judged: 0 is surely not, 1 surely is. Pure; nothing raises.
"""

from wellkept.formats.fields.addresses import is_address, is_postal_line
from wellkept.formats.fields.given_names import is_given, known_given
from wellkept.formats.fields.organizations import is_organization
from wellkept.formats.fields.persons import bare_name, name_like, spells
from wellkept.formats.fields.telephones import FoundPhone, phones_in
from wellkept.formats.fields.titles import is_title
from wellkept.formats.fields.webs import Found, emails_in, is_social, urls_in

__all__ = [
    "Found", "FoundPhone", "bare_name", "emails_in", "is_address", "is_given", "is_organization", "is_postal_line", "is_social", "is_title",
    "known_given", "name_like", "phones_in", "spells", "urls_in",
]  # fmt: skip
