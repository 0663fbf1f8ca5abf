from django.apps import AppConfig


class Reminders(AppConfig):
    name = "wellkept.domain.reminders"
    label = "reminders"
