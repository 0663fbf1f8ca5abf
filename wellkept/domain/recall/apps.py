from django.apps import AppConfig


class Recall(AppConfig):
    name = "wellkept.domain.recall"
    label = "recall"

    def ready(self) -> None:
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.recall.models import Remembered

        points_at_contact(Remembered, exported="remembered")
