from django.apps import AppConfig


class Search(AppConfig):
    name = "wellkept.domain.search"
    label = "search"
