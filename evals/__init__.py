"""How good are the guesses? Each module with a ``tables`` function is a part: see __main__.py."""
