from django.apps import AppConfig


class Exchange(AppConfig):
    name = "wellkept.domain.exchange"
    label = "exchange"

    def ready(self) -> None:
        from wellkept.domain.contacts.pointing import points_at_contact
        from wellkept.domain.exchange.models import ImportRow, SourceRecord
        from wellkept.domain.exchange.undoing import follow_history
        from wellkept.domain.history.acting import acted

        points_at_contact(ImportRow, on_merge="move", on_forget="erase")
        points_at_contact(SourceRecord, on_merge="move", exported="source_records", on_forget="erase")
        acted.connect(follow_history, dispatch_uid="import-state")
