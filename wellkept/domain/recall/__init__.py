"""The memory interview: a walk through the sources of acquaintance, and whom the user remembered there."""
