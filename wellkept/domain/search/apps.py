from django.apps import AppConfig


class Search(AppConfig):
    name = "wellkept.domain.search"
    label = "search"

    def ready(self) -> None:
        from wellkept.domain.history.acting import acted
        from wellkept.domain.search.indexing import follow

        acted.connect(follow, dispatch_uid="search.follow")
