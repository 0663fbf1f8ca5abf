"""The real program, killed at random moments: ``make kills COUNT=500``, or the tests of this folder for a few."""
