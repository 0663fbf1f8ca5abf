from django.apps import AppConfig


class Accounts(AppConfig):
    name = "wellkept.domain.accounts"
    label = "accounts"
