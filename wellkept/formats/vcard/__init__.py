"""vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): read whatever programs write, write what the standards say."""

from wellkept.formats.vcard.cards import Card, Property, ReadCards
from wellkept.formats.vcard.people import people, to_person
from wellkept.formats.vcard.reading import looks_like, read
from wellkept.formats.vcard.writing import Version, write

__all__ = ["Card", "Property", "ReadCards", "Version", "looks_like", "people", "read", "to_person", "write"]
