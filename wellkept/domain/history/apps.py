from django.apps import AppConfig


class History(AppConfig):
    name = "wellkept.domain.history"
    label = "history"
