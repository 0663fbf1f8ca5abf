from django.apps import AppConfig


class Timeline(AppConfig):
    name = "wellkept.domain.timeline"
    label = "timeline"

    def ready(self) -> None:
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.timeline.models import Note, Participation, Promise

        points_at_contact(Participation, exported="interactions")
        points_at_contact(Promise, exported="promises")
        points_at_contact(Note, exported="notes")
