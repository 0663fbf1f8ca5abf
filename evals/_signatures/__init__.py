"""Learning where signatures begin, and measuring it."""
