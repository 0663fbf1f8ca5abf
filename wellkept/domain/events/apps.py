from django.apps import AppConfig


class Events(AppConfig):
    name = "wellkept.domain.events"
    label = "events"

    def ready(self) -> None:
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.events.models import Attendance

        points_at_contact(Attendance, exported="attendances")
