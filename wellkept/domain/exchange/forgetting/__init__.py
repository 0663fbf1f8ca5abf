"""Forgetting a person: everything that names them is shown and given, then goes for good, and is kept from coming back."""
