from django.apps import AppConfig


class Plan(AppConfig):
    name = "wellkept.domain.plan"
    label = "plan"
