from django.apps import AppConfig


class Cadence(AppConfig):
    name = "wellkept.domain.cadence"
    label = "cadence"

    def ready(self) -> None:
        from wellkept.domain.accounts.arriving import arrived
        from wellkept.domain.cadence import models, restanding
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.history.acting import acted

        points_at_contact(models.Decision, on_merge="one", exported="decisions")
        points_at_contact(models.NextStep, on_merge="one", exported="next_steps")
        points_at_contact(models.Snooze, exported="snoozes")
        points_at_contact(models.Skip, exported="skips")
        points_at_contact(models.Standing, on_merge="recompute", on_forget="recompute")
        acted.connect(restanding.follow_act, dispatch_uid="cadence: standings follow acts")
        arrived.connect(restanding.follow_arrival, dispatch_uid="cadence: standings of a network that arrived")
