"""A whole network put in its place at once, past the history."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with ``network``, in its scope and inside the transaction, when all its rows stand: whoever keeps something that
# is computed from them computes it anew.
arrived = Signal()
