from django.apps import AppConfig


class Capture(AppConfig):
    name = "wellkept.domain.capture"
    label = "capture"

    def ready(self) -> None:
        from wellkept.domain.capture.models import Captured
        from wellkept.domain.contacts.pointing import points_at_contact

        points_at_contact(Captured, exported="captured")
