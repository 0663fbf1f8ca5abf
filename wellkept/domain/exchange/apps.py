from django.apps import AppConfig


class Exchange(AppConfig):
    name = "wellkept.domain.exchange"
    label = "exchange"

    def ready(self) -> None:
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.exchange.models import ImportRow, SourceRecord

        points_at_contact(ImportRow, on_merge="move", on_forget="erase")
        points_at_contact(SourceRecord, on_merge="move", exported="source_records", on_forget="erase")
