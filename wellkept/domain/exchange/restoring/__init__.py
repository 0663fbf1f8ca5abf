"""Putting an archive back: what an export gave away comes in again as it was, with its history, and none is added."""
