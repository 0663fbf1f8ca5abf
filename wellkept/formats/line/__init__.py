"""One line about people – ``met Ana Souza (Acme) yesterday, send her the deck by Friday`` – as values. See docs/users/capture.md."""

from wellkept.formats.line.reading import LONGEST, TooLong, parse
from wellkept.formats.line.record import Contact, Doubt, Interaction, Line, Occasion, Promise, Said, Span

__all__ = [
    "LONGEST",
    "Contact",
    "Doubt",
    "Interaction",
    "Line",
    "Occasion",
    "Promise",
    "Said",
    "Span",
    "TooLong",
    "parse",
]
