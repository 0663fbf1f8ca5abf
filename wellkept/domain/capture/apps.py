from django.apps import AppConfig


class Capture(AppConfig):
    name = "wellkept.domain.capture"
    label = "capture"
