from django.apps import AppConfig


class Plan(AppConfig):
    name = "wellkept.domain.plan"
    label = "plan"

    def ready(self) -> None:
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.plan.models import Answer

        points_at_contact(Answer, exported="answers")
