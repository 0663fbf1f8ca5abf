from django.apps import AppConfig


class Rhythm(AppConfig):
    name = "wellkept.domain.rhythm"
    label = "rhythm"

    def ready(self) -> None:
        from wellkept.domain.accounts.arriving import arrived
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.history.acting import acted
        from wellkept.domain.rhythm import keeping, models

        points_at_contact(models.Rhythm, on_merge="recompute", on_forget="recompute")
        acted.connect(keeping.follow_act, dispatch_uid="rhythm: rhythms follow acts")
        arrived.connect(keeping.follow_arrival, dispatch_uid="rhythm: rhythms of a network that arrived")
