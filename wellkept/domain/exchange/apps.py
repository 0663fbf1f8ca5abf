from django.apps import AppConfig


class Exchange(AppConfig):
    name = "wellkept.domain.exchange"
    label = "exchange"
