"""Facebook's 'Download your information' in JSON: friends, and Messenger's threads."""

from wellkept.formats.facebook.files import conversation_of, which_entry
from wellkept.formats.facebook.friends import read_friends
from wellkept.formats.facebook.messages import Day, Message, Thread, days, own_name, read_thread

__all__ = [
    "Day",
    "Message",
    "Thread",
    "conversation_of",
    "days",
    "own_name",
    "read_friends",
    "read_thread",
    "which_entry",
]
