"""LinkedIn's data export in all its eras since 2018: the files of the archive, or any one of them alone."""

from wellkept.formats.linkedin.connections import read_connections
from wellkept.formats.linkedin.contacts import read_contacts
from wellkept.formats.linkedin.entries import complaint, entries, kind_of_header, which_entry
from wellkept.formats.linkedin.invitations import Invitation, read_invitations
from wellkept.formats.linkedin.messages import ConversationDay, Message, conversation_days, read_messages
from wellkept.formats.linkedin.myself import (
    ConnectionNote,
    Profile,
    own_slug,
    read_education,
    read_notes,
    read_own_emails,
    read_positions,
    read_profile,
)
from wellkept.formats.linkedin.praise import (
    Endorsed,
    Endorsement,
    Recommendation,
    endorsed,
    given_by_me,
    read_endorsements,
    read_recommendations,
)
from wellkept.formats.linkedin.slugs import slug_of
from wellkept.formats.linkedin.words import is_hidden

__all__ = [
    "ConnectionNote",
    "ConversationDay",
    "Endorsed",
    "Endorsement",
    "Invitation",
    "Message",
    "Profile",
    "Recommendation",
    "complaint",
    "conversation_days",
    "endorsed",
    "entries",
    "given_by_me",
    "is_hidden",
    "kind_of_header",
    "own_slug",
    "read_connections",
    "read_contacts",
    "read_education",
    "read_endorsements",
    "read_invitations",
    "read_messages",
    "read_notes",
    "read_own_emails",
    "read_positions",
    "read_profile",
    "read_recommendations",
    "slug_of",
    "which_entry",
]
