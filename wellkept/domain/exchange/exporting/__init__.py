"""Giving everything back: one archive with the records, and the same people in the formats other programs read."""
