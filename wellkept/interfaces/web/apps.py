from django.apps import AppConfig


class Web(AppConfig):
    name = "wellkept.interfaces.web"
    label = "web"
