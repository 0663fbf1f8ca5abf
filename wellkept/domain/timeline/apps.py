from django.apps import AppConfig


class Timeline(AppConfig):
    name = "wellkept.domain.timeline"
    label = "timeline"
