from django.apps import AppConfig


class Capture(AppConfig):
    name = "wellkept.domain.capture"
    label = "capture"

    def ready(self) -> None:
        from wellkept.domain.capture.forgetting import follow_forgetting
        from wellkept.domain.capture.models import Captured
        from wellkept.domain.capture.undoing import follow_undoing
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.history.acting import acted

        points_at_contact(Captured, exported="captured")
        acted.connect(follow_forgetting, dispatch_uid="captures-forgotten")
        acted.connect(follow_undoing, dispatch_uid="captures-read-again")
