from django.apps import AppConfig


class Contacts(AppConfig):
    name = "wellkept.domain.contacts"
    label = "contacts"
