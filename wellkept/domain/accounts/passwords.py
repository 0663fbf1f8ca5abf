"""Argon2id with the parameters OWASP's Password Storage Cheat Sheet recommends: 19 MiB, 2 passes, 1 lane."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
