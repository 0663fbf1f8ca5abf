"""Copies of the whole installation: made while it runs, checked, rotated, and brought back."""
