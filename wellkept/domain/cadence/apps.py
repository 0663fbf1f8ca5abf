from django.apps import AppConfig


class Cadence(AppConfig):
    name = "wellkept.domain.cadence"
    label = "cadence"
