from django.apps import AppConfig


class Timeline(AppConfig):
    name = "wellkept.domain.timeline"
    label = "timeline"

    def ready(self) -> None:
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.timeline.models import Fact, Note, Participation, Promise, Referral

        points_at_contact(Participation, exported="interactions")
        points_at_contact(Promise, exported="promises")
        points_at_contact(Referral, exported="referrals")
        points_at_contact(Referral, "met", exported="referrals_met", on_forget="blank")
        points_at_contact(Note, exported="notes")
        points_at_contact(Fact, exported="facts")
