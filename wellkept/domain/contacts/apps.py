from django.apps import AppConfig


class Contacts(AppConfig):
    name = "wellkept.domain.contacts"
    label = "contacts"

    def ready(self) -> None:
        from wellkept.domain.contacts import models
        from wellkept.domain.contacts.pointing import points_at_contact

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
