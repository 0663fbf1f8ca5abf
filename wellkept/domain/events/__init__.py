"""Gatherings: who was there, whom to meet, and what came of it over the years."""
