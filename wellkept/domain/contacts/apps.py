from django.apps import AppConfig


class Contacts(AppConfig):
    name = "wellkept.domain.contacts"
    label = "contacts"

    def ready(self) -> None:
        from wellkept.domain.contacts import likening, models, sameness
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.history.acting import acted

        points_at_contact(models.Email, exported="emails")
        points_at_contact(models.Phone, exported="phones")
        points_at_contact(models.PostalAddress, exported="addresses")
        points_at_contact(models.Link, exported="links")
        points_at_contact(models.Position, exported="positions")
        points_at_contact(models.CircleMembership, exported="circles")
        points_at_contact(models.Tagging, exported="tags")
        points_at_contact(models.ContactDate, exported="dates")
        points_at_contact(models.CustomField, exported="custom_fields")
        points_at_contact(models.Contact, "met_through", exported="met_through", on_forget="blank")
        for end in ("one", "other"):
            points_at_contact(sameness.NotTheSame, end, exported=f"not_the_same_{end}")
            points_at_contact(sameness.Likeness, end, on_merge="recompute", on_forget="recompute")
        points_at_contact(sameness.OtherPhoto, exported="other_photos")
        points_at_contact(sameness.Merged, "kept", exported="merged")
        points_at_contact(sameness.Merged, "gone", on_merge="recompute")
        points_at_contact(sameness.Unlooked, on_merge="recompute", on_forget="recompute")
        acted.connect(likening.note_touched, dispatch_uid="contacts: who was touched is to be compared")
